import {describe, expect, test} from 'vitest';
import {proposeAll} from '../source/propose-all.ts';
import {playLines} from './support/incident.ts';

const line = (text: string) => ({line: text, literal: {}});

describe('several lines decided together', () => {
	test('are each decided on what those before it leave', async () => {
		const play = await playLines([['09:00', 'sam', 'declare x']]);
		const drafts = proposeAll(
			['action one', 'action two', 'ack A2', 'strike 3 because twice', 'note over'].map(line),
			play.desk.situation(),
		);
		expect(drafts).toMatchObject([
			{event: {kind: 'action-opened', ref: 'A1'}, by: 'sam'},
			{event: {kind: 'action-opened', ref: 'A2'}},
			{event: {kind: 'action-acknowledged', ref: 'A2'}},
			{event: {kind: 'entry-struck', entry: 3}},
			{event: {kind: 'note-made'}},
		]);
		expect(play.entries()).toHaveLength(1);
	});

	test('write what each would have written alone', async () => {
		const lines = [
			'assign im @"Priya Shah"',
			'action ring the bank @priya by 20m',
			'done A1 rung result:success',
			'note x',
		];
		const alone = await playLines([['09:00', 'sam', 'declare x'], ...lines.map(one => ['09:05', 'sam', one] as const)]);
		const together = (await playLines([['09:00', 'sam', 'declare x']])).at('09:05');
		await together.desk.writeAll(lines.map(line));
		expect(together.entries()).toEqual(alone.entries());
		expect(together.board()).toEqual(alone.board());
	});

	test('give the first that is refused, with its place', async () => {
		const play = await playLines([['09:00', 'sam', 'declare x']]);
		expect(proposeAll(['note a', 'ack A1', 'frobnicate'].map(line), play.desk.situation())).toMatchObject({
			index: 1,
		});
	});

	test('open no incident, and need one', async () => {
		const play = await playLines();
		expect(proposeAll([line('declare x')], play.desk.situation())).toMatchObject({
			index: 0,
			refused: 'declare opens another incident.',
		});
		expect(await play.desk.writeAll([line('note x')])).toMatchObject({refused: 'There is no incident yet.'});
		expect(await play.desk.writeAll([])).toEqual([]);
	});
});
