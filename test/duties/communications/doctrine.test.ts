import {describe, expect, it} from 'vitest';
import {consult} from '../../../source/consult.ts';
import type {Profile} from '../../../source/profile.ts';
import {profileNamed} from '../../../source/profiles/index.ts';
import {declared, given as told, staffed} from '../../support/spec.ts';

const sound = 'Some card payments fail. Next update by 11:30.';
const cadence = (audience: string, minutes: number) => ({audience, minutes, source: 'x'});
/** For customers by the status page, drafted at 10:10. */
const drafted = staffed.and(`[10:10] message ${sound} audience:customers channel:status-page`);
const sent = drafted.and('agree M1', 'send M1');
const over = ['phase cold', 'close'] as const;

describe('R8: somebody leads communications where messages go out', () => {
	it('warns of a message that waits, drafted or agreed', () => {
		expect(drafted.asks('R8')).toMatchObject([
			{severity: 'warn', subject: 'comms', text: expect.stringContaining('M1 is drafted')},
		]);
		expect(drafted.and('agree M1').asks('R8')).toMatchObject([{text: expect.stringContaining('M1 is agreed')}]);
	});

	it('warns of updates that are planned for others than the team', () => {
		expect(staffed.and('audience customers every:30m').asks('R8')).toMatchObject([
			{text: expect.stringContaining('planned for customers')},
		]);
		expect(staffed.and('split alpha @ana', 'audience alpha every:30m', 'audience team every:1h').asks('R8')).toEqual(
			[],
		);
	});

	it('is silent with a lead, with nothing to say, when all is sent or given up, and when it is over', () => {
		const quiet = [
			staffed,
			drafted.and('assign comms @ana'),
			drafted.and('send M1'),
			drafted.and('withdraw M1'),
			staffed.and('audience customers'),
			...over.map(line => drafted.and(line)),
		];
		expect(quiet.flatMap(one => one.asks('R8'))).toEqual([]);
	});

	it('is met by a lead, and holds once it was put', () => {
		expect(drafted.and('answer R8 do assign comms @ana').asks('R8')).toEqual([]);
		expect(drafted.and('answer R8 put', 'message y').asks('R8')).toMatchObject([{put: drafted.now}]);
	});
});

const proposed = (...cadences: Profile['cadences']) =>
	consult(staffed.board, staffed.now, {...profileNamed('moj'), cadences}).find(one => one.rule === 'H2')?.offers;

describe('H2: it is said how often updates come', () => {
	it('warns while hot and without a cadence, and offers what the profile proposes', () => {
		expect(staffed.asks('H2')).toMatchObject([
			{severity: 'warn', subject: '', offers: [{line: 'audience team every:60m'}]},
		]);
		expect(staffed.and('audience customers').asks('H2')).toHaveLength(1);
	});

	it('is silent with a cadence or a promised update, and when it is not hot', () => {
		const quiet = [
			staffed.and('audience customers every:30m'),
			staffed.and('update customers x next 11:00'),
			staffed.and('phase warm'),
			staffed.and('close'),
		];
		expect(quiet.flatMap(one => one.asks('H2'))).toEqual([]);
	});

	it('is asked again when the cadence is ended', () => {
		expect(staffed.and('audience customers every:30m', 'audience customers every:none').asks('H2')).toHaveLength(1);
	});

	it('makes one word of the audiences that a profile names, and leaves out what is no cadence', () => {
		expect(proposed(cadence('Senior management', 30), cadence('public', 0))).toEqual([
			{label: 'Senior management every 30 min', line: 'audience senior-management every:30m'},
		]);
		expect(proposed()).toEqual([{label: 'set a cadence', line: 'audience '}]);
	});

	it('is met there and then', () => {
		expect(staffed.and('answer H2 do').board.communications.audiences).toMatchObject([{name: 'team', minutes: 60}]);
	});
});

