import {describe, expect, it} from 'vitest';
import {checkMatrix, unasked} from '../../source/responsibilities/check.ts';
import {responsibilitiesOf} from './story-file.ts';

const today = '2026-06-02';

const matrixOf = (rest: string) =>
	responsibilitiesOf(
		`title: T\n${rest}${/^reviewed:/mu.test(rest) ? '' : 'reviewed: [{on: 2026-06-01, next: 2027-06-01}]\n'}`,
	).matrix;

const found = (rest: string): readonly string[] =>
	checkMatrix(matrixOf(rest), today).map(({severity, path, text}) => `${severity} ${path.join('.')}: ${text}`);

const roles = `roles:
  - {key: im, title: Incident Manager, holders: [{person: priya}]}
people: [{handle: priya, name: Priya Shah}]
`;

describe('a task', () => {
	it('is quiet with one who does it and one who answers for it', () => {
		expect(found(`${roles}tasks: [{task: Decide, responsible: im, accountable: im}]\n`)).toEqual([]);
	});

	it('is an error without anybody responsible, and without anybody accountable', () => {
		expect(found(`${roles}tasks: [{task: Decide}]\n`)).toEqual([
			'error tasks.0: Nobody is responsible (R) for “Decide”.',
			'error tasks.0: Nobody is accountable (A) for “Decide”.',
		]);
	});

	it('is a warning where two are accountable: that may be meant', () => {
		expect(found(`${roles}tasks: [{task: Decide, responsible: im, accountable: [im, priya]}]\n`)).toEqual([
			'warning tasks.0.accountable: 2 are accountable (A) for “Decide”: shared on purpose, or one too many?',
		]);
	});

	it('is a warning where a group is accountable, or a name is not known', () => {
		expect(
			found(
				'roles: [{key: staff, title: Staff, group: all}]\ntasks: [{task: Lock, responsible: staff, accountable: staff, informed: wizard}]\n',
			),
		).toEqual([
			'warning tasks.0.informed: “wizard” is neither a role nor a person of this file.',
			'warning tasks.0.accountable: Staff is accountable for “Lock”: a group, so nobody in particular.',
		]);
	});

	it('is found by the title of a role and the name of a person as well', () => {
		expect(found(`${roles}tasks: [{task: Decide, responsible: incident manager, accountable: Priya Shah}]\n`)).toEqual(
			[],
		);
	});

	it('puts errors before warnings', () => {
		expect(
			found('roles: [{key: im, title: IM}]\ntasks: [{task: a, responsible: im}]\n').map(one => one.slice(0, 5)),
		).toEqual(['error', 'warni']);
	});
});

describe('a role', () => {
	const task = 'tasks: [{task: a, responsible: im, accountable: im}]\n';

	it.each([
		['{key: im, title: IM}', ['warning roles.0: Nobody is named for the role IM.']],
		['{key: im, title: IM, perIncident: true}', []],
		['{key: im, title: IM, holders: [{person: priya, until: 2026-06-02}]}', []],
		[
			'{key: im, title: IM, holders: [{person: priya, until: 2026-06-01}]}',
			['warning roles.0: Nobody is named for the role IM.'],
		],
		[
			'{key: im, title: IM, holders: [{person: priya, appointed: 2026-06-03}]}',
			['warning roles.0: Nobody is named for the role IM.'],
		],
		[
			'{key: im, title: IM, holders: [{person: tom}]}',
			['warning roles.0.holders.0: Tom Achebe holds IM and has left the organisation.'],
		],
		[
			'{key: im, title: IM, holders: [{person: uma}]}',
			['warning roles.0.holders.0: “uma” holds IM and is not among the people of this file.'],
		],
	])('%s', (role, expected) => {
		expect(
			found(
				`roles: [${role}]\npeople: [{handle: priya, name: Priya Shah}, {handle: tom, name: Tom Achebe, left: 2026-05-31}]\n${task}`,
			),
		).toEqual(expected);
	});
});

describe('a delegation', () => {
	it.each([
		['until: 2026-06-02', []],
		['until: 2026-06-01', ['warning delegations.0.until: The delegation “sending” ended on 2026-06-01.']],
		['limit: all', ['warning delegations.0: The delegation “sending” has no end.']],
	])('%s', (rest, expected) => {
		expect(
			found(
				`${roles}tasks: [{task: a, responsible: im, accountable: im}]\ndelegations: [{what: sending, by: im, to: priya, ${rest}}]\n`,
			),
		).toEqual(expected);
	});
});

describe('a review', () => {
	it.each([
		['reviewed: []', ['warning reviewed: No review is recorded.']],
		['reviewed: [{on: 2026-01-01}]', ['warning reviewed: The last review does not say when the next one is.']],
		[
			'reviewed: [{on: 2026-01-01, next: 2026-06-01}]',
			['warning reviewed: The review is overdue: it was due on 2026-06-01.'],
		],
		['reviewed: [{on: 2026-01-01, next: 2026-06-02}]', []],
		// The newest review counts, wherever it stands in the list.
		['reviewed: [{on: 2026-05-01, next: 2027-01-01}, {on: 2025-05-01, next: 2026-05-01}]', []],
	])('%s', (reviewed, expected) => {
		expect(found(`${roles}tasks: [{task: a, responsible: im, accountable: im}]\n${reviewed}\n`)).toEqual(expected);
	});
});

describe('whoever is asked for something', () => {
	it('is missing until they were consulted, and until they agreed', () => {
		const matrix = matrixOf(
			`${roles}tasks: [{task: a, responsible: im, accountable: Ana Reis}]\nconsulted: [{who: priya}]\nagreed: [{who: Ana Reis}]\n`,
		);
		expect(unasked(matrix, today)).toEqual({consulted: ['Ana Reis'], agreed: ['Priya Shah']});
	});
});
