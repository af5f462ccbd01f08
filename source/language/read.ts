import type {Command, Field} from '../command.ts';
import {standingTeams} from '../duties/staffing/state.ts';
import {isRefusal, type Refusal, refuse, unreadable} from '../refusal.ts';
import {trouble} from '../text.ts';
import type {Instant} from '../time.ts';
import {isZone} from '../time.ts';
import type {Moment} from './moment.ts';
import {handleFor, isCalled, type Newcomer, peopleMeant, personMeant} from './people.ts';
import {isPositional, type Read, readEntryNumber, readPosition, readRef, readTeamName} from './positions.ts';
import {unquoted, type Word, words} from './tokens.ts';
import {commandNamed, usageOf} from './verbs.ts';
import {readTimePrefix} from './when/index.ts';

/** How a line is read: a command and what it says, before anything has been decided. */
export type Reading = {
	readonly command: Command;
	readonly input: Readonly<Record<string, unknown>>;
	/** People whom the line adds to the board. */
	readonly newcomers: readonly Newcomer[];
	/** When it happened, if the line says so. */
	readonly occurredAt: Instant | undefined;
};

/** What the shell gives beside the line. */
export type Literal = {
	/** The free text to the letter: nothing in it is read as a token. */
	readonly text?: string;
};

type State = {
	readonly moment: Moment;
	readonly fields: ReadonlyMap<string, Field>;
	readonly input: Map<string, unknown>;
	readonly newcomers: Newcomer[];
	occurredAt: Instant | undefined;
};

/** A token's value was taken: how many words it used. */
type Taken = {readonly used: number};

const place = (first: Word, last: Word = first): readonly [number, number] => [first.start, last.end];

/** The name of the first field that fits and has not been given yet. */
const freeField = (state: State, fits: (field: Field) => boolean): string | undefined => {
	for (const [name, field] of state.fields) {
		if (fits(field) && !state.input.has(name)) {
			return name;
		}
	}

	return undefined;
};

const isName = (typed: string): boolean => /[\p{L}\p{N}]/u.test(typed);

const takePerson = (state: State, word: Word): Taken | Refusal | undefined => {
	if (!word.text.startsWith('@') || word.text.length < 2) {
		return undefined;
	}

	const single = freeField(state, field => field.type === 'person');
	const many = [...state.fields].find(([, field]) => field.type === 'people')?.[0];
	const name = single ?? many;
	if (name === undefined) {
		return undefined;
	}

	const isQuoted = word.text.startsWith('@"');
	const typed = unquoted(word.text.slice(1).replace(/[,.;:!?]+$/u, ''));
	if (typed === '') {
		return undefined;
	}

	const field = state.fields.get(name);
	const {staffing} = state.moment.board;
	if (isQuoted && typed.startsWith('"')) {
		return unreadable('The name has no end.', 'Close it with a quote, as @"Sam Ó Briain".', place(word));
	}

	const alreadyNew = state.newcomers.find(one => isCalled(one, typed));
	let handle: string;
	if (alreadyNew === undefined) {
		const meant = personMeant(staffing, typed);
		// A full name that only begins like somebody here is somebody else; one that two people have is refused.
		const isNew = isQuoted
			? !staffing.people.some(one => isCalled(one, typed))
			: field?.type === 'person' && field.welcomes === true && peopleMeant(staffing.people, typed).length === 0;
		if (isNew) {
			if (!isName(typed)) {
				return refuse(`${typed} is no name.`, 'A name has a letter or a digit in it.', place(word));
			}

			const taken = new Set([...staffing.people, ...state.newcomers].map(one => one.handle));
			handle = handleFor(typed, taken);
			state.newcomers.push({handle, name: typed});
		} else if (isRefusal(meant)) {
			return {...meant, where: place(word)};
		} else {
			handle = meant.handle;
		}
	} else {
		handle = alreadyNew.handle;
	}

	if (name === single) {
		state.input.set(name, handle);
	} else {
		const before = (state.input.get(name) ?? []) as readonly string[];
		state.input.set(name, [...new Set([...before, handle])]);
	}

	return {used: 1};
};

const takeTeam = (state: State, word: Word): Taken | undefined => {
	const name = /^#[\p{L}\p{N}]/u.test(word.text) ? freeField(state, field => field.type === 'team') : undefined;
	const read = name === undefined ? undefined : readTeamName(word);
	if (name === undefined || read === undefined || isRefusal(read)) {
		return undefined;
	}

	// A number is a ticket's, unless a sub-team is called so.
	const isTicket =
		/^#\d+$/u.test(word.text) && !standingTeams(state.moment.board.staffing).some(one => one.name === read.value);
	if (isTicket) {
		return undefined;
	}

	state.input.set(name, read.value);
	return {used: 1};
};

