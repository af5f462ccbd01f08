import {describe, expect, it} from 'vitest';
import {commands} from '../../source/duties/index.ts';
import {type Literal, read} from '../../source/language/read.ts';
import {lineOfArguments} from '../../source/language/shell-line.ts';
import {isRefusal} from '../../source/refusal.ts';
import {arbitraryStory} from '../support/arbitrary-line.ts';
import * as fc from '../support/fast-check.ts';
import {at, declared, given, nothing, refused, type Story, staffed} from '../support/spec.ts';

/** A sub-team, an action, a finding more, a decision, and two people called Sam. */
const full = staffed.and(
	'split alpha @ana',
	'action isolate host 17 @chen by 10:30',
	'suspect the supplier token',
	'decide wait',
	'checkin @"Sam Lee"',
);

const reading = (line: string, story: Story = full, literal: Literal = {}) =>
	read(line, {board: story.board, now: story.now, zone: story.board.declaration.zone, commands}, literal);

/** What a line gives: its verb and its fields. Throws where it is refused. */
const fieldsOf = (line: string, story?: Story, literal?: Literal) => {
	const answer = reading(line, story, literal);
	if (isRefusal(answer)) {
		throw new Error(`${answer.refused} ${answer.mend}`);
	}

	return {verb: answer.command.verb, ...answer.input};
};

describe('a line gives its fields', () => {
	it.each<[string, object]>([
		['note the supplier called', {verb: 'note', text: 'the supplier called'}],
		['/note the supplier called', {verb: 'note', text: 'the supplier called'}],
		['  /NOTE   the supplier  called ', {verb: 'note', text: 'the supplier  called'}],
		['note one\ntwo', {verb: 'note', text: 'one\ntwo'}],
		['action isolate host 17 @priya by 14:30', {text: 'isolate host 17', owner: 'priya', due: at('14:30')}],
		['action by 14:30 @priya isolate host 17', {text: 'isolate host 17', owner: 'priya', due: at('14:30')}],
		['action isolate @priya host 17 by 14:30 now', {text: 'isolate host 17 now', owner: 'priya', due: at('14:30')}],
		['action look #alpha tests:F2', {text: 'look', team: 'alpha', tests: 'F2'}],
		['action look #ALPHA tests:f2', {team: 'alpha', tests: 'F2'}],
		['action thank @shah.', {text: 'thank', owner: 'priya'}],
		['report a1 half of it by 20m', {ref: 'A1', text: 'half of it', due: at('10:20')}],
		[
			'extend A1 by 14:30 because it is slow by nature',
			{refs: ['A1'], due: at('14:30'), reason: 'it is slow by nature'},
		],
		['decide offline @tom because "it" leaks @chen', {decider: 'tom', text: 'offline', reason: '"it" leaks @chen'}],
		['assign IC @tom', {role: 'im', person: 'tom'}],
		['assign loggist @tom', {role: 'secretariat', person: 'tom'}],
		['split bravo @chen @ana @chen find it', {team: 'bravo', lead: 'chen', members: ['ana', 'chen'], task: 'find it'}],
		['strike 12 because wrong', {entry: 12, reason: 'wrong'}],
		['answer r3 deputy defer until 11:00', {rule: 'r3', subject: 'deputy', answer: 'defer', until: at('11:00')}],
		['answer S2 do split x @ana because y', {rule: 'S2', answer: 'do', line: 'split x @ana because y'}],
		['answer S2 do because y', {rule: 'S2', answer: 'do', reason: 'y'}],
		['done A1 it is off Result:ok result:failed', {text: 'it is off Result:ok', result: 'failure'}],
	])('%s', (line, expected) => {
		expect(fieldsOf(line)).toMatchObject(expected);
	});
});

