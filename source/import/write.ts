import type {Board} from '../board.ts';
import {importedIds} from '../duties/record/state.ts';
import type {Desk, Said} from '../desk.ts';
import type {Situation} from '../propose.ts';
import type {BoardEvent, Draft, Entry} from '../entry.ts';
import {fold} from '../fold.ts';
import {draftTrouble} from '../ledger/shape.ts';
import {isRefusal, type Refusal, refuse} from '../refusal.ts';
import type {Instant} from '../time.ts';

/** Where entries come from: kept with them in the log. */
export type Provenance = {
	/** The format's name: `slack`. */
	readonly source: string;
	/** The file's name, without its folder. */
	readonly name: string;
	/** SHA-256 in hex of what was read. */
	readonly sha256: string;
	/** Why they were not written when it happened. */
	readonly reason: string;
};

/** One thing that a file tells. */
export type ImportRow = {
	/** Where it stands, for a refusal: `line 12`. */
	readonly where: string;
	/** What it is called there, where it has a name of its own: it is then never imported twice. */
	readonly id?: string | undefined;
	readonly occurredAt: Instant;
	/** A person's handle, or a name that is nobody's handle. */
	readonly by: string;
	/** What it says on the board as it stands when its turn comes, after the rows before it. */
	readonly decide: (board: Board) => readonly BoardEvent[] | Refusal;
};

/** What an import wrote: the entry that tells of it, then those imported. */
export type Written = {
	readonly written: readonly Entry[];
	/** Rows that were there already, by their ids. */
	readonly known: number;
};

/** What a file tells of one incident. */
export type Batch = {
	readonly rows: readonly ImportRow[];
	/** Refs and handles that had to become others, since they were given here already. */
	readonly renamed?: readonly {readonly was: string; readonly is: string}[];
};

/** A draft on the board before it has been written: the numbers run on, the hashes are none yet. */
const foldDraft = (board: Board, draft: Draft): Board =>
	fold(board, {
		...draft,
		incident: board.incident,
		number: (board.head?.number ?? 0) + 1,
		previousHash: board.head?.hash ?? '',
		hash: board.head?.hash ?? '',
	});

const misplaced = (where: string, {refused, mend}: Refusal): Refusal =>
	refuse(`${where}: ${refused}`, `Nothing was written. ${mend}`);

/** What is wrong with a row whatever it says; undefined when nothing is. */
const troubleWith = ({where, occurredAt}: ImportRow, now: Instant): Refusal | undefined =>
	occurredAt > now
		? refuse(
				`${where}: It happened at ${occurredAt}, which is yet to come.`,
				'Nothing was written. Check the time and its zone, or import it again after then.',
			)
		: undefined;

/** Tells whoever watches how far it is. */
type Progress = (done: number, of: number) => void;

/** The rows as what is to be written, each decided after the ones before it; the header that tells of them first. */
const saidBy = (
	{board: before, now, by}: {readonly board: Board; readonly now: Instant; readonly by: string},
	provenance: Provenance,
	{rows, renamed = []}: Batch,
	progress: Progress,
): readonly Said[] | Refusal => {
	const from = (before.head?.number ?? 0) + 2;
	const stamp = {recordedAt: now, recordedBy: by};
	const header = (to: number, ids: readonly string[]): Said => ({
		event: {
			kind: 'entries-imported',
			...provenance,
			from,
			to,
			...(ids.some(id => id !== '') ? {ids: [...ids]} : {}),
			...(renamed.length > 0 ? {renamed: [...renamed]} : {}),
		},
		occurredAt: now,
		by,
	});
	// How many there will be is known in the end; until then all that follow count as imported.
	let board = foldDraft(before, {...header(Number.MAX_SAFE_INTEGER, []), ...stamp});
	const said: Said[] = [];
	const ids: string[] = [];
	for (const [index, row] of rows.entries()) {
		progress(index, rows.length);
		const trouble = troubleWith(row, now);
		if (trouble !== undefined) {
			return trouble;
		}

		const events = row.decide(board);
		if (isRefusal(events)) {
			return misplaced(row.where, events);
		}

		for (const event of events) {
			const draft = {event, occurredAt: row.occurredAt, by: row.by, ...stamp};
			const unfit = draftTrouble(draft);
			if (unfit !== undefined) {
				return refuse(
					`${row.where}: It cannot be kept: ${unfit}.`,
					'Nothing was written. Mend what stands there, then try again.',
				);
			}

			board = foldDraft(board, draft);
			said.push({event, occurredAt: row.occurredAt, by: row.by});
			ids.push(row.id ?? '');
		}
	}

	return said.length === 0 ? [] : [header(from + said.length - 1, ids), ...said];
};

/**
 * Writes what a file tells into the incident of a desk: all of it or nothing. One entry tells where it comes from and
 * why so late; the others follow it, keep when they happened and who said them, and are recorded now. Rows whose ids
 * were imported from the same source before are left out. `read` is asked anew when another has written meanwhile.
 */
export const writeImported = async (
	desk: Desk,
	provenance: Provenance,
	read: (board: Board, situation: Situation) => Batch | Refusal,
	progress: Progress = () => undefined,
): Promise<Written | Refusal> => {
	let known = 0;
	const written = await desk.record(situation => {
		const batch = read(situation.board, situation);
		if (isRefusal(batch)) {
			return batch;
		}

		const ids = importedIds(situation.board.record, provenance.source);
		const fresh = batch.rows.filter(({id}) => id === undefined || id === '' || !ids.has(id));
		known = batch.rows.length - fresh.length;
		return saidBy(situation, provenance, {...batch, rows: fresh}, progress);
	});
	return isRefusal(written) ? written : {written, known};
};
