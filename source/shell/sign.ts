import {generateKeyPairSync} from 'node:crypto';
import {chmod, mkdir, open, readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {fingerprint, signHead} from '../ledger/signing.ts';
import {isRefusal, refuse} from '../refusal.ts';
import {printEntriesJson, printEntry} from './print.ts';
import {deskOn, type ExitCode, openLedger, requireIncident, type Shell, UsageError} from './shell.ts';

/** The key that this machine signs with. */
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

const keyIn = async (shell: Shell, file: string): Promise<string> => {
	try {
		if (await makeKey(file)) {
			shell.notice(`${file} is made: the key that this machine signs with from now on. Keep it to yourself.`);
		}

		const {mode} = await stat(file);
		if ((mode & 0o077) !== 0) {
			throw unusable(file, 'others may read it (chmod 600 closes it, and what it signed may be doubted)');
		}

		return await readFile(file, 'utf8');
	} catch (error) {
		throw error instanceof UsageError ? error : unusable(file, codeOf(error));
	}
};

/** Signs the log as it stands, and writes signature and public key into it. */
export const signLog = async (shell: Shell): Promise<ExitCode> => {
	const ledger = await openLedger(shell);
	try {
		const desk = await deskOn(shell, ledger);
		const incident = requireIncident(desk);
		if (shell.flags.readonly) {
			throw new UsageError('A signature is an entry, and nothing is written with --readonly.', 'Sign without it.');
		}

		const file = signingKeyFile(shell);
		const key = await keyIn(shell, file);
		try {
			signHead({incident, number: 0, hash: ''}, key);
		} catch {
			throw unusable(file, 'it holds no Ed25519 key in PEM');
		}

		const answer = await desk.record(({board, by, now}) => {
			if (board.head === undefined || board.past?.entry.event.kind === 'head-signed') {
				return refuse('The log is signed as it stands.', 'Sign again when something has been added.');
			}

			const {number, hash} = board.head;
			return [
				{occurredAt: now, by, event: {kind: 'head-signed', number, hash, ...signHead({incident, number, hash}, key)}},
			];
		});
		if (isRefusal(answer)) {
			shell.trouble(answer.refused, answer.mend);
			return 1;
		}

		if (shell.flags.json) {
			printEntriesJson(shell, answer, desk.board());
			return 0;
		}

		for (const entry of answer) {
			printEntry(shell, entry, desk.board());
			if (entry.event.kind === 'head-signed') {
				shell.say(`public key ${entry.event.publicKey}`);
				shell.say(`fingerprint ${fingerprint(entry.event.publicKey)}`);
			}
		}

		return 0;
	} finally {
		await ledger.close();
	}
};
