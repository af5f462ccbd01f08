import {describe, expect, it} from 'vitest';
import {documents} from '../../../source/duties/review/events.ts';
import {review} from '../../../source/duties/review/index.ts';
import {reviewPane} from '../../../source/duties/review/pane.tsx';
import {at, declared, full, nothing, refused, staffed, type Story} from '../../support/spec.ts';

const learnt = staffed.and('lesson tokens lived for a year');
const set = staffed.and('[10:05] followup rotate the keys');

/** What every verb of this room writes, and how it reads on the timeline. */
const written: readonly (readonly [line: string, event: object, told: string])[] = [
	['contained', {kind: 'containment-confirmed'}, 'the incident is contained'],
	[
		'contained because the hosts are off',
		{kind: 'containment-confirmed', reason: 'the hosts are off'},
		'the incident is contained, because the hosts are off',
	],
	['clean @ana', {kind: 'clean-confirmed', expert: 'ana'}, 'Ana Reis confirms the clean state'],
	[
		'[ @chen] clean host 17 is scanned',
		{kind: 'clean-confirmed', expert: 'chen', text: 'host 17 is scanned'},
		'Chen Wei confirms the clean state: host 17 is scanned',
	],
	[
		'bau because it has run since noon',
		{kind: 'return-recommended', manager: 'priya', reason: 'it has run since noon'},
		'Priya Shah recommends return to business as usual, because it has run since noon',
	],
	[
		'capture chat export in the case folder',
		{kind: 'document-captured', document: 'chat', text: 'export in the case folder'},
		'captured: the chat of the team, export in the case folder',
	],
	['capture log', {kind: 'document-captured', document: 'log'}, 'captured: the log'],
	['arrange', {kind: 'review-arranged'}, 'post-incident review arranged'],
	[
		'arrange @priya by 18:00',
		{kind: 'review-arranged', owner: 'priya', at: at('18:00')},
		'post-incident review arranged, Priya Shah holds it, 18:00 UTC',
	],
	['held', {kind: 'review-held'}, 'post-incident review held'],
	['held all came', {kind: 'review-held', text: 'all came'}, 'post-incident review held: all came'],
	[
		'lesson tokens lived by mistake for a year',
		{kind: 'lesson-learnt', ref: 'L1', text: 'tokens lived by mistake for a year'},
		'lesson L1: tokens lived by mistake for a year',
	],
	[
		'followup rotate the keys',
		{kind: 'followup-set', ref: 'U1', text: 'rotate the keys'},
		'follow-up U1 rotate the keys: no owner, no date',
	],
	['thank everybody', {kind: 'thanks-given', text: 'everybody'}, 'thanks given to everybody'],
	['managementreport', {kind: 'management-reported'}, 'management has the report'],
	[
		'managementreport sent to the SIRO',
		{kind: 'management-reported', text: 'sent to the SIRO'},
		'management has the report: sent to the SIRO',
	],
];

describe('recovery and closing', () => {
	it.each(written)('%s', (line, event, told) => {
		expect(staffed.when(line)).toEqual([event]);
		expect(staffed.and(line).told()).toBe(told);
	});

	it.each(written)('may be said after the close: %s', line => {
		expect(staffed.and('close').when(line)).not.toHaveProperty('refused');
	});

	it.each([
		['contained', 'Containment was confirmed already, in entry'],
		['clean @ana', 'The clean state was confirmed already, in entry'],
		['bau', 'The return to business as usual was recommended already, in entry'],
		['held', 'The review was held already, in entry'],
		['managementreport', 'The report was given already, in entry'],
		['capture log', 'Captured already, in entry'],
	])('refuses to be said twice: %s', (line, why) => {
		expect(staffed.and(line).when(line)).toMatchObject(refused(why, 'strike'));
	});
});

describe('clean', () => {
	it('is an expert’s to say, also of one who was released', () => {
		expect(staffed.when('clean')).toMatchObject(refused('No expert is named', 'clean @name'));
		expect(staffed.when('clean @tom')).toMatchObject(refused('Tom Achebe has not been an expert here', 'expert'));
		expect(staffed.and('release @ana').when('clean @ana')).toMatchObject([{expert: 'ana'}]);
	});

	it('stands in the board as the expert’s, whoever wrote it', () => {
		expect(staffed.and('clean @ana').board.review.steps.clean).toMatchObject({by: 'ana'});
	});
});