const readKeyValue = (field: Field & {readonly type: 'key'}, value: Word, moment: Moment): Read => {
	const {value: wanted} = field;
	switch (wanted.of) {
		case 'choice': {
			const key = Object.keys(wanted.choices).find(one => one.toLowerCase() === value.text.toLowerCase());
			return key === undefined
				? unreadable(
						`${field.key}:${value.text} is not known.`,
						`Choose one of ${Object.keys(wanted.choices)
							.map(one => `${field.key}:${one}`)
							.join(', ')}.`,
						place(value),
					)
				: {value: wanted.choices[key]};
		}

		case 'ref': {
			return readRef(value, wanted.letter, moment);
		}

		case 'entry': {
			return readEntryNumber(value);
		}

		case 'zone': {
			return isZone(value.text)
				? {value: value.text}
				: unreadable(`${value.text} is not a time zone.`, 'Name it as Europe/London or UTC.', place(value));
		}

		case 'any': {
			return {value: value.text};
		}
	}
};

const takeKey = (state: State, word: Word): Taken | Refusal | undefined => {
	const [, key, value] = /^([a-z]+):(.+)$/su.exec(word.text) ?? [];
	if (key === undefined || value === undefined) {
		return undefined;
	}

	for (const [name, field] of state.fields) {
		if (field.type === 'key' && field.key === key) {
			if (state.input.has(name)) {
				return unreadable(`${key}: is said twice.`, 'Say it once.', place(word));
			}

			const read = readKeyValue(field, {...word, text: unquoted(value)}, state.moment);
			if (isRefusal(read)) {
				return {...read, where: place(word)};
			}

			state.input.set(name, read.value);
			return {used: 1};
		}
	}

	return undefined;
};

/** The words after `by`, `until` or `at` that may be a time: up to the first literal one. */
const timeWords = (rest: readonly Word[], from: number): readonly string[] => {
	const found: string[] = [];
	for (let index = from; index < rest.length && index < from + 8; index++) {
		const word = rest[index];
		if (word === undefined || word.isLiteral) {
			break;
		}

		found.push(word.text);
	}

	return found;
};

const takeTime = (state: State, rest: readonly Word[], index: number): Taken | Refusal | undefined => {
	const word = rest[index];
	const said = word?.text.toLowerCase();
	if (word === undefined || (said !== 'by' && said !== 'until' && said !== 'at')) {
		return undefined;
	}

	const name = said === 'at' ? undefined : freeField(state, field => field.type === 'time' && field.word === said);
	if (said === 'at' ? state.occurredAt !== undefined : name === undefined) {
		return undefined;
	}

	const {now, zone} = state.moment;
	const read = readTimePrefix(timeWords(rest, index + 1), {
		now,
		zone,
		direction: said === 'at' ? 'occurred' : 'due',
	});
	if (read === undefined) {
		return undefined;
	}

	if ('refused' in read) {
		return {...refuse(read.refused, read.mend), where: place(word, rest[index + read.used] ?? word)};
	}

	if (name === undefined) {
		state.occurredAt = read.at;
	} else {
		state.input.set(name, read.at);
	}

	return {used: 1 + read.used};
};

/** Fills the fields that are told by their place; gives the words that are left. */
const takePositions = (state: State, given: readonly Word[]): readonly Word[] | Refusal => {
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

		const read = readPosition(field, word, state.moment);
		if (isRefusal(read)) {
			return read;
		}

		state.input.set(name, read.value);
		rest = rest.toSpliced(at, 1);
	}

	return rest;
};

const takeToken = (state: State, rest: readonly Word[], index: number): Taken | Refusal | undefined => {
	const word = rest[index];
	return word === undefined || word.isLiteral
		? undefined
		: (takePerson(state, word) ?? takeTeam(state, word) ?? takeKey(state, word) ?? takeTime(state, rest, index));
};

/** Takes every token out of the words; gives the text that is left, cut together with single spaces. */
const takeTokens = (state: State, rest: readonly Word[], line: string): string | Refusal => {
	const reason = freeField(state, field => field.type === 'reason');
	const pieces: string[] = [];
	let from: number | undefined;
	const cut = (end: number) => {
		if (from !== undefined) {
			pieces.push(line.slice(from, end).trim());
			from = undefined;
		}
	};

	for (let index = 0; index < rest.length; ) {
		const word = rest[index];
		if (word === undefined) {
			break;
		}

		const told = line.slice(word.end).trim();
		if (reason !== undefined && !word.isLiteral && word.text.toLowerCase() === 'because' && told !== '') {
			cut(word.start);
			state.input.set(reason, told);
			return pieces.join(' ');
		}

		const taken = takeToken(state, rest, index);
		if (taken !== undefined && isRefusal(taken)) {
			return taken;
		}

		if (taken !== undefined) {
			cut(word.start);
			index += taken.used;
			continue;
		}

		if (word.raw !== word.text) {
			// The backslash that protected the word is not part of what was said.
			cut(word.start);
			pieces.push(word.text);
			from = undefined;
		} else {
			from ??= word.start;
		}

		index++;
	}

	cut(line.length);
	return pieces.filter(piece => piece !== '').join(' ');
};

