import {describe, expect, it} from 'vitest';
import {staffingSection} from '../../../source/duties/staffing/section.ts';
import {
	hasBeenExpert,
	holders,
	incidentManager,
	nameOf,
	present,
	rolesOf,
	spans,
	standingTeams,
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

	it('counts the lead of a nested team with the lead of the team above it', () => {
		const nested = staffed.and(...experts(3), 'split alpha @chen @ana', 'split bravo @mia @ola @uri under:alpha');
		expect(counts(nested)).toEqual({priya: ['tom', 'sam', 'chen'], chen: ['ana', 'mia'], mia: ['ola', 'uri']});
		expect(counts(nested.and('merge alpha'))).toEqual({
			priya: ['tom', 'sam', 'chen', 'ana', 'mia'],
			mia: ['ola', 'uri'],
		});
		expect(counts(nested.and('release @chen'))['priya']).toEqual(['tom', 'sam', 'ana', 'mia']);
	});

	it('counts the members of a nested team without a lead with the lead above', () => {
		const nested = staffed.and(...experts(2), 'split alpha @chen @ana', 'split bravo @mia @ola under:alpha');
		expect(counts(nested.and('release @mia'))['chen']).toEqual(['ana', 'ola']);
		expect(counts(nested.and('release @mia', 'release @chen'))['priya']).toEqual(['tom', 'sam', 'ana', 'ola']);
	});

	it('has an Incident Manager who leads a nested team on top all the same', () => {
		const odd = staffed.and('split alpha @chen @ana', 'split bravo @priya @sam under:alpha');
		expect(counts(odd)).toEqual({priya: ['tom', 'sam', 'chen'], chen: ['ana']});
	});

	it('takes 300 people in no time', () => {
		const people = Array.from({length: 300}, (_, index) => `p${index}`);
		const assignments = people.map(person => ({
			role: 'sme' as const,
			person,
			since: at('10:00'),
			assignedBy: 'sam',
			entry: 1,
			acceptedAt: undefined,
			until: undefined,
		}));
		const teams = Array.from({length: 60}, (_, index) => {
			const [lead = '', ...members] = people.slice(index * 5, index * 5 + 5);
			return {
				name: `t${index}`,
				lead,
				members,
				task: undefined,
				due: undefined,
				channel: undefined,
				under: index % 2 === 0 ? undefined : `t${index - 1}`,
				since: at('10:00'),
				places: new Map([lead, ...members].map(one => [one, at('10:00')])),
				mergedAt: undefined,
			};
		});
		const staffing = {...staffed.board.staffing, assignments, teams};
		const before = performance.now();
		for (let round = 0; round < 20; round++) {
			expect(spans(staffing)).toHaveLength(60);
		}

		expect((performance.now() - before) / 20).toBeLessThan(5);
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

describe('a sub-team', () => {
	it('knows since when each is in it as what they are', () => {
		const grown = alpha.and('[10:10] join alpha @tom', '[10:20] brief alpha @tom', '[10:30] brief alpha by 12:00');
		expect([...(grown.board.staffing.teams[0]?.places ?? [])]).toEqual([
			['tom', at('10:20')],
			['chen', at('10:20')],
			['ana', at('10:00')],
		]);
	});

	it('stands once by its name, though its merge is struck after another of that name was split off', () => {
		const twice = alpha.and('merge alpha', '[10:30] split alpha @tom');
		const merge = twice.entries.find(one => one.event.kind === 'team-merged')?.number ?? 0;
		const {staffing} = twice.and(`strike ${merge} because not so`).board;
		expect(standingTeams(staffing)).toMatchObject([{name: 'alpha', lead: 'tom'}]);
	});

	it('is never nested twice, though what forbade it is struck', () => {
		const nested = alpha.and('split bravo @tom', 'brief bravo under:alpha');
		const put = nested.entries.at(-1)?.number ?? 0;
		const moved = nested.and(`strike ${put} because wrong`, 'brief alpha under:bravo');
		const strike = moved.entries.find(one => one.event.kind === 'entry-struck')?.number ?? 0;
		const {staffing} = moved.and(`strike ${strike} because right after all`).board;
		expect(standingTeams(staffing).map(one => one.under)).toEqual([undefined, 'alpha']);
	});

	it('has its parent and its channel in the document', () => {
		const nested = alpha.and('split bravo @tom under:alpha channel:bridge-2');
		const tables = staffingSection(nested).flatMap(one => (one.type === 'table' ? [one] : []));
		expect(tables[1]?.rows[1]?.slice(0, 6)).toEqual(['bravo', '#alpha', 'Tom Achebe', '', '', 'bridge-2']);
	});
});

describe('whoever has been an expert', () => {
	it('is one for good; the command staff never was', () => {
		const {staffing} = staffed.and('relieve sme').board;
		expect(['ana', 'chen', 'tom'].map(one => hasBeenExpert(staffing, one))).toEqual([true, true, false]);
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
