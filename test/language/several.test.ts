import {describe, expect, it} from 'vitest';
import {commands} from '../../source/duties/index.ts';
import {complete} from '../../source/language/complete.ts';
import {describe as phrases} from '../../source/language/describe.ts';
import {read} from '../../source/language/read.ts';
import {propose} from '../../source/propose.ts';
import {isRefusal} from '../../source/refusal.ts';
import * as fc from '../support/fast-check.ts';
import {at, refused, staffed} from '../support/spec.ts';

/** Four actions, of which the second is done; three findings, of which the first is known. */
const story = staffed.and(
	'action isolate host 17 @chen by 10:30',
	'action ring the bank @ana by 10:40',
	'action find the keys by 10:50',
	'action look at the backups @chen',
	'done A2 they know result:success',
	'suspect the supplier token',
	'unknown how many customers',
);
const {board, now} = story;

const reading = (line: string) => read(line, {board, now, zone: 'UTC', commands});

const inputOf = (line: string) => {
	const answer = reading(line);
	return isRefusal(answer) ? answer : answer.input;
};

const candidatesOf = (line: string) => complete(line, line.length, board, commands).candidates.map(({text}) => text);

describe('several refs', () => {
	it.each<[string, object]>([
		['ack A1 A3 A4', {refs: ['A1', 'A3', 'A4']}],
		['ack a1, a3,A4', {refs: ['A1', 'A3', 'A4']}],
		['ack A1 , A3', {refs: ['A1', 'A3']}],
		['ack A3 A1 A3', {refs: ['A3', 'A1']}],
		['done A1 A3 A4 result:success', {refs: ['A1', 'A3', 'A4'], result: 'success'}],
		[
			'done A1 A3 result:success both hosts are off',
			{refs: ['A1', 'A3'], result: 'success', text: 'both hosts are off'},
		],
		['done A1, A3 both hosts are off', {refs: ['A1', 'A3'], text: 'both hosts are off'}],
		['done A1 A3 "both" are off', {refs: ['A1', 'A3'], text: '"both" are off'}],
		['done A1 "A3 tells it"', {refs: ['A1'], text: '"A3 tells it"'}],
		['done A1 \\A3 tells it', {refs: ['A1'], text: 'A3 tells it'}],
		['done A1 F1 tells it', {refs: ['A1'], text: 'F1 tells it'}],
		['done A1 as A3 tells', {refs: ['A1'], text: 'as A3 tells'}],
		['reassign A1 A3 @tom because he is here', {refs: ['A1', 'A3'], owner: 'tom', reason: 'he is here'}],
		['reassign @tom A1 A3', {refs: ['A1', 'A3'], owner: 'tom'}],
		['extend A1 A3 by 11:30', {refs: ['A1', 'A3'], due: at('11:30')}],
		['cancel A1 A3 because the host is gone', {refs: ['A1', 'A3'], reason: 'the host is gone'}],
		['confirm F2 F3 @ana', {refs: ['F2', 'F3'], person: 'ana'}],
		['refute F2 F3 because the token had expired', {refs: ['F2', 'F3'], reason: 'the token had expired'}],
		['release @chen @ana because the shift is over', {people: ['chen', 'ana'], reason: 'the shift is over'}],
	])('%s', (line, expected) => {
		expect(inputOf(line)).toEqual(expected);
	});

	it('are each read once and in their order, whatever stands between them', () => {
		const refs = fc.array(fc.constantFrom('A1', 'a2', 'A3', 'A4'), {minLength: 1, maxLength: 8});
		const between = fc.constantFrom(' ', ', ', ',', '  ', ' ,');
		fc.assert(
			fc.property(refs, fc.array(between, {minLength: 8, maxLength: 8}), (all, gaps) => {
				const said = all.map((ref, index) => (index === 0 ? ref : `${gaps[index] ?? ' '}${ref}`)).join('');
				expect(inputOf(`ack ${said}`)).toEqual({refs: [...new Set(all.map(ref => ref.toUpperCase()))]});
			}),
		);
	});

	it('in front of a text that nothing parts from them are not guessed at: both readings are named', () => {
		expect(reading('done A1 A3 tells it')).toEqual({
			refused: 'A3 may be meant, or be the beginning of the text.',
			mend: 'For all of them: done A1, A3 tells …. For less: done A1 "A3 tells …"',
			where: [11, 16],
			isUnreadable: true,
		});
		expect(reading('confirm F2 F3 by hand')).toMatchObject(refused('F3 may be meant', 'confirm F2, F3 by …'));
	});

	it('of which one does not exist are refused, not taken for text', () => {
		expect(reading('done A1 A9 result:success')).toMatchObject({
			...refused('There is no action A9.', 'If it is text, put it in quotes: "A9 …"'),
			where: [8, 10],
		});
		expect(reading('ack A9')).toMatchObject({mend: 'The newest is A4.'});
		expect(reading('ack A1 F1')).toMatchObject(refused('ack does not know what to do with “F1”', 'ack A1…'));
	});

	it('are all told while the line is typed', () => {
		const proposal = propose('reassign A1 A3 @"Mia Berg"', {board, now, by: 'sam', zone: 'UTC'});
		expect(isRefusal(proposal) ? proposal : phrases(proposal.reading, board, now)).toEqual([
			'NEW OWNER A1, A3',
			'Mia Berg',
			'new: Mia Berg @mia',
		]);
	});

	it('are completed once the next is begun, without those that stand there already', () => {
		expect(candidatesOf('/done ')).toEqual(['A1', 'A3', 'A4']);
		expect(candidatesOf('/done A1 A')).toEqual(['A3', 'A4']);
		expect(candidatesOf('/done A1, A3 A')).toEqual(['A4']);
		// What follows may be text: nothing is offered before a ref is begun.
		expect(candidatesOf('/done A1 ')).toEqual([]);
		expect(candidatesOf('/done A1 a')).toEqual([]);
		expect(candidatesOf('/report A1 A')).toEqual([]);
	});
});

