import {generateKeyPairSync} from 'node:crypto';
import {chmod, mkdir, open, readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {publicKeyOf} from '../ledger/signing.ts';
import {type Shell, UsageError} from './shell.ts';

/** The file of the key that this machine signs with, whether or not it is there. */
export const signingKeyFile = ({world}: Pick<Shell, 'world'>): string =>
	path.join(world.env['XDG_STATE_HOME'] || path.join(world.home, '.local', 'state'), 'loggist', 'keys', 'signing.pem');

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : 'unknown trouble';

const unusable = (file: string, why: string): UsageError =>
	new UsageError(`The key ${file} cannot be used: ${why}.`, 'Nothing was signed. Mend the file, or move it away.');

/** Makes the key where there is none. Two who do so at once have one key: the second finds that of the first. */
const makeKey = async (file: string): Promise<boolean> => {
	await mkdir(path.dirname(file), {recursive: true, mode: 0o700});
	// A folder that stood there already may be open to others.
	await chmod(path.dirname(file), 0o700);
	try {
		const handle = await open(file, 'wx', 0o600);
		try {
			await handle.writeFile(generateKeyPairSync('ed25519').privateKey.export({type: 'pkcs8', format: 'pem'}));
			await handle.sync();
		} finally {
			await handle.close();
		}

		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') {
			return false;
		}

		throw error;
	}
};

/** The key in PEM, read and found to be one. Throws a UsageError where it is none, or open to others. */
const readKey = async (file: string): Promise<string> => {
	const {mode} = await stat(file);
	if ((mode & 0o077) !== 0) {
		throw unusable(file, 'others may read it (chmod 600 closes it, and what it signed may be doubted)');
	}

	const key = await readFile(file, 'utf8');
	if (publicKeyOf(key) === undefined) {
		throw unusable(file, 'it holds no Ed25519 key in PEM');
	}

	return key;
};

/**
 * The key of this machine in PEM, made where there is none, which is said.
 * @throws UsageError where it cannot be made or used.
 */
export const signingKey = async (shell: Pick<Shell, 'world' | 'notice'>): Promise<string> => {
	const file = signingKeyFile(shell);
	try {
		if (await makeKey(file)) {
			shell.notice(`${file} is made: the key that this machine signs with from now on. Keep it to yourself.`);
		}

		return await readKey(file);
	} catch (error) {
		throw error instanceof UsageError ? error : unusable(file, codeOf(error));
	}
};

/** The public half of the key of this machine in base64; undefined where there is none that can be used. Makes none. */
export const ownPublicKey = async (shell: Pick<Shell, 'world'>): Promise<string | undefined> => {
	try {
		return publicKeyOf(await readKey(signingKeyFile(shell)));
	} catch {
		return undefined;
	}
};
