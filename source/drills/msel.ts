import {csvLines} from '../data/csv.ts';
import {expectationWithLimit} from './expectation.ts';
import {limitWords, spanWords} from './offset.ts';
import type {Inject, Scenario, When} from './scenario.ts';

/*
The master scenario events list (MSEL): the injects of a drill as a table, for people who plan in a spreadsheet. Each
inject is a row; what all of them share stays in the scenario file.
*/

/** A column of the list: its name, and what stands in it. */
export type MselColumn = {readonly name: string; readonly meaning: string};

export const mselColumns = [
	{name: 'seq', meaning: 'the number of the inject; where it is left out, the place of the row'},
	{name: 'at', meaning: 'when it comes: `5m` or `+5m` after the start, `by hand`, or `if missed`'},
	{
		name: 'type',
		meaning: '`key` or `optional`, and `contingency of 2` where it rescues inject 2; empty is `key`',
	},
	{name: 'method', meaning: 'how it comes: phone, email, chat, alert (`means` in the scenario)'},
	{name: 'from', meaning: 'who is played'},
	{name: 'to', meaning: 'whom it reaches: a role, or `team`'},
	{name: 'text', meaning: 'what the players are told'},
	{
		name: 'expected',
		meaning: 'what they should do, a line each within the cell; what is no expectation is confirmed by hand',
	},
	{name: 'objective', meaning: 'the id of an objective, or its text where the list brings its own'},
] as const satisfies readonly MselColumn[];

const atWords = (when: When): string => {
	switch (when.type) {
		case 'offset': {
			// Without the plus, which a spreadsheet would take for the beginning of a formula.
			return spanWords(when.after);
		}

		case 'hand': {
			return 'by hand';
		}

		case 'missed': {
			return 'if missed';
		}
	}
};

const typeWords = ({number, weight}: Inject, injects: readonly Inject[]): string => {
	const rescued = injects.filter(one => one.contingency === number).map(one => one.number);
	return rescued.length === 0 ? weight : `${weight}, contingency of ${rescued.join(' and ')}`;
};

/** A scenario's injects as CSV (RFC 4180), in the order of the file. No cell is calculated by a spreadsheet. */
export const mselOf = ({injects}: Scenario): string =>
	[
		...csvLines<Inject>(
			[
				['seq', one => one.number],
				['at', one => atWords(one.when)],
				['type', one => typeWords(one, injects)],
				['method', one => one.means],
				['from', one => one.from],
				['to', one => one.to],
				['text', one => one.text],
				[
					'expected',
					// A limit of the whole inject has no column: each line says it itself.
					one =>
						one.expected
							.map(found => expectationWithLimit(found, one.limit === undefined ? undefined : limitWords(one.limit)))
							.join('\n'),
				],
				['objective', one => one.objective],
			],
			injects,
		),
	].join('');

/** What of a scenario stands in no column, in the words of its fields. */
export const beyondMsel = (scenario: Scenario): readonly string[] => {
	const {injects, truth, end, state, rules, marking, purpose, audience} = scenario;
	return [
		'title, start, duration, doctrine, severity and the like',
		...(scenario.objectives.length === 0 ? [] : ['the texts and rules of the objectives']),
		...(purpose === undefined ? [] : ['purpose']),
		...(audience === undefined ? [] : ['audience']),
		...(marking === undefined ? [] : ['marking']),
		...(state.length === 0 ? [] : ['the start state']),
		...(rules.length === 0 ? [] : ['the rules of play']),
		...(end === undefined ? [] : ['the end condition']),
		...(truth === undefined ? [] : ['the truth']),
		...(injects.some(one => one.note !== undefined) ? ['the notes of the injects'] : []),
	];
};
