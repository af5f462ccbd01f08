import {createReadStream} from 'node:fs';
import path from 'node:path';
import {createLogReading, linesOf, NoLog} from '../data/log-file.ts';
import {settableClock} from '../clock.ts';
import {openDesk} from '../desk.ts';
import type {Entry} from '../entry.ts';
import {checkChain, type Kept, keptOf} from '../ledger/chain.ts';
import {openMemoryLedger} from '../ledger/memory.ts';
import {entryOf} from '../ledger/shape.ts';
import {isRefusal} from '../refusal.ts';
import {fixtures, linesOf as scriptOf} from '../replay/fixtures.ts';
import {play} from '../replay/play.ts';
import {incidentOf, openToRead, type Shell, UsageError} from './shell.ts';

/** A log to be played again: whole, and checked. */
export type Log = {
	readonly incident: string;
	readonly entries: readonly Entry[];
	/** Whether it stands in the person's own ledger. */
	readonly isHere?: boolean;
};

/** A log that is not as it was written: it is not shown as if it were. */
export class BrokenLog extends UsageError {
	override name = 'BrokenLog';
}

const broken = (where: string, entry: number, text: string): BrokenLog =>
	new BrokenLog(
		`${where} is not as it was written: entry ${entry}: ${text}`,
		'It is not replayed. Keep it, and record who found this and when; loggist verify tells more.',
	);

/**
 * A log whose chain is whole.
 * @throws BrokenLog that names the first bad entry; UsageError where there are no entries.
 */
export const wholeLog = (incident: string, entries: readonly Entry[], where: string): Log => {
	if (entries.length === 0) {
		throw new UsageError(`${where} holds no entries.`, 'There is nothing to replay in it.');
	}

	const {trouble} = checkChain(
		incident,
		entries.map(entry => keptOf(entry)),
	);
	if (trouble !== undefined) {
		throw broken(where, trouble.entry, trouble.text);
	}

	return {incident, entries};
};

/** The log in a file that `export jsonl` wrote. */
const inFile = async (file: string): Promise<Log> => {
	const rows: Kept[] = [];
	const reading = createLogReading(row => rows.push(row));
	try {
		for await (const line of linesOf(createReadStream(file))) {
			reading.see(line);
		}

		const {incident, trouble} = reading.end();
		if (trouble !== undefined) {
			throw broken(file, trouble.entry, trouble.text);
		}

		return {incident, entries: rows.map(row => entryOf(row))};
	} catch (error) {
		if (error instanceof NoLog) {
			throw new UsageError(`${file}: ${error.message}`, 'Name a file that loggist export jsonl wrote.');
		}

		if (error instanceof Error && 'code' in error) {
			const code = String(error.code);
			throw new UsageError(
				code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${code}).`,
				'Name a file that loggist export jsonl wrote, an incident, or what ships with the program.',
			);
		}

		throw error;
	}
};

/** What is thrown away when the replay is over. */
const played = async (file: string, name: string): Promise<Log> => {
	const lines = scriptOf({file, name});
	const ledger = openMemoryLedger();
	const clock = settableClock(new Date(lines[0]?.time ?? 0).toISOString());
	const desk = await openDesk({ledger, clock: clock.clock, login: 'loggist', home: 'UTC'});
	await play(lines, {desk, clock, speed: Number.POSITIVE_INFINITY});
	return {incident: desk.incident() ?? '', entries: [...desk.entries()]};
};

/** A scenario that ships with the program, as its players' lines play it. */
const drilled = async (file: string): Promise<Log> => {
	const [{readFile}, {readScenario}, {readPlayerLines}, {runUnattended}] = await Promise.all([
		import('node:fs/promises'),
		import('../drills/read.ts'),
		import('../drills/script.ts'),
		import('../drills/run.ts'),
	]);
	const source = await readFile(file, 'utf8');
	const read = readScenario(source);
	const lines = await readFile(file.replace(/\.yaml$/u, '.lines'), 'utf8');
	const script = 'troubles' in read ? undefined : readPlayerLines(lines, read.scenario.start);
	if ('troubles' in read || script === undefined || 'wrong' in script) {
		throw new Error(`${file} ships with the program and cannot be played.`);
	}

	const outcome = await runUnattended({scenario: read.scenario, source, lines: script.lines}, openMemoryLedger());
	if (isRefusal(outcome)) {
		throw new Error(`${file}: ${outcome.refused}`);
	}

	return {incident: outcome.reference, entries: outcome.entries};
};

/** What ships with the program under a name; undefined where nothing has it. */
const shipped = async (name: string): Promise<Log | undefined> => {
	const found = fixtures().find(one => one.name === name);
	if (found !== undefined) {
		return played(found.file, name);
	}

	const scenario = (await import('../drills/library.ts')).offered().find(one => one.name === name);
	return scenario === undefined ? undefined : drilled(scenario.file);
};

const isReference = (named: string): boolean => /^(?:INC|DRILL)-/iu.test(named);

const isFile = (named: string): boolean => named.includes('.') || named.includes('/') || named.includes(path.sep);

/**
 * The log that is meant: of an incident of the ledger, of the one that is meant where none is named, in a file, or one
 * that ships with the program. Read, checked, and left as it is.
 * @throws BrokenLog where its chain is broken; UsageError where there is none.
 */
export const logNamed = async (shell: Shell, named: string | undefined): Promise<Log> => {
	if (named !== undefined && isFile(named)) {
		return inFile(named);
	}

	// A name is no reference: the ledger need not even be there.
	const log = named === undefined || isReference(named) ? undefined : await shipped(named.toLowerCase());
	if (log !== undefined) {
		return log;
	}

	const ledger = await openToRead(shell);
	try {
		const incidents = await ledger.incidents();
		const reference =
			named === undefined
				? await incidentOf(shell, ledger)
				: incidents.find(one => one.toLowerCase() === named.toLowerCase());
		if (reference !== undefined) {
			const {trouble} = await ledger.verify(reference);
			if (trouble !== undefined) {
				throw broken(reference, trouble.entry, trouble.text);
			}

			return {incident: reference, entries: await ledger.read(reference), isHere: true};
		}

		throw new UsageError(
			named === undefined ? 'There is no incident to replay.' : `There is no incident ${named} to replay.`,
			'Name one that loggist incidents lists, a file that export jsonl wrote, or what loggist drill list names.',
		);
	} finally {
		await ledger.close();
	}
};
