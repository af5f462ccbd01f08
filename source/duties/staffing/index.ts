import {because} from '../../words.ts';
import {duty, type Telling} from '../../duty.ts';
import {staffingCommands} from './commands.ts';
import {staffingRules} from './doctrine.ts';
import {type StaffingEvent, staffingSchemas} from './events.ts';
import {staffingSection} from './section.ts';
import {nameOf, nobody, staffingEvolution, titleOf} from './state.ts';
import {clockTimeFrom, type Instant} from '../../time.ts';

const telling: Telling<StaffingEvent> = {
	'person-joined': ({name, handle}) => `${name} joins (@${handle})`,
	'person-released': ({person, reason}, {staffing}) => `${nameOf(staffing, person)} is released${because(reason)}`,
	'role-assigned': ({role, person}, {staffing, declaration}) =>
		`${nameOf(staffing, person)} is ${titleOf(declaration, role)}`,
	'role-accepted': ({role, person}, {staffing, declaration}) =>
		`${nameOf(staffing, person)} accepts: ${titleOf(declaration, role)}`,
	'role-relieved': ({role, person, reason}, {staffing, declaration}) =>
		`${nameOf(staffing, person)} is no longer ${titleOf(declaration, role)}${because(reason)}`,
	'team-split': (event, board, at) => `sub-team #${event.team} is split off${teamWords(event, board, at)}`,
	'team-completed': (event, board, at) => `sub-team #${event.team}${teamWords(event, board, at)}`,
	'roster-adopted': ({source, people}) =>
		`roster taken over from ${source}: ${people.length} ${people.length === 1 ? 'person' : 'people'}`,
	'responsibilities-cited': ({deed, title, version, source, sha256, text, reason}) =>
		`responsibilities ${deed}${text === undefined ? '' : `, ${text}`}: ${title}` +
		`${version === undefined ? '' : `, version ${version}`} (${source}, SHA-256 ${sha256.slice(0, 12)}…)${because(reason)}`,
	'team-merged': ({team, reason}) => `sub-team #${team} is merged back${because(reason)}`,
};

const teamWords = (
	event: Extract<StaffingEvent, {readonly kind: 'team-split' | 'team-completed'}>,
	{staffing, declaration}: Parameters<Telling<StaffingEvent>['team-split']>[1],
	at: Instant,
): string =>
	[
		...(event.under === undefined ? [] : [`under #${event.under}`]),
		...(event.lead === undefined ? [] : [`lead ${nameOf(staffing, event.lead)}`]),
		...(event.members.length === 0 ? [] : [`with ${event.members.map(one => nameOf(staffing, one)).join(', ')}`]),
		...(event.task === undefined ? [] : [`task: ${event.task}`]),
		...(event.due === undefined ? [] : [`reports by ${clockTimeFrom(at, event.due, declaration.zone)}`]),
		...(event.channel === undefined ? [] : [`channel ${event.channel}`]),
	]
		.map((part, index) => `${index === 0 ? ': ' : '; '}${part}`)
		.join('');

export const staffing = duty<'staffing', StaffingEvent>({
	name: 'staffing',
	title: 'Staffing',
	schemas: staffingSchemas,
	initial: nobody,
	evolution: staffingEvolution,
	telling,
	commands: staffingCommands,
	rules: staffingRules,
	section: staffingSection,
});
