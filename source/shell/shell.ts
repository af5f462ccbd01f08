import {statSync} from 'node:fs';
import path from 'node:path';
import type {Board} from '../board.ts';
import {type Clock, fixedClock, wallClock} from '../clock.ts';
import {type Desk, type DeskSetting, openDesk} from '../desk.ts';
import {emptyBoard, foldAll} from '../fold.ts';
import {readTime} from '../language/when/index.ts';
import type {Entry} from '../entry.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {openMemoryLedger} from '../ledger/memory.ts';
import {openSqliteLedger} from '../ledger/sqlite.ts';
import {isOpen} from '../duties/declaration/state.ts';
import type {LookSettings} from '../looks/looks.ts';
import {forTerminal, safeJson} from '../text.ts';
import {type Instant, isZone} from '../time.ts';
import {atClose} from './at-close.ts';
import type {Flags} from './flags.ts';

/** 0 done · 1 ran, and the answer is no · 2 usage, unreadable input or a file that cannot be used. */
export type ExitCode = 0 | 1 | 2;

/** The outside, as far as a shell verb may touch it. */
export type World = {
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Standard input to its end. */
	readonly readInput: () => Promise<Uint8Array>;
	/** The same in pieces as they come, for what may be long. */
	readonly inputPieces?: () => AsyncIterable<Uint8Array>;
	/** Standard output: data only. */
	readonly print: (text: string) => void;
	/** Standard error: notices and troubles. */
	readonly complain: (text: string) => void;
	readonly isTerminal: boolean;
	/** Whether notices go to a terminal: only there is progress shown. */
	readonly isWatched?: boolean;
	readonly columns: number;
	readonly login: string;
	readonly home: string;
	/** The machine's zone. */
	readonly zone: string;
	readonly version: string;
};

/** A usage error: said on standard error, exit 2. */
export class UsageError extends Error {
	override name = 'UsageError';
	readonly mend: string;

	constructor(message: string, mend: string) {
		super(message);
		this.mend = mend;
	}
}

/** Files beside the program, as the configuration names them. */
export type Settings = {
	/** The doctrine of a new incident. */
	readonly profile?: string | undefined;
	/** The folder of doctrines of one's own. */
	readonly profiles?: string | undefined;
	/** The roster's file. */
	readonly roster?: string | undefined;
	/** The file of responsibilities. */
	readonly responsibilities?: string | undefined;
	/** How the console is drawn. */
	readonly theme?: LookSettings['theme'];
	readonly borders?: LookSettings['borders'];
	readonly motion?: LookSettings['motion'];
	/** Other keys for what keys do: `zoom: [f12]`. */
	readonly keys?: Readonly<Record<string, readonly string[]>> | undefined;
	/** How the desktop is notified of urgent prompts. */
	readonly notify?: 'osc9' | 'osc777' | undefined;
	/** Seconds after which a console that is not heard of is no longer on the board. */
	readonly goneAfter?: number | undefined;
	/** An exercise rings no bell. */
	readonly quietExercise?: boolean | undefined;
	/** The console hears clicks and the wheel. */
	readonly mouse?: boolean | undefined;
	/** The log is signed when its incident is closed. */
	readonly sign?: boolean | undefined;
};

/** What every verb of the shell works with. */
export type Shell = {
	readonly world: World;
	readonly flags: Flags;
	readonly clock: Clock;
	/** What only a configuration file says. */
	readonly settings: Settings;
	/** Prints one line of text that may hold anything. */
	readonly say: (text: string) => void;
	/** Prints a value as JSON, indented unless it is to be one line. */
	readonly printJson: (value: unknown, isOneLine?: boolean) => void;
	/** Says something beside the data, one line. */
	readonly notice: (text: string) => void;
	/** Says what is wrong and how to mend it, in one sentence each. */
	readonly trouble: (what: string, mend: string) => void;
};

/** `$XDG_DATA_HOME/loggist/loggist.db`. */
export const defaultDatabase = ({env, home}: Pick<World, 'env' | 'home'>): string =>
	path.join(env['XDG_DATA_HOME'] || path.join(home, '.local', 'share'), 'loggist', 'loggist.db');

export const databaseOf = ({flags, world}: Pick<Shell, 'flags' | 'world'>): string =>
	flags.db ?? (world.env['LOGGIST_DB'] || defaultDatabase(world));

