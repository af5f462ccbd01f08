import {describe, expect, it} from 'vitest';
import {lateEntries} from '../../../source/late.ts';
import {record} from '../../../source/duties/record/index.ts';
import {profileNamed} from '../../../source/profiles/index.ts';
import {at, declared, given, refused, staffed, storyOf} from '../../support/spec.ts';

/** Entry 2 is a note that was written twenty minutes late without a reason. */
const late = declared.and('[10:30] note the supplier called at 10:10');

describe('note', () => {
	it('writes down what happens', () => {
		expect(declared.when('note the supplier called back')).toEqual([
			{kind: 'note-made', text: 'the supplier called back'},
		]);
	});

	it('keeps when it happened apart from when it was written, and the reason of the delay', () => {
		const {entries} = declared.and('[10:30] note the supplier called at 10:10 because the line was busy');
		expect(entries[1]).toMatchObject({
			occurredAt: at('10:10'),
			recordedAt: at('10:30'),
			event: {kind: 'note-made', text: 'the supplier called', reason: 'the line was busy'},
		});
	});

	it('leaves “because” in the sentence where nothing is late', () => {
		expect(declared.when('note we wait because the line is busy')).toEqual([
			{kind: 'note-made', text: 'we wait because the line is busy'},
		]);
	});

	it('leaves people, teams and keys in the sentence, and takes only a time that is one', () => {
		expect(declared.when('note @zed asks #alpha about tests:F1 at the door by noon')).toMatchObject([
			{text: '@zed asks #alpha about tests:F1 at the door by noon'},
		]);
	});

	it('refuses to write nothing', () => {
		expect(declared.when('note')).toMatchObject(refused('lacks its text', 'note call from'));
	});
});

describe('strike', () => {
	const noted = declared.and('note the wrong host was named');

	it('strikes an entry, with its reason', () => {
		expect(noted.when('strike 2 because it was host 18')).toEqual([
			{kind: 'entry-struck', entry: 2, reason: 'it was host 18'},
		]);
		expect(noted.and('strike 2 because it was host 18').told()).toBe('entry 2 struck, because it was host 18');
	});

	it('refuses the declaration', () => {
		expect(noted.when('strike 1 because I say so')).toMatchObject(
			refused('The declaration is not struck', 'Close the'),
		);
	});

	it('refuses what is struck already, and says how it is restored', () => {
		expect(noted.and('strike 2 because x').when('strike 2 because y')).toMatchObject(
			refused('Entry 2 is struck already, by entry 3', 'strike 3 because'),
		);
	});

	it('refuses an entry that does not exist, and a strike without a reason', () => {
		expect(noted.when('strike 3 because x')).toMatchObject(refused('There is no entry 3', '1 to 2'));
		expect(noted.when('strike 0 because x')).toMatchObject(refused('There is no entry 0', '1 to 2'));
		expect(noted.when('strike 2')).toMatchObject(refused('strike is not complete: why?', 'strike 17 because'));
		expect(noted.when('strike A1 because x')).toMatchObject(refused('not the number of an entry', 'as 17'));
	});
});

describe('explain', () => {
	it('says why an entry was late', () => {
		const told = late.and('explain 2 because the pager was off');
		expect(lateEntries(told.board.record, 0)).toMatchObject([{entry: 2, reason: 'the pager was off'}]);
		expect(told.told()).toBe('entry 2 was late, because the pager was off');
	});

	it('refuses an entry that was in time, and one that does not exist', () => {
		expect(late.when('explain 1 because x')).toMatchObject(refused('Entry 1 was not late', 'owes a reason'));
		expect(late.when('explain 9 because x')).toMatchObject(refused('There is no entry 9', '1 to 2'));
	});

	it('never changes a reason that was given', () => {
		expect(late.and('explain 2 because x').when('explain 2 because y')).toMatchObject(
			refused('Entry 2 has its reason: x', 'with a note'),
		);
	});
});

