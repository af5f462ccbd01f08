import {createHash} from 'node:crypto';
import type {Board} from '../board.ts';
import type {Entry} from '../entry.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {emptyBoard, foldAll} from '../fold.ts';
import {evaluate} from './evaluate.ts';
import type {DrillRun} from './figures.ts';
import {scenarioInLog} from './from-log.ts';
import {isDrillReference} from './references.ts';
import type {Scenario} from './scenario.ts';

/** A drill as it was played and judged. */
export type JudgedDrill = {
	readonly board: Board;
	readonly run: DrillRun;
	readonly scenario: Scenario;
	/** Whether the scenario in the log has the hash that the drill began with. */
	readonly isScenarioWhole: boolean;
};

/** Judges a drill by the scenario in its own log; or says why it cannot be, as the end of a sentence. */
export const judge = (reference: string, entries: readonly Entry[]): JudgedDrill | {readonly why: string} => {
	const board = foldAll(emptyBoard(reference), entries);
	const {drill, ended} = board.exercise;
	if (drill === undefined) {
		return {why: board.declaration.exercise ? 'it follows no scenario' : 'it is a live incident'};
	}

	const found = scenarioInLog(board);
	if ('why' in found) {
		return found;
	}

	const {scenario, source} = found;
	const {sha256, start, held} = drill;
	const evaluation = evaluate(scenario, {entries, board, now: ended?.at ?? start});
	return {
		board,
		scenario,
		run: {reference, sha256, start, held, evaluation},
		isScenarioWhole: createHash('sha256').update(source).digest('hex') === sha256,
	};
};

/** More runs beside each other fit on no page; the newest tell most. */
const mostRuns = 4;

/** A run of the same scenario, or of another version of it, that came before. */
export type EarlierRun = DrillRun & {readonly isSameVersion: boolean};

/** The runs that came before a drill. */
export type EarlierRuns = {
	/** The newest of them, oldest first. */
	readonly earlier: readonly EarlierRun[];
	/** How many before those were left out. */
	readonly leftOut: number;
	/** Earlier runs that cannot be compared, each with why, as the end of a sentence. */
	readonly unjudged: readonly {readonly reference: string; readonly why: string}[];
};

/** Whether a log is of a run of the same scenario, of another version of it, or of something else. */
const kinship = (one: Board, other: Board): 'same' | 'version' | 'other' => {
	const [drill, before] = [one.exercise.drill, other.exercise.drill];
	if (drill === undefined || before === undefined) {
		return 'other';
	}

	return drill.sha256 === before.sha256 ? 'same' : drill.title === before.title ? 'version' : 'other';
};

/** Finds the runs of the same scenario, and of other versions of it, that stand before a drill in the ledger. */
export const earlierRuns = async (ledger: Pick<Ledger, 'incidents' | 'read'>, board: Board): Promise<EarlierRuns> => {
	const references = await ledger.incidents();
	const before = references.slice(0, references.indexOf(board.incident)).filter(isDrillReference);
	const earlier: EarlierRun[] = [];
	const unjudged: {reference: string; why: string}[] = [];
	let leftOut = 0;
	for (const reference of before.toReversed()) {
		const entries = await ledger.read(reference);
		const kin = kinship(board, foldAll(emptyBoard(reference), entries));
		if (kin === 'other') {
			continue;
		}

		if (earlier.length === mostRuns) {
			leftOut++;
			continue;
		}

		const judged = judge(reference, entries);
		if ('why' in judged) {
			unjudged.push({reference, why: judged.why});
		} else {
			earlier.push({...judged.run, isSameVersion: kin === 'same'});
		}
	}

	return {earlier: earlier.toReversed(), leftOut, unjudged: unjudged.toReversed()};
};