describe('H3: an update is due', () => {
	it('speaks of the team when the next heartbeat that was promised was not held', () => {
		const beating = staffed.and('[10:10] heartbeat host 17 leaks | | | rebuild it next 10:30');
		expect(beating.asks('H3', '10:29:59.999')).toEqual([]);
		expect(beating.asks('H3', '10:30')).toMatchObject([{subject: 'team'}]);
		expect(beating.and('[10:31] heartbeat it is rebuilt').asks('H3', '11:30')).toEqual([]);
	});

	const customers = staffed.and('[10:10] audience customers every:30m');

	it('warns from the very moment, counted from when the cadence was set', () => {
		expect(customers.asks('H3', '10:39:59.999')).toEqual([]);
		expect(customers.asks('H3', '10:40')).toMatchObject([
			{severity: 'warn', subject: 'customers', text: 'Update missed: customers, due 10:40 UTC.'},
		]);
	});

	it('counts from the last update or the last message sent to them', () => {
		const updated = customers.and('[10:20] update customers nothing new');
		expect(updated.asks('H3', '10:49:59.999')).toEqual([]);
		expect(updated.asks('H3', '10:50')).toHaveLength(1);
		const sentAt = customers.and(`[10:25] message ${sound} audience:customers`, 'send M1');
		expect(sentAt.asks('H3', '10:54:59.999')).toEqual([]);
		expect(sentAt.asks('H3', '10:55')).toHaveLength(1);
		expect(customers.and('[10:20] update press x').asks('H3', '10:40')).toHaveLength(1);
	});

	it('holds to the time that they were promised', () => {
		const promised = customers.and('[10:20] update customers nothing new next 11:15');
		expect(promised.asks('H3', '11:14:59.999')).toEqual([]);
		expect(promised.asks('H3', '11:15')).toHaveLength(1);
	});

	it('asks about each audience by itself', () => {
		const two = customers.and('audience press every:20m', '[10:31] note x');
		expect(two.asks('H3', '10:35').map(one => one.subject)).toEqual(['press']);
		expect(two.asks('H3', '10:40').map(one => one.subject)).toEqual(['customers', 'press']);
	});

	it('still asks while warm, and is silent without a cadence and when it is over', () => {
		expect(customers.and('phase warm').asks('H3', '10:40')).toHaveLength(1);
		const quiet = [staffed.and('audience customers'), ...over.map(line => customers.and(line))];
		expect(quiet.flatMap(one => one.asks('H3', '12:00'))).toEqual([]);
	});

	it('may wait, and comes back for the next one that is missed', () => {
		const waits = customers.and('[10:40] answer H3 defer until 10:50');
		expect(waits.asks('H3', '10:49:59.999')).toEqual([]);
		expect(waits.asks('H3', '10:50')).toHaveLength(1);
		expect(waits.and('[10:41] update customers x', 'audience customers every:5m').asks('H3', '10:46')).toHaveLength(1);
	});

	it('offers the agreed message for them, and no draft', () => {
		const lines = (story: typeof customers) => story.asks('H3', '10:45')[0]?.offers.map(one => one.line);
		const waiting = customers.and(`message ${sound} audience:customers`, 'message x audience:press', 'agree M2');
		expect(lines(waiting)).toEqual(['update customers ']);
		expect(lines(waiting.and('agree M1'))).toEqual(['send M1', 'update customers ']);
	});

	it('is met by an update', () => {
		expect(customers.and('[10:40] answer H3 do update customers nothing new').asks('H3')).toEqual([]);
	});
});

describe('C1: the Incident Manager agreed to what was sent', () => {
	it('is urgent where it was sent without agreement', () => {
		expect(drafted.and('send M1').asks('C1')).toMatchObject([
			{severity: 'urgent', subject: 'M1', text: 'M1 was sent and the Incident Manager has not agreed to it.'},
		]);
		expect(drafted.and('send M1', 'phase cold').asks('C1')).toHaveLength(1);
	});

	it('is urgent where the agreement was to an earlier text', () => {
		expect(drafted.and('agree M1', 'redraft M1 x', 'send M1').asks('C1')).toHaveLength(1);
	});

	it('is urgent where somebody else agreed, or before they commanded', () => {
		expect(drafted.and('agree M1 @tom', 'send M1').asks('C1')).toMatchObject([
			{text: expect.stringContaining('only Tom Achebe')},
		]);
		const early = drafted.and('agree M1 @tom', '[10:15] relieve im', 'assign im @tom', 'send M1');
		expect(early.asks('C1')).toHaveLength(1);
		expect(early.and('agree M1').asks('C1')).toEqual([]);
	});

	it('is silent when it was agreed, when it is not sent, and when it is closed', () => {
		const quiet = [
			sent,
			drafted,
			drafted.and('send M1', 'close'),
			sent.and('[10:20] relieve im', 'assign im @tom'),
			drafted.and('agree M1', '[10:10] relieve im', 'send M1'),
		];
		expect(quiet.flatMap(one => one.asks('C1'))).toEqual([]);
	});

	it('offers the agreement, which needs a name where nobody commands', () => {
		expect(drafted.and('send M1').asks('C1')[0]?.offers).toMatchObject([{line: 'agree M1'}]);
		expect(drafted.and('send M1', 'relieve im').asks('C1')[0]?.offers).toMatchObject([{line: 'agree M1 @'}]);
		expect(drafted.and('send M1', 'answer C1 do').asks('C1')).toEqual([]);
	});
});

