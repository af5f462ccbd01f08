import {describe, expect, test} from 'vitest';
import type {Past} from '../../source/console/lookback.ts';
import {drawPastHeader} from '../../source/console/past-header.ts';
import {wear, looksFor} from '../../source/looks/looks.ts';
import {columns} from '../../source/text.ts';
import {instant, type Play, playLines} from '../support/incident.ts';
import {picture} from '../support/picture.ts';

const incident = async (extra = ''): Promise<Play> =>
	playLines([
		['09:00', 'sam', `declare Payments database exposed severity:S2 kind:security zone:Europe/London ${extra}`],
		['09:01', 'sam', 'assign im @"Priya Shah"'],
		['10:00', 'sam', 'note one'],
		['10:40', 'sam', 'note two'],
	]);

const pastOf = (play: Play, at: string, now: string, fresh = 0): Past => ({
	at: instant(at),
	now: instant(now),
	first: instant('09:00'),
	last: instant('10:40'),
	shown: 4,
	total: 5,
	fresh,
	log: play.entries(),
});

const shown = (play: Play, past: Past, width: number): string =>
	picture(drawPastHeader(play.board(), past, {width, height: 2}), width);

describe('the header of a board that is past', () => {
	test('says as of when, how long ago that is, where in the incident, and what was written since', async () => {
		const play = await incident();
		expect(shown(play, pastOf(play, '10:00', '12:10', 3), 100)).toMatchInlineSnapshot(`
			"
			 INC-2026-0001 Payments database exposed      S2 security  HOT · BRONZE  AS OF 11:00 BST (2h10 ago)
			 10:00 █─────────────────│············▃···························· now  entry 4 of 5 · 3 new since
			"
		`);
		expect(shown(play, pastOf(play, '10:00', '12:10'), 80)).toMatchInlineSnapshot(`
			"
			 INC-2026-0001 Payments database exposed    S2  HOT  AS OF 11:00 BST (2h10 ago)
			 10:00 █────────────────│··········▃························· now  entry 4 of 5
			"
		`);
		expect(shown(play, pastOf(play, '10:00', '12:10', 3), 40)).toMatchInlineSnapshot(`
			"
			 Payments databas… S2  HOT  AS OF 11:00
			 10:00 █───│··▃······ now  2h10, 4/5 +3
			"
		`);
	});

	test('says the day where that is not today', async () => {
		const play = await incident();
		expect(shown(play, {...pastOf(play, '10:00', '12:10'), now: '2026-06-04T09:00:00.000Z'}, 100)).toContain(
			'AS OF 2 Jun 11:00 BST (1d 23h ago)',
		);
	});

	test('ends its bar at the last entry where nothing was written for longer than the incident took', async () => {
		const play = await incident();
		expect(shown(play, pastOf(play, '09:00', '12:00'), 80)).toMatch(/ now /u);
		expect(shown(play, pastOf(play, '09:00', '13:00'), 80)).toMatch(/ 11:40 /u);
	});

	test('says EXERCISE and the moment at every width from 40 on, and never more than fits', async () => {
		const play = await incident('exercise:yes marking:"OFFICIAL SENSITIVE"');
		for (let width = 40; width <= 200; width++) {
			for (const at of ['09:00', '09:30', '10:40']) {
				const lines = shown(play, pastOf(play, at, '12:10', 120), width)
					.slice(1, -1)
					.split('\n');
				expect(lines).toHaveLength(2);
				expect(lines[0]).toContain('EXERCISE');
				expect(lines[0]).toContain(`AS OF ${at.replace('09', 'x').replace('10', '11').replace('x', '10')}`);
				expect(lines[1]).toContain('│');
				expect(Math.max(...lines.map(line => columns(line)))).toBeLessThanOrEqual(width);
			}
		}
	});

	test('is drawn in ASCII where that is wanted', async () => {
		const play = await incident();
		const back = wear(looksFor({color: false, borders: 'ascii'}, {}));
		try {
			expect(shown(play, pastOf(play, '10:00', '12:10'), 80)).toMatch(/^[\n -~]*$/u);
		} finally {
			back();
		}
	});
});