describe('a token is taken only where it parses', () => {
	it.each([
		'call them by phone',
		'stand by',
		'look at it',
		'meet at the door',
		'write to priya@example.org',
		'open https://example.org/a?b=c#d',
		'close ticket #4711',
		'reach @ home',
		'ratio 3:1',
		'tests: none',
		'it failed because',
		'5" pipe',
		'10:30',
	])('%s stays text', text => {
		expect(fieldsOf(`action ${text}`)).toEqual({verb: 'action', text});
	});

	it.each([
		[String.raw`action tell \@priya \by 14:30 \#alpha \tests:F2`, 'tell @priya by 14:30 #alpha tests:F2'],
		['action say "@priya by 14:30 #alpha"', 'say "@priya by 14:30 #alpha"'],
		[String.raw`action \because it is so`, 'because it is so'],
	])('quotes and backslashes keep it as text: %s', (line, text) => {
		expect(fieldsOf(line)).toEqual({verb: 'action', text});
	});

	it('takes the first that fits, and leaves a second one in the text', () => {
		expect(fieldsOf('action give @priya the keys of @chen by 14:30 or by 15:00')).toEqual({
			verb: 'action',
			text: 'give the keys of @chen or by 15:00',
			owner: 'priya',
			due: at('14:30'),
		});
	});

	it('looks for a time behind “by” until one is found', () => {
		expect(fieldsOf('action call them by phone by 14:30')).toMatchObject({
			text: 'call them by phone',
			due: at('14:30'),
		});
	});

	it('knows only the keys of its verb', () => {
		expect(fieldsOf('note severity:S1 tests:F9 @zed #zed')).toMatchObject({text: 'severity:S1 tests:F9 @zed #zed'});
	});

	it('takes a number for a sub-team where one is called so', () => {
		expect(fieldsOf('action look #7', full.and('split 7 @chen'))).toMatchObject({text: 'look', team: '7'});
	});
});

describe('when it happened', () => {
	it('is the last occurrence of a time behind “at”', () => {
		expect(reading('note it rang at 09:50')).toMatchObject({occurredAt: at('09:50'), input: {text: 'it rang'}});
		expect(reading('note it rang at 23:50')).toMatchObject({occurredAt: '2026-06-01T23:50:00.000Z'});
		expect(reading('note it rang')).toMatchObject({occurredAt: undefined});
	});

	it('goes beside when it is due, on the clock of the incident', () => {
		const london = given('declare X zone:Europe/London', 'assign im @"Priya Shah"');
		expect(reading('action call @priya by 14:30 at 10:50', london)).toMatchObject({
			occurredAt: at('09:50'),
			input: {due: at('13:30'), text: 'call'},
		});
	});

	it('is refused where it cannot be, with the piece that is meant', () => {
		expect(reading('action look by yesterday')).toMatchObject({where: [12, 24], mend: expect.anything()});
	});

	it('is a part of the reason behind “because”', () => {
		expect(reading('note it rang because it was noon at 09:50')).toMatchObject({occurredAt: undefined});
	});
});

/** Whom a line adds to the board, or why it is refused. */
const newcomers = (line: string) => {
	const answer = reading(line);
	return isRefusal(answer) ? answer : answer.newcomers;
};

describe('people', () => {
	it('are added by their full names in quotes', () => {
		expect(newcomers('assign sme @"Uma Diaz"')).toEqual([{handle: 'uma', name: 'Uma Diaz'}]);
		expect(newcomers('action call @"Uma Diaz", now')).toEqual([{handle: 'uma', name: 'Uma Diaz'}]);
		expect(newcomers('assign sme @"Sam Ó"')).toEqual([{handle: 'samo', name: 'Sam Ó'}]);
	});

	it('are added once in a line, each with a handle of their own', () => {
		expect(newcomers('split x @"Uma Diaz" @"uma diaz" @"Uma Dent" @uma')).toEqual([
			{handle: 'uma', name: 'Uma Diaz'},
			{handle: 'umadent', name: 'Uma Dent'},
		]);
		expect(fieldsOf('split x @"Uma Diaz" @"Uma Dent"')).toMatchObject({lead: 'uma', members: ['umadent']});
	});

	it('are not added a second time, whatever the case and the accents', () => {
		for (const name of ['Sam Ó Briain', 'sam o briain', 'SAM Ó BRIAIN', 'sam']) {
			expect(newcomers(`assign sme @"${name}"`)).toEqual([]);
			expect(fieldsOf(`assign sme @"${name}"`)).toMatchObject({person: 'sam'});
		}
	});

	it('may be new by a bare handle where somebody checks in, and nowhere else', () => {
		expect(newcomers('checkin @uma')).toEqual([{handle: 'uma', name: 'uma'}]);
		expect(newcomers('checkin @sa')).toMatchObject(refused('may be Sam Ó Briain or Sam Lee', '@sam or @saml'));
		expect(newcomers('assign sme @uma')).toMatchObject(refused('Nobody here is called uma', '@"uma"'));
	});

	it('may be named before what is told by its place', () => {
		expect(fieldsOf('checkin @"Uma Diaz" sme')).toMatchObject({person: 'uma', role: 'sme'});
		expect(fieldsOf('split @chen @ana bravo find it')).toMatchObject({lead: 'chen', members: ['ana'], task: 'find it'});
		expect(fieldsOf('answer S2 @priya put')).toMatchObject({rule: 'S2', subject: '@priya', answer: 'put'});
	});
});

