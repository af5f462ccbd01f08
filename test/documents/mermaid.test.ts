import {describe, expect, test} from 'vitest';
import {gantt} from '../../source/documents/gantt.ts';
import {mermaidText} from '../../source/documents/mermaid.ts';
import {mermaidTimeline} from '../../source/documents/mermaid-timeline.ts';
import {markdown} from '../../source/documents/markdown.ts';
import {pictures} from '../../source/documents/pictures.ts';
import type {BoardEvent} from '../../source/entry.ts';
import {clip, forTerminal} from '../../source/text.ts';
import {arbitraryText} from '../support/arbitrary-event.ts';
import * as fc from '../support/fast-check.ts';
import {arbitraryMarkup, hostileStrings} from '../support/hostile.ts';
import {boardFrom, entriesFrom, instant} from '../support/incident.ts';
import {declared, given, staffed, type Story} from '../support/spec.ts';
import {readMarkdown} from './reading.ts';

const viewOf = ({board, entries, now}: Story) => ({board, entries, now, prompts: [], version: '1.2.3'});

/** What Mermaid shows of a text: entities by number become their characters. */
const shownOf = (text: string): string =>
	text.replaceAll(/#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));

/** What parts, ends or begins something in one of its grammars: nothing of it may be left between entities. */
const meaning = /[:;#"'`<>{}[\]|%&\\*_~^$=!?@\n\r\t]|--/u;

const expectToStayText = (text: string): void => {
	const written = mermaidText(text, 60);

	expect(written.replaceAll(/#\d+;/gu, ' ')).not.toMatch(meaning);
	expect(shownOf(written)).toBe(clip(forTerminal(text).trim(), 60) || '-');
};

describe('a text in a picture', () => {
	test.each(hostileStrings.map(text => [JSON.stringify(text).slice(0, 60), text]))('%s stays text', (_, text) => {
		expectToStayText(text);
	});

	test('any text stays text', () => {
		fc.assert(
			fc.property(fc.oneof(arbitraryText, arbitraryMarkup, fc.string({unit: 'binary-ascii'})), text => {
				expectToStayText(text);
			}),
			{numRuns: 300},
		);
	});

	test('a colon, a quote and a remark are entities; words and dashes are as typed', () => {
		expect(mermaidText('10:05 "x" %% A-1 -- é', 40)).toBe('10#58;05 #34;x#34; #37;#37; A-1 #45;- é');
	});
});

/** The lines of a Gantt chart that are bars: their label and their data. */
const bars = (lines: readonly string[]) =>
	lines.flatMap(line => {
		const [, label, data] = /^ {4}([^:]*) :([^:]*:[^:]*:[^:]*)$/u.exec(line) ?? [];
		return label === undefined || data === undefined ? [] : [{label, data: data.split(', ')}];
	});

describe('given actions that are done, open, late and failed', () => {
	const story = staffed.and(
		'[10:10 @priya] action isolate host 17 @chen by 10:30',
		'[10:12 @priya] action find: the "keys" @ana by 10:20',
		'[10:13 @priya] action look at the logs @chen by 11:30',
		'[10:15 @chen] done A1 off result:success',
		'[10:16 @chen] done A3 nothing in them result:failure',
		'[10:40] note later',
	);

	test('when the bars are drawn, then each says whose it is and how it stands, from when to when', () => {
		const picture = gantt(viewOf(story));

		expect(bars(picture?.lines ?? []).slice(-3)).toEqual([
			{label: 'A1 Chen#58; isolate host 17', data: ['done', '2026-06-02 10:10', '2026-06-02 10:15']},
			{
				label: 'A2 Ana#58; find#58; the #34;keys#34;',
				data: ['crit', 'active', '2026-06-02 10:12', '2026-06-02 10:40'],
			},
			{label: 'A3 Chen#58; look at the logs', data: ['crit', 'done', '2026-06-02 10:13', '2026-06-02 10:16']},
		]);
		expect(picture?.left).toBeUndefined();
	});

	test('when it is written as Markdown, then there are two fenced blocks in Mermaid’s language', () => {
		const document = readMarkdown(markdown(pictures(viewOf(story))));

		expect(document.map(node => (node.type === 'code' ? node.lang : node.type))).toEqual([
			'heading',
			'mermaid',
			'mermaid',
		]);
	});

	test('when something began and ended within a minute, then its bar is a minute long', () => {
		const short = declared.and('[10:10] action look', '[10:10] done A1 seen');

		expect(bars(gantt(viewOf(short))?.lines ?? []).at(-1)?.data).toEqual([
			'done',
			'2026-06-02 10:10',
			'2026-06-02 10:11',
		]);
	});

	test('when the clock was changed on the way, then the bars are drawn in UTC', () => {
		const view = viewOf(given('declare X zone:Europe/London', 'action look'));

		expect(gantt({...view, now: '2026-12-02T10:00:00.000Z'})?.lines[1]).toContain('times in UTC');
		expect(gantt(view)?.lines[1]).toContain('times in Europe/London');
	});

	test('when somebody is called as a word of Mermaid’s, then no line begins with it', () => {
		const named = given('declare X', 'assign im @"click Section"', 'action look');

		for (const line of gantt(viewOf(named))?.lines ?? []) {
			expect(line).not.toMatch(/^\s*click/iu);
		}
	});

	test('when there are no actions, then there is no chart', () => {
		expect(gantt(viewOf(declared))).toBeUndefined();
	});
});

const declaration: BoardEvent = {
	kind: 'incident-declared',
	title: 'X',
	incidentKind: 'security',
	severity: 'S2',
	personalData: 'no',
	phase: 'hot',
	profile: 'moj',
	zone: 'UTC',
	exercise: false,
};

/** An incident of that many actions, each decided and done a minute after the one before. */
const large = (count: number) => {
	const events: readonly BoardEvent[] = [
		declaration,
		...Array.from({length: count}, (_, index): readonly BoardEvent[] => [
			{kind: 'action-opened', ref: `A${index + 1}`, text: `number ${index + 1}`},
			{kind: 'action-done', ref: `A${index + 1}`},
		]).flat(),
		{kind: 'decision-made', ref: 'D1', text: 'stop'},
	];
	const entries = entriesFrom(events).map((entry, index) => {
		const at = new Date(Date.parse(instant('09:00')) + index * 60_000).toISOString();
		return {...entry, occurredAt: at, recordedAt: at};
	});
	return {board: boardFrom(events), entries, now: instant('23:00'), prompts: [], version: '1.2.3'};
};

describe('given an incident of 300 actions', () => {
	test('when it is drawn, then the pictures stay small and say what was left out', () => {
		const view = large(300);

		const [timeline, chart] = [mermaidTimeline(view), gantt(view)];

		expect(chart?.lines.length).toBeLessThan(40);
		expect(chart?.left).toMatch(/^270 of 300 actions are left out of the bars/u);
		expect(timeline?.lines.length).toBeLessThan(40);
		expect(timeline?.left).toMatch(/^282 of 302 milestones are left out of the timeline/u);
	});

	test('when it is drawn, then the decision at its end is in the timeline: the weightiest come first', () => {
		expect(mermaidTimeline(large(300))?.lines.join('\n')).toContain('D1 stop');
	});
});

describe('given milestones of two days, some in one minute', () => {
	const story = declared.and(
		'[10:05] decide wait because it is early',
		'[10:05:20] severity S1 because it spreads',
		'[10:06] note chatter',
	);

	test('when the timeline is drawn, then each minute is a column and nothing else of the log is in it', () => {
		expect(mermaidTimeline(viewOf(story))?.lines).toEqual([
			'timeline',
			'    title INC-2026-0001 Payments database exposed, times in UTC',
			'    section 2026-06-02',
			expect.stringMatching(/^ {8}10#58;00 : incident declared#58; Payments/u),
			expect.stringMatching(/^ {8}10#58;05 : D1 wait/u),
			expect.stringMatching(/^ {10,} : severity S1/u),
		]);
	});

	test('when it is an exercise, then a picture that is copied out of it says so', () => {
		const drill = viewOf(given('declare X exercise:yes', 'action look'));

		for (const picture of [mermaidTimeline(drill), gantt(drill)]) {
			expect(picture?.lines[1]).toBe('    title EXERCISE INC-2026-0001 X, times in UTC');
		}
	});

	test('when an action is done, then the timeline says what it was', () => {
		const done = declared.and('[10:10] action isolate host 17', '[10:11] done A1 off');

		expect(mermaidTimeline(viewOf(done))?.lines.at(-1)).toBe('        10#58;11 : A1 done#58; isolate host 17');
	});

	test('when an entry is struck, then it is not in the timeline', () => {
		const struck = story.and('strike 2 because it was somebody else');

		expect(mermaidTimeline(viewOf(struck))?.lines.join('\n')).not.toContain('D1');
	});
});
