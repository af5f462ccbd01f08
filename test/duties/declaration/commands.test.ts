import {describe, expect, it} from 'vitest';
import {at, declared, given, nothing, refused, staffed} from '../../support/spec.ts';

const closed = staffed.and('[11:00] close because nothing leaks any more');

describe('declare', () => {
	it('opens a hot incident with everything that was said', () => {
		expect(
			nothing.when(
				'declare Payments database exposed severity:S1 kind:privacy data:personal profile:moj zone:Europe/London marking:OFFICIAL exercise:yes',
			),
		).toEqual([
			{
				kind: 'incident-declared',
				title: 'Payments database exposed',
				incidentKind: 'privacy',
				severity: 'S1',
				personalData: 'yes',
				phase: 'hot',
				profile: 'moj',
				zone: 'Europe/London',
				marking: 'OFFICIAL',
				exercise: true,
			},
		]);
	});

	it('takes an operational S3 without personal data in the zone of whoever types when nothing else is said', () => {
		expect(nothing.when('declare Mail is down')).toMatchObject([
			{incidentKind: 'operational', severity: 'S3', personalData: 'no', profile: 'moj', zone: 'UTC', exercise: false},
		]);
	});

	it('refuses a second declaration in one log, and says how a log of its own is opened', () => {
		expect(declared.when('declare Another')).toMatchObject(refused('is declared already', 'a log of its own'));
	});

	it('refuses a doctrine that it does not have, and names those it has', () => {
		expect(nothing.when('declare X profile:navy')).toMatchObject(refused('no doctrine navy', 'moj'));
	});

	it.each([
		['declare severity:S2', 'lacks its text', 'For example'],
		['declare X severity:S9', 'severity:S9 is not known', 'severity:S1'],
		['declare X kind:weather', 'kind:weather is not known', 'kind:security'],
		['declare X zone:Mars/Olympus', 'not a time zone', 'Europe/London'],
		['declare X severity:S1 severity:S2', 'said twice', 'once'],
	])('refuses “%s”', (line, why, mend) => {
		expect(nothing.when(line)).toMatchObject(refused(why, mend));
	});

	it('comes before every other verb', () => {
		expect(nothing.when('note hello')).toMatchObject(refused('There is no incident yet', 'declare TITLE'));
	});

	it('happened when it was said to have happened', () => {
		const {declaration} = given('[10:20] declare Mail is down at 10:05').board;
		expect(declaration).toMatchObject({declaredAt: at('10:05'), phaseSince: at('10:05'), closedAt: undefined});
	});
});

describe('severity', () => {
	it('sets it, keeps what it was and why', () => {
		expect(declared.when('severity s1 because card data leak')).toEqual([
			{kind: 'severity-set', severity: 'S1', was: 'S2', reason: 'card data leak'},
		]);
		expect(declared.and('severity S1').board.declaration.severity).toBe('S1');
	});

	it('refuses what it is already', () => {
		expect(declared.when('severity S2')).toMatchObject(refused('is S2 already', 'Name another'));
	});

	it('refuses a severity that does not exist', () => {
		expect(declared.when('severity S7')).toMatchObject(refused('not one of S1, S2, S3, S4', 'Choose one'));
	});
});

describe('data', () => {
	it('says that personal data are, may be or are not involved', () => {
		expect(declared.when('data personal because the export holds names')).toEqual([
			{kind: 'personal-data-set', personalData: 'yes', was: 'no', reason: 'the export holds names'},
		]);
		expect(declared.and('data maybe').board.declaration.personalData).toBe('maybe');
		expect(declared.and('data maybe', 'data none').board.declaration.personalData).toBe('no');
	});

	it('refuses what is on record already, in either word', () => {
		expect(declared.and('data yes').when('data personal')).toMatchObject(refused('already', 'personal, maybe or none'));
	});

	it('refuses another word', () => {
		expect(declared.when('data perhaps')).toMatchObject(refused('not one of', 'Choose one'));
	});
});

describe('phase', () => {
	it('moves the incident and tells since when', () => {
		const warm = declared.and('[11:30] phase warm because the leak is stopped');
		expect(warm.board.declaration).toMatchObject({phase: 'warm', phaseSince: at('11:30')});
		expect(warm.told()).toBe('phase warm, was hot, because the leak is stopped');
	});

	it('refuses the phase it is in', () => {
		expect(declared.when('phase hot')).toMatchObject(refused('is hot already', 'pre-incident, hot, warm, cold'));
	});

	it('refuses a phase that does not exist', () => {
		expect(declared.when('phase lukewarm')).toMatchObject(refused('not one of', 'Choose one'));
	});
});

