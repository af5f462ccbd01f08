import type {Board} from '../board.ts';
import type {Entry} from '../entry.ts';
import {type Mention, pseudonymsOf} from './people.ts';
import {redacted, type RedactionName} from './redact.ts';
import {type Cited, matrixWithoutPeople, mentionsInMatrix} from './responsibilities.ts';

/** One log as a page of evidence reads it, which may be only a part of it. */
type Read = {readonly board: Board; readonly entries: readonly Entry[]; readonly trouble: string | undefined};

/** A log of the ledger, whole. */
type Log = {readonly incident: string; readonly entries: readonly Entry[]};

/** What a page of evidence is made from. */
type Rests<File extends Read> = {
	readonly incidents: readonly File[];
	readonly exercises: readonly File[];
	readonly responsibilities: Cited | undefined;
	readonly madeBy: string;
};

/**
 * What a page of evidence is made from without what is asked to be taken out, and how many entries are withheld. People
 * have the same other name in all of the logs; `ledger` are these, whole: the first one has the numbers of its own exports.
 */
export const redactedEvidence = <File extends Read, View extends Rests<File>>(
	view: View & Rests<File>,
	ledger: readonly Log[],
	asked: ReadonlySet<RedactionName>,
): {readonly view: View; readonly withheld: number} => {
	const beside: readonly Mention[] = [
		...(view.responsibilities === undefined ? [] : mentionsInMatrix(view.responsibilities.matrix)),
		{handle: view.madeBy},
	];
	const names = asked.has('people')
		? pseudonymsOf(
				ledger.flatMap(one => one.entries),
				beside,
			)
		: undefined;
	const logOf = (incident: string) => ledger.find(one => one.incident === incident)?.entries ?? [];
	const shared = (file: File): File => ({
		...file,
		...redacted(file, logOf(file.board.incident), asked, names),
		trouble: file.trouble === undefined ? undefined : (names?.within(file.trouble) ?? file.trouble),
	});
	const incidents = view.incidents.map(shared);
	const exercises = view.exercises.map(shared);
	const counts = new Map(
		[...incidents, ...exercises].map(({board}) => [board.incident, board.redaction?.withheld?.size ?? 0]),
	);
	return {
		view: {
			...view,
			incidents,
			exercises,
			...(names === undefined
				? {}
				: {
						madeBy: names.of(view.madeBy),
						responsibilities:
							view.responsibilities === undefined ? undefined : matrixWithoutPeople(view.responsibilities, names),
					}),
		},
		withheld: [...counts.values()].reduce((sum, one) => sum + one, 0),
	};
};
