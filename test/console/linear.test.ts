import {describe, expect, it, test} from 'vitest';
import {type Moment, sentence, spokenChanges, spokenOpening} from '../../source/console/linear.ts';
import type {Prompt} from '../../source/rule.ts';
import {at, given, nothing, staffed, type Story} from '../support/spec.ts';

const nobody = () => false;

/** The number of the first entry after the team has come together. */
const next = staffed.entries.length + 1;

/** A story looked at at a time of the day, with these prompts or without any. */
const moment = ({board, entries, now}: Story, clock?: string, prompts: readonly Prompt[] = []): Moment => ({
	board,
	entries,
	prompts,
	now: clock === undefined ? now : at(clock),
});

const prompt = (rule: string, severity: Prompt['severity'], subject: string, text: string): Prompt => ({
	rule,
	severity,
	subject,
	text,
	why: 'It is so.',
	source: 'doctrine',
	basis: text,
	answers: ['do'],
	offers: [],
	put: undefined,
});

const span = prompt('S2', 'warn', '', 'Eight people report to Priya Shah.');

describe('a sentence that is spoken', () => {
	test.each([
		['host 17 is isolated', 'host 17 is isolated.'],
		['Is it?', 'Is it?'],
		['he said “go.”', 'he said “go.”'],
		['Actions · 5 open', 'Actions, 5 open.'],
		['one line\nand\tanother', 'one line and another.'],
		['│ ╭─ box ─╮ ▲ ✓', 'box.'],
		['', ''],
	])('%j is %j', (text, spoken) => {
		expect(sentence(text)).toBe(spoken);
	});

	it('hides no control character', () => {
		expect(sentence('a\u001B[2Jb\u202E')).toBe('a␛[2Jb⟨U+202E⟩.');
	});
});

describe('what others wrote', () => {
	const later = staffed.and('[10:05 @priya] note host 17 still answers', '[10:06 @tom] note the press calls');

	it('is spoken entry by entry, oldest first', () => {
		expect(spokenChanges(moment(staffed), moment(later), nobody)).toEqual([
			`Entry ${next}, 10:05, Priya Shah: host 17 still answers.`,
			`Entry ${next + 1}, 10:06, Tom Achebe: the press calls.`,
		]);
	});

	it('is spoken where the log grew in place too', () => {
		const before = {...moment(staffed), entries: later.entries};
		expect(spokenChanges(before, moment(later), nobody)).toHaveLength(2);
	});

	it('is spoken without what a person wrote herself', () => {
		expect(spokenChanges(moment(staffed), moment(later), ({by}) => by === 'priya')).toEqual([
			`Entry ${next + 1}, 10:06, Tom Achebe: the press calls.`,
		]);
	});

	it('is spoken once', () => {
		expect(spokenChanges(moment(later), moment(later, '10:20'), nobody)).toEqual([]);
	});

	it('says when it was written late', () => {
		const late = staffed.and('[10:50 @tom] note the supplier called at 10:10');
		expect(spokenChanges(moment(staffed), moment(late), nobody)).toEqual([
			`Entry ${next}, 10:10, written late, Tom Achebe: the supplier called.`,
		]);
	});

	it('tells a strike', () => {
		const struck = later.and(`[10:07 @priya] strike ${next} because wrong host named`);
		expect(spokenChanges(moment(later), moment(struck), nobody)).toEqual([
			`Entry ${next + 2}, 10:07, Priya Shah: entry ${next} struck, because wrong host named.`,
		]);
	});
});

