import {describe, expect, test} from 'vitest';
import {peopleJson, peoplePage} from '../../source/documents/people.ts';
import {plainText} from '../../source/documents/plain.ts';
import type {Announced} from '../../source/ledger/presence.ts';

const station = (change: Partial<Announced>): Announced => ({
	id: 'a',
	incident: 'INC-2026-0001',
	name: 'Priya Shah',
	login: 'priya',
	host: 'desk-1',
	since: '2026-06-02T09:00:00.000Z',
	until: '2026-06-02T11:00:00.000Z',
	isReadonly: false,
	...change,
});

const stations = [
	station({}),
	station({id: 'b', name: 'wall', login: 'screen', incident: undefined, isReadonly: true}),
];

describe('the page of who is there', () => {
	test('says name, login, host, since when, reading or writing, and marks this console', () => {
		const page = plainText(
			peoplePage(stations, {now: '2026-06-02T11:14:00.000Z', zone: 'Europe/London', own: 'a'}),
			120,
		);
		expect(page).toMatch(/Priya Shah \(here\) +priya +desk-1 +2026-06-02 10:00 BST +2h14 +writes +INC-2026-0001/u);
		expect(page).toMatch(/wall +screen .* reads +start screen/u);
	});

	test('of nobody says so', () => {
		expect(plainText(peoplePage([], {now: '2026-06-02T11:14:00.000Z', zone: 'UTC'}), 80)).toContain('Nobody has');
	});

	test('as data has the same', () => {
		expect(peopleJson(stations)).toMatchObject([
			{name: 'Priya Shah', readonly: false, since: '2026-06-02T09:00:00.000Z', incident: 'INC-2026-0001'},
			{name: 'wall', readonly: true, incident: null},
		]);
	});
});
