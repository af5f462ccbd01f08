import {existsSync} from 'node:fs';
import path from 'node:path';
import {fingerprint} from '../ledger/signing.ts';
import {defaultConfig} from './config.ts';
import {profileFolder, responsibilitiesFile, rosterFile} from './library.ts';
import {ownPublicKey, signingKeyFile} from './signing-key.ts';
import {databaseOf, type ExitCode, type Shell} from './shell.ts';

/** Where half-typed lines are kept, those that were recorded from here, and one that is written in an editor. */
export const draftFolder = ({world}: Pick<Shell, 'world'>): string =>
	path.join(world.env['XDG_STATE_HOME'] || path.join(world.home, '.local', 'state'), 'loggist', 'drafts');

const noKey = (shell: Shell): string =>
	existsSync(signingKeyFile(shell))
		? 'the key cannot be used; loggist sign says why'
		: 'there is no key yet; it is made when a log is first signed';

/** Every path that the program uses, and the fingerprint of the key that this machine signs with. */
export const paths = async (shell: Shell): Promise<ExitCode> => {
	const publicKey = await ownPublicKey(shell);
	const used = {
		database: databaseOf(shell),
		config: shell.flags.config ?? defaultConfig(shell.world),
		drafts: draftFolder(shell),
		profiles: profileFolder(shell),
		roster: rosterFile(shell),
		responsibilities: responsibilitiesFile(shell),
		key: signingKeyFile(shell),
	};
	if (shell.flags.json) {
		shell.printJson({...used, fingerprint: publicKey === undefined ? null : fingerprint(publicKey)});
	} else {
		for (const [name, where] of Object.entries(used)) {
			shell.say(`${name.padEnd(16)} ${where}`);
		}

		shell.say(`${'fingerprint'.padEnd(16)} ${publicKey === undefined ? noKey(shell) : fingerprint(publicKey)}`);
	}

	return 0;
};
