import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {handleFor, isCalled, peopleMeant, personMeant} from '../../source/language/people.ts';
import {declared, refused, staffed} from '../support/spec.ts';

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
