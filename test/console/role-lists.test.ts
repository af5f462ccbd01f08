import {describe, expect, test} from 'vitest';
import {listOf, type ListName} from '../../source/console/lists.ts';
import {keysOf, type Listed, menuOf} from '../../source/console/rows.ts';
import {panes} from '../../source/console/panes.ts';
import {createStores} from '../../source/console/stores.ts';
import {drawListing, type PaneRow} from '../../source/looks/list-pane.tsx';
import {playLines} from '../support/incident.ts';
import {picture} from '../support/picture.ts';
import {at, experts, full, nothing, staffed, type Story} from '../support/spec.ts';

const listedIn = (story: Story, clock?: string, who?: string): Listed => ({
	board: story.board,
	entries: story.entries,
	prompts: story.prompts(clock),
	...(who === undefined ? {} : {who}),
});

const nowOf = (story: Story, clock?: string) => (clock === undefined ? story.now : at(clock));

const rowsOf = (name: ListName, story: Story, clock?: string, who?: string): readonly PaneRow[] => {
	const listed = listedIn(story, clock, who);
	return listOf(name, listed).rows(listed.board, nowOf(story, clock));
};

const keysIn = (...given: Parameters<typeof rowsOf>) => rowsOf(...given).map(row => row.key);

const titleOf = (name: ListName, story: Story, clock?: string, who?: string): string => {
	const listed = listedIn(story, clock, who);
	return listOf(name, listed).title(listed.board, nowOf(story, clock));
};

const shown = (name: ListName, story: Story, clock?: string, who?: string): string => {
	const listed = listedIn(story, clock, who);
	const size = {width: 64, height: 9};
	return picture(
		drawListing(listOf(name, listed), listed.board, nowOf(story, clock), {size, selected: 0, isFocused: false}),
		64,
	);
};

const offersOf = (row: PaneRow | undefined) => row?.offers.map(one => one.line);

describe('the span', () => {
	test('lists every supervisor with who reports there, the fullest first', () => {
		const story = staffed.and(...experts(7), 'split alpha @mia @ola find the keys by 11:00');
		expect(shown('span', story)).toMatchInlineSnapshot(`
			"
			╭ Span · limit 7, 1 over ──────────────────────────────────────╮
			│ 10 ▲7 Priya Shah: Tom, Sam, Chen, Ana, Mia, Uri, Eva, Leo,   │
			│       Zoe, Max                                               │
			│ 1     Mia Berg #alpha: Ola                                   │
			│                                                              │
			│                                                              │
			│                                                              │
			│                                                              │
			╰──────────────────────────────────────────────────────────────╯
			"
		`);
		expect(offersOf(rowsOf('span', story)[0])).toEqual(['split ']);
		expect(offersOf(rowsOf('span', story)[1])).toEqual(['join #alpha @', 'brief #alpha ', 'merge #alpha']);
		expect(titleOf('span', nothing)).toBe('Span · limit 7');
	});
});

describe('what is without a tester', () => {
	test('is every suspicion that no open action tests', () => {
		const story = full.and('[10:05] suspect the token was copied', 'unknown who copied it');
		expect(keysIn('untested', story)).toEqual(['F2', 'F3']);
		const tested = story.and('[10:06] action test F2 tests:F2 @ana by 10:30');
		expect(keysIn('untested', tested)).toEqual(['F3']);
		expect(titleOf('untested', tested)).toBe('Suspected, without a tester · 1');
	});

	test('stays until it is confirmed or refuted, though a test was done', () => {
		const done = full.and('[10:06] action test F2 tests:F2 @ana by 10:30', '[10:20 @ana] done A2 result:success');
		expect(rowsOf('untested', done)[0]).toMatchObject({key: 'F2', text: expect.stringContaining('neither confirmed')});
		expect(offersOf(rowsOf('untested', done)[0])).toEqual(['confirm F2 ', 'refute F2 because ']);
		expect(keysIn('untested', done.and('confirm F2'))).toEqual([]);
	});
});

