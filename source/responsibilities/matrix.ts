import {type Block, paragraph, table} from '../section.ts';
import {columns as widthOf, forTerminal} from '../text.ts';
import {called, roleNamed} from './names.ts';
import {type Letter, letters, type Responsibilities, type Task} from './shape.ts';

const letterKeys = Object.keys(letters) as readonly Letter[];

const isNamed = (matrix: Responsibilities, words: readonly string[], column: string): boolean =>
	words.some(word => (roleNamed(matrix, word)?.key ?? called(matrix, word)) === column);

/** The letters of a task in a column: `R`, `R A`; empty where it asks nothing of it. */
export const lettersOf = (matrix: Responsibilities, task: Task, column: string): string =>
	letterKeys.filter(letter => isNamed(matrix, task[letters[letter]], column)).join(' ');

/** The columns of a matrix: every role, then whoever else a task names. */
export const columnsOf = (matrix: Responsibilities): readonly string[] => {
	const named = matrix.tasks.flatMap(task => letterKeys.flatMap(letter => task[letters[letter]]));
	return [
		...new Set([
			...matrix.roles.map(one => one.key),
			...named.map(word => roleNamed(matrix, word)?.key ?? called(matrix, word)),
		]),
	];
};

/** What a column is called at length. */
export const columnTitle = (matrix: Responsibilities, column: string): string =>
	roleNamed(matrix, column)?.title ?? column;

/** As wide as letters are, and what a table leaves between its columns. */
const letterWidth = 3;
const gap = 2;
/** A task that has less room breaks nearly every word. */
const taskWidth = 20;

const fits = (heads: readonly string[], width: number): boolean =>
	heads.reduce((sum, head) => sum + gap + Math.max(letterWidth, widthOf(forTerminal(head))), taskWidth) <= width;

const rowsUnder = (matrix: Responsibilities, columns: readonly string[], heads: readonly string[]): Block =>
	table(
		['Task', ...heads],
		matrix.tasks.map(task => [task.task, ...columns.map(column => lettersOf(matrix, task, column))]),
	);

/**
 * Tasks against roles. On a page of `width` columns the roles stand by their keys, or by numbers with their names below,
 * where more does not fit; without a width by their titles.
 */
export const matrixBlocks = (matrix: Responsibilities, width?: number): readonly Block[] => {
	const columns = columnsOf(matrix);
	const titles = columns.map(column => columnTitle(matrix, column));
	if (matrix.tasks.length === 0) {
		return [paragraph('The matrix has no tasks.')];
	}

	if (width === undefined || fits(titles, width)) {
		return [rowsUnder(matrix, columns, titles)];
	}

	if (fits(columns, width)) {
		return [rowsUnder(matrix, columns, columns)];
	}

	const numbers = columns.map((_, index) => String(index + 1));
	return [
		rowsUnder(matrix, columns, numbers),
		paragraph(titles.map((title, index) => `${index + 1} ${title}`).join(' · ')),
	];
};
