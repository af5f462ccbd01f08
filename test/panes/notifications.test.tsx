import {describe, expect, it} from 'vitest';
import {notificationsPane} from '../../source/duties/notifications/pane.tsx';
import {looksFor, wear} from '../../source/looks/looks.ts';
import {drawListing} from '../../source/looks/list-pane.tsx';
import {manifold} from '../duties/notifications/situations.ts';
import {picture} from '../support/picture.ts';
import {at, staffed} from '../support/spec.ts';

/** What is said to be left of one clock at a time of the day. */
const countdown = (clock: string): string | undefined =>
	notificationsPane
		.rows(manifold.board, at(clock))
		.find(one => one.key === 'C4')
		?.lead[1]?.text.trimEnd();

describe('the notifications', () => {
	it('shows what is left of each, and how much is used', () => {
		const rows = notificationsPane.rows(manifold.board, at('11:30'));
		expect(
			rows.map(one => `${one.lead.map(cell => cell.text.padEnd(cell.width ?? 0)).join('')}${one.text.slice(0, 10)}`),
		).toEqual([
			'C3  at once                Payment sc',
			'C8  in 30m                 NYDFS, cyb',
			'C4  in 2h00     ▓▓▓▓▓░░░░░ DORA, init',
			'C1  in 2d 21h   ░░░░░░░░░░ NIS2, inci',
			'C2  no anchor              SEC form 8',
			'C7  in part                UK PECR, t',
			'C5  notified               18F and GS',
			'C6  waived                 GDPR, pers',
		]);
		expect(rows[0]?.text).toBe('Payment scheme, acquirer, to the acquiring bank, without undue delay');
		expect(rows.map(one => one.lead[1]?.tone)).toEqual([
			'urgent',
			'advise',
			'advise',
			'plain',
			'urgent',
			'warn',
			'quiet',
			'quiet',
		]);
		expect(notificationsPane.title(manifold.board, at('11:30'))).toBe('Notifications · 4 to make');
		expect(notificationsPane.title(manifold.board, at('13:30'))).toBe('Notifications · 4 to make, 1 overdue');
	});

	it('offers of each what can be done with it', () => {
		const lines = notificationsPane.rows(manifold.board, at('11:30')).map(one => one.offers[0]?.line);
		expect(lines).toEqual([
			'notify C3 ',
			'notify C8 phase:followup ',
			'notify C4 ',
			'notify C1 ',
			'anchor C2 since ',
			'notify C7 phase:followup ',
			'notify C5 phase:followup ',
			'notify C6 ',
		]);
	});

	it('tells an empty room how to begin', () => {
		expect(notificationsPane.rows(staffed.board, staffed.now)).toEqual([]);
		expect(notificationsPane.title(staffed.board, staffed.now)).toBe('Notifications');
		expect(notificationsPane.empty).toContain('clock gdpr');
	});

	it('keep ref, countdown and bar where there is one row for each', () => {
		const shown = picture(
			drawListing(notificationsPane, manifold.board, at('13:10'), {
				size: {width: 60, height: 7},
				selected: 2,
				isFocused: true,
			}),
			60,
		);
		expect(shown).toContain('C4  in 20m      ▓▓▓▓▓▓▓▓▓░ DORA, initial');
		expect(shown).toContain('C8  1h10 late');
	});

	it('say in two stages that the time is up, the second in capitals', () => {
		expect(countdown('13:50')).toBe('20m late');
		expect(countdown('14:00')).toBe('30m late');
		expect(countdown('14:01')).toBe('31m LATE');
	});

	it('show the bar in ASCII where that is wanted', () => {
		const back = wear(looksFor({color: false, borders: 'ascii'}, {}));
		try {
			const shown = picture(
				drawListing(notificationsPane, manifold.board, at('11:30'), {
					size: {width: 60, height: 12},
					selected: 0,
					isFocused: false,
				}),
				60,
			);
			expect(shown).toContain('C4  in 2h00     #####.....');
			expect(shown).toMatch(/^[\n -~]*$/u);
		} finally {
			back();
		}
	});
});
