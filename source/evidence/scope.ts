import {emptyBoard, foldAll} from '../fold.ts';
import type {Entry} from '../entry.ts';
import type {Instant} from '../time.ts';
import {type EvidenceView, type IncidentFile, isExercise} from './view.ts';

/** One incident as the ledger gives it: every entry, and what the check of its chain found. */
export type LedgerFile = {
	readonly incident: string;
	readonly entries: readonly Entry[];
	readonly trouble: string | undefined;
};

/** What is asked for: one incident by its name, or a period; both ends may be open. */
export type Wanted = {
	readonly named: string | undefined;
	readonly since: Instant | undefined;
	readonly until: Instant | undefined;
};

const upTo = ({incident, entries, trouble}: LedgerFile, until: Instant | undefined): IncidentFile => {
	const read = until === undefined ? entries : entries.filter(one => one.recordedAt <= until);
	return {board: foldAll(emptyBoard(incident), read), entries: read, trouble};
};

/** Why an incident is not among those read; undefined where it is. */
const whyNot = ({board, entries}: IncidentFile, {named, since}: Wanted): string | undefined => {
	if (named !== undefined) {
		return board.incident === named ? undefined : `only ${named} was asked for`;
	}

	if (entries.length === 0) {
		return 'nothing was recorded of it by the end of the period';
	}

	return since !== undefined && entries.every(one => one.occurredAt < since && one.recordedAt < since)
		? 'it ended before the period began'
		: undefined;
};

/** Cuts out of a whole ledger what a page is made from, and keeps account of what was left out. Pure. */
export const scoped = (
	ledger: readonly LedgerFile[],
	wanted: Wanted,
): Pick<EvidenceView, 'incidents' | 'exercises' | 'scope'> => {
	const files = ledger.map(one => ({file: upTo(one, wanted.until), all: one.entries.length}));
	const read = files.filter(({file}) => whyNot(file, wanted) === undefined);
	return {
		incidents: read.map(one => one.file),
		exercises: files.map(one => one.file).filter(file => file.entries.length > 0 && isExercise(file)),
		scope: {
			...wanted,
			known: ledger.length,
			leftOut: files.flatMap(({file}) => {
				const why = whyNot(file, wanted);
				return why === undefined ? [] : [{incident: file.board.incident, why}];
			}),
			laterEntries: read.reduce((sum, {file, all}) => sum + all - file.entries.length, 0),
		},
	};
};
