import {duty, type Telling} from '../../duty.ts';
import {nameOf} from '../staffing/state.ts';
import {evidenceCommands} from './commands.ts';
import {evidenceRules} from './doctrine.ts';
import {type EvidenceEvent, evidenceSchemas} from './events.ts';
import {evidenceSection} from './section.ts';
import {attachmentWords, digestOf, evidenceEvolution, noEvidence} from './state.ts';

const telling: Telling<EvidenceEvent> = {
	'exhibit-taken': ({ref, text, custodian, takenBy, hash, action, content}, {staffing}) =>
		[
			`evidence ${ref} taken`,
			...(takenBy === undefined ? [] : [` by ${nameOf(staffing, takenBy)}`]),
			`: ${text}`,
			custodian === undefined ? ', no custodian' : `, kept by ${nameOf(staffing, custodian)}`,
			...(content === undefined ? [] : [`, ${attachmentWords(content)}`]),
			...(action === undefined ? [] : [`, for ${action}`]),
			...(hash === undefined && content === undefined ? [] : [`, digest ${hash ?? digestOf(content) ?? ''}`]),
		].join(''),
	'taker-named': ({ref, person}, {staffing}) => `evidence ${ref} was taken by ${nameOf(staffing, person)}`,
	'custody-passed': ({ref, to, from, text}, {staffing}) =>
		`evidence ${ref} passes${from === undefined ? '' : ` from ${nameOf(staffing, from)}`} to ${nameOf(staffing, to)}${text === undefined ? '' : `: ${text}`}`,
};

export const evidence = duty<'evidence', EvidenceEvent>({
	name: 'evidence',
	title: 'Evidence items',
	schemas: evidenceSchemas,
	initial: noEvidence,
	evolution: evidenceEvolution,
	telling,
	refs: [
		{
			letter: 'X',
			noun: 'item of evidence',
			standing: board => board.evidence.items.map(({ref, text}) => ({ref, text})),
		},
	],
	commands: evidenceCommands,
	rules: evidenceRules,
	section: evidenceSection,
});
