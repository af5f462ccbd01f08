import path from 'node:path';
import {defaultConfig} from './config.ts';
import {profileFolder, responsibilitiesFile, rosterFile} from './library.ts';
import {databaseOf, type ExitCode, type Shell} from './shell.ts';

/** Where half-typed lines are kept, those that were recorded from here, and one that is written in an editor. */
export const draftFolder = ({world}: Pick<Shell, 'world'>): string =>
	path.join(world.env['XDG_STATE_HOME'] || path.join(world.home, '.local', 'state'), 'loggist', 'drafts');

/** Every path that the program uses. */
export const paths = async (shell: Shell): Promise<ExitCode> => {
	const used = {
		database: databaseOf(shell),
		config: shell.flags.config ?? defaultConfig(shell.world),
		drafts: draftFolder(shell),
		profiles: profileFolder(shell),
		roster: rosterFile(shell),
		responsibilities: responsibilitiesFile(shell),
	};
	if (shell.flags.json) {
		shell.printJson(used);
	} else {
		for (const [name, where] of Object.entries(used)) {
			shell.say(`${name.padEnd(16)} ${where}`);
		}
	}

	return 0;
};
