import {describe, expect, it} from 'vitest';
import {propose} from '../../../source/propose.ts';
import {at, declared, refused, staffed} from '../../support/spec.ts';

const alpha = staffed.and('split alpha @chen @ana find the leaked keys by 11:00');

describe('assign', () => {
	it('gives a role to somebody new, who joins first', () => {
		expect(declared.when('assign im @"Priya Shah"')).toEqual([
			{kind: 'person-joined', handle: 'priya', name: 'Priya Shah'},
			{kind: 'role-assigned', role: 'im', person: 'priya'},
		]);
	});

	it('gives a second role to somebody here, by the beginning of the name and a role by another name', () => {
		expect(staffed.when('assign expert @pri')).toEqual([{kind: 'role-assigned', role: 'sme', person: 'priya'}]);
	});

	it('takes the person before the role', () => {
		expect(staffed.when('assign @ana comms')).toEqual([{kind: 'role-assigned', role: 'comms', person: 'ana'}]);
	});

	it('refuses a role that the person holds', () => {
		expect(staffed.when('assign im @priya')).toMatchObject(
			refused('Priya Shah is Incident Manager already', 'relieve im @priya'),
		);
	});

	it.each([
		['assign im', 'assign is not complete: who?', 'assign im @'],
		['assign @priya', 'assign is not complete: role?', 'assign im @'],
		['assign captain @priya', 'captain is not a role', 'im, deputy, secretariat'],
		['assign im @nobody', 'Nobody here is called nobody', '@"nobody"'],
	])('refuses “%s”', (line, why, mend) => {
		expect(staffed.when(line)).toMatchObject(refused(why, mend));
	});

	it('brings somebody back who was released', () => {
		const back = staffed.and('release @ana', 'assign sme @ana');
		expect(back.board.staffing.people.find(one => one.handle === 'ana')?.releasedAt).toBeUndefined();
	});
});

describe('accept', () => {
	it('records that the only holder has accepted', () => {
		expect(staffed.when('accept im')).toEqual([{kind: 'role-accepted', role: 'im', person: 'priya'}]);
		expect(staffed.and('[10:04] accept im').board.staffing.assignments[0]?.acceptedAt).toBe(at('10:04'));
	});

	it('means the one who speaks where several hold the role', () => {
		const two = staffed.and('assign sme @"Mia Berg"');
		expect(two.when('[ @mia] accept sme')).toEqual([{kind: 'role-accepted', role: 'sme', person: 'mia'}]);
		expect(two.when('accept sme')).toMatchObject(refused('2 people hold that role', '@ana or @mia'));
		expect(two.when('accept sme @ana')).toEqual([{kind: 'role-accepted', role: 'sme', person: 'ana'}]);
	});

	it('refuses a vacant role, a person without it, and a second time', () => {
		expect(staffed.when('accept comms')).toMatchObject(refused('Nobody is Communications', 'assign comms'));
		expect(staffed.when('accept im @tom')).toMatchObject(refused('Tom Achebe is not', 'assign im @tom'));
		expect(staffed.and('accept im').when('accept im')).toMatchObject(
			refused('has accepted already', 'Nothing is left'),
		);
	});

	it('is not needed by whoever takes a role for themselves', () => {
		const taken = declared.and('checkin @"Priya Shah"', '[10:01 @priya] assign im @priya');
		expect(taken.board.staffing.assignments[0]?.acceptedAt).toBe(at('10:01'));
	});
});

describe('relieve', () => {
	it('takes the role and says why', () => {
		const relieved = staffed.and('[10:30] relieve deputy because Tom leads Alpha now');
		expect(relieved.board.staffing.assignments[1]).toMatchObject({role: 'deputy', until: at('10:30')});
		expect(relieved.told()).toBe('Tom Achebe is no longer Deputy, because Tom leads Alpha now');
	});

	it('does not guess which of two is meant, not even the speaker', () => {
		const two = staffed.and('assign sme @"Mia Berg"');
		expect(two.when('[ @mia] relieve sme')).toMatchObject(refused('2 people hold that role', '@ana or @mia'));
		expect(two.when('relieve sme @mia')).toEqual([{kind: 'role-relieved', role: 'sme', person: 'mia'}]);
	});

	it('refuses a role that nobody holds', () => {
		expect(staffed.when('relieve liaison')).toMatchObject(refused('Nobody is Liaison', 'assign liaison'));
	});
});

