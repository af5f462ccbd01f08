import {describe, expect, it} from 'vitest';
import {spans} from '../../../source/duties/staffing/state.ts';
import {declared, experts, given, nothing, refused, type Story, staffed} from '../../support/spec.ts';

const ofKind = (kind: string, more = '') => given(`declare X kind:${kind} ${more}`);

describe('R1: somebody is in command', () => {
	it('is urgent while nobody is, hot or warm', () => {
		expect(declared.asks('R1')).toMatchObject([{severity: 'urgent', subject: 'im', put: undefined}]);
		expect(declared.and('phase warm').asks('R1')).toHaveLength(1);
		expect(staffed.and('relieve im').asks('R1')).toHaveLength(1);
	});

	it('is silent when somebody is, and when there is nothing to command', () => {
		expect(staffed.asks('R1')).toEqual([]);
		for (const story of [nothing, ...['phase cold', 'phase pre-incident', 'close'].map(line => declared.and(line))]) {
			expect(story.asks('R1')).toEqual([]);
		}
	});

	it('is met there and then', () => {
		const met = declared.and('answer R1 do assign im @"Priya Shah"');
		expect(met.entries.slice(1).map(one => one.event.kind)).toEqual([
			'person-joined',
			'role-assigned',
			'prompt-answered',
		]);
		expect(met.asks('R1')).toEqual([]);
	});
});

describe('R2: only one is in command', () => {
	const two = staffed.and('assign im @tom');

	it('is urgent while two are, and names them', () => {
		expect(two.asks('R2')).toMatchObject([
			{severity: 'urgent', text: expect.stringContaining('Priya Shah and Tom Achebe')},
		]);
	});

	it('is silent with one, and with none', () => {
		expect([...staffed.asks('R2'), ...declared.asks('R2')]).toEqual([]);
	});

	it('does not choose who goes', () => {
		expect(two.when('answer R2 do')).toMatchObject(
			refused('more than one way', 'answer R2 im do relieve im @priya or answer R2 im do relieve im @tom'),
		);
		expect(two.and('answer R2 do relieve im @priya').asks('R2')).toEqual([]);
	});
});

describe('R3: deputy and secretariat are appointed', () => {
	it('warns of each that is vacant while hot', () => {
		expect(declared.asks('R3').map(one => [one.subject, one.severity])).toEqual([
			['deputy', 'warn'],
			['secretariat', 'warn'],
		]);
		expect(staffed.and('relieve deputy').asks('R3')).toMatchObject([{subject: 'deputy'}]);
	});

	it('is silent when both are held, and when it is not hot', () => {
		expect([...staffed.asks('R3'), ...declared.and('phase warm').asks('R3')]).toEqual([]);
	});

	it('asks which role is meant where both are vacant', () => {
		expect(declared.when('answer R3 override because we are three')).toMatchObject(
			refused('R3 asks about deputy, secretariat', 'answer R3 deputy'),
		);
		expect(declared.and('answer R3 deputy override because we are three').asks('R3')).toMatchObject([
			{subject: 'secretariat'},
		]);
	});
});

describe('R4: a security analyst is in a security incident', () => {
	it('is urgent in a security incident without one, hot or warm', () => {
		expect(declared.asks('R4')).toMatchObject([{severity: 'urgent', subject: 'analyst'}]);
		expect(declared.and('phase warm').asks('R4')).toHaveLength(1);
	});

	it('is silent with one, and in other incidents', () => {
		expect(
			[staffed, ofKind('privacy'), ofKind('operational'), declared.and('phase cold')].flatMap(one => one.asks('R4')),
		).toEqual([]);
	});
});

