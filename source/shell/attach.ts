import {createReadStream} from 'node:fs';
import {hostname} from 'node:os';
import path from 'node:path';
import {attach as attaching} from '../duties/evidence/commands.ts';
import {type Attachment, attachmentWords, digestOf, type EvidenceItem, exhibitNamed} from '../duties/evidence/state.ts';
import type {Desk} from '../desk.ts';
import {createCount} from '../ledger/attachments.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {isRefusal} from '../refusal.ts';
import {writeTo} from './export.ts';
import {unreadableFile} from './import-folder.ts';
import {printEntriesJson, printEntry} from './print.ts';
import {
	databaseOf,
	deskOn,
	type ExitCode,
	openLedger,
	openToRead,
	requireIncident,
	type Shell,
	timeOf,
	UsageError,
} from './shell.ts';
import {spool, type Spooled, TooMuch} from './spool.ts';

/** What a ledger keeps of one attachment at most. */
export const limit = 100_000_000;

const limitWords = '100 MB';

const howTo =
	'loggist attach FILE, or COMMAND | loggist attach - --name NAME; attach X1 -o FILE gives one out, attach --list lists all.';

/** What stands behind `-`, or in the file. */
const piecesFrom = async function* ({world}: Shell, file: string): AsyncGenerator<Uint8Array> {
	if (file !== '-') {
		try {
			yield* createReadStream(file, {highWaterMark: 1_048_576}) as AsyncIterable<Uint8Array>;
		} catch (error) {
			throw unreadableFile(file, error, 'Nothing was attached.');
		}
	} else if (world.inputPieces === undefined) {
		yield await world.readInput();
	} else {
		yield* world.inputPieces();
	}
};

/** The bytes on the disk beside the ledger; the caller must close them. */
const spooled = async (shell: Shell, file: string): Promise<Spooled> => {
	try {
		return await spool(path.dirname(path.resolve(databaseOf(shell))), piecesFrom(shell, file), limit);
	} catch (error) {
		if (error instanceof TooMuch) {
			throw new UsageError(
				`${file === '-' ? 'Standard input' : file} is more than ${limitWords}, which is the most that is kept of one.`,
				'Nothing was written. Keep it where there is room, and record its digest: loggist exhibit TEXT hash:sha256:…',
			);
		}

		if (error instanceof Error && 'code' in error) {
			const code = String(error.code);
			throw new UsageError(
				`The bytes cannot be put down beside the ledger (${code === 'ENOSPC' ? 'there is no room left' : code}).`,
				'Nothing was written. Make room on the disk that holds it, or give yourself the right to write in its folder.',
			);
		}

		throw error;
	}
};

const exitCodeOf = ({flags}: Shell): number | undefined => {
	if (flags.exit === undefined) {
		return undefined;
	}

	if (!/^-?\d{1,10}$/u.test(flags.exit)) {
		throw new UsageError(`--exit: ${flags.exit} is no exit code.`, 'Give a whole number: --exit $?.');
	}

	return Number(flags.exit);
};

const nameOf = ({flags}: Shell, file: string): string => {
	const name = flags.name ?? (file === '-' ? undefined : path.basename(path.resolve(file)) || file);
	if (name === undefined || name.trim() === '') {
		throw new UsageError('What comes from standard input has no name.', 'Name it: --name dmesg.txt.');
	}

	return name;
};

/** Keeps bytes and the entry that tells of them, in one go. */
const keep = async (shell: Shell, desk: Desk, file: string): Promise<ExitCode> => {
	const {flags} = shell;
	const name = nameOf(shell, file);
	const exitCode = exitCodeOf(shell);
	requireIncident(desk);
	const {content, close} = await spooled(shell, file);
	try {
		const {sha256, size} = content;
		const kept: Attachment = {
			sha256,
			size,
			host: hostname(),
			...(flags.command === undefined ? {} : {command: flags.command}),
			...(exitCode === undefined ? {} : {exitCode}),
		};
		const answer = await desk.record(
			situation => {
				const {board, by, now} = situation;
				const occurredAt = flags.at === undefined ? now : timeOf(flags.at, '--at', situation);
				const events = attaching(board, {text: name, action: flags.action?.toUpperCase(), content: kept}, by);
				return isRefusal(events) ? events : events.map(event => ({event, occurredAt, by}));
			},
			[content],
		);
		if (isRefusal(answer)) {
			shell.trouble(answer.refused, answer.mend);
			return 1;
		}

		if (flags.json) {
			printEntriesJson(shell, answer, desk.board());
		} else {
			for (const entry of answer) {
				printEntry(shell, entry, desk.board());
			}
		}

		for (const {event, by} of answer) {
			if (event.kind === 'exhibit-taken' && event.custodian === undefined) {
				shell.notice(
					`${by} is nobody on the board: nobody keeps ${event.ref}. Name who does, custody ${event.ref} @name, and who took it, taker ${event.ref} @name; another time --as @name says both.`,
				);
			}
		}

		if (size === 0) {
			shell.notice('No bytes came: that nothing was there is what is kept.');
		}

		return 0;
	} finally {
		await close();
	}
};

type Attached = EvidenceItem & {readonly content: Attachment};

const isAttached = (item: EvidenceItem): item is Attached => item.content !== undefined;

