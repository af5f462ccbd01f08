import {describe, expect, it} from 'vitest';
import {communications as duty} from '../../../source/duties/communications/index.ts';
import {
	audienceNamed,
	lastMessage,
	nameTyped,
	nextUpdate,
	noCommunications,
	saysResolved,
	toldParty,
	wordingOf,
} from '../../../source/duties/communications/state.ts';
import {at, entriesAfter, staffed, type Story} from '../../support/spec.ts';

const next = ({board}: Story, name = 'customers') => {
	const audience = audienceNamed(board.communications, name);
	return audience === undefined ? 'nobody' : nextUpdate(audience);
};

describe('the next update', () => {
	const given = staffed.and('[10:10] audience customers every:30m');

	it('counts from when the cadence was set, then from the last update', () => {
		expect(next(given)).toBe(at('10:40'));
		expect(next(given.and('[10:20] update customers x'))).toBe(at('10:50'));
		expect(next(given.and('[10:20] message x audience:customers', 'send M1'))).toBe(at('10:50'));
		expect(next(given.and('[10:20] told customers'))).toBe(at('10:50'));
		expect(next(given.and('[10:20] audience customers @tom'))).toBe(at('10:40'));
	});

	it('counts from the latest that happened, in whatever order it was written', () => {
		expect(next(given.and('[10:30] update customers x', 'update customers earlier at 10:20'))).toBe(at('11:00'));
		expect(next(given.and('[10:30] update customers before the cadence at 10:05'))).toBe(at('10:40'));
	});

	it('counts anew from a new cadence', () => {
		expect(next(given.and('[10:20] update customers x', '[10:25] audience customers every:10m'))).toBe(at('10:35'));
	});

	it('is the one that was promised, until they are updated or the cadence is set anew', () => {
		const promised = given.and('[10:20] update customers x next 11:15');
		expect(next(promised)).toBe(at('11:15'));
		expect(next(promised.and('[10:30] update customers y'))).toBe(at('11:00'));
		expect(next(promised.and('[10:30] audience customers every:10m'))).toBe(at('10:40'));
		expect(next(staffed.and('[10:20] update customers x next 11:15'))).toBe(at('11:15'));
	});

	it('is never where no cadence is set, or it was ended', () => {
		expect(next(staffed.and('audience customers'))).toBeUndefined();
		expect(next(staffed.and('update customers x'))).toBeUndefined();
		expect(next(given.and('audience customers every:none'))).toBeUndefined();
	});

	it.each([-5, 0, 1e300])('is never where a log says every %d minutes', minutes => {
		const entries = entriesAfter(staffed.board, [
			{
				event: {kind: 'audience-set', audience: 'customers', minutes},
				occurredAt: at('10:10'),
				recordedAt: at('10:10'),
				by: 'sam',
				recordedBy: 'sam',
			},
		]);
		const slice = entries.reduce((before, entry) => duty.evolve(before, entry), duty.initial);
		expect(slice).toMatchObject({audiences: [{minutes: undefined}]});
	});
});

const first = ({board}: Story) => toldParty(board.communications, 'siro');

describe('what others ask', () => {
	it('is the message that went out last', () => {
		const two = staffed.and('message x', 'message y', '[10:10] send M2', '[10:11] send M1');
		expect(lastMessage(two.board.communications)?.ref).toBe('M1');
		expect(lastMessage(two.and('[10:12] send M2 channel:email').board.communications)?.ref).toBe('M2');
		expect(lastMessage(staffed.and('message x').board.communications)).toBeUndefined();
	});

	it('is the first time a party was told, by whatever means', () => {
		expect(first(staffed)).toBeUndefined();
		expect(first(staffed.and('told police'))).toBeUndefined();
		expect(first(staffed.and('[10:10] told siro by phone', '[10:20] told siro'))).toMatchObject({
			at: at('10:10'),
			text: 'by phone',
		});
		expect(first(staffed.and('[10:10] update siro x', '[10:20] told siro'))).toMatchObject({party: 'siro', text: 'x'});
		expect(first(staffed.and('message x audience:siro', '[10:12] send M1'))).toMatchObject({at: at('10:12')});
		expect(first(staffed.and('audience siro every:1h'))).toBeUndefined();
	});
});

