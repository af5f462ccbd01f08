import {describe, expect, it} from 'vitest';
import {isHot, isOpen, isRunning} from '../../../source/duties/declaration/state.ts';
import {declared, given, nothing} from '../../support/spec.ts';

const standing = (story: typeof declared) => {
	const {declaration} = story.board;
	return [isOpen(declaration), isHot(declaration), isRunning(declaration)];
};

describe('how the incident stands', () => {
	it.each([
		['nothing is declared', nothing, [false, false, false]],
		['hot', declared, [true, true, true]],
		['warm', declared.and('phase warm'), [true, false, true]],
		['cold', declared.and('phase cold'), [true, false, false]],
		['pre-incident', declared.and('phase pre-incident'), [true, false, false]],
		['closed while hot', declared.and('close'), [false, false, false]],
		['reopened', declared.and('close', 'reopen because it leaks again'), [true, true, true]],
	])('%s: open, hot, running', (_, story, expected) => {
		expect(standing(story)).toEqual(expected);
	});
});

describe('how each kind reads on the timeline', () => {
	it.each([
		[given('declare Mail is down'), 'incident declared: Mail is down (operational, S3)'],
		[given('declare Mail is down exercise:yes'), 'EXERCISE incident declared: Mail is down (operational, S3)'],
		[declared.and('severity S1 because it spreads'), 'severity S1, was S2, because it spreads'],
		[declared.and('data maybe'), 'personal data may be involved'],
		[declared.and('phase cold'), 'phase cold, was hot'],
		[declared.and('close'), 'incident closed'],
		[declared.and('close', 'reopen because it leaks again'), 'incident reopened, because it leaks again'],
	])('%#', (story, text) => {
		expect(story.told()).toBe(text);
	});
});
