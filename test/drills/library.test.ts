import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {settableClock} from '../../source/clock.ts';
import {fromExercise, fromIncident, readExercise, scenarioYaml} from '../../source/drills/convert.ts';
import {evaluate} from '../../source/drills/evaluate.ts';
import {offered} from '../../source/drills/library.ts';
import {runUnattended} from '../../source/drills/run.ts';
import {openDesk} from '../../source/desk.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {isRefusal} from '../../source/refusal.ts';
import {fixtures, linesOf} from '../../source/replay/fixtures.ts';
import {play} from '../../source/replay/play.ts';
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

describe('what was once played or lived through', () => {
	it.each(fixtures().map(one => [one.name, one] as const))(
		'%s becomes a scenario that runs from start to evaluation',
		async (_, fixture) => {
			const lines = linesOf(fixture);
			const clock = settableClock(new Date(lines[0]?.time ?? 0).toISOString());
			const desk = await openDesk({ledger: openMemoryLedger(), clock: clock.clock, login: 'drill', home: 'UTC'});
			await play(lines, {desk, clock, speed: Number.POSITIVE_INFINITY});
			const source = scenarioYaml(fromIncident(desk.entries()) ?? {});
			const {evaluation, entries} = await judged(source, '');
			expect(evaluation.standing.ended).toBeDefined();
			expect(evaluation.standing.expectations.length).toBeGreaterThan(0);
			expect(entries.filter(one => one.event.kind === 'inject-delivered').length).toBeGreaterThan(5);
		},
		60_000,
	);

	it('is confirmed by hand where an exercise expects it in free words', async () => {
		const read = readExercise(
			JSON.stringify({
				title: 'Mail',
				start: '2026-05-12T13:15:00Z',
				durationMinutes: 90,
				objectives: ['Contain at once'],
				roles: [{role: 'Technical lead', duty: 'contains'}],
				injects: [{n: 1, offsetMinutes: 5, text: 'She followed a link.', expected: ['Start a log'], unknownKey: 1}],
			}),
		);
		expect(read).toHaveProperty('exercise');
		if ('exercise' in read) {
			const source = scenarioYaml(fromExercise(read.exercise));
			const {evaluation} = await judged(source, '+6m observe 1.1 met\n');
			expect(evaluation.standing.expectations).toMatchObject([{id: '1.1', state: 'met'}]);
		}

		expect(readExercise('{"title": "x"}')).toMatchObject({wrong: expect.stringContaining('is no exercise') as string});
	});
});
