import type {Field} from '../command.ts';
import {refKinds} from '../duties/index.ts';
import {type RoleKey, roleKeys} from '../duties/staffing/events.ts';
import {own} from '../own.ts';
import {isRefusal, type Refusal, refuse, unreadable} from '../refusal.ts';
import type {Moment} from './moment.ts';
import {readRefs} from './several-refs.ts';
import {place, type State} from './state.ts';
import type {Word} from './tokens.ts';

/** What people call the roles besides their keys. */
const roleAliases: Readonly<Record<string, RoleKey>> = {
	manager: 'im',
	incidentmanager: 'im',
	ic: 'im',
	loggist: 'secretariat',
	scribe: 'secretariat',
	expert: 'sme',
	communications: 'comms',
};

/** A value read from a word, or why it cannot be one. */
export type Read = {readonly value: unknown} | Refusal;

/** A ref of the right letter that has been given out. */
export const readRef = (word: Word, letter: string, {board}: Moment): Read => {
	const name = refKinds.get(letter)?.noun ?? 'ref';
	const [, given, digits] = /^([a-z])(\d+)$/iu.exec(word.text) ?? [];
	const highest = board.refs[letter] ?? 0;
	const example = highest === 0 ? `No ${name} has been recorded yet.` : `The newest is ${letter}${highest}.`;
	if (given === undefined || given.toUpperCase() !== letter) {
		return unreadable(
			`${word.text} is not ${/^[aeiou]/u.test(name) ? 'an' : 'a'} ${name}.`,
			`Name it as ${letter}1. ${example}`,
			place(word),
		);
	}

	const number = Number(digits);
	return number >= 1 && number <= highest
		? {value: `${letter}${number}`}
		: refuse(`There is no ${name} ${word.text.toUpperCase()}.`, example, place(word));
};

export const readEntryNumber = (word: Word): Read => {
	const [, digits] = /^(\d{1,9})$/u.exec(word.text) ?? [];
	return digits === undefined
		? unreadable(
				`${word.text} is not the number of an entry.`,
				'A bare number names an entry of the log, as 17.',
				place(word),
			)
		: {value: Number(digits)};
};

export const readRole = (word: Word): Read => {
	const key = word.text.toLowerCase();
	const role = roleKeys.find(one => one === key) ?? own(roleAliases, key);
	return role === undefined
		? unreadable(`${word.text} is not a role.`, `The roles are ${roleKeys.join(', ')}.`, place(word))
		: {value: role};
};

export const readTeamName = (word: Word): Read => {
	const name = word.text.replace(/^#/u, '').toLowerCase();
	return /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,31}$/u.test(name)
		? {value: name}
		: unreadable(
				`${word.text} is not a team's name.`,
				'A name is one word of letters and digits, as #alpha.',
				place(word),
			);
};

const readWord = (word: Word, choices: readonly string[] | undefined): Read => {
	if (choices === undefined) {
		return {value: word.text};
	}

	const found = choices.find(one => one.toLowerCase() === word.text.toLowerCase());
	return found === undefined
		? unreadable(`${word.text} is not one of ${choices.join(', ')}.`, 'Choose one of them.', place(word))
		: {value: found};
};

/** Fields that are told by their place at the line's start. */
export const isPositional = (field: Field): boolean =>
	field.type === 'ref' ||
	field.type === 'refs' ||
	field.type === 'entry' ||
	field.type === 'role' ||
	field.type === 'word' ||
	(field.type === 'team' && field.bare === true);

/** Reads one positional field from the word at its place. */
export const readPosition = (field: Field, word: Word, moment: Moment): Read => {
	switch (field.type) {
		case 'ref':
		case 'refs': {
			return readRef(word, field.letter, moment);
		}

		case 'entry': {
			return readEntryNumber(word);
		}

		case 'role': {
			return readRole(word);
		}

		case 'team': {
			return readTeamName(word);
		}

		case 'word': {
			return readWord(word, field.choices);
		}

		case 'text':
		case 'person':
		case 'people':
		case 'key':
		case 'time':
		case 'reason':
		case 'line': {
			throw new TypeError(`A ${field.type} is not told by its place.`);
		}
	}
};

/** Fills the fields that are told by their place; gives the words that are left. */
export const takePositions = (state: State, given: readonly Word[]): readonly Word[] | Refusal => {
	const positional = [...state.fields].filter(([, field]) => isPositional(field));
	const takesPeople = [...state.fields.values()].some(field => field.type === 'person' || field.type === 'people');
	let rest = given;
	for (const [index, [name, field]] of positional.entries()) {
		// People may be named before what is told by its place: `checkin @mia sme`. A word of any kind takes them itself.
		const at =
			takesPeople && field.type !== 'word'
				? rest.findIndex(one => one.isLiteral || !/^@"?[\p{L}\p{N}]/u.test(one.text))
				: 0;
		const word = rest[at];
		if (word === undefined) {
			break;
		}

		const following = positional[index + 1]?.[1];
		// An optional word is not there when its place holds what comes after it.
		const isNext = following !== undefined && !isRefusal(readPosition(following, word, state.moment));
		if (field.optional && (isNext || (field.type !== 'word' && isRefusal(readPosition(field, word, state.moment))))) {
			continue;
		}

		if (field.type === 'refs') {
			const run = readRefs(rest.slice(at), field.letter, one => readRef(one, field.letter, state.moment));
			if (isRefusal(run)) {
				return run;
			}

			state.input.set(name, run.refs);
			state.looseRefs = run.isLoose ? run.refs : undefined;
			rest = rest.toSpliced(at, run.used);
			continue;
		}

		const read = readPosition(field, word, state.moment);
		if (isRefusal(read)) {
			return read;
		}

		state.input.set(name, read.value);
		rest = rest.toSpliced(at, 1);
	}

	return rest;
};
