import {describe, expect, it} from 'vitest';
import {openDrill} from '../../source/drills/desk.ts';
import {evaluate} from '../../source/drills/evaluate.ts';
import {runUnattended} from '../../source/drills/run.ts';
import {openDesk} from '../../source/desk.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {isRefusal} from '../../source/refusal.ts';
import {linesFor, phish, scenarioOf} from './phish.ts';

const scenario = scenarioOf(phish);

const good = `+2m @"Priya Shah" assign im @"Priya Shah"
+3m @priya /action disable the account of the clerk @chen by 10m
+4m @chen done A1
+22m @priya message No customer is affected audience:press
+23m @priya agree M1
+24m @priya send M1
`;

const run = async (text: string, ledger = openMemoryLedger()) => {
	const played = await runUnattended({scenario, source: phish, lines: linesFor(text, scenario)}, ledger);
	if (isRefusal(played)) {
		throw new Error(`${played.refused} ${played.mend}`);
	}

	const board = foldAll(emptyBoard(played.reference), played.entries);
	const now = played.entries.at(-1)?.recordedAt ?? '';
	return {...played, board, evaluation: evaluate(scenario, {entries: played.entries, board, now})};
};

describe('a drill that nobody watches', () => {
	it('stands in the ledger as an exercise of its own, from start to end', async () => {
		const ledger = openMemoryLedger();
		const {reference, board, entries} = await run(good, ledger);
		expect(reference).toBe('DRILL-2026-0001');
		expect(await ledger.incidents()).toEqual([reference]);
		expect(board.declaration).toMatchObject({exercise: true, title: 'Phish at a branch'});
		expect(board.exercise.injects.map(one => one.number)).toEqual([1, 2]);
		expect(board.exercise.ended).toMatchObject({at: '2026-05-12T14:00:00.000Z', reason: 'the time is up'});
		expect(entries.every(one => one.recordedAt >= scenario.start)).toBe(true);
	});

	it('gives the same bytes every time', async () => {
		expect(JSON.stringify((await run(good)).entries)).toBe(JSON.stringify((await run(good)).entries));
	});

	it('is numbered after the drills before it', async () => {
		const ledger = openMemoryLedger();
		await run(good, ledger);
		expect((await run(good, ledger)).reference).toBe('DRILL-2026-0002');
	});

	it('keeps what is hidden out of the log until it has ended', async () => {
		const {entries} = await run(good);
		expect(JSON.stringify(entries.slice(0, -1))).not.toContain('never typed it');
		expect(JSON.stringify(entries.at(-1))).toContain('never typed it');
	});

	it('releases the contingency where a key inject is missed, at its time', async () => {
		const {board, evaluation} = await run('+2m @"Priya Shah" assign im @"Priya Shah"\n');
		expect(board.exercise.injects).toMatchObject([
			{number: 1},
			{number: 2},
			{number: 3, at: '2026-05-12T13:35:00.000Z'},
		]);
		expect(evaluation.standing.contingencies).toEqual([3]);
	});

	it('leaves nothing behind where a line is refused, and names it', async () => {
		const ledger = openMemoryLedger();
		const lines = linesFor('+2m @"Priya Shah" assign im @"Priya Shah"\n+3m @priya done A9\n', scenario);
		const answer = await runUnattended({scenario, source: phish, lines}, ledger);
		expect(answer).toMatchObject({refused: expect.stringContaining('line 2 of the script') as string});
		expect(await ledger.incidents()).toEqual([]);
	});
});

/** A live incident in a ledger of its own. */
const live = async () => {
	const ledger = openMemoryLedger();
	const setting = {ledger, clock: () => '2026-05-12T13:00:00.000Z', login: 'sam', home: 'UTC'};
	const desk = await openDesk(setting);
	await desk.write('declare Database exposed severity:S2');
	return {ledger, setting, reference: desk.incident() ?? '', entries: [...desk.entries()]};
};