describe('the times', () => {
	const story = full.and(
		'[10:01] heartbeat happened | means | done | next next 10:30',
		'[10:02] audience customers every:20m',
		'[10:03] clock gdpr since 09:00',
		'[10:04] handover im @tom by 12:00',
		'[10:05] nextpoint D1 next 10:45',
		'[10:06] period until 14:00',
		'[10:07] split alpha @mia @ana find the keys by 10:50',
	);

	test('are those of everything that has one, the soonest first', () => {
		expect(shown('times', story, '10:25')).toMatchInlineSnapshot(`
			"
			╭ Times · 1 late · next in 5m ─────────────────────────────────╮
			│ 3m late    update for customers                              │
			│ in 5m      heartbeat of the team                             │
			│ in 20m     D1 looked at again: wait                          │
			│ in 25m     #alpha reports on find the keys                   │
			│ in 35m     A1 isolate host 17 · Ana Reis                     │
			│ in 1h35    handover Incident Manager to Tom Achebe           │
			│ in 3h35    period 1 ends                                     │
			╰──────────────────────────────────────────────────────────────╯
			"
		`);
		expect(keysIn('times', story)).toEqual([
			'audience customers',
			'heartbeat',
			'D1',
			'team alpha',
			'A1',
			expect.stringMatching(/^handover \d+$/u),
			'period 1',
			'C1',
		]);
	});

	test('leave those that are met: reported, sent, decided, notified', () => {
		const met = story.and(
			'[10:08] update customers told',
			'[10:08] done A1 result:success',
			'[10:08] notify C1',
			'[10:08] merge alpha',
			'[10:46] decide wait longer because we must',
		);
		expect(keysIn('times', met)).toEqual([
			'audience customers',
			'heartbeat',
			expect.stringMatching(/^handover/u),
			'period 1',
		]);
	});

	test('of heartbeats and updates count while the team stands only', () => {
		expect(keysIn('times', full.and('[11:00] close because it is over'))).toEqual(['A1']);
	});
});

describe('the replies', () => {
	const story = full.and(
		'[10:05 @ana] recommend take the hosts offline',
		'[10:06 @tom] suggest silver because two departments are affected',
		'[10:07] message Some payments fail. Next update by 11:00. audience:customers',
		'[10:08] handover im @tom',
		'[10:09] data personal',
		'[10:09] answer R5 privacy put',
	);

	test('are owed by whoever has not accepted, acknowledged, decided or agreed, the longest first', () => {
		const texts = rowsOf('replies', story, '10:20').map(row => row.text);
		expect(texts).toEqual(
			expect.arrayContaining([
				'20m Ana to acknowledge A1 isolate host 17',
				'20m Priya to accept Incident Manager',
				'15m Priya to decide: take the hosts offline, as Ana recommends',
				'14m Priya to answer: silver command, as Tom suggests',
				'13m Priya to agree to M1 Some payments fail. Next update by 11:00.',
				'12m Tom to take over as Incident Manager',
				expect.stringMatching(/^11m Priya to decide R5: Personal data/u),
			]),
		);
		const waits = texts.map(text => Number(/^\d+/u.exec(text)?.[0]));
		expect(waits).toEqual(waits.toSorted((one, other) => other - one));
	});

	test('are gone when they are given', () => {
		const given = story.and(
			'[10:10 @ana] ack A1',
			'[10:10] keep im',
			'[10:10 @priya] accept im',
			`[10:10] decide offline on:${story.board.decisions.recommendations[0]?.entry} because keys are on them`,
			'[10:10] decline silver because we can do it',
			'[10:10] agree M1',
			'[10:10] decide nobody joins now rule:R5 because nobody is free',
		);
		const texts = rowsOf('replies', given, '10:20')
			.map(row => row.text)
			.join('\n');
		for (const gone of ['acknowledge', 'Priya', 'recommends', 'silver', 'M1', 'take over']) {
			expect(texts).not.toContain(gone);
		}
	});
});

