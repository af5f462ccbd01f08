import {because} from '../../words.ts';
import {duty, type Telling} from '../../duty.ts';
import {clockTimeFrom} from '../../time.ts';
import {nameOf} from '../staffing/state.ts';
import {rhythmCommands} from './commands.ts';
import {rhythmRules} from './doctrine.ts';
import {type RhythmEvent, rhythmSchemas} from './events.ts';
import {rhythmSection} from './section.ts';
import {canWords, heartbeatWords, noRhythm, rhythmEvolution} from './state.ts';

const about = (text: string | undefined): string => (text === undefined ? '' : `: ${text}`);

const telling: Telling<RhythmEvent> = {
	'call-started': ({channel, text}) =>
		`a call has started${channel === undefined ? '' : ` on ${channel}`}${about(text)}`,
	'call-ended': () => 'the call has ended',
	'roles-announced': ({im, deputy, secretariat}, {staffing}) => {
		const named = (title: string, handle: string | undefined) =>
			handle === undefined ? `no ${title}` : `${title} ${nameOf(staffing, handle)}`;
		return `roles are announced: ${named('Incident Manager', im)}, ${named('deputy', deputy)}, ${named('secretariat', secretariat)}`;
	},
	'heartbeat-held': (event, {declaration}, at) => {
		const said = heartbeatWords(event);
		const next = event.nextAt === undefined ? '' : `next at ${clockTimeFrom(at, event.nextAt, declaration.zone)}`;
		return `heartbeat: ${[said, next].filter(part => part !== '').join('; ')}`;
	},
	'severity-confirmed': ({severity, incidentKind, category, reason}) =>
		`severity ${severity} and ${category === undefined ? `kind ${incidentKind}` : `category ${category}`} confirmed${because(reason)}`,
	'objective-set': ({text, period}) => `objective${period === 'next' ? ' of the next period' : ''}: ${text}`,
	'period-started': ({until, text}, {declaration}, at) =>
		`operational period until ${clockTimeFrom(at, until, declaration.zone)}${about(text)}`,
	'can-reported': ({person, ...said}, {staffing}) => `${nameOf(staffing, person)} reports ${canWords(said)}`,
};

export const rhythm = duty<'rhythm', RhythmEvent>({
	name: 'rhythm',
	title: 'Rhythm',
	schemas: rhythmSchemas,
	initial: noRhythm,
	evolution: rhythmEvolution,
	telling,
	commands: rhythmCommands,
	rules: rhythmRules,
	section: rhythmSection,
});