const itemMeant = (desk: Desk, typed: string): Attached => {
	const ref = typed.toUpperCase();
	const item = exhibitNamed(desk.board().evidence, ref);
	if (item === undefined || !isAttached(item)) {
		throw new UsageError(
			item === undefined ? `There is no item of evidence ${ref} now.` : `${ref} has no bytes: ${item.text}.`,
			`loggist attach --list lists what is attached. A file of that name is written ./${typed}.`,
		);
	}

	return item;
};

/** The bytes as they are given out, compared with their digest before the file takes its name. */
const compared = async function* (
	pieces: AsyncIterable<Uint8Array>,
	{ref, content}: Attached,
): AsyncGenerator<Uint8Array> {
	const count = createCount();
	for await (const piece of pieces) {
		count.see(piece);
		yield piece;
	}

	if (count.end().sha256 !== content.sha256) {
		throw new UsageError(
			`The bytes of ${ref} are not as they were kept: their digest is another.`,
			'No file was written. Do not repair the ledger: keep it, and record who found this and when.',
		);
	}
};

/** Gives the bytes of an item out into a file that the person names. */
const giveOut = async (shell: Shell, ledger: Ledger, item: Attached, file: string): Promise<ExitCode> => {
	const pieces = await ledger.attachments.read(item.content.sha256);
	if (pieces === undefined) {
		shell.trouble(
			`The bytes of ${item.ref} (${item.text}) are not in this ledger.`,
			`It was restored from a file that holds only digests. Where the bytes are: loggist attach ${item.ref} -o FILE; then here: loggist attach ${item.ref} FILE.`,
		);
		return 1;
	}

	await writeTo(file, {bytes: compared(pieces, item)}, shell.flags.force);
	shell.notice(`${path.resolve(file)} is written: ${attachmentWords(item.content)}, ${digestOf(item.content) ?? ''}.`);
	return 0;
};

/** Puts bytes back that the log tells of and this ledger does not have. The log stays as it is. */
const putBack = async (
	shell: Shell,
	ledger: Ledger,
	item: Attached,
	incident: string,
	file: string,
): Promise<ExitCode> => {
	const {content, close} = await spooled(shell, file);
	try {
		if (content.sha256 !== item.content.sha256) {
			shell.trouble(
				`These are not the bytes of ${item.ref}: their digest is sha256:${content.sha256}.`,
				`Nothing was written. To keep them as another item: loggist attach ${file}.`,
			);
			return 1;
		}

		await ledger.append(incident, [], 'any', [content]);
		shell.notice(`The bytes of ${item.ref} (${item.text}) are in this ledger.`);
		return 0;
	} finally {
		await close();
	}
};

const list = async (shell: Shell): Promise<ExitCode> => {
	const ledger = await openToRead(shell);
	try {
		const desk = await deskOn(shell, ledger);
		requireIncident(desk);
		const items = desk.board().evidence.items.filter(isAttached);
		const found = await Promise.all(
			items.map(async item => ({item, condition: await ledger.attachments.check(item.content)})),
		);
		if (shell.flags.json) {
			shell.printJson(
				found.map(({item: {ref, text, entry, action, content}, condition}) => ({
					ref,
					name: text,
					entry,
					action: action ?? null,
					...content,
					condition,
				})),
			);
			return 0;
		}

		for (const {item, condition} of found) {
			const {ref, text, action, content} = item;
			shell.say(
				[
					`${ref} ${text}: ${attachmentWords(content)}`,
					...(action === undefined ? [] : [`for ${action}`]),
					digestOf(content),
					...(condition === 'whole' ? [] : [condition === 'missing' ? 'NOT IN THIS LEDGER' : 'DAMAGED']),
				].join(', '),
			);
		}

		return 0;
	} finally {
		await ledger.close();
	}
};

/** Keeps a file, or what a command printed, as an item of evidence; gives one out; lists them. */
export const attach = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const {flags} = shell;
	const [first, second] = args;
	if (flags.list) {
		if (first !== undefined) {
			throw new UsageError('attach --list takes no file.', howTo);
		}

		return list(shell);
	}

	if (first === undefined || args.length > 2) {
		throw new UsageError(first === undefined ? 'attach needs a file.' : 'attach takes one file.', howTo);
	}

	const isItem = /^x\d+$/iu.test(first);
	if (isItem ? (second === undefined) === (flags.output === undefined) : second !== undefined) {
		throw new UsageError(
			isItem ? `attach ${first} needs a place for its bytes.` : 'attach takes one file.',
			isItem ? `loggist attach ${first} -o FILE. A file of that name is written ./${first}.` : howTo,
		);
	}

	if (!isItem && flags.output !== undefined) {
		throw new UsageError('-o gives an item out, and none is named.', howTo);
	}

	const isReading = isItem && second === undefined;
	if (flags.readonly && !isReading) {
		throw new UsageError('attach writes, and the ledger is to be read only.', 'Leave --readonly out.');
	}

	const ledger = await (isReading ? openToRead(shell) : openLedger(shell));
	try {
		const desk = await deskOn(shell, ledger);
		if (!isItem) {
			return await keep(shell, desk, first);
		}

		const incident = requireIncident(desk);
		const item = itemMeant(desk, first);
		return await (second === undefined
			? giveOut(shell, ledger, item, flags.output ?? '')
			: putBack(shell, ledger, item, incident, second));
	} finally {
		await ledger.close();
	}
};
