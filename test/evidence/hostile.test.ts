import {describe, expect, it} from 'vitest';
import {markdown} from '../../source/documents/markdown.ts';
import type {BoardEvent} from '../../source/entry.ts';
import {evidenceDocument} from '../../source/evidence/document.ts';
import {evidencePages} from '../../source/evidence/index.ts';
import type {EvidenceView} from '../../source/evidence/view.ts';
import type {Responsibilities} from '../../source/responsibilities/shape.ts';
import {readMarkdown} from '../documents/reading.ts';
import {responsibilitiesOf, storyFile} from '../responsibilities/story-file.ts';
import {hostileStrings} from '../support/hostile.ts';
import {boardFrom, entriesFrom, instant} from '../support/incident.ts';

const {matrix, citation} = responsibilitiesOf(storyFile);

/** The file with a text wherever people write one. */
const fileOf = (text: string): Responsibilities => ({
	...matrix,
	title: text,
	version: text,
	author: text,
	roles: matrix.roles.map(role => ({
		...role,
		title: text,
		responsibilities: [text],
		authority: [{may: text, limit: text}],
		jobDescription: {reference: text},
		holders: [{person: text, appointedBy: text, madeKnown: {how: text, to: [text]}, acknowledged: [{who: text}]}],
	})),
	people: [
		{handle: text, name: text, post: text, contact: text, training: [{what: text, on: '2026-01-01', record: text}]},
	],
	tasks: matrix.tasks.map(task => ({...task, task: text, accountable: [text]})),
	delegations: [{what: text, by: text, to: text, limit: text}],
	shared: [{with: [text], how: text}],
	reviewed: [{on: '2026-01-01', by: text, outcome: text}],
	changes: [{on: '2026-01-01', what: text, because: text}],
});

const eventsWith = (text: string): readonly BoardEvent[] => [
	{
		kind: 'incident-declared',
		title: text,
		incidentKind: 'security',
		severity: 'S2',
		personalData: 'no',
		phase: 'hot',
		profile: 'moj',
		zone: 'UTC',
		exercise: false,
		marking: text,
	},
	{kind: 'person-joined', handle: 'sam', name: text},
	{kind: 'role-assigned', role: 'im', person: 'sam'},
	{kind: 'triage-recorded', source: text, category: text, hypothesis: text},
	{kind: 'action-opened', ref: 'A1', text, owner: 'sam'},
	{kind: 'action-done', ref: 'A1', result: 'success', text},
	{kind: 'lesson-learnt', ref: 'L1', text},
	{kind: 'followup-set', ref: 'U1', text, lesson: 'L1'},
	{kind: 'exhibit-taken', ref: 'X1', text, hash: text},
	{kind: 'custody-passed', ref: 'X1', to: 'sam', text},
	{kind: 'note-made', text},
	{kind: 'entry-struck', entry: 11, reason: text},
	{
		kind: 'prompt-answered',
		rule: 'R3',
		subject: text,
		answer: 'override',
		asked: text,
		basis: text,
		reason: text,
		authorisedBy: text,
	},
	{kind: 'responsibilities-cited', deed: 'shared', source: text, title: text, version: text, sha256: text, text},
];

const viewWith = (text: string): EvidenceView => {
	const events = eventsWith(text);
	return {
		incidents: [{board: boardFrom(events), entries: entriesFrom(events), trouble: text}],
		exercises: [],
		scope: {
			named: undefined,
			since: undefined,
			until: undefined,
			known: 1,
			leftOut: [{incident: text, why: text}],
			laterEntries: 0,
		},
		responsibilities: {matrix: fileOf(text), citation: {...citation, source: text}},
		now: instant('12:00'),
		zone: 'UTC',
		version: '1.2.3',
		madeBy: text,
	};
};

type Nodes = ReturnType<typeof readMarkdown>;

/** How many cells the first tables have: they stand whatever the texts are, the others depend on what is found. */
const firstTables = (nodes: Nodes): readonly number[] =>
	nodes
		.flatMap(node => (node.type === 'table' ? [node.children.length * (node.children[0]?.children.length ?? 0)] : []))
		.slice(0, 2);

const plain = new Map(
	evidencePages.map(page => [
		page.name,
		firstTables(readMarkdown(markdown(evidenceDocument(page, viewWith('plain'))))),
	]),
);

describe('given a ledger and a file in which every text is one that breaks things', () => {
	it.each(hostileStrings.map(text => [JSON.stringify(text).slice(0, 60), text]))(
		'%s opens no link, no HTML, no fence and no other row',
		(_, text) => {
			const view = viewWith(text);
			for (const page of evidencePages) {
				const written = markdown(evidenceDocument(page, view));
				const document = readMarkdown(written);
				expect(document.filter(node => !['heading', 'paragraph', 'table', 'list'].includes(node.type))).toEqual([]);
				expect(written).not.toMatch(/(?<!\\)<[a-z!/]/iu);
				// oxlint-disable-next-line no-control-regex
				expect(written).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u);
				expect(firstTables(document)).toEqual(plain.get(page.name));
			}
		},
	);
});
