import type {Board} from '../board.ts';
import type {Entry} from '../entry.ts';
import {redactionWords} from '../sharing/words.ts';
import {visible} from '../text.ts';
import type {Instant} from '../time.ts';
import {type DueTime, dueTimes} from './due-times.ts';

type CalendarView = {readonly board: Board; readonly entries: readonly Entry[]; readonly version: string};

/** Octets in a line, without its end (RFC 5545, 3.1). */
const longest = 75;

/** A content line, folded where it is too long, never within a character. */
export const folded = (line: string): string => {
	const lines: string[] = [];
	let part = '';
	let octets = 0;
	for (const character of line) {
		const size = Buffer.byteLength(character);
		if (octets + size > longest) {
			lines.push(part);
			// The blank that says it goes on is one of the octets.
			part = ' ';
			octets = 1;
		}

		part += character;
		octets += size;
	}

	return `${[...lines, part].join('\r\n')}\r\n`;
};

/** Free text in a value. */
const escaped = (text: string): string =>
	visible(text)
		.replaceAll(/[\\;,]/gu, found => `\\${found}`)
		.replaceAll('\n', '\\n');

/** `20260602T092000Z` */
const stamp = (at: Instant): string => at.replace(/\.\d{3}Z$/u, 'Z').replaceAll(/[-:]/gu, '');

const warning = 'PT5M';

const eventLines = (due: DueTime, {incident, declaration}: Board, origin: string): readonly string[] => {
	const {exercise, marking} = declaration;
	const title = `${exercise ? 'EXERCISE ' : ''}${incident} ${due.title}`;
	return [
		'BEGIN:VEVENT',
		// References repeat from ledger to ledger; the hash of an incident's first entry does not.
		`UID:${escaped(due.key.replaceAll(/[^\p{L}\p{N}.:-]/gu, '-'))}-${origin}@loggist`,
		`DTSTAMP:${stamp(due.changedAt)}`,
		`LAST-MODIFIED:${stamp(due.changedAt)}`,
		`SEQUENCE:${due.sequence}`,
		`DTSTART:${stamp(due.at)}`,
		`SUMMARY:${escaped(title)}`,
		...(marking === undefined ? [] : [`DESCRIPTION:${escaped(marking)}`]),
		`STATUS:${due.isAwaited ? 'CONFIRMED' : 'CANCELLED'}`,
		'TRANSP:TRANSPARENT',
		...(due.isAwaited
			? ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, `TRIGGER:-${warning}`, 'END:VALARM']
			: []),
		'END:VEVENT',
	];
};

/**
 * The due times of an incident as a calendar (iCalendar, RFC 5545): an event each, with the same UID in every export and
 * a SEQUENCE that grows when it is moved. The same log gives the same bytes.
 */
export const calendarLines = function* ({board, entries, version}: CalendarView): Generator<string> {
	const {exercise, title} = board.declaration;
	const {hash, recordedAt} = entries[0] ?? {hash: '', recordedAt: ''};
	// A redacted log has no hashes; when it began tells two logs of one reference apart nearly as well.
	const origin = hash === '' ? recordedAt.replaceAll(/\D/gu, '') : hash.slice(0, 32);
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		`PRODID:-//Loggist//Loggist ${escaped(version)}//EN`,
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`X-WR-CALNAME:${escaped(`${exercise ? 'EXERCISE ' : ''}${board.incident} ${title}`)}`,
		...(board.redaction === undefined ? [] : [`X-WR-CALDESC:${escaped(redactionWords(board.redaction))}`]),
	];
	for (const line of lines) {
		yield folded(line);
	}

	for (const due of dueTimes(entries)) {
		for (const line of eventLines(due, board, origin)) {
			yield folded(line);
		}
	}

	yield folded('END:VCALENDAR');
};
