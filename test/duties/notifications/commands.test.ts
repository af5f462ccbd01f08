import {describe, expect, it} from 'vitest';
import {regimes} from '../../../source/profiles/regimes.ts';
import type {Regime} from '../../../source/regime.ts';
import {at, given, refused, staffed} from '../../support/spec.ts';
import {knowing, moved} from './situations.ts';

const regime = (id: string): Regime | undefined => regimes.find(one => one.id === id);

const gdpr = staffed.and('clock gdpr since 09:50');
const waiting = staffed.and('clock sec-8k');
const met = gdpr.and('[10:30] notify C1 by the form of the ICO');

/** Three days on. */
const due = '2026-06-05T09:50:00.000Z';

describe('clock', () => {
	it('starts the clock of a regime, which goes into the log whole', () => {
		expect(staffed.when('clock gdpr since 09:50')).toEqual([
			{kind: 'clock-started', ref: 'C1', regime: regime('gdpr'), at: at('09:50'), due},
		]);
		expect(gdpr.board.notifications.clocks).toMatchObject([
			{ref: 'C1', status: 'running', anchorAt: at('09:50'), due, metAt: undefined, after: undefined},
		]);
		expect(gdpr.told()).toBe(
			'C1 gdpr clock started, GDPR, personal data breach: counts from 09:50 UTC, due 5 Jun 09:50 UTC',
		);
	});

	it('waits where nobody has said from when it counts', () => {
		expect(waiting.board.notifications.clocks).toMatchObject([
			{status: 'waiting', anchorAt: undefined, due: undefined, anchorings: []},
		]);
		expect(waiting.told()).toContain('no anchor yet (materiality determined)');
	});

	it('has no due time where the law gives none', () => {
		const atOnce = staffed.and('clock pci-acquirer since 09:50');
		expect(atOnce.board.notifications.clocks).toMatchObject([{status: 'running', due: undefined}]);
		expect(atOnce.told()).toContain('counts from 09:50 UTC, without undue delay');
	});

	it('counts days on the wall clock of the incident', () => {
		const newYork = given(
			'declare Leak severity:S2 kind:security zone:America/New_York',
			'clock sec-8k since 2 hours ago',
		);
		// Tuesday in New York: Wednesday, Thursday, Friday, Monday.
		expect(newYork.board.notifications.clocks[0]?.due).toBe('2026-06-09T03:59:59.999Z');
		expect(newYork.told()).toContain('counts from 04:00 GMT-4, due 8 Jun 23:59 GMT-4');
	});

	it('takes capitals, and refuses what it does not know with what it knows', () => {
		expect(staffed.when('clock GDPR')).toMatchObject([{kind: 'clock-started'}]);
		expect(staffed.when('clock hippa since 09:50')).toMatchObject(refused('no regime hippa', 'hipaa-people'));
		expect(staffed.when('clock')).toMatchObject(refused('not complete', 'clock gdpr since 09:50'));
	});

	it('knows the regimes of the doctrine', () => {
		const gdprRegime = regime('gdpr');
		expect(gdprRegime).toBeDefined();
		const acme = gdprRegime === undefined ? staffed : knowing(staffed, {...gdprRegime, id: 'acme', count: 12});
		expect(acme.when('clock acme since 09:50')).toMatchObject([{due: at('21:50')}]);
		expect(acme.when('clock x')).toMatchObject(refused('no regime x', 'gsa, acme.'));
	});

	it('refuses a second of the same, unless it is about something else', () => {
		expect(gdpr.when('clock gdpr since 09:40')).toMatchObject(refused('C1 gdpr is there already', 'what it is about'));
		expect(waiting.when('clock sec-8k since 09:40')).toMatchObject(refused('there already', 'anchor C1 since'));
		expect(gdpr.when('clock gdpr since 09:40 the French authority')).toMatchObject([
			{ref: 'C2', text: 'the French authority'},
		]);
		expect(met.when('clock gdpr since 10:20')).toMatchObject([{ref: 'C2'}]);
	});

	it('may be started when the incident is over', () => {
		expect(staffed.and('close').when('clock gdpr since 09:50')).toMatchObject([{ref: 'C1'}]);
	});
});

