import {describe, expect, it} from 'vitest';
import {escalationSection} from '../../../source/duties/escalation/section.ts';
import {dutyOf} from '../../../source/duties/index.ts';
import {at, declared, refused, staffed, type Story} from '../../support/spec.ts';

const suggested = staffed.and('[10:05 @tom] suggest silver because a second department is affected');
const silver = staffed.and('[10:10] escalate silver @ana because a second department is affected');
const linked = staffed.and('link INC-2026-0002 related because the same host is named');

/** The rows of every table of the section. */
const tables = ({board, now}: Story) =>
	escalationSection({board, now}).flatMap(block => (block.type === 'table' ? [block.rows] : []));

describe('suggest', () => {
	it('suggests a higher tier to the Incident Manager', () => {
		expect(staffed.when('suggest gold')).toEqual([{kind: 'escalation-suggested', tier: 'gold'}]);
		expect(suggested.board.escalation.suggestions).toEqual([
			{
				entry: suggested.entries.length,
				tier: 'silver',
				by: 'tom',
				at: at('10:05'),
				reason: 'a second department is affected',
				answer: undefined,
			},
		]);
		expect(suggested.told()).toBe('suggests silver command, because a second department is affected');
	});

	it('refuses a tier that stands, and one above which there is none', () => {
		expect(silver.when('suggest silver')).toMatchObject(refused('Silver command stands already', 'note'));
		expect(staffed.when('suggest bronze')).toMatchObject(refused('bronze is not one of silver, gold', 'Choose'));
		expect(silver.when('suggest gold')).toHaveLength(1);
	});
});

describe('escalate', () => {
	it('stands a tier up: who commands it, who decided, and why', () => {
		expect(staffed.when('escalate silver because two departments')).toEqual([
			{kind: 'tier-escalated', tier: 'silver', decider: 'priya', reason: 'two departments'},
		]);
		expect(silver.board.escalation).toMatchObject({
			tier: 'silver',
			tierSince: at('10:10'),
			tiers: [{tier: 'silver', commander: 'ana', decider: 'priya', since: at('10:10'), until: undefined}],
		});
		expect(silver.told()).toBe(
			'escalates to silver (tactical) command under Ana Reis, decided by Priya Shah, because a second department is affected',
		);
	});

	it('needs nobody in command, and no reason', () => {
		expect(declared.when('escalate gold')).toEqual([{kind: 'tier-escalated', tier: 'gold'}]);
		expect(declared.and('escalate gold').told()).toBe('escalates to gold (strategic) command');
	});

	it('may name a commander who is new to the board', () => {
		expect(staffed.when('escalate silver @"Uma Diaz"')).toMatchObject([
			{kind: 'person-joined', handle: 'uma'},
			{kind: 'tier-escalated', commander: 'uma'},
		]);
	});

	it('answers the suggestions of that tier, and no other', () => {
		const answered = suggested.and(
			'[10:06 @tom] suggest gold',
			'[10:08 @chen] suggest silver',
			'[10:12] escalate silver',
		);
		expect(answered.board.escalation.suggestions.map(one => one.answer?.isYes)).toEqual([true, undefined, true]);
		expect(answered.board.escalation.suggestions[0]?.answer).toEqual({
			isYes: true,
			entry: answered.entries.length,
			at: at('10:12'),
			decider: 'priya',
			reason: undefined,
		});
		const struck = answered.and(`strike ${answered.entries.length} because not said`);
		expect(struck.board.escalation.suggestions.map(one => one.answer)).toEqual([undefined, undefined, undefined]);
	});

	it('refuses a tier that stands, unless it gets another commander', () => {
		expect(silver.when('escalate silver')).toMatchObject(refused('stands already under Ana Reis', 'standdown silver'));
		expect(silver.when('escalate silver @ana')).toMatchObject(refused('stands already', 'escalate silver @name'));
		const other = silver.and('[10:40] escalate silver @chen');
		expect(other.board.escalation).toMatchObject({
			tier: 'silver',
			// The tier has stood all the while.
			tierSince: at('10:10'),
			tiers: [
				{commander: 'ana', until: at('10:40'), stoodDown: undefined},
				{commander: 'chen', since: at('10:40'), stoodUpAt: at('10:10'), until: undefined},
			],
		});
	});
});

