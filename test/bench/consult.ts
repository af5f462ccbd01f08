// How long doctrine takes to be asked on a large incident: 10,000 entries, 300 people, every rule on.
// Run it with `npm run bench`. Floors are measured in the same run: the same board folded once, and an empty board.
import process from 'node:process';
import {createConsultation, consult} from '../../source/consult.ts';
import {rules} from '../../source/duties/index.ts';
import {profileOf} from '../../source/duties/declaration/state.ts';
import {emptyBoard, fold, foldAll} from '../../source/fold.ts';
import {raisedPrompts} from '../../source/raised.ts';
import {createWatch} from '../../source/watch.ts';
import {later} from '../../source/time.ts';
import {largeIncident} from './large-incident.ts';

const rounds = 60;

const measured = (run: () => unknown, count = rounds): {readonly median: number; readonly p95: number} => {
	const times = Array.from({length: count}, () => {
		const start = performance.now();
		run();
		return performance.now() - start;
	}).toSorted((a, b) => a - b);
	return {median: times[Math.floor(count / 2)] ?? 0, p95: times[Math.floor(count * 0.95)] ?? 0};
};

const milliseconds = ({median, p95}: {readonly median: number; readonly p95: number}): string =>
	`${median.toFixed(2).padStart(9)} ms ${p95.toFixed(2).padStart(9)} ms`;

const {entries, now} = largeIncident(10_000, 300);
const incident = entries[0]?.incident ?? '';
const board = foldAll(emptyBoard(incident), entries);
const profile = profileOf(board.declaration);
const say = (what: string, figure: string) => process.stdout.write(`${what.padEnd(58)} ${figure}\n`);

say(`${entries.length} entries, ${board.staffing.people.length} people, ${rules.length} rules`, '   median       p95');
say('one consult, nothing remembered', milliseconds(measured(() => consult(board, now, profile))));

const remembering = createConsultation();
remembering(board, now, profile);
say('the same board and moment again', milliseconds(measured(() => remembering(board, now, profile))));

const last = entries.at(-1);
if (last !== undefined) {
	const before = foldAll(emptyBoard(incident), entries.slice(0, -1));
	say(
		'one consult after one more entry',
		milliseconds(
			measured(() => {
				remembering(before, now, profile);
				const start = performance.now();
				remembering(fold(before, last), now, profile);
				return performance.now() - start;
			}),
		),
	);
}

let moment = now;
say(
	'one consult after the clock has reached the next moment',
	milliseconds(
		measured(() => {
			const {until} = remembering(board, moment, profile);
			moment = until ?? later(moment, 60_000);
			return remembering(board, moment, profile);
		}),
	),
);
say(
	'floor: the board folded from its entries',
	milliseconds(measured(() => foldAll(emptyBoard(incident), entries), 5)),
);
say('floor: one consult of an empty board', milliseconds(measured(() => consult(emptyBoard(incident), now, profile))));
say('every prompt ever raised, told anew from the log', milliseconds(measured(() => raisedPrompts(entries, now), 3)));

const dearest = rules
	.map(rule => ({id: rule.id, ...measured(() => rule.consult(board, createWatch(now).watch, profile), 15)}))
	.toSorted((a, b) => b.median - a.median)
	.slice(0, 8);
process.stdout.write(
	`\nThe dearest rules, median: ${dearest.map(({id, median}) => `${id} ${median.toFixed(2)} ms`).join(', ')}\n`,
);