describe('R5: a data privacy member is in where personal data may be', () => {
	it('is urgent where personal data are, or may be, involved', () => {
		expect(ofKind('security', 'data:personal').asks('R5')).toMatchObject([{severity: 'urgent', subject: 'privacy'}]);
		expect(ofKind('security', 'data:maybe').asks('R5')).toHaveLength(1);
		expect(staffed.and('data maybe').asks('R5')).toHaveLength(1);
	});

	it('is silent where they are not, and when a member is in', () => {
		expect(staffed.asks('R5')).toEqual([]);
		expect(staffed.and('data personal', 'assign privacy @"Uma Diaz"').asks('R5')).toEqual([]);
	});
});

describe('R6: the Incident Manager holds no second role', () => {
	const both = staffed.and('assign sme @priya');

	it('is urgent when she does', () => {
		expect(both.asks('R6')).toMatchObject([
			{severity: 'urgent', subject: 'priya', text: expect.stringContaining('Subject matter expert')},
		]);
	});

	it('is silent when she does not, or somebody else holds two', () => {
		expect([...staffed.asks('R6'), ...staffed.and('assign comms @ana').asks('R6')]).toEqual([]);
	});

	it('takes the second role from her there and then', () => {
		expect(both.and('answer R6 do').board.staffing.assignments.at(-1)).toMatchObject({role: 'sme', until: both.now});
	});

	it('asks which of two roles goes, and asks anew when a third comes after an override', () => {
		expect(both.and('assign comms @priya').when('answer R6 do')).toMatchObject(
			refused('more than one way', 'relieve sme @priya'),
		);
		const overridden = both.and('answer R6 override because nobody else knows the host');
		expect(overridden.asks('R6')).toEqual([]);
		expect(overridden.and('assign comms @priya').asks('R6')).toHaveLength(1);
	});
});

describe('R7: somebody investigates', () => {
	it('warns while hot and nobody does', () => {
		expect(declared.asks('R7')).toMatchObject([{severity: 'warn', subject: 'sme'}]);
		expect(declared.and('assign comms @"Ana Reis"').asks('R7')).toHaveLength(1);
	});

	it.each(['sme', 'analyst', 'privacy'])('is silent with a %s, who is an expert too', role => {
		expect(declared.and(`assign ${role} @"Ana Reis"`).asks('R7')).toEqual([]);
	});

	it('is silent when it is no longer hot', () => {
		expect(declared.and('phase warm').asks('R7')).toEqual([]);
	});
});

/** Priya with as many experts under her. */
const under = (count: number) => declared.and('assign im @"Priya Shah"', ...experts(count));

/** Which of the three speak, and about whom. */
const speaking = (story: Story) =>
	story
		.prompts()
		.filter(one => /^S[123]$/u.test(one.rule))
		.map(one => `${one.rule} ${one.severity} ${one.subject}`);

