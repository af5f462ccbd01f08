import {describe, expect, test} from 'vitest';
import type {DocumentView} from '../../source/documents/incident-log.ts';
import {formats} from '../../source/documents/index.ts';
import {formNamed} from '../../source/documents/review.ts';
import {forms} from '../../source/documents/templates/index.ts';
import type {BoardEvent} from '../../source/entry.ts';
import {promptsOf} from '../../source/propose.ts';
import {visible} from '../../source/text.ts';
import {arbitraryText} from '../support/arbitrary-event.ts';
import * as fc from '../support/fast-check.ts';
import {arbitraryMarkup, hostileStrings} from '../support/hostile.ts';
import {boardFrom, entriesFrom, instant} from '../support/incident.ts';
import {readMarkdown, rowsUnder, textOf} from './reading.ts';

/** An incident with the text wherever a document shows one. */
const viewWith = (text: string): DocumentView => {
	const at = instant('09:30');
	const events: readonly BoardEvent[] = [
		{
			kind: 'incident-declared',
			title: text,
			incidentKind: 'security',
			severity: 'S2',
			personalData: 'yes',
			phase: 'hot',
			profile: 'moj',
			zone: 'Europe/London',
			exercise: false,
			marking: text,
		},
		{kind: 'triage-recorded', source: text, category: text, hypothesis: text},
		{kind: 'flag-raised', flag: 'visible', reason: text},
		{kind: 'person-joined', handle: 'sam', name: text},
		{kind: 'role-assigned', role: 'im', person: 'sam'},
		{kind: 'role-assigned', role: 'secretariat', person: 'sam'},
		{kind: 'team-split', team: 'alpha', lead: 'sam', members: [], task: text, channel: text},
		{kind: 'note-made', text, reason: text},
		{kind: 'finding-recorded', ref: 'F1', certainty: 'known', text},
		{kind: 'hypothesis-raised', ref: 'H1', text},
		{kind: 'hypothesis-settled', ref: 'H1', verdict: 'confirmed', was: 'open', reason: text},
		{kind: 'recommendation-made', text, reason: text},
		{kind: 'option-considered', text, reason: text},
		{kind: 'decision-made', ref: 'D1', text, reason: text, decider: 'sam', recommendation: 12},
		{kind: 'objection-raised', ref: 'D1', person: 'sam', reason: text},
		{kind: 'action-opened', ref: 'A1', text, owner: 'sam', due: at, system: text, on: 14},
		{kind: 'action-reported', ref: 'A1', text},
		{kind: 'action-opened', ref: 'A2', text, owner: 'sam'},
		{kind: 'action-done', ref: 'A2', result: 'success', text},
		{kind: 'message-drafted', ref: 'M1', text, audience: 'customers'},
		{kind: 'message-sent', ref: 'M1'},
		{kind: 'tier-escalated', tier: 'silver', commander: 'sam', decider: 'sam', reason: text},
		{kind: 'incident-linked', reference: 'INC-2026-0002', relation: 'related', reason: text},
		{kind: 'heartbeat-held', happened: text, means: text, done: text, next: text},
		{kind: 'can-reported', person: 'sam', conditions: text, actions: text, needs: text},
		{kind: 'objective-set', text, period: 'current'},
		{kind: 'exhibit-taken', ref: 'X1', text, takenBy: 'sam', hash: text},
		{kind: 'lesson-learnt', ref: 'L1', text},
		{kind: 'followup-set', ref: 'U1', text, owner: 'sam', lesson: 'L1'},
		{kind: 'entry-struck', entry: 8, reason: text},
		{kind: 'containment-confirmed', reason: text},
		{kind: 'incident-closed', reason: text},
		{kind: 'unread', wasKind: text, data: {text}},
	];
	const board = boardFrom(events);
	return {
		board,
		entries: entriesFrom(events),
		now: at,
		prompts: promptsOf({board, now: at}),
		version: '1.2.3',
		madeBy: text,
		options: {pictures: true},
	};
};

