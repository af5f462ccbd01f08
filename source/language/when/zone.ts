import {day, hour, minute, second} from './units.ts';

/** How far a wall clock stands ahead of UTC, in milliseconds, at a moment (milliseconds since 1970). */
export type Offset = (moment: number) => number;

/** A wall clock that never changes: an offset or an abbreviation. */
export const fixedOffset =
	(milliseconds: number): Offset =>
	() =>
		milliseconds;

// '6/2/2026, GMT+01:00'; UTC itself may come without digits, years before the standard times with seconds.
const shape = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/u;

const parseOffset = (shown: string): number => {
	const [, sign, hours, minutes, seconds] = shape.exec(shown) ?? [];
	const size = Number(hours ?? 0) * hour + Number(minutes ?? 0) * minute + Number(seconds ?? 0) * second;
	return sign === '-' ? -size : size;
};

const offsets = new Map<string, Offset>();

/**
 * The wall clock of an IANA zone, kept after the first call: a formatter costs a thousand times what it answers.
 * @throws RangeError when the runtime does not know the zone.
 */
export const offsetOf = (zone: string): Offset => {
	const known = offsets.get(zone);
	if (known !== undefined) {
		return known;
	}

	const formatter = new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'longOffset'});
	const offset = (moment: number) => parseOffset(formatter.format(moment));
	offsets.set(zone, offset);
	return offset;
};

/** What the wall clock shows at a moment, as the moment at which UTC shows the same. */
export const wallAt = (moment: number, offset: Offset): number => moment + offset(moment);

/**
 * The moments at which the wall clock shows `wall` (see `wallAt`), earliest first: one as a rule, two where the clock
 * is put back. Where it is put forward past `wall` nothing shows it: the answer is then one moment, later by the gap.
 */
export const momentsOf = (wall: number, offset: Offset): readonly number[] => {
	// No zone is a day from UTC, so these two stand on either side of any change that touches this wall clock.
	const before = offset(wall - day);
	const after = offset(wall + day);
	if (before === after) {
		return [wall - before];
	}

	// Two remain only where the clock was put back, and then the offset before the change gives the earlier one.
	const shown = [wall - before, wall - after].filter(moment => wallAt(moment, offset) === wall);
	return shown.length > 0 ? shown : [wall - before];
};