const checkedZone = (zone: string | undefined): string | undefined => {
	if (zone !== undefined && !isZone(zone)) {
		throw new UsageError(`${zone} is not a time zone.`, 'Name it as Europe/London or UTC.');
	}

	return zone;
};

/** The zone that was asked for with --tz. */
export const zoneAsked = ({flags}: Pick<Shell, 'flags'>): string | undefined => checkedZone(flags.tz);

/**
 * A time given beside a line, with a flag or a stamp; `either` allows one that is still to come.
 * Throws a UsageError when it cannot be read.
 */
export const timeOf = (
	typed: string,
	name: string,
	{now, zone}: {readonly now: Instant; readonly zone: string},
	direction: 'occurred' | 'either' = 'occurred',
): Instant => {
	const reading = readTime(typed, {now, zone, direction});
	if ('refused' in reading) {
		throw new UsageError(`${name}: ${reading.refused}`, reading.mend);
	}

	return reading.at;
};

/** The clock that --now asks for; else the wall's. */
export const clockOf = (now: string | undefined): Clock => {
	if (now === undefined) {
		return wallClock;
	}

	const at = /^\d{4}-\d\d-\d\dT/u.test(now) ? Date.parse(now) : Number.NaN;
	if (Number.isNaN(at)) {
		throw new UsageError(`--now: ${now} is not a moment.`, 'Write it as 2026-06-02T09:20:00Z.');
	}

	return fixedClock(new Date(at).toISOString());
};

/**
 * Bytes from outside as text.
 * @throws UsageError where they are not UTF-8: what is recorded must be what was written.
 */
export const utf8 = (bytes: Uint8Array, name: string): string => {
	try {
		return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
	} catch {
		throw new UsageError(`${name} is not UTF-8 text.`, 'Save it as UTF-8, then try again.');
	}
};

export const createShell = (world: World, flags: Flags, settings: Settings = {}): Shell => ({
	world,
	flags,
	settings,
	clock: clockOf(flags.now),
	say: text => world.print(`${forTerminal(text)}\n`),
	printJson: (value, isOneLine = false) => world.print(`${safeJson(value, isOneLine ? undefined : '\t')}\n`),
	notice: text => world.complain(`${forTerminal(text)}\n`),
	trouble: (what, mend) => world.complain(`${forTerminal(`loggist: ${what} ${mend}`.trimEnd())}\n`),
});

const refusePostgres = (database: string): void => {
	if (/^postgres(?:ql)?:\/\//u.test(database)) {
		throw new UsageError('A shared PostgreSQL ledger is not in this version.', 'Name a file: --db PATH.');
	}
};

/** The ledger to write into. */
export const openLedger = async (shell: Shell): Promise<Ledger> => {
	const database = databaseOf(shell);
	refusePostgres(database);
	return shell.flags.readonly ? openToRead(shell) : openSqliteLedger(database);
};

/** Whether something stands there. Only what certainly is not there counts as missing: opening tells the rest. */
export const hasLedger = (database: string): boolean => {
	try {
		statSync(database);
		return true;
	} catch (error) {
		return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
	}
};

/** The ledger to look at: never made, never changed; an empty one where there is none. */
export const openToRead = async (shell: Shell): Promise<Ledger> => {
	const database = databaseOf(shell);
	refusePostgres(database);
	if (hasLedger(database)) {
		return openSqliteLedger(database, {readonly: true});
	}

	if (shell.flags.db !== undefined) {
		// A mistyped path must not look like an incident that nobody logged.
		shell.world.complain(`loggist: ${forTerminal(database)} is not there yet; it is made by the first entry.\n`);
	}

	return openMemoryLedger();
};

/** The board of an incident now. */
export const boardOf = async (ledger: Ledger, incident: string): Promise<Board> =>
	foldAll(emptyBoard(incident), await ledger.read(incident));

/** An incident, with its entries where they have been read to find it. */
type Found = {readonly reference: string | undefined; readonly entries?: readonly Entry[]};

const isDrill = (reference: string): boolean => reference.startsWith('DRILL-');

