import {type Board, watched} from '../board.ts';
import type {Command, Field} from '../command.ts';
import {refKinds} from '../duties/index.ts';
import {roleKeys} from '../duties/staffing/events.ts';
import {present, standingTeams, titleOf} from '../duties/staffing/state.ts';
import {once} from '../memo.ts';
import {type Choosable, chosen, findable} from './fuzzy.ts';
import {plain} from './people.ts';
import {type TimeMoment, timeCandidates} from './time-candidates.ts';

/** Something that may stand at the cursor. */
export type Candidate = {
	readonly text: string;
	/** What it is, for the eye. */
	readonly hint: string;
};

export type Completion = {
	/** Where the word begins that a candidate would take the place of. */
	readonly from: number;
	readonly candidates: readonly Candidate[];
};

/** A verb, as far as it is offered. */
export type OfferedVerb = {readonly verb: string; readonly summary: string};

type Choices = readonly Choosable<Candidate>[];

const nothing = (at: number): Completion => ({from: at, candidates: []});

/** Chosen by its text, or by what is said of it. */
const choice = (text: string, hint: string, words = text): Choosable<Candidate> => ({
	choice: {text, hint},
	names: [text.toLowerCase()],
	words: findable(words),
});

/** Two verbs are known only to say what is done instead. */
const isHidden = ({verb}: OfferedVerb): boolean => verb === 'edit' || verb === 'delete';

const verbChoices = once(
	(verbs: readonly OfferedVerb[]): Choices =>
		verbs
			.filter(one => !isHidden(one))
			.map(({verb, summary}) => ({
				choice: {text: `/${verb}`, hint: summary},
				names: [verb],
				words: findable(verb),
			})),
);

const verbCandidates = (typed: string, verbs: readonly OfferedVerb[]): readonly Candidate[] => {
	const beginning = typed.toLowerCase();
	const candidates = chosen(typed, verbChoices(verbs));
	const isBegun = candidates.some(({text}) => text.startsWith(`/${beginning}`));
	// On the way to a verb that says what is done instead, nothing that merely looks like it is offered.
	return !isBegun && verbs.some(one => isHidden(one) && one.verb.startsWith(beginning)) ? [] : candidates;
};

const personChoices = once(
	(staffing: Board['staffing']): Choices =>
		present(staffing).map(({handle, name}) => ({
			choice: {text: `@${handle}`, hint: name},
			names: [handle, ...plain(name).split(/\s+/u)],
			words: findable(name),
		})),
);

const teamChoices = once(
	(staffing: Board['staffing']): Choices =>
		standingTeams(staffing).map(({name, task}) => choice(name, task ?? 'sub-team', `${name} ${task ?? ''}`)),
);

/** The refs of a letter, and what was looked at to know them. */
type KnownRefs = {readonly looked: ReadonlyMap<keyof Board, unknown>; readonly choices: Choices};

const knownRefs = new Map<string, KnownRefs>();

/** Everything of that letter; worked out anew only when a part of the board has changed that it is told from. */
const refChoices = (letter: string, board: Board): Choices => {
	const known = knownRefs.get(letter);
	if (known !== undefined && [...known.looked].every(([part, value]) => board[part] === value)) {
		return known.choices;
	}

	const {board: looking, looked} = watched(board);
	const standing = refKinds.get(letter)?.standing(looking) ?? [];
	const choices = standing.map(({ref, text}) => choice(ref, text, text));
	knownRefs.set(letter, {looked, choices});
	return choices;
};

const positionChoices = (field: Field | undefined, board: Board): Choices => {
	switch (field?.type) {
		case 'ref':
		case 'refs': {
			return refChoices(field.letter, board);
		}

		case 'role': {
			return roleKeys.map(role => {
				const title = titleOf(board.declaration, role);
				return choice(role, title, title);
			});
		}

		case 'word': {
			return (field.choices ?? []).map(one => choice(one, field.hint));
		}

		case 'team': {
			return teamChoices(board.staffing);
		}

		default: {
			return [];
		}
	}
};

