import {replacing, sameness} from '../../sharing/matching.ts';

/*
A scenario is shown to other people than those who lived through it: whoever is named in what it is made of is played as
a role, or as Person 1. What is no person (a monitor, a provider, an operations team) keeps its name: the players must
know who calls.
*/

/** What people call a party that is no single person, or somebody by their office. */
const offices =
	/\b(?:administrators?|alert\w*|analysts?|attackers?|authority|backups?|bank|board|cdn|cert|clerk|cloud|communications|coordinator|customers?|database|deputy|desk|director|engineers?|facilitator|finance|intruders?|lead|legal|liaison|logs?|manager|media|member|monitoring|observer|officer|operations|operator|paging|police|press|primary|probes?|providers?|public|regulator|representative|researcher|secondary|secretariat|security|service|staff|storage|suppliers?|support|systems?|teams?|union|users?|vendor)\b|\.(?:com|gov|io|net|org|uk)$/iu;

const particles: ReadonlySet<string> = new Set([
	'al',
	'bin',
	'da',
	'de',
	'del',
	'den',
	'der',
	'di',
	'la',
	'ter',
	'van',
	'von',
	'y',
]);

/**
 * Whether a name may be a person's: a word alone, or several that begin large, and none that tells of an office or a
 * party. In doubt it is one.
 */
export const mayBePerson = (name: string): boolean => {
	const words = name.trim().split(/\s+/u);
	return (
		!offices.test(name) && (words.length === 1 || words.every(word => particles.has(word) || /^[^\p{Ll}]/u.test(word)))
	);
};

/** Those of some speakers who may be persons: an organisation that the title names is none. */
export const personsAmong = (speakers: readonly string[], title: string): readonly string[] => {
	const words = new Set(title.split(/[^\p{L}\p{N}]+/u));
	return [...new Set(speakers)].filter(name => name.trim() !== '' && mayBePerson(name) && !words.has(name));
};

/** Whether somebody on the board has an office for a name, as the players of an exercise do. */
export const isOffice = (name: string): boolean => offices.test(name);

/** People by other names, in every text of a story alike. */
export type Names = {
	/** Who is shown for somebody who speaks. */
	readonly of: (name: string) => string;
	/** A text without their names. */
	readonly within: (text: string) => string;
};

/** Everybody as they are. */
export const ownNames: Names = {of: name => name, within: text => text};

/** Somebody by all the names that are theirs alone: a name, a handle. */
export type Somebody = readonly string[];

/**
 * Other names: Person 1, Person 2 …, in the order of `people`, then of `others`, of whom only a name is known: one who
 * is called as somebody before them is called is that person. Every word of a name is looked for as well.
 */
export const otherNames = (people: readonly Somebody[], others: readonly string[] = []): Names => {
	const known = new Map<string, string>();
	let count = 0;
	const learn = (names: Somebody, person: string | undefined): void => {
		count += person === undefined ? 1 : 0;
		for (const name of names) {
			known.set(sameness(name), person ?? `Person ${count}`);
		}
	};

	for (const names of people) {
		learn(names, undefined);
	}

	for (const name of others) {
		const key = sameness(name);
		learn([name], known.get(key) ?? known.get(key.split(' ', 1)[0] ?? key));
	}

	for (const [key, person] of new Map(known)) {
		for (const part of key.split(/[^\p{L}\p{N}]+/u).filter(word => word.length > 2 && !known.has(word))) {
			known.set(part, person);
		}
	}

	const within = replacing(known.keys(), name => known.get(name) ?? name);
	return {within, of: name => known.get(sameness(name)) ?? within(name)};
};