describe('an entry about what is not there', () => {
	it.each([
		{kind: 'message-agreed', ref: 'M9', person: 'priya'},
		{kind: 'message-sent', ref: 'M9'},
		{kind: 'message-redrafted', ref: 'M9', text: 'x'},
		{kind: 'channel-closed', channel: 'bridge'},
	] as const)('leaves the slice as it is: $kind', event => {
		const [entry] = entriesAfter(staffed.board, [
			{event, occurredAt: at('10:10'), recordedAt: at('10:10'), by: 'sam', recordedBy: 'sam'},
		]);
		expect(entry === undefined ? undefined : duty.evolve(noCommunications, entry)).toBe(noCommunications);
	});
});

describe('a name', () => {
	it.each([
		['Status-Page', 'status-page'],
		['#inc-42', 'inc-42'],
		['SIRO:', 'siro'],
		['@ana', undefined],
		['two words', undefined],
		['', undefined],
		['x'.repeat(41), undefined],
	])('%s is kept as %s', (typed, kept) => {
		expect(nameTyped(typed)).toBe(kept);
	});
});

describe('the wording of a message', () => {
	it.each([
		'Some card payments fail.',
		'Customers can’t log in.',
		'Users are unable to pay.',
		'The page is down.',
		'Nobody is affected.',
	])('says the impact: %s', text => {
		expect(wordingOf(text).hasImpact).toBe(true);
	});

	it.each(['We look into it.', 'Next update by 11:30.', 'Payments were made.'])('says no impact: %s', text => {
		expect(wordingOf(text).hasImpact).toBe(false);
	});

	it.each([
		'Next update by 11:30.',
		'We will report back at 0930.',
		'Updates every 30 minutes.',
		'More news tomorrow.',
		'We update you within the hour!',
	])('says when the next update comes: %s', text => {
		expect(wordingOf(text).hasNextUpdate).toBe(true);
	});

	it.each(['We will keep you updated.', 'No update yet. It began at 10:30.', 'It began at 10:30; we tell you more.'])(
		'does not say when: %s',
		text => {
			expect(wordingOf(text).hasNextUpdate).toBe(false);
		},
	);

	it.each([
		'Payments will be fixed by 15:00.',
		'By 15:00 the service will be restored.',
		'Fixed within the hour.',
		'We expect to be back online in 2 hours.',
		'The estimated fix is tomorrow.',
	])('promises a time for the fix: %s', text => {
		expect(wordingOf(text).promisesFix).toBe(true);
	});

	it.each([
		'We will report back by 15:00.',
		'The service was restored by 10:20.',
		'We will update you at 10:50 when it is fixed.',
		'We will fix it.',
		'It will be fixed. Next update by 11:30.',
	])('promises none: %s', text => {
		expect(wordingOf(text).promisesFix).toBe(false);
	});

	it.each([
		'Resolved: all payments work.',
		'The fault is fixed.',
		'We keep watching, but the service is restored.',
		'Everything is back to normal.',
	])('says that it is over: %s', text => {
		expect(saysResolved(text)).toBe(true);
	});

	it.each([
		'The fault is not yet resolved.',
		'It is unresolved.',
		'We will tell you once it is fixed.',
		'It will be restored soon.',
		'It isn’t fixed.',
		'We look into it.',
	])('does not say that it is over: %s', text => {
		expect(saysResolved(text)).toBe(false);
	});

	it('is judged in no time, however long the text', () => {
		const begun = performance.now();
		wordingOf('will fix by '.repeat(50_000));
		saysResolved('fixed '.repeat(50_000));
		expect(performance.now() - begun).toBeLessThan(200);
	});
});
