import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {createSite, program, type Site} from '../support/console.ts';

let site: Site;
const children: ChildProcess[] = [];

beforeEach(() => {
	site = createSite();
});

afterEach(async () => {
	for (const child of children.splice(0)) {
		child.kill('SIGKILL');
	}

	await site.remove();
});

/** Somebody who listens to a drill, and types. */
const listener = (...words: readonly string[]) => {
	const child = spawn(process.execPath, [program, 'drill', ...words, '--screen-reader'], {
		env: {...process.env, LOGGIST_DB: site.db, LOGGIST_INCIDENT: '', LOGGIST_AS: '', TZ: 'UTC'},
	});
	children.push(child);
	let said = '';
	child.stdout.on('data', data => {
		said += String(data);
	});
	let noticed = '';
	child.stderr.on('data', data => {
		noticed += String(data);
	});
	return {
		hears: async (text: string): Promise<void> => {
			await vi.waitFor(() => expect(said).toContain(text), {timeout: 20_000, interval: 20});
		},
		types(line: string) {
			child.stdin.write(`${line}\n`);
		},
		leaves: async (): Promise<{readonly said: string; readonly noticed: string; readonly code: unknown}> => {
			child.stdin.write('/quit\n');
			const [code]: unknown[] = await once(child, 'close');
			return {said, noticed, code};
		},
	};
};

test('a drill is played by ear: injects are read out as they come, and its course is typed', async () => {
	const player = listener('run', 'lost-laptop');
	await player.hears('EXERCISE inject 1 from Caseworker to team by phone: I left my laptop');
	player.types('/assign im @priya');
	await player.hears('Priya Shah is Incident Manager.');
	player.types('/drill pause');
	await player.hears('EXERCISE paused.');
	player.types('/drill pause');
	await player.hears('Not done. The drill is paused already. /drill go lets it go on.');
	player.types('/drill plan');
	await player.hears('In a drill /drill takes injects, pause, go');
	player.types('/declare a real one');
	await player.hears('Not written. A drill declares no other incident.');
	player.types('/drill injects');
	await player.hears('Inject 1 at');
	const {said, noticed, code} = await player.leaves();
	expect(said.split('\n')[0]).toBe('This is an exercise.');
	// What is still to come is not for players.
	expect(said).not.toContain('Head of casework');
	expect(noticed).toContain(
		'DRILL-2026-0001 is paused. It goes on with: loggist drill run lost-laptop --incident DRILL-2026-0001 (then /drill go)',
	);
	expect(code).toBe(0);
});

test('whoever leaves a drill that is not paused is told that its clock runs on', async () => {
	const player = listener('run', 'lost-laptop');
	await player.hears('EXERCISE inject 1');
	const {noticed} = await player.leaves();
	expect(noticed).toContain('is not over, and its clock runs on: /drill pause would stop it. It goes on with:');
});

test('a drill is facilitated by ear: what is to come and what is expected are read out to nobody else', async () => {
	const player = listener('run', 'lost-laptop');
	await player.hears('EXERCISE inject 1');
	const facilitator = listener('facilitate', 'lost-laptop');
	await facilitator.hears('This is an exercise.');
	facilitator.types('/drill plan');
	await facilitator.hears('Head of casework');
	facilitator.types('/drill expected');
	await facilitator.hears('role im by 5m');
	facilitator.types('/drill release 3');
	await player.hears('EXERCISE inject 3 from Head of casework');
	facilitator.types('/drill end');
	await player.hears('EXERCISE');
	expect((await facilitator.leaves()).noticed).toBe('');
	expect((await player.leaves()).code).toBe(0);
});