describe('decline', () => {
	it('is the Incident Manager’s no to the suggestions of that tier', () => {
		const declined = suggested.and('[10:07] suggest gold', '[10:09] decline silver because it is one department');
		expect(declined.board.escalation.suggestions).toMatchObject([
			{answer: {isYes: false, decider: 'priya', at: at('10:09'), reason: 'it is one department'}},
			{answer: undefined},
		]);
		expect(declined.board.escalation.tier).toBe('bronze');
		expect(declined.told()).toBe('no silver command, decided by Priya Shah, because it is one department');
	});

	it('may be said before anybody suggests it, and needs no reason', () => {
		expect(declared.when('decline gold')).toEqual([{kind: 'escalation-declined', tier: 'gold'}]);
		expect(declared.and('decline gold').board.escalation.declined).toMatchObject([{tier: 'gold', entry: 2}]);
	});

	it('leaves the answer that was given', () => {
		const both = suggested.and('decline silver', 'escalate silver');
		expect(both.board.escalation.suggestions).toMatchObject([{answer: {isYes: false}}]);
	});

	it('refuses a tier that stands', () => {
		expect(silver.when('decline silver')).toMatchObject(refused('stands already', 'standdown silver'));
	});
});

describe('standdown', () => {
	it('falls back to the next tier that stands', () => {
		const gold = silver.and('[10:20] escalate gold');
		expect(gold.board.escalation).toMatchObject({tier: 'gold', tierSince: at('10:20')});
		const back = gold.and('[10:30] standdown gold because it is local');
		expect(back.board.escalation).toMatchObject({tier: 'silver', tierSince: at('10:10')});
		expect(back.told()).toBe('gold command is stood down, decided by Priya Shah, because it is local');
		const bronze = back.and('[10:40] standdown silver');
		expect(bronze.board.escalation).toMatchObject({
			tier: 'bronze',
			tierSince: undefined,
			tiers: [
				{tier: 'silver', until: at('10:40'), stoodDown: {decider: 'priya', reason: undefined}},
				{tier: 'gold', until: at('10:30'), stoodDown: {reason: 'it is local'}},
			],
		});
	});

	it('of silver leaves gold standing', () => {
		const gold = silver.and('[10:20] escalate gold', '[10:30] standdown silver');
		expect(gold.board.escalation).toMatchObject({tier: 'gold', tierSince: at('10:20')});
	});

	it('may be said after closing', () => {
		expect(silver.and('close').when('standdown silver')).toHaveLength(1);
	});

	it('refuses a tier that does not stand', () => {
		expect(staffed.when('standdown silver')).toMatchObject(refused('no silver command', 'bronze, operational'));
		expect(silver.when('standdown gold')).toMatchObject(refused('no gold command', 'silver, tactical'));
	});

	it('counts for nothing when what stood the tier up is struck', () => {
		const struck = silver.and('standdown silver', `strike ${silver.entries.length} because not said`);
		expect(struck.board.escalation).toMatchObject({tier: 'bronze', tiers: []});
	});
});

describe('link', () => {
	it('links an incident that may be related, unless it is said to be the same', () => {
		expect(staffed.when('link inc-2026-0002')).toEqual([
			{kind: 'incident-linked', reference: 'INC-2026-0002', relation: 'related'},
		]);
		expect(staffed.when('link INC-2026-0002 same because one host')).toEqual([
			{kind: 'incident-linked', reference: 'INC-2026-0002', relation: 'same', reason: 'one host'},
		]);
		expect(linked.board.escalation.linked).toEqual(['INC-2026-0002']);
		expect(linked.told()).toBe('linked: INC-2026-0002 may be related, because the same host is named');
	});

	it('may turn out to be the same', () => {
		const same = linked.and('[10:30] link INC-2026-0002 Same');
		expect(same.board.escalation.linked).toEqual(['INC-2026-0002']);
		expect(same.board.escalation.links).toMatchObject([
			{relation: 'related', until: at('10:30')},
			{relation: 'same', since: at('10:30'), until: undefined},
		]);
		expect(same.told()).toBe('linked: INC-2026-0002 is the same incident');
	});

	it('may be said after closing', () => {
		expect(staffed.and('close').when('link INC-2026-0002')).toHaveLength(1);
	});

	it('refuses what is no reference, this incident itself, another relation, and a link that stands', () => {
		expect(staffed.when('link the other one')).toMatchObject(refused('the is no incident', 'INC-2026-0002'));
		expect(staffed.when('link INC-26-1')).toMatchObject(refused('no incident', 'INC-2026-0002'));
		expect(staffed.when('link INC-2026-0001')).toMatchObject(refused('this incident itself', 'the other one'));
		expect(staffed.when('link INC-2026-0002 perhaps')).toMatchObject(refused('perhaps is not one of', 'because'));
		expect(staffed.when('link')).toMatchObject(refused('link is not complete', 'link INC-2026-0002'));
		expect(linked.when('link INC-2026-0002')).toMatchObject(refused('linked already: it may be', 'unlink'));
		expect(linked.when('link INC-2026-0002 related')).toMatchObject(refused('linked already', 'unlink'));
		// Named without a relation it is not taken back to what it was.
		const same = staffed.and('link INC-2026-0002 same');
		expect(same.when('link INC-2026-0002')).toMatchObject(refused('linked already: it is the same', 'unlink'));
	});
});

