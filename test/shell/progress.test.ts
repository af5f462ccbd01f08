import {describe, expect, it} from 'vitest';
import {createProgress} from '../../source/shell/progress.ts';
import {createShell, type World} from '../../source/shell/shell.ts';
import {readArguments} from '../../source/shell/arguments.ts';

const shellOf = (isWatched: boolean, ...argv: readonly string[]) => {
	const said: string[] = [];
	const world: World = {
		env: {},
		readInput: async () => new Uint8Array(),
		print: () => undefined,
		complain: text => said.push(text),
		isTerminal: isWatched,
		isWatched,
		columns: 80,
		login: 'sam',
		home: '/nowhere',
		zone: 'UTC',
		version: '0',
	};
	return {said, shell: createShell(world, readArguments(argv).flags)};
};

const work = (progress: ReturnType<typeof createProgress>, of = 1000) => {
	for (let done = 0; done <= of; done++) {
		progress.show(done, of);
	}

	progress.end();
};

describe('progress', () => {
	it('stands on one line of a terminal, is said once a percent, and is taken away', () => {
		const {said, shell} = shellOf(true);
		work(createProgress(shell, 'export markdown'));
		expect(said).toHaveLength(103);
		expect(said[50]).toBe('\rexport markdown [############............]  50 %');
		expect(said.join('')).not.toContain('\n');
		expect(said.slice(-2)).toEqual([`\r${' '.repeat((said[50]?.length ?? 0) - 1)}`, '\r']);
	});

	it('is not said of what is over at once', () => {
		const {said, shell} = shellOf(true);
		work(createProgress(shell, 'export markdown'), 999);
		expect(said).toEqual([]);
	});

	it('is not said where nobody watches, or where a program reads', () => {
		for (const {said, shell} of [shellOf(false), shellOf(true, '--json')]) {
			work(createProgress(shell, 'x'));
			expect(said).toEqual([]);
		}
	});
});
