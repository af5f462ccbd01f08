import {describe, expect, it} from 'vitest';
import {rules} from '../../source/duties/index.ts';
import {situations} from '../duties/situations.ts';

/** How many rules doctrine has under each letter. */
const counts = {T: 6, R: 12, S: 7, A: 14, E: 10, H: 11, C: 6, L: 8, P: 11, G: 10} as const;

const collection = Object.entries(counts).flatMap(([letter, count]) =>
	Array.from({length: count}, (_, index) => `${letter}${index + 1}`),
);

describe('the collection of doctrine', () => {
	it('is held whole', () => {
		expect(rules.map(one => one.id).toSorted()).toEqual(collection.toSorted());
	});

	// G1 is met by refusal, and never asks.
	it.each(collection.filter(rule => rule !== 'G1'))('%s asks in its situation, of the subject that is named', rule => {
		const situation = situations[rule];
		const asked = situation?.story.asks(rule, situation.clock) ?? [];
		expect(asked.map(one => one.subject)).toContain(situation?.subject);
	});
});