describe('bau', () => {
	it('sets the moment of recovery, until it is hot again', () => {
		const recovered = staffed.and('[10:40] bau');
		expect(recovered.board.review.recovered).toBe(at('10:40'));
		expect(recovered.and('phase warm', 'phase hot').board.review.recovered).toBeUndefined();
	});

	it('is written where nobody is in command', () => {
		expect(declared.when('bau')).toEqual([{kind: 'return-recommended'}]);
		expect(declared.and('bau').told()).toBe('return to business as usual recommended');
	});
});

describe('capture', () => {
	it('takes the documents of the checklist only', () => {
		expect(staffed.when('capture diary')).toMatchObject(refused('diary is not one of log,', 'Choose'));
		expect(staffed.when('capture')).toMatchObject(refused('not complete: document?', 'capture chat'));
	});
});

describe('arrange', () => {
	it('keeps what was said before', () => {
		const arranged = staffed.and('arrange @priya', 'arrange by 18:00');
		expect(arranged.board.review.arranged).toMatchObject({owner: 'priya', at: at('18:00')});
		expect(arranged.and('arrange @tom').board.review.arranged).toMatchObject({owner: 'tom', at: at('18:00')});
	});

	it('refuses what changes nothing, and a review that was held', () => {
		const arranged = staffed.and('arrange @priya by 18:00');
		for (const line of ['arrange', 'arrange @priya', 'arrange by 18:00']) {
			expect(arranged.when(line)).toMatchObject(refused('arranged so already', 'another'));
		}

		expect(arranged.and('held').when('arrange @tom')).toMatchObject(refused('held already', 'strike'));
	});
});

describe('followup', () => {
	it('gives work to one person, by a day, from a lesson', () => {
		const line = 'followup shorten their life @ana by 18:00 from:L1';
		expect(learnt.when(line)).toEqual([
			{kind: 'followup-set', ref: 'U1', text: 'shorten their life', owner: 'ana', due: at('18:00'), lesson: 'L1'},
		]);
		expect(learnt.and(line).told()).toBe('follow-up U1 shorten their life: Ana Reis, by 18:00 UTC, from L1');
	});

	it('refuses a lesson that is not there', () => {
		expect(staffed.when('followup x from:L1')).toMatchObject(refused('no lesson L1', 'No lesson has been recorded'));
		expect(learnt.and(`strike ${learnt.entries.length} because no`).when('followup x from:L1')).toMatchObject(
			refused('There is no lesson L1 now', 'struck'),
		);
	});

	it('stays open after the close', () => {
		expect(set.and('close', 'reopen because x').board.review.followUps).toMatchObject([{ref: 'U1', doneAt: undefined}]);
	});
});

describe('amend', () => {
	it('names the owner or the day later, and keeps what it was', () => {
		const owned = set.and('[10:10] amend U1 @ana');
		expect(owned.entries.at(-1)?.event).toEqual({kind: 'followup-amended', ref: 'U1', owner: 'ana'});
		expect(owned.told()).toBe('follow-up U1 is now with Ana Reis, was no owner');
		const dated = owned.and('close', 'amend U1 @tom by 18:00');
		expect(dated.entries.at(-1)?.event).toEqual({
			kind: 'followup-amended',
			ref: 'U1',
			owner: 'tom',
			due: at('18:00'),
			wasOwner: 'ana',
		});
		expect(dated.told()).toBe('follow-up U1 is now with Tom Achebe, was Ana Reis; due by 18:00 UTC, was no date');
		expect(dated.when('amend U1 by 19:00')).toMatchObject([{wasOwner: 'tom', wasDue: at('18:00')}]);
		expect(dated.board.review.followUps).toMatchObject([{owner: 'tom', due: at('18:00'), lookedAt: at('10:10')}]);
	});

	it('refuses what changes nothing, what is done, and what is not there', () => {
		const owned = set.and('amend U1 @ana');
		expect(owned.when('amend U1')).toMatchObject(refused('Neither owner nor date is named', 'amend U1 @name'));
		expect(owned.when('amend U1 @ana')).toMatchObject(refused('U1 says so already', 'another'));
		expect(owned.and('followed U1').when('amend U1 @tom')).toMatchObject(
			refused('U1 is done already', 'Set a new one'),
		);
		expect(owned.when('amend U2 @tom')).toMatchObject(refused('no follow-up U2', 'The newest is U1'));
		expect(set.and(`strike ${set.entries.length} because no`).when('amend U1 @tom')).toMatchObject(
			refused('There is no follow-up U1 now', 'struck'),
		);
	});
});

