import {type Block, type Cell, heading, list, paragraph, table, tableOr} from '../section.ts';
import {checkMatrix, unasked} from './check.ts';
import {matrixBlocks} from './matrix.ts';
import {called, holdersOn, nextReview, personCalled} from './names.ts';
import type {Citation, Responsibilities, Role} from './shape.ts';

/** What stands where the file says nothing. */
export const unrecorded = 'not recorded';

/** A matrix, the day on which it is looked at, and how much room there is. */
export type MatrixView = {
	readonly matrix: Responsibilities;
	/** `2026-05-01`. */
	readonly today: string;
	/** How many columns a page on a terminal has. */
	readonly width?: number;
	/** The file that it was read from. */
	readonly citation?: Citation | undefined;
	/** What was taken out for people outside, in words. */
	readonly redaction?: string | undefined;
};

/** Which file a page was made from, and the hash to check that by. */
const fileIntegrity = ({source, sha256}: Citation): Block =>
	paragraph(
		sha256 === ''
			? `Made from ${source}, whose hash is left out with the people: their names could be tried against it. Not signed.`
			: `Made from ${source}, whose hash (SHA-256) is ${sha256}. Not signed: a log in which loggist raci recorded that the ` +
					'file was shared, agreed or reviewed holds this hash, and may be signed. This document is a copy; the file is the record.',
	);

const orUnrecorded = (text: string | undefined): string => text ?? unrecorded;

/** Whose matrix it is, who wrote and approved it, and how old it is. */
export const controlRows = (matrix: Responsibilities): readonly (readonly [string, string])[] => {
	const person = (word: string | undefined) => orUnrecorded(word === undefined ? undefined : called(matrix, word));
	const last = matrix.reviewed.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1);
	return [
		['Organisation', orUnrecorded(matrix.organisation)],
		['Project', orUnrecorded(matrix.project)],
		['Senior responsible owner', person(matrix.sro)],
		['Classification', matrix.marking ?? 'not marked'],
		['Scope', orUnrecorded(matrix.scope)],
		['Owner', person(matrix.owner)],
		['Completed by', person(matrix.author)],
		['Approved by', person(matrix.approver)],
		['Approved on', orUnrecorded(matrix.approved)],
		['Version', orUnrecorded(matrix.version)],
		['Last updated', orUnrecorded(matrix.updated)],
		['Last review', orUnrecorded(last?.on)],
		['Next review', orUnrecorded(nextReview(matrix))],
	];
};

/** What stands where nobody is named: who they all are, or where it is said. */
export const unheld = ({group, perIncident}: Role): string =>
	group ?? (perIncident ? 'named in each incident' : 'nobody is named');

const roleSection = ({matrix, today}: MatrixView): readonly Block[] => [
	heading('Roles'),
	tableOr(
		'The file names no roles.',
		['Key', 'Role', 'Held by'],
		matrix.roles.map(role => [
			role.key,
			role.title,
			holdersOn(role, today)
				.map(({person}) => personCalled(matrix, person))
				.join(', ') || unheld(role),
		]),
	),
	...matrix.roles.flatMap(({title, responsibilities}) => [
		heading(title, 3),
		responsibilities.length === 0
			? paragraph('What the role is responsible for is not written down.')
			: list(responsibilities),
	]),
];

/** What each role may decide, and up to which limit; a role of which nothing is said has a row that says so. */
export const authorityRows = (matrix: Responsibilities): readonly (readonly Cell[])[] =>
	matrix.roles.flatMap(({title, authority}) =>
		authority.length === 0
			? [[title, unrecorded, '']]
			: authority.map(({may, limit}) => [title, may, limit ?? 'no limit is named']),
	);

/** What was delegated, by whom to whom, and until when. */
export const delegationRows = (matrix: Responsibilities): readonly (readonly Cell[])[] =>
	matrix.delegations.map(({what, by, to, limit, from, until}) => [
		what,
		called(matrix, by),
		called(matrix, to),
		limit ?? 'no limit is named',
		orUnrecorded(from),
		orUnrecorded(until),
	]);

