import type {Entry} from '../entry.ts';
import {replacing, sameness} from './matching.ts';
import {withoutReach} from './reach.ts';
import {isVoice} from '../voices.ts';

/** People of a log under other names, the same for the whole of it. */
export type Pseudonyms = {
	/** What is a handle, a name or a login as a whole, and otherwise as `within`. */
	readonly of: (value: string) => string;
	/** A free text without the people in it. */
	readonly within: (text: string) => string;
	/** Every word and name that is looked for, as `sameness` gives it, and what stands in its place. */
	readonly names: ReadonlyMap<string, string>;
};

/** Fields of events that hold a person's handle or name. A test asks for every field of text whether it belongs here. */
export const personFields: ReadonlySet<string> = new Set([
	'authorisedBy',
	'briefer',
	'commander',
	'custodian',
	'decidedBy',
	'decider',
	'deputy',
	'expert',
	'from',
	'handle',
	'im',
	'lead',
	'manager',
	'members',
	'owner',
	'person',
	'secretariat',
	'takenBy',
	'to',
	'wasOwner',
]);

/** A mention of somebody: by a handle, with the name that belongs to it where both stand together. */
export type Mention = {readonly handle: string; readonly name?: string};

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everybody whom an event names, in an order that does not hang on how it was kept. */
const mentionsIn = function* (value: unknown, field = ''): Generator<Mention> {
	if (typeof value === 'string') {
		if (personFields.has(field)) {
			yield {handle: value};
		}
	} else if (Array.isArray(value)) {
		for (const one of value) {
			yield* mentionsIn(one, field);
		}
	} else if (isFields(value)) {
		const {handle, name} = value;
		if (typeof handle === 'string' && typeof name === 'string') {
			yield {handle, name};
		}

		for (const key of Object.keys(value).toSorted()) {
			yield* mentionsIn(value[key], key);
		}
	}
};

/** People in the lines of a scenario, as `checkin @"Priya Shah"`: they may play in it without being in the log. */
const mentionsInScenario = function* (text: string): Generator<Mention> {
	for (const {1: quoted, 2: bare} of text.matchAll(/@(?:\\?"([^"\\\n]+)\\?"|([\p{L}\p{N}][\p{L}\p{N}._-]*))/gu)) {
		yield {handle: quoted ?? bare ?? ''};
	}
};

const mentionsOf = function* ({by, event, recordedBy}: Entry): Generator<Mention> {
	if (event.kind === 'inject-delivered') {
		// Who is played in an exercise, “Head of casework”, is nobody: words of the trade would go with the name.
		if (by !== event.from) {
			yield {handle: by};
		}
	} else {
		if (!isVoice(by)) {
			yield {handle: by};
		}

		if (event.kind !== 'unread') {
			yield* mentionsIn(event);
		}
	}

	if (event.kind === 'drill-ended' && event.scenario !== undefined) {
		yield* mentionsInScenario(event.scenario);
	}

	yield {handle: recordedBy};
};

/** `Priya` and `Shah` of `Priya Shah`: people are called by either. An initial alone is nobody. */
const partsOf = (name: string): readonly string[] =>
	sameness(name)
		.split(/[^\p{L}\p{N}]+/u)
		.filter(part => part.length > 1);

/**
 * What of a name without a handle is looked for alone. Of `Head of sales`, which names somebody too, it is not every word:
 * those that begin small are none of a name where others begin with a capital.
 */
const partsCalled = (name: string): readonly string[] => {
	const words = name.split(/\s+/u);
	const large = words.filter(word => /^[^\p{L}\p{N}]*\p{Lu}/u.test(word));
	return partsOf((large.length === 0 ? words : large).join(' '));
};

type Somebody = {readonly number: number; readonly isNamed: boolean};

const pseudonym = (number: number): string => `Person ${number}`;

/**
 * Person 1, Person 2 and so on, by the order in which a log first names them. Give it the whole log, also for a document
 * of a part of it: who is one person there is the same one in every document. `others` are named beside the log, and get
 * the numbers after it; who is called as one person of the log is that one.
 */
export const pseudonymsOf = (entries: Iterable<Entry>, others: Iterable<Mention> = []): Pseudonyms => {
	const known = new Map<string, Somebody>();
	const words = new Map<string, Set<number>>();
	let count = 0;

	const learn = (word: string, number: number): void => {
		words.set(word, (words.get(word) ?? new Set()).add(number));
	};

	/** Whom the log calls so, if it is one person only. */
	const onlyOne = (name: string): Somebody | undefined => {
		const [number, ...more] = words.get(sameness(name)) ?? [];
		return number === undefined || more.length > 0 ? undefined : {number, isNamed: true};
	};

	const meet = ({handle, name}: Mention, isBeside = false): void => {
		if (handle.trim() === '') {
			return;
		}

		const key = sameness(handle);
		// Somebody who spoke under a name before they had a handle is the same person; two of one name are not.
		const before = name === undefined ? undefined : known.get(sameness(name));
		const found =
			known.get(key) ??
			(before?.isNamed === false ? before : undefined) ??
			(isBeside ? onlyOne(name ?? handle) : undefined);
		const number = found?.number ?? ++count;
		known.set(key, {number, isNamed: name !== undefined || found?.isNamed === true});
		learn(key, number);
		const called = name ?? (/\s/u.test(handle.trim()) ? handle : undefined);
		if (called !== undefined && called.trim() !== '') {
			learn(sameness(called), number);
			for (const part of name === undefined ? partsCalled(called) : partsOf(called)) {
				learn(part, number);
			}
		}
	};

	for (const entry of entries) {
		for (const mention of mentionsOf(entry)) {
			meet(mention);
		}
	}

	for (const other of others) {
		meet(other, true);
	}

	const handleOf = (word: string): string | undefined => {
		const found = known.get(word);
		return found === undefined ? undefined : pseudonym(found.number);
	};

	// A first name that two people share must not become either of them.
	const anyOf = (word: string): string =>
		[...(words.get(word) ?? [])]
			.toSorted((a, b) => a - b)
			.map(pseudonym)
			.join(' or ');

	const renamed = replacing(words.keys(), (word, isHandle) => (isHandle ? handleOf(word) : undefined) ?? anyOf(word));
	const within = (text: string): string => renamed(withoutReach(text, found => handleOf(sameness(found))));
	const names = new Map([...words.keys()].map(word => [word, anyOf(word)]));
	return {within, of: value => handleOf(sameness(value)) ?? within(value), names};
};