describe('define', () => {
	it('says what an abbreviation stands for, after the close too', () => {
		const defined = declared.and('close', 'define PSP payment service provider');
		expect(defined.entries.at(-1)?.event).toEqual({
			kind: 'term-defined',
			term: 'PSP',
			text: 'payment service provider',
		});
		expect(defined.told()).toBe('PSP stands for payment service provider');
	});

	it('takes a better word, and refuses the same one', () => {
		const defined = declared.and('define PSP payment service provider');
		expect(defined.and('define psp our payment provider').board.record.glossary).toEqual([
			{term: 'psp', text: 'our payment provider', entry: 3},
		]);
		expect(defined.when('define PSP payment service provider')).toMatchObject(
			refused('PSP is explained so already, in entry 2', 'Nothing'),
		);
	});

	it('refuses a term without its words', () => {
		expect(declared.when('define PSP')).toMatchObject(refused('define lacks its text', 'define PSP'));
		expect(declared.when('define')).toMatchObject(refused('not complete: abbreviation?', 'define PSP'));
	});
});

describe('edit and delete', () => {
	it.each(['edit 2 the right host', 'edit 2', 'delete 2'])('are refused (%s), and say what to do instead', line => {
		expect(late.when(line)).toMatchObject(refused('never changed and never deleted (G1)', 'strike 2 because'));
	});

	it('are refused after closing too', () => {
		expect(late.and('close').when('delete 2')).toMatchObject(refused('(G1)', 'strike 2'));
	});

	it('refuse what is no entry', () => {
		expect(late.when('edit host')).toMatchObject(refused('host is not the number of an entry', '17'));
	});
});

describe('answer', () => {
	it('is one entry that carries what was asked, the answer and who authorised it', () => {
		const two = staffed.and('assign sme @priya');
		expect(two.when('answer R6 override because nobody else knows the host')).toEqual([
			{
				kind: 'prompt-answered',
				rule: 'R6',
				subject: 'priya',
				answer: 'override',
				asked: expect.stringContaining('Priya Shah commands and is also'),
				basis: 'sme',
				reason: 'nobody else knows the host',
				authorisedBy: 'priya',
			},
		]);
	});

	it('names the one who authorised an override where it was somebody else', () => {
		expect(staffed.and('assign sme @priya').when('answer R6 override @tom because he said so')).toMatchObject([
			{authorisedBy: 'tom'},
		]);
	});

	it('takes an exception from the Incident Manager and the deputy only', () => {
		const two = staffed.and('assign sme @priya');
		expect(two.when('answer R6 override @chen because he said so')).toMatchObject(
			refused("An exception is the Incident Manager's or the deputy's", 'override @priya'),
		);
		expect(two.and('relieve deputy').when('answer R6 override @tom because he said so')).toHaveProperty('refused');
		expect(declared.and('checkin @"Mia Berg"').when('answer R3 deputy override @mia because x')).toMatchObject(
			refused('An exception is', 'assign im @name'),
		);
	});

	it('takes an exception after the close from those who were in command', () => {
		const left = staffed.and('close', 'release @priya', 'release @chen');
		expect(left.when('answer P4 override @priya because nothing is to be learnt')).toMatchObject([
			{authorisedBy: 'priya'},
		]);
		expect(left.when('answer P4 override @chen because nothing is to be learnt')).toHaveProperty('refused');
	});

	it('may give the reason of a deed', () => {
		const lone = staffed.and('[10:10] action x @chen by 11:00', '[10:12] answer A4 do because Chen nodded');
		expect(lone.entries.slice(-2).map(one => one.event)).toMatchObject([
			{kind: 'action-acknowledged'},
			{kind: 'prompt-answered', answer: 'do', reason: 'Chen nodded'},
		]);
	});

	it('takes rule and subject in either case, the subject with or without its sigil', () => {
		const team = staffed.and('split alpha @chen find the keys');
		for (const line of ['answer s5 #Alpha do', 'answer S5 alpha do', 'answer S5 do']) {
			expect(team.and(`${line} brief alpha by 11:00`).asks('S5')).toEqual([]);
		}
	});

	it('refuses what doctrine does not ask, and says what it asks', () => {
		expect(declared.when('answer S2 put')).toMatchObject(refused('Doctrine does not ask S2 now', 'R1'));
		expect(declared.when('answer R3 im put')).toMatchObject(refused('does not ask R3 about im now', 'R3 deputy'));
		const calm = given('declare A slow page severity:S4', 'phase pre-incident');
		expect(calm.when('answer R1 do')).toMatchObject(refused('does not ask R1 now', 'It asks nothing'));
	});

	it.each([
		['answer R4 override because we are few', 'R4 is not answered with override', 'do, put'],
		['answer R4 put', 'no Incident Manager to put it to', 'assign im'],
		['answer R3 deputy defer', 'Until when?', 'until 14:30'],
		['answer R3 deputy override', 'needs its reason', 'because'],
		['answer R4 do', 'What was done is not said', 'answer R4 analyst do assign analyst @'],
		['answer R4 do soar away', 'There is no verb soar', 'note'],
		['answer R4 do assign analyst @zed', 'Nobody here is called zed', '@"zed"'],
		['answer R4 do answer R3 deputy override because x', 'An answer is not what was done', 'by itself'],
		['answer R4 maybe', 'answer is not complete: do, put, defer, override or na?', 'answer S2 override'],
		['answer R4', 'answer is not complete', 'answer S2 override'],
		['answer', 'answer is not complete: rule?', 'answer S2 override'],
		['answer R3 deputy defer until yesterday', 'yesterday', ''],
	])('refuses “%s”', (line, why, mend) => {
		expect(declared.when(line)).toMatchObject(refused(why, mend));
	});

	it('does not point into the line at a piece of the deed’s own line', () => {
		expect(declared.when('answer R4 do assign analyst @zed')).not.toHaveProperty('where');
		expect(declared.when('answer R4 do assign analyst')).toHaveProperty('isUnreadable', true);
	});

	it('does not fall over an answer to an answer to an answer', () => {
		expect(declared.when(`${'answer R4 do '.repeat(20_000)}note x`)).toMatchObject(refused('An answer is not', ''));
	});

	it.each([
		[
			'answer R3 deputy defer until 10:30',
			'rule R3 about deputy: deferred until 10:30 UTC (asked: No deputy. Appoint one.)',
		],
		[
			'answer R3 deputy override because we are few',
			'rule R3 about deputy: overridden, because we are few, authorised by sam (asked: No deputy. Appoint one.)',
		],
		[
			'answer T4 do unknown who did it',
			'rule T4: acted on (asked: What is known, what is unknown, what is suspected? Nothing is on record.)',
		],
	])('reads on the timeline: %s', (line, text) => {
		expect(declared.and(line).told()).toBe(text);
	});
});