export const delegationHead = ['Delegated', 'By, who stays accountable', 'To', 'Limit', 'From', 'Until'] as const;

/** Everybody of whom the matrix asks something, or who was asked: when they were consulted, and when they agreed. */
export const consentRows = (matrix: Responsibilities, today: string): readonly (readonly Cell[])[] => {
	const missing = unasked(matrix, today);
	const names = new Set([
		...missing.consulted,
		...missing.agreed,
		...[...matrix.consulted, ...matrix.agreed].map(({who}) => called(matrix, who)),
	]);
	const days = (asked: Responsibilities['consulted'], name: string): string =>
		asked
			.filter(({who}) => called(matrix, who) === name)
			.map(({on}) => on ?? 'yes, the day is not recorded')
			.join(', ') || unrecorded;
	return [...names].map(name => [name, days(matrix.consulted, name), days(matrix.agreed, name)]);
};

export const sharedRows = (matrix: Responsibilities): readonly (readonly Cell[])[] =>
	matrix.shared.map(({on, with: whom, how}) => [
		orUnrecorded(on),
		whom.map(word => called(matrix, word)).join(', ') || unrecorded,
		orUnrecorded(how),
	]);

export const reviewRows = (matrix: Responsibilities): readonly (readonly Cell[])[] =>
	matrix.reviewed.map(({on, by, next, outcome}) => [
		on,
		by === undefined ? unrecorded : called(matrix, by),
		orUnrecorded(outcome),
		orUnrecorded(next),
	]);

export const changeRows = (matrix: Responsibilities): readonly (readonly Cell[])[] =>
	matrix.changes.map(({on, what, because}) => [on, what, orUnrecorded(because)]);

/** What the letters mean; consulted means asked before it is done, not told afterwards. */
export const legend = 'R does it, A answers for it, C is consulted before, I is informed after.';

/** What stands at the top and at the bottom of the page. */
export const bannersOfMatrix = ({matrix, redaction}: Pick<MatrixView, 'matrix' | 'redaction'>): readonly string[] => [
	...(matrix.marking === undefined ? [] : [matrix.marking]),
	...(redaction === undefined ? [] : [redaction]),
];

/** The whole of a responsibilities file as a page, with what an audit would stop at. */
export const responsibilitiesBody = (view: MatrixView): readonly Block[] => {
	const {matrix, today, width, citation} = view;
	const findings = checkMatrix(matrix, today);
	return [
		heading(matrix.title, 1),
		table(['Field', 'Value'], controlRows(matrix)),
		heading('Responsibilities'),
		paragraph(legend),
		...matrixBlocks(matrix, width),
		...roleSection(view),
		heading('Authorisation'),
		tableOr('The file names no roles.', ['Role', 'May decide', 'Up to'], authorityRows(matrix)),
		heading('Delegation'),
		tableOr('Nothing is delegated.', delegationHead, delegationRows(matrix)),
		heading('Consulted and agreed'),
		tableOr('Nobody is named.', ['Who', 'Consulted on', 'Agreed on'], consentRows(matrix, today)),
		heading('Shared'),
		tableOr('That it was shared is not recorded.', ['On', 'With', 'How'], sharedRows(matrix)),
		heading('Reviewed'),
		tableOr('No review is recorded.', ['On', 'By', 'Found', 'Next'], reviewRows(matrix)),
		heading('Changed'),
		tableOr('No change is recorded.', ['On', 'What', 'Because of'], changeRows(matrix)),
		heading(`Checked on ${today}`),
		findings.length === 0
			? paragraph('Every task has somebody responsible and somebody accountable; nothing else was found.')
			: list(findings.map(({severity, text}) => `${severity === 'error' ? 'Error' : 'Warning'}: ${text}`)),
		...(citation === undefined ? [] : [fileIntegrity(citation)]),
	];
};

/** The same, marked at its top and at its bottom, and told what was taken out of it. */
export const responsibilitiesPage = (view: MatrixView): readonly Block[] => {
	const banners = bannersOfMatrix(view).map(paragraph);
	return [...banners, ...responsibilitiesBody(view), ...banners];
};