describe('what doctrine begins to ask', () => {
	it('is spoken with its severity as a word', () => {
		expect(spokenChanges(moment(staffed), moment(staffed, '10:10', [span]), nobody)).toEqual([
			'Warning, S2: Eight people report to Priya Shah.',
		]);
	});

	it('is not spoken again while it stands, nor when it goes away', () => {
		const before = moment(staffed, '10:10', [span]);
		expect(spokenChanges(before, moment(staffed, '10:11', [{...span}]), nobody)).toEqual([]);
		expect(spokenChanges(before, moment(staffed, '10:11'), nobody)).toEqual([]);
	});

	it('is spoken again when it is asked more loudly, not when more softly', () => {
		const louder: Prompt = {...span, severity: 'urgent'};
		expect(spokenChanges(moment(staffed, '10:10', [span]), moment(staffed, '10:11', [louder]), nobody)).toEqual([
			'Urgent, S2: Eight people report to Priya Shah.',
		]);
		expect(spokenChanges(moment(staffed, '10:10', [louder]), moment(staffed, '10:11', [span]), nobody)).toEqual([]);
	});

	it('is spoken of each subject', () => {
		const one = prompt('A1', 'advise', 'A1', 'A1 has no owner.');
		const other = prompt('A1', 'advise', 'A2', 'A2 has no owner.');
		expect(spokenChanges(moment(staffed, '10:10', [one]), moment(staffed, '10:11', [one, other]), nobody)).toEqual([
			'Advice, A1: A2 has no owner.',
		]);
	});
});

describe('what becomes overdue', () => {
	const promised = staffed.and('[10:01 @priya] action isolate host 17 @chen by 10:30');

	it('is spoken when its time is up, once', () => {
		const before = moment(promised, '10:29:59');
		expect(spokenChanges(before, moment(promised, '10:30'), nobody)).toEqual([
			'Overdue since 10:30 UTC: A1, isolate host 17, Chen Wei.',
		]);
		expect(spokenChanges(moment(promised, '10:30'), moment(promised, '10:45'), nobody)).toEqual([]);
	});

	it('is left to the prompt that speaks of it', () => {
		const asked = promised.prompts('10:30').filter(({rule}) => rule === 'A6');
		expect(spokenChanges(moment(promised, '10:29'), moment(promised, '10:30', asked), nobody)).toEqual([
			'Warning, A6: Time is up for A1, isolate host 17 (Chen Wei): a result, or more time?',
		]);
	});

	it('is spoken again after more time was given', () => {
		const extended = promised.and('[10:31 @chen] extend A1 by 10:40');
		const [first, ...others] = spokenChanges(moment(promised, '10:31'), moment(extended, '10:40'), nobody);
		expect(first).toBe(`Entry ${next + 1}, 10:31, Chen Wei: A1 report by 10:40 UTC.`);
		expect(others).toEqual(['Overdue since 10:40 UTC: A1, isolate host 17, Chen Wei.']);
	});

	it('is also a statutory clock', () => {
		const clocked = staffed.and('[10:01 @priya] clock gdpr since 09:00');
		const due = clocked.board.notifications.clocks[0]?.due ?? '';
		const told = spokenChanges(moment(clocked), {...moment(clocked), now: due}, nobody);
		expect(told).toEqual([expect.stringMatching(/^Overdue since .*: C1 gdpr, .*\.$/u)]);
	});
});

describe('what is said at the opening', () => {
	it('is the incident, how it stands, what is overdue and what is urgent', () => {
		const promised = staffed.and('[10:01 @priya] action isolate host 17 @chen by 10:30');
		const urgent = prompt('R1', 'urgent', 'im', 'Nobody is in command');
		expect(spokenOpening(moment(promised, '10:40', [urgent, span]))).toEqual([
			'INC-2026-0001, Payments database exposed.',
			`Severity S2, hot, ${next} entries, 1 open action, 2 prompts.`,
			'Overdue since 10:30 UTC: A1, isolate host 17, Chen Wei.',
			'Urgent, R1: Nobody is in command.',
		]);
	});

	it('begins with the exercise', () => {
		expect(spokenOpening(moment(given('declare A drill severity:S3 exercise:yes')))[0]).toBe('This is an exercise.');
	});

	it('says that there is nothing', () => {
		expect(spokenOpening(moment(nothing))).toEqual(['Nothing has been declared in this ledger.']);
	});
});
