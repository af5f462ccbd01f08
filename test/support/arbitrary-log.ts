import type {Entry} from '../../source/entry.ts';
import {emptyBoard, fold} from '../../source/fold.ts';
import {type Instant, later, minute} from '../../source/time.ts';
import {arbitraryStory} from './arbitrary-line.ts';
import * as fc from './fast-check.ts';
import {incident} from './spec.ts';

/** What `--as-of` means, to the letter: the fold of every entry recorded by then, one by one. */
export const toTheLetter = (entries: readonly Entry[], moment: Instant) =>
	entries.filter(one => one.recordedAt <= moment).reduce(fold, emptyBoard(incident));

/** Strikes at places of a story, of whatever entry was there before; some of them strike a strike. */
const withStrikes = (entries: readonly Entry[], strikes: readonly (readonly [number, number])[]): readonly Entry[] =>
	entries.map((entry, index) => {
		const strike = strikes.find(([place]) => place % Math.max(1, entries.length) === index);
		return strike === undefined || index === 0
			? entry
			: {...entry, event: {kind: 'entry-struck', entry: (strike[1] % index) + 1, reason: 'x'}};
	});

/** A log of any lines, with strikes in it. */
export const arbitraryLog = fc
	.tuple(arbitraryStory, fc.array(fc.tuple(fc.nat(), fc.nat()), {maxLength: 6}))
	.map(([{entries}, strikes]) => withStrikes(entries, strikes));

/** The same where the clock of whoever wrote it went back and forth, by minutes. */
export const arbitraryLogOfWrongClock = fc
	.tuple(arbitraryLog, fc.array(fc.integer({min: -40, max: 40}), {minLength: 1, maxLength: 8}))
	.map(([log, shifts]) =>
		log.map((entry, index) => ({
			...entry,
			recordedAt: later(entry.recordedAt, (shifts[index % shifts.length] ?? 0) * minute),
		})),
	);