describe('what is refused', () => {
	it.each([
		['accept im @tom/close because done', 'tom/close', 'two lines may have run together', '/close begins'],
		['accept im @tom/Close because done', 'tom/Close', 'two lines may have run together', '/close begins'],
		['assign im @new/person', 'new/person', 'is no name', 'Write @new.'],
		['action look @/ack', '/ack', 'two lines may have run together', '/ack begins'],
	])('a / in a name: %s', (line, typed, why, mend) => {
		const answer = reading(line);
		expect(answer).toMatchObject({refused: expect.stringContaining(why), mend: expect.stringContaining(mend)});
		expect(answer).toMatchObject({refused: expect.stringContaining(typed), where: expect.anything()});
	});

	it.each<[string, string, string]>([
		['', 'No verb was given', ''],
		['/', 'No verb was given', ''],
		['actoin look', 'There is no verb actoin', 'action'],
		['act', 'There is no verb act', 'action'],
		['flibbertigibbet', 'There is no verb flibbertigibbet', 'note …'],
		['action', 'action lacks its text', 'action isolate'],
		['action @priya by 14:30', 'action lacks its text', 'action isolate'],
		['ack', 'ack is not complete: action?', 'ack A1'],
		['strike 3', 'strike is not complete: why?', 'because'],
		['action ring the bank by 25:99', '25:99 is no time of day', 'put it in quotes'],
		['ack A1 now please', 'does not know what to do with “now please”', 'It is written: ack A1'],
		['ack F1', 'F1 is not an action', 'The newest is A1'],
		['ack A0', 'There is no action A0', 'The newest is A1'],
		['ack A2', 'There is no action A2', 'The newest is A1'],
		['ack 1', '1 is not an action', 'A1'],
		['ack @chen', '@chen is not an action', 'The newest is A1'],
		['confirm A1', 'A1 is not a finding', 'The newest is F2'],
		['justify D7 because x', 'There is no decision D7', 'The newest is D1'],
		['strike A1 because x', 'A1 is not the number of an entry', '17'],
		['strike -1 because x', '-1 is not the number of an entry', '17'],
		['strike 1234567890 because x', 'not the number of an entry', '17'],
		['action look @zed', 'Nobody here is called zed', '@"zed"'],
		['action look @sa', '@sa may be Sam Ó Briain or Sam Lee', '@sam or @saml'],
		['action look @"Uma Di', 'The name has no end', 'quote'],
		['checkin @"—"', '— is no name', 'letter'],
		['action look tests:F9', 'There is no finding F9', 'The newest is F2'],
		['action look tests:F1 tests:F2', 'tests: is said twice', 'once'],
		['done A1 result:maybe', 'result:maybe is not known', 'result:success'],
		['assign king @priya', 'king is not a role', 'secretariat'],
		['phase tepid', 'tepid is not one of', 'Choose one'],
		['split #!', "not a team's name", '#alpha'],
	])('%s', (line, why, mend) => {
		expect(reading(line)).toMatchObject(refused(why, mend));
	});

	it.each([
		['ack A9', [4, 6]],
		['  /ack A9', [7, 9]],
		['action look @zed now', [12, 16]],
		['declare x severity:S9', [10, 21]],
		['actoin x', [0, 6]],
	])('%s points at the piece that is meant', (line, where) => {
		expect(reading(line)).toHaveProperty('where', where);
	});

	it('says of a line that does not follow the language that it is unreadable, and not of one that the board refuses', () => {
		expect(reading('actoin look')).toHaveProperty('isUnreadable', true);
		expect(reading('action')).toHaveProperty('isUnreadable', true);
		expect(reading('ack A9')).not.toHaveProperty('isUnreadable');
		expect(reading('action look @zed')).not.toHaveProperty('isUnreadable');
	});

	it('is text that no ledger can hold', () => {
		expect(reading('note a\0b')).toMatchObject({refused: expect.anything(), mend: expect.stringContaining('again')});
		expect(reading('note a\uD800b')).toMatchObject({refused: expect.anything(), mend: expect.anything()});
		expect(reading('note', full, {text: 'a\0b'})).toMatchObject({refused: expect.anything(), mend: expect.anything()});
		expect(fieldsOf('note a💥b')).toMatchObject({text: 'a💥b'});
	});
});

