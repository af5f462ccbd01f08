import {duty, type Telling} from '../../duty.ts';
import {clockTimeFrom} from '../../time.ts';
import {because} from '../../words.ts';
import {nameOf} from '../staffing/state.ts';
import {decisionCommands} from './commands.ts';
import {decisionRules} from './doctrine.ts';
import {type DecisionEvent, decisionSchemas} from './events.ts';
import {decisionsSection} from './section.ts';
import {decisionsEvolution, noDecisions} from './state.ts';

const telling: Telling<DecisionEvent> = {
	'recommendation-made': ({text, reason, person}, {staffing}) =>
		`${person === undefined ? 'recommends' : `${nameOf(staffing, person)} recommends`}: ${text}${because(reason)}`,
	'decision-made': ({ref, text, reason, decider, recommendation, rule, next}, {staffing, declaration}, at) =>
		[
			`${ref} ${text}${because(reason)}`,
			...(decider === undefined ? [] : [`decided by ${nameOf(staffing, decider)}`]),
			...(recommendation === undefined ? [] : [`on ${recommendation}`]),
			...(rule === undefined ? [] : [`rule ${rule}`]),
			...(next === undefined ? [] : [`next decision point ${clockTimeFrom(at, next, declaration.zone)}`]),
		].join('; '),
	'decision-justified': ({ref, reason}) => `${ref} was decided because ${reason}`,
	'option-considered': ({text, reason, decision}) =>
		`option for ${decision ?? 'the next decision'}: ${text}${reason === undefined ? '' : `, not because ${reason}`}`,
	'objection-raised': ({ref, person, reason}, {staffing}) =>
		`${nameOf(staffing, person)} strongly objects to ${ref}, because ${reason}`,
	'decision-point-set': ({ref, next}, {declaration}, at) =>
		`${ref} next decision point ${clockTimeFrom(at, next, declaration.zone)}`,
};

export const decisions = duty<'decisions', DecisionEvent>({
	name: 'decisions',
	title: 'Decisions',
	schemas: decisionSchemas,
	initial: noDecisions,
	evolution: decisionsEvolution,
	telling,
	refs: [{letter: 'D', noun: 'decision', standing: board => board.decisions.decisions}],
	commands: decisionCommands,
	rules: decisionRules,
	section: decisionsSection,
});
