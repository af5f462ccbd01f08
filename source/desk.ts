import type {Board} from './board.ts';
import type {Clock} from './clock.ts';
import type {Draft, Entry} from './entry.ts';
import {clockFor} from './drill-clock.ts';
import {once} from './memo.ts';
import {createConsultation} from './consult.ts';
import {emptyBoard, foldAll} from './fold.ts';
import {peopleMeant, personMeant} from './language/people.ts';
import type {Literal} from './language/read.ts';
import type {Library} from './library.ts';
import type {Content} from './ledger/attachments.ts';
import {type Ledger, LedgerConflict, type Verdict} from './ledger/ledger.ts';
import {promptsOf, propose, type Proposal, type Situation} from './propose.ts';
import {proposeAll, type RefusedLine, type Spoken} from './propose-all.ts';
import {isRefusal, type Refusal, refuse} from './refusal.ts';
import type {Prompt} from './rule.ts';
import type {Instant} from './time.ts';

/** Who sits at the desk and what they write with. */
export type DeskSetting = {
	readonly ledger: Ledger;
	readonly clock: Clock;
	/** The login that writes. */
	readonly login: string;
	/** On whose behalf: a handle, a name, or a beginning of one. */
	readonly as?: string | undefined;
	/** The zone in which bare times are read; default: the incident's. */
	readonly zone?: string | undefined;
	/** The zone of this machine: a new incident's, unless another is named. */
	readonly home: string;
	readonly isReadonly?: boolean;
	/** What references begin with; `DRILL` for drills, `INC` unless told. */
	readonly series?: 'INC' | 'DRILL' | undefined;
	/** Reads what the files of this machine say: doctrines and roster. Default: what the program brings along. */
	readonly library?: (() => Promise<Library>) | undefined;
};

/** What is given beside a line. */
export type WriteOptions = Literal & {
	/** When it happened, unless the line says so. */
	readonly at?: Instant;
	/** Who speaks, for this line only: a handle, a name, or a beginning of one. */
	readonly by?: string;
};

/** What happened, when, and who said or did it; who records it and when is the desk's to add. */
export type Said = Pick<Draft, 'event' | 'occurredAt' | 'by'>;

/** One incident in hand: its board, its log, and the way to write into it. */
export type Desk = {
	/** Undefined while nothing has been declared. */
	readonly incident: () => string | undefined;
	readonly board: () => Board;
	/** Every entry, oldest first. */
	readonly entries: () => readonly Entry[];
	readonly situation: (at?: Instant) => Situation;
	/** What time it is outside: in a drill not that of the situation. */
	readonly wall: () => Instant;
	readonly prompts: () => readonly Prompt[];
	/** Reads every entry of the ledger anew and checks it; undefined while nothing has been declared. */
	readonly verify: () => Promise<Verdict | undefined>;
	/** What a line would write; nothing is written. */
	readonly propose: (line: string, literal?: Literal) => Proposal | Refusal;
	/**
	 * Writes what a line says. When another has written meanwhile, it is decided anew on what is true then.
	 * Gives the entries written, or the refusal. Throws LedgerTrouble when the ledger cannot be used.
	 */
	readonly write: (line: string, options?: WriteOptions) => Promise<readonly Entry[] | Refusal>;
	/**
	 * Writes what `decide` makes of the situation: all of it or nothing, and decided anew when another has written
	 * meanwhile. For what no line says; with the bytes that it tells of, if any. Gives the entries written, or the refusal.
	 */
	readonly record: (
		decide: (situation: Situation) => readonly Said[] | Refusal,
		contents?: readonly Content[],
	) => Promise<readonly Entry[] | Refusal>;
	/**
	 * Writes what several lines say, each decided on what those before it leave: all of them or none. Gives the entries
	 * written, or the first line that is refused. Throws as `write` does.
	 */
	readonly writeAll: (lines: readonly Spoken[]) => Promise<readonly Entry[] | RefusedLine>;
	/** Reads the files beside the program anew; gives what is wrong with them, a sentence each. */
	readonly readLibrary: () => Promise<readonly string[]>;
	/** Reads what others have written; true when there was anything. */
	readonly catchUp: () => Promise<boolean>;
	/** Calls back after the board has changed, whoever changed it; returns the way to stop. */
	readonly changed: (listener: () => void) => () => void;
};

