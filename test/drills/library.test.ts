import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {evaluate, type Evaluation} from '../../source/drills/evaluate.ts';
import {offered} from '../../source/drills/library.ts';
import {runUnattended} from '../../source/drills/run.ts';
import type {Scenario} from '../../source/drills/scenario.ts';
import type {PlayerLine} from '../../source/drills/script.ts';
import type {Entry} from '../../source/entry.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {type Raised, raisedPrompts} from '../../source/raised.ts';
import {isRefusal} from '../../source/refusal.ts';
import {elapsed} from '../../source/time.ts';
import {linesFor, scenarioOf} from './phish.ts';

type Run = {
	readonly entries: readonly Entry[];
	readonly evaluation: Evaluation;
	readonly raised: readonly Raised[];
	readonly end: string;
};

/** Plays a drill; lines that are refused are left out where `isLenient`: what they build on was left out. */
const run = async (
	scenario: Scenario,
	source: string,
	lines: readonly PlayerLine[],
	isLenient = false,
): Promise<Run> => {
	const played = await runUnattended({scenario, source, lines}, openMemoryLedger());
	if (isRefusal(played)) {
		const number = Number(/line (\d+) of the script/u.exec(played.refused)?.[1]);
		const rest = lines.filter(one => one.number !== number);
		if (!isLenient || rest.length === lines.length) {
			throw new Error(`${played.refused} ${played.mend}`);
		}

		return run(scenario, source, rest, true);
	}

	const {reference, entries} = played;
	const end = entries.at(-1)?.recordedAt ?? scenario.start;
	const board = foldAll(emptyBoard(reference), entries);
	return {
		entries,
		end,
		evaluation: evaluate(scenario, {entries, board, now: end}),
		raised: raisedPrompts(entries, end),
	};
};

/** How long a rule asked in vain, in milliseconds. */
const asked = (rule: string, {raised, end}: Run): number =>
	raised
		.filter(one => one.rule === rule && one.answers.length === 0)
		.reduce((sum, {from, to}) => sum + Math.max(1, elapsed(from, to ?? end)), 0);

/** Whether a rule still asks at the end. */
const stands = (rule: string, {raised}: Run): boolean =>
	raised.some(one => one.rule === rule && one.to === undefined && one.answers.length === 0);

/** The drill without what met one expectation: the same players, who leave that one thing out. */
const neglecting = async (scenario: Scenario, source: string, lines: readonly PlayerLine[], good: Run, id: string) => {
	const hit = good.evaluation.standing.expectations.find(one => one.id === id)?.hit;
	return run(
		scenario,
		source,
		lines.filter(({at}) => at !== hit?.at),
		true,
	);
};

const library = offered();

describe('the library', () => {
	it('has six drills from a quarter of an hour to half a day, each of which teaches rules to somebody', () => {
		expect(library).toHaveLength(6);
		expect(library[0]?.duration).toBe('15m');
		expect(library.at(-1)?.duration).toBe('4h30m');
		expect(library.filter(one => one.teaches.length === 0 || one.audience === 'anybody')).toEqual([]);
	});

	it('covers what teams must have rehearsed', () => {
		expect(library.map(one => one.name).toSorted()).toEqual([
			'insider-export',
			'lost-laptop',
			'poisoned-dependency',
			'ransomware',
			'region-outage',
			'supplier-breach',
		]);
	});
});

describe.each(library.map(one => [one.name, one.file] as const))('%s', (_, file) => {
	const source = readFileSync(file, 'utf8');
	const scenario = scenarioOf(source);
	const lines = linesFor(readFileSync(file.replace('.yaml', '.lines'), 'utf8'), scenario);

	it('is played to its end by the script beside it, and missed without one', async () => {
		const good = await run(scenario, source, lines);
		expect(good.evaluation.standing.ended).toBeDefined();
		expect(good.evaluation.objectives.map(({id, rating}) => [id, rating])).toEqual(
			scenario.objectives.map(({id}) => [id, 'P']),
		);
		const idle = await run(scenario, source, []);
		expect(idle.evaluation.objectives.filter(one => one.rating === 'P' || one.rating === 'S')).toEqual([]);
		expect(idle.evaluation.standing.contingencies.length).toBeGreaterThan(0);
	});

	it('gives every objective a key expectation, and every inject a text that somebody could say', () => {
		for (const {id} of scenario.objectives) {
			const own = scenario.injects.filter(one => one.objective === id && one.weight === 'key');
			expect(own.flatMap(one => one.expected).length, id).toBeGreaterThan(0);
		}

		for (const {text, from, means} of scenario.injects) {
			expect(from).toBeDefined();
			expect(means).toBeDefined();
			expect(text).toMatch(/[.?!”]$/u);
			expect(text.length).toBeLessThan(240);
		}
	});

	it.each(scenario.objectives.flatMap(({id, rules}) => rules.map(rule => [id, rule] as const)))(
		'really exercises, for the objective %s, the rule %s',
		async (id, rule) => {
			const good = await run(scenario, source, lines);
			expect(stands(rule, good), 'asked at the end of a good play').toBe(false);
			const own = good.evaluation.standing.expectations.filter(({inject}) => inject.objective === id);
			const times = [];
			for (const one of own) {
				times.push(asked(rule, await neglecting(scenario, source, lines, good, one.id)));
			}

			// Whoever leaves out one of the things that are expected is asked by that rule, or for longer.
			expect(Math.max(0, ...times)).toBeGreaterThan(asked(rule, good));
		},
		30_000,
	);
});
