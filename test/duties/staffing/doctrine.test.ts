import {describe, expect, it} from 'vitest';
import {spans} from '../../../source/duties/staffing/state.ts';
import {moj} from '../../../source/profiles/moj.ts';
import {declared, experts, given, nothing, refused, type Story, staffed, storyOf} from '../../support/spec.ts';

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

describe('R1, with a roster in the log', () => {
	it('names who is trained to command and available, and offers each', () => {
		const [asked] = declared.and('roster').asks('R1');
		expect(asked?.text).toBe('No Incident Manager. Who takes command? Trained: Priya Shah.');
		expect(asked?.offers.map(one => one.line)).toEqual(['assign im @"Priya Shah"', 'assign im @']);
	});

	it('names three at most, and nobody who is not available', () => {
		const people = ['Ana Reis', 'Bo Lund', 'Cy Dent', 'Di Falk', 'Ed Gray'].map((name, index) => ({
			handle: `p${index}`,
			name,
			trained: ['im' as const],
			isAvailable: index !== 0,
		}));
		const {board, now} = declared;
		const story = storyOf({...board, staffing: {...board.staffing, roster: people}}, now);
		expect(story.asks('R1')[0]?.text).toBe(
			'No Incident Manager. Who takes command? Trained: Bo Lund, Cy Dent, Di Falk.',
		);
	});

	it('calls whoever is on the board by the handle, and is met by it', () => {
		const vacant = staffed.and('roster', 'relieve im');
		expect(vacant.asks('R1')[0]?.offers.map(one => one.line)).toEqual(['assign im @priya', 'assign im @']);
		expect(vacant.and('answer R1 do').asks('R1')).toEqual([]);
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

const untrained = (story: Story) => story.asks('R9').map(one => [one.subject, one.severity, one.text]);

describe('R9: roles are held by people trained for them', () => {
	it('advises of a holder who is not available, as the roster says', () => {
		const away = staffed.and('roster', 'assign privacy @uma');
		expect(away.asks('R9').filter(one => one.subject === 'uma')).toMatchObject([
			{text: 'Uma Diaz is not available, the roster says (back on Monday). Accept it, or appoint another?'},
		]);
	});

	const listed = staffed.and('roster');

	it('advises of a deputy who cannot command, and of a holder whom the roster does not know', () => {
		expect(untrained(listed)).toEqual([
			['tom', 'advise', 'Tom Achebe is not on the trained list for: Deputy. Accept it, or appoint another?'],
			[
				'ana',
				'advise',
				'Ana Reis is not on the roster and holds: Subject matter expert. Accept it, or appoint another?',
			],
		]);
	});

	it('asks once for each person, with every role that they are not trained for', () => {
		expect(untrained(listed.and('assign comms @tom', 'assign liaison @tom'))[0]?.[2]).toContain(
			'trained list for: Deputy, Communications, Liaison.',
		);
	});

	it('takes who is trained as an analyst for an expert too, and nobody else', () => {
		const {board, now} = staffed.and('assign sme @chen');
		const trainedFor = (role: 'analyst' | 'comms') => {
			const chen = {handle: 'chen', name: 'Chen Wei', trained: [role], isAvailable: true};
			return storyOf({...board, staffing: {...board.staffing, roster: [chen]}}, now)
				.asks('R9')
				.filter(one => one.subject === 'chen');
		};

		expect(trainedFor('analyst')).toEqual([]);
		expect(trainedFor('comms')).toMatchObject([
			{text: expect.stringContaining('Security analyst, Subject matter expert')},
		]);
	});

	it('knows nobody by the handle alone who has another name', () => {
		const other = declared.and('assign im @"Priya Jones"', 'roster');
		expect(untrained(other)).toMatchObject([
			['priya', 'advise', expect.stringContaining('Priya Jones is not on the roster')],
		]);
	});

	it('is silent without a roster, with trained holders, and when it is cold', () => {
		expect(staffed.asks('R9')).toEqual([]);
		expect(listed.and('relieve deputy', 'relieve sme').asks('R9')).toEqual([]);
		expect(listed.and('phase cold').asks('R9')).toEqual([]);
	});

	it('relieves nobody without a word of why, and asks anew after an override when a role is added', () => {
		expect(listed.when('answer R9 tom do')).toMatchObject(refused('What was done is not said', 'relieve deputy @tom'));
		const accepted = listed.and('answer R9 tom override because he has shadowed for a year');
		expect(accepted.asks('R9').map(one => one.subject)).toEqual(['ana']);
		expect(
			accepted
				.and('assign comms @tom')
				.asks('R9')
				.map(one => one.subject),
		).toContain('tom');
	});
});

describe('R11: whoever works here has checked in, and whoever leaves hands over', () => {
	const working = staffed.and('action find the keys @"Uri Berg" by 11:00');

	it('asks about somebody who owns an open action and has no place', () => {
		expect(working.asks('R11')).toMatchObject([
			{
				severity: 'advise',
				subject: 'uri',
				text: 'Uri Berg works on A1 and has no role and no team. Check in: as what?',
			},
		]);
	});

	it('is silent with a role, in a team, without work, when the work is done, and when it is cold', () => {
		const silent = [
			staffed.and('checkin @"Uri Berg"'),
			...['checkin @uri sme', 'split alpha @chen @uri', 'done A1 found', 'phase cold'].map(line => working.and(line)),
		];
		expect(silent.flatMap(one => one.asks('R11'))).toEqual([]);
		expect(staffed.and('action x @ana by 11:00').asks('R11')).toEqual([]);
	});

	it('is met by a check-in with a role', () => {
		expect(working.when('answer R11 do')).toMatchObject(refused('not said', 'checkin @uri'));
		expect(working.and('answer R11 do checkin @uri sme').asks('R11')).toEqual([]);
	});

	it('asks who takes over from somebody who has left, until all of it is handed over', () => {
		const left = staffed.and('action x @ana by 11:00', 'action y @ana by 11:00', 'release @ana');
		expect(left.asks('R11')).toMatchObject([
			{
				subject: 'ana',
				text: 'Ana Reis has left with A1, A2 open. Who takes over?',
				offers: [{line: 'reassign A1 @'}, {line: 'reassign A2 @'}],
			},
		]);
		expect(left.and('reassign A1 @chen').asks('R11')).toMatchObject([{text: expect.stringContaining('with A2 open')}]);
		expect(left.and('reassign A1 @chen', 'cancel A2').asks('R11')).toEqual([]);
	});
});

const idle = (story: Story, clock: string) => story.asks('R12', clock).map(one => one.subject);

describe('R12: experts without work are released', () => {
	it('says it after more than half an hour without an action, not at the half hour', () => {
		expect(idle(staffed, '10:30')).toEqual([]);
		expect(staffed.asks('R12', '10:30:00.001')).toMatchObject([
			{
				severity: 'info',
				subject: 'ana',
				text: 'Ana Reis has had no open action since 10:00 UTC. Release? Chen Wei would stay.',
				offers: [{line: 'release @ana'}],
			},
		]);
	});

	it('counts from when the last action ended, and not while one goes on', () => {
		const worked = staffed.and('action x @ana by 11:00', '[10:20] done A1 off');
		expect(idle(worked, '10:50')).toEqual([]);
		expect(idle(worked, '10:50:00.001')).toEqual(['ana']);
		expect(idle(worked.and('action y @ana by 15:00'), '12:00')).toEqual([]);
	});

	it('counts from when it became hot', () => {
		const cooled = staffed.and('[10:10] phase warm', '[11:00] phase hot');
		expect(idle(cooled, '11:30')).toEqual([]);
		expect(idle(cooled, '11:30:00.001')).toEqual(['ana']);
	});

	it('leaves alone whom doctrine demands, who has another role or a team, and the last who investigates', () => {
		expect(idle(staffed.and('assign comms @ana'), '12:00')).toEqual([]);
		expect(idle(staffed.and('split alpha @ana'), '12:00')).toEqual([]);
		expect(idle(ofKind('operational').and('assign sme @"Ana Reis"'), '12:00')).toEqual([]);
		expect(idle(staffed.and('phase warm'), '12:00')).toEqual([]);
	});

	it('asks about a second analyst, and about all who wait, naming who stays', () => {
		const two = staffed.and('assign analyst @"Uri Berg"', 'action x @chen by 15:00');
		expect(two.asks('R12', '10:31').map(one => one.text)).toEqual([
			'Ana Reis has had no open action since 10:00 UTC. Release? Chen Wei would stay.',
			'Uri Berg has had no open action since 10:00 UTC. Release? Chen Wei would stay.',
		]);
	});

	it('stays quiet after an answer until the person has worked again', () => {
		const kept = staffed.and('[10:31] answer R12 na because the vendor calls back at noon');
		expect(idle(kept, '11:30')).toEqual([]);
		expect(idle(kept.and('[10:40] action x @ana by 11:00', '[10:45] done A1 off'), '11:16')).toEqual(['ana']);
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

describe('S1 to S3, with nested teams', () => {
	const nested = under(15).and('split alpha @mia @ola @uri @eva @leo @zoe @max @ida @kai @amy');

	it('offer to split off under a team what is too much for its lead', () => {
		expect(nested.asks('S3')[0]?.offers.map(one => one.line)).toEqual([
			'split bravo @zoe @max @ida @kai @amy under:alpha',
		]);
		const split = nested.and('answer S3 do');
		expect(spans(split.board.staffing).map(one => [one.supervisor, one.reports.length])).toEqual([
			['priya', 6],
			['mia', 5],
			['zoe', 4],
		]);
	});

	it('offer nothing under a team that is nested itself', () => {
		const deep = under(15).and(
			'split alpha @mia',
			'split bravo @ola @uri @eva @leo @zoe @max @ida @kai @amy @ben under:alpha',
		);
		expect(deep.asks('S3')).toMatchObject([{subject: 'ola', offers: []}]);
	});
});

describe('S4: separate strands are split off', () => {
	const suspected = staffed.and('suspect the token', 'suspect the supplier', 'action a @chen by 11:00 tests:F2');
	const both = suspected.and('action b @ana by 11:00 tests:F3');

	it('advises it when two suspicions are under test at once', () => {
		expect(both.asks('S4')).toMatchObject([
			{
				severity: 'advise',
				subject: '',
				text: 'F2, F3 are worked on at once. Split off a sub-team: lead, task, report time, channel?',
			},
		]);
	});

	it('is silent with one, with two tests of the same, when one is settled or done, with a team, and when it is cold', () => {
		const silent = [
			suspected,
			suspected.and('action b @ana by 11:00 tests:F2'),
			...['confirm F2 it is', 'done A2 result:success', 'split alpha @chen', 'phase cold'].map(line => both.and(line)),
		];
		expect(silent.flatMap(one => one.asks('S4'))).toEqual([]);
	});

	it('advises it when two hypotheses stand open', () => {
		const one = staffed.and('hypothesis the token was stolen');
		expect(one.asks('S4')).toEqual([]);
		expect(one.and('hypothesis the supplier was broken into').asks('S4')).toMatchObject([
			{text: expect.stringContaining('H1, H2 are worked on at once')},
		]);
	});

	it('advises it when three experts work on one system, however it is written', () => {
		const two = staffed.and(
			...experts(2),
			'action a @mia by 11:00 system:Payments-DB',
			'action b @ola by 11:00 system:payments-db',
		);
		expect(two.asks('S4')).toEqual([]);
		const three = two.and('action c @ana by 11:00 system:PAYMENTS-DB');
		expect(three.asks('S4')).toMatchObject([
			{subject: 'payments-db', text: expect.stringContaining('3 experts work on payments-db.')},
		]);
		expect(three.and('split alpha @mia @ola @ana').asks('S4')).toEqual([]);
	});

	it('comes back when a third strand comes to what was put off', () => {
		const later = both.and('answer S4 defer until 12:00');
		expect(later.asks('S4')).toEqual([]);
		expect(later.and('suspect the backup', 'action c @tom by 11:00 tests:F4').asks('S4')).toHaveLength(1);
	});
});

const alphaOf = (members: number) =>
	under(8).and(`split alpha ${['@mia', '@ola', '@uri', '@eva'].slice(0, members + 1).join(' ')} x by 11:00`);

describe('S7: small sub-teams are merged', () => {
	it.each([
		[0, 1],
		[2, 1],
		[3, 0],
	])('of a lead with %i members: %i prompts', (members, count) => {
		expect(alphaOf(members).asks('S7')).toHaveLength(count);
	});

	it('says how many there are, and offers the merge', () => {
		expect(alphaOf(2).asks('S7')).toMatchObject([
			{
				severity: 'info',
				subject: '#alpha',
				text: 'Sub-team #alpha is small: 2 under Mia Berg, 3 are the least. Merge it?',
				offers: [{line: 'merge alpha'}],
			},
		]);
	});

	it('counts the leads of nested teams, and asks about those as well', () => {
		const nested = alphaOf(2).and('split bravo @leo @zoe @max @ida x by 11:00 under:alpha');
		expect(nested.asks('S7')).toEqual([]);
		expect(nested.and('release @ida').asks('S7')).toMatchObject([{subject: '#bravo'}]);
	});

	it('is silent about a team without a lead or led by whoever commands, and when it is cold', () => {
		const silent = [
			staffed.and('split alpha'),
			under(2).and('split alpha @priya @mia'),
			alphaOf(2).and('merge alpha'),
			alphaOf(2).and('phase cold'),
		];
		expect(silent.flatMap(one => one.asks('S7'))).toEqual([]);
	});
});

describe('what the doctrine in force calls the roles', () => {
	const {board, now} = staffed.and('relieve im', 'relieve deputy', 'relieve sme', 'relieve analyst');
	const titles = {...moj.titles, im: 'Incident Commander', deputy: 'Deputy IC', sme: 'SME'};
	const story = storyOf({...board, declaration: {...board.declaration, adopted: {...moj, name: 'acme', titles}}}, now);

	it('stands in prompts and offers', () => {
		expect(story.asks('R1')).toMatchObject([
			{text: 'No Incident Commander. Who takes command?', offers: [{label: 'assign Incident Commander'}]},
		]);
		expect(story.asks('R3')).toMatchObject([{text: 'No deputy IC. Appoint one.'}]);
		expect(story.asks('R7')).toMatchObject([{text: 'No SME. Who investigates?'}]);
	});

	it('stands in refusals and on the timeline', () => {
		expect(story.when('accept im')).toMatchObject(refused('Nobody is Incident Commander', 'assign im'));
		expect(story.and('assign im @tom').told()).toBe('Tom Achebe is Incident Commander');
		expect(story.and('assign im @tom', 'accept im').told()).toBe('Tom Achebe accepts: Incident Commander');
		expect(story.and('assign im @tom', 'relieve im').told()).toBe('Tom Achebe is no longer Incident Commander');
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
