import {setTimeout as sleep} from 'node:timers/promises';
import type {SettableClock} from '../clock.ts';
import type {Desk} from '../desk.ts';
import {isRefusal} from '../refusal.ts';
import type {ScriptLine} from '../script.ts';
import {elapsed, type Instant} from '../time.ts';

/** A silence in the script is never watched for longer than this; the clock then jumps over it. */
const longestWait = 2500;

const timeOf = (line: ScriptLine, before: Instant): Instant => {
	const at = line.time === undefined ? Number.NaN : Date.parse(line.time);
	return Number.isNaN(at) ? before : new Date(at).toISOString();
};

/**
 * Plays a script on a desk whose clock is `clock`, `speed` times as fast as it happened; `Infinity` does not wait.
 * Throws when a line is refused: a script that ships must play.
 */
export const play = async (
	lines: readonly ScriptLine[],
	{
		desk,
		clock,
		speed,
		signal,
	}: {readonly desk: Desk; readonly clock: SettableClock; readonly speed: number; readonly signal?: AbortSignal},
): Promise<void> => {
	let now = clock.clock();
	for (const [index, line] of lines.entries()) {
		const next = timeOf(line, now);
		const wait = Number.isFinite(speed) ? Math.min(longestWait, elapsed(now, next) / speed) : 0;
		if (wait > 0) {
			// The clock must not pass the next line, however long the wait is on this machine.
			clock.set(now, speed);
			await sleep(wait, undefined, {signal});
		}

		clock.set(next, 0);
		now = next;
		const answer = await desk.write(line.line, line.by === undefined ? {} : {by: line.by});
		if (isRefusal(answer)) {
			throw new Error(`line ${index + 1} of the script, “${line.line}”: ${answer.refused} ${answer.mend}`);
		}
	}

	clock.set(now, 1);
};
