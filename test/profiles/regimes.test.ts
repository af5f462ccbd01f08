import * as v from 'valibot';
import {describe, expect, it} from 'vitest';
import {periodEnd} from '../../source/business-time.ts';
import {moj} from '../../source/profiles/moj.ts';
import {regimes, regimesOf, regimeTable} from '../../source/profiles/regimes.ts';
import {type Regime, regimeSchema} from '../../source/regime.ts';
import {inZone} from '../../source/time.ts';

const named = (id: string): Regime => {
	const found = regimes.find(one => one.id === id);
	if (found === undefined) {
		throw new Error(`There is no ${id}.`);
	}

	return found;
};

describe('the regimes', () => {
	it('have the shape that a log may keep, and an id each', () => {
		for (const one of regimes) {
			expect(v.safeParse(regimeSchema, one).issues).toBeUndefined();
		}

		expect(new Set(regimes.map(one => one.id)).size).toBe(regimes.length);
	});

	it('say who says so and when that was checked', () => {
		for (const {source, content, anchor, checkedOn} of regimes) {
			expect([source, content, anchor]).not.toContain('');
			expect(checkedOn).toBe('2026-05-31');
		}
	});

	it('depend on regimes that there are', () => {
		const after = regimes.flatMap(one => (one.after === undefined ? [] : [[one.id, one.after]]));
		expect(after).toEqual([
			['nis2-final', 'nis2'],
			['dora-intermediate', 'dora-initial'],
			['dora-final', 'dora-intermediate'],
			['cra-final', 'cra'],
		]);
		expect(after.map(([, before]) => named(before ?? '').id)).toHaveLength(4);
	});

	it('say where days are counted how they are', () => {
		for (const {id, unit, note = ''} of regimes) {
			const isInDays = unit === 'calendar-days' || unit === 'business-days' || unit === 'months';
			expect([id, note.includes('Counted to the end of the last')]).toEqual([id, isInDays]);
			expect([id, note.includes('public holidays are not known')]).toEqual([id, unit === 'business-days']);
		}
	});
});

/** Wednesday, a quarter past nine in New York and in London two in the afternoon. */
const anchor = '2026-06-03T13:15:00.000Z';

describe('each regime gives the time that the law gives', () => {
	it.each([
		['gdpr', 'Sat 6 Jun 14:15:00'],
		['gdpr-processor', 'at once'],
		['gdpr-people', 'at once'],
		['pecr', 'Sat 6 Jun 14:15:00'],
		['nis-uk', 'Sat 6 Jun 14:15:00'],
		['nis2-early', 'Thu 4 Jun 14:15:00'],
		['nis2', 'Sat 6 Jun 14:15:00'],
		['nis2-final', 'Fri 3 Jul 23:59:59'],
		['dora-initial', 'Wed 3 Jun 18:15:00'],
		['dora-initial-limit', 'Thu 4 Jun 14:15:00'],
		['dora-intermediate', 'Sat 6 Jun 14:15:00'],
		['dora-final', 'Fri 3 Jul 23:59:59'],
		['cra-early', 'Thu 4 Jun 14:15:00'],
		['cra', 'Sat 6 Jun 14:15:00'],
		['cra-final', 'Fri 3 Jul 23:59:59'],
		['cra-fix', 'Wed 17 Jun 23:59:59'],
		['sec-8k', 'Tue 9 Jun 23:59:59'],
		['hipaa-people', 'Sun 2 Aug 23:59:59'],
		['hipaa-hhs', 'Sun 2 Aug 23:59:59'],
		['hipaa-media', 'Sun 2 Aug 23:59:59'],
		['nydfs', 'Sat 6 Jun 14:15:00'],
		['nydfs-ransom', 'Thu 4 Jun 14:15:00'],
		['nydfs-ransom-report', 'Fri 3 Jul 23:59:59'],
		['pci-acquirer', 'at once'],
		['pci-report', 'Mon 8 Jun 23:59:59'],
		['pci-accounts', 'Wed 17 Jun 23:59:59'],
		['gsa', 'Wed 3 Jun 15:15:00'],
	])('%s', (id, ends) => {
		const {count, unit} = named(id);
		const end = periodEnd(anchor, count, unit, 'Europe/London');
		expect(end === undefined ? 'at once' : inZone(end, 'Europe/London', 'EEE d MMM HH:mm:ss')).toBe(ends);
	});

	it('and none is without its line here', () => {
		expect(regimes).toHaveLength(27);
	});
});

describe('a doctrine', () => {
	const own: Regime = {...named('gdpr'), id: 'acme', title: 'Contract with Acme', count: 12};

	it('adds regimes of its own', () => {
		expect(regimesOf(moj)).toEqual(regimes);
		expect(regimesOf({...moj, regimes: [own]}).map(one => one.id)).toEqual([...regimes.map(one => one.id), 'acme']);
	});

	it('may hold another time under an id that the program knows', () => {
		const stricter = regimesOf({...moj, regimes: [{...own, id: 'gdpr'}]});
		expect(stricter).toHaveLength(regimes.length);
		expect(stricter.find(one => one.id === 'gdpr')?.count).toBe(12);
	});
});

describe('the table of regimes', () => {
	it('has a row for each, as wide as its head', () => {
		const {head, rows} = regimeTable();
		expect(rows.map(row => row[0])).toEqual(regimes.map(one => one.id));
		expect(new Set(rows.map(row => row.length))).toEqual(new Set([head.length]));
		expect(rows[0]?.slice(3, 5)).toEqual(['controller aware, with reasonable certainty', '72 hours']);
	});
});
