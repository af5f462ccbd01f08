// How long doctrine takes to be asked on a large incident: 10,000 entries, 300 people, every rule on.
// Alone: node test/bench/consult.ts. Floors are measured in the same run: the same board folded once, and an empty board.
import process from 'node:process';
import {createConsultation, consult} from '../../source/consult.ts';
import {rules} from '../../source/duties/index.ts';
import {profileOf} from '../../source/duties/declaration/state.ts';
import {emptyBoard, fold, foldAll} from '../../source/fold.ts';
import {raisedPrompts} from '../../source/raised.ts';
import {createWatch} from '../../source/watch.ts';
import {later} from '../../source/time.ts';
import {largeIncident} from './large-incident.ts';
import {median, quantile} from './statistics.ts';

const rounds = 60;

/** Milliseconds of one thing that was done again and again. */
export type Spread = {readonly median: number; readonly p95: number};

const spreadOf = (times: readonly number[]): Spread => ({median: median(times), p95: quantile(times, 0.95)});

const timesOf = (run: () => unknown, count: number): readonly number[] =>
	Array.from({length: count}, () => {
		const start = performance.now();
		run();
		return performance.now() - start;
	});

/** Rounds that are not counted: a console has asked doctrine many times before an incident is so large. */
const warming = 15;

const measured = (run: () => unknown, count = rounds): Spread => {
	timesOf(run, Math.min(warming, count));
	return spreadOf(timesOf(run, count));
};

/** What asking doctrine costs on a large incident. */
export type DoctrineFigures = {
	readonly size: string;
	readonly anew: Spread;
	readonly again: Spread;
	readonly afterEntry: Spread;
	readonly afterMoment: Spread;
	readonly folded: Spread;
	readonly empty: Spread;
};

type Incident = ReturnType<typeof largeIncident>;

/** Asks doctrine on a large incident in every way the console does. */
export const measureDoctrine = ({entries, now}: Incident = largeIncident(10_000, 300)): DoctrineFigures => {
	const incident = entries[0]?.incident ?? '';
	const board = foldAll(emptyBoard(incident), entries);
	const profile = profileOf(board.declaration);
	const before = foldAll(emptyBoard(incident), entries.slice(0, -1));
	const last = entries.slice(-1);
	const anew = measured(() => consult(board, now, profile));

	const remembering = createConsultation();
	remembering(board, now, profile);
	const again = measured(() => remembering(board, now, profile));

	const afterEntry = spreadOf(
		Array.from({length: rounds}, () => {
			remembering(before, now, profile);
			const start = performance.now();
			remembering(last.reduce(fold, before), now, profile);
			return performance.now() - start;
		}),
	);

	let moment = now;
	const afterMoment = measured(() => {
		const {until} = remembering(board, moment, profile);
		moment = until ?? later(moment, 60_000);
		return remembering(board, moment, profile);
	});

	return {
		size: `${entries.length} entries, ${board.staffing.people.length} people, ${rules.length} rules`,
		anew,
		again,
		afterEntry,
		afterMoment,
		folded: measured(() => foldAll(emptyBoard(incident), entries), 5),
		empty: measured(() => consult(emptyBoard(incident), now, profile)),
	};
};

/** What only documents ask, and the rules that cost most, dearest first. Takes half a minute. */
const measureAtLength = ({entries, now}: Incident) => {
	const board = foldAll(emptyBoard(entries[0]?.incident ?? ''), entries);
	const profile = profileOf(board.declaration);
	return {
		raised: measured(() => raisedPrompts(entries, now), 3),
		dearest: rules
			.map(rule => ({
				id: rule.id,
				median: measured(() => rule.consult(board, createWatch(now).watch, profile), 15).median,
			}))
			.toSorted((one, other) => other.median - one.median)
			.slice(0, 8),
	};
};

const milliseconds = (spread: Spread): string =>
	`${spread.median.toFixed(2).padStart(9)} ms ${spread.p95.toFixed(2).padStart(9)} ms`;

const say = (what: string, figure: string) => process.stdout.write(`${what.padEnd(58)} ${figure}\n`);

if (process.argv[1] === import.meta.filename) {
	const incident = largeIncident(10_000, 300);
	const figures = measureDoctrine(incident);
	say(figures.size, '   median       p95');
	say('one consult, nothing remembered', milliseconds(figures.anew));
	say('the same board and moment again', milliseconds(figures.again));
	say('one consult after one more entry', milliseconds(figures.afterEntry));
	say('one consult after the clock has reached the next moment', milliseconds(figures.afterMoment));
	say('floor: the board folded from its entries', milliseconds(figures.folded));
	say('floor: one consult of an empty board', milliseconds(figures.empty));
	const {raised, dearest} = measureAtLength(incident);
	say('every prompt ever raised, told anew from the log', milliseconds(raised));
	process.stdout.write(
		`\nThe dearest rules, median: ${dearest.map(one => `${one.id} ${one.median.toFixed(2)} ms`).join(', ')}\n`,
	);
}