/** Every document in Markdown, the review in each of its forms. */
const documentsOf = async (view: DocumentView): Promise<readonly (readonly [string, string])[]> =>
	Promise.all([
		...formats
			.filter(one => one.extension === 'md' && one.name !== 'review')
			.map(async one => [one.name, await one.write(view)] as const),
		...forms.map(async ({name}) => {
			const review = formats.find(one => one.name === 'review');
			const template = formNamed(name);
			const options = {...view.options, ...(template === undefined ? {} : {template})};
			return [`review ${name}`, (await review?.write({...view, options})) ?? ''] as const;
		}),
	]);

/** Kinds of nodes that must not come from a text. */
const forbidden = /^(?:html|link|linkReference|image|imageReference|footnote.*|definition|blockquote|yaml)$/u;

const kindsIn = (node: object): readonly string[] => [
	...('type' in node && typeof node.type === 'string' ? [node.type] : []),
	...('children' in node && Array.isArray(node.children) ? node.children.flatMap((one: object) => kindsIn(one)) : []),
];

type Document = ReturnType<typeof readMarkdown>;

/** The shape of a document: its blocks, the width of each table's rows, and the language of each picture. */
const shapeOf = (document: Document): readonly string[] =>
	document.map(node =>
		node.type === 'table'
			? // Of some texts doctrine asks more: how many rows there are is not what breaks.
				`table ${[...new Set(node.children.map(row => row.children.length))].join(' ')}`
			: node.type === 'code'
				? `code ${node.lang ?? ''}`
				: node.type === 'heading'
					? `heading ${node.depth}`
					: node.type === 'list'
						? `list ${node.children.length}`
						: node.type,
	);

/** Texts of one line, and not empty: a paragraph of two lines has another shape by right. */
const isOneLine = (text: string): boolean =>
	visible(text)
		.split('\n')
		.every(line => line.trim() !== '') && !visible(text).includes('\n');

/** The shape of every document of an incident whose texts are harmless, by its name. */
let shapes: ReadonlyMap<string, readonly string[]> | undefined;

const harmlessShapes = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
	shapes ??= new Map(
		(await documentsOf(viewWith('plain'))).map(([name, written]) => [name, shapeOf(readMarkdown(written))]),
	);
	return shapes;
};

const expectToHold = async (text: string): Promise<void> => {
	const expected = await harmlessShapes();
	for (const [name, written] of await documentsOf(viewWith(text))) {
		// oxlint-disable-next-line no-control-regex
		expect(written).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u);
		const document = readMarkdown(written);
		expect([name, document.flatMap(kindsIn).filter(kind => forbidden.test(kind))]).toEqual([name, []]);
		if (isOneLine(text)) {
			expect([name, shapeOf(document)]).toEqual([name, expected.get(name)]);
		}
	}
};

describe('given an incident in which every text is one that breaks things', () => {
	test.each(hostileStrings.map(text => [JSON.stringify(text).slice(0, 60), text]))(
		'when every document is made of %s, then no table breaks, nothing is alive, and no fence is left',
		async (_, text) => {
			await expectToHold(text);
		},
	);

	test('when every document is made of any text, then the same holds', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(arbitraryText, arbitraryMarkup), async text => {
				await expectToHold(text);
			}),
			{numRuns: 10},
		);
	});

	test('when a fence is in every text, then no picture ends early', async () => {
		const view = viewWith('```\n# x\n```mermaid');

		for (const [, written] of await documentsOf(view)) {
			expect(readMarkdown(written).filter(node => node.type === 'heading' && textOf(node) === 'x')).toEqual([]);
		}

		const log = await formats[0]?.write(view);
		expect(rowsUnder(readMarkdown(log ?? ''), 'Log')).toHaveLength(view.entries.length);
	});
});