describe('what is done to several', () => {
	it('is one event each, in the order they were named', () => {
		expect(story.when('done A3 A1 A4 result:success')).toEqual([
			{kind: 'action-done', ref: 'A3', result: 'success'},
			{kind: 'action-done', ref: 'A1', result: 'success'},
			{kind: 'action-done', ref: 'A4', result: 'success'},
		]);
		expect(story.when('extend A1 A3 by 11:30')).toMatchObject([
			{ref: 'A1', was: at('10:30')},
			{ref: 'A3', was: at('10:50')},
		]);
		expect(story.when('refute F1 F2')).toMatchObject([
			{ref: 'F1', was: 'known'},
			{ref: 'F2', was: 'suspected'},
		]);
		expect(story.and('reassign A1 A3 @tom').board.actions.map(({owner}) => owner)).toEqual([
			'tom',
			'ana',
			'tom',
			'chen',
		]);
	});

	it('is done to none when it cannot be done to one, and it is said which and why', () => {
		expect(story.when('done A1 A2 A3 result:success')).toEqual({
			refused: 'A2 is done already.',
			mend: 'Give a new action, or strike the entry that ended it. Nothing is written for the others either.',
		});
		expect(story.when('reassign A1 A3 @chen')).toMatchObject(refused('A1 is theirs already.', 'the others'));
		expect(story.when('confirm F2 F1')).toMatchObject(refused('F1 is known already.', 'the others'));
		expect(story.when('release @tom @chen')).toMatchObject([{person: 'tom'}, {person: 'chen'}]);
		expect(story.and('release @chen').when('release @tom @chen')).toMatchObject(
			refused('Chen Wei has been released already.', 'the others'),
		);
	});

	it('is told as before where only one is named', () => {
		expect(story.when('ack A2')).toMatchObject({
			mend: 'Give a new action, or strike the entry that ended it.',
		});
		expect(story.when('reassign A1 A3')).toMatchObject(refused('Nobody is named.', 'reassign A1 A3 @name'));
	});
});
