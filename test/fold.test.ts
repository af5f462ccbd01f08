import {describe, expect, it} from 'vitest';
import {nextRef} from '../source/board.ts';
import type {BoardEvent, Draft, Entry} from '../source/entry.ts';
import {emptyBoard, entriesOf, fold, foldAll} from '../source/fold.ts';
import {timelineLine} from '../source/timeline.ts';
import {at, declared, entriesAfter, incident, type Story, staffed} from './support/spec.ts';

const draft = (event: BoardEvent, recordedAt = at('10:05')): Draft => ({
	event,
	occurredAt: recordedAt,
	recordedAt,
	by: 'sam',
	recordedBy: 'sam',
});

/** The number of the newest entry. */
const newest = ({entries}: Story): number => entries.length;

/** What a board says, without the log it was folded from. */
const slices = ({board}: Story): unknown => {
	const {declaration, staffing, actions, findings, decisions} = board;
	return {declaration, staffing, actions, findings, decisions};
};

describe('folding', () => {
	it('begins with nothing', () => {
		expect(emptyBoard(incident)).toMatchObject({
			incident,
			head: undefined,
			actions: [],
			findings: {findings: [], hypotheses: []},
			irregularities: [],
			struck: new Map(),
		});
	});

	it('keeps the log in its order, and where it ends', () => {
		expect(entriesOf(staffed.board).map(one => one.number)).toEqual(staffed.entries.map((_, index) => index + 1));
		expect(staffed.board.head).toMatchObject({number: newest(staffed), hash: staffed.entries.at(-1)?.hash});
	});

	it('never changes the board that it was given', () => {
		const before = structuredClone({...staffed.board, past: undefined});
		staffed.and('action x @chen', 'split alpha @ana', 'strike 3 because x');
		expect({...staffed.board, past: undefined}).toEqual(before);
	});

	it('follows the number of an entry, not its time', () => {
		const moved = declared.and('[10:30] severity S1', '[10:31] severity S3 at 10:05');
		expect(moved.board.declaration.severity).toBe('S3');
	});

	it('keeps an entry of a kind that it does not know, and changes nothing else', () => {
		const [entry] = entriesAfter(staffed.board, [draft({kind: 'unread', wasKind: 'moon-risen', data: {}})]);
		const board = entry === undefined ? staffed.board : fold(staffed.board, entry);
		expect(board.head?.number).toBe(newest(staffed) + 1);
		expect({...board.staffing}).toEqual(staffed.board.staffing);
		expect(entry && timelineLine(entry, board, entry.recordedAt).text).toContain('does not know: unread');
	});
});

