import {describe, expect, test} from 'vitest';
import type {Transport} from '../../source/console/player.ts';
import {drawTransport} from '../../source/console/player-header.ts';
import {looksFor, wear} from '../../source/looks/looks.ts';
import {columns} from '../../source/text.ts';
import {hour, minute} from '../../source/time.ts';
import {picture} from '../support/picture.ts';
import {at, declared} from '../support/spec.ts';

const {entries} = declared.and(
	'[10:01] assign im @"Priya Shah"',
	'[10:20] decide payments offline because card data leak',
	'[11:00] note one',
	'[11:40] note two',
);

const transportAt = (clock: string, more: Partial<Transport> = {}): Transport => ({
	at: at(clock),
	isPlaying: true,
	speed: 60,
	first: at('10:00'),
	last: at('11:40'),
	shown: entries.filter(one => one.recordedAt <= at(clock)).length,
	total: entries.length,
	log: entries,
	patience: undefined,
	skipped: 0,
	...more,
});

const shown = (transport: Transport, width: number, zone = 'Europe/London'): string =>
	picture([drawTransport(transport, zone, width)], width);

describe('the row of a replay', () => {
	test('says that it is one, how fast it runs, where it stands in the log, and when decisions were made', () => {
		expect(shown(transportAt('11:00'), 120)).toMatchInlineSnapshot(`
			"
			 REPLAY  ▶ ×60  11:00 █────────────◆─────────────────────────│························▃ 12:40  entry 5 of 6 · read-only
			"
		`);
		expect(shown(transportAt('11:00', {isPlaying: false}), 80)).toMatchInlineSnapshot(`
			"
			 REPLAY  ‖ ×60  11:00 █────◆─────────│········▃ 12:40  entry 5 of 6 · read-only
			"
		`);
		expect(shown(transportAt('11:40', {isPlaying: false, speed: 1000}), 40)).toMatchInlineSnapshot(`
			"
			 REPLAY  ■ ×1000 █──◆──────▃──────│ 6/6
			"
		`);
	});

	test('says the day where the log takes more than one', () => {
		const days = transportAt('11:00', {last: '2026-06-04T09:00:00.000Z'});
		expect(shown(days, 120)).toMatchInlineSnapshot(`
			"
			 REPLAY  ▶ ×60  11:00 ◆│················································· 4 Jun 10:00  2 Jun · entry 5 of 6 · read-only
			"
		`);
	});

	test('says what of a silence was passed over, and that silences are short', () => {
		expect(shown(transportAt('11:00', {patience: 5000}), 120)).toContain('short silences');
		for (const width of [40, 80, 120]) {
			expect(shown(transportAt('11:00', {patience: 5000, skipped: 3 * hour + 12 * minute}), width)).toContain('3h12');
		}
	});

	test('fits at every width from 40 on, with the cursor in its bar', () => {
		for (let width = 40; width <= 200; width++) {
			for (const clock of ['10:00', '10:20', '11:39:59', '11:40']) {
				for (const skipped of [0, 30 * hour]) {
					const line = shown(transportAt(clock, {skipped, last: '2026-06-04T09:00:00.000Z', speed: 1000}), width);
					expect(columns(line.trim())).toBeLessThanOrEqual(width);
					expect(line).toContain('REPLAY');
					expect(line).toContain('×1000');
					expect(line).toContain('│');
				}
			}
		}
	});

	test('is drawn in ASCII where that is wanted', () => {
		const back = wear(looksFor({color: false, borders: 'ascii'}, {}));
		try {
			for (const isPlaying of [true, false]) {
				for (const clock of ['11:00', '11:40']) {
					expect(shown(transportAt(clock, {isPlaying}), 80)).toMatch(/^[\n -~]*$/u);
				}
			}
		} finally {
			back();
		}
	});
});
