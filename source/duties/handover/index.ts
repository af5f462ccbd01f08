import type {Board} from '../../board.ts';
import {duty, type Telling} from '../../duty.ts';
import {clockTimeFrom} from '../../time.ts';
import {because} from '../../words.ts';
import type {RoleKey} from '../staffing/events.ts';
import {nameOf, titleOf} from '../staffing/state.ts';
import {handoverCommands} from './commands.ts';
import {handoverRules} from './doctrine.ts';
import {type HandoverEvent, handoverSchemas} from './events.ts';
import {handoverSection} from './section.ts';
import {handoverEvolution, noHandovers} from './state.ts';

const remark = (text: string | undefined): string => (text === undefined ? '' : `: ${text}`);

/** `handover of Deputy from Tom Achebe to Mia Berg`. */
const named = (
	{role, from, to}: {readonly role: RoleKey; readonly from: string; readonly to: string},
	{staffing, declaration}: Board,
): string => `handover of ${titleOf(declaration, role)} from ${nameOf(staffing, from)} to ${nameOf(staffing, to)}`;

const telling: Telling<HandoverEvent> = {
	'handover-offered': (event, board, at) =>
		`${named(event, board)} is offered${
			event.effectiveAt === undefined
				? ''
				: `, effective ${clockTimeFrom(at, event.effectiveAt, board.declaration.zone)}`
		}${remark(event.text)}`,
	'handover-briefed': ({role, to, text}, {staffing, declaration}) =>
		`${nameOf(staffing, to)} is briefed to take over as ${titleOf(declaration, role)}${remark(text)}`,
	'handover-accepted': (event, board, at) =>
		`${named(event, board)} is accepted, effective ${
			event.effectiveAt <= at
				? 'now'
				: `${clockTimeFrom(at, event.effectiveAt, board.declaration.zone)}: the role passes when it is accepted then`
		}`,
	'handover-withdrawn': (event, board) => `${named(event, board)} is withdrawn${because(event.reason)}`,
	'going-offline': ({person, at: from}, {staffing, declaration}, at) =>
		`${nameOf(staffing, person)} goes offline${
			from === undefined ? '' : ` at ${clockTimeFrom(at, from, declaration.zone)}`
		}`,
	'loggist-signed-off': ({handle}, {staffing}) => `${nameOf(staffing, handle)} signs off: puts the log down`,
	'loggist-signed-on': ({handle}, {staffing}) => `${nameOf(staffing, handle)} signs on: takes the log up`,
	'command-challenged': ({person, text}, {staffing, declaration}) =>
		`${nameOf(staffing, person)} gives orders against the ${titleOf(declaration, 'im')}${remark(text)}`,
	'command-upheld': ({person, reason}, {staffing}) =>
		`asked whether to take command, ${nameOf(staffing, person)} does not${because(reason)}`,
};

export const handover = duty<'handover', HandoverEvent>({
	name: 'handover',
	title: 'Handovers',
	schemas: handoverSchemas,
	initial: noHandovers,
	evolution: handoverEvolution,
	telling,
	commands: handoverCommands,
	rules: handoverRules,
	section: handoverSection,
});
