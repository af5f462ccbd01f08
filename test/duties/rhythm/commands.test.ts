import {describe, expect, it} from 'vitest';
import {at, declared, refused, staffed} from '../../support/spec.ts';

const called = staffed.and('[10:05] call channel:bridge-1 regular call');

describe('call', () => {
	it('records that a call has started, where and what about', () => {
		expect(called.board.rhythm.calls).toEqual([
			{
				startedAt: at('10:05'),
				endedAt: undefined,
				entry: called.entries.length,
				channel: 'bridge-1',
				text: 'regular call',
			},
		]);
	});

	it('needs neither', () => {
		expect(staffed.when('call')).toEqual([{kind: 'call-started'}]);
	});

	it('refuses a second one beside it, and takes it when the first has ended', () => {
		expect(called.when('[10:06] call')).toMatchObject(refused('running since 10:05 UTC', 'endcall'));
		expect(called.and('endcall').when('call')).toEqual([{kind: 'call-started'}]);
	});
});

describe('endcall', () => {
	it('ends the call that runs, and no other', () => {
		const twice = called.and('[10:20] endcall', '[10:30] call', '[10:40] endcall');
		expect(twice.board.rhythm.calls).toMatchObject([
			{startedAt: at('10:05'), endedAt: at('10:20')},
			{startedAt: at('10:30'), endedAt: at('10:40')},
		]);
	});

	it('refuses where none runs', () => {
		expect(staffed.when('endcall')).toMatchObject(refused('No call is running', 'call'));
	});

	it('does nothing when the start of the call is struck', () => {
		const ended = called.and('endcall');
		expect(ended.and(`strike ${called.entries.length} because it was another team`).board.rhythm.calls).toEqual([]);
	});
});

describe('announce', () => {
	it('carries who holds the three roles at that moment', () => {
		expect(staffed.when('announce')).toEqual([
			{kind: 'roles-announced', im: 'priya', deputy: 'tom', secretariat: 'sam'},
		]);
		const later = staffed.and('announce', 'relieve im', 'assign im @tom');
		expect(later.board.rhythm.announcements).toMatchObject([{im: 'priya', deputy: 'tom', secretariat: 'sam'}]);
	});

	it('leaves out a role that nobody holds', () => {
		expect(staffed.and('relieve deputy').when('announce')).toEqual([
			{kind: 'roles-announced', im: 'priya', secretariat: 'sam'},
		]);
	});

	it('refuses where nobody holds any of them', () => {
		expect(declared.when('announce')).toMatchObject(refused('Nobody is Incident Manager', 'assign im @name'));
	});
});

describe('heartbeat', () => {
	it('records the four answers and when the next one is', () => {
		const line = 'heartbeat data left host 17 | cards must be blocked | host 17 is off | find the keys next 10:30';
		expect(staffed.and(`[10:05 @priya] ${line}`).board.rhythm.heartbeats).toEqual([
			{
				at: at('10:05'),
				by: 'priya',
				entry: staffed.entries.length + 1,
				happened: 'data left host 17',
				means: 'cards must be blocked',
				done: 'host 17 is off',
				next: 'find the keys',
				nextAt: at('10:30'),
			},
		]);
	});

	it.each([
		['heartbeat it began', {happened: 'it began'}],
		['heartbeat | | host 17 is off', {done: 'host 17 is off'}],
		['heartbeat a||c|', {happened: 'a', done: 'c'}],
		['heartbeat a | b | c | d | e', {happened: 'a', means: 'b', done: 'c', next: 'd | e'}],
		['heartbeat next 10:30', {nextAt: at('10:30')}],
	])('takes what is given: %s', (line, parts) => {
		expect(staffed.when(line)).toEqual([{kind: 'heartbeat-held', ...parts}]);
	});

	it.each(['heartbeat', 'heartbeat | | |'])('refuses where nothing is answered: %s', line => {
		expect(staffed.when(line)).toMatchObject(refused('None of the four questions', 'heartbeat WHAT HAPPENED'));
	});
});

describe('reconfirm', () => {
	it('keeps what was found right, and why', () => {
		expect(staffed.when('reconfirm because nothing new is affected')).toEqual([
			{
				kind: 'severity-confirmed',
				severity: 'S2',
				incidentKind: 'security',
				reason: 'nothing new is affected',
			},
		]);
	});

	it('keeps the category that triage has', () => {
		const [event] = [staffed.and('triage category:phishing').when('reconfirm')].flat();
		expect(event).toMatchObject({kind: 'severity-confirmed', category: 'phishing'});
	});
});

describe('objective', () => {
	it('is set for this period, unless the next is meant', () => {
		const set = staffed.and(
			'objective before any',
			'[10:05] period until 12:00',
			'objective contain',
			'objective rebuild period:next',
			'[12:00] period until 14:00',
			'objective hand over',
		);
		expect(set.board.rhythm.objectives.map(one => [one.text, one.period])).toEqual([
			['before any', 1],
			['contain', 1],
			['rebuild', 2],
			['hand over', 2],
		]);
	});

	it('refuses a period that is neither', () => {
		expect(staffed.when('objective x period:last')).toMatchObject(refused('period:last is not known', 'period:next'));
	});

	it('refuses to be without words', () => {
		expect(staffed.when('objective period:next')).toMatchObject(refused('lacks its text', 'objective'));
	});
});

describe('period', () => {
	it('begins a period to a time, and says what it is for', () => {
		expect(staffed.and('[10:05] period until 12:00 contain the leak').board.rhythm.periods).toEqual([
			{
				number: 1,
				startedAt: at('10:05'),
				until: at('12:00'),
				by: 'sam',
				entry: staffed.entries.length + 1,
				text: 'contain the leak',
			},
		]);
	});

	it('is as long as doctrine says where no time is given, counted from when it began', () => {
		expect(staffed.when('[10:30] period')).toEqual([{kind: 'period-started', until: at('22:30')}]);
		expect(staffed.when('[10:30] period at 10:10')).toEqual([{kind: 'period-started', until: at('22:10')}]);
	});

	it('is counted on', () => {
		const twice = staffed.and('period until 12:00', '[11:30] period until 14:00');
		expect(twice.board.rhythm.periods.map(one => one.number)).toEqual([1, 2]);
		expect(twice.and(`strike ${twice.entries.length - 1} because x`).board.rhythm.periods).toMatchObject([
			{number: 1, until: at('14:00')},
		]);
	});
});

describe('can', () => {
	it('records conditions, actions and needs of whoever reports', () => {
		const told = staffed.and('[10:05 @tom] can @chen host 17 still sends | traffic is filtered | a second analyst');
		expect(told.board.rhythm.canReports).toEqual([
			{
				at: at('10:05'),
				by: 'tom',
				entry: staffed.entries.length + 1,
				person: 'chen',
				conditions: 'host 17 still sends',
				actions: 'traffic is filtered',
				needs: 'a second analyst',
			},
		]);
	});

	it('takes what is given', () => {
		expect(staffed.when('can @chen || a second analyst')).toEqual([
			{kind: 'can-reported', person: 'chen', needs: 'a second analyst'},
		]);
	});

	it('refuses to be empty, and to be of nobody', () => {
		expect(staffed.when('can @chen | |')).toMatchObject(refused('Nothing is reported', 'can @chen CONDITIONS'));
		expect(staffed.when('can all is well')).toMatchObject(refused('not complete', 'can @chen'));
	});
});
