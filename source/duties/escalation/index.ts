import {duty, type Telling} from '../../duty.ts';
import {because} from '../../words.ts';
import {nameOf, type Staffing} from '../staffing/state.ts';
import {escalationCommands} from './commands.ts';
import {escalationRules} from './doctrine.ts';
import {type EscalationEvent, escalationSchemas} from './events.ts';
import {escalationSection} from './section.ts';
import {escalationEvolution, noEscalation, relationWords, tierWords} from './state.ts';

const by = (staffing: Staffing, decider: string | undefined): string =>
	decider === undefined ? '' : `, decided by ${nameOf(staffing, decider)}`;

const telling: Telling<EscalationEvent> = {
	'escalation-suggested': ({tier, reason}) => `suggests ${tier} command${because(reason)}`,
	'tier-escalated': ({tier, commander, decider, reason}, {staffing}) =>
		[
			`escalates to ${tier} (${tierWords[tier]}) command`,
			commander === undefined ? '' : ` under ${nameOf(staffing, commander)}`,
			by(staffing, decider),
			because(reason),
		].join(''),
	'escalation-declined': ({tier, decider, reason}, {staffing}) =>
		`no ${tier} command${by(staffing, decider)}${because(reason)}`,
	'tier-stood-down': ({tier, decider, reason}, {staffing}) =>
		`${tier} command is stood down${by(staffing, decider)}${because(reason)}`,
	'incident-linked': ({reference, relation, reason}) =>
		`linked: ${reference} ${relationWords[relation]}${because(reason)}`,
	'incident-unlinked': ({reference, reason}) => `no longer linked: ${reference}${because(reason)}`,
};

export const escalation = duty<'escalation', EscalationEvent>({
	name: 'escalation',
	title: 'Escalation',
	schemas: escalationSchemas,
	initial: noEscalation,
	evolution: escalationEvolution,
	telling,
	commands: escalationCommands,
	rules: escalationRules,
	section: escalationSection,
});