/** As often as this another writer may come between before it is given up. */
const attempts = 20;

const nameTyped = (named: string): string => named.replace(/^@/u, '').replace(/^"(.*)"$/u, '$1');

/** Who was meant by a name, for as long as the people are the same: asked at every key, answered mostly alike. */
const speakers = once<Board['staffing']['people'], Map<string, string>>(() => new Map());

const speaker = ({staffing: {people}}: Board, named: string): string => {
	const known = speakers(people).get(named);
	if (known !== undefined) {
		return known;
	}

	const typed = nameTyped(named);
	const [only, ...others] = peopleMeant(people, typed);
	const handle = only !== undefined && others.length === 0 ? only.handle : typed;
	speakers(people).set(named, handle);
	return handle;
};

/** Who speaks may be nobody of the board, but never one of two: an entry must not be laid at the wrong door. */
const unclear = ({staffing}: Board, named: string | undefined): Refusal | undefined => {
	if (named === undefined || peopleMeant(staffing.people, nameTyped(named)).length < 2) {
		return undefined;
	}

	const meant = personMeant(staffing, nameTyped(named));
	return isRefusal(meant) ? meant : undefined;
};

/** The next free reference of a year and a series: `INC-2026-0002`. */
export const nextReference = (incidents: readonly string[], now: Instant, series = 'INC'): string => {
	const prefix = `${series}-${now.slice(0, 4)}-`;
	const numbers = incidents.filter(one => one.startsWith(prefix)).map(one => Number(one.slice(prefix.length)));
	return `${prefix}${String(Math.max(0, ...numbers.filter(Number.isInteger)) + 1).padStart(4, '0')}`;
};

/** Whether a line opens a new incident. */
export const declares = (line: string): boolean => /^\s*\/?declare(?:\s|$)/iu.test(line);

/** Whether a line takes something over from a file: it is then read anew. */
const needsLibrary = (line: string): boolean => /^\s*\/?(?:declare|profile|roster|raci)(?:\s|$)/iu.test(line);