describe('a live incident', () => {
	it('is not written into by a drill', async () => {
		const {ledger, reference, entries} = await live();
		await run(good, ledger);
		expect(reference).toBe('INC-2026-0001');
		expect(await ledger.read(reference)).toEqual(entries);
	});

	it('cannot be opened as a drill', async () => {
		const {setting, reference} = await live();
		expect(await openDrill(setting, scenario, reference)).toMatchObject({
			refused: 'INC-2026-0001 is a live incident, not a drill.',
		});
	});

	it('cannot be declared from within a drill', async () => {
		const ledger = openMemoryLedger();
		const {reference} = await run(good, ledger);
		const setting = {ledger, clock: () => '2026-05-12T13:00:00.000Z', login: 'sam', home: 'UTC'};
		const opened = await openDrill(setting, scenario, reference);
		expect(isRefusal(opened)).toBe(false);
		if (!isRefusal(opened)) {
			expect(await opened.say('declare Another')).toMatchObject({refused: 'A drill declares no other incident.'});
		}

		expect(await ledger.incidents()).toEqual([reference]);
	});
});

describe('the evaluation', () => {
	it('rates what was done in time as performed, and leaves to the evaluator what only they can see', async () => {
		const {evaluation} = await run(good);
		expect(evaluation.objectives).toMatchObject([
			{id: 'command', proposed: 'P', rating: 'P', given: undefined},
			{id: 'words', proposed: 'P'},
		]);
		expect(evaluation.standing.expectations.map(one => [one.id, one.state])).toEqual([
			['1.1', 'met'],
			['1.2', 'met'],
			['1.3', 'unseen'],
			['2.1', 'met'],
			['3.1', 'to come'],
		]);
		expect(evaluation).toMatchObject({timeToManager: 2 * 60_000, timeToMessage: 24 * 60_000});
	});

	it('rates what came late below what came in time, and what did not come lowest', async () => {
		const late = good.replace('+22m', '+40m').replace('+23m', '+41m').replace('+24m', '+42m');
		expect((await run(late)).evaluation.objectives[1]).toMatchObject({proposed: 'S'});
		expect((await run('')).evaluation.objectives).toMatchObject([{proposed: 'U'}, {proposed: 'U'}]);
	});

	it('does not count what was struck', async () => {
		const {evaluation, entries} = await run(good);
		const sent = entries.find(one => one.event.kind === 'message-sent')?.number;
		const {evaluation: without} = await run(`${good}+25m @priya strike ${sent} because it was not sent\n`);
		expect(evaluation.standing.expectations[3]).toMatchObject({state: 'met', hit: {entry: sent}});
		expect(without.standing.expectations[3]).toMatchObject({state: 'missed'});
	});

	it('is confirmed or lowered, never raised', async () => {
		const ledger = openMemoryLedger();
		const {reference} = await run('', ledger);
		const setting = {ledger, clock: () => '2026-05-12T14:30:00.000Z', login: 'eva', home: 'UTC'};
		const desk = await openDesk(setting, reference);
		expect(await desk.write('rate words P')).toMatchObject({
			refused: expect.stringContaining('does not allow P') as string,
		});
		expect(isRefusal(await desk.write('rate words U because nobody thought of it'))).toBe(false);
	});
});

describe('five hundred injects', () => {
	it('are played in one go', async () => {
		const injects = Array.from(
			{length: 500},
			(_, index) =>
				`  - {number: ${index + 1}, at: +${index + 1}m, text: Alert ${index + 1}, expected: [action says host${index + 1} by 5m]}`,
		);
		const text = `title: Many\nobjectives: []\nstart: 2026-05-12T13:00:00.000Z\nduration: 10h\ninjects:\n${injects.join('\n')}\n`;
		const many = scenarioOf(text);
		const lines = linesFor(
			injects.map((_, index) => `+${index + 2}m @chen action look at host${index + 1}`).join('\n'),
			many,
		);
		const played = await runUnattended({scenario: many, source: text, lines}, openMemoryLedger());
		expect(isRefusal(played)).toBe(false);
		if (!isRefusal(played)) {
			const board = foldAll(emptyBoard(played.reference), played.entries);
			expect(board.exercise.injects).toHaveLength(500);
		}
	}, 60_000);
});
