import {describe, expect, it} from 'vitest';
import {communications} from '../../../source/duties/communications/index.ts';
import {communicationsPane} from '../../../source/duties/communications/pane.tsx';
import type {Block} from '../../../source/section.ts';
import {at, declared, full, refused, staffed, type Story} from '../../support/spec.ts';

const sound = 'Some card payments fail. Next update by 11:30.';
const drafted = staffed.and(`[10:10] message ${sound} audience:customers channel:status-page`);
const agreed = drafted.and('[10:12] agree M1');
const sent = agreed.and('[10:13] send M1');
const withdrawn = drafted.and('withdraw M1 because the facts have moved');

const messageOf = (story: Story, ref = 'M1') => story.board.communications.messages.find(one => one.ref === ref);

describe('message', () => {
	it('drafts a message in its exact text', () => {
		expect(drafted.when('message All is well. audience:press channel:email @ana')).toEqual([
			{
				kind: 'message-drafted',
				ref: 'M2',
				text: 'All is well. @ana',
				audience: 'press',
				channel: 'email',
			},
		]);
		expect(messageOf(drafted)).toMatchObject({
			text: sound,
			audience: 'customers',
			status: 'draft',
			draftedBy: 'sam',
			draftedAt: at('10:10'),
			channel: 'status-page',
			sendings: [],
		});
	});

	it('is for users unless somebody else is to read it, and may tell of an action', () => {
		expect(full.when('message Host 17 restarts. for:A1')).toEqual([
			{kind: 'message-drafted', ref: 'M1', text: 'Host 17 restarts.', audience: 'users', action: 'A1'},
		]);
		expect(full.when('message Host 17 restarts. for:A9')).toMatchObject(refused('no action A9', 'newest is A1'));
	});

	it('takes names as they are kept: one word in small letters', () => {
		expect(staffed.when('message x audience:#Customers channel:Status-Page')).toMatchObject([
			{audience: 'customers', channel: 'status-page'},
		]);
		expect(staffed.when('message x audience:"all of them"')).toMatchObject(refused('is no name', 'one word'));
		expect(staffed.when('message x channel:"by hand"')).toMatchObject(refused('is no name', 'one word'));
	});

	it('refuses no text, and keeps a time of day as it was said', () => {
		expect(staffed.when('message audience:press')).toMatchObject(refused('lacks its text', 'message Some'));
		const [draft] = staffed.and('[10:20] message Next update at 10:50').entries.slice(-1);
		expect(draft).toMatchObject({event: {text: 'Next update at 10:50'}, occurredAt: at('10:20')});
	});

	it('may be drafted, agreed and sent after the close', () => {
		const after = staffed.and('close', 'message It is over. audience:press', 'agree M1', 'send M1');
		expect(messageOf(after)).toMatchObject({status: 'sent'});
	});

	it('reads on the timeline', () => {
		expect(drafted.told()).toBe(`M1 drafted for customers by status-page: ${sound}`);
		expect(full.and('message x for:A1').told()).toBe('M1 drafted for users, tells of A1: x');
	});
});

describe('redraft', () => {
	it('changes the text, and the agreement to the old one lapses', () => {
		const changed = agreed.and('[10:14] redraft M1 Payments fail.');
		expect(agreed.when('redraft M1 Payments fail.')).toEqual([
			{kind: 'message-redrafted', ref: 'M1', text: 'Payments fail.'},
		]);
		expect(messageOf(changed)).toMatchObject({
			text: 'Payments fail.',
			status: 'draft',
			draftedAt: at('10:14'),
			agreedBy: undefined,
			agreedAt: undefined,
		});
		expect(changed.told()).toBe('M1 has a new text: Payments fail.');
	});

	it('refuses the same text, one that is out, one that was given up, and none', () => {
		expect(agreed.when(`redraft M1 ${sound}`)).toMatchObject(refused('the text of M1 already', 'agree M1'));
		expect(sent.when('redraft M1 x')).toMatchObject(refused('sent already', 'audience:customers'));
		expect(withdrawn.when('redraft M1 x')).toMatchObject(refused('M1 is withdrawn', 'message …'));
		expect(agreed.when('redraft M1')).toMatchObject(refused('lacks its text', 'redraft M1'));
		expect(staffed.when('redraft M1 x')).toMatchObject(refused('no message M1', 'No message has been recorded'));
		expect(agreed.when('redraft M1 Next update at 10:50')).toMatchObject([{text: 'Next update at 10:50'}]);
	});

	it('refuses one whose entry was struck', () => {
		const struck = drafted.and(`strike ${drafted.entries.length} because not said`);
		expect(struck.when('redraft M1 x')).toMatchObject(refused('no message M1 now', 'may have been struck'));
	});
});

