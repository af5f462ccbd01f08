import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {evaluate} from '../../source/drills/evaluate.ts';
import {offered} from '../../source/drills/library.ts';
import {runUnattended} from '../../source/drills/run.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {isRefusal} from '../../source/refusal.ts';
import {linesFor, scenarioOf} from './phish.ts';

const judged = async (source: string, script: string) => {
	const scenario = scenarioOf(source);
	const played = await runUnattended({scenario, source, lines: linesFor(script, scenario)}, openMemoryLedger());
	if (isRefusal(played)) {
		throw new Error(played.refused);
	}

	const {reference, entries} = played;
	const now = entries.at(-1)?.recordedAt ?? scenario.start;
	return {entries, evaluation: evaluate(scenario, {entries, board: foldAll(emptyBoard(reference), entries), now})};
};

describe('the library', () => {
	it('has six drills from a quarter of an hour to half a day, each of which teaches rules to somebody', () => {
		const all = offered();
		expect(all).toHaveLength(6);
		expect(all[0]?.duration).toBe('15m');
		expect(all.at(-1)?.duration).toBe('4h30m');
		expect(all.filter(one => one.teaches.length === 0 || one.audience === '')).toEqual([]);
	});

	it.each(offered().map(one => [one.name, one.file] as const))(
		'%s is played to its end by the script beside it, and missed without one',
		async (_, file) => {
			const source = readFileSync(file, 'utf8');
			const good = await judged(source, readFileSync(file.replace('.yaml', '.lines'), 'utf8'));
			expect(good.evaluation.standing.ended).toBeDefined();
			expect(good.evaluation.objectives.map(one => one.rating)).not.toContain(undefined);
			expect(good.evaluation.objectives.filter(one => one.rating !== 'P')).toEqual([]);
			const idle = await judged(source, '');
			expect(idle.evaluation.objectives.filter(one => one.rating === 'P' || one.rating === 'S')).toEqual([]);
			expect(idle.evaluation.standing.contingencies.length).toBeGreaterThan(0);
		},
	);
});
