import {profileNamed} from '../../profiles/index.ts';
import {because} from '../../words.ts';
import {duty, type Telling} from '../../duty.ts';
import {declarationCommands} from './commands.ts';
import {declarationRules} from './doctrine.ts';
import {type DeclarationEvent, declarationSchemas} from './events.ts';
import {declarationSection} from './section.ts';
import {declarationEvolution, flagWords, noDeclaration} from './state.ts';

const dataWords = {yes: 'are involved', maybe: 'may be involved', no: 'are not involved'} as const;

const telling: Telling<DeclarationEvent> = {
	'incident-declared': ({title, incidentKind, severity, exercise}) =>
		`${exercise ? 'EXERCISE ' : ''}incident declared: ${title} (${incidentKind}, ${severity})`,
	'severity-set': ({severity, was, reason}) => `severity ${severity}, was ${was}${because(reason)}`,
	'severity-doubted': ({other, reason}, {declaration}) =>
		`the severity is unsure${other === undefined ? '' : `: ${declaration.severity} or ${other}`}${because(reason)}`,
	'triage-recorded': ({source, category, hypothesis}) =>
		`triage: ${[
			...(source === undefined ? [] : [`source ${source}`]),
			...(category === undefined ? [] : [`category ${category}`]),
			...(hypothesis === undefined ? [] : [`working hypothesis: ${hypothesis}`]),
		].join('; ')}`,
	'personal-data-set': ({personalData, reason}) => `personal data ${dataWords[personalData]}${because(reason)}`,
	'phase-set': ({phase, was, reason}) => `phase ${phase}, was ${was}${because(reason)}`,
	'profile-adopted': ({name, profile}) => `doctrine: ${(profile ?? profileNamed(name)).title}`,
	'flag-raised': ({flag, reason}) => `${flagWords[flag]}${because(reason)}`,
	'flag-lowered': ({flag, reason}) => `no longer so: ${flagWords[flag]}${because(reason)}`,
	'marking-set': ({marking, was, reason}) =>
		`marked ${marking}${was === undefined ? '' : `, was ${was}`}${because(reason)}`,
	'incident-closed': ({outcome, reason}) =>
		`incident closed${outcome === 'false-alarm' ? ' as a false alarm' : ''}${because(reason)}`,
	'incident-reopened': ({reason}) => `incident reopened${because(reason)}`,
};

export const declaration = duty<'declaration', DeclarationEvent>({
	name: 'declaration',
	title: 'Declaration',
	schemas: declarationSchemas,
	initial: noDeclaration,
	evolution: declarationEvolution,
	telling,
	commands: declarationCommands,
	rules: declarationRules,
	section: declarationSection,
});