describe('S1, S2, S3: the span of control', () => {
	it.each([
		[4, []],
		[5, []],
		[6, ['S1 info priya']],
		[7, ['S1 info priya']],
		[8, ['S2 warn priya']],
		[9, ['S3 urgent priya']],
		[15, ['S3 urgent priya']],
	])('%i reports', (count, expected) => {
		expect(speaking(under(count))).toEqual(expected);
	});

	it('are silent when the team no longer stands', () => {
		expect(speaking(under(9).and('phase warm'))).toEqual(['S3 urgent priya']);
		expect(speaking(under(9).and('phase cold'))).toEqual([]);
	});

	it('watch every lead as well as the Incident Manager, one rule each', () => {
		const led = under(15).and('split alpha @mia @ola @uri @eva @leo @zoe @max @ida @kai @amy');
		expect(speaking(led)).toEqual(['S3 urgent mia', 'S1 info priya']);
	});

	it('count all that report to an Incident Manager who leads a sub-team in one span', () => {
		expect(speaking(under(9).and('split alpha @priya @mia @ola @uri @eva'))).toEqual(['S3 urgent priya']);
	});

	it('offer a split that is carried out there and then, after which the span is within the limit', () => {
		const eight = under(8);
		expect(eight.asks('S2')[0]?.offers).toEqual([{label: 'split off alpha', line: 'split alpha @leo @zoe @max @ida'}]);
		const split = eight.and('answer S2 do');
		expect(split.entries.slice(-2).map(one => one.event.kind)).toEqual(['team-split', 'prompt-answered']);
		expect(spans(split.board.staffing).map(one => one.reports.length)).toEqual([5, 3]);
		expect(speaking(split)).toEqual([]);
	});

	it('is within the limit too with the command staff beside eight experts, who are left out of the split', () => {
		const ten = staffed.and(...experts(6));
		expect(speaking(ten)).toEqual(['S3 urgent priya']);
		const split = ten.and('answer S3 do');
		expect(split.board.staffing.teams[0]?.members).not.toContain('tom');
		expect(spans(split.board.staffing)[0]?.reports).toHaveLength(7);
	});

	it('never offers a lead more than the guide', () => {
		const split = under(15).and('answer S3 do');
		expect(spans(split.board.staffing)).toMatchObject([{supervisor: 'priya'}, {reports: {length: 5}}]);
		expect(speaking(split.and('answer S3 do'))).toEqual(['S1 info priya']);
	});

	it('offers the next free name', () => {
		const next = under(15).and('split alpha @mia', 'merge alpha', 'split bravo @mia');
		expect(next.asks('S3')[0]?.offers).toMatchObject([{label: 'split off charlie'}]);
	});

	it('takes as many as bring the span within the limit, where one lead can hold them', () => {
		const split = under(12).and('answer S3 do');
		expect(spans(split.board.staffing).map(one => one.reports.length)).toEqual([7, 5]);
		expect(speaking(split)).toEqual(['S1 info priya']);
	});

	it('takes a split of one’s own instead of the one offered', () => {
		const own = under(8).and('answer S2 do split keys @mia @ola @uri find the leaked keys by 11:00');
		expect(own.board.staffing.teams).toMatchObject([{name: 'keys', lead: 'mia', task: 'find the leaked keys'}]);
	});

	it('asks what was done where there is nothing to split', () => {
		const staff = declared.and(
			'assign im @"Priya Shah"',
			...experts(8).map(line => line.replace('assign sme', 'assign liaison')),
		);
		expect(staff.asks('S2')).toMatchObject([{offers: []}]);
		expect(staff.when('answer S2 do')).toMatchObject(refused('What was done is not said', 'Say what'));
	});
});

describe('S5: a sub-team is complete', () => {
	const whole = staffed.and('split alpha @chen @ana find the leaked keys by 11:00');

	it('warns of what a sub-team lacks', () => {
		expect(staffed.and('split alpha').asks('S5')).toMatchObject([
			{severity: 'warn', subject: '#alpha', text: 'Sub-team #alpha lacks a lead, a task, a report time.'},
		]);
		expect(staffed.and('split alpha @chen find the keys').asks('S5')).toMatchObject([
			{text: 'Sub-team #alpha lacks a report time.'},
		]);
		expect(whole.and('release @chen').asks('S5')).toMatchObject([{text: 'Sub-team #alpha lacks a lead.'}]);
	});

	it('warns of a member who reports to the Incident Manager as well', () => {
		expect(whole.and('assign liaison @ana').asks('S5')).toMatchObject([
			{text: expect.stringContaining('Ana Reis, who reports to the Incident Manager as well')},
		]);
	});

	it('is silent about a whole one, about one that has been merged, and when it is cold', () => {
		expect(
			[whole, staffed.and('split alpha', 'merge alpha'), staffed.and('split alpha', 'phase cold')].flatMap(one =>
				one.asks('S5'),
			),
		).toEqual([]);
	});

	it('is met by a briefing', () => {
		const lacking = staffed.and('split alpha @chen @ana');
		expect(lacking.when('answer S5 do')).toMatchObject(refused('not said', 'answer S5 #alpha do brief alpha'));
		expect(lacking.and('answer S5 #alpha do brief alpha find the keys by 11:00').asks('S5')).toEqual([]);
	});
});