describe('checkin', () => {
	it('lets somebody in, with or without a role, by a bare handle too', () => {
		expect(staffed.when('checkin @"Mia Berg" sme')).toEqual([
			{kind: 'person-joined', handle: 'mia', name: 'Mia Berg'},
			{kind: 'role-assigned', role: 'sme', person: 'mia'},
		]);
		expect(staffed.when('checkin @Mia')).toEqual([{kind: 'person-joined', handle: 'mia', name: 'Mia'}]);
		expect(staffed.when('checkin sme @mia')).toMatchObject([{kind: 'person-joined'}, {role: 'sme', person: 'mia'}]);
	});

	it('lets somebody in again who was released', () => {
		expect(staffed.and('release @ana').when('checkin @ana sme')).toEqual([
			{kind: 'person-joined', handle: 'ana', name: 'Ana Reis'},
			{kind: 'role-assigned', role: 'sme', person: 'ana'},
		]);
	});

	it('gives a further role to somebody here', () => {
		expect(staffed.when('checkin @ana comms')).toEqual([{kind: 'role-assigned', role: 'comms', person: 'ana'}]);
	});

	it('refuses somebody who is here already, and words that are no role', () => {
		expect(staffed.when('checkin @ana')).toMatchObject(refused('Ana Reis is on the board already', 'assign sme @ana'));
		expect(staffed.when('checkin @ana sme')).toMatchObject(refused('on the board already', 'assign'));
		expect(staffed.when('checkin @ana pilot')).toMatchObject(refused('“pilot”', 'checkin @who [role]'));
	});
});

describe('release', () => {
	it('ends every role and every place in a sub-team', () => {
		const {staffing} = alpha.and('[10:40] release @chen because his shift is over').board;
		expect(staffing.people.find(one => one.handle === 'chen')?.releasedAt).toBe(at('10:40'));
		expect(staffing.assignments.filter(one => one.person === 'chen')).toMatchObject([{until: at('10:40')}]);
		expect(staffing.teams).toMatchObject([{name: 'alpha', lead: undefined, members: ['ana']}]);
	});

	it('refuses a second time, and says how to bring them back', () => {
		expect(staffed.and('release @chen').when('release @chen')).toMatchObject(
			refused('has been released already', 'checkin @chen'),
		);
	});

	it('refuses somebody who was never here', () => {
		expect(staffed.when('release @"Zed Zed"')).toMatchObject([{kind: 'person-joined'}, {kind: 'person-released'}]);
		expect(staffed.when('release @zed')).toMatchObject(refused('Nobody here is called zed', '@"zed"'));
	});
});

describe('split', () => {
	it('splits off a sub-team: lead first, then members, task and report time', () => {
		expect(staffed.when('split alpha @chen @ana find the leaked keys by 11:00')).toEqual([
			{
				kind: 'team-split',
				team: 'alpha',
				lead: 'chen',
				members: ['ana'],
				task: 'find the leaked keys',
				due: at('11:00'),
			},
		]);
	});

	it('takes #Alpha for alpha, and nothing but a name', () => {
		expect(staffed.when('split #Alpha')).toEqual([{kind: 'team-split', team: 'alpha', members: []}]);
	});

	it('refuses a name that stands, and gives it again after a merge', () => {
		expect(alpha.when('split alpha @tom')).toMatchObject(refused('#alpha exists already', 'brief alpha'));
		expect(alpha.and('merge alpha').when('split alpha @tom')).toMatchObject([{kind: 'team-split', lead: 'tom'}]);
	});

	it('refuses what is no name', () => {
		expect(staffed.when('split !!')).toMatchObject(refused("not a team's name", '#alpha'));
		expect(staffed.when('split')).toMatchObject(refused('split is not complete: team?', 'split alpha'));
	});

	it('takes people out of the sub-team they were in: each has one supervisor', () => {
		const {teams} = alpha.and('split bravo @ana').board.staffing;
		expect(teams).toMatchObject([
			{name: 'alpha', members: []},
			{name: 'bravo', lead: 'ana'},
		]);
	});
});

describe('split and brief, with a channel and a parent', () => {
	const nested = alpha.and('split bravo @tom x by 11:00 under:alpha');

	it('write both', () => {
		expect(alpha.when('split bravo @tom under:#Alpha channel:bridge-2')).toEqual([
			{kind: 'team-split', team: 'bravo', lead: 'tom', members: [], channel: 'bridge-2', under: 'alpha'},
		]);
		expect(nested.when('brief bravo channel:"room 4"')).toEqual([
			{kind: 'team-completed', team: 'bravo', members: [], channel: 'room 4'},
		]);
		expect(alpha.and('split bravo @tom').when('brief bravo under:alpha')).toEqual([
			{kind: 'team-completed', team: 'bravo', members: [], under: 'alpha'},
		]);
	});

	it('stand in the state', () => {
		const {teams} = nested.and('brief bravo channel:bridge-2', 'brief bravo by 12:00').board.staffing;
		expect(teams).toMatchObject([
			{name: 'alpha', under: undefined, channel: undefined},
			{name: 'bravo', under: 'alpha', channel: 'bridge-2', due: at('12:00')},
		]);
	});

	it('refuse a parent that does not stand, itself, a third level from above and from below', () => {
		expect(alpha.when('split bravo @tom under:charlie')).toMatchObject(refused('no sub-team #charlie', '#alpha'));
		expect(alpha.when('brief alpha under:alpha')).toMatchObject(refused('cannot stand under itself', 'another team'));
		expect(nested.when('split charlie @sam under:bravo')).toMatchObject(
			refused('#bravo stands under #alpha already: a third level', 'under:alpha'),
		);
		expect(nested.and('split charlie @sam').when('brief alpha under:charlie')).toMatchObject(
			refused('#alpha has teams under it: a third level', 'Merge those first'),
		);
	});

	it('are told', () => {
		expect(alpha.and('split bravo @tom under:alpha channel:bridge-2').told()).toBe(
			'sub-team #bravo is split off: under #alpha; lead Tom Achebe; channel bridge-2',
		);
	});
});

