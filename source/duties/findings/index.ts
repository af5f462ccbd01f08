import {duty, type Telling} from '../../duty.ts';
import {because} from '../../words.ts';
import {nameOf, type Staffing} from '../staffing/state.ts';
import {findingCommands} from './commands.ts';
import {findingRules} from './doctrine.ts';
import {type Consistency, type FindingEvent, findingSchemas} from './events.ts';
import {findingsSection} from './section.ts';
import {findingsEvolution, noFindings} from './state.ts';

const colon = (text: string | undefined) => (text === undefined ? '' : `: ${text}`);

/** How a mark is said between the finding and the hypothesis. */
const markWords: Readonly<Record<Consistency, string>> = {
	consistent: 'is consistent with',
	inconsistent: 'is inconsistent with',
	na: 'does not apply to',
};

const byWhom = (staffing: Staffing, person: string | undefined) =>
	person === undefined ? '' : ` by ${nameOf(staffing, person)}`;

const telling: Telling<FindingEvent> = {
	'finding-recorded': ({ref, certainty, text}) => `${ref} ${certainty}: ${text}`,
	'finding-confirmed': ({ref, was, text, person}, {staffing}) =>
		`${ref} confirmed${byWhom(staffing, person)}, was ${was}${colon(text)}`,
	'finding-refuted': ({ref, was, text, reason, person}, {staffing}) =>
		`${ref} refuted${byWhom(staffing, person)}, was ${was}${colon(text)}${because(reason)}`,
	'hypothesis-raised': ({ref, text}) => `${ref} hypothesis: ${text}`,
	'hypothesis-weighed': ({ref, finding, consistency, was, reason}) =>
		`${finding} ${markWords[consistency]} ${ref}${was === undefined || was === consistency ? '' : `, was marked ${was}`}${because(reason)}`,
	'hypothesis-settled': ({ref, verdict, was, reason, person}, {staffing}) =>
		`${ref} ${verdict}${byWhom(staffing, person)}${was === 'open' ? '' : `, was ${was}`}${because(reason)}`,
};

export const findings = duty<'findings', FindingEvent>({
	name: 'findings',
	title: 'Findings',
	schemas: findingSchemas,
	initial: noFindings,
	evolution: findingsEvolution,
	telling,
	refs: [
		{
			letter: 'F',
			noun: 'finding',
			standing: ({findings: all}) =>
				all.findings
					.filter(one => one.certainty !== 'refuted')
					.map(({ref, certainty, text}) => ({ref, text: `${certainty}: ${text}`})),
		},
		{
			letter: 'H',
			noun: 'hypothesis',
			standing: ({findings: all}) =>
				all.hypotheses
					.filter(one => one.status !== 'eliminated')
					.map(({ref, status, text}) => ({ref, text: `${status}: ${text}`})),
		},
	],
	commands: findingCommands,
	rules: findingRules,
	section: findingsSection,
});
