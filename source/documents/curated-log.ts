import type {Slices} from '../board.ts';
import {duties} from '../duties/index.ts';
import type {Entry} from '../entry.ts';
import {type Block, heading, list, paragraph} from '../section.ts';
import {documentControl} from './control.ts';
import {dressed, nameOfIncident} from './dress.ts';
import type {DocumentView} from './incident-log.ts';
import {integritySection} from './integrity.ts';
import {housekeeping} from './kinds.ts';
import {logSection} from './log.ts';
import {pictures} from './pictures.ts';

/** Duties whose sections tell what happened; the others tell how the log and the team were kept. */
const told: readonly (keyof Slices)[] = [
	'declaration',
	'staffing',
	'findings',
	'decisions',
	'actions',
	'communications',
	'escalation',
	'notifications',
	'evidence',
	'review',
];

type Curated = {
	readonly told: readonly Entry[];
	readonly struck: readonly number[];
	readonly housekeeping: readonly number[];
};

const numbersOf = (some: readonly Entry[]): readonly number[] => some.map(one => one.number);

/** What is told of the log, and what is not: what was struck, with the strikes, and how log and team were kept. */
export const curatedEntries = ({board, entries}: Pick<DocumentView, 'board' | 'entries'>): Curated => {
	const struck = entries.filter(one => board.struck.has(one.number) || one.event.kind === 'entry-struck');
	const left = new Set(struck);
	const kept = entries.filter(one => !left.has(one) && housekeeping.has(one.event.kind));
	for (const one of kept) {
		left.add(one);
	}

	return {
		told: entries.filter(one => !left.has(one)),
		struck: numbersOf(struck),
		housekeeping: numbersOf(kept),
	};
};

/** `3, 7 to 9, 12`. */
export const ranges = (numbers: readonly number[]): string => {
	const found: (readonly [number, number])[] = [];
	for (const number of numbers) {
		const last = found.at(-1);
		if (last?.[1] === number - 1) {
			found[found.length - 1] = [last[0], number];
		} else {
			found.push([number, number]);
		}
	}

	return found.map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`)).join(', ');
};

/** What was left out, so that nobody takes a missing number for a missing entry. */
const leftOut = ({struck, housekeeping: kept}: Curated, all: number): readonly Block[] => [
	paragraph(
		`This is the log as it is told afterwards. Entries keep their numbers: those that are missing here stand in the full log, which has ${all}.`,
	),
	...(struck.length + kept.length === 0
		? [paragraph('Nothing was left out.')]
		: [
				list([
					...(struck.length === 0 ? [] : [`Struck, and the strikes: ${ranges(struck)}`]),
					...(kept.length === 0 ? [] : [`How the log and the team were kept: ${ranges(kept)}`]),
				]),
			]),
];

/** The curated log as a table, with what is not in it before it. */
export const curatedLogSection = (view: Pick<DocumentView, 'board' | 'entries'>): readonly Block[] => {
	const curated = curatedEntries(view);
	const [title, ...rows] = logSection({board: view.board, entries: curated.told});
	return [...(title === undefined ? [heading('Log')] : [title]), ...leftOut(curated, view.entries.length), ...rows];
};

/** The incident as it is told afterwards: what stands, and the log without what was struck and without housekeeping. */
export const curatedLog = (view: DocumentView): readonly Block[] =>
	dressed(view.board, `${nameOfIncident(view.board)} (curated)`, [
		...documentControl(view),
		...(view.options?.pictures === true ? pictures(view) : []),
		...told.flatMap(name => duties.find(one => one.name === name)?.section(view) ?? []),
		...curatedLogSection(view),
		...integritySection(view),
	]);
