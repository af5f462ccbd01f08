import {everybody, hasLeft, holdersOn, isToBeNamed, memberNamed, nextReview, personCalled, roleNamed} from './names.ts';
import type {Responsibilities} from './shape.ts';

/** Something in a matrix that an audit would stop at. An error leaves a task without anybody. */
export type MatrixFinding = {
	readonly severity: 'error' | 'warning';
	/** What it is about: a task, a name that is not known, who holds a role, a delegation, a review. */
	readonly about: 'task' | 'name' | 'holder' | 'delegation' | 'review';
	/** Where in the file: keys of maps, places in lists. */
	readonly path: readonly (string | number)[];
	/** A whole sentence. */
	readonly text: string;
};

type Check = (matrix: Responsibilities, today: string) => readonly MatrixFinding[];

const error = (path: MatrixFinding['path'], text: string): MatrixFinding => ({
	severity: 'error',
	about: 'task',
	path,
	text,
});

const warning = (about: MatrixFinding['about'], path: MatrixFinding['path'], text: string): MatrixFinding => ({
	severity: 'warning',
	about,
	path,
	text,
});

const when = (isSo: boolean, finding: MatrixFinding): readonly MatrixFinding[] => (isSo ? [finding] : []);

const everyTaskIsHeld: Check = ({tasks}) =>
	tasks.flatMap(({task, responsible, accountable}, index) => [
		...when(responsible.length === 0, error(['tasks', index], `Nobody is responsible (R) for “${task}”.`)),
		...when(accountable.length === 0, error(['tasks', index], `Nobody is accountable (A) for “${task}”.`)),
		// The example of Secure by Design shares accountability on purpose: said, not refused.
		...when(
			accountable.length > 1,
			warning(
				'task',
				['tasks', index, 'accountable'],
				`${accountable.length} are accountable (A) for “${task}”: shared on purpose, or one too many?`,
			),
		),
	]);

const everyNameIsKnown: Check = matrix => {
	const isKnown = (word: string): boolean =>
		roleNamed(matrix, word) !== undefined || memberNamed(matrix, word) !== undefined;
	const unknown = (path: MatrixFinding['path'], words: readonly string[]): readonly MatrixFinding[] =>
		words
			.filter(word => !isKnown(word))
			.map(word => warning('name', path, `“${word}” is neither a role nor a person of this file.`));
	return [
		...matrix.tasks.flatMap((task, index) =>
			(['responsible', 'accountable', 'consulted', 'informed'] as const).flatMap(field =>
				unknown(['tasks', index, field], task[field]),
			),
		),
		...matrix.delegations.flatMap(({by, to}, index) => unknown(['delegations', index], [by, to])),
		...matrix.consulted.flatMap(({who}, index) => unknown(['consulted', index], [who])),
		...matrix.agreed.flatMap(({who}, index) => unknown(['agreed', index], [who])),
		...matrix.roles.flatMap(({title, holders}, index) =>
			holders.flatMap(({person}, at) =>
				memberNamed(matrix, person) === undefined
					? [
							warning(
								'name',
								['roles', index, 'holders', at],
								`“${person}” holds ${title} and is not among the people of this file.`,
							),
						]
					: [],
			),
		),
	];
};

const everyRoleIsHeld: Check = (matrix, today) =>
	matrix.roles.flatMap((role, index) => {
		const holding = holdersOn(role, today);
		return [
			...when(
				holding.length === 0 && isToBeNamed(role),
				warning('holder', ['roles', index], `Nobody is named for the role ${role.title}.`),
			),
			...holding
				.filter(({person}) => hasLeft(matrix, person, today))
				.map(({person}) =>
					warning(
						'holder',
						['roles', index, 'holders', role.holders.findIndex(one => one.person === person)],
						`${personCalled(matrix, person)} holds ${role.title} and has left the organisation.`,
					),
				),
		];
	});

const nobodyInParticular: Check = matrix =>
	matrix.tasks.flatMap(({task, accountable}, index) =>
		accountable.flatMap(word => {
			const role = roleNamed(matrix, word);
			return role?.group === undefined
				? []
				: [
						warning(
							'holder',
							['tasks', index, 'accountable'],
							`${role.title} is accountable for “${task}”: a group, so nobody in particular.`,
						),
					];
		}),
	);

const delegationsStand: Check = (matrix, today) =>
	matrix.delegations.flatMap(({what, to, until}, index) => [
		...when(
			until !== undefined && until < today,
			warning('delegation', ['delegations', index, 'until'], `The delegation “${what}” ended on ${until ?? ''}.`),
		),
		...when(until === undefined, warning('delegation', ['delegations', index], `The delegation “${what}” has no end.`)),
		...when(
			hasLeft(matrix, to, today),
			warning(
				'delegation',
				['delegations', index, 'to'],
				`“${what}” is delegated to ${personCalled(matrix, to)}, who has left.`,
			),
		),
	]);

const reviewIsKept: Check = (matrix, today) => {
	const next = nextReview(matrix);
	return [
		...when(matrix.reviewed.length === 0, warning('review', ['reviewed'], 'No review is recorded.')),
		...when(
			matrix.reviewed.length > 0 && next === undefined,
			warning('review', ['reviewed'], 'The last review does not say when the next one is.'),
		),
		...when(
			next !== undefined && next < today,
			warning('review', ['reviewed'], `The review is overdue: it was due on ${next ?? ''}.`),
		),
	];
};

const thereAreTasks: Check = ({tasks}) =>
	when(tasks.length === 0, warning('task', ['tasks'], 'The matrix has no tasks.'));

const checks: readonly Check[] = [
	everyTaskIsHeld,
	thereAreTasks,
	everyNameIsKnown,
	everyRoleIsHeld,
	nobodyInParticular,
	delegationsStand,
	reviewIsKept,
];

/** Everything in a matrix that an audit would stop at, errors first. `today` is a day, `2026-05-01`. */
export const checkMatrix = (matrix: Responsibilities, today: string): readonly MatrixFinding[] =>
	checks
		.flatMap(check => check(matrix, today))
		.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));

/** Of whom something is asked, and nobody wrote down that they were consulted, or that they agreed. */
export const unasked = (
	matrix: Responsibilities,
	today: string,
): {readonly consulted: readonly string[]; readonly agreed: readonly string[]} => {
	const missing = (asked: Responsibilities['consulted']): readonly string[] => {
		const known = new Set(asked.map(({who}) => personCalled(matrix, who)));
		return everybody(matrix, today).filter(name => !known.has(name));
	};
	return {consulted: missing(matrix.consulted), agreed: missing(matrix.agreed)};
};
