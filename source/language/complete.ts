import type {Board} from '../board.ts';
import type {Command, Field} from '../command.ts';
import {refKinds} from '../duties/index.ts';
import {roleKeys} from '../duties/staffing/events.ts';
import {present, standingTeams, titleOf} from '../duties/staffing/state.ts';
import {plain} from './people.ts';

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

const nothing = (at: number): Completion => ({from: at, candidates: []});

const verbCandidates = (typed: string, commands: readonly Command[]): readonly Candidate[] =>
	commands
		.filter(({verb}) => verb.startsWith(typed.toLowerCase()) && verb !== 'edit' && verb !== 'delete')
		.map(({verb, summary}) => ({text: `/${verb}`, hint: summary}));

const personCandidates = (typed: string, {staffing}: Board): readonly Candidate[] =>
	present(staffing)
		.filter(({handle, name}) => {
			const wanted = plain(typed);
			return (
				handle.startsWith(wanted) ||
				plain(name)
					.split(/\s+/u)
					.some(part => part.startsWith(wanted))
			);
		})
		.map(({handle, name}) => ({text: `@${handle}`, hint: name}));

const refCandidates = (letter: string, board: Board): readonly Candidate[] =>
	(refKinds.get(letter)?.standing(board) ?? []).map(({ref, text}) => ({text: ref, hint: text}));

const positionCandidates = (field: Field | undefined, board: Board): readonly Candidate[] => {
	switch (field?.type) {
		case 'ref':
		case 'refs': {
			return refCandidates(field.letter, board);
		}

		case 'role': {
			return roleKeys.map(role => ({text: role, hint: titleOf(board.declaration, role)}));
		}

		case 'word': {
			return (field.choices ?? []).map(choice => ({text: choice, hint: field.hint}));
		}

		case 'team': {
			return standingTeams(board.staffing).map(team => ({text: team.name, hint: team.task ?? 'sub-team'}));
		}

		default: {
			return [];
		}
	}
};

/** Further refs where a verb takes several: only where one has been begun, for what follows may be text. */
const furtherRefs = (
	word: string,
	given: readonly string[],
	{positional, board}: {readonly positional: readonly Field[]; readonly board: Board},
): readonly Candidate[] | undefined => {
	const [field] = positional;
	const before = given.slice(1).flatMap(one => one.split(','));
	return field?.type === 'refs' && before.length > 0 && word.startsWith(field.letter)
		? refCandidates(field.letter, board).filter(({text}) => !before.includes(text))
		: undefined;
};

const keyCandidates = (typed: string, {fields}: Command): readonly Candidate[] =>
	Object.values(fields)
		.flatMap((field): readonly Candidate[] => {
			if (field.type !== 'key') {
				return [];
			}

			return field.value.of === 'choice'
				? Object.keys(field.value.choices).map(choice => ({text: `${field.key}:${choice}`, hint: field.hint}))
				: [{text: `${field.key}:`, hint: field.hint}];
		})
		.filter(({text}) => text.startsWith(typed.toLowerCase()) && text !== typed);

/**
 * What may stand at the cursor of a composer line: verbs after the `/`, people after `@`, teams after `#`, refs,
 * roles and choices at their places, fields by their first letters.
 */
export const complete = (line: string, cursor: number, board: Board, commands: readonly Command[]): Completion => {
	const before = line.slice(0, cursor);
	if (!before.startsWith('/') || before.length > 1000) {
		return nothing(cursor);
	}

	if (!/\s/u.test(before)) {
		const candidates = verbCandidates(before.slice(1), commands);
		// A verb that is already whole needs no list.
		return candidates.length === 1 && candidates[0]?.text === before ? nothing(cursor) : {from: 0, candidates};
	}

	const [, head = '', word = ''] = /^(.*\s)(\S*)$/su.exec(before) ?? [];
	const from = head.length;
	if (word.startsWith('@')) {
		const candidates = personCandidates(word.slice(1).replace(/^"/u, ''), board);
		return candidates.some(one => one.text === word) ? nothing(cursor) : {from, candidates};
	}

	if (word.startsWith('#')) {
		return {
			from,
			candidates: standingTeams(board.staffing)
				.filter(team => team.name.startsWith(word.slice(1).toLowerCase()) && team.name !== word.slice(1))
				.map(team => ({text: `#${team.name}`, hint: team.task ?? 'sub-team'})),
		};
	}

	const given = head.trim().slice(1).split(/\s+/u);
	const command = commands.find(one => one.verb === given[0]?.toLowerCase());
	if (command === undefined) {
		return nothing(cursor);
	}

	const positional = Object.values(command.fields).filter(
		field =>
			field.type === 'ref' ||
			field.type === 'refs' ||
			field.type === 'role' ||
			field.type === 'word' ||
			(field.type === 'team' && field.bare === true),
	);
	const atPlace = (
		furtherRefs(word, given, {positional, board}) ?? positionCandidates(positional[given.length - 1], board)
	).filter(({text}) => text.toLowerCase().startsWith(word.toLowerCase()) && text !== word);
	if (atPlace.length > 0) {
		return {from, candidates: atPlace};
	}

	return word.length === 0 ? nothing(cursor) : {from, candidates: keyCandidates(word, command)};
};
