import {describe, expect, it} from 'vitest';
import {beginDrill} from '../../source/drills/desk.ts';
import {type Answer, statusOf} from '../../source/evidence/answer.ts';
import {evidencePages} from '../../source/evidence/index.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {isRefusal} from '../../source/refusal.ts';
import {hour, later, minute} from '../../source/time.ts';
import {playDrill} from '../documents/after-action/played.ts';
import {phish, scenarioOf} from '../drills/phish.ts';
import {viewOf} from './story.ts';

/** A ledger with a drill that people held on a day, whatever day it is in its scenario, and what was said after it. */
const heldOn = async (held: string | undefined, lines: readonly string[] = [], endsAfter = hour, source = phish) => {
	const scenario = scenarioOf(source);
	const ledger = openMemoryLedger();
	let now = scenario.start;
	const setting = {ledger, clock: () => now, login: 'fay', home: 'UTC'};
	const drill = await beginDrill(setting, {
		scenario,
		sha256: 'ab'.repeat(32),
		start: scenario.start,
		...(held === undefined ? {} : {held}),
	});
	if (isRefusal(drill)) {
		throw new Error(drill.refused);
	}

	await drill.say('assign im @"Priya Shah"');
	for (const inject of scenario.injects.slice(0, 2)) {
		await drill.deliver(inject);
	}

	now = later(now, endsAfter);
	await drill.end('we are through', source);
	for (const line of lines) {
		const answer = await drill.desk.write(line);
		if (isRefusal(answer)) {
			throw new Error(`“${line}”: ${answer.refused}`);
		}
	}

	return {ledger};
};

const asked = (page: string, about: string, view: Awaited<ReturnType<typeof viewOf>>): Answer | undefined =>
	evidencePages
		.find(one => one.name === page)
		?.questions.find(one => one.question.includes(about))
		?.read(view);

const tested = [
	['iso-5.24-5.28', 'tested within 12 months'],
	['csf', 'ID.IM-02'],
	['secure-by-design', 'revisited'],
] as const;

const debriefed = [
	'lesson nobody led',
	'rate command U',
	'rate words U',
	'followup name a deputy @priya by tomorrow at 12:00 from:L1',
];

/** What the improvements lack after the debrief and these lines. */
const lacks = async (lines: readonly string[]) =>
	asked('csf', 'ID.IM-02', await viewOf(await heldOn('2026-06-20T09:00:00.000Z', [...debriefed, ...lines])))?.gaps.map(
		one => one.lacks,
	);

describe('a drill of the last 12 months', () => {
	it.each(tested)('answers on the %s page with its reference, its day and its ratings', async (page, about) => {
		const view = await viewOf(await heldOn('2026-06-20T09:00:00.000Z', debriefed));
		const row = asked(page, about, view)
			?.found.flatMap(one => one.rows)
			.find(([reference]) => reference === 'EXERCISE DRILL-2026-0001');
		expect(row?.[1]).toBe('2026-06-20');
		expect(row?.join(' | ')).toContain('command U; words U');
	});

	it('answers the question whether the plan was tested, when it is rated and says what it found', async () => {
		const view = await viewOf(await heldOn('2026-06-20T09:00:00.000Z', debriefed));
		const answer = asked('iso-5.24-5.28', 'tested', view);
		expect(answer && statusOf(answer)).toBe('answered');
	});

	it('leaves a gap where nobody rated it, and says the best that its evidence allows', async () => {
		const view = await viewOf(await heldOn('2026-06-20T09:00:00.000Z', ['lesson nobody led', 'rate command U']));
		const answer = asked('iso-5.24-5.28', 'tested', view);
		expect(answer?.gaps.map(one => one.lacks)).toEqual([
			'No evaluator has rated every objective of EXERCISE DRILL-2026-0001.',
		]);
		expect(answer?.found[0]?.rows[0]?.[4]).toBe('command U; words at best U, not confirmed');
	});

	it('leaves a gap where it was over before anything could be judged', async () => {
		const unseen = phish.replaceAll(/^ +- (?:observed|role im).*\n/gmu, '');
		const view = await viewOf(await heldOn('2026-06-20T09:00:00.000Z', ['lesson nobody led'], minute, unseen));
		expect(asked('iso-5.24-5.28', 'tested', view)?.gaps.map(one => one.lacks)).toEqual([
			'EXERCISE DRILL-2026-0001 was over before anything that it asks could be judged.',
		]);
	});

	it('keeps its follow-ups open on the pages until they are done', async () => {
		expect(await lacks([])).toEqual(['U1 of EXERCISE DRILL-2026-0001 is overdue: name a deputy']);
		expect(await lacks(['followed U1 Tom is named'])).toEqual([]);
	});
});

describe('what is no test of the last 12 months', () => {
	it.each(tested)('an older drill is a gap on the %s page that says when it was last tested', async (page, about) => {
		const view = await viewOf(await heldOn('2025-06-30T09:00:00.000Z'));
		expect(asked(page, about, view)?.gaps.map(one => one.lacks)).toContain(
			'No exercise was held within 12 months; last tested on 2025-06-30, by EXERCISE DRILL-2026-0001.',
		);
	});

	it.each(tested)('a drill that a script played is not counted on the %s page, and named', async (page, about) => {
		const ledger = openMemoryLedger();
		await playDrill(ledger, phish, '+2m @"Priya Shah" assign im @"Priya Shah"\n');
		const answer = asked(page, about, await viewOf({ledger}));
		expect(answer?.said).toContain(
			'Not counted, for a script played the part of the people: EXERCISE DRILL-2026-0001.',
		);
		expect(answer?.found.flatMap(one => one.rows).filter(([one]) => one?.includes('DRILL'))).toEqual([]);
		expect(answer?.gaps.map(one => one.lacks)).toContain('No exercise that people held is in the ledger.');
	});
});