describe('agree', () => {
	it('is the Incident Manager’s, or that of whoever is named', () => {
		expect(drafted.when('agree M1')).toEqual([{kind: 'message-agreed', ref: 'M1', person: 'priya'}]);
		expect(drafted.when('agree M1 @tom')).toEqual([{kind: 'message-agreed', ref: 'M1', person: 'tom'}]);
		expect(messageOf(agreed)).toMatchObject({status: 'agreed', agreedBy: 'priya', agreedAt: at('10:12')});
		expect(agreed.told()).toBe('M1 agreed by Priya Shah');
	});

	it('is the speaker’s where two are in command and one of them speaks', () => {
		const two = drafted.and('assign im @tom');
		expect(two.when('[10:12 @tom] agree M1')).toMatchObject([{person: 'tom'}]);
		expect(two.when('[10:12 @sam] agree M1')).toMatchObject([{person: 'priya'}]);
	});

	it('leaves what was sent sent', () => {
		expect(messageOf(drafted.and('send M1', 'agree M1'))).toMatchObject({status: 'sent', agreedBy: 'priya'});
	});

	it('refuses a second time, one that was given up, and nobody', () => {
		expect(agreed.when('agree M1')).toMatchObject(refused('Priya Shah has agreed to M1 already', 'send M1'));
		expect(sent.when('agree M1')).toMatchObject(refused('has agreed to M1 already', 'Nothing is left'));
		expect(withdrawn.when('agree M1')).toMatchObject(refused('M1 is withdrawn', 'message …'));
		expect(drafted.and('relieve im').when('agree M1')).toMatchObject(refused('Nobody is in command', 'agree M1 @name'));
		expect(drafted.and('agree M1 @tom').when('agree M1 @tom')).toMatchObject(refused('Tom Achebe has agreed', 'send'));
	});

	it('is taken again once from who agreed to an old draft, and from who took command since', () => {
		const old = drafted.and('[10:26] agree M1');
		const reread = old.and('[10:27] agree M1');
		expect(old.when('agree M1')).toMatchObject([{isReread: true}]);
		expect(messageOf(reread)).toMatchObject({agreedAt: at('10:26'), rereadAt: at('10:27')});
		expect(reread.told()).toBe('M1 read again to Priya Shah, who agrees');
		expect(reread.when('agree M1')).toMatchObject(refused('already', 'send M1'));
		const later = drafted.and('agree M1 @tom', '[10:15] relieve im', 'assign im @tom');
		expect(later.when('[10:16] agree M1')).toEqual([{kind: 'message-agreed', ref: 'M1', person: 'tom'}]);
	});
});

describe('send', () => {
	it('records that it went out, by the channel it was drafted for or another', () => {
		expect(agreed.when('send M1')).toEqual([{kind: 'message-sent', ref: 'M1', channel: 'status-page'}]);
		expect(agreed.when('send M1 channel:Email')).toMatchObject([{channel: 'email'}]);
		expect(staffed.and('message x').when('send M1')).toEqual([{kind: 'message-sent', ref: 'M1'}]);
		expect(messageOf(sent)).toMatchObject({
			status: 'sent',
			sentAt: at('10:13'),
			sendings: [{at: at('10:13'), channel: 'status-page', entry: sent.entries.length}],
		});
		expect(sent.told()).toBe('M1 sent by status-page');
	});

	it('may go by further channels, each once', () => {
		const both = sent.and('[10:20] send M1 channel:email');
		expect(messageOf(both)).toMatchObject({
			sentAt: at('10:13'),
			sendings: [{channel: 'status-page'}, {channel: 'email'}],
		});
		expect(both.when('send M1')).toMatchObject(refused('M1 went out by email already', 'send M1 channel:'));
		expect(both.when('send M1 channel:status-page')).toMatchObject(refused('by status-page already', 'channel:'));
	});

	it('needs no agreement, which doctrine asks for', () => {
		expect(drafted.when('send M1')).toHaveLength(1);
	});

	it('refuses one that was given up, and a channel that is no name', () => {
		expect(withdrawn.when('send M1')).toMatchObject(refused('M1 is withdrawn', 'message …'));
		expect(agreed.when('send M1 channel:"a b"')).toMatchObject(refused('is no name', 'one word'));
	});

	it('is an update of its audience', () => {
		expect(sent.board.communications.audiences).toMatchObject([
			{name: 'customers', minutes: undefined, updates: [{at: at('10:13'), message: 'M1', text: sound}]},
		]);
	});
});

