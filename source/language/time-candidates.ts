import type {Command} from '../command.ts';
import {clockTimeFrom, type Instant} from '../time.ts';
import type {Candidate} from './complete.ts';
import {readTime} from './when/index.ts';

/** When and where times are read, for saying which moment is meant. */
export type TimeMoment = {
	readonly now: Instant;
	/** From when what lies ahead is counted, where that is not `now`. */
	readonly today?: Instant | undefined;
	readonly zone: string;
};

const ahead = ['10m', '20m', '30m', '1h', '2h', 'tomorrow 09:00'] as const;
const past = ['5m ago', '10m ago', '20m ago', '30m ago', '1h ago'] as const;

const begins = (word: string, texts: readonly string[]): readonly string[] =>
	texts.filter(text => text.startsWith(word.toLowerCase()));

/** A number alone is the beginning of a time: of minutes, or of hours. */
const countedIn = (word: string, end: string): readonly string[] =>
	/^[1-9]\d?$/u.test(word) ? [`${word}m${end}`, `${word}h${end}`] : [];

/**
 * Times that may stand after the word `opening`, where the verb takes one there: to come after `by`, `until`, `next`,
 * past after `since` and `at`. Those that begin as typed; a number as minutes and as hours.
 */
export const timeCandidates = (
	opening: string,
	word: string,
	{fields, isVerbatim}: Command,
	moment?: TimeMoment,
): readonly Candidate[] => {
	const after = opening.toLowerCase();
	const isTaken = Object.values(fields).some(field => field.type === 'time' && field.word === after);
	const isPast = after === 'since' ? isTaken : after === 'at' && !isVerbatim;
	if (!isTaken && !isPast) {
		return [];
	}

	const counted = moment && {zone: moment.zone, now: isPast ? moment.now : (moment.today ?? moment.now)};
	const given = [...begins(word, isPast ? past : ahead), ...countedIn(word, isPast ? ' ago' : '')];
	return [...new Set(given)].flatMap(text => {
		if (text === word) {
			return [];
		}

		const reading = counted && readTime(text, {...counted, direction: isPast ? 'occurred' : 'due'});
		return reading !== undefined && 'refused' in reading
			? []
			: [
					{
						text,
						hint:
							reading === undefined || counted === undefined
								? 'a time'
								: clockTimeFrom(counted.now, reading.at, reading.zone),
					},
				];
	});
};
