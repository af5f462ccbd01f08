import {describe, expect, it} from 'vitest';
import {plainText} from '../../source/documents/plain.ts';
import {timelinePage} from '../../source/documents/timeline.ts';
import {briefName} from '../../source/duties/staffing/state.ts';
import {columns as columnsOf, forTerminal} from '../../source/text.ts';
import type {Instant} from '../../source/time.ts';
import {arbitraryStory} from '../support/arbitrary-line.ts';
import * as fc from '../support/fast-check.ts';
import {hostileStrings} from '../support/hostile.ts';
import {at, declared, given, nothing, type Story, staffed} from '../support/spec.ts';

type Drawing = {
	readonly columns?: number;
	readonly isAscii?: boolean;
	readonly now?: Instant;
	readonly cursor?: Instant;
};

const page = (story: Story, {now = story.now, ...drawing}: Drawing = {}) =>
	timelinePage({board: story.board, entries: story.entries, prompts: [], version: '0.1.0', now, ...drawing});

const linesOf = (story: Story, drawing?: Drawing): readonly string[] =>
	page(story, drawing).flatMap(block => (block.type === 'figure' ? block.lines : []));

/** The picture as one text, with an empty line before it and after it. */
const picture = (story: Story, drawing?: Drawing): string => `\n${linesOf(story, drawing).join('\n')}\n`;

/** The two lines of names over the axis. */
const named = (story: Story, now: Instant) =>
	linesOf(story, {columns: 80, now})
		.slice(0, 2)
		.map(one => one.trim());

const legend = (story: Story, drawing?: Drawing): string =>
	page(story, drawing)
		.flatMap(block => (block.type === 'list' ? block.items : []))
		.join('\n');

/** The first line whose label begins so. */
const line = (story: Story, label: string, drawing?: Drawing): string =>
	linesOf(story, drawing).find(one => one.trim().startsWith(label)) ?? '';

/** The same entries at other times, the first at the first of them, all others at the last. */
const moved = (story: Story, times: readonly [Instant, ...Instant[]]): Story => ({
	...story,
	entries: story.entries.map((one, index) => ({...one, occurredAt: times[index] ?? times.at(-1) ?? times[0]})),
});

const small = given(
	'declare Payments database exposed severity:S2 kind:security phase:pre-incident',
	'[10:00] assign im @"Priya Shah"',
	'[10:04 @priya] accept im',
	'[10:05] phase hot',
	'[10:06] assign analyst @"Chen Wei"',
	'[10:08] clock dora-initial since 10:02',
	'[10:10] action isolate host 17 @chen by 10:30',
	'[10:12] action rotate the keys @priya by 11:20',
	'[10:15 @priya] decide wait for the supplier',
	'[10:16] message Some payments fail. audience:customers',
	'[10:20] split alpha @chen find the keys',
	'[10:40] done A1 host 17 is off the network result:success',
	'[10:45] assign im @"Tom Achebe"',
	'[10:46] relieve im @priya',
	'[10:50] phase warm',
	'[11:00] note the supplier has called',
);

