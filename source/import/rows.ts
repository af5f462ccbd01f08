import {hash as digest} from 'node:crypto';
import type {Board} from '../board.ts';
import {personNamed, type Staffing} from '../duties/staffing/state.ts';
import {isCalled} from '../language/people.ts';
import type {Situation} from '../propose.ts';
import {isRefusal, type Refusal, unreadable} from '../refusal.ts';
import type {Choice, Imported, Material} from './index.ts';
import {type Batch, type ImportRow, writeImported} from './write.ts';

/** A file's text does not follow its format: said with the place, and nothing was written. */
export const notSo = (where: string, what: string, mend: string): Refusal =>
	unreadable(`${where}: ${what}`, `Nothing was written. ${mend}`);

/** Who spoke: the one person on the board who is called exactly so, else the name as it stands there. */
export const voiceOf = (staffing: Staffing, named: string): string => {
	const name = named.trim().replace(/^@/u, '');
	const byHandle = personNamed(staffing, name.toLowerCase());
	const meant = byHandle === undefined ? staffing.people.filter(one => isCalled(one, name)) : [byHandle];
	const [only] = meant;
	// A handle is one person's; a name may be that of two, and is then nobody's.
	return only !== undefined && meant.length === 1 ? only.handle : name;
};

/** A note as it stands there. */
export const noteOf =
	(text: string): ImportRow['decide'] =>
	() => [{kind: 'note-made', text}];

/** A row, and everything it says as it stands there. Who is on the board by now must not change it. */
export type WordedRow = ImportRow & {readonly words: string};

/**
 * Names for rows that have none where they come from: the same words of the same moment have the same name in every
 * import, so that a table which has grown is imported again without its beginning.
 */
export const namedByWords = (rows: readonly WordedRow[]): readonly ImportRow[] => {
	const counts = new Map<string, number>();
	return rows.map(({words, ...row}) => {
		const name = digest('sha256', JSON.stringify([row.occurredAt, words])).slice(0, 24);
		const count = (counts.get(name) ?? 0) + 1;
		counts.set(name, count);
		return {...row, id: row.id ?? (count === 1 ? name : `${name}-${count}`)};
	});
};

const within =
	({since, until}: Pick<Choice, 'since' | 'until'>) =>
	({occurredAt}: ImportRow): boolean =>
		(since === undefined || occurredAt >= since) && (until === undefined || occurredAt <= until);

/** What a format makes of what it read. */
export type Told = Batch & {
	/** What is to be said of it, a sentence each. */
	readonly notices?: readonly string[];
};

/** `3 entries`. */
export const entriesCounted = (count: number): string => `${count} ${count === 1 ? 'entry' : 'entries'}`;

/** Writes what a format read, within the times that are meant, and says what came of it. */
export const importRows = async (
	{name, reason, deskOn, choice, progress}: Material,
	source: string,
	sha256: string,
	read: (board: Board, situation: Situation) => Told | Refusal,
): Promise<Imported | Refusal> => {
	const desk = await deskOn();
	let notices: readonly string[] = [];
	let left = 0;
	let found = 0;
	const outcome = await writeImported(
		desk,
		{source, name, sha256, reason},
		(board, situation) => {
			const told = read(board, situation);
			if (isRefusal(told)) {
				return told;
			}

			const rows = told.rows.filter(within(choice(situation)));
			notices = told.notices ?? [];
			left = told.rows.length - rows.length;
			found = rows.length;
			return {...told, rows};
		},
		progress,
	);
	if (isRefusal(outcome)) {
		return outcome;
	}

	const incident = desk.incident() ?? '';
	const {written, known} = outcome;
	return {
		incident,
		written,
		notices: [
			written.length > 0
				? `${entriesCounted(written.length - 1)} imported from ${name} into ${incident}.`
				: found > 0
					? `Everything that is meant of ${name} is in ${incident} already: nothing to do.`
					: `There is nothing in ${name} to import.`,
			...(known > 0 && written.length > 0 ? [`${known} were imported before and left alone.`] : []),
			...(left > 0 ? [`${left} lie outside the times that were asked for.`] : []),
			...notices,
		],
	};
};
