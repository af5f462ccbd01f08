import {accessSync, constants, statfsSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {defineConfig} from 'vitest/config';

// What they set before Ink is loaded would reach every test that comes after them.
const alone = ['test/looks/**/*.test.{ts,tsx}'];

/**
 * Where the tests put their folders: in memory where that has room. They commit thirty thousand times, and a busy disk takes
 * a twentieth of a second for each.
 */
const folder = (): string => {
	const memory = '/dev/shm';
	const room = 2 ** 31;
	try {
		accessSync(memory, constants.W_OK);
		const {bavail, bsize} = statfsSync(memory);
		return bavail * bsize >= room ? memory : tmpdir();
	} catch {
		return tmpdir();
	}
};

export default defineConfig({
	root: path.join(import.meta.dirname, '..'),
	test: {
		environment: 'node',
		// Many tests wait for a terminal or another process: one more worker than there are cores keeps the cores busy.
		maxWorkers: availableParallelism() + 1,
		// Real terminals and real files: give a busy machine its time.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		// Ink paints nothing until exit where these exist.
		env: {CI: '', NO_COLOR: '', TZ: 'UTC', TMPDIR: process.env['TMPDIR'] ?? folder()},
		reporters: ['default'],
		projects: [
			{extends: true, test: {name: 'alone', include: alone, isolate: true}},
			// The state of a module is a memory that forgets nothing it should not: the files of a worker share theirs.
			{extends: true, test: {name: 'together', include: ['test/**/*.test.{ts,tsx}'], exclude: alone, isolate: false}},
		],
	},
});