describe('actions to complete', () => {
	test('lack an owner or a time; nobody’s come first', () => {
		const story = full.and('action ring the bank @chen', 'action find the keys by 11:30', 'action tell legal');
		expect(shown('to complete', story)).toMatchInlineSnapshot(`
			"
			╭ Actions to complete · 3 ─────────────────────────────────────╮
			│ A3  no owner   find the keys                                 │
			│ A4  neither    tell legal                                    │
			│ A2  no time    ring the bank · Chen Wei                      │
			│                                                              │
			│                                                              │
			│                                                              │
			│                                                              │
			╰──────────────────────────────────────────────────────────────╯
			"
		`);
		expect(offersOf(rowsOf('to complete', story).at(-1))).toEqual(['extend A2 by ', 'cancel A2 because ']);
	});
});

describe('one’s own', () => {
	const story = full.and(
		'action ring the bank @chen by 10:20',
		'action watch host 18 @chen by 11:30',
		'split alpha @chen @ana find the keys',
		'action rotate the keys #alpha by 10:40',
		'[10:05 @chen] recommend take the hosts offline because keys are on them',
		'[10:06 @ana] recommend wait',
	);

	test('actions are those of whoever sits here and of their sub-team', () => {
		expect(shown('own actions', story, '10:25', 'chen')).toMatchInlineSnapshot(`
			"
			╭ Own actions · Chen Wei · 3 open, 1 overdue ──────────────────╮
			│ A2  5m late    ring the bank · by 10:20 · not acknowledged   │
			│ A4  in 15m     rotate the keys · #alpha · by 10:40 · not     │
			│                acknowledged                                  │
			│ A3  in 1h05    watch host 18 · by 11:30 · not acknowledged   │
			│                                                              │
			│                                                              │
			│                                                              │
			╰──────────────────────────────────────────────────────────────╯
			"
		`);
		expect(keysIn('own actions', story, '10:25', 'ana')).toEqual(['A4', 'A1']);
	});

	test('recommendations are those of whoever sits here, and say what came of them', () => {
		expect(shown('own recommendations', story, '10:25', 'chen')).toMatchInlineSnapshot(`
			"
			╭ Own recommendations · Chen Wei · 1 waiting ──────────────────╮
			│ 22  waits     take the hosts offline, because keys are on    │
			│               them                                           │
			│                                                              │
			│                                                              │
			│                                                              │
			│                                                              │
			│                                                              │
			╰──────────────────────────────────────────────────────────────╯
			"
		`);
		const [row] = rowsOf('own recommendations', story, '10:25', 'chen');
		const decided = story.and(`[10:10] decide offline on:${row?.key} because keys are on them`);
		expect(rowsOf('own recommendations', decided, '10:25', 'chen')[0]).toMatchObject({
			lead: [{}, {text: 'D2 '}],
			offers: [],
		});
	});

	test('are nobody’s where nobody of the board sits: that is said, with how to mend it', () => {
		for (const who of [undefined, 'root']) {
			expect(rowsOf('own actions', story, '10:25', who)).toEqual([]);
			expect(shown('own recommendations', story, '10:25', who)).toContain('Start with --as @name');
		}
	});
});

describe('late entries', () => {
	test('are those without a reason first, and are explained from there', () => {
		const story = full.and(
			'[10:20] note somebody rang at 10:01',
			'[10:30] note the bank rang at 10:02 because nobody was free',
		);
		expect(shown('late entries', story)).toMatchInlineSnapshot(`
			"
			╭ Late entries · 2, 1 without a reason ────────────────────────╮
			│ 18  19m    10:01 Sam Ó Briain: somebody rang                 │
			│ 19  28m    10:02 Sam Ó Briain: the bank rang (late, because  │
			│            nobody was free)                                  │
			│                                                              │
			│                                                              │
			│                                                              │
			│                                                              │
			╰──────────────────────────────────────────────────────────────╯
			"
		`);
		const [first] = rowsOf('late entries', story);
		expect(offersOf(first)).toEqual([`explain ${first?.key} because `]);
		expect(titleOf('late entries', story.and(`explain ${first?.key} because the line was busy`))).toBe(
			'Late entries · 2',
		);
	});
});