describe('the picture of the incident over time', () => {
	it('marks the moment that the board shows through the whole picture, and moves nothing', () => {
		const drawing = {columns: 80} as const;
		const marked = linesOf(small, {...drawing, cursor: at('10:25')});
		const plain = linesOf(small, drawing);
		expect(marked).toHaveLength(plain.length);
		const column = marked[2]?.indexOf('│') ?? -1;
		expect(column).toBeGreaterThan(0);
		const without = (lines: readonly string[]) =>
			lines.map(text => (text.slice(0, column) + text.slice(column + 1)).trimEnd());
		expect(without(marked)).toEqual(without(plain));
		expect(marked.map(text => text[column] ?? '').join('')).toMatch(/^.{0,2}│[│┿]*$/u);

		expect(line(small, 'hot', {...drawing, cursor: at('10:25')})).toContain('┿');
		expect(legend(small, {...drawing, cursor: at('10:25')})).toContain('│ the moment that the board shows');
		expect(legend(small, drawing)).not.toContain('│');
	});

	it('marks no moment that it does not reach, and marks in ASCII too', () => {
		expect(linesOf(small, {cursor: at('08:00')})).toEqual(linesOf(small));
		expect(linesOf(small, {cursor: at('10:25'), isAscii: true}).join('')).toMatch(/^[ -~]*$/u);
		expect(line(small, 'hot', {cursor: at('10:25'), isAscii: true})).toContain('+');
	});

	it('draws entries, phases, marks, roles, sub-teams, actions and clocks over one axis', () => {
		expect(picture(small, {columns: 80})).toBe(`
                           2026-06-02
                           10:00              10:30               11:00
                           ┬──────────────────┬───────────────────▼─────────────
Entries                    █ ▃█ ▃▃▃ ▃▃  ▃            ▃  ▆▃  ▃     ▃
Phase
 pre-incident              ━━━━
 hot                          ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
 warm                                                       ━━━━━━━
Decisions                           ◆D1
Messages                             ◇M1
Roles
 Incident Manager Priya    ━━●━━━━━━━━━━━━━━━━━━━━━━━━━━━━
 Incident Manager Tom                                   ━━━━━━━━━━━
 Security analyst Chen        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
Sub-teams
 #alpha Chen                            ━━━━━━━━━━━━━━━━━━━━━━━━━━━
Actions
 A2 Priya: rotate the keys        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▸············○
 A1 Chen: isolate host 17        ━━━━━━━━━━━━━○╍╍╍╍╍╍✓
Statutory clocks
 C1 dora-initial            ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▸············→
`);
	});

	it('says what its signs mean, whose clock it tells, and what it does not reach', () => {
		expect(legend(small, {columns: 80})).toBe(
			`Times in UTC. A column is about 1m; the tallest holds 3 entries.
━ from when to when, ● role accepted, ◆ decided or sent, alone where its ref has no room, ◇ message waits to be sent, ○ due, · time left, ╍ late, ▸ open, ✓ done, → beyond the picture, ▼ now
C1 dora-initial is due 2026-06-02 14:02 UTC, beyond the picture`,
		);
	});

	it('draws the same in ASCII, bars of entries as digits', () => {
		const drawn = linesOf(small, {columns: 80, isAscii: true});
		const ascii = /^[ -~]*$/u;
		expect(drawn.filter(one => !ascii.test(one))).toEqual([]);
		expect(drawn[3]).toBe('Entries                    8 38 333 33  3            3  63  3     3');
		expect(drawn.at(-3)).toBe(' A1 Chen: isolate host 17        =============o!!!!!!v');
		expect(ascii.test(legend(small, {isAscii: true}).replaceAll('\n', ''))).toBe(true);
	});

	it('says that nothing has happened', () => {
		expect(page(nothing).at(-1)).toEqual({type: 'paragraph', text: 'Nothing has happened yet.'});
	});

	it('draws one entry, and a minute, in seconds', () => {
		const one = given('declare Payments database exposed');
		expect(linesOf(one, {columns: 60}).slice(0, 4)).toEqual([
			'           2026-06-02',
			'           10:00:00    10:00:15    10:00:30    10:00:45',
			'           ▼───────────┬───────────┬───────────┬───────────┬',
			'Entries    █',
		]);
		expect(line(one.and('[10:00:59] note it is up again'), 'Entries', {columns: 60})).toMatch(/^Entries {4}█ +█$/u);
	});

	it('names the day above the times, and the year above the days', () => {
		expect(named(declared, '2026-06-03T09:00:00.000Z')).toEqual([
			'2026-06-02                                2026-06-03',
			'12:00             18:00             00:00             06:00',
		]);
		const long = moved(declared.and('note on'), ['2026-12-29T12:00:00.000Z', '2027-01-02T12:00:00.000Z']);
		expect(named(long, '2027-01-02T12:00:00.000Z')).toEqual([
			'2026                                       2027',
			'30 Dec           31 Dec            1 Jan            2 Jan',
		]);
	});

	it('does not draw days of silence, and says so', () => {
		const later = {now: '2026-06-05T09:00:00.000Z'};
		expect(line(staffed.and('[10:30] note all is quiet'), 'hot', later)).toMatch(/━→$/u);
		expect(legend(staffed, later)).toContain('It is drawn to the last entry; nothing was written since');
		expect(legend(staffed, later)).toContain('now is 2026-06-05 09:00 UTC');
	});

	it('draws what happened where it happened, though it was written later', () => {
		const late = given(
			'declare Payments database exposed severity:S2',
			'[10:40] note the site is down at 10:20',
			'[10:40] assign im @"Priya Shah" at 10:10',
		);
		expect(line(late, 'Entries', {columns: 61})).toBe('Entries              ▄         █         ▄');
		expect(line(late, 'Incident', {columns: 61}).indexOf('━')).toBe(31);
	});

	it('takes the phase that was said last from the moment that it names, as the board does', () => {
		const story = declared.and('[11:00] phase warm', '[12:00] phase hot at 10:30', '[12:00] note done');
		expect(linesOf(story).some(one => one.startsWith(' warm'))).toBe(false);
		expect(line(story, 'hot')).toMatch(/^ hot +━+$/u);
	});

	it('is not squeezed into one column by what is written weeks after the close', () => {
		const closed = staffed.and('[10:30] close because it is over', '[11:00] note a word on the lessons');
		const told = closed.entries.length;
		const weeksLater: Story = {
			...closed,
			entries: closed.entries.map(one =>
				one.number === told
					? {...one, occurredAt: '2026-06-25T11:00:00.000Z', recordedAt: '2026-06-25T11:00:00.000Z'}
					: one,
			),
		};
		const now = '2026-06-26T09:00:00.000Z';
		expect(line(weeksLater, 'hot', {now}).trimEnd().length).toBeGreaterThan(90);
		expect(legend(weeksLater, {now})).toContain('Closed 2026-06-02 10:30 UTC. 1 later entry is not drawn.');
		expect(legend(closed)).not.toContain('not drawn');
	});

	it('ends phases and roles at the close, and says when that was', () => {
		const closed = staffed.and('[10:30] close because it is over', '[11:00] note a word on the lessons');
		expect(line(closed, 'hot').length).toBeLessThan(line(closed, 'Entries').length - 30);
		expect(line(closed, 'Deputy').length).toBe(line(closed, 'hot').length);
		expect(legend(closed)).toContain('Closed 2026-06-02 10:30 UTC.');
	});

	it('leaves out what is struck', () => {
		const action = staffed.and('[10:10] action isolate host 17 @chen', '[10:20] decide wait');
		expect(picture(action)).toContain('A1 Chen');
		const numbers = action.entries
			.filter(({event}) => event.kind === 'action-opened' || event.kind === 'decision-made')
			.map(({number}) => number);
		expect(numbers).toHaveLength(2);
		const struck = action.and(...numbers.map(number => `[10:30] strike ${number} because it was not so`));
		expect(picture(struck)).not.toContain('A1');
		expect(picture(struck)).not.toContain('D1');
		const early = declared.and('[10:10] note it began long ago at 08:00', '[10:20] phase warm');
		expect(legend(early)).toContain('A column is about 1m');
		const last = early.and('[10:20] strike 2 because it was another day', '[10:20] strike 3 because it is hot still');
		expect(legend(last)).toContain('A column is about 13s');
		expect(picture(last)).not.toContain('warm');
	});

	it('tells open, done, failed and called off apart', () => {
		const story = staffed.and(
			...['a', 'b', 'c', 'd'].map(text => `[10:10] action ${text} @chen`),
			'[10:20] done A2 it is result:success',
			'[10:20] done A3 it is not result:failure',
			'[10:20] cancel A4 because no need',
		);
		expect(['A1', 'A2', 'A3', 'A4'].map(ref => line(story, ref).at(-1))).toEqual(['▸', '✓', '✗', '┤']);
	});

	it('draws thirty actions, the open ones first, and says how many it leaves out', () => {
		const story = staffed.and(
			...Array.from({length: 40}, (_, index) => `action thing ${index + 1} @chen`),
			...Array.from({length: 20}, (_, index) => `[10:${20 + index}] done A${index + 1} it is result:success`),
		);
		const drawn = linesOf(story).filter(one => /^ A\d/u.test(one));
		expect(drawn).toHaveLength(30);
		expect(drawn.slice(0, 20).every(one => one.endsWith('▸'))).toBe(true);
		// Of those that are done the newest.
		expect(drawn[20]).toContain('A11 Chen');
		expect(picture(story)).toContain('Actions (10 more are not drawn)');
	});

	it('sets marks that meet in lines below each other', () => {
		const story = staffed.and(...Array.from({length: 5}, () => '[10:30] decide wait'), '[11:30] note on');
		const from = linesOf(story).findIndex(one => one.startsWith('Decisions'));
		const drawn = linesOf(story).slice(from, from + 3);
		expect(drawn.map(one => one.replace('Decisions', '').trim())).toEqual(['◆D1', '◆D2', '◆D3']);
	});

	it('shows a clock without an anchor, one met and one waived', () => {
		const story = staffed.and(
			'clock gdpr',
			'clock dora-initial since 10:00',
			'clock nis2-early since 10:00',
			'[10:20] notify C2 by phone',
			'[10:20] waive C3 @priya because it does not apply',
		);
		expect(line(story, 'C1')).toMatch(/no anchor$/u);
		expect(line(story, 'C2')).toMatch(/━✓$/u);
		expect(line(story, 'C3')).toMatch(/━┤$/u);
	});
});

