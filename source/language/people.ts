import type {RosterPerson} from '../duties/staffing/events.ts';
import {nameOf, type Person, plain, present, type Staffing} from '../duties/staffing/state.ts';
import {once} from '../memo.ts';
import {type Refusal, refuse} from '../refusal.ts';

/** Somebody who is named for the first time. */
export type Newcomer = {readonly handle: string; readonly name: string};

export {plain} from '../duties/staffing/state.ts';

/** Letters and digits only, plain and in lower case: what a handle is made of. */
const slug = (text: string): string => plain(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

/** A handle for a new name: the first name, then the whole name, then a number. */
export const handleFor = (name: string, taken: ReadonlySet<string>): string => {
	const parts = name.split(/\s+/u).map(slug).filter(Boolean);
	const first = (parts[0] ?? 'person').slice(0, 24);
	const last = parts.length > 1 ? (parts.at(-1) ?? '') : '';
	const candidates = [first, (first + last).slice(0, 32)];
	const free = candidates.find(one => one !== '' && !taken.has(one));
	if (free !== undefined) {
		return free;
	}

	let number = 2;
	while (taken.has(`${first}${number}`)) {
		number++;
	}

	return `${first}${number}`;
};

/** How somebody may be called: the whole name in plain letters, and the beginnings that each of its words may have. */
const callingsOf = once((person: Newcomer): {readonly name: string; readonly words: readonly string[]} => {
	const name = plain(person.name);
	return {name, words: name.split(/\s+/u).map(slug)};
});

const isCalledPlain = (person: Newcomer, wanted: string): boolean =>
	person.handle === wanted || callingsOf(person).name === wanted;

/** True where the typed words are the person's handle or whole name, whatever the case and the accents. */
export const isCalled = (person: Newcomer, typed: string): boolean => isCalledPlain(person, plain(typed));

/** People whom the typed words may mean, the closest kind of match only. */
export const peopleMeant = <One extends Newcomer>(people: readonly One[], typed: string): readonly One[] => {
	const wanted = plain(typed);
	const exact = people.filter(one => isCalledPlain(one, wanted));
	if (exact.length > 0) {
		return exact;
	}

	const key = slug(typed);
	return key === ''
		? []
		: people.filter(one => one.handle.startsWith(key) || callingsOf(one).words.some(word => word.startsWith(key)));
};

/**
 * Who of the roster may be meant: by a beginning too, or by the whole name only. Whoever is on the board already is
 * called as there.
 */
export const rosterMeant = (
	{roster, people}: Staffing,
	typed: string,
	isWhole: boolean,
): readonly (Person | RosterPerson)[] => {
	const meant = isWhole ? roster.filter(one => isCalled(one, typed)) : peopleMeant(roster, typed);
	return [...new Set(meant.map(one => people.find(other => callingsOf(other).name === callingsOf(one).name) ?? one))];
};

/** The one person that is meant by `@typed`. */
export const personMeant = (staffing: Staffing, typed: string): Person | Refusal => {
	const meant = peopleMeant(staffing.people, typed);
	const [only] = meant;
	if (only !== undefined && meant.length === 1) {
		return only;
	}

	if (only !== undefined) {
		return refuse(
			`@${typed} may be ${meant.map(one => nameOf(staffing, one.handle)).join(' or ')}.`,
			`Write ${meant.map(one => `@${one.handle}`).join(' or ')}.`,
		);
	}

	const here = present(staffing)
		.slice(0, 6)
		.map(one => `@${one.handle}`);
	return refuse(
		`Nobody here is called ${typed}.`,
		`Write the full name to add somebody new, as @"${typed === '' ? 'Sam Ó Briain' : typed}"${here.length === 0 ? '.' : `; here are ${here.join(', ')}.`}`,
	);
};
