import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import type {Scenario} from '../drills/scenario.ts';
import {libraryOf} from './library.ts';
import {type Shell, UsageError, utf8} from './shell.ts';

/** The text of a file that a call names; what cannot be read is said as wrong use. */
export const textOf = async (file: string): Promise<string> => {
	try {
		return utf8(await readFile(file), file);
	} catch (error) {
		if (error instanceof UsageError) {
			throw error;
		}

		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown trouble';
		throw new UsageError(
			code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${code}).`,
			'Name a scenario file, or one that loggist drill list names.',
		);
	}
};

/** A file, or the name of a scenario that ships with the program. */
const fileNamed = async (named: string): Promise<string> =>
	/[./\\]/u.test(named)
		? named
		: ((await import('../drills/library.ts')).offered().find(one => one.name === named)?.file ?? named);

/** The lines of the players that lie beside a scenario file: `lost-laptop.yaml`, `lost-laptop.lines`. */
const besideOf = (file: string): string => file.replace(/\.ya?ml$/iu, '').concat('.lines');

/**
 * The file of the players' lines: the one that is named, those of a scenario that ships with the program, or where none
 * is named those beside the scenario.
 */
export const linesFor = async (scenario: string, named: string | undefined): Promise<string> => {
	if (named !== undefined && named !== '') {
		const file = await fileNamed(named);
		return file === named ? named : besideOf(file);
	}

	const file = besideOf(await fileNamed(scenario));
	if (!existsSync(file)) {
		throw new UsageError(
			`The lines of its players are not there: ${file}.`,
			'Name them: loggist drill run FILE --script LINES --speed max',
		);
	}

	return file;
};

/** A scenario and the text it was read from. */
export type Opened = {readonly scenario: Scenario; readonly source: string};

/** A scenario that is right; else every trouble is said, and undefined. */
export const scenarioIn = async (shell: Shell, named: string): Promise<Opened | undefined> => {
	const file = await fileNamed(named);
	const source = await textOf(file);
	const [{readScenario}, {troubleText}] = await Promise.all([import('../drills/read.ts'), import('../files/yaml.ts')]);
	const read = readScenario(source, await libraryOf(shell));
	if ('troubles' in read) {
		for (const trouble of read.troubles) {
			shell.trouble(troubleText(file, trouble), '');
		}

		shell.notice('Nothing was started. loggist drill new prints a scenario that shows the form.');
		return undefined;
	}

	return {scenario: read.scenario, source};
};
