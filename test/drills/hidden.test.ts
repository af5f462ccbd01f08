import {describe, expect, it} from 'vitest';
import {beginDrill} from '../../source/drills/desk.ts';
import {boardJson} from '../../source/documents/board-json.ts';
import {formats} from '../../source/documents/index.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {promptsOf} from '../../source/propose.ts';
import {isRefusal} from '../../source/refusal.ts';
import {later, minute} from '../../source/time.ts';
import {phish, scenarioOf} from './phish.ts';

const scenario = scenarioOf(phish);
const {start} = scenario;

/** A drill whose first inject has come, and that goes on; `held` is when people sit down to it. */
const running = async () => {
	const setting = {ledger: openMemoryLedger(), clock: () => later(start, minute), login: 'fay', home: 'UTC'};
	const held = '2026-11-20T09:00:00.000Z';
	const drill = await beginDrill(setting, {scenario, sha256: 'ab'.repeat(32), start, held});
	if (isRefusal(drill)) {
		throw new Error(drill.refused);
	}

	const [first] = scenario.injects;
	if (first !== undefined) {
		await drill.deliver(first);
	}

	return drill;
};

const hidden = ['never typed it', 'Are customers affected', 'asked when it was', 'says disable', 'Managing director'];

describe('a drill that goes on', () => {
	it('says as data what its players were told, and nothing of what is to come', async () => {
		const {desk} = await running();
		const board = boardJson(desk.board(), later(start, minute));
		expect(board).toMatchObject({
			incident: {exercise: true},
			drill: {
				title: 'Phish at a branch',
				held: '2026-11-20T09:00:00.000Z',
				ended: null,
				injects: [{inject: 1, from: 'Billing clerk', to: 'analyst', means: 'phone'}],
				ratings: [],
			},
		});
		for (const words of hidden) {
			expect(JSON.stringify(board)).not.toContain(words);
		}
	});

	it('tells it in no document either', async () => {
		const {desk} = await running();
		const [board, entries, now] = [desk.board(), desk.entries(), later(start, minute)];
		for (const format of formats) {
			const text = await format.write({board, entries, now, prompts: promptsOf({board, now}), version: '0.0.0'});
			expect([format.name, hidden.filter(words => text.includes(words))]).toEqual([format.name, []]);
		}
	});

	it('says its ratings when it has ended', async () => {
		const drill = await running();
		await drill.end('we are through', phish);
		await drill.desk.write('rate command U because nobody led');
		expect(boardJson(drill.desk.board(), later(start, minute))).toMatchObject({
			drill: {endedBecause: 'we are through', ratings: [{objective: 'command', rating: 'U', reason: 'nobody led'}]},
		});
	});
});