describe('anchor', () => {
	it('says from when a waiting clock counts', () => {
		const anchored = waiting.and('anchor C1 since 09:40');
		expect(anchored.board.notifications.clocks).toMatchObject([
			{status: 'running', anchorAt: at('09:40'), due: '2026-06-08T23:59:59.999Z'},
		]);
		expect(anchored.told()).toBe('C1 sec-8k counts from 09:40 UTC, due 8 Jun 23:59 UTC');
	});

	it('is frozen once it is set: a change needs its reason and keeps what it was', () => {
		expect(gdpr.when('anchor C1 since 09:40')).toMatchObject(
			refused('C1 gdpr counts from 09:50 UTC, and an anchor is frozen', 'anchor C1 since 09:40 because'),
		);
		const changed = gdpr.and('anchor C1 since 09:40 because the alert was read then');
		expect(gdpr.when('anchor C1 since 09:40 because the alert was read then')).toEqual([
			{
				kind: 'clock-anchored',
				ref: 'C1',
				at: at('09:40'),
				due: '2026-06-05T09:40:00.000Z',
				was: at('09:50'),
				reason: 'the alert was read then',
			},
		]);
		expect(changed.board.notifications.clocks[0]?.anchorings).toMatchObject([
			{at: at('09:50'), was: undefined},
			{at: at('09:40'), was: at('09:50'), by: 'sam', reason: 'the alert was read then'},
		]);
		expect(changed.told()).toBe(
			'C1 gdpr counts from 09:40 UTC, was 09:50 UTC, due 5 Jun 09:40 UTC, because the alert was read then',
		);
	});

	it('counts from before again when the change is struck', () => {
		const changed = gdpr.and('anchor C1 since 09:40 because x');
		const struck = changed.and(`strike ${changed.entries.length} because it was not so`);
		expect(struck.board.notifications.clocks).toEqual(gdpr.board.notifications.clocks);
	});

	it('refuses the time it has, but to say why where that was never said', () => {
		expect(gdpr.when('anchor C1 since 09:50 because x')).toMatchObject(refused('09:50 UTC already', 'Nothing is left'));
		expect(moved.when('anchor C1 since 09:40 because x')).toMatchObject([{was: at('09:40'), reason: 'x'}]);
		expect(moved.when('anchor C1 since 09:40')).toMatchObject(refused('frozen', 'because'));
	});

	it('refuses a clock that is not there, and no time', () => {
		expect(staffed.when('anchor C1 since 09:40')).toMatchObject(refused('no clock C1', 'No clock has been recorded'));
		const struck = gdpr.and(`strike ${gdpr.entries.length} because wrong`);
		expect(struck.when('anchor C1 since 09:40')).toMatchObject(refused('no clock C1 now', 'may have been struck'));
		expect(gdpr.when('anchor C1')).toMatchObject(refused('not complete', 'anchor C1 since'));
	});

	it('leaves a clock met that was notified before anybody said', () => {
		const told = waiting.and('notify C1', 'anchor C1 since 09:40');
		expect(told.board.notifications.clocks).toMatchObject([{status: 'met', anchorAt: at('09:40')}]);
	});
});