describe('C2: an old draft is read again before it goes out', () => {
	it('advises when more than a quarter of an hour lay between text and agreement', () => {
		expect(drafted.and('[10:25] agree M1').asks('C2')).toEqual([]);
		expect(drafted.and('[10:25:00.001] agree M1').asks('C2')).toMatchObject([{severity: 'advise', subject: 'M1'}]);
	});

	it('counts from the last change of the text, not from now', () => {
		expect(drafted.and('[10:20] redraft M1 x', '[10:30] agree M1').asks('C2')).toEqual([]);
		expect(drafted.and('[10:20] agree M1').asks('C2', '12:00')).toEqual([]);
	});

	it('is silent before the agreement, after it was sent or given up, and when it is closed', () => {
		const old = drafted.and('[10:30] agree M1');
		const quiet = [drafted.and('[10:30] note x'), old.and('send M1'), old.and('withdraw M1'), old.and('close')];
		expect(quiet.flatMap(one => one.asks('C2'))).toEqual([]);
	});

	it('is met by reading it again, or by a new text', () => {
		const old = drafted.and('[10:30] agree M1');
		expect(old.and('answer C2 do').asks('C2')).toEqual([]);
		expect(old.and('answer C2 do redraft M1 x').asks('C2')).toEqual([]);
		expect(old.and('agree M1 @tom').asks('C2')).toHaveLength(1);
	});
});

const wordingAsked = (text: string, audience = 'customers') =>
	staffed
		.and(`message ${text} audience:${audience}`)
		.asks('C3')
		.map(one => one.text);

describe('C3: a public message says the impact and the next update, and promises no fix', () => {
	it('advises what is missing and what is too much', () => {
		expect(wordingAsked('We look into it.')).toEqual([
			'M1 for customers: say what the impact is; say when the next update comes.',
		]);
		expect(wordingAsked('Some payments fail.')).toEqual(['M1 for customers: say when the next update comes.']);
		expect(wordingAsked('Next update by 11:30.')).toEqual(['M1 for customers: say what the impact is.']);
		expect(wordingAsked(`${sound} It will be fixed by 12:00.`)).toEqual([
			'M1 for customers: promise no time for the fix.',
		]);
	});

	it('is silent for the team, for a sub-team, for a sound text, and for one that says it is over', () => {
		expect(wordingAsked('We look into it.', 'team')).toEqual([]);
		expect(wordingAsked('We look into it.', 'responders')).toEqual([]);
		expect(wordingAsked(sound)).toEqual([]);
		expect(wordingAsked('All payments work again.')).toEqual([]);
		expect(staffed.and('split alpha @ana', 'message x audience:alpha').asks('C3')).toEqual([]);
	});

	it('is asked of what is agreed too, and not of what is out or given up', () => {
		const bare = staffed.and('message We look into it.');
		expect(bare.and('agree M1').asks('C3')).toHaveLength(1);
		const quiet = [bare.and('send M1'), bare.and('withdraw M1'), bare.and('close')];
		expect(quiet.flatMap(one => one.asks('C3'))).toEqual([]);
	});

	it('is met by a new text, and asked anew of one that still lacks something', () => {
		const bare = staffed.and('message We look into it.');
		expect(bare.and(`answer C3 do redraft M1 ${sound}`).asks('C3')).toEqual([]);
		const waived = bare.and('answer C3 na because they know');
		expect(waived.asks('C3')).toEqual([]);
		expect(waived.and('[10:20] redraft M1 We still look into it.').asks('C3')).toHaveLength(1);
	});
});

describe('C4: “resolved” waits for the Incident Manager', () => {
	const premature = staffed.and('message The fault is fixed. audience:customers');

	it('is urgent while full recovery is not confirmed: drafted, agreed, or sent', () => {
		for (const story of [premature, premature.and('agree M1'), premature.and('agree M1', 'send M1')]) {
			expect(story.asks('C4')).toMatchObject([{severity: 'urgent', subject: 'M1', answers: ['put']}]);
		}
	});

	it('is asked anew once it was sent after it was put', () => {
		const put = premature.and('answer C4 put', 'decide wait rule:C4');
		expect(put.asks('C4')).toEqual([]);
		expect(put.and('send M1').asks('C4')).toMatchObject([{text: expect.stringContaining('said that it is over')}]);
	});

	it('is silent after the confirmation, for another text, when it was given up, and when it is closed', () => {
		const quiet = [
			premature.and('bau because it has run cleanly'),
			staffed.and('message The fault is not fixed yet.'),
			premature.and('withdraw M1'),
			premature.and('close'),
		];
		expect(quiet.flatMap(one => one.asks('C4'))).toEqual([]);
	});
});

