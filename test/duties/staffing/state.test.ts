import {describe, expect, it} from 'vitest';
import {
	holders,
	incidentManager,
	nameOf,
	present,
	rolesOf,
	spans,
	teamOf,
} from '../../../source/duties/staffing/state.ts';
import {at, declared, experts, type Story, staffed} from '../../support/spec.ts';

const alpha = staffed.and('split alpha @chen @ana find the leaked keys by 11:00');
const counts = ({board}: Story) => Object.fromEntries(spans(board.staffing).map(one => [one.supervisor, one.reports]));

describe('roles', () => {
	it('are held from and until, longest holder first', () => {
		const {staffing} = staffed.and('[10:10] assign im @tom', '[10:20] relieve im @priya').board;
		expect(holders(staffing, 'im')).toMatchObject([{person: 'tom', since: at('10:10'), assignedBy: 'sam'}]);
		expect(incidentManager(staffing)).toBe('tom');
		expect(rolesOf(staffing, 'tom')).toEqual(['im', 'deputy']);
	});

	it('tell the entry in which they were made known', () => {
		const [first] = staffed.board.staffing.assignments;
		expect(staffed.entries.find(one => one.number === first?.entry)?.event).toMatchObject({
			role: 'im',
			person: 'priya',
		});
	});

	it('end with a release, and the person is no longer present', () => {
		const {staffing} = staffed.and('release @priya').board;
		expect(incidentManager(staffing)).toBeUndefined();
		expect(present(staffing).map(one => one.handle)).not.toContain('priya');
		expect(nameOf(staffing, 'priya')).toBe('Priya Shah');
	});

	it('may be given to a name that is nobody’s handle without harm', () => {
		expect(nameOf(declared.board.staffing, 'the pager')).toBe('the pager');
	});
});

describe('the span of control', () => {
	it('counts everybody in a role but the Incident Manager', () => {
		expect(counts(staffed)).toEqual({priya: ['tom', 'sam', 'chen', 'ana']});
	});

	it('counts a person with two roles once, and not one who has none', () => {
		expect(counts(staffed.and('assign comms @ana', 'checkin @"Mia Berg"'))).toEqual({
			priya: ['tom', 'sam', 'chen', 'ana'],
		});
	});

	it('counts a sub-team by its lead alone', () => {
		expect(counts(alpha)).toEqual({priya: ['tom', 'sam', 'chen'], chen: ['ana']});
	});

	it('counts the members of a team without a lead', () => {
		expect(counts(alpha.and('release @chen'))).toEqual({priya: ['tom', 'sam', 'ana']});
		expect(counts(staffed.and('split alpha @"New Face"'))['priya']).toContain('new');
	});

	it('counts members again after a merge', () => {
		expect(counts(alpha.and('merge alpha'))).toEqual({priya: ['tom', 'sam', 'chen', 'ana']});
	});

	it('is one span where the Incident Manager leads a sub-team', () => {
		expect(counts(staffed.and('split alpha @priya @ana @chen'))).toEqual({priya: ['tom', 'sam', 'chen', 'ana']});
		expect(spans(staffed.and(...experts(3), 'split alpha @priya @mia @ola @uri').board.staffing)).toHaveLength(1);
	});

	it('counts only the teams while nobody is in command', () => {
		expect(counts(alpha.and('relieve im'))).toEqual({chen: ['ana']});
	});

	it('knows the sub-team of its lead and of its members', () => {
		const {staffing} = alpha.board;
		expect([teamOf(staffing, 'chen')?.name, teamOf(staffing, 'ana')?.name, teamOf(staffing, 'tom')]).toEqual([
			'alpha',
			'alpha',
			undefined,
		]);
	});
});

describe('how each kind reads on the timeline', () => {
	it.each([
		['checkin @"Mia Berg"', 'Mia Berg joins (@mia)'],
		['release @ana because her shift is over', 'Ana Reis is released, because her shift is over'],
		['assign comms @ana', 'Ana Reis is Communications'],
		['accept im', 'Priya Shah accepts: Incident Manager'],
		['relieve sme', 'Ana Reis is no longer Subject matter expert'],
		[
			'split alpha @chen @ana find the keys by 11:00',
			'sub-team #alpha is split off: lead Chen Wei; with Ana Reis; task: find the keys; reports by 11:00 UTC',
		],
		['split alpha', 'sub-team #alpha is split off'],
	])('%s', (line, text) => {
		expect(staffed.and(line).told()).toBe(text);
	});

	it('brief, join and merge', () => {
		expect(alpha.and('brief alpha by 11:30').told()).toBe('sub-team #alpha: reports by 11:30 UTC');
		expect(alpha.and('join alpha @tom').told()).toBe('sub-team #alpha: with Tom Achebe');
		expect(alpha.and('merge alpha').told()).toBe('sub-team #alpha is merged back');
	});
});
