import {duty, type Telling} from '../../duty.ts';
import {because} from '../../words.ts';
import {findingCommands} from './commands.ts';
import {findingRules} from './doctrine.ts';
import {type FindingEvent, findingSchemas} from './events.ts';
import {findingsSection} from './section.ts';
import {findingsEvolution, noFindings} from './state.ts';

const colon = (text: string | undefined) => (text === undefined ? '' : `: ${text}`);

const telling: Telling<FindingEvent> = {
	'finding-recorded': ({ref, certainty, text}) => `${ref} ${certainty}: ${text}`,
	'finding-confirmed': ({ref, was, text}) => `${ref} confirmed, was ${was}${colon(text)}`,
	'finding-refuted': ({ref, was, text, reason}) => `${ref} refuted, was ${was}${colon(text)}${because(reason)}`,
};

export const findings = duty<'findings', FindingEvent>({
	name: 'findings',
	title: 'Findings',
	schemas: findingSchemas,
	initial: noFindings,
	evolution: findingsEvolution,
	telling,
	commands: findingCommands,
	rules: findingRules,
	section: findingsSection,
});