describe('C5: wider disclosure of a security incident is cleared', () => {
	const agreed = drafted.and('agree M1');

	it('warns of a message for others that is agreed or sent', () => {
		expect(agreed.asks('C5')).toMatchObject([{severity: 'warn', subject: '', text: expect.stringContaining('M1: ')}]);
		expect(drafted.and('send M1').asks('C5')).toHaveLength(1);
	});

	it('is silent for a draft, for the team, once it was cleared, in another kind of incident, and when closed', () => {
		const quiet = [
			drafted,
			staffed.and('message x audience:team', 'agree M1'),
			agreed.and('clear'),
			agreed.and('close'),
			told('declare Payments are down kind:operational', 'message x', 'agree M1 @"Priya Shah"'),
		];
		expect(quiet.flatMap(one => one.asks('C5'))).toEqual([]);
	});

	it('names few of many, and is asked anew of the next', () => {
		const many = staffed.and(...[1, 2, 3, 4, 5, 6].flatMap(n => [`message x${n}`, `send M${n}`]));
		expect(many.asks('C5')).toMatchObject([{text: expect.stringMatching(/^M1, M2, M3, M4 and 2 more: /u)}]);
		const put = agreed.and('answer C5 put', 'decide yes rule:C5');
		expect(put.asks('C5')).toEqual([]);
		expect(put.and('message y', 'send M2').asks('C5')).toHaveLength(1);
	});

	it('offers to clear it, by name where nobody commands', () => {
		expect(agreed.asks('C5')[0]?.offers).toMatchObject([{line: 'clear'}]);
		expect(agreed.and('relieve im').asks('C5')[0]?.offers).toMatchObject([{line: 'clear @'}]);
	});
});

describe('C6: everybody who heard of it hears that it is over', () => {
	const used = sent.and('update siro by phone', '[11:00] bau because it runs');
	const told6 = (story: typeof used) => story.asks('C6').map(one => one.text);
	const closing = ['message All payments work again. audience:customers', 'agree M2'];

	it('advises when it is cold or closed, and names each channel and audience', () => {
		for (const line of over) {
			expect(used.and(line).asks('C6')).toMatchObject([
				{severity: 'advise', subject: '', text: 'Close the loop: status-page, customers, SIRO.'},
			]);
		}
	});

	it('is silent while it runs, until one of them was told that it is over', () => {
		expect(told6(used)).toEqual([]);
		expect(told6(used.and('update siro it is fixed'))).toEqual(['Close the loop: status-page, customers.']);
		expect(told6(used.and(...closing, 'send M2 channel:email'))).toEqual(['Close the loop: status-page, SIRO.']);
	});

	it('is met when all have heard', () => {
		const ended = used.and('phase cold', ...closing, 'send M2 channel:status-page', 'update siro it is fixed');
		expect(told6(ended)).toEqual([]);
		expect(told6(used.and('close', ...closing, 'send M2 channel:status-page'))).toEqual(['Close the loop: SIRO.']);
	});

	it('does not count what was said before the recovery was confirmed, nor what does not say that it is over', () => {
		const early = sent.and('[10:30] update customers it is fixed', '[11:00] bau because it runs', 'phase cold');
		expect(told6(early)).toEqual(['Close the loop: status-page, customers.']);
		expect(told6(early.and('update customers it is not fixed'))).toHaveLength(1);
		// At the very moment it counts.
		expect(told6(sent.and('[11:00] bau because it runs', 'phase cold', 'update customers it is fixed'))).toEqual([
			'Close the loop: status-page.',
		]);
	});

	it('goes by the words alone where no recovery was confirmed', () => {
		expect(told6(sent.and('phase cold', 'update customers it is fixed'))).toEqual(['Close the loop: status-page.']);
	});

	it('is silent where nobody outside the team was told', () => {
		const inside = staffed.and('message x audience:team channel:chat', 'send M1', 'update responders y', 'phase cold');
		expect(told6(inside)).toEqual([]);
		expect(told6(declared.and('close'))).toEqual([]);
	});

	it('offers the closing message by the channels that have not had it', () => {
		const lines = (story: typeof used) => story.asks('C6')[0]?.offers.map(one => one.line);
		expect(lines(used.and(...closing, 'send M2 channel:email'))).toEqual([
			'send M2 channel:status-page',
			'update siro ',
		]);
		expect(lines(used.and('phase cold'))).toEqual([
			'message channel:status-page ',
			'update customers ',
			'update siro ',
		]);
		expect(used.and(...closing, 'send M2 channel:email', 'answer C6 do').asks('C6')).toMatchObject([
			{text: 'Close the loop: SIRO.'},
		]);
	});

	it('does not offer a channel by which the same text went out too early', () => {
		const early = staffed.and(
			'message It is fixed. audience:press channel:wire',
			'send M1',
			'[11:00] bau because it runs',
			'send M1 channel:email',
		);
		expect(early.asks('C6')).toMatchObject([
			{text: 'Close the loop: wire.', offers: [{line: 'message channel:wire '}]},
		]);
	});
});
