import {setTimeout as sleep} from 'node:timers/promises';
import {bytesOf} from '../support/keys.ts';
import type {Flashes, Probe, Size} from './probe.ts';
import type {Site, Writer} from './site.ts';
import {median, quantile} from './statistics.ts';

/** Sizes of a terminal that a console is measured at. */
export const sizes: readonly Size[] = [
	[80, 24],
	[120, 40],
	[200, 60],
];

/** How long keys took from the hand to the screen, in milliseconds, and how much was written for each. */
export type KeyTimes = {readonly p50: number; readonly p95: number; readonly bytes: number};

/** What is measured at one size in one round; everything in it stands beside the same echo. */
export type SizeRound = {
	readonly size: Size;
	readonly echo: KeyTimes;
	readonly small: KeyTimes;
	readonly large: KeyTimes;
	/** The large ledger, moving the selection in the log. */
	readonly selection: KeyTimes;
};

/** What is measured in one round. */
export type KeyRound = {
	readonly bySize: readonly SizeRound[];
	/** The large ledger at 120×40: a line that begins with a verb, and its floor. */
	readonly verb: {readonly echo: KeyTimes; readonly large: KeyTimes};
	readonly flashes: Flashes;
};

type Sample = {readonly took: number; readonly bytes: number};

const timesOf = (samples: readonly Sample[]): KeyTimes => {
	const took = samples.map(sample => sample.took);
	return {p50: median(took), p95: quantile(took, 0.95), bytes: median(samples.map(({bytes}) => bytes))};
};

/** Sends a key, waits for its paint, and rests as long as a hand might, so that keys meet the clock at any phase. */
const timed = async (probe: Probe, key: string, what: string, isPainted: () => boolean): Promise<Sample> => {
	const before = probe.bytes();
	const sentAt = probe.send(key);
	const arrival = await probe.shown(what, isPainted);
	await probe.rests(6, 60);
	const bytes = probe.bytes() - before;
	await sleep(4 + Math.random() * 20);
	return {took: arrival - sentAt, bytes};
};

/** A program that takes typed keys: what is typed, and the key that empties its line. */
type Typing = {readonly line: string; readonly clear: string};

const note = {line: 'supplier says host 17 still ', clear: bytesOf('<C-u>')} as const;
const verb = {line: '/action isolate host 17 @p12 by 40m', clear: note.clear} as const;
const raw = {line: note.line, clear: bytesOf('<Enter>')} as const;

/** Types a line again and again; the first time is not counted. */
const typed = async (probe: Probe, {line, clear}: Typing, times: number): Promise<KeyTimes> => {
	const samples: Sample[] = [];
	for (let time = 0; time <= times; time++) {
		for (const [index, key] of Array.from(line).entries()) {
			const until = line.slice(0, index + 1);
			const sample = await timed(probe, key, `“${until}” before the cursor`, () =>
				probe.beforeCursor().endsWith(until),
			);
			if (time > 0) {
				samples.push(sample);
			}
		}

		probe.send(clear);
		await probe.shown('an empty line', () => !probe.beforeCursor().includes(line.slice(0, 1)));
		await probe.rests(6, 60);
	}

	return timesOf(samples);
};

const isInLog = (probe: Probe): boolean => probe.lines().some(line => line.includes('▸Log'));

/** Goes to the log, a few screens up, and back; `moves` times up or down in between. */
const selecting = async (probe: Probe, moves: number): Promise<KeyTimes> => {
	for (let tab = 0; tab < 20 && !isInLog(probe); tab++) {
		probe.send(bytesOf('<Tab>'));
		await probe.rests(200, 1000);
	}

	const step = async (key: string): Promise<Sample> => {
		const before = probe.inverse();
		return timed(probe, bytesOf(key), `another row selected by ${key}`, () => {
			const now = probe.inverse();
			return now !== '' && now !== before;
		});
	};

	for (let page = 0; page < 5; page++) {
		await step('<PageUp>');
	}

	const samples: Sample[] = [];
	for (let move = 0; move < moves; move++) {
		samples.push(await step(move % 20 < 10 ? '<Up>' : '<Down>'));
	}

	probe.send(bytesOf('<Esc>'));
	await probe.shown('the log without the focus', () => !isInLog(probe));
	await probe.rests(30, 200);
	return timesOf(samples);
};

/** Cells that flash while a line is typed on a slow terminal: the most of any key. */
const flashing = async (probe: Probe): Promise<Flashes> => {
	const seen: Flashes[] = [];
	for (const [index, key] of Array.from(note.line).entries()) {
		const stop = probe.watchFlashes();
		const until = note.line.slice(0, index + 1);
		await timed(probe, key, `“${until}” before the cursor`, () => probe.beforeCursor().endsWith(until));
		seen.push(stop());
	}

	probe.send(note.clear);
	await probe.rests(30, 200);
	return {
		shownAtOnce: Math.max(...seen.map(({shownAtOnce}) => shownAtOnce)),
		heldBack: Math.max(...seen.map(({heldBack}) => heldBack)),
	};
};

/** Does something while another writer writes, and a moment before. */
const beside = async <T>(writer: Writer, measure: () => Promise<T>): Promise<T> => {
	writer.go();
	await sleep(300);
	try {
		return await measure();
	} finally {
		writer.rest();
		await sleep(300);
	}
};

/** Measured at this size only: the lines with a verb, and what flashes. */
const usual: Size = [120, 40];

/** Lines typed into a fresh console before anything counts, so that it is compiled as after a minute of work. */
const warmUp = 4;

/**
 * One round: a fresh echo and two fresh consoles, made every size in turn; `lines` are typed at each. Rounds begin with
 * different sizes, so that what gets faster or slower with time favours none.
 */
export const keyRound = async (site: Site, round: number, lines: number): Promise<KeyRound> => {
	const files = {small: site.ledger('small'), large: site.ledger('large')};
	const writers = {small: await site.writer(files.small), large: await site.writer(files.large)};
	const echo = site.echo(usual);
	const small = site.open(files.small, usual);
	const large = site.open(files.large, usual);
	const probes = [echo, small, large];
	try {
		await echo.shown('ready', () => echo.lines().includes('ready'));
		await typed(echo, raw, 0);
		for (const probe of [small, large]) {
			await probe.shown('the line', () => probe.beforeCursor().startsWith('›'));
			await typed(probe, note, warmUp);
		}

		await selecting(large, warmUp * 5);

		const verbs = {
			echo: await typed(echo, raw, 1),
			large: await beside(writers.large, async () => typed(large, verb, 1)),
		};
		const flashes = await flashing(large);
		const bySize: SizeRound[] = [];
		for (const [index] of sizes.entries()) {
			const size = sizes[(index + round) % sizes.length] ?? usual;
			for (const probe of probes) {
				probe.resize(size);
				await probe.rests(200, 2000);
			}

			bySize.push({
				size,
				echo: await typed(echo, raw, lines),
				small: await beside(writers.small, async () => typed(small, note, lines)),
				large: await beside(writers.large, async () => typed(large, note, lines)),
				selection: await selecting(large, lines * 20),
			});
		}

		return {bySize, verb: verbs, flashes};
	} finally {
		for (const one of probes) {
			await one.close();
		}

		await writers.small.stop();
		await writers.large.stop();
	}
};
