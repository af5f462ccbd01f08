import {withReason} from '../../words.ts';
import {choice, type Command, command, key, keyChoice, keyZone, optional, reason, text} from '../../command.ts';
import {refuse} from '../../refusal.ts';
import {type IncidentKind, incidentKinds, type PersonalData, phases, severities, type Severity} from './events.ts';

const severityChoices: Readonly<Record<string, Severity>> = {S1: 'S1', S2: 'S2', S3: 'S3', S4: 'S4'};
const kindChoices: Readonly<Record<string, IncidentKind>> = Object.fromEntries(incidentKinds.map(kind => [kind, kind]));
const dataChoices: Readonly<Record<string, PersonalData>> = {
	personal: 'yes',
	yes: 'yes',
	maybe: 'maybe',
	none: 'no',
	no: 'no',
};

const declare = command({
	verb: 'declare',
	label: 'DECLARE',
	summary: 'Open an incident',
	example: 'declare Payments database exposed severity:S2 kind:security data:personal zone:Europe/London',
	fields: {
		title: text('title'),
		severity: optional(keyChoice('severity', severityChoices)('severity')),
		incidentKind: optional(keyChoice('kind', kindChoices)('kind')),
		personalData: optional(keyChoice('data', dataChoices)('personal data')),
		profile: optional(key('profile')('doctrine')),
		zone: optional(keyZone('zone')('time zone')),
		marking: optional(key('marking')('marking')),
		exercise: optional(keyChoice('exercise', {yes: 'yes', no: 'no'})('exercise')),
	},
	decide(board, input, {profile, profiles, zone}) {
		if (board.declaration.declaredAt !== undefined) {
			return refuse(
				`${board.incident} is declared already.`,
				'One log holds one incident: declare another one to open a log of its own.',
			);
		}

		if (input.profile !== undefined && !profiles.includes(input.profile)) {
			return refuse(`There is no doctrine ${input.profile}.`, `Choose one of ${profiles.join(', ')}.`);
		}

		return [
			{
				kind: 'incident-declared',
				title: input.title,
				incidentKind: input.incidentKind ?? 'operational',
				severity: input.severity ?? 'S3',
				personalData: input.personalData ?? 'no',
				phase: 'hot',
				profile: input.profile ?? profile.name,
				zone: input.zone ?? zone,
				exercise: input.exercise === 'yes',
				...(input.marking === undefined ? {} : {marking: input.marking}),
			},
		];
	},
});

const severity = command({
	verb: 'severity',
	label: 'SEVERITY',
	summary: 'Set how severe the incident is, S1 the most',
	example: 'severity S1 because card data are leaking',
	fields: {severity: choice(severities)('severity'), reason: optional(reason('why'))},
	decide: ({declaration}, input) =>
		declaration.severity === input.severity
			? refuse(`The severity is ${input.severity} already.`, 'Name another, or note that it was confirmed.')
			: [{kind: 'severity-set', severity: input.severity, was: declaration.severity, ...withReason(input.reason)}],
});

const data = command({
	verb: 'data',
	label: 'PERSONAL DATA',
	summary: 'Say whether personal data are involved',
	example: 'data personal because the export holds names',
	fields: {
		personalData: choice(['personal', 'yes', 'maybe', 'none', 'no'])('personal, maybe or none'),
		reason: optional(reason('why')),
	},
	decide({declaration}, input) {
		const personalData = dataChoices[input.personalData] ?? 'maybe';
		return declaration.personalData === personalData
			? refuse('That is on record already.', 'Say personal, maybe or none.')
			: [{kind: 'personal-data-set', personalData, was: declaration.personalData, ...withReason(input.reason)}];
	},
});

const phase = command({
	verb: 'phase',
	label: 'PHASE',
	summary: 'Move the incident to pre-incident, hot, warm or cold',
	example: 'phase warm because the leak is contained',
	fields: {phase: choice(phases)('phase'), reason: optional(reason('why'))},
	decide: ({declaration}, input) =>
		declaration.phase === input.phase
			? refuse(`The incident is ${input.phase} already.`, `Name another phase: ${phases.join(', ')}.`)
			: [{kind: 'phase-set', phase: input.phase, was: declaration.phase, ...withReason(input.reason)}],
});

const close = command({
	verb: 'close',
	label: 'CLOSE',
	summary: 'Close the incident',
	example: 'close because the host is rebuilt and nothing leaks',
	fields: {reason: optional(reason('why'))},
	decide: (_, input) => [{kind: 'incident-closed', ...withReason(input.reason)}],
});

const reopen = command({
	verb: 'reopen',
	label: 'REOPEN',
	summary: 'Open a closed incident again',
	example: 'reopen because the same host leaks again',
	afterClosing: true,
	fields: {reason: reason('why')},
	decide: ({declaration}, input) =>
		declaration.closedAt === undefined
			? refuse('The incident is open.', 'Nothing needs to be reopened.')
			: [{kind: 'incident-reopened', reason: input.reason}],
});

export const declarationCommands: readonly Command[] = [declare, severity, data, phase, close, reopen];
