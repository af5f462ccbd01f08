import {describe, expect, it} from 'vitest';
import {handleFor, isCalled, peopleMeant, personMeant} from '../../source/language/people.ts';
import * as fc from '../support/fast-check.ts';
import {declared, refused, staffed, storyOf} from '../support/spec.ts';

/** Two called Sam, two called Chen, one with an apostrophe. */
const crowd = staffed.and(
	'checkin @"Sam Lee"',
	'checkin @"Chenoa Black"',
	'checkin @"Pat O\'Hara"',
	'checkin @"Zoë Åkesson"',
);
const {people} = crowd.board.staffing;
const meant = (typed: string) => peopleMeant(people, typed).map(one => one.handle);

describe('a handle for a new name', () => {
	it.each([
		['Priya Shah', [], 'priya'],
		['Sam Ó Briain', [], 'sam'],
		['Sam Lee', ['sam'], 'samlee'],
		['Sam Lee', ['sam', 'samlee'], 'sam2'],
		['Sam Lee', ['sam', 'samlee', 'sam2'], 'sam3'],
		['Sam', ['sam'], 'sam2'],
		['Zoë Åkesson', [], 'zoe'],
		['李 小龍', [], '李'],
		['—', [], 'person'],
		['   ', [], 'person'],
		["O'Hara", [], 'ohara'],
	])('%s beside %j is %s', (name, taken, handle) => {
		expect(handleFor(name, new Set(taken))).toBe(handle);
	});

	it('is free, whoever is there, and can be typed after @', () => {
		fc.assert(
			fc.property(
				fc.string({unit: 'grapheme'}),
				fc.array(fc.constantFrom('a', 'person', 'sam', 'aa')),
				(name, some) => {
					const taken = new Set<string>(some);
					const handle = handleFor(name, taken);
					expect(taken.has(handle)).toBe(false);
					expect(handle).toMatch(/^[\p{L}\p{N}]+$/u);
				},
			),
		);
	});
});

describe('who is meant', () => {
	it.each([
		['priya', ['priya']],
		['PRI', ['priya']],
		['shah', ['priya']],
		['Priya Shah', ['priya']],
		['sam', ['sam']],
		['sam lee', ['samlee']],
		['sa', ['sam', 'samlee']],
		['chen', ['chen']],
		['che', ['chen', 'chenoa']],
		['zoe', ['zoe']],
		['akesson', ['zoe']],
		['briain', ['sam']],
		['ohara', ['pat']],
		["o'hara", ['pat']],
		['zed', []],
		['', []],
		['!', []],
	])('by @%s: %j', (typed, expected) => {
		expect(meant(typed)).toEqual(expected);
	});

	it('is refused where nobody is, with those who are here', () => {
		expect(personMeant(crowd.board.staffing, 'zed')).toMatchObject(
			refused('Nobody here is called zed', '@priya, @tom'),
		);
		expect(personMeant(declared.board.staffing, 'zed')).toMatchObject(
			refused('Nobody here', 'add somebody new, as @"zed".'),
		);
	});

	it('is refused where it may be two, naming both', () => {
		expect(personMeant(crowd.board.staffing, 'sa')).toEqual({
			refused: '@sa may be Sam Ó Briain or Sam Lee.',
			mend: 'Write @sam or @samlee.',
		});
	});

	it('is told by the whole name whatever its case and accents', () => {
		const sam = {handle: 'sam', name: 'Sam Ó Briain'};
		expect(['sam', 'SAM', 'sam o briain', 'Sam Ó Briain'].every(typed => isCalled(sam, typed))).toBe(true);
		expect(['sa', 'sam o', ''].some(typed => isCalled(sam, typed))).toBe(false);
	});
});

describe('somebody on the roster who is not on the board', () => {
	const listed = declared.and('roster');
	const priya = {kind: 'person-joined', handle: 'priya', name: 'Priya Shah'};

	it.each(['@priya', '@pri', '@SHAH', '@"priya shah"'])('joins by %s, as the roster has them', typed => {
		expect(listed.when(`assign im ${typed}`)).toEqual([priya, {kind: 'role-assigned', role: 'im', person: 'priya'}]);
	});

	it('joins once, where a line names them twice and where it takes many', () => {
		expect(listed.when('split alpha @priya @pri @"Priya Shah" @tom')).toMatchObject([
			priya,
			{kind: 'person-joined', handle: 'tom'},
			{kind: 'team-split', lead: 'priya', members: ['tom']},
		]);
	});

	it('joins by a bare handle that welcomes newcomers too, and somebody else is still new', () => {
		expect(listed.when('checkin @chen')).toEqual([{kind: 'person-joined', handle: 'chen', name: 'Chen Wei'}]);
		expect(listed.when('checkin @zed')).toEqual([{kind: 'person-joined', handle: 'zed', name: 'zed'}]);
	});

	it('comes after whoever is on the board', () => {
		const jones = listed.and('assign im @"Priya Jones"');
		// The roster's own handle stays free.
		expect(jones.board.staffing.people).toMatchObject([{handle: 'priyajones'}]);
		expect(jones.when('assign deputy @pri')).toMatchObject([{person: 'priyajones'}]);
		expect(jones.when('assign deputy @priya')).toMatchObject([{person: 'priyajones'}]);
		expect(jones.when('assign deputy @shah')).toMatchObject([priya, {person: 'priya'}]);
	});

	it('is called as on the board, where they are on it by another handle', () => {
		const {board, now} = listed;
		const person = {handle: 'pshah', name: 'Priya Shah', trained: [], isAvailable: true};
		const other = storyOf({...board, staffing: {...board.staffing, roster: [person]}}, now);
		expect(other.and('checkin @"Priya Shah"').board.staffing.people).toMatchObject([{handle: 'pshah'}]);
		const before = storyOf({...staffed.board, staffing: {...staffed.board.staffing, roster: [person]}}, staffed.now);
		expect(before.when('assign comms @pshah')).toEqual([{kind: 'role-assigned', role: 'comms', person: 'priya'}]);
	});

	it('is refused where it may be two, naming both, and where nobody is', () => {
		const {board, now} = listed;
		const roster = ['Priya Shah', 'Prue Lee'].map(name => ({
			handle: name.split(' ')[0]?.toLowerCase() ?? '',
			name,
			trained: [],
			isAvailable: true,
		}));
		const two = storyOf({...board, staffing: {...board.staffing, roster}}, now);
		expect(two.when('assign im @pr')).toMatchObject(refused('@pr may be Priya Shah or Prue Lee', '@priya or @prue'));
		expect(two.when('assign im @"Pr"')).toMatchObject([{kind: 'person-joined', name: 'Pr'}, {role: 'im'}]);
		expect(listed.when('assign im @nobody')).toMatchObject(refused('Nobody here is called nobody', '@"nobody"'));
		expect(declared.when('assign im @priya')).toMatchObject(refused('Nobody here is called priya', '@"priya"'));
	});
});