describe('striking', () => {
	const given = staffed.and('action isolate host 17 @chen by 10:30', 'suspect token reuse', 'decide wait because x');
	const action = newest(staffed) + 1;

	it('takes the entry off the board, and leaves it readable in the log', () => {
		const struck = given.and(`strike ${action} because the host was 18`);
		expect(struck.board.actions).toEqual([]);
		expect(struck.entries[action - 1]).toEqual(given.entries[action - 1]);
		expect(struck.entries.map(one => timelineLine(one, struck.board, one.recordedAt)).at(action - 1)).toMatchObject({
			struck: 'the host was 18',
			text: expect.stringContaining('isolate host 17'),
		});
	});

	it('tells the board as if the entry had never been', () => {
		const without = staffed.and('note x', 'suspect token reuse', 'decide wait because x');
		expect(slices(given.and(`strike ${action} because x`))).toEqual(slices(without));
	});

	it('is undone by striking the strike, and done again by striking that', () => {
		const once = given.and(`strike ${action} because x`);
		const twice = once.and(`strike ${newest(once)} because it was right`);
		const thrice = twice.and(`strike ${newest(twice)} because it was wrong after all`);
		expect(slices(twice)).toEqual(slices(given));
		expect(slices(thrice)).toEqual(slices(once));
		expect([...thrice.board.struck.keys()].toSorted((a, b) => a - b)).toEqual([action, newest(twice)]);
	});

	it('lets an entry be struck anew after it was restored', () => {
		const restored = given.and(`strike ${action} because x`).and(`strike ${newest(given) + 1} because y`);
		expect(restored.and(`strike ${action} because z`).board.actions).toEqual([]);
	});

	it('never gives a ref a second time', () => {
		const struck = given.and(`strike ${action} because x`, 'strike 2 because x');
		expect(nextRef(struck.board, 'A')).toBe('A2');
		expect(struck.and('action another').board.actions).toMatchObject([{ref: 'A2'}]);
		const restored = struck.and('action another', `strike ${newest(given) + 1} because it was right`);
		expect(restored.board.actions.map(one => one.ref)).toEqual(['A1', 'A2']);
	});

	it('takes what followed from it off as well', () => {
		const followed = given.and('ack A1', 'report A1 half of it', 'done A1 all of it');
		expect(followed.and(`strike ${action} because x`).board.actions).toEqual([]);
		expect(followed.and(`strike ${newest(followed)} because it was not`).board.actions).toMatchObject([
			{status: 'acknowledged', reports: [{text: 'half of it'}]},
		]);
	});

	it('takes a role, a sub-team and a decision off', () => {
		const im = staffed.entries.find(one => one.event.kind === 'role-assigned');
		expect(staffed.and(`strike ${im?.number} because x`).asks('R1')).toHaveLength(1);
		const split = staffed.and('split alpha @chen');
		expect(split.and(`strike ${newest(split)} because x`).board.staffing.teams).toEqual([]);
		expect(given.and(`strike ${newest(given)} because x`).board.decisions.decisions).toEqual([]);
	});

	it('leaves a person in a role who can still be named, when only the entry that brought them in is struck', () => {
		const joined = staffed.entries.find(({event}) => event.kind === 'person-joined' && event.handle === 'ana');
		const struck = staffed.and(`strike ${joined?.number} because her name was wrong`);
		expect(struck.when('relieve sme @ana')).toEqual([{kind: 'role-relieved', role: 'sme', person: 'ana'}]);
		expect(struck.when('assign comms @"Ana Berg"')).toMatchObject([
			{handle: 'anaberg', name: 'Ana Berg'},
			{person: 'anaberg'},
		]);
	});

	it('keeps what every entry says of the log itself', () => {
		const struck = given.and(`[10:40] strike ${action} because x`);
		expect(struck.board.record.lastLoggedAt).toBe(at('10:40'));
		expect(struck.board.head).toMatchObject({number: newest(given) + 1});
	});

	it('reaches back only: a strike of a later entry, which only a stranger can have written, does nothing', () => {
		const [strange] = entriesAfter(declared.board, [draft({kind: 'entry-struck', entry: 3, reason: 'x'})]);
		const board = strange === undefined ? declared.board : fold(declared.board, strange);
		const later = foldAll(board, entriesAfter(board, [draft({kind: 'note-made', text: 'x'})]));
		expect(later.struck.size).toBe(0);
	});
});

/** Two notes that would come next, the first recorded then, the second at 10:05. */
const next = (recordedAt: string): readonly Entry[] =>
	entriesAfter(staffed.board, [
		draft({kind: 'note-made', text: 'x'}, recordedAt),
		draft({kind: 'note-made', text: 'y'}),
	]);
/** What is irregular when these entries follow. */
const texts = (entries: readonly Entry[]) => foldAll(staffed.board, entries).irregularities.map(one => one.text);

describe('irregularities', () => {
	it('are none in a log that runs on', () => {
		expect(texts(next(at('10:05')))).toEqual([]);
	});

	it('are a gap, a repeat, a broken link and a clock that went back', () => {
		const [first, second] = next(at('10:05'));
		const number = newest(staffed);
		expect(texts(second === undefined ? [] : [second])).toEqual([
			`Entry ${number + 2} follows entry ${number}: the numbers do not run on.`,
			`Entry ${number + 2} does not join the entry before it: the log may have been tampered with.`,
		]);
		expect(texts(first === undefined ? [] : [first, first])).toContain(
			`Entry ${number + 1} follows entry ${number + 1}: the numbers do not run on.`,
		);
		expect(texts(next(at('10:06')))).toEqual([
			`Entry ${number + 2} was recorded earlier than the entry before it: a clock was wrong.`,
		]);
	});

	it('stay when the entry is struck', () => {
		const [first, second] = next(at('10:06'));
		const board = foldAll(staffed.board, first === undefined || second === undefined ? [] : [first, second]);
		const [strike] = entriesAfter(board, [
			draft({kind: 'entry-struck', entry: newest(staffed) + 2, reason: 'x'}, at('10:07')),
		]);
		expect(strike && fold(board, strike).irregularities).toHaveLength(1);
	});
});
