import {readFileSync} from 'node:fs';
import {emptyBoard, foldAll} from '../../../source/fold.ts';
import {openDesk} from '../../../source/desk.ts';
import type {AfterActionView} from '../../../source/documents/after-action/view.ts';
import {offered} from '../../../source/drills/library.ts';
import {readScenario} from '../../../source/drills/read.ts';
import {runUnattended} from '../../../source/drills/run.ts';
import {earlierRuns, judge} from '../../../source/drills/runs.ts';
import {readPlayerLines} from '../../../source/drills/script.ts';
import type {Ledger} from '../../../source/ledger/ledger.ts';
import {openMemoryLedger} from '../../../source/ledger/memory.ts';
import {isRefusal} from '../../../source/refusal.ts';
import {hour, later} from '../../../source/time.ts';

/** A scenario of the library, with the lines of players who do it well. */
export const fromLibrary = (name: string): {readonly source: string; readonly good: string} => {
	const file = offered().find(one => one.name === name)?.file ?? '';
	return {source: readFileSync(file, 'utf8'), good: readFileSync(file.replace('.yaml', '.lines'), 'utf8')};
};

/** Plays a scenario into a ledger, and gives its reference. Throws where it cannot be played. */
export const playDrill = async (ledger: Ledger, source: string, script: string): Promise<string> => {
	const read = readScenario(source);
	if ('troubles' in read) {
		throw new Error(JSON.stringify(read.troubles));
	}

	const {scenario} = read;
	const lines = readPlayerLines(script, scenario.start);
	if ('wrong' in lines) {
		throw new Error(lines.wrong);
	}

	const played = await runUnattended({scenario, source, lines: lines.lines}, ledger);
	if (isRefusal(played)) {
		throw new Error(`${played.refused} ${played.mend}`);
	}

	return played.reference;
};

/** Says lines in a drill that has ended, `@eva rate command M`, a minute after another from the end on. */
export const sayAfterwards = async (ledger: Ledger, reference: string, lines: readonly string[]): Promise<void> => {
	let now = (await ledger.read(reference)).at(-1)?.recordedAt ?? '';
	const desk = await openDesk({ledger, clock: () => now, login: 'loggist', home: 'UTC'}, reference);
	for (const line of lines) {
		now = later(now, 60_000);
		const [, by, said] = /^@(\S+) (.*)$/su.exec(line) ?? [];
		const answer = await desk.write(said ?? line, by === undefined ? {} : {by});
		if (isRefusal(answer)) {
			throw new Error(`“${line}”: ${answer.refused}`);
		}
	}
};

/** What the report of a drill is made from, a day after its end. */
export const reportViewOf = async (ledger: Ledger, reference: string): Promise<AfterActionView> => {
	const entries = await ledger.read(reference);
	const judged = judge(reference, entries);
	if ('why' in judged) {
		throw new Error(judged.why);
	}

	return {
		...judged,
		...(await earlierRuns(ledger, judged.board)),
		entries,
		now: later(judged.board.exercise.ended?.at ?? '', 24 * hour),
		prompts: [],
		version: '0.0.0',
		options: {pictures: true},
	};
};

/** Players who come late, forget something, and are debriefed. */
export const late = `+3m @priya assign im @priya
+6m @priya assign secretariat @sam
+8m @sam suspect the laptop holds case files
+9m @priya action lock the account of the caseworker @chen by 2m
+13m @priya data personal because 41 people are named
`;

export const debrief: readonly string[] = [
	'@priya hotwash nobody knew where the contact list is kept',
	'lesson nobody knew who calls the data protection officer area:privacy',
	'lesson the rules of play were clear',
	'followup put the privacy rota into the roster file @sam by tomorrow at 12:00 from:L1',
	'followup print the contact list',
	'@eva rate command M because the secretariat had to be asked for twice',
	'@eva rate privacy U',
];

/** A ledger in which one scenario was played three times, the last time in another version, and another one once. */
export const playedLedger = async (laptop: ReturnType<typeof fromLibrary>): Promise<Ledger> => {
	const ledger = openMemoryLedger();
	const supplier = fromLibrary('supplier-breach');
	await playDrill(ledger, laptop.source, laptop.good);
	await playDrill(ledger, supplier.source, supplier.good);
	await sayAfterwards(ledger, await playDrill(ledger, laptop.source, late), debrief);
	await playDrill(ledger, `${laptop.source}# another version\n`, laptop.good);
	return ledger;
};

/** The references of that ledger, by what they are. */
export const played = {
	first: 'DRILL-2026-0001',
	supplier: 'DRILL-2026-0002',
	late: 'DRILL-2026-0003',
	otherVersion: 'DRILL-2026-0004',
} as const;

/** The board of a drill. */
export const boardIn = async (ledger: Ledger, reference: string) =>
	foldAll(emptyBoard(reference), await ledger.read(reference));
