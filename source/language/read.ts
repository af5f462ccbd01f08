import type {Command, Field} from '../command.ts';
import {isRefusal, type Refusal, refuse, unreadable} from '../refusal.ts';
import {trouble} from '../text.ts';
import type {Instant} from '../time.ts';
import type {Moment} from './moment.ts';
import type {Newcomer} from './people.ts';
import {takePositions} from './positions.ts';
import {inDoubt} from './several-refs.ts';
import {freeField, place, type State} from './state.ts';
import {takeToken} from './taking.ts';
import {type Word, words} from './tokens.ts';
import {commandNamed, usageOf} from './verbs.ts';

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

/** Takes every token out of the words; gives the text that is left, cut together with single spaces. */
const takeTokens = (state: State, command: Command, rest: readonly Word[], line: string): string | Refusal => {
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

		const isBecause = reason !== undefined && !word.isLiteral && word.text.toLowerCase() === 'because';
		if (isBecause && index < rest.length - 1) {
			cut(word.start);
			state.input.set(reason, line.slice(word.end).trim());
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

		const takesText = freeField(state, field => field.type === 'text') !== undefined;
		if (index === 0 && state.looseRefs !== undefined && takesText && !word.isLiteral) {
			return inDoubt(command.verb, state.looseRefs, word);
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
		isVerbatim: command.isVerbatim,
		occurredAt: undefined,
		looseRefs: undefined,
	};
	const rest = takePositions(state, all.slice(1));
	if (isRefusal(rest)) {
		return rest;
	}

	const text = takeLine(state, rest, bare) ? '' : takeTokens(state, command, rest, bare);
	if (typeof text !== 'string') {
		return text;
	}

	if (literal.text !== undefined && text !== '') {
		return unreadable('The text is given twice.', 'Give it in the line or with --text, not both.');
	}

	return complete(state, command, literal.text ?? text);
};
