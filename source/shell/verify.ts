import {createReadStream} from 'node:fs';
import {open} from 'node:fs/promises';
import {createLogReading, linesOf, NoLog} from '../data/log-file.ts';
import {attachmentsIn} from '../duties/evidence/state.ts';
import {entryOf} from '../ledger/shape.ts';
import type {Verdict} from '../ledger/ledger.ts';
import {attachmentsFound, type Found, foundJson, sayFound} from './verify-attachments.ts';
import {keptOf} from '../ledger/chain.ts';
import {createSignatureCheck, type FoundSignature, fingerprint} from '../ledger/signing.ts';
import {databaseOf, type ExitCode, hasLedger, incidentOf, openToRead, type Shell, UsageError} from './shell.ts';

/** What was found of a log, with the signatures in it. */
type Checked = Verdict & {readonly signatures: readonly FoundSignature[]};

/** A signature that does not fit is a trouble of the log, where its chain has none. */
const withSignatures = (verdict: Verdict, signatures: readonly FoundSignature[]): Checked => {
	const bad = signatures.find(one => one.wrong !== undefined);
	const trouble =
		verdict.trouble ??
		(bad === undefined
			? undefined
			: {entry: bad.entry, text: `Entry ${bad.entry} signs the log wrongly: ${bad.wrong ?? ''}.`});
	return {...verdict, ...(trouble === undefined ? {} : {trouble}), signatures};
};

/** Says what was found; 1 where anything is not as it was written. */
const report = (
	shell: Shell,
	verdicts: readonly Checked[],
	what: string,
	attached: ReadonlyMap<string, readonly Found[]> = new Map(),
): ExitCode => {
	const foundIn = (incident: string): readonly Found[] => attached.get(incident) ?? [];
	const isWhole = verdicts.every(
		({incident, trouble}) => trouble === undefined && foundIn(incident).every(one => one.condition === 'whole'),
	);
	if (shell.flags.json) {
		shell.printJson({
			ok: isWhole,
			incidents: verdicts.map(({incident, entries, lastHash, trouble, signatures}) => ({
				incident,
				ok: trouble === undefined && foundIn(incident).every(one => one.condition === 'whole'),
				entries,
				lastHash,
				trouble: trouble ?? null,
				...(foundIn(incident).length === 0 ? {} : {attachments: foundIn(incident).map(found => foundJson(found))}),
				...(signatures.length === 0
					? {}
					: {
							signatures: signatures.map(({entry, number, publicKey, wrong}) => ({
								entry,
								number,
								publicKey,
								ok: wrong === undefined,
							})),
						}),
			})),
		});
		return isWhole ? 0 : 1;
	}

	for (const {incident, entries, lastHash, trouble, signatures} of verdicts) {
		if (trouble === undefined) {
			shell.say(
				`${incident}: ${entries} ${entries === 1 ? 'entry' : 'entries'}, the chain is whole, last hash ${lastHash}`,
			);
			for (const {number, publicKey} of signatures) {
				shell.say(`${incident}: signed up to entry ${number} with the key of fingerprint ${fingerprint(publicKey)}`);
			}
		} else {
			shell.trouble(
				`${incident}: entry ${trouble.entry}: ${trouble.text}`,
				`Do not repair the ${what}: keep it, and record who found this and when.`,
			);
		}

		sayFound(shell, incident, foundIn(incident));
	}

	return isWhole ? 0 : 1;
};

const unreadable = (file: string, error: unknown): UsageError => {
	const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown trouble';
	return new UsageError(
		code === 'ENOENT'
			? `There is no file ${file}.`
			: code === 'EISDIR'
				? `${file} is a folder, not a file.`
				: `${file} cannot be read (${code}).`,
		'Name a file that loggist export wrote.',
	);
};

/** Whether the file begins as JSON does, which no document does. An empty one is for the reader of logs to refuse. */
const holdsJson = async (file: string): Promise<boolean> => {
	try {
		const handle = await open(file);
		try {
			const {buffer, bytesRead} = await handle.read({buffer: Buffer.alloc(512)});
			return /^\s*(?:\{|$)/u.test(buffer.toString('utf8', 0, bytesRead));
		} finally {
			await handle.close();
		}
	} catch (error) {
		throw unreadable(file, error);
	}
};

/** Checks the log in a file that `export jsonl` wrote, without a ledger. Holds one line of it at a time. */
const verifyFile = async (shell: Shell, file: string): Promise<ExitCode> => {
	let attached = 0;
	const signed = createSignatureCheck();
	const reading = createLogReading(row => {
		attached += attachmentsIn([entryOf(row)]).length;
		signed.see(row);
	});
	try {
		for await (const line of linesOf(createReadStream(file))) {
			reading.see(line);
		}

		const {isEndKnown, ...verdict} = reading.end();
		if (!isEndKnown) {
			shell.notice('The file does not say where it ends: entries cut off at its end would not be missed.');
		}

		if (attached > 0) {
			shell.notice(
				`It tells of ${attached} ${attached === 1 ? 'attachment' : 'attachments'} by digest; a file like this never holds the bytes.`,
			);
		}

		return report(shell, [withSignatures(verdict, signed.found())], 'file');
	} catch (error) {
		if (error instanceof NoLog) {
			throw new UsageError(`${file}: ${error.message}`, 'Name a log that loggist export jsonl wrote, or a document.');
		}

		if (error instanceof Error && 'code' in error) {
			throw unreadable(file, error);
		}

		throw error;
	}
};

const verifyLedger = async (shell: Shell): Promise<ExitCode> => {
	const {flags} = shell;
	const database = databaseOf(shell);
	if (!hasLedger(database)) {
		// A check that checked nothing must not pass.
		throw new UsageError(
			`There is no ledger at ${database}.`,
			'Name the file with --db; loggist paths tells where it is looked for.',
		);
	}

	const ledger = await openToRead(shell);
	try {
		const named = flags.incident === undefined ? undefined : await incidentOf(shell, ledger);
		const verdicts: Checked[] = [];
		const attached = new Map<string, readonly Found[]>();
		for (const incident of named === undefined ? await ledger.incidents() : [named]) {
			const verdict = await ledger.verify(incident);
			const signed = createSignatureCheck();
			// A log that is not whole is not read: what was signed in it says nothing.
			for (const entry of verdict.trouble === undefined ? await ledger.read(incident) : []) {
				signed.see(keptOf(entry));
			}

			verdicts.push(withSignatures(verdict, signed.found()));
			attached.set(incident, await attachmentsFound(ledger, incident));
		}

		return report(shell, verdicts, 'file', attached);
	} finally {
		await ledger.close();
	}
};

/**
 * Checks the whole chain of every incident, or of the one named, with the bytes attached to it, or of the log in a
 * file; of a document the hash that it names. Exit 1 names the first bad entry, and all bytes that are missing or others.
 */
export const verify = async (shell: Shell, args: readonly string[] = []): Promise<ExitCode> => {
	const [named, ...others] = args;
	if (others.length > 0) {
		throw new UsageError('verify takes one file.', 'loggist verify checks the ledger, loggist verify FILE a file.');
	}

	if (named === undefined) {
		return verifyLedger(shell);
	}

	// What is called a log is read as one: of a broken one it must be said that it is no log.
	return (await holdsJson(named)) || named.toLowerCase().endsWith('.jsonl')
		? verifyFile(shell, named)
		: (await import('./verify-document.ts')).verifyDocument(shell, named);
};