describe('withdraw', () => {
	it('gives up a message and says why', () => {
		expect(messageOf(withdrawn)).toMatchObject({status: 'withdrawn', reason: 'the facts have moved'});
		expect(withdrawn.told()).toBe('M1 withdrawn, because the facts have moved');
		expect(agreed.when('withdraw M1')).toEqual([{kind: 'message-withdrawn', ref: 'M1'}]);
	});

	it('refuses what is out, and a second time', () => {
		expect(sent.when('withdraw M1')).toMatchObject(refused('sent already', 'message … audience:customers'));
		expect(withdrawn.when('withdraw M1')).toMatchObject(refused('M1 is withdrawn', 'message …'));
	});
});

describe('channel', () => {
	it('opens one: how it carries, whether it is private, what it is for', () => {
		expect(staffed.when('channel #Bridge call private:yes for the responders')).toEqual([
			{kind: 'channel-opened', channel: 'bridge', means: 'call', isPrivate: true, purpose: 'for the responders'},
		]);
		expect(staffed.when('channel bridge private:yes')).toEqual([
			{kind: 'channel-opened', channel: 'bridge', isPrivate: true},
		]);
		expect(staffed.when('channel bridge for the responders')).toEqual([
			{kind: 'channel-opened', channel: 'bridge', isPrivate: false, purpose: 'for the responders'},
		]);
		expect(staffed.when('channel bridge radio')).toEqual([
			{kind: 'channel-opened', channel: 'bridge', means: 'radio', isPrivate: false},
		]);
	});

	it('reads on the timeline', () => {
		expect(staffed.and('channel bridge call private:yes for the leads').told()).toBe(
			'channel bridge is open, call, private: for the leads',
		);
		expect(staffed.and('channel bridge').told()).toBe('channel bridge is open');
	});

	it('refuses one that is open, and what is no name', () => {
		const open = staffed.and('channel bridge call');
		expect(open.when('channel bridge chat')).toMatchObject(refused('bridge is open already', 'channelclose bridge'));
		expect(open.and('channelclose bridge').when('channel bridge chat')).toHaveLength(1);
		expect(staffed.when('channel @ana')).toMatchObject(refused('is no name', 'one word'));
	});
});

describe('channelclose', () => {
	const open = staffed.and('[10:10] channel bridge call', 'channel pager page');

	it('closes one', () => {
		const closed = open.and('[10:20] channelclose Bridge because nobody is on it');
		expect(closed.board.communications.channels).toMatchObject([
			{name: 'bridge', openedAt: at('10:10'), closedAt: at('10:20')},
			{name: 'pager', closedAt: undefined},
		]);
		expect(closed.told()).toBe('channel bridge is closed, because nobody is on it');
	});

	it('refuses one that is not open', () => {
		expect(open.when('channelclose radio')).toMatchObject(refused('No channel radio is open', 'bridge, pager'));
		expect(staffed.when('channelclose radio')).toMatchObject(refused('No channel radio is open', 'channel radio chat'));
		expect(staffed.when('channelclose !')).toMatchObject(refused('is no name', 'one word'));
	});
});

describe('audience', () => {
	it('says who is kept informed, how often, and who briefs them', () => {
		expect(staffed.when('audience Customers every:30m @tom')).toEqual([
			{kind: 'audience-set', audience: 'customers', minutes: 30, briefer: 'tom'},
		]);
		expect(staffed.when('audience customers')).toEqual([{kind: 'audience-set', audience: 'customers'}]);
		expect(staffed.and('audience customers every:90m @tom').told()).toBe(
			'audience customers, an update every 1h30, briefed by Tom Achebe',
		);
	});

	it.each([
		['20m', 20],
		['1h', 60],
		['2h30', 150],
		['1H30M', 90],
		['2d', 2880],
	])('reads every:%s', (typed, minutes) => {
		expect(staffed.when(`audience team every:${typed}`)).toMatchObject([{minutes}]);
	});

	it.each(['soon', '30', '10s', '32d', '0m'])('refuses every:%s', typed => {
		expect(staffed.when(`audience team every:${typed}`)).toMatchObject(refused('is no cadence', 'every:30m'));
	});

	it('may be changed piece by piece, and its cadence ended', () => {
		const given = staffed.and('[10:10] audience customers every:30m @tom', '[10:20] audience customers @ana');
		expect(given.board.communications.audiences).toMatchObject([{minutes: 30, since: at('10:10'), briefer: 'ana'}]);
		const ended = given.and('audience customers every:none');
		expect(ended.board.communications.audiences).toMatchObject([{minutes: undefined, briefer: 'ana'}]);
		expect(ended.told()).toBe('audience customers, no regular updates any more');
	});

	it('refuses what is on record, and what is no name', () => {
		const given = staffed.and('audience customers every:30m @tom');
		expect(given.when('audience customers every:30m')).toMatchObject(
			refused('customers, every 30m, briefed by Tom Achebe', 'audience customers every:30m @name'),
		);
		expect(given.when('audience customers')).toMatchObject(refused('on record already', 'To change it'));
		expect(staffed.and('audience siro').when('audience siro every:none')).toMatchObject(
			refused('siro, no cadence', 'To change it'),
		);
		expect(staffed.when('audience "all of them"')).toMatchObject(refused('is no name', 'one word'));
	});
});