const autumn = given(
	'declare Payments database exposed severity:S2 zone:Europe/London',
	'[10:00] assign im @"Priya Shah"',
);

describe('a change of the clock', () => {
	it('gives the hour that comes twice two places, and says that the clock changes', () => {
		const drawing = {columns: 107, now: '2026-10-25T04:00:00.000Z'};
		const [above = '', below = ''] = linesOf(moved(autumn, ['2026-10-24T23:00:00.000Z']), drawing);
		expect(above.trim()).toBe('2026-10-25');
		expect(below.trim().split(/ +/u)).toEqual(['00:00', '01:00', '01:00', '02:00', '03:00', '04:00']);
		expect(legend(moved(autumn, ['2026-10-24T23:00:00.000Z']), drawing)).toContain(
			'Times in Europe/London (BST); the clock changes to GMT.',
		);
	});

	it('leaves out a time that comes too soon after the one before', () => {
		const drawing = {columns: 92, now: '2026-03-29T08:00:00.000Z'};
		const [, below = ''] = linesOf(moved(autumn, ['2026-03-28T22:00:00.000Z']), drawing);
		expect(below.trim().split(/ +/u)).toEqual(['22:00', '00:00', '04:00', '06:00', '08:00']);
	});

	it('does not name the hour that never comes', () => {
		const drawing = {columns: 107, now: '2026-03-29T05:00:00.000Z'};
		const [, below = ''] = linesOf(moved(autumn, ['2026-03-28T23:00:00.000Z']), drawing);
		expect(below.trim().split(/ +/u)).toEqual(['23:00', '00:00', '02:00', '03:00', '04:00', '05:00', '06:00']);
	});
});

