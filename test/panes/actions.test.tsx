import {describe, expect, test} from 'vitest';
import {drawActions} from '../../source/duties/actions/pane.tsx';
import {countdown} from '../../source/duties/actions/state.ts';
import {instant, type Play, playLines} from '../support/incident.ts';
import {picture} from '../support/picture.ts';

const incident = async (): Promise<Play> =>
	playLines([
		['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security'],
		['09:01', 'sam', 'assign im @"Priya Shah"'],
		['09:02', 'sam', 'assign analyst @"Chen Wei"'],
		['09:03', 'priya', 'action isolate host 17 from the payment network and keep its memory @chen by 09:30'],
		['09:04', 'chen', 'ack A1'],
		['09:05', 'priya', 'action find the leaked keys by 09:50'],
		['09:06', 'priya', 'action draft the notice @chen by 11:30'],
		['09:07', 'priya', 'action ring the bank'],
		['09:08', 'priya', 'action order coffee @chen by 09:20'],
		['09:09', 'chen', 'done A5'],
	]);

const shown = (play: Play, width: number, height: number, selected?: number): string =>
	picture(
		drawActions(play.board(), play.now(), {
			size: {width, height},
			selected: selected ?? 0,
			isFocused: selected !== undefined,
		}),
		width,
	);

describe('the actions', () => {
	test('come by urgency with a countdown, overdue first, who owes them, and whether that was understood', async () => {
		const play = (await incident()).at('09:44');
		expect(shown(play, 44, 18)).toMatchInlineSnapshot(`
			"
			╭ Actions · 4 open, 1 overdue ─────────────╮
			│ A1  14m late   isolate host 17 from the  │
			│                payment network and keep… │
			│     Chen Wei · by 09:30 · acknowledged   │
			│ A2  in 6m      find the leaked keys      │
			│     no owner · by 09:50                  │
			│ A3  in 1h46    draft the notice          │
			│     Chen Wei · by 11:30 · not acked      │
			│ A4  no time    ring the bank             │
			│     no owner                             │
			│ A5  done       order coffee              │
			│     Chen Wei · by 09:20                  │
			│                                          │
			│                                          │
			│                                          │
			│                                          │
			│                                          │
			╰──────────────────────────────────────────╯
			"
		`);
	});

	test('take one row each where there is little room, and keep countdown and owner', async () => {
		const play = (await incident()).at('09:44');
		expect(shown(play, 52, 7)).toMatchInlineSnapshot(`
			"
			╭ Actions · 4 open, 1 overdue ─────────────────────╮
			│ A1  14m late   isolate host 17 from… Chen        │
			│ A2  in 6m      find the leaked keys  no owner    │
			│ A3  in 1h46    draft the notice      Chen        │
			│ A4  no time    ring the bank         no owner    │
			│ A5  done       order coffee          Chen        │
			╰──────────────────────────────────────────────────╯
			"
		`);
	});

	test('keep a blank after the countdown however late it is, and the text begins behind it', async () => {
		const play = await incident();
		for (const [now, words] of [
			['2026-06-06T08:30:00.000Z', '3d 23h LATE'],
			['2026-11-23T04:08:00.000Z', '173d LATE'],
		] as const) {
			play.at(now);
			for (const width of [26, 44, 52, 80]) {
				for (const height of [7, 18]) {
					expect(shown(play, width, height)).toMatch(new RegExp(`A1 +${words} +(?:i|…)`, 'u'));
				}
			}
		}
	});

	test('show the selected one though it is far down', async () => {
		const play = (await incident()).at('09:44');
		expect(shown(play, 44, 5, 4)).toMatchInlineSnapshot(`
			"
			╭ ▸Actions · 4 open, 1 overdue ────────────╮
			│ A3  in 1h46    draft the noti… Chen      │
			│ A4  no time    ring the bank   no owner  │
			│ A5  done       order coffee    Chen      │
			╰──────────────────────────────────────────╯
			"
		`);
	});

	test('invite where there are none', async () => {
		const play = await playLines([['09:00', 'sam', 'declare A small thing']]);
		expect(shown(play, 50, 4)).toMatchInlineSnapshot(`
			"
			╭ Actions · 0 open ──────────────────────────────╮
			│ None yet: /action what to do @who by 14:30     │
			│                                                │
			╰────────────────────────────────────────────────╯
			"
		`);
	});
});

describe('the countdown', () => {
	test.each([
		['09:43:30', 'in 30s'],
		['09:30', 'in 14m'],
		['08:00', 'in 1h44'],
		['09:44', 'due now'],
		['09:44:59', 'due now'],
		['09:45', '1m late'],
		['11:50', '2h06 late'],
	])('at %s of an action due at 09:44 is %s', async (now, words) => {
		const play = await playLines([
			['08:00', 'sam', 'declare A small thing'],
			['08:00', 'sam', 'action ring the bank by 09:44'],
			['08:00', 'sam', 'action ring the police'],
		]);
		const [bank, police] = play.board().actions;
		if (bank === undefined || police === undefined) {
			throw new Error('Two actions were given.');
		}

		expect(countdown(bank, instant(now))).toBe(words);
		expect(countdown(police, instant(now))).toBe('no time');
	});

	test('say in two stages that they are late: the second in capitals, as no colour is needed to read', async () => {
		const play = await incident();
		expect(shown(play.at('10:00'), 44, 18)).toContain('A1  30m late ');
		expect(shown(play.at('10:01'), 44, 18)).toContain('A1  31m LATE ');
		expect(shown(play, 44, 18)).toContain('A2  11m late ');
		// One that missed its time before is stuck at once.
		await play.at('09:55').say('extend A2 by 10:10');
		expect(shown(play.at('10:12'), 44, 18)).toContain('A2  2m LATE ');
		await play.say('phase warm');
		expect(shown(play, 44, 18)).toContain('A1  42m late ');
	});
});
