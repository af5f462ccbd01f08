import {columnsOf, columnTitle, lettersOf} from '../responsibilities/matrix.ts';
import type {Responsibilities, Task} from '../responsibilities/shape.ts';
import {type Column, csvLines} from './csv.ts';

/**
 * The matrix of a responsibilities file as CSV: a record for each task, a column for each role. Where the copy is marked or
 * redacted for people outside, every record says so.
 */
export const matrixCsv = (
	matrix: Responsibilities,
	said: {readonly marking?: string | undefined; readonly redaction?: string | undefined} = {},
): string => {
	const roles = columnsOf(matrix).map(
		(column): Column<Task> => [columnTitle(matrix, column), task => lettersOf(matrix, task, column)],
	);
	const columns: readonly Column<Task>[] = [
		['Task', ({task}) => task],
		...roles,
		['Covers', ({covers}) => covers.join(' ')],
		['Note', ({note}) => note],
		...(said.marking === undefined ? [] : [['Marking', () => said.marking] satisfies Column<Task>]),
		...(said.redaction === undefined ? [] : [['Redacted', () => said.redaction] satisfies Column<Task>]),
	];
	return [...csvLines(columns, matrix.tasks)].join('');
};