describe('update', () => {
	it('records what an audience was told, and when they hear next', () => {
		expect(staffed.when('update Customers half of it works next 11:00')).toEqual([
			{kind: 'audience-updated', audience: 'customers', text: 'half of it works', next: at('11:00')},
		]);
		const told = staffed.and('[10:10] update customers half of it works next 11:00');
		expect(told.board.communications.audiences).toMatchObject([
			{name: 'customers', updates: [{at: at('10:10'), by: 'sam', next: at('11:00'), message: undefined}]},
		]);
		expect(told.told()).toBe('customers updated: half of it works; next at 11:00 UTC');
		expect(staffed.and('update customers half of it works').told()).toBe('customers updated: half of it works');
	});

	it('refuses no words and what is no name, and keeps a time that is still to come', () => {
		expect(staffed.when('update customers')).toMatchObject(refused('lacks its text', 'update customers'));
		expect(staffed.when('update ! x')).toMatchObject(refused('is no name', 'one word'));
		// A time to come is a part of what was said.
		expect(staffed.when('update customers back at 12:00')).toMatchObject([{text: 'back at 12:00'}]);
		// Written late, but not that late.
		expect(staffed.when('update customers half of it works at 09:30')).toMatchObject([{text: 'half of it works'}]);
	});
});

describe('told', () => {
	it('records that somebody was told, by what means and by whom', () => {
		expect(staffed.when('told SIRO: by phone @tom')).toEqual([
			{kind: 'party-told', party: 'siro', text: 'by phone', briefer: 'tom'},
		]);
		expect(staffed.when('told neighbours')).toEqual([{kind: 'party-told', party: 'neighbours'}]);
		const given = staffed.and('[10:10] told siro by phone @tom');
		expect(given.board.communications.told).toEqual([
			{party: 'siro', at: at('10:10'), by: 'tom', text: 'by phone', entry: given.entries.length},
		]);
		expect(given.told()).toBe('SIRO told, by Tom Achebe: by phone');
		expect(staffed.and('told police').told()).toBe('police told');
		expect(staffed.when('told @tom')).toMatchObject(refused('is no name', 'one word'));
	});

	it('is an update of whoever is kept informed, and of nobody else', () => {
		const kept = staffed.and('audience siro every:1h', '[10:30] told siro', 'told police');
		expect(kept.board.communications.audiences).toMatchObject([{name: 'siro', updates: [{at: at('10:30')}]}]);
		expect(kept.board.communications.audiences).toHaveLength(1);
	});
});

describe('clear', () => {
	it('is the Incident Manager’s, or that of whoever is named', () => {
		expect(staffed.when('clear because the facts are validated')).toEqual([
			{kind: 'disclosure-cleared', person: 'priya', reason: 'the facts are validated'},
		]);
		const cleared = staffed.and('[10:10] clear @tom');
		expect(cleared.board.communications.cleared).toMatchObject({at: at('10:10'), by: 'tom'});
		expect(cleared.told()).toBe('wider disclosure cleared by Tom Achebe');
	});

	it('refuses a second time, and nobody', () => {
		const cleared = staffed.and('clear');
		expect(cleared.when('clear')).toMatchObject(refused('by Priya Shah', `strike ${cleared.entries.length} because`));
		expect(declared.when('clear')).toMatchObject(refused('Nobody is in command', 'clear @name'));
	});
});

const sectionOf = ({board, now}: Story): readonly Block[] => communications.section({board, now});
const tables = (story: Story) => sectionOf(story).flatMap(one => (one.type === 'table' ? [one.rows] : []));