describe('brief', () => {
	it('completes a sub-team and keeps what it had', () => {
		const {teams} = staffed.and('split alpha', 'brief alpha @chen find the keys', 'brief alpha by 11:30').board
			.staffing;
		expect(teams).toMatchObject([{lead: 'chen', task: 'find the keys', due: at('11:30')}]);
	});

	it('keeps whoever led before as a member', () => {
		expect(alpha.and('brief alpha @ana').board.staffing.teams).toMatchObject([{lead: 'ana', members: ['chen']}]);
	});

	it('refuses a team that does not stand, and a line that says nothing', () => {
		expect(alpha.when('brief bravo @tom')).toMatchObject(refused('no sub-team #bravo', 'There is #alpha'));
		expect(staffed.when('brief bravo @tom')).toMatchObject(refused('no sub-team #bravo', 'split bravo'));
		expect(alpha.when('brief alpha')).toMatchObject(refused('says nothing new', 'brief alpha @lead'));
	});
});

describe('join', () => {
	it('moves people into a sub-team, who are counted once', () => {
		expect(alpha.when('join alpha @tom @sam @tom')).toEqual([
			{kind: 'team-completed', team: 'alpha', members: ['tom', 'sam']},
		]);
		expect(alpha.and('join alpha @tom').board.staffing.teams).toMatchObject([{lead: 'chen', members: ['ana', 'tom']}]);
	});

	it('refuses those who are in it, and a team that does not stand', () => {
		expect(alpha.when('join alpha @ana @chen')).toMatchObject(refused('in #alpha already', 'somebody else'));
		expect(alpha.when('join bravo @ana')).toMatchObject(refused('no sub-team #bravo', '#alpha'));
	});

	it('refuses when nobody is named', () => {
		expect(alpha.when('join alpha')).toMatchObject(refused('join is not complete: who?', 'join alpha @ana'));
	});
});

describe('roster', () => {
	it('takes the roster into the log', () => {
		const listed = staffed.and('roster');
		expect(listed.board.staffing.roster.map(one => one.handle)).toEqual(['priya', 'tom', 'sam', 'chen', 'uma']);
		expect(listed.told()).toBe('roster taken over from roster.yaml: 5 people');
	});

	it('refuses where none was given', () => {
		const answer = propose('roster', {board: staffed.board, now: staffed.now, by: 'sam', zone: 'UTC'});
		expect(answer).toMatchObject(refused('No roster was given', 'loggist roster FILE'));
	});
});

describe('merge', () => {
	it('ends a sub-team: its people report to the Incident Manager again', () => {
		const merged = alpha.and('[11:05] merge alpha because the keys are found');
		expect(merged.board.staffing.teams).toMatchObject([{name: 'alpha', mergedAt: at('11:05')}]);
		expect(merged.told()).toBe('sub-team #alpha is merged back, because the keys are found');
	});

	it('of a team with others under it leaves those with the Incident Manager', () => {
		const merged = alpha.and('split bravo @tom under:alpha', 'merge alpha');
		expect(merged.board.staffing.teams[1]).toMatchObject({name: 'bravo', under: undefined, mergedAt: undefined});
		// A new team of that name is another one.
		expect(merged.and('split alpha @sam').board.staffing.teams[1]).toMatchObject({under: undefined});
	});

	it('refuses a team that does not stand, or stands no longer', () => {
		expect(staffed.when('merge alpha')).toMatchObject(refused('no sub-team #alpha', 'split alpha'));
		expect(alpha.and('merge alpha').when('merge alpha')).toMatchObject(refused('no sub-team #alpha', 'split alpha'));
	});

	it('refuses when no team is named', () => {
		expect(alpha.when('merge')).toMatchObject(refused('merge is not complete: team?', 'merge alpha'));
	});
});

describe('raci', () => {
	it('cites the responsibilities file, and changes nothing on the board', () => {
		const cited = staffed.and('raci changed the deputy may send the first message because nobody was there');
		expect(cited.told()).toBe(
			'responsibilities changed, the deputy may send the first message: Incident responsibilities, version 1.2 ' +
				'(responsibilities.yaml, SHA-256 555555555555…), because nobody was there',
		);
		expect(cited.board.staffing).toEqual(staffed.board.staffing);
	});

	it('is said after the close too, when what was learnt is written down', () => {
		expect(staffed.and('close because it is over').when('raci reviewed')).toMatchObject([
			{kind: 'responsibilities-cited', deed: 'reviewed', version: '1.2'},
		]);
	});

	it('refuses a deed that is none, and where no file was given', () => {
		expect(staffed.when('raci lost')).toHaveProperty('refused');
		const answer = propose('raci shared', {board: staffed.board, now: staffed.now, by: 'sam', zone: 'UTC'});
		expect(answer).toMatchObject(refused('No responsibilities file was given', 'responsibilities: FILE'));
	});
});