describe('followed', () => {
	it('ends a follow-up, after the close too', () => {
		const done = set.and('close', '[11:00] followed U1 the keys are new');
		expect(done.entries.at(-1)?.event).toEqual({kind: 'followup-done', ref: 'U1', text: 'the keys are new'});
		expect(done.told()).toBe('follow-up U1 done: the keys are new');
		expect(done.board.review.followUps).toMatchObject([{doneAt: at('11:00'), remark: 'the keys are new'}]);
		expect(done.when('followed U1')).toMatchObject(refused('U1 is done already', 'strike'));
	});
});

const sectionOf = (story: Story) => review.section({board: story.board, now: story.now});

describe('the section', () => {
	it('is absent where the room was never used, whatever happened elsewhere', () => {
		expect([nothing, full, full.and('phase warm', 'extend A1 by 18:00', 'close', 'note x')].flatMap(sectionOf)).toEqual(
			[],
		);
	});

	it('has every step, done or not, with who, when and the entry', () => {
		const story = staffed.and('[10:30] clean @ana scanned', 'capture log', 'arrange @priya by 18:00');
		const [title, steps, words, ...others] = sectionOf(story);
		const last = story.entries.length;
		expect(title).toMatchObject({type: 'heading', text: 'Recovery and closing'});
		expect(steps).toMatchObject({
			rows: expect.arrayContaining([
				['Containment confirmed', 'not recorded', '', '', ''],
				['Clean state confirmed by an expert', '2026-06-02 10:30 UTC', 'Ana Reis', 'scanned', String(last - 2)],
				['Captured: the log', '2026-06-02 10:30 UTC', 'Sam Ó Briain', '', String(last - 1)],
				['Post-incident review arranged', '2026-06-02 10:30 UTC', '', '', String(last)],
			]),
		});
		expect(words).toMatchObject({
			text: 'Post-incident review: owner Priya Shah, 2026-06-02 18:00 UTC; not held yet.',
		});
		expect(others).toEqual([]);
	});

	it('has lessons and follow-ups, and says which are overdue', () => {
		const story = learnt.and(
			'followup x @ana by 11:00 from:L1',
			'followup y',
			'followup z',
			'[11:00] followed U3 new keys',
		);
		expect(sectionOf(story).slice(3)).toMatchObject([
			{text: 'Lessons'},
			{
				rows: [
					['L1', 'tokens lived for a year', '2026-06-02 10:00 UTC', 'Sam Ó Briain', String(learnt.entries.length)],
				],
			},
			{text: 'Follow-ups'},
			{
				rows: [
					['U1', 'x', 'Ana Reis', '2026-06-02 11:00 UTC', 'L1', 'open, overdue', expect.anything()],
					['U2', 'y', 'no owner', 'no date', '', 'open', expect.anything()],
					['U3', 'z', 'no owner', 'no date', '', 'done 2026-06-02 11:00 UTC: new keys', expect.anything()],
				],
			},
		]);
	});
});

describe('the pane', () => {
	it('has what is overdue first, then what is to be confirmed, and what is done last', () => {
		const {board} = learnt.and(
			'contained',
			'followup later @ana by 18:00',
			'followup late @ana by 10:30',
			'followup done',
			'followed U3',
		);
		const rows = reviewPane.rows(board, at('11:00'));
		const steps = rows.map(one => one.key).filter(key => !/^[UL]\d/u.test(key));
		expect(rows.map(one => one.key)).toEqual(['U2', ...steps.slice(0, -1), 'U1', 'contained', 'U3', 'L1']);
		expect(steps).toHaveLength(7 + documents.length);
		expect(rows[0]).toMatchObject({lead: [{text: 'U2 '}, {text: '30m late', tone: 'warn'}], text: 'late · Ana Reis'});
		expect(rows.find(one => one.key === 'contained')).toMatchObject({lead: [{text: '✓'}], offers: []});
		expect(rows.find(one => one.key === 'clean')).toMatchObject({lead: [{text: '·'}], offers: [{line: 'clean @'}]});
		expect(reviewPane.title(board, at('11:00'))).toBe('Review · 1 of 15 done · 2 to follow up');
	});

	it('is empty before anything is declared', () => {
		expect(reviewPane.rows(nothing.board, nothing.now)).toEqual([]);
	});

	it('offers only what can be said', () => {
		const story = staffed.and('followup x');
		const lines = reviewPane.rows(story.board, story.now).flatMap(one => one.offers.map(offer => offer.line));
		for (const line of lines.filter(one => !/[\s@]$/u.test(one))) {
			expect(story.when(line)).not.toHaveProperty('refused');
		}
	});
});
