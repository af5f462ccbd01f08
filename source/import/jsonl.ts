import {hash as digest} from 'node:crypto';
import type {Board} from '../board.ts';
import {countLines, createLogReading, linesIn, NoLog} from '../data/log-file.ts';
import {attachmentsIn} from '../duties/evidence/state.ts';
import type {Entry} from '../entry.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {incidentManager, nameOf} from '../duties/staffing/state.ts';
import type {Kept} from '../ledger/chain.ts';
import {entryOf} from '../ledger/shape.ts';
import {isRefusal, type Refusal, refuse, unreadable} from '../refusal.ts';
import type {Imported, Material} from './index.ts';
import {commonLength, mergeRows} from './merge.ts';
import {writeImported} from './write.ts';

type Log = {readonly incident: string; readonly rows: readonly Kept[]};

/** The log in a file, its chain checked; nothing of a file with a broken one is used. */
const logIn = (bytes: Uint8Array, progress: Material['progress']): Log | Refusal => {
	const rows: Kept[] = [];
	// Reading is half of it, writing the other half.
	const whole = countLines(bytes) * 2;
	let done = 0;
	try {
		const reading = createLogReading(row => rows.push(row));
		for (const line of linesIn(bytes)) {
			reading.see(line);
			done += 1;
			progress(done, whole);
		}

		const {incident, trouble} = reading.end();
		return trouble === undefined
			? {incident, rows}
			: refuse(
					`The file is not as it was written. ${trouble.text}`,
					'Nothing was imported. Fetch it anew from where it was written, and record who found this and when.',
				);
	} catch (error) {
		if (error instanceof NoLog) {
			return unreadable(error.message, 'Nothing was imported. Name a file that loggist export jsonl wrote.');
		}

		throw error;
	}
};

/** What holds of the whole incident, and the log's order decides: the later entry counts, though it happened earlier. */
const standing = (board: Board): ReadonlyMap<string, string> => {
	const {declaration, escalation, staffing} = board;
	const manager = incidentManager(staffing);
	return new Map([
		['severity', declaration.severity],
		['phase', declaration.phase],
		['kind', declaration.incidentKind],
		['state', declaration.closedAt === undefined ? 'open' : 'closed'],
		['command tier', escalation.tier],
		['Incident Manager', manager === undefined ? 'nobody' : nameOf(staffing, manager)],
	]);
};

/** What of the whole incident is another after a merge than it was here: somebody must say which holds. */
const differences = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] =>
	[...after]
		.filter(([name, value]) => before.get(name) !== value)
		.map(
			([name, value]) =>
				`The ${name} was ${before.get(name) ?? ''} here and is ${value} now, as the merged entries say. Record it anew if that is not so.`,
		);

const count = (entries: number): string => `${entries} ${entries === 1 ? 'entry' : 'entries'}`;

/** Which bytes the entries tell of that are not here: a log in a file holds digests only. */
const bytesAway = async (ledger: Ledger, entries: readonly Entry[]): Promise<readonly string[]> => {
	const away: string[] = [];
	for (const {ref, content} of attachmentsIn(entries)) {
		if ((await ledger.attachments.check(content)) !== 'whole') {
			away.push(ref);
		}
	}

	return away.length === 0
		? []
		: [`The bytes of ${away.join(', ')} are not in the file: loggist attach ${away[0] ?? ''} FILE puts them here.`];
};

/** What is new in the file is written after the log here, in the words of the log here. */
const merge = async (
	{name, reason, ledger, deskOn, progress}: Material,
	sha256: string,
	incident: string,
	there: readonly Entry[],
): Promise<Imported | Refusal> => {
	const desk = await deskOn(incident);
	const before = standing(desk.board());
	const outcome = await writeImported(
		desk,
		{source: 'jsonl', name, sha256, reason},
		board => mergeRows(board, there),
		(done, of) => progress(of + done, of * 2),
	);
	if (isRefusal(outcome)) {
		return outcome;
	}

	const {written} = outcome;
	return {
		incident,
		written,
		notices:
			written.length === 0
				? [`${incident} holds everything that is in the file: nothing to do.`]
				: [
						`${count(written.length - 1)} of the file merged into ${incident}.`,
						...differences(before, standing(desk.board())),
						...(await bytesAway(ledger, written)),
					],
	};
};

/**
 * Takes a log over: as it is, where the ledger has nothing of the incident or the beginning of it; else what is new in
 * it is merged.
 */
export const importJsonl = async (material: Material): Promise<Imported | Refusal> => {
	const bytes = await material.bytes();
	const log = logIn(bytes, material.progress);
	if (isRefusal(log)) {
		return log;
	}

	const {incident, rows} = log;
	const here = await material.ledger.read(incident);
	const common = commonLength(here, rows);
	if (common === 0 && here.length > 0) {
		return refuse(
			`The ledger has another incident of the reference ${incident}: the two logs have no beginning in common.`,
			'Nothing was imported. Restore the file into a ledger of its own: --db PATH.',
		);
	}

	if (common === here.length && rows.length > here.length) {
		await material.ledger.restore(incident, rows.slice(common), common);
		const restored = rows.slice(common).map(row => entryOf(row));
		return {
			incident,
			written: restored,
			notices: [
				`${incident}: ${count(restored.length)} ${common === 0 ? 'restored' : 'added'} as ${restored.length === 1 ? 'it is' : 'they are'}.`,
				...(await bytesAway(material.ledger, restored)),
			],
		};
	}

	return merge(
		material,
		digest('sha256', bytes),
		incident,
		rows.map(row => entryOf(row)),
	);
};
