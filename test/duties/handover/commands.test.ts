import {describe, expect, it} from 'vitest';
import {at, declared, experts, full, given, refused, staffed} from '../../support/spec.ts';

const offered = staffed.and('handover im @tom');
const im = {role: 'im', from: 'priya', to: 'tom'};
const change = [
	{kind: 'role-relieved', role: 'im', person: 'priya'},
	{kind: 'role-assigned', role: 'im', person: 'tom'},
	{kind: 'role-accepted', role: 'im', person: 'tom'},
];
const holders = (story: typeof staffed, role: string) =>
	story.board.staffing.assignments.filter(one => one.role === role && one.until === undefined).map(one => one.person);

describe('handover', () => {
	it('offers the role of its only holder', () => {
		expect(staffed.when('handover im @tom')).toEqual([{kind: 'handover-offered', ...im}]);
		expect(holders(offered, 'im')).toEqual(['priya']);
	});

	it('takes an effective time and a remark', () => {
		expect(staffed.when('handover im @tom by 11:00 the morning was long')).toEqual([
			{kind: 'handover-offered', ...im, effectiveAt: at('11:00'), text: 'the morning was long'},
		]);
	});

	it('brings in somebody new to take over', () => {
		expect(staffed.when('handover im @"Mia Berg"')).toMatchObject([
			{kind: 'person-joined', handle: 'mia'},
			{kind: 'handover-offered', to: 'mia'},
		]);
	});

	it('means the one who speaks, or the second one named, where several hold the role', () => {
		const two = staffed.and('assign sme @"Mia Berg"');
		expect(two.when('handover sme @tom')).toMatchObject(refused('2 people hold that role', '@ana or @mia'));
		expect(two.when('[ @mia] handover sme @tom')).toMatchObject([{from: 'mia'}]);
		expect(two.when('handover sme @tom @ana')).toMatchObject([{from: 'ana', to: 'tom'}]);
	});

	it('refuses a role that nobody holds, and one that the named one does not hold', () => {
		expect(staffed.when('handover comms @tom')).toMatchObject(refused('Nobody is', 'assign comms'));
		expect(staffed.when('handover im @tom @ana')).toMatchObject(refused('Ana Reis is not', 'held by @priya'));
		expect(staffed.when('handover comms @tom @ana')).toMatchObject(refused('Ana Reis is not', 'assign comms'));
	});

	it('refuses to hand over to oneself, and to another holder', () => {
		expect(staffed.when('handover im @priya')).toMatchObject(
			refused('Priya Shah is Incident Manager already', '@name'),
		);
		const two = staffed.and('assign im @tom');
		expect(two.when('handover im @tom @priya')).toMatchObject(refused('as well', 'relieve im @priya'));
	});

	it('refuses a second offer of the same role, and to the same person', () => {
		expect(offered.when('handover im @ana')).toMatchObject(refused('offered to Tom Achebe already', 'keep im'));
		const two = staffed.and('assign sme @"Mia Berg"', 'handover sme @tom @ana');
		expect(two.when('handover sme @tom @mia')).toMatchObject(
			refused('offered to Tom Achebe already', 'accept sme @tom'),
		);
		expect(two.when('handover sme @chen @mia')).toMatchObject([{from: 'mia', to: 'chen'}]);
	});

	it('reads on the timeline', () => {
		expect(offered.told()).toBe('handover of Incident Manager from Priya Shah to Tom Achebe is offered');
		expect(staffed.and('handover im @tom by 11:00 a long morning').told()).toBe(
			'handover of Incident Manager from Priya Shah to Tom Achebe is offered, effective 11:00 UTC: a long morning',
		);
	});
});