describe('unlink', () => {
	it('takes a link back and keeps it in the history', () => {
		const back = linked.and('[10:30] unlink INC-2026-0002 because it was another host');
		expect(back.board.escalation).toMatchObject({
			linked: [],
			links: [{until: at('10:30'), endReason: 'it was another host'}],
		});
		expect(back.told()).toBe('no longer linked: INC-2026-0002, because it was another host');
		expect(back.and('link INC-2026-0002').board.escalation.linked).toEqual(['INC-2026-0002']);
	});

	it('refuses what is not linked', () => {
		expect(linked.when('unlink INC-2026-0003')).toMatchObject(refused('is not linked', 'Linked: INC-2026-0002'));
		expect(staffed.when('unlink INC-2026-0003')).toMatchObject(refused('is not linked', 'No incident is'));
		expect(linked.when('unlink it')).toMatchObject(refused('no incident', 'INC-2026-0002'));
	});
});

describe('the section', () => {
	it('is not there where nothing was escalated, suggested or linked', () => {
		expect(escalationSection({board: staffed.board, now: staffed.now})).toEqual([]);
		expect(dutyOf.get('tier-escalated')?.section).toBe(escalationSection);
	});

	it('tells of tiers, suggestions with their answers, and links', () => {
		const story = suggested.and(
			'[10:10] escalate silver @ana because two departments',
			'[10:20] standdown silver because one is back',
			'[10:30] suggest gold',
			'[10:31] link INC-2026-0002',
			'[10:32] unlink INC-2026-0002 because another host',
		);
		expect(tables(story)).toEqual([
			[
				[
					'silver (tactical)',
					'Ana Reis',
					'2026-06-02 10:10 UTC',
					'2026-06-02 10:20 UTC',
					'Priya Shah',
					'two departments',
					'14',
					'2026-06-02 10:20 UTC; Priya Shah; one is back; entry 15',
				],
			],
			[
				[
					'13',
					'silver',
					'Tom Achebe',
					'2026-06-02 10:05 UTC',
					'a second department is affected',
					'yes',
					'2026-06-02 10:10 UTC; Priya Shah; two departments; entry 14',
				],
				['16', 'gold', 'Sam Ó Briain', '2026-06-02 10:30 UTC', 'not recorded', 'not answered', ''],
			],
			[['INC-2026-0002', 'may be related', '2026-06-02 10:31 UTC', '2026-06-02 10:32 UTC; another host', '', '17']],
		]);
	});

	it('tells of a tier that was declined, one that stands, and one that another took over', () => {
		const story = declared.and('[10:10] decline gold because it is local', '[10:20] escalate silver');
		expect(tables(story)).toEqual([
			[['silver (tactical)', '', '2026-06-02 10:20 UTC', 'standing', '', 'not recorded', '3', '']],
			[['2', 'gold', '2026-06-02 10:10 UTC', '', 'it is local']],
		]);
		const [tiers] = tables(silver.and('[10:30] escalate silver @chen'));
		expect(tiers).toMatchObject([
			{1: 'Ana Reis', 3: '2026-06-02 10:30 UTC', 7: 'another commander took over'},
			{1: 'Chen Wei', 3: 'standing', 7: ''},
		]);
	});
});
