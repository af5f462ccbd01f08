import type {DoctrineFigures} from './consult.ts';
import {type KeyRound, type KeyTimes, type SizeRound, sizes} from './keys.ts';
import type {Size} from './probe.ts';
import type {StartRound} from './start.ts';
import {median, overRounds, type Pair} from './statistics.ts';
import type {Figure} from './table.ts';

/** Everything that was measured in one run. */
export type Measured = {
	readonly keys: readonly KeyRound[];
	readonly starts: readonly StartRound[];
	readonly visible: readonly Pair[];
	/** Milliseconds of processor time a second; undefined where the system does not tell. */
	readonly idle: Readonly<Record<'small' | 'large', number | undefined>>;
	readonly doctrine: DoctrineFigures;
};

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** A figure that is a time over a floor, and must not be more than so many times that. */
const over = (name: string, pairs: readonly Pair[], floorName: string, most?: number): Figure => {
	const {value, floor, ratio} = overRounds(pairs);
	return {
		name,
		value: ms(value),
		floor: `${ms(floor)} ${floorName}`,
		ratio,
		...(most === undefined ? {} : {target: `≤ ${most}×`, isMet: ratio <= most}),
	};
};

const sizeName = ([columns, rows]: Size): string => `${columns}×${rows}`;

type Typed = 'small' | 'large' | 'selection';

const keyFigures = (rounds: readonly KeyRound[]): readonly Figure[] => {
	const at = (size: Size) => rounds.flatMap(({bySize}) => bySize).filter(round => round.size[0] === size[0]);
	const pairs = (size: Size, what: Typed, rank: 'p50' | 'p95'): readonly Pair[] =>
		at(size).map(round => ({value: round[what][rank], floor: round.echo[rank]}));
	const lines = (name: string, what: Typed, rank: 'p50' | 'p95', most?: number): readonly Figure[] =>
		sizes.map(size => over(`${name}, ${sizeName(size)}`, pairs(size, what, rank), 'echo', most));

	const spread = sizes.flatMap(size =>
		(['small', 'large'] as const).map(what => overRounds(pairs(size, what, 'p50')).ratio),
	);
	const apart = (Math.max(...spread) / Math.min(...spread) - 1) * 100;
	const bytesOf = (what: (round: SizeRound) => KeyTimes) =>
		sizes.map(size => Math.round(median(at(size).map(round => what(round).bytes))));
	const bytes = bytesOf(round => round.large);
	const held = Math.max(...rounds.map(({flashes}) => flashes.heldBack));
	const atOnce = Math.max(...rounds.map(({flashes}) => flashes.shownAtOnce));
	const all = sizes.map(size => sizeName(size)).join(' / ');
	return [
		...lines('Key to paint, p50, 10,000 entries', 'large', 'p50', 3),
		...lines('Key to paint, p95, 10,000 entries', 'large', 'p95', 8),
		...lines('Key to paint, p50, 20 entries', 'small', 'p50', 3),
		{
			name: 'The slowest of these six medians over the fastest',
			value: `${apart.toFixed(0)} % more`,
			target: '≤ 15 %',
			isMet: apart <= 15,
		},
		over(
			'Key to paint in a line with a verb, p50, 10,000 entries, 120×40',
			rounds.map(({verb}) => ({value: verb.large.p50, floor: verb.echo.p50})),
			'echo',
		),
		...lines('Moving the selection in the log of 10,000, p50', 'selection', 'p50', 5),
		{
			name: `Bytes for a key in the composer, ${all}`,
			value: bytes.join(' / '),
			floor: `${Math.round(median(rounds.map(({verb}) => verb.echo.bytes)))} echo`,
			target: '≤ 100',
			isMet: Math.max(...bytes) <= 100,
		},
		{
			name: 'Bytes for a key in a line with a verb, 120×40',
			value: String(Math.round(median(rounds.map(({verb}) => verb.large.bytes)))),
		},
		{name: `Bytes for a move in the log, ${all}`, value: bytesOf(round => round.selection).join(' / ')},
		{
			name: 'Cells that flash at a key, at most, with / without synchronized output',
			value: `${held} / ${atOnce}`,
			target: '0',
			isMet: held === 0 && atOnce === 0,
		},
	];
};

const idleFigure = (name: string, used: number | undefined): Figure =>
	used === undefined
		? {name, value: 'skipped: told on Linux only'}
		: {
				name,
				value: `${used.toFixed(1)} ms/s`,
				floor: '1000 ms/s, a core',
				target: '≤ 1 % of a core',
				isMet: used <= 10,
			};

const startFigures = (rounds: readonly StartRound[]): readonly Figure[] => {
	const figure = (name: string, value: (round: StartRound) => number, most?: number) =>
		over(
			name,
			rounds.map(round => ({value: value(round), floor: round.floor})),
			'node -e 0',
			most,
		);
	return [
		figure('First paint, 20 entries, 120×40', round => round.paint.small),
		figure('First paint, 1,000 entries, 120×40', round => round.paint.thousand, 4),
		figure('First paint, 10,000 entries, 120×40', round => round.paint.large),
		figure('A note from the shell, 20 entries', round => round.note.small),
		figure('A note from the shell, 10,000 entries', round => round.note.large),
	];
};

const visibleFigure = (pairs: readonly Pair[]): Figure => {
	// The entry's own way is what comes on top of a bare watcher, whose looks fall at other moments.
	const value = median(pairs.map(pair => pair.value));
	const floor = median(pairs.map(pair => pair.floor));
	const most = Math.max(...pairs.map(pair => pair.value));
	return {
		name: "Another's entry visible after its call has ended, median (at most)",
		value: `${ms(value)} (${ms(most)})`,
		floor: `${ms(floor)} bare watcher`,
		ratio: value / floor,
		target: '≤ 250 ms',
		isMet: most <= 250,
	};
};

const doctrineFigures = ({anew, afterEntry, afterMoment, empty}: DoctrineFigures): readonly Figure[] => {
	const figure = (name: string, {median: value}: {readonly median: number}, most?: number): Figure => ({
		name,
		value: ms(value),
		floor: `${ms(empty.median)} empty board`,
		ratio: value / empty.median,
		...(most === undefined ? {} : {target: `≤ ${most} ms`, isMet: value <= most}),
	});
	return [
		figure('Doctrine asked after one more entry, 10,000 entries', afterEntry, 5),
		figure('Doctrine asked when the clock reaches the next moment', afterMoment, 5),
		figure('Doctrine asked with nothing remembered', anew, 5),
	];
};

/** What was measured as the lines of the table. */
export const figuresOf = ({keys, starts, visible, idle, doctrine}: Measured): readonly Figure[] => [
	...keyFigures(keys),
	idleFigure('Idle with the clock, 120×40, 20 entries', idle.small),
	idleFigure('Idle with the clock, 120×40, 10,000 entries', idle.large),
	...startFigures(starts),
	visibleFigure(visible),
	...doctrineFigures(doctrine),
];
