import {type Command, command, key, keyChoice, next, optional, person, reason, text, until} from '../../command.ts';
import {refuse} from '../../refusal.ts';
import {clockTimeFrom, later, minute} from '../../time.ts';
import {withReason} from '../../words.ts';
import {holders, incidentManager} from '../staffing/state.ts';
import {runningCall} from './state.ts';

/** The answers between the bars, as many as there are questions; one that is blank was not given. */
const answersIn = (said: string | undefined, questions: number): readonly (string | undefined)[] => {
	const parts = (said ?? '').split('|');
	// A bar too many is a part of the last answer.
	return [...parts.slice(0, questions - 1), parts.slice(questions - 1).join('|')].map(part => part.trim() || undefined);
};

/** The parts that were given, by their names. */
const given = <Name extends string>(
	parts: Readonly<Record<Name, string | undefined>>,
): {readonly [N in Name]?: string} =>
	Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
		readonly [N in Name]?: string;
	};

const call = command({
	verb: 'call',
	label: 'CALL',
	summary: 'Record that a call of the team has started',
	example: 'call channel:bridge-1 regular call of the team',
	fields: {channel: optional(key('channel')('where')), text: optional(text('what about'))},
	decide({rhythm, declaration}, input, {now}) {
		const running = runningCall(rhythm);
		return running === undefined
			? [{kind: 'call-started', ...given({channel: input.channel, text: input.text})}]
			: refuse(
					`A call has been running since ${clockTimeFrom(now, running.startedAt, declaration.zone)}.`,
					'If it is over, end it first: endcall.',
				);
	},
});

const endCall = command({
	verb: 'endcall',
	label: 'END OF CALL',
	summary: 'Record that the call of the team has ended',
	example: 'endcall',
	fields: {},
	decide: ({rhythm}) =>
		runningCall(rhythm) === undefined
			? refuse('No call is running.', 'When one has started: call.')
			: [{kind: 'call-ended'}],
});

const announce = command({
	verb: 'announce',
	label: 'ROLES ANNOUNCED',
	summary: 'Record that everybody was told who is Incident Manager, deputy and secretariat',
	example: 'announce',
	fields: {},
	decide({staffing}) {
		const told = given({
			im: incidentManager(staffing),
			deputy: holders(staffing, 'deputy')[0]?.person,
			secretariat: holders(staffing, 'secretariat')[0]?.person,
		});
		return Object.keys(told).length === 0
			? refuse('Nobody is Incident Manager, deputy or secretariat.', 'Assign a role first: assign im @name.')
			: [{kind: 'roles-announced', ...told}];
	},
});

const heartbeat = command({
	verb: 'heartbeat',
	label: 'HEARTBEAT',
	summary: 'Record the four answers of a heartbeat, with a | between them, and when the next one is',
	example:
		'heartbeat card data left host 17 | cards must be blocked | host 17 is off | find the leaked keys next 23:30',
	fields: {
		text: optional(text('what happened | what it means | what we have done | what we do next')),
		nextAt: optional(next('heartbeat')),
	},
	decide(_, input) {
		const [happened, means, done, following] = answersIn(input.text, 4);
		const event = given({happened, means, done, next: following, nextAt: input.nextAt});
		return Object.keys(event).length === 0
			? refuse('None of the four questions is answered.', 'Say at least what happened: heartbeat WHAT HAPPENED.')
			: [{kind: 'heartbeat-held', ...event}];
	},
});

const reconfirm = command({
	verb: 'reconfirm',
	label: 'STILL RIGHT',
	summary: 'Record that severity and category were looked at again and are right',
	example: 'reconfirm because nothing new is affected',
	fields: {reason: optional(reason('why'))},
	decide: ({declaration}, input) => [
		{
			kind: 'severity-confirmed',
			severity: declaration.severity,
			incidentKind: declaration.incidentKind,
			...given({category: declaration.triage.category}),
			...withReason(input.reason),
		},
	],
});

const objective = command({
	verb: 'objective',
	label: 'OBJECTIVE',
	summary: 'Set an aim for this operational period, or for the next one',
	example: 'objective no card data leave the network period:next',
	fields: {
		text: text('what is to be reached'),
		period: optional(keyChoice('period', {current: 'current', next: 'next'})('which period')),
	},
	decide: (_, input) => [{kind: 'objective-set', text: input.text, period: input.period ?? 'current'}],
});

const period = command({
	verb: 'period',
	label: 'OPERATIONAL PERIOD',
	summary: 'Start an operational period, until a time',
	example: 'period until 22:00 contain the leak',
	fields: {until: optional(until('when it ends')), text: optional(text('what it is for'))},
	decide: (_, input, {occurredAt, profile}) => [
		{
			kind: 'period-started',
			until: input.until ?? later(occurredAt, profile.minutes.period * minute),
			...given({text: input.text}),
		},
	],
});

const can = command({
	verb: 'can',
	label: 'CAN REPORT',
	summary: "Record an expert's voice report: conditions | actions | needs",
	example: 'can @chen host 17 still sends | traffic is being filtered | a second analyst',
	fields: {person: person('who reports'), text: text('conditions | actions | needs')},
	decide(_, input) {
		const [conditions, actions, needs] = answersIn(input.text, 3);
		const said = given({conditions, actions, needs});
		return Object.keys(said).length === 0
			? refuse('Nothing is reported.', `Say it in this order: can @${input.person} CONDITIONS | ACTIONS | NEEDS.`)
			: [{kind: 'can-reported', person: input.person, ...said}];
	},
});

export const rhythmCommands: readonly Command[] = [
	call,
	endCall,
	announce,
	heartbeat,
	reconfirm,
	objective,
	period,
	can,
];