describe('how a note reads on the timeline', () => {
	it('tells why it is late', () => {
		expect(declared.and('[10:30] note it rang at 10:10 because of lunch').told()).toBe(
			'it rang (late, because of lunch)',
		);
	});
});

const sectionOf = (story: typeof declared) => record.section({board: story.board, now: story.now});

describe('the section', () => {
	it('has a glossary where something was explained', () => {
		expect(sectionOf(declared.and('note the PSP called'))).toHaveLength(2);
		expect(
			sectionOf(declared.and('define PSP payment service provider', 'define ATM cash machine')).slice(2),
		).toMatchObject([
			{type: 'heading', text: 'Glossary'},
			{
				rows: [
					['ATM', 'cash machine', '3'],
					['PSP', 'payment service provider', '2'],
				],
			},
		]);
	});

	it('has what the doctrine explains, where the log uses it', () => {
		const adopted = {
			...profileNamed('moj'),
			name: 'acme',
			glossary: {PSP: 'payment service provider', ATM: 'cash machine'},
		};
		const {board, now} = declared.and('note the PSP called');
		const story = storyOf({...board, declaration: {...board.declaration, profile: 'acme', adopted}}, now);
		const glossary = [{text: 'Glossary'}, {rows: [['PSP', 'payment service provider', 'doctrine acme']]}];
		expect(sectionOf(story).slice(2)).toMatchObject(glossary);
		expect(sectionOf(story.and('define PSP our provider')).slice(2)).toMatchObject([
			{},
			{rows: [['PSP', 'our provider', '3']]},
		]);
	});
});