/** The incident that is meant: the one named, else the newest open one, else the newest. */
const findIncident = async (shell: Shell, ledger: Ledger): Promise<Found> => {
	const incidents = await ledger.incidents();
	const asked = shell.flags.incident ?? (shell.world.env['LOGGIST_INCIDENT'] || undefined);
	if (asked !== undefined) {
		const found = incidents.find(one => one.toLowerCase() === asked.toLowerCase());
		if (found === undefined) {
			throw new UsageError(
				`There is no incident ${asked}.`,
				incidents.length === 0
					? 'Declare one: loggist declare TITLE.'
					: `loggist incidents lists them; the newest is ${incidents.at(-1) ?? ''}.`,
			);
		}

		return {reference: found};
	}

	if (incidents.length < 2) {
		return {reference: incidents[0]};
	}

	// An exercise that is left open must not catch what is said of a live incident, nor a drill that is over anything.
	const live = incidents.filter(one => !isDrill(one)).toReversed();
	let rehearsed: Found | undefined;
	for (const reference of [...live, ...incidents.filter(isDrill).toReversed()]) {
		if (isDrill(reference) && rehearsed !== undefined) {
			break;
		}

		const entries = await ledger.read(reference);
		const {declaration, exercise} = foldAll(emptyBoard(reference), entries);
		if (isOpen(declaration) && exercise.ended === undefined) {
			const found = {reference, entries};
			if (!declaration.exercise) {
				return found;
			}

			rehearsed ??= found;
		}
	}

	return rehearsed ?? {reference: live[0] ?? incidents.at(-1)};
};

/** The reference of the incident that is meant; undefined where there is none. */
export const incidentOf = async (shell: Shell, ledger: Ledger): Promise<string | undefined> =>
	(await findIncident(shell, ledger)).reference;

/** Whether the incident was chosen for the person, among several: a receipt then says which it was. */
export const isChosen = async ({flags, world}: Shell, ledger: Ledger): Promise<boolean> =>
	flags.incident === undefined && !world.env['LOGGIST_INCIDENT'] && (await ledger.incidents()).length > 1;

/** On whose behalf the program was called, as it was typed; undefined where nobody was named. */
export const personAsked = ({flags, world}: Pick<Shell, 'flags' | 'world'>): string | undefined =>
	flags.as ?? (world.env['LOGGIST_AS'] || undefined);

/** Who sits at a desk on that ledger, and what they write with. */
export const deskSettingOf = (shell: Shell, ledger: Ledger, clock: Clock = shell.clock): DeskSetting => {
	const {flags, world} = shell;
	return {
		ledger,
		clock,
		login: world.login,
		as: personAsked(shell),
		zone: zoneAsked(shell),
		home: world.zone,
		isReadonly: flags.readonly,
		library: async () => (await import('./library.ts')).libraryOf(shell),
	};
};

/** The desk, which signs the log that is closed on it where the configuration says `sign: yes`. */
export const signingDesk = (desk: Desk, shell: Shell): Desk =>
	// Loaded only when a log is signed: it brings what makes and reads keys.
	shell.settings.sign === true ? atClose(desk, async () => (await import('./sign.ts')).signClosed(desk, shell)) : desk;

/** A desk on the incident that is meant. */
export const deskOn = async (shell: Shell, ledger: Ledger, clock: Clock = shell.clock): Promise<Desk> => {
	const {reference, entries} = await findIncident(shell, ledger);
	return signingDesk(await openDesk(deskSettingOf(shell, ledger, clock), reference, entries), shell);
};

/** A desk on no incident yet. */
export const freshDesk = async (shell: Shell, ledger: Ledger): Promise<Desk> =>
	signingDesk(await openDesk(deskSettingOf(shell, ledger)), shell);

/** The incident as it stood at the time that --as-of names, or as it stands. */
export const standingAt = (
	shell: Shell,
	desk: Desk,
): {readonly board: Board; readonly entries: readonly Entry[]; readonly now: Instant} => {
	const situation = desk.situation();
	const {asOf} = shell.flags;
	if (asOf === undefined) {
		return {board: desk.board(), entries: desk.entries(), now: situation.now};
	}

	const now = timeOf(asOf, '--as-of', situation);
	const entries = desk.entries().filter(one => one.recordedAt <= now);
	return {board: foldAll(emptyBoard(desk.incident() ?? ''), entries), entries, now};
};

/** The incident that a verb cannot do without. */
export const requireIncident = (desk: Desk): string => {
	const incident = desk.incident();
	if (incident === undefined) {
		throw new UsageError('There is no incident yet.', 'Declare one: loggist declare TITLE severity:S2 kind:security.');
	}

	return incident;
};