describe('a day that begins late', () => {
	it('is named all the same, by the time that the clock shows then', () => {
		const havana = given('declare Payments database exposed severity:S2 zone:America/Havana');
		const [above, below] = named(moved(havana, ['2026-03-07T17:00:00.000Z']), '2026-03-08T16:00:00.000Z');
		expect(above?.split(/ +/u)).toEqual(['2026-03-07', '2026-03-08']);
		expect(below?.split(/ +/u)).toEqual(['12:00', '18:00', '01:00', '06:00', '12:00']);
	});
});

describe('any picture', () => {
	const widths = fc.integer({min: 1, max: 200});

	it('is no wider than asked, in the document and on the terminal', () => {
		fc.assert(
			fc.property(arbitraryStory, widths, fc.boolean(), (story, columns, isAscii) => {
				const widest = linesOf(story, {columns, isAscii}).map(one => columnsOf(forTerminal(one)));
				expect(Math.max(...widest)).toBeLessThanOrEqual(columns);
			}),
			{numRuns: 30},
		);
	});

	it('shows every role that was held with its holder, once', () => {
		fc.assert(
			fc.property(arbitraryStory, story => {
				const drawn = linesOf(story, {columns: 120});
				const start = drawn.indexOf('Roles') + 1;
				const end = drawn.findIndex((one, index) => index >= start && !one.startsWith(' '));
				const rows = start === 0 ? [] : drawn.slice(start, end === -1 ? undefined : end);
				const {staffing} = story.board;
				const held = new Set(staffing.assignments.map(({role, person}) => `${role} ${person}`));
				expect(rows).toHaveLength(held.size);
				for (const {person} of staffing.assignments) {
					expect(rows.some(one => one.includes(` ${briefName(staffing, person)} `))).toBe(true);
				}
			}),
			{numRuns: 30},
		);
	});

	it('keeps every bar under the axis, and ticks ten columns apart', () => {
		fc.assert(
			fc.property(arbitraryStory, fc.integer({min: 40, max: 200}), (story, columns) => {
				const drawn = linesOf(story, {columns});
				const rule = drawn[2] ?? '';
				const left = rule.length - rule.trimStart().length;
				expect(rule).toHaveLength(columns);
				for (const one of drawn.slice(3)) {
					const first = one.search(/[━╍]/u);
					expect(first === -1 || columnsOf(one.slice(0, first)) >= left).toBe(true);
				}

				const ticks = [...rule.matchAll(/┬/gu)].map(({index}) => index);
				expect(ticks.every((tick, index) => index === 0 || tick - (ticks[index - 1] ?? 0) >= 10)).toBe(true);
			}),
			{numRuns: 30},
		);
	});

	it('keeps its columns whatever people and things are called', () => {
		for (const text of hostileStrings) {
			const name = text.replaceAll(/["\r\n\0]/gu, ' ').trim();
			if (name === '') {
				continue;
			}

			const event = {kind: 'person-joined', handle: 'pat', name} as const;
			const {board} = declared.and('assign im @"Pat Fox"', 'action look into it @pat');
			const [person] = board.staffing.people;
			const people = person === undefined ? [] : [{...person, name: event.name}];
			const story = {...declared, board: {...board, staffing: {...board.staffing, people}}};
			const blocks = page(story, {columns: 60});
			const lines = blocks.flatMap(block => (block.type === 'figure' ? block.lines : []));
			const safe = plainText(blocks, 60).split('\n');
			expect(Math.max(...lines.map(one => columnsOf(one)))).toBeLessThanOrEqual(60);
			// What the page shows is what was drawn: nothing was cut from it to fit.
			expect(safe).toEqual(expect.arrayContaining([...lines]));
			const place = (label: RegExp) => {
				const found = lines.find(one => label.test(one)) ?? '';
				return columnsOf(found.slice(0, found.search(/━/u)));
			};

			expect(place(/^ In/u), name).toBe(place(/^ hot/u));
		}
	});
});