describe('notify', () => {
	it('meets the clock', () => {
		expect(gdpr.when('notify C1 by the form of the ICO')).toEqual([
			{kind: 'clock-notified', ref: 'C1', text: 'by the form of the ICO'},
		]);
		expect(met.board.notifications.clocks).toMatchObject([
			{status: 'met', metAt: at('10:30'), notices: [{by: 'sam', text: 'by the form of the ICO'}]},
		]);
		expect(met.told()).toBe('C1 gdpr notified: by the form of the ICO');
	});

	it('may have been earlier than it is written, and may be in phases', () => {
		const parts = gdpr.and(
			'[10:30] notify C1 first facts phase:initial next 18:00 because the scope was not clear',
			'[17:00] notify C1 numbers phase:followup at 16:50',
			'[18:00] notify C1 phase:final',
		);
		expect(parts.board.notifications.clocks[0]).toMatchObject({
			metAt: at('10:30'),
			restDue: undefined,
			notices: [
				{at: at('10:30'), phase: 'initial', reason: 'the scope was not clear'},
				{at: at('16:50'), phase: 'followup'},
				{at: at('18:00'), phase: 'final'},
			],
		});
		expect(parts.told()).toBe('C1 gdpr notified in full');
	});

	it('is in phases where more is announced', () => {
		expect(gdpr.when('notify C1 next 18:00')).toEqual([
			{kind: 'clock-notified', ref: 'C1', phase: 'initial', next: at('18:00')},
		]);
		expect(gdpr.and('notify C1 next 18:00').told()).toBe('C1 gdpr notified in part, more by 18:00 UTC');
		expect(gdpr.when('notify C1 phase:final next 18:00')).toMatchObject(refused('nothing follows', 'phase:followup'));
		expect(gdpr.when('notify C1 phase:half')).toMatchObject(refused('phase:half is not known', 'phase:initial'));
	});

	it('refuses a second time, but for further parts', () => {
		expect(met.when('notify C1')).toMatchObject(refused('was notified at 10:30 UTC', 'notify C1 phase:followup'));
		expect(met.when('notify C1 phase:initial')).toMatchObject(refused('was notified', 'phase:final'));
		expect(met.when('notify C1 phase:followup')).toMatchObject([{kind: 'clock-notified', phase: 'followup'}]);
		expect(met.when('notify C2')).toMatchObject(refused('no clock C2', 'The newest is C1'));
	});

	it('holds for a clock without an anchor, and after a decision not to notify', () => {
		expect(waiting.and('notify C1').board.notifications.clocks).toMatchObject([{status: 'met'}]);
		expect(gdpr.and('waive C1', 'notify C1').board.notifications.clocks).toMatchObject([
			{status: 'met', waiver: undefined},
		]);
	});
});

describe('notify, where another report counts from it', () => {
	const dora = staffed.and('clock dora-initial since 09:30');

	it('starts the clock of that, from the time of the notification', () => {
		expect(dora.when('[10:40] notify C1 at 10:30')).toEqual([
			{kind: 'clock-notified', ref: 'C1'},
			{
				kind: 'clock-started',
				ref: 'C2',
				regime: regime('dora-intermediate'),
				at: at('10:30'),
				due: '2026-06-05T10:30:00.000Z',
				after: 'C1',
			},
		]);
		expect(dora.and('[10:30] notify C1').told()).toBe(
			'C2 dora-intermediate clock started, DORA, intermediate report: counts from 10:30 UTC, due 5 Jun 10:30 UTC, as C1 was notified',
		);
	});

	it('goes on to the last', () => {
		const last = dora.and('[10:30] notify C1', '[11:00] notify C2', '[12:00] notify C3');
		expect(last.board.notifications.clocks.map(one => [one.ref, one.regime.id, one.after])).toEqual([
			['C1', 'dora-initial', undefined],
			['C2', 'dora-intermediate', 'C1'],
			['C3', 'dora-final', 'C2'],
		]);
	});

	it('anchors one that waits for it', () => {
		const both = dora.and('clock dora-intermediate');
		expect(both.when('[10:30] notify C1')).toEqual([
			{kind: 'clock-notified', ref: 'C1'},
			{kind: 'clock-anchored', ref: 'C2', at: at('10:30'), due: '2026-06-05T10:30:00.000Z', after: 'C1'},
		]);
		// Also one that was started before it was said what it is about.
		const named = staffed.and('clock dora-initial since 09:30 Berlin', 'clock dora-intermediate');
		expect(named.when('notify C1')).toMatchObject([{}, {kind: 'clock-anchored', ref: 'C2'}]);
		expect(both.and('[10:30] notify C1').told()).toContain('counts from 10:30 UTC, due 5 Jun 10:30 UTC, as C1');
	});

	it('leaves one alone that runs, and starts none for a further part', () => {
		expect(dora.and('clock dora-intermediate since 09:50').when('notify C1')).toHaveLength(1);
		expect(dora.and('notify C1 phase:initial', 'notify C2').when('notify C1 phase:followup')).toHaveLength(1);
	});

	it('starts each of two with a ref of its own, about the same thing', () => {
		const final = regime('nis2-final');
		expect(final).toBeDefined();
		const acme = final === undefined ? staffed : knowing(staffed, {...final, id: 'acme'});
		expect(acme.and('clock nis2 since 09:50 Berlin').when('notify C1')).toMatchObject([
			{kind: 'clock-notified'},
			{ref: 'C2', text: 'Berlin', regime: {id: 'nis2-final'}},
			{ref: 'C3', text: 'Berlin', regime: {id: 'acme'}},
		]);
	});
});

