import type {Desk, Said} from '../desk.ts';
import type {Entry} from '../entry.ts';
import {LedgerTrouble} from '../ledger/ledger.ts';
import {fingerprint, signHead} from '../ledger/signing.ts';
import type {Situation} from '../propose.ts';
import {isRefusal, type Refusal, refuse} from '../refusal.ts';
import {printEntriesJson, printEntry} from './print.ts';
import {deskOn, type ExitCode, openLedger, requireIncident, type Shell, UsageError} from './shell.ts';
import {signingKey} from './signing-key.ts';

const signed =
	(key: string) =>
	({board: {head, incident, past}, by, now}: Situation): readonly Said[] | Refusal => {
		if (head === undefined || past?.entry.event.kind === 'head-signed') {
			return refuse('The log is signed as it stands.', 'Sign again when something has been added.');
		}

		const {number, hash} = head;
		return [
			{occurredAt: now, by, event: {kind: 'head-signed', number, hash, ...signHead({incident, number, hash}, key)}},
		];
	};

/**
 * Signs the log of a desk as it stands with the key of this machine. Gives the entry written, or the refusal.
 * @throws UsageError where the key cannot be made or used; nothing is then written.
 */
export const signDesk = async (
	desk: Desk,
	shell: Pick<Shell, 'world' | 'notice'>,
): Promise<readonly Entry[] | Refusal> => {
	const trouble = (await desk.verify())?.trouble;
	return trouble === undefined
		? desk.record(signed(await signingKey(shell)))
		: refuse(
				`The log is not as it was written, and is not signed. ${trouble.text}`,
				'Keep the ledger as it is, and record who found this and when.',
			);
};

/** Signs a log that was closed; what hinders that is told, and the log stays as it is. Gives the entry, if there is one. */
export const signClosed = async (
	desk: Desk,
	shell: Pick<Shell, 'world' | 'notice' | 'trouble'>,
): Promise<readonly Entry[]> => {
	const hindered = (what: string): readonly Entry[] => {
		// How to mend it comes first: where there is room for a line only, that must be seen.
		shell.trouble(
			`Closed, but not signed: loggist sign --incident ${desk.board().incident} does it once this is mended.`,
			what,
		);
		return [];
	};

	try {
		const answer = await signDesk(desk, shell);
		return isRefusal(answer) ? hindered(answer.refused) : answer;
	} catch (error) {
		if (error instanceof UsageError || error instanceof LedgerTrouble) {
			return hindered(error.message);
		}

		throw error;
	}
};

/** Signs the log as it stands, and writes signature and public key into it. */
export const signLog = async (shell: Shell): Promise<ExitCode> => {
	const ledger = await openLedger(shell);
	try {
		const desk = await deskOn(shell, ledger);
		requireIncident(desk);
		if (shell.flags.readonly) {
			throw new UsageError('A signature is an entry, and nothing is written with --readonly.', 'Sign without it.');
		}

		const answer = await signDesk(desk, shell);
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