/** Further refs where a verb takes several: only where one has been begun by its letter, for what follows may be text. */
const furtherRefs = (
	word: string,
	given: readonly string[],
	{positional, board}: {readonly positional: readonly Field[]; readonly board: Board},
): readonly Candidate[] | undefined => {
	const [field] = positional;
	const before = given.slice(1).flatMap(one => one.split(','));
	return field?.type === 'refs' && before.length > 0 && word.startsWith(field.letter)
		? refChoices(field.letter, board)
				.map(one => one.choice)
				.filter(({text}) => text.startsWith(word) && !before.includes(text))
		: undefined;
};

const keyChoices = once(
	({fields}: Command): Choices =>
		Object.values(fields).flatMap((field): Choices => {
			if (field.type !== 'key') {
				return [];
			}

			return field.value.of === 'choice'
				? Object.keys(field.value.choices).map(one => choice(`${field.key}:${one}`, field.hint))
				: [choice(`${field.key}:`, field.hint)];
		}),
);

/** All but the word that stands there already. */
const but = (word: string, candidates: readonly Candidate[]): readonly Candidate[] =>
	candidates.filter(({text}) => text !== word);

/**
 * What may stand at the cursor of a composer line: verbs after the `/`, people after `@`, teams after `#`, times after
 * `by` and its like, refs, roles and choices at their places, fields. They are found by their beginnings first, then by
 * the words of what they are (an action by its text, a person by any part of the name), then by letters in order.
 * `verbs` are those of the ledger unless there are more.
 */
export const complete = (
	line: string,
	cursor: number,
	board: Board,
	commands: readonly Command[],
	{verbs = commands, moment}: {readonly verbs?: readonly OfferedVerb[]; readonly moment?: TimeMoment} = {},
): Completion => {
	const before = line.slice(0, cursor);
	if (!before.startsWith('/') || before.length > 1000) {
		return nothing(cursor);
	}

	if (!/\s/u.test(before)) {
		const candidates = verbCandidates(before.slice(1), verbs);
		// A verb that is already whole needs no list, unless it is the beginning of another.
		const isWhole = candidates.filter(({text}) => text.startsWith(before)).length === 1;
		return isWhole && candidates.some(({text}) => text === before) ? nothing(cursor) : {from: 0, candidates};
	}

	const [, head = '', word = ''] = /^(.*\s)(\S*)$/su.exec(before) ?? [];
	const from = head.length;
	if (word.startsWith('@')) {
		const candidates = chosen(word.slice(1).replace(/^"/u, ''), personChoices(board.staffing));
		return candidates.some(one => one.text === word) ? nothing(cursor) : {from, candidates};
	}

	if (word.startsWith('#')) {
		const candidates = but(word.slice(1), chosen(word.slice(1), teamChoices(board.staffing)));
		return {from, candidates: candidates.map(({text, hint}) => ({text: `#${text}`, hint}))};
	}

	const given = head.trim().slice(1).split(/\s+/u);
	const command = commands.find(one => one.verb === given[0]?.toLowerCase());
	if (command === undefined) {
		return nothing(cursor);
	}

	const times = given.length === 1 ? [] : timeCandidates(given.at(-1) ?? '', word, command, moment);
	if (times.length > 0) {
		return {from, candidates: times};
	}

	const positional = Object.values(command.fields).filter(
		field =>
			field.type === 'ref' ||
			field.type === 'refs' ||
			field.type === 'role' ||
			field.type === 'word' ||
			(field.type === 'team' && field.bare === true),
	);
	const atPlace = but(
		word,
		furtherRefs(word, given, {positional, board}) ?? chosen(word, positionChoices(positional[given.length - 1], board)),
	);
	if (atPlace.length > 0) {
		return {from, candidates: atPlace};
	}

	return word.length === 0 ? nothing(cursor) : {from, candidates: but(word, chosen(word, keyChoices(command)))};
};