const missing = (command: Command, field: Field): Refusal =>
	unreadable(
		field.type === 'text' ? `${command.verb} lacks its text.` : `${command.verb} is not complete: ${field.hint}?`,
		`For example: ${command.example}`,
	);

/** Puts the text where it belongs and checks that nothing required is missing and nothing is left over. */
const complete = (state: State, command: Command, text: string): Reading | Refusal => {
	const textField = freeField(state, field => field.type === 'text');
	if (text !== '') {
		if (textField === undefined) {
			return unreadable(
				`${command.verb} does not know what to do with “${text.slice(0, 60)}”.`,
				`It is written: ${usageOf(command)}`,
			);
		}

		state.input.set(textField, text);
	}

	for (const [name, field] of state.fields) {
		if (!field.optional && !state.input.has(name)) {
			return missing(command, field);
		}
	}

	return {
		command,
		input: Object.fromEntries(state.input),
		newcomers: state.newcomers,
		occurredAt: state.occurredAt,
	};
};

/** Another command's line stands where a `line` field follows the word that asks for one. */
const takeLine = (state: State, rest: readonly Word[], line: string): boolean => {
	const [first] = rest;
	for (const [name, field] of state.fields) {
		const isReason = first?.text.toLowerCase() === 'because';
		if (field.type === 'line' && first !== undefined && !isReason && [...state.input.values()].includes(field.after)) {
			state.input.set(name, line.slice(first.start).trim());
			return true;
		}
	}

	return false;
};

/**
 * Reads one line of the language: a verb and what follows it, with or without the `/` before it.
 * Pure and linear in the line's length; it runs at every key. Gives a refusal that says why, how to mend it,
 * and which piece is meant.
 */
export const read = (line: string, moment: Moment, literal: Literal = {}): Reading | Refusal => {
	const unfit = trouble(line) ?? (literal.text === undefined ? undefined : trouble(literal.text));
	if (unfit !== undefined) {
		return refuse(unfit, 'Take it out and write the line again.');
	}

	const bare = line.replace(/^\s*\//u, match => ' '.repeat(match.length));
	const all = words(bare);
	const [verb] = all;
	const command = commandNamed(moment.commands, verb?.text ?? '');
	if (isRefusal(command)) {
		return verb === undefined ? command : {...command, where: place(verb)};
	}

	const state: State = {
		moment,
		fields: new Map(Object.entries(command.fields)),
		input: new Map(),
		newcomers: [],
		occurredAt: undefined,
	};
	const rest = takePositions(state, all.slice(1));
	if (isRefusal(rest)) {
		return rest;
	}

	const text = takeLine(state, rest, bare) ? '' : takeTokens(state, rest, bare);
	if (typeof text !== 'string') {
		return text;
	}

	if (literal.text !== undefined && text !== '') {
		return unreadable('The text is given twice.', 'Give it in the line or with --text, not both.');
	}

	return complete(state, command, literal.text ?? text);
};

/** True when the command has a field that a word with this sigil may fill. */
const takesSigil = (command: Command, sigil: string): boolean =>
	Object.values(command.fields).some(
		field =>
			(sigil === '@' && (field.type === 'person' || field.type === 'people')) ||
			(sigil === '#' && field.type === 'team') ||
			(field.type === 'key' && sigil === `${field.key}:`),
	);

/**
 * The words of a shell as one line. The shell has taken the quotes away, so an argument that begins with a sigil
 * that the verb knows is one token, spaces and all: `@Priya Shah` is `@"Priya Shah"`.
 */
export const lineOfArguments = (args: readonly string[], commands: readonly Command[]): string => {
	const command = commands.find(one => one.verb === args[0]);
	return args
		.map(argument => {
			const [, sigil, value] = /^([@#]|[a-z]+:)(\S.*)$/su.exec(argument) ?? [];
			return sigil !== undefined &&
				value !== undefined &&
				/\s/u.test(value) &&
				!value.includes('"') &&
				command !== undefined &&
				takesSigil(command, sigil)
				? `${sigil}"${value}"`
				: argument;
		})
		.join(' ');
};