describe('text given to the letter', () => {
	it('is not read for tokens, beside tokens that are', () => {
		expect(fieldsOf('action @chen by 14:30', full, {text: 'tell @priya by 15:00 because #x'})).toEqual({
			verb: 'action',
			owner: 'chen',
			due: at('14:30'),
			text: 'tell @priya by 15:00 because #x',
		});
	});

	it('is refused beside text in the line, where the verb takes none, and where it is empty', () => {
		expect(reading('note a', full, {text: 'b'})).toMatchObject(refused('given twice', '--text'));
		expect(reading('ack A1', full, {text: 'b'})).toMatchObject(refused('“b”', 'It is written'));
		expect(reading('note', full, {text: ''})).toMatchObject(refused('lacks its text', 'note'));
	});
});

describe('the words of a shell', () => {
	it.each([
		[['action', 'isolate host 17', '@Priya Shah', 'by', '14:30'], 'action isolate host 17 @"Priya Shah" by 14:30'],
		[['assign', 'im', '@"Priya Shah"'], 'assign im @"Priya Shah"'],
		[['declare', 'Mail', 'marking:OFFICIAL SENSITIVE'], 'declare Mail marking:"OFFICIAL SENSITIVE"'],
		[['note', '@priya says no'], 'note @priya says no'],
		[['note', 'said: no more'], 'note said: no more'],
		[[], ''],
	])('%j', (words, line) => {
		expect(lineOfArguments(words, commands)).toBe(line);
	});
});

describe('long and strange lines', () => {
	it.each([
		['words', 'word '.repeat(20_000)],
		['one word', 'x'.repeat(100_000)],
		['quotes', '"a '.repeat(33_000)],
		['at signs', '@ '.repeat(50_000)],
		['times that are none', 'by '.repeat(33_000)],
		['reasons', 'because '.repeat(12_000)],
		['backslashes', '\\'.repeat(100_000)],
		['blanks', `a${' '.repeat(100_000)}b`],
		['people', '@priya '.repeat(14_000)],
	])('of 100 kB are read: %s', (_, text) => {
		for (const verb of ['note', 'action', 'split x', 'declare', 'answer S2 do']) {
			expect(reading(`${verb} ${text}`)).toBeTypeOf('object');
		}
	});

	it('never throw, whatever is typed on whatever board', () => {
		const bits = fc.constantFrom(
			...commands.map(one => one.verb),
			'@',
			'@"',
			'"',
			'#',
			'by ',
			'until ',
			'at ',
			'because ',
			'tests:',
			'A1',
			'F1',
			'17',
			'\\',
			'/',
			' ',
			'14:30',
			'\0',
			'💥',
			'\u202E',
		);
		const line = fc.oneof(
			fc.string({unit: 'binary'}),
			fc.array(fc.oneof(bits, fc.string({maxLength: 5})), {maxLength: 20}).map(parts => parts.join(' ')),
			fc.array(bits, {maxLength: 20}).map(parts => parts.join('')),
		);
		fc.assert(
			fc.property(
				fc.oneof(fc.constantFrom(nothing, declared, full), arbitraryStory),
				fc.array(line),
				(story, lines) => {
					for (const one of lines) {
						const answer = reading(one, story);
						expect(isRefusal(answer) ? answer.mend : answer.command.verb).not.toBe('');
					}
				},
			),
			{numRuns: 200},
		);
	});
});

describe('a text that goes out as it is typed', () => {
	it('keeps its times: they are no saying when it happened', () => {
		const line = 'message Payments are down since 09:00. Next update at 11:00 audience:customers';
		expect(staffed.when(line)).toMatchObject([
			{kind: 'message-drafted', text: 'Payments are down since 09:00. Next update at 11:00', audience: 'customers'},
		]);
	});
});

describe('a time of day that is still to come', () => {
	it('is a part of the text where it would have been before the incident', () => {
		expect(staffed.when('[11:05] decide switch it off at 12:00 because it leaks')).toMatchObject([
			{kind: 'decision-made', text: 'switch it off at 12:00', reason: 'it leaks'},
		]);
		expect(staffed.when('[11:05] note the bank rang at 10:50')).toMatchObject([{text: 'the bank rang'}]);
		expect(staffed.when('[11:05] note the first alert was seen at 09:40')).toMatchObject([
			{text: 'the first alert was seen'},
		]);
	});

	it('is refused where something counts from it, and the day may be said', () => {
		expect(staffed.when('[10:10] clock gdpr since 12:00')).toMatchObject(
			refused('12:00 is still to come today', 'since yesterday 12:00'),
		);
		expect(staffed.when('[10:10] clock gdpr since yesterday 12:00')).toMatchObject([{kind: 'clock-started'}]);
	});
});
