import {deliver} from './deliver.ts';
import type {ExitCode, Shell} from './shell.ts';

/** A scenario to begin with, with a word on every field: to the file that is named, or to standard output. */
export const newDrill = async (shell: Shell, file: string | undefined): Promise<ExitCode> => {
	const {beginning} = await import('../drills/library.ts');
	await deliver({...shell, flags: {...shell.flags, output: file ?? shell.flags.output}}, beginning());
	if (file !== undefined) {
		shell.notice(`Write it over, then: loggist drill check ${file}`);
	}

	return 0;
};

/** The JSON Schema of a scenario file, for editors that check and complete by one. */
export const drillSchema = async (shell: Shell): Promise<ExitCode> => {
	const {schemaText} = await import('../drills/library.ts');
	await deliver(shell, schemaText());
	return 0;
};