describe('the section', () => {
	it('says nothing where nothing was said', () => {
		expect(sectionOf(staffed)).toEqual([]);
	});

	it('lists messages with who agreed and when, and how they went out', () => {
		const number = drafted.entries.length;
		expect(tables(sent)[0]).toEqual([
			[
				'M1',
				'customers',
				sound,
				'Sam Ó Briain',
				'2026-06-02 10:10 UTC',
				'Priya Shah, 2026-06-02 10:12 UTC',
				`2026-06-02 10:13 UTC by status-page (entry ${number + 2})`,
				String(number),
			],
		]);
		const bare = drafted.and('[10:13] send M1');
		expect(tables(bare)[0]?.[0]).toContain('no agreement recorded');
		expect(tables(bare.and('[10:15] agree M1'))[0]?.[0]).toContain(
			'Priya Shah, 2026-06-02 10:15 UTC; after it was sent',
		);
		expect(tables(agreed)[0]?.[0]).toContain('not sent, agreed');
		expect(tables(withdrawn)[0]?.[0]).toContain('withdrawn, because the facts have moved');
		expect(tables(drafted.and('[10:26] agree M1', '[10:27] agree M1'))[0]?.[0]).toContain(
			'Priya Shah, 2026-06-02 10:26 UTC; read again 2026-06-02 10:27 UTC',
		);
	});

	it('lists audiences, updates, who was told and channels, and who cleared disclosure', () => {
		const told = staffed.and(
			'[10:10] audience customers every:30m @tom',
			'[10:15] update customers half of it works',
			'told siro by phone',
			'channel bridge call private:yes for the leads',
			'clear',
		);
		const number = staffed.entries.length;
		expect(sectionOf(told)[1]).toMatchObject({
			text: `Wider disclosure was cleared by Priya Shah, 2026-06-02 10:15 UTC (entry ${number + 5}).`,
		});
		expect(tables(told)).toEqual([
			[['customers', '30m', '2026-06-02 10:10 UTC', 'Tom Achebe', '2026-06-02 10:45 UTC']],
			[[String(number + 2), '2026-06-02 10:15 UTC', 'customers', 'half of it works', 'Sam Ó Briain', '']],
			[[String(number + 3), '2026-06-02 10:15 UTC', 'SIRO', 'by phone', 'Sam Ó Briain']],
			[['bridge', 'call', 'yes', 'for the leads', '2026-06-02 10:15 UTC', 'open', String(number + 4)]],
		]);
	});
});

describe('the pane', () => {
	const busy = sent.and(
		'audience press every:1h',
		'audience customers every:20m',
		'channel bridge call',
		'told siro by phone',
		'message x audience:press',
		'message y audience:press',
		'agree M2',
	);
	const rowsAt = (clock: string) => communicationsPane.rows(busy.board, at(clock));

	it('lists what waits, then audiences by time, then channels, then what was said', () => {
		expect(rowsAt('10:20').map(one => one.key)).toEqual([
			'M3',
			'M2',
			'audience customers',
			'audience press',
			'channel bridge',
			'M1',
			`told ${busy.entries.find(one => one.event.kind === 'party-told')?.number}`,
		]);
	});

	it('counts down to the next update, and says when it was missed', () => {
		expect(rowsAt('10:20')[2]?.lead[0]?.text).toBe('in 13m ');
		expect(rowsAt('10:20')[2]?.tone).toBeUndefined();
		expect(rowsAt('10:33')[2]).toMatchObject({text: expect.stringContaining('update missed'), tone: 'warn'});
		expect(communicationsPane.title(busy.board, at('10:32:59.999'))).toBe('Communications · 2 waiting');
		expect(communicationsPane.title(busy.board, at('10:33'))).toBe('Communications · 2 waiting · 1 missed');
		const cold = busy.and('phase cold').board;
		expect(communicationsPane.title(cold, at('10:33'))).toBe('Communications · 2 waiting');
		expect(communicationsPane.rows(cold, at('10:33'))[2]?.tone).toBeUndefined();
	});

	it('offers only whole lines that can be done', () => {
		const lines = rowsAt('10:20').flatMap(one => one.offers.map(offer => offer.line));
		expect(lines).toContain('agree M3');
		expect(lines).not.toContain('agree M2');
		for (const line of lines.filter(one => !/[\s@]$/u.test(one))) {
			expect(busy.when(line)).not.toHaveProperty('refused');
		}
	});
});