/** Opens a desk on an incident of the ledger, or on none; `read` are its entries, where somebody has read them already. */
export const openDesk = async (setting: DeskSetting, reference?: string, read?: readonly Entry[]): Promise<Desk> => {
	const {ledger} = setting;
	const listeners = new Set<() => void>();
	const consultation = createConsultation();
	let library: Library | undefined;
	let incident = reference;
	let entries: Entry[] = incident === undefined ? [] : [...(read ?? (await ledger.read(incident)))];
	let board = foldAll(emptyBoard(incident ?? ''), entries);
	const clock = clockFor(setting.clock, () => board);

	const take = (fresh: readonly Entry[]) => {
		if (fresh.length > 0) {
			entries.push(...fresh);
			board = foldAll(board, fresh);
			for (const listener of listeners) {
				listener();
			}
		}
	};

	const catchUp = async (): Promise<boolean> => {
		if (incident === undefined) {
			return false;
		}

		const fresh = await ledger.read(incident, board.head?.number ?? 0);
		// Another call may have taken them while this one was reading.
		const unseen = fresh.filter(entry => entry.number > (board.head?.number ?? 0));
		take(unseen);
		return unseen.length > 0;
	};

	const situationOn = (on: Board, at?: Instant, by = setting.as ?? setting.login): Situation => ({
		board: on,
		now: on.head === undefined ? setting.clock() : clock(),
		...(on.exercise.ended === undefined ? {} : {today: setting.clock()}),
		by: speaker(on, by),
		zone: setting.zone ?? (on.declaration.declaredAt === undefined ? setting.home : on.declaration.zone),
		...(at === undefined ? {} : {at}),
		...(library === undefined ? {} : {library}),
		consultation,
	});

	const draftsOf = ({events, occurredAt}: Proposal, {now, by}: Situation): readonly Draft[] =>
		events.map(event => ({event, occurredAt, recordedAt: now, by, recordedBy: setting.login}));

	/** Appends to the log as it is known here; undefined when another writer came between. */
	const append = async (
		target: string,
		drafts: readonly Draft[],
		on: Board,
		contents: readonly Content[] = [],
	): Promise<readonly Entry[] | undefined> => {
		try {
			return await ledger.append(target, drafts, on.head?.number ?? 0, contents);
		} catch (error) {
			if (error instanceof LedgerConflict) {
				return undefined;
			}

			throw error;
		}
	};

	/** Tries until no other writer comes between. */
	const persist = async <Why extends Refusal>(
		attempted: () => Promise<readonly Entry[] | Why | undefined>,
	): Promise<readonly Entry[] | Why | Refusal> => {
		if (setting.isReadonly === true) {
			return refuse('The board is open for reading only.', 'Start again without --readonly to write.');
		}

		for (let count = 0; count < attempts; count++) {
			const answer = await attempted();
			if (answer !== undefined) {
				return answer;
			}

			await catchUp();
		}

		return refuse('Others keep writing at this moment.', 'Nothing was written; try again.');
	};

	/** Proposes and appends once; undefined when another writer came between. */
	const attempt = async (
		line: string,
		{at, by, ...literal}: WriteOptions,
	): Promise<readonly Entry[] | Refusal | undefined> => {
		if (needsLibrary(line)) {
			library = await setting.library?.();
		}

		const isNew = declares(line);
		const target = isNew ? nextReference(await ledger.incidents(), setting.clock(), setting.series) : incident;
		if (target === undefined) {
			return refuse('There is no incident yet.', 'Declare one: declare TITLE severity:S2 kind:security.');
		}

		const situation = situationOn(isNew ? emptyBoard(target) : board, at, by);
		const whom = unclear(situation.board, by ?? setting.as);
		if (whom !== undefined) {
			return whom;
		}

		const proposal = propose(line, situation, literal);
		if (isRefusal(proposal)) {
			return proposal;
		}

		const written = await append(target, draftsOf(proposal, situation), situation.board);
		if (written === undefined) {
			return undefined;
		}

		if (isNew) {
			incident = target;
			entries = [];
			board = emptyBoard(target);
		}

		take(written.filter(entry => entry.number > (board.head?.number ?? 0)));
		return written;
	};

	/** Decides and appends once; undefined when another writer came between. */
	const recordOnce = async <Why extends Refusal>(
		decide: (situation: Situation) => readonly Said[] | Why,
		contents: readonly Content[] = [],
	): Promise<readonly Entry[] | Why | Refusal | undefined> => {
		if (incident === undefined) {
			return refuse('There is no incident yet.', 'Declare one: declare TITLE severity:S2 kind:security.');
		}

		const situation = situationOn(board);
		const said = decide(situation);
		if (isRefusal(said)) {
			return said;
		}

		const drafts = said.map(one => ({...one, recordedAt: situation.now, recordedBy: setting.login}));
		const written = await append(incident, drafts, situation.board, contents);
		take((written ?? []).filter(entry => entry.number > (board.head?.number ?? 0)));
		return written;
	};

	return {
		incident: () => incident,
		board: () => board,
		entries: () => entries,
		situation: at => situationOn(board, at),
		wall: setting.clock,
		prompts: () => promptsOf(situationOn(board)),
		verify: async () => (incident === undefined ? undefined : ledger.verify(incident)),
		propose: (line, literal) =>
			// A new incident begins with a board of its own.
			propose(line, situationOn(declares(line) ? emptyBoard('') : board), literal),
		write: async (line, options = {}) => persist(async () => attempt(line, options)),
		record: async (decide, contents = []) => persist(async () => recordOnce(decide, contents)),
		async writeAll(lines) {
			if (lines.some(({line}) => needsLibrary(line))) {
				library = await setting.library?.();
			}

			return lines.length === 0
				? []
				: persist(async () =>
						recordOnce(
							(situation): readonly Said[] | RefusedLine =>
								unclear(situation.board, setting.as) ?? proposeAll(lines, situation),
						),
					);
		},
		async readLibrary() {
			library = await setting.library?.();
			return Object.values(library?.troubles ?? {});
		},
		catchUp,
		changed(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
};
