import {isZone} from '../../time.ts';
import {hour, minute} from './units.ts';
import {type Unread, listed, quoted, refuseTime} from './unread.ts';
import {type Offset, fixedOffset, offsetOf} from './zone.ts';

/** A zone as it stands in the input. `name` only for an IANA zone: an offset does not say where it is. */
export type Zone = {readonly offset: Offset; readonly name?: string};

// In hours. CST and its kin as in North America, where they are most used; BST as in Britain.
const abbreviations: Readonly<Record<string, number>> = {
	utc: 0,
	gmt: 0,
	z: 0,
	wet: 0,
	west: 1,
	bst: 1,
	cet: 1,
	cest: 2,
	eet: 2,
	eest: 3,
	jst: 9,
	aest: 10,
	aedt: 11,
	nzst: 12,
	nzdt: 13,
	est: -5,
	edt: -4,
	cst: -6,
	cdt: -5,
	mst: -7,
	mdt: -6,
	pst: -8,
	pdt: -7,
};

const zones = new Map(
	Object.entries(abbreviations).map(([name, hours]): [string, Zone] => [name, {offset: fixedOffset(hours * hour)}]),
);

const ambiguous: ReadonlyMap<string, readonly string[]> = new Map([
	['ist', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
]);

// A name that is meant as a zone even when there is none such, unlike `and/or`.
const regions = /^(?:africa|america|antarctica|arctic|asia|atlantic|australia|etc|europe|indian|pacific|us)\//iu;
const nameShape = /^[a-z_]{2,20}(?:\/[a-z0-9_+-]{2,32}){1,2}$/iu;

// The database spells its names in one way only; a name in small letters is given capitals as that has them.
const spelled = (name: string): string => {
	const known = new Intl.DateTimeFormat('en', {timeZone: name}).resolvedOptions().timeZone;
	if (known.toLowerCase() === name.toLowerCase()) {
		return known;
	}

	return name === name.toLowerCase()
		? name.replaceAll(/(?:^|[/_-])(?:(?:us|utc|gmt)(?![a-z])|[a-z])/gu, part => part.toUpperCase())
		: name;
};

const lookUp = (text: string): Zone | Unread | undefined => {
	if (isZone(text)) {
		return {offset: offsetOf(text), name: spelled(text)};
	}

	return regions.test(text)
		? refuseTime(`${quoted(text)} is no time zone.`, 'Name one as Europe/London, or write the offset: 14:05 +02:00.')
		: undefined;
};

const lookedUp = new Map<string, Zone | Unread | undefined>();
const mostLookedUp = 500;

// A miss costs the runtime 20 µs and a line is read at each key, so misses are kept as well.
const readName = (text: string): Zone | Unread | undefined => {
	if (!nameShape.test(text)) {
		return undefined;
	}

	if (!lookedUp.has(text)) {
		if (lookedUp.size >= mostLookedUp) {
			lookedUp.clear();
		}

		lookedUp.set(text, lookUp(text));
	}

	return lookedUp.get(text);
};

const offsetShape = /^(utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?$/u;

/**
 * An offset such as `+02:00`, `-0530` or `UTC+2`. One digit, or an hour without minutes, only after UTC or GMT, or
 * where `attached` to a clock time: `+20` alone is a number.
 */
export const readOffset = (text: string, attached: boolean): Zone | undefined => {
	const [matched, prefix, sign, hours = '', minutes] = offsetShape.exec(text) ?? [];
	const loose = prefix === undefined && (hours.length < 2 || (minutes === undefined && !attached));
	const size = Number(hours) * hour + Number(minutes ?? 0) * minute;
	if (matched === undefined || loose || Number(minutes ?? 0) > 59 || size > (sign === '-' ? 12 : 14) * hour) {
		return undefined;
	}

	return {offset: fixedOffset(sign === '-' ? -size : size)};
};

/**
 * A word that names a zone: an IANA name, an offset or one of a few abbreviations, in any case. A refusal for one that
 * has several meanings or for a place the runtime does not know; undefined for a word that is no zone.
 */
export const readZone = (text: string, attached = false): Zone | Unread | undefined => {
	const small = text.toLowerCase();
	const places = ambiguous.get(small);
	if (places !== undefined) {
		return refuseTime(`${text} stands for several time zones.`, `Write ${listed(places)}.`);
	}

	return zones.get(small) ?? readOffset(small, attached) ?? readName(text);
};