describe('accept, of an offered role', () => {
	it('passes it at once, whoever speaks', () => {
		expect(offered.when('accept im')).toEqual([
			{kind: 'handover-accepted', ...im, effectiveAt: at('10:00')},
			...change,
		]);
		expect(offered.when('[ @ana] accept im')).toHaveLength(4);
		expect(offered.when('accept im @tom')).toHaveLength(4);
		const passed = offered.and('[10:10] accept im');
		expect(holders(passed, 'im')).toEqual(['tom']);
		expect(passed.board.staffing.assignments.at(-1)).toMatchObject({since: at('10:10'), acceptedAt: at('10:10')});
	});

	it('still means the holder’s own acceptance where the holder is named', () => {
		expect(offered.when('accept im @priya')).toEqual([{kind: 'role-accepted', role: 'im', person: 'priya'}]);
	});

	it('is no handover where none is offered, or it was withdrawn', () => {
		expect(offered.and('keep im').when('accept im')).toEqual([{kind: 'role-accepted', role: 'im', person: 'priya'}]);
	});

	it('keeps the role where it is until the effective time, when accepting again says that it has passed', () => {
		const waiting = staffed.and('handover im @tom by 11:00', '[10:10] accept im');
		expect(waiting.entries.at(-1)?.event).toEqual({kind: 'handover-accepted', ...im, effectiveAt: at('11:00')});
		expect(holders(waiting, 'im')).toEqual(['priya']);
		expect(waiting.when('[10:59:59.999] accept im')).toMatchObject(
			refused('Tom Achebe has accepted already', 'passes at 11:00 UTC'),
		);
		expect(waiting.when('[11:00] accept im')).toEqual(change);
		const passed = waiting.and('[11:00] accept im');
		expect(passed.board.handover.transfers).toMatchObject([
			{acceptedAt: at('10:10'), effectiveAt: at('11:00'), passed: {at: at('11:00')}},
		]);
		expect(passed.when('accept im')).toMatchObject(refused('has accepted already', 'Nothing is left'));
	});

	it('says when it takes effect: now where the offered time has come', () => {
		const late = staffed.and('handover im @tom by 11:00', '[11:20] accept im');
		expect(late.board.handover.transfers[0]?.effectiveAt).toBe(at('11:20'));
	});

	it('means the one who speaks or is named where the role is offered to several', () => {
		const two = staffed.and('assign sme @"Mia Berg"', 'handover sme @tom @ana', 'handover sme @chen @mia');
		expect(two.when('accept sme')).toMatchObject(
			refused('Tom Achebe and Chen Wei', 'accept sme @tom or accept sme @chen'),
		);
		expect(two.when('[ @chen] accept sme')).toMatchObject([{from: 'mia', to: 'chen'}, {}, {}, {}]);
		expect(two.when('accept sme @tom')).toMatchObject([{from: 'ana', to: 'tom'}, {}, {}, {}]);
	});

	it('takes nothing from a holder who has it no longer, and assigns nothing twice', () => {
		const alone = offered.and('relieve im');
		expect(alone.when('accept im')).toMatchObject([
			{kind: 'handover-accepted'},
			{kind: 'role-assigned'},
			{kind: 'role-accepted'},
		]);
		const byHand = staffed.and('handover im @tom by 11:00', 'assign im @tom');
		expect(byHand.when('accept im')).toMatchObject([
			{kind: 'handover-accepted', effectiveAt: at('10:00')},
			{kind: 'role-relieved', person: 'priya'},
			{kind: 'role-accepted'},
		]);
	});

	it('reads on the timeline', () => {
		const [accepted] = offered.and('accept im').entries.slice(-4);
		expect(accepted?.event.kind).toBe('handover-accepted');
		expect(staffed.and('handover im @tom by 11:00', 'accept im').told()).toBe(
			'handover of Incident Manager from Priya Shah to Tom Achebe is accepted, effective 11:00 UTC: the role passes when it is accepted then',
		);
	});
});

describe('briefed', () => {
	it('records the briefing of the one who takes over', () => {
		expect(offered.when('briefed im objectives and clocks')).toEqual([
			{kind: 'handover-briefed', ...im, text: 'objectives and clocks'},
		]);
		expect(offered.and('briefed im objectives').told()).toBe(
			'Tom Achebe is briefed to take over as Incident Manager: objectives',
		);
	});

	it('may come after the role has passed, but not when it has passed on', () => {
		const passed = offered.and('accept im');
		expect(passed.when('briefed im')).toEqual([{kind: 'handover-briefed', ...im}]);
		const passedOn = passed.and('handover im @ana', 'accept im', 'briefed im');
		expect(passedOn.board.handover.transfers.map(one => one.briefedAt === undefined)).toEqual([true, false]);
		expect(passedOn.when('briefed im')).toMatchObject(refused('Ana Reis has been briefed already', 'note'));
	});

	it('refuses where nothing is offered, a second time, and where it does not know whom', () => {
		expect(staffed.when('briefed im')).toMatchObject(refused('No handover of Incident Manager is open', 'handover im'));
		expect(offered.when('briefed im @ana')).toMatchObject(refused('to Ana Reis is open', 'handover im'));
		expect(offered.and('briefed im').when('briefed im')).toMatchObject(refused('briefed already', 'note'));
		const two = staffed.and('assign sme @"Mia Berg"', 'handover sme @tom @ana', 'handover sme @chen @mia');
		expect(two.when('briefed sme')).toMatchObject(refused('Tom Achebe or to Chen Wei', '@tom or @chen'));
		expect(two.when('briefed sme @chen')).toMatchObject([{from: 'mia', to: 'chen'}]);
		expect(two.when('[ @ana] briefed sme')).toMatchObject([{from: 'ana', to: 'tom'}]);
	});
});

