import type {Board} from '../board.ts';
import {importOf} from '../duties/record/state.ts';
import type {BoardEvent, Entry} from '../entry.ts';
import {emptyBoard, entriesOf, foldAll} from '../fold.ts';
import {handleFor, plain} from '../language/people.ts';
import {isRefusal, type Refusal, refuse} from '../refusal.ts';
import {refOf, type Renaming, renamed} from './references.ts';
import type {Batch, ImportRow} from './write.ts';

/*
Two consoles went on with one incident, each for itself. What only the other log holds is written here as new entries.
What both gave out by themselves, numbers, refs and handles, may mean one thing there and another here: it is renamed.
*/

/** What an entry is known by in every log that holds it: its hash where it was first written. */
const originOf = (entry: Entry, {record}: Board): string => {
	const from = importOf(record, entry);
	const id = from?.source === 'jsonl' ? from.ids[entry.number - from.from] : undefined;
	return id ?? entry.hash;
};

/** How many entries the two logs have in common, from the first on. */
export const commonLength = (here: readonly Pick<Entry, 'hash'>[], there: readonly Pick<Entry, 'hash'>[]): number => {
	const parting = here.findIndex(({hash}, index) => hash !== there[index]?.hash);
	return parting === -1 ? here.length : parting;
};

type Header = Extract<BoardEvent, {readonly kind: 'entries-imported'}>;

/** Every entry that an import tells of, there, which is new here. */
const freshIn = ({from, to}: Header, fresh: ReadonlySet<number>): readonly number[] =>
	[...fresh].filter(number => from <= number && number <= to);

/** The entries that are new here. What tells of an import is left out where nothing of the import is new. */
const freshOf = (
	there: readonly Entry[],
	isKnown: (entry: Entry) => boolean,
): {readonly fresh: readonly Entry[]; readonly dropped: ReadonlySet<number>} => {
	const numbers = new Set(
		there.filter(entry => entry.event.kind !== 'entries-imported' && !isKnown(entry)).map(one => one.number),
	);
	const dropped = new Set<number>();
	for (const entry of there) {
		const {event, number} = entry;
		if (event.kind === 'entries-imported' && !isKnown(entry)) {
			if (freshIn(event, numbers).length > 0) {
				numbers.add(number);
			} else {
				dropped.add(number);
			}
		} else if (event.kind === 'entry-struck' && dropped.has(event.entry)) {
			// It strikes what does not come along.
			numbers.delete(number);
			dropped.add(number);
		}
	}

	return {fresh: there.filter(({number}) => numbers.has(number)), dropped};
};

/** Says what is new by which name; keeps what it said. */
type Names = {
	readonly is: (was: string) => string;
	/** Those that were given another name. */
	readonly changed: () => readonly {readonly was: string; readonly is: string}[];
};

const names = (known: ReadonlyMap<string, string>, give: (was: string) => string): Names => {
	const given = new Map(known);
	return {
		is(was) {
			const found = given.get(was) ?? give(was);
			given.set(was, found);
			return found;
		},
		changed: () => [...given].filter(([was, is]) => was !== is).map(([was, is]) => ({was, is})),
	};
};

/** Refs given out after the parting take the next free number here, in the order in which they come up. */
const refNames = (here: Board, common: Board, known: ReadonlyMap<string, string>): Names => {
	const highest: Record<string, number> = {...here.refs};
	return names(known, was => {
		const letter = was.slice(0, 1);
		if (Number(was.slice(1)) <= (common.refs[letter] ?? 0)) {
			return was;
		}

		const next = (highest[letter] ?? 0) + 1;
		highest[letter] = next;
		return `${letter}${next}`;
	});
};

/** Whoever joined there and is called so here already is the same person; another one's handle becomes a new one. */
const handleNames = (here: Board, there: Board, common: Board, known: ReadonlyMap<string, string>): Names => {
	const people = here.staffing.people;
	const taken = new Set([...people, ...there.staffing.people].map(({handle}) => handle));
	const before = new Set(common.staffing.people.map(({handle}) => handle));
	return names(known, was => {
		const person = there.staffing.people.find(({handle}) => handle === was);
		if (person === undefined || before.has(was)) {
			return was;
		}

		const same = people.find(({name}) => plain(name) === plain(person.name));
		if (same !== undefined) {
			return same.handle;
		}

		const isFree = people.every(({handle}) => handle !== was);
		const is = isFree ? was : handleFor(person.name, taken);
		taken.add(is);
		return is;
	});
};