describe('further', () => {
	const part = gdpr.and('notify C1 phase:initial');

	it('dates what is to follow, and keeps what it was', () => {
		expect(part.when('further C1 by 12:00')).toEqual([{kind: 'clock-rest-dated', ref: 'C1', next: at('12:00')}]);
		const later = part.and('further C1 by 12:00', 'further C1 by 13:00 because the copy takes long');
		expect(later.board.notifications.clocks).toMatchObject([{restDue: at('13:00'), status: 'met'}]);
		expect(later.told()).toBe('C1 gdpr: more follows by 13:00 UTC, was 12:00 UTC, because the copy takes long');
	});

	it('refuses what is not notified in phases, the same time, and none', () => {
		expect(gdpr.when('further C1 by 12:00')).toMatchObject(refused('not notified in phases', 'phase:initial'));
		expect(met.when('further C1 by 12:00')).toMatchObject(refused('not notified in phases', 'phase:followup'));
		expect(part.and('further C1 by 12:00').when('further C1 by 12:00')).toMatchObject(
			refused('by 12:00 UTC already', 'Nothing is left'),
		);
		expect(part.when('further C1')).toMatchObject(refused('not complete', 'further C1 by'));
		expect(part.when('further C9 by 12:00')).toMatchObject(refused('no clock C9', 'C1'));
	});
});

describe('waive', () => {
	it('records the decision not to notify, who took it and why', () => {
		const waived = gdpr.and('[10:30] waive C1 @ana because the data was encrypted');
		expect(waived.board.notifications.clocks).toMatchObject([
			{
				status: 'not-notifying',
				metAt: undefined,
				waiver: {at: at('10:30'), decidedBy: 'ana', reason: 'the data was encrypted'},
			},
		]);
		expect(waived.told()).toBe('C1 gdpr is not being notified, Ana Reis decided, because the data was encrypted');
	});

	it('may lack both, and take them later', () => {
		expect(gdpr.when('waive C1')).toEqual([{kind: 'clock-waived', ref: 'C1'}]);
		const later = gdpr.and('waive C1', 'waive C1 @ana', 'waive C1 because it was encrypted');
		expect(later.board.notifications.clocks).toMatchObject([{waiver: {decidedBy: 'ana', reason: 'it was encrypted'}}]);
	});

	it('refuses to say the same again, what is notified, and what is not there', () => {
		expect(gdpr.and('waive C1').when('waive C1')).toMatchObject(refused('not being notified already', '@name because'));
		const waived = gdpr.and('waive C1 @ana because x');
		expect(waived.when('waive C1 @ana because x')).toMatchObject(refused('as Ana Reis decided', 'waive C1'));
		expect(waived.when('waive C1 @tom')).toMatchObject([{decidedBy: 'tom'}]);
		expect(met.when('waive C1')).toMatchObject(refused('is notified', 'strike'));
		expect(gdpr.when('waive C2')).toMatchObject(refused('no clock C2', 'C1'));
	});
});