describe('close', () => {
	it('closes whatever doctrine still asks, with or without a reason', () => {
		expect(declared.prompts()).not.toEqual([]);
		expect(declared.when('close')).toEqual([{kind: 'incident-closed'}]);
		expect(closed.board.declaration).toMatchObject({closedAt: at('11:00'), closingReason: 'nothing leaks any more'});
	});

	it('refuses a second time, and says how to go on', () => {
		expect(closed.when('close')).toMatchObject(refused('is closed', 'reopen because'));
	});

	it('ends the work but not the record', () => {
		expect(closed.when('action isolate host 17')).toMatchObject(refused('is closed', 'reopen'));
		expect(closed.when('note the supplier called back')).toMatchObject([{kind: 'note-made'}]);
		expect(closed.when('strike 2 because it was somebody else')).toMatchObject([{kind: 'entry-struck'}]);
		expect(closed.when('release @chen')).toMatchObject([{kind: 'person-released'}]);
	});

	it('refuses words that are no reason', () => {
		expect(declared.when('close it now')).toMatchObject(refused('does not know what to do with “it now”', 'close'));
	});
});

describe('reopen', () => {
	it('opens a closed incident again', () => {
		const open = closed.and('[11:10] reopen because it leaks again');
		expect(open.board.declaration).toMatchObject({closedAt: undefined, closingReason: undefined});
		expect(open.told()).toBe('incident reopened, because it leaks again');
	});

	it('refuses while the incident is open', () => {
		expect(declared.when('reopen because why not')).toMatchObject(refused('The incident is open', 'Nothing needs'));
	});

	it('refuses without a reason', () => {
		expect(closed.when('reopen')).toMatchObject(refused('reopen is not complete: why?', 'reopen because'));
	});
});

describe('triage, doubt, flags and doctrine', () => {
	it('keeps what triage said, the newest part of each', () => {
		const story = staffed.and('triage a source:alert', 'triage b category:leak');
		expect(story.board.declaration.triage).toEqual({source: 'alert', category: 'leak', hypothesis: 'b'});
		expect(story.told()).toBe('triage: category leak; working hypothesis: b');
		expect(staffed.when('triage')).toMatchObject(refused('says nothing', 'triage source:alert'));
	});

	it('doubts the severity until one is set', () => {
		const doubted = staffed.and('unsure or:S1 because nobody knows');
		expect(doubted.board.declaration.doubt).toEqual({other: 'S1'});
		expect(doubted.told()).toBe('the severity is unsure: S2 or S1, because nobody knows');
		expect(doubted.and('severity S2').board.declaration.doubt).toBeUndefined();
	});

	it('raises a flag once, and lowers one that stands', () => {
		const flagged = staffed.and('flag press because a paper rang');
		expect(flagged.board.declaration.flags).toMatchObject([{flag: 'press', reason: 'a paper rang'}]);
		expect(flagged.told()).toBe('the press takes an interest, because a paper rang');
		expect(flagged.when('flag press')).toMatchObject(refused('on record already', 'unflag press'));
		expect(flagged.and('unflag press').board.declaration.flags).toEqual([]);
		expect(staffed.when('unflag press')).toMatchObject(refused('not on record', 'said with flag'));
	});

	it('begins before it is an incident where that is said', () => {
		expect(nothing.and('declare x phase:pre-incident').board.declaration.phase).toBe('pre-incident');
		expect(nothing.and('declare x').board.declaration.phase).toBe('hot');
	});

	it('names the doctrines there are when another is asked for', () => {
		expect(staffed.when('profile moon')).toMatchObject(refused('no doctrine moon', 'moj'));
		expect(staffed.and('profile moj').told()).toBe('doctrine: Ministry of Justice incident roles');
	});

	it('says how it ended', () => {
		const ended = staffed.and('close outcome:false-alarm because it was a drill mail');
		expect(ended.board.declaration.outcome).toBe('false-alarm');
		expect(ended.told()).toBe('incident closed as a false alarm, because it was a drill mail');
		expect(ended.and('reopen because no').board.declaration.outcome).toBeUndefined();
	});
});

describe('mark', () => {
	it('marks an incident that was not marked, and one that was, with the reason', () => {
		expect(declared.when('mark tlp:amber because it names customers')).toEqual([
			{kind: 'marking-set', marking: 'TLP:AMBER', reason: 'it names customers'},
		]);
		const marked = declared.and('mark Board eyes only');
		expect(marked.board.declaration.marking).toBe('Board eyes only');
		expect(marked.when('mark TLP:CLEAR')).toEqual([
			{kind: 'marking-set', marking: 'TLP:CLEAR', was: 'Board eyes only'},
		]);
	});

	it('says what it was', () => {
		expect(declared.and('mark OFFICIAL', 'mark TLP:RED because it spreads').told()).toBe(
			'marked TLP:RED, was OFFICIAL, because it spreads',
		);
	});

	it('may be said when the incident is closed: documents are made then', () => {
		expect(closed.when('mark TLP:GREEN')).toMatchObject([{marking: 'TLP:GREEN'}]);
	});

	it('refuses what TLP 2.0 does not know, and what stands already', () => {
		expect(declared.when('mark TLP:WHITE')).toMatchObject(refused('TLP:WHITE', 'CLEAR'));
		expect(declared.and('mark TLP:RED').when('mark tlp:red')).toMatchObject(refused('already', 'another'));
	});
});