describe('keep', () => {
	it('withdraws an offer, also one that is accepted and waits for its time', () => {
		expect(offered.when('keep im because Tom is called away')).toEqual([
			{kind: 'handover-withdrawn', ...im, reason: 'Tom is called away'},
		]);
		const waiting = staffed.and('handover im @tom by 11:00', 'accept im', 'keep im');
		expect(waiting.told()).toBe('handover of Incident Manager from Priya Shah to Tom Achebe is withdrawn');
		expect(waiting.when('handover im @ana')).toMatchObject([{kind: 'handover-offered', to: 'ana'}]);
	});

	it('refuses where nothing is offered, or the role has passed', () => {
		expect(staffed.when('keep im')).toMatchObject(refused('is not offered to anybody', 'nothing to withdraw'));
		expect(offered.when('keep im @ana')).toMatchObject(refused('is not offered to Ana Reis', 'nothing'));
		expect(offered.and('accept im').when('keep im')).toMatchObject(refused('is not offered', 'nothing'));
	});
});

describe('offline', () => {
	it('marks who will not be reachable, from now or from a time', () => {
		expect(staffed.when('offline @priya by 11:00')).toEqual([
			{kind: 'going-offline', person: 'priya', at: at('11:00')},
		]);
		expect(staffed.when('offline @priya')).toEqual([{kind: 'going-offline', person: 'priya'}]);
		expect(staffed.and('offline @priya').told()).toBe('Priya Shah goes offline');
		expect(staffed.and('offline @priya by 11:00').told()).toBe('Priya Shah goes offline at 11:00 UTC');
	});

	it('may be moved, and refuses to be said twice', () => {
		const marked = staffed.and('offline @priya by 11:00');
		expect(marked.when('offline @priya by 11:00')).toMatchObject(
			refused('marked as going offline already', 'offline @priya'),
		);
		expect(marked.when('offline @priya by 12:00')).toMatchObject([{at: at('12:00')}]);
		expect(marked.when('offline @priya')).toHaveLength(1);
		expect(marked.when('[11:00] offline @priya')).toMatchObject(refused('already', 'Another time'));
		expect(marked.and('offline @priya by 12:00').board.handover.offline).toMatchObject([{from: at('12:00')}]);
	});

	it('ends when the person joins again', () => {
		const back = staffed.and('offline @ana', 'release @ana', 'checkin @ana');
		expect(back.board.handover.offline).toEqual([]);
	});
});

