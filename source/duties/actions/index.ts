import type {Board} from '../../board.ts';
import {because} from '../../words.ts';
import {duty, type Telling} from '../../duty.ts';
import {clockTimeFrom, type Instant} from '../../time.ts';
import {nameOf} from '../staffing/state.ts';
import {actionCommands} from './commands.ts';
import {actionRules} from './doctrine.ts';
import {type ActionEvent, actionSchemas} from './events.ts';
import {actionsSection} from './section.ts';
import {actionsEvolution, noActions} from './state.ts';

const ownerWords = ({staffing}: Board, owner: string | undefined, team: string | undefined): string =>
	owner === undefined ? (team === undefined ? 'no owner' : `#${team}`) : nameOf(staffing, owner);

const byWords = ({declaration}: Board, due: string | undefined, at: Instant): string =>
	due === undefined ? '' : `, report by ${clockTimeFrom(at, due, declaration.zone)}`;

const telling: Telling<ActionEvent> = {
	'action-opened': (event, board, at) =>
		`${event.ref} ${event.text}: ${ownerWords(board, event.owner, event.team)}${byWords(board, event.due, at) || ', no time'}${event.tests === undefined ? '' : `, tests ${event.tests}`}`,
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
};

export const actions = duty<'actions', ActionEvent>({
	name: 'actions',
	title: 'Actions',
	schemas: actionSchemas,
	initial: noActions,
	evolution: actionsEvolution,
	telling,
	commands: actionCommands,
	rules: actionRules,
	section: actionsSection,
});
