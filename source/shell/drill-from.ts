import {writeFile} from 'node:fs/promises';
import {textOf} from './drill-file.ts';
import {type ExitCode, openToRead, type Shell, UsageError} from './shell.ts';

/** An incident of the ledger, or an exercise in a file, as a scenario. */
const converted = async (shell: Shell, from: string): Promise<object> => {
	const {fromExercise, fromIncident, readExercise} = await import('../drills/convert.ts');
	if (/^(?:INC|DRILL)-/iu.test(from)) {
		const ledger = await openToRead(shell);
		try {
			const reference = (await ledger.incidents()).find(one => one.toLowerCase() === from.toLowerCase());
			const made = reference === undefined ? undefined : fromIncident(await ledger.read(reference));
			if (made === undefined) {
				throw new UsageError(`There is no incident ${from}.`, 'loggist incidents lists them.');
			}

			return made;
		} finally {
			await ledger.close();
		}
	}

	const read = readExercise(await textOf(from));
	if ('wrong' in read) {
		throw new UsageError(`${from} ${read.wrong}.`, 'Name an exercise in JSON, or an incident: INC-2026-0001.');
	}

	return fromExercise(read.exercise);
};

/** An incident, or an exercise in a file, as a scenario. */
export const drillFrom = async (shell: Shell, named: string): Promise<ExitCode> => {
	const {scenarioYaml} = await import('../drills/convert.ts');
	const text = scenarioYaml(await converted(shell, named));
	const {output, force} = shell.flags;
	if (output === undefined || output === '-') {
		shell.world.print(text);
		return 0;
	}

	try {
		await writeFile(output, text, {flag: force ? 'w' : 'wx'});
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown trouble';
		throw new UsageError(
			code === 'EEXIST' ? `${output} is there already.` : `${output} cannot be written (${code}).`,
			code === 'EEXIST' ? 'Name another file, or write over it with --force.' : 'Name a file that can be written.',
		);
	}

	return 0;
};
