import {describe, expect, it} from 'vitest';
import {drill} from '../../source/drills/engine.ts';
import {expectationForms, met, readExpectation} from '../../source/drills/expectation.ts';
import {readLimit, readOffset, readSpan, spanWords} from '../../source/drills/offset.ts';
import {kindOfVerb} from '../../source/drills/verb-kinds.ts';
import {commands} from '../../source/duties/index.ts';
import {isRefusal} from '../../source/refusal.ts';
import {stageOf} from '../duties/situations.ts';
import * as fc from '../support/fast-check.ts';
import {at, full} from '../support/spec.ts';
import {phish, scenarioOf} from './phish.ts';

describe('a scenario file', () => {
	it('is read with its offsets and expectations', () => {
		const {duration, injects} = scenarioOf(phish);
		expect(duration).toBe(60 * 60_000);
		expect(injects.map(one => one.when)).toEqual([
			{type: 'offset', after: 0},
			{type: 'offset', after: 20 * 60_000},
			{type: 'missed'},
			{type: 'hand'},
		]);
	});
});

describe('a span of time', () => {
	it('is read as it is told', () => {
		fc.assert(
			fc.property(fc.integer({min: 1, max: 10_000_000}), seconds => {
				expect(readSpan(spanWords(seconds * 1000))).toBe(seconds * 1000);
			}),
		);
	});

	it('counts from the start with a plus, from the inject without', () => {
		expect(readOffset('+1h30m')).toBe(90 * 60_000);
		expect(readOffset('90m')).toBeUndefined();
		expect(readLimit('+20m')).toEqual({since: 'start', after: 20 * 60_000});
		expect(readLimit('20m')).toEqual({since: 'inject', after: 20 * 60_000});
		expect(readLimit('soon')).toBeUndefined();
	});
});

describe('the table of verbs and kinds', () => {
	const own = new Set(['declare', 'strike', 'edit', 'delete', 'inject', 'observe', 'hotwash', 'rate']);

	it('names every verb that players use', () => {
		expect(Object.keys(kindOfVerb)).toEqual(commands.map(one => one.verb).filter(verb => !own.has(verb)));
	});

	it.each(Object.entries(kindOfVerb))('%s writes %s', (verb, kind) => {
		const answer = stageOf(verb).when(commands.find(one => one.verb === verb)?.example ?? '');
		expect(isRefusal(answer) ? [] : answer.map(one => one.kind)).toContain(kind);
	});
});

describe('an expectation', () => {
	const story = full.and(
		'[10:30 @priya] action isolate host 17 @chen by 20m',
		'[10:31 @priya] severity S1 because it spreads',
		'[10:32 @sam] suspect a token was reused',
		'[10:33 @priya] decide take payments offline because data leaks',
		'[10:34 @priya] message Card payments fail. audience:customers',
		'[10:35 @priya] escalate silver because it is large',
	);
	const start = at('10:25');

	it.each([
		['action says HOST isolate', true],
		['action says host 18', false],
		['action says isolate by +5m', true],
		['action says isolate by +4m', false],
		['severity S2', true],
		['role im', true],
		['finding suspected says token', true],
		['finding known says token', false],
		['decision says offline', true],
		['message audience:customers', true],
		['message sent audience:customers', false],
		['verb escalate tier:silver', true],
		['verb escalate tier:gold', false],
		['answer R5', false],
		['observed they were calm', false],
	])('%s: %s', (line, isMet) => {
		const found = readExpectation(line);
		expect('wrong' in found ? found : met(found, story.entries, start).met).toBe(isMet);
	});

	it('is not met by what was struck, nor by a role that was given up', () => {
		const role = readExpectation('role im');
		const struck = story.and('[10:36 @sam] relieve im');
		const number = story.entries.find(one => one.event.kind === 'action-opened' && one.recordedAt >= start)?.number;
		const action = readExpectation('action says isolate');
		if ('wrong' in role || 'wrong' in action) {
			throw new Error('unreadable');
		}

		expect(met(role, struck.entries, at('10:36'), at('10:36')).met).toBe(false);
		expect(met(action, story.and(`[10:37 @sam] strike ${number} because wrong`).entries, start).met).toBe(false);
	});

	it.each([
		['answer Z9', 'the rule Z9'],
		['do something', 'begins with do'],
		['severity high', 'one of S1'],
		['verb fly', 'the verb fly'],
		['action isolate the host', 'write says before words'],
		['message lost', 'message sent'],
		['observed', 'what is to be observed'],
		['role im by 5x', 'by 5x where nothing is known'],
	])('says what is wrong with %s', (line, said) => {
		const found = readExpectation(line);
		expect('wrong' in found && found.wrong).toContain(said);
	});

	it('has forms that are told, each of which can be read', () => {
		for (const [form, , example] of expectationForms) {
			expect(readExpectation(example)).not.toHaveProperty('wrong');
			expect(example.split(' ')[0]).toBe(form.split(' ')[0]);
			const plain = form
				.replaceAll(/\s*\[[^\]]*\]/gu, '')
				.replace('NAME', 'note')
				.replace('TEXT', 'calm');
			expect(readExpectation(plain)).not.toHaveProperty('wrong');
		}
	});
});

describe('the engine', () => {
	it('says what is due and what comes next from the log alone', () => {
		const scenario = scenarioOf(phish);
		const standing = drill(scenario, [], '2026-05-12T13:00:00.000Z');
		expect(standing.due.map(one => one.number)).toEqual([1]);
		expect(standing.next).toMatchObject({inject: {number: 2}, at: '2026-05-12T13:20:00.000Z'});
		expect(standing.byHand.map(one => one.number)).toEqual([4]);
		expect(drill(scenario, [], '2026-05-12T14:00:00.000Z').over).toBe('the time is up');
	});
});