describe('what is said outside', () => {
	const story = full.and(
		'[10:01] message One. Next update by 11:00. audience:customers',
		'[10:02] message Two. Next update by 11:00. audience:customers',
		'[10:03] message Three. Next update by 11:00. audience:partners',
		'[10:04] agree M1',
		'[10:05] agree M2',
		'[10:06] send M1 channel:status-page',
		'[10:07] channel bridge call private:yes',
		'[10:08] channel status-page',
		'[10:09] audience customers every:30m @mia',
		'[10:09] audience partners every:1h',
		'[10:10] told police they ring back',
		'[10:11] told siro',
	);

	test('messages stand in the order of what is to be done with them, with who agreed', () => {
		expect(shown('messages', story)).toMatchInlineSnapshot(`
			"
			╭ Messages · 1 to agree · 1 to send ───────────────────────────╮
			│ to agree    M3  partners: Three. Next update by 11:00. (Sam) │
			│ to send     M2  customers: Two. Next update by 11:00. (Sam)  │
			│                 · agreed by Priya 10:05                      │
			│ sent 10:06  M1  customers: One. Next update by 11:00. ·      │
			│                 agreed by Priya 10:04                        │
			│                                                              │
			│                                                              │
			╰──────────────────────────────────────────────────────────────╯
			"
		`);
	});

	test('updates name the audiences that nobody briefs, channels how many are private', () => {
		expect(titleOf('updates', story)).toBe('Updates · 1 without a briefer');
		expect(titleOf('channels', story)).toBe('Channels 2 · private 1');
		expect(keysIn('channels', story.and('channelclose bridge'))).toEqual(['channel status-page']);
	});

	test('stakeholders who are not told stand first', () => {
		expect(keysIn('stakeholders', story)).toEqual(['security-team', 'senior-management', 'siro', 'police']);
		expect(titleOf('stakeholders', story)).toBe('Stakeholders · 2 not told');
	});
});

const pictureTone = (story: Story) =>
	rowsOf('secretariat duties', story, '10:12').find(row => row.key === 'picture')?.lead[0]?.tone;

describe('the checklist of a role', () => {
	test('has what is due on top, what is done at the foot, and ticks itself by the log', () => {
		const story = staffed.and('[10:05] call');
		expect(shown('secretariat duties', story, '10:12')).toMatchInlineSnapshot(`
			"
			╭ Duties · 1 of 5 done ────────────────────────────────────────╮
			│ ! Private channel and calls /channel                         │
			│ · One shared picture                                         │
			│ · An owner and a time for each                               │
			│ · Capture the documents                                      │
			│ ✓ Keep the log                                               │
			│                                                              │
			│                                                              │
			╰──────────────────────────────────────────────────────────────╯
			"
		`);
		const kept = story.and('[10:10] heartbeat a | b | c | d', '[10:11] reconfirm');
		expect(pictureTone(story)).not.toBe('good');
		expect(pictureTone(kept)).toBe('good');
	});

	test('opens the duty in full, and offers what would do it', () => {
		const listed = listedIn(staffed.and('[10:05] call'));
		const now = at('10:06');
		const index = keysOf('manager duties', listed, now).indexOf('announce');
		expect(menuOf('manager duties', index, listed, now)).toEqual({
			title: 'Announce the roles',
			text: 'Says on every call who is in command, who is the deputy and who keeps the log. It is due now.',
			offers: [{label: 'Announce the roles', line: 'announce'}],
			selected: 0,
		});
	});

	test('of each of six roles holds its duties, 21 in all', () => {
		const lists = ['manager', 'deputy', 'secretariat', 'expert', 'comms', 'liaison'] as const;
		expect(lists.map(name => rowsOf(`${name} duties`, full).length)).toEqual([7, 3, 5, 2, 2, 2]);
	});
});

test('whoever sits here is known to the lists from the start', async () => {
	const play = await playLines([
		['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security'],
		['09:01', 'sam', 'assign analyst @"Chen Wei"'],
		['09:02', 'sam', 'action isolate host 17 @chen by 09:30'],
	]);
	const desk = {...play.desk, situation: () => ({...play.desk.situation(), by: 'chen'})};
	const stores = createStores(desk, '', play.now());
	const seen = {
		listed: stores.listed.get(),
		now: play.now(),
		selection: undefined,
		isFocused: false,
		marks: undefined,
		top: undefined,
	};
	expect(picture(panes['own actions'].draw(seen, {width: 60, height: 6}), 60)).toContain('isolate host 17');
});