/** A prompt's situation that names what is called otherwise here must not pass for one of this log. */
const elsewhere = (basis: string, renaming: Renaming): string => {
	const words = basis.split(/[\s,;]+/u);
	const isSame = words.every(word =>
		/^[A-Z]\d+$/u.test(word)
			? renaming.ref(word) === word
			: /^\d+$/u.test(word)
				? renaming.entry(Number(word)) === Number(word)
				: renaming.person(word) === word,
	);
	return isSame ? basis : `${basis} (in the other log)`;
};

/** An event of the other log in the words of this one. */
const translated = (event: BoardEvent, renaming: Renaming, fresh: ReadonlySet<number>): BoardEvent => {
	if (event.kind === 'entries-imported') {
		const numbers = freshIn(event, fresh);
		const ids = event.ids?.filter((_, index) => fresh.has(event.from + index));
		return {
			...event,
			from: renaming.entry(numbers[0] ?? event.from),
			to: renaming.entry(numbers.at(-1) ?? event.to),
			...(ids === undefined ? {} : {ids}),
		};
	}

	const next = renamed(event, renaming);
	return next.kind === 'prompt-answered' ? {...next, basis: elsewhere(next.basis, renaming)} : next;
};

/** An entry names one that has no place here. */
class Homeless extends Error {}

/**
 * What only the other log holds, as rows to be written after `here`. None where it holds nothing new.
 * Both are logs of one incident with a beginning in common.
 */
export const mergeRows = (here: Board, there: readonly Entry[]): Batch | Refusal => {
	const entries = entriesOf(here);
	const length = commonLength(entries, there);
	const common = foldAll(emptyBoard(here.incident), entries.slice(0, length));
	const other = foldAll(common, there.slice(length));
	const origins = new Map(entries.map(entry => [originOf(entry, here), entry]));
	const known = (entry: Entry) => origins.get(originOf(entry, other));
	const {fresh, dropped} = freshOf(there, entry => known(entry) !== undefined);
	const unread = fresh.find(({event}) => event.kind === 'unread');
	if (unread !== undefined) {
		return refuse(
			`Entry ${unread.number} of the other log is of a kind that this version cannot read.`,
			'Nothing was written. Update Loggist, then merge them.',
		);
	}

	// What was merged before has its names already.
	const numbers = new Map<number, number>();
	const refs = new Map<string, string>();
	const handles = new Map<string, string>();
	for (const entry of there.slice(length)) {
		const counterpart = known(entry);
		if (counterpart !== undefined) {
			numbers.set(entry.number, counterpart.number);
			const [was, is] = [refOf(entry.event), refOf(counterpart.event)];
			if (was !== undefined && is !== undefined) {
				refs.set(was, is);
			}

			if (entry.event.kind === 'person-joined' && counterpart.event.kind === 'person-joined') {
				handles.set(entry.event.handle, counterpart.event.handle);
			}
		}
	}

	// The entry that tells of the import comes first.
	const first = (here.head?.number ?? 0) + 2;
	for (const [index, {number}] of fresh.entries()) {
		numbers.set(number, first + index);
	}

	const refsHere = refNames(here, common, refs);
	const handlesHere = handleNames(here, other, common, handles);
	const renaming: Renaming = {
		ref: refsHere.is,
		person: handlesHere.is,
		entry(number) {
			const found = number <= length ? number : numbers.get(number);
			if (found === undefined) {
				throw new Homeless(String(number));
			}

			return found;
		},
	};
	const freshNumbers = new Set(fresh.map(({number}) => number));
	const rows: (ImportRow | Refusal)[] = fresh.map(entry => {
		const {number, occurredAt, by} = entry;
		try {
			const event = translated(entry.event, renaming, freshNumbers);
			return {
				where: `entry ${number} of the other log`,
				id: originOf(entry, other),
				occurredAt,
				by: handlesHere.is(by),
				decide: () => [event],
			};
		} catch (error) {
			if (error instanceof Homeless) {
				return refuse(
					`Entry ${number} of the other log names entry ${error.message}, which ${dropped.has(Number(error.message)) ? 'is not taken over' : 'it does not hold'}.`,
					'Nothing was written. Keep both logs, and record here by hand what is missing.',
				);
			}

			throw error;
		}
	});
	const refusal = rows.find(row => isRefusal(row));
	if (refusal !== undefined) {
		return refusal;
	}

	return {
		rows: rows.filter((row): row is ImportRow => !isRefusal(row)),
		renamed: [...refsHere.changed(), ...handlesHere.changed().map(({was, is}) => ({was: `@${was}`, is: `@${is}`}))],
	};
};
