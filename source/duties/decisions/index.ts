import {duty, type Telling} from '../../duty.ts';
import {because} from '../../words.ts';
import {nameOf} from '../staffing/state.ts';
import {decisionCommands} from './commands.ts';
import {decisionRules} from './doctrine.ts';
import {type DecisionEvent, decisionSchemas} from './events.ts';
import {decisionsSection} from './section.ts';
import {decisionsEvolution, noDecisions} from './state.ts';

const telling: Telling<DecisionEvent> = {
	'recommendation-made': ({text, reason}) => `recommends: ${text}${because(reason)}`,
	'decision-made': ({ref, text, reason, decider, recommendation, rule}, {staffing}) =>
		[
			`${ref} ${text}${because(reason)}`,
			...(decider === undefined ? [] : [`decided by ${nameOf(staffing, decider)}`]),
			...(recommendation === undefined ? [] : [`on ${recommendation}`]),
			...(rule === undefined ? [] : [`rule ${rule}`]),
		].join('; '),
	'decision-justified': ({ref, reason}) => `${ref} was decided because ${reason}`,
};

export const decisions = duty<'decisions', DecisionEvent>({
	name: 'decisions',
	title: 'Decisions',
	schemas: decisionSchemas,
	initial: noDecisions,
	evolution: decisionsEvolution,
	telling,
	commands: decisionCommands,
	rules: decisionRules,
	section: decisionsSection,
});
