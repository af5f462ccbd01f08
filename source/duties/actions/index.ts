import type {Board} from '../../board.ts';
import {because} from '../../words.ts';
import {duty, type Telling} from '../../duty.ts';
import {clockTimeFrom, type Instant} from '../../time.ts';
import {nameOf} from '../staffing/state.ts';
import {actionCommands} from './commands.ts';
import {actionRules} from './doctrine.ts';
import {type ActionEvent, actionSchemas} from './events.ts';
import {actionsSection} from './section.ts';
import {actionsEvolution, circumstances, noActions, openActions} from './state.ts';

const ownerWords = ({staffing}: Board, owner: string | undefined, team: string | undefined): string =>
	owner === undefined ? (team === undefined ? 'no owner' : `#${team}`) : nameOf(staffing, owner);

const byWords = ({declaration}: Board, due: string | undefined, at: Instant): string =>
	due === undefined ? '' : `, report by ${clockTimeFrom(at, due, declaration.zone)}`;

const telling: Telling<ActionEvent> = {
	'action-opened': (event, board, at) =>
		`${event.ref} ${event.text}: ${ownerWords(board, event.owner, event.team)}${byWords(board, event.due, at) || ', no time'}${circumstances(
			event,
		)
			.map(words => `, ${words}`)
			.join('')}`,
	'action-acknowledged': ({ref}) => `${ref} acknowledged`,
	'action-reported': ({ref, text, due}, board, at) =>
		`${ref} reported: ${text}${due === undefined ? '' : `, next${byWords(board, due, at).replace(',', '')}`}`,
	'action-extended': ({ref, due, reason}, board, at) =>
		`${ref}${byWords(board, due, at).replace(',', '')}${because(reason)}`,
	'action-reassigned': ({ref, owner, team, wasOwner, wasTeam, reason}, board) =>
		`${ref} now with ${ownerWords(board, owner, team)}, was ${ownerWords(board, wasOwner, wasTeam)}${because(reason)}`,
	'action-done': ({ref, result, text}) =>
		`${ref} done${result === undefined ? '' : `, ${result}`}${text === undefined ? '' : `: ${text}`}`,
	'action-cancelled': ({ref, reason}) => `${ref} cancelled${because(reason)}`,
	'action-instructed': ({ref, manager, on, reason}, {staffing}) =>
		`${ref} ${[
			...(manager === undefined ? [] : [`instructed by ${nameOf(staffing, manager)}`]),
			...(on === undefined ? [] : [`follows entry ${on}`]),
		].join(', ')}${because(reason)}`,
	'action-lead-named': ({ref, person, system}, {staffing}) =>
		`${nameOf(staffing, person)} leads on ${system}, with ${ref}`,
};

export const actions = duty<'actions', ActionEvent>({
	name: 'actions',
	title: 'Actions',
	schemas: actionSchemas,
	initial: noActions,
	evolution: actionsEvolution,
	telling,
	refs: [
		{
			letter: 'A',
			noun: 'action',
			standing: ({actions: all, staffing}) =>
				openActions(all).map(({ref, text, owner}) => ({
					ref,
					text: `${text}${owner === undefined ? '' : `, ${nameOf(staffing, owner)}`}`,
				})),
		},
	],
	commands: actionCommands,
	rules: actionRules,
	section: actionsSection,
});