describe('signoff and signon', () => {
	const changed = staffed.and('assign secretariat @"Mia Berg"', 'relieve secretariat @sam');

	it('mean the one named, the one who speaks, or the only one', () => {
		expect(staffed.when('[ @ana] signoff')).toEqual([{kind: 'loggist-signed-off', handle: 'sam'}]);
		expect(staffed.when('[ @ana] signon')).toEqual([{kind: 'loggist-signed-on', handle: 'sam'}]);
		expect(changed.when('signoff')).toEqual([{kind: 'loggist-signed-off', handle: 'sam'}]);
		expect(changed.when('[ @ana] signoff')).toEqual([{kind: 'loggist-signed-off', handle: 'sam'}]);
		expect(changed.when('[ @ana] signon')).toEqual([{kind: 'loggist-signed-on', handle: 'mia'}]);
		expect(changed.when('signoff @mia')).toEqual([{kind: 'loggist-signed-off', handle: 'mia'}]);
		expect(staffed.and('signoff').told()).toBe('Sam Ó Briain signs off: puts the log down');
		expect(staffed.and('signon').told()).toBe('Sam Ó Briain signs on: takes the log up');
	});

	it('may be said when the incident is closed', () => {
		expect(staffed.and('close because done').when('signoff @sam')).toHaveLength(1);
	});

	it('refuse whoever does not keep the log, nobody, several, and a second time', () => {
		expect(staffed.when('signon @ana')).toMatchObject(
			refused('Ana Reis does not keep the log', 'assign secretariat @ana'),
		);
		expect(changed.when('signon @sam')).toMatchObject(refused('does not keep the log', 'assign secretariat @sam'));
		expect(declared.when('signoff')).toMatchObject(refused('Nobody is Secretariat', 'assign secretariat'));
		expect(staffed.and('assign secretariat @ana').when('[ @tom] signoff')).toMatchObject(
			refused('More than one', '@sam or @ana'),
		);
		expect(staffed.and('signoff').when('signoff')).toMatchObject(refused('signed off already', 'signon'));
		expect(staffed.and('signon').when('signon')).toMatchObject(refused('signed on already', 'signoff'));
		expect(staffed.and('signoff').when('signon')).toHaveLength(1);
	});
});

describe('challenge and uphold', () => {
	const challenged = staffed.and('challenge @ana she orders the host back online');

	it('record orders against the Incident Manager, and that command stays', () => {
		expect(challenged.entries.at(-1)?.event).toEqual({
			kind: 'command-challenged',
			person: 'ana',
			text: 'she orders the host back online',
		});
		expect(challenged.told()).toBe(
			'Ana Reis gives orders against the Incident Manager: she orders the host back online',
		);
		expect(challenged.when('uphold because Priya stays')).toEqual([
			{kind: 'command-upheld', person: 'ana', reason: 'Priya stays'},
		]);
		expect(challenged.and('uphold').told()).toBe('asked whether to take command, Ana Reis does not');
	});

	it('are answered with yes when the challenger takes command, and not when another does', () => {
		const taken = challenged.and('[10:10] handover im @ana', 'accept im');
		expect(taken.board.handover.challenges).toMatchObject([{answer: {took: true, at: at('10:10')}}]);
		expect(challenged.and('assign im @tom').board.handover.challenges).toMatchObject([{answer: undefined}]);
	});

	it('refuse orders of the Incident Manager, of nobody in command, and a second time', () => {
		expect(staffed.when('challenge @priya')).toMatchObject(refused('Priya Shah is Incident Manager', 'Name the one'));
		expect(declared.when('challenge @"Ana Reis"')).toMatchObject(refused('Nobody is in command', 'assign im @ana'));
		expect(challenged.when('challenge @ana')).toMatchObject(refused('Ana Reis has been asked already', 'uphold'));
		expect(challenged.and('uphold').when('challenge @ana')).toHaveLength(1);
	});

	it('refuse an answer where nobody asks, and where two do', () => {
		expect(staffed.when('uphold')).toMatchObject(refused('Nobody challenges', 'challenge @name'));
		expect(challenged.when('uphold @tom')).toMatchObject(refused('Tom Achebe does not challenge', 'challenge'));
		const two = challenged.and('challenge @tom');
		expect(two.when('uphold')).toMatchObject(refused('Ana Reis and Tom Achebe', 'uphold @ana or uphold @tom'));
		expect(two.and('uphold @tom').board.handover.challenges).toMatchObject([
			{person: 'ana', answer: undefined},
			{person: 'tom', answer: {took: false}},
		]);
	});
});

describe('the contract', () => {
	it('is: declare, assign, handover, accept', () => {
		const story = given(
			'declare X severity:S2 kind:security',
			'assign im @"Priya Shah"',
			'checkin @"Sam Ó Briain"',
			'handover im @sam',
			'accept im',
		);
		expect(holders(story, 'im')).toEqual(['sam']);
		expect(story.entries.slice(-4).map(one => one.event.kind)).toEqual([
			'handover-accepted',
			'role-relieved',
			'role-assigned',
			'role-accepted',
		]);
	});

	it('holds in a full team', () => {
		const story = full.and(...experts(2), 'handover im @mia', 'accept im');
		expect(holders(story, 'im')).toEqual(['mia']);
	});
});
