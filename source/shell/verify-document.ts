import {createReadStream} from 'node:fs';
import {createInterface} from 'node:readline';
import {type Claim, createClaimReading} from '../documents/claims.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {keptOf} from '../ledger/chain.ts';
import {createSignatureCheck, fingerprint} from '../ledger/signing.ts';
import {databaseOf, type ExitCode, hasLedger, openToRead, type Shell, UsageError} from './shell.ts';

/** What the ledger says of a claim. */
type Answer = {
	readonly claim: Claim;
	/** Why the claim does not hold; undefined where it does. */
	readonly trouble: string | undefined;
	/** How many entries were added since. */
	readonly added: number;
	/** Whether a signature by the key that the document names stands in the log, and fits. */
	readonly isSigned: boolean;
};

const asked = async (ledger: Ledger, claim: Claim): Promise<Answer> => {
	const {incident, number, hash} = claim;
	const wrong = (trouble: string): Answer => ({claim, trouble, added: 0, isSigned: false});
	if (!(await ledger.incidents()).includes(incident)) {
		return wrong(`The ledger has no incident ${incident}.`);
	}

	const {trouble} = await ledger.verify(incident);
	if (trouble !== undefined) {
		return wrong(`Entry ${trouble.entry} of the ledger's own log: ${trouble.text}`);
	}

	const entries = await ledger.read(incident);
	const found = entries.find(one => one.number === number);
	if (found === undefined) {
		return wrong(
			`The document was made up to entry ${number}; the ledger's log ends at ${entries.at(-1)?.number ?? 0}.`,
		);
	}

	if (found.hash !== hash) {
		return wrong(
			`The ledger has another hash at entry ${number}: ${found.hash}. One of the two logs is not the other.`,
		);
	}

	const check = createSignatureCheck();
	for (const entry of entries) {
		check.see(keptOf(entry));
	}

	const isSigned = check
		.found()
		.some(one => one.wrong === undefined && one.entry <= number && fingerprint(one.publicKey) === claim.fingerprint);
	return claim.fingerprint !== undefined && !isSigned
		? wrong('The document names a signature that the log does not have.')
		: {claim, trouble: undefined, added: (entries.at(-1)?.number ?? number) - number, isSigned};
};

const say = (shell: Shell, {claim, trouble, added, isSigned}: Answer): void => {
	const {incident, number, fingerprint: key} = claim;
	if (trouble !== undefined) {
		shell.trouble(`${incident}: ${trouble}`, 'Keep both as they are, and record who found this and when.');
		return;
	}

	const since =
		added === 0 ? 'nothing was added since' : `${added} ${added === 1 ? 'entry was' : 'entries were'} added since`;
	shell.say(
		`${incident}: the ledger has the hash that the document names, at entry ${number}; the chain is whole; ${since}`,
	);
	shell.say(isSigned ? `${incident}: signed with the key of fingerprint ${key ?? ''}` : `${incident}: not signed`);
};

const claimsIn = async (file: string): Promise<readonly Claim[]> => {
	const reading = createClaimReading();
	for await (const text of createInterface({input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY})) {
		reading.see(text);
	}

	return reading.claims();
};

/**
 * Looks up in the ledger the hash that a document names. What the document tells is not compared; that it was made from
 * this log is all that a hash can say.
 */
export const verifyDocument = async (shell: Shell, file: string): Promise<ExitCode> => {
	const claims = await claimsIn(file);
	if (claims.length === 0) {
		throw new UsageError(
			`${file} names no log that it was made from: there is nothing to check.`,
			'Documents name it in their last line; tables, calendars and timelines do not. Share the log itself: loggist export jsonl.',
		);
	}

	const database = databaseOf(shell);
	if (!hasLedger(database)) {
		const said = claims.map(({incident, number, hash}) => `${incident} up to entry ${number}, hash ${hash}`).join('; ');
		throw new UsageError(
			`${file} was made from ${said}; there is no ledger at ${database} to look that up in.`,
			'Name it with --db, or check on the machine that keeps the ledger.',
		);
	}

	const ledger = await openToRead(shell);
	try {
		const answers: Answer[] = [];
		for (const claim of claims) {
			answers.push(await asked(ledger, claim));
		}

		const isHeld = answers.every(one => one.trouble === undefined);
		if (shell.flags.json) {
			shell.printJson({
				ok: isHeld,
				incidents: answers.map(({claim: {incident, number, hash, fingerprint: key}, trouble, added, isSigned}) => ({
					incident,
					ok: trouble === undefined,
					number,
					hash,
					fingerprint: key ?? null,
					signed: isSigned,
					added,
					trouble: trouble ?? null,
				})),
			});
			return isHeld ? 0 : 1;
		}

		for (const one of answers) {
			say(shell, one);
		}

		if (isHeld) {
			shell.notice('This says which log the document was made from; its text was not compared with that log.');
		}

		return isHeld ? 0 : 1;
	} finally {
		await ledger.close();
	}
};
