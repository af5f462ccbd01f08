import {own} from '../../own.ts';
import {withReason} from '../../words.ts';
import {choice, type Command, command, key, keyChoice, keyZone, optional, reason, text, word} from '../../command.ts';
import type {Library} from '../../library.ts';
import {markingTyped} from '../../profiles/markings.ts';
import {profiles as ownProfiles} from '../../profiles/index.ts';
import {isRefusal, type Refusal, refuse} from '../../refusal.ts';
import {
	type DeclarationEvent,
	flags,
	type IncidentKind,
	incidentKinds,
	type PersonalData,
	phases,
	severities,
	type Severity,
} from './events.ts';

const severityChoices: Readonly<Record<string, Severity>> = {S1: 'S1', S2: 'S2', S3: 'S3', S4: 'S4'};
const kindChoices: Readonly<Record<string, IncidentKind>> = Object.fromEntries(incidentKinds.map(kind => [kind, kind]));
const dataChoices: Readonly<Record<string, PersonalData>> = {
	personal: 'yes',
	yes: 'yes',
	maybe: 'maybe',
	none: 'no',
	no: 'no',
};

/** The doctrine of that name taken into the log; whole, unless the program brings it along. */
const adoption = (
	name: string,
	{profiles, troubles}: Library,
): Extract<DeclarationEvent, {readonly kind: 'profile-adopted'}> | Refusal => {
	const found = own(profiles, name);
	if (found === undefined) {
		const trouble = own(troubles, name);
		return trouble === undefined
			? refuse(`There is no doctrine ${name}.`, `Choose one of ${Object.keys(profiles).join(', ')}.`)
			: refuse(trouble, 'Mend the file; until then the doctrine in the log goes on.');
	}

	return {kind: 'profile-adopted', name, ...(found === own(ownProfiles, name) ? {} : {profile: found})};
};

const chooseProfile = command({
	verb: 'profile',
	label: 'DOCTRINE',
	summary: 'Choose the doctrine that speaks: one that comes with the program, or one of your own files',
	example: 'profile moj',
	fields: {name: word('doctrine')},
	decide(_, input, {library}) {
		const adopted = adoption(input.name, library);
		return isRefusal(adopted) ? adopted : [adopted];
	},
});

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
		phase: optional(keyChoice('phase', {'pre-incident': 'pre-incident', hot: 'hot'})('phase')),
		exercise: optional(keyChoice('exercise', {yes: 'yes', no: 'no'})('exercise')),
	},
	decide(board, input, {profile, library, zone}) {
		if (board.declaration.declaredAt !== undefined) {
			return refuse(
				`${board.incident} is declared already.`,
				'One log holds one incident: declare another one to open a log of its own.',
			);
		}

		const adopted = adoption(input.profile ?? library.preferred ?? profile.name, library);
		if (isRefusal(adopted)) {
			return adopted;
		}

		const marking = input.marking === undefined ? undefined : markingTyped(input.marking);
		if (typeof marking === 'object') {
			return marking;
		}

		const {roster} = library;
		return [
			{
				kind: 'incident-declared',
				title: input.title,
				incidentKind: input.incidentKind ?? 'operational',
				severity: input.severity ?? 'S3',
				personalData: input.personalData ?? 'no',
				phase: input.phase ?? 'hot',
				profile: adopted.name,
				zone: input.zone ?? zone,
				exercise: input.exercise === 'yes',
				...(marking === undefined ? {} : {marking}),
			},
			// A doctrine that comes with the program is known by its name.
			...(adopted.profile === undefined ? [] : [adopted]),
			...(roster === undefined ? [] : [{kind: 'roster-adopted' as const, ...roster}]),
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
		declaration.severity === input.severity && declaration.doubt === undefined
			? refuse(`The severity is ${input.severity} already.`, 'Name another, or note that it was confirmed.')
			: [{kind: 'severity-set', severity: input.severity, was: declaration.severity, ...withReason(input.reason)}],
});

const unsure = command({
	verb: 'unsure',
	label: 'UNSURE',
	summary: 'Say that the severity is unsure, and what else was proposed',
	example: 'unsure or:S1 because nobody knows how many records leaked',
	fields: {other: optional(keyChoice('or', severityChoices)('also proposed')), reason: optional(reason('why'))},
	decide: (_, {other, reason: why}) => [
		{kind: 'severity-doubted', ...(other === undefined ? {} : {other}), ...withReason(why)},
	],
});

const triage = command({
	verb: 'triage',
	label: 'TRIAGE',
	summary: 'Record what triage says: how it came to light, its category, the working hypothesis',
	example: 'triage the supplier token was reused source:alert category:leak',
	fields: {
		hypothesis: optional(text('working hypothesis')),
		source: optional(key('source')('how it came to light')),
		category: optional(key('category')('category')),
	},
	decide(_, {hypothesis, source, category}) {
		const said = {
			...(source === undefined ? {} : {source}),
			...(category === undefined ? {} : {category}),
			...(hypothesis === undefined ? {} : {hypothesis}),
		};
		return Object.keys(said).length === 0
			? refuse('That says nothing.', 'For example: triage source:alert category:phishing.')
			: [{kind: 'triage-recorded', ...said}];
	},
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

const flag = command({
	verb: 'flag',
	label: 'FLAG',
	summary: 'Say what raises the incident beyond the team: seen by users, another department, the press …',
	example: 'flag visible because users see the error page',
	fields: {flag: choice(flags)('what'), reason: optional(reason('why'))},
	decide: ({declaration}, input) =>
		declaration.flags.some(one => one.flag === input.flag)
			? refuse('That is on record already.', `To take it back: unflag ${input.flag} because …`)
			: [{kind: 'flag-raised', flag: input.flag, ...withReason(input.reason)}],
});

const unflag = command({
	verb: 'unflag',
	label: 'NO LONGER',
	summary: 'Say that what raised the incident beyond the team no longer holds',
	example: 'unflag visible because the page is back',
	fields: {flag: choice(flags)('what'), reason: optional(reason('why'))},
	decide: ({declaration}, input) =>
		declaration.flags.some(one => one.flag === input.flag)
			? [{kind: 'flag-lowered', flag: input.flag, ...withReason(input.reason)}]
			: refuse('That is not on record.', 'What is on record is what was said with flag.'),
});

const mark = command({
	verb: 'mark',
	label: 'MARKING',
	summary: 'Mark the incident, and every document made of it: a TLP label, OFFICIAL or a marking of your own',
	example: 'mark TLP:AMBER+STRICT because it names customers',
	// What is shared is mostly written when all is over.
	afterClosing: true,
	fields: {marking: text('marking'), reason: optional(reason('why'))},
	decide({declaration}, input) {
		const marking = markingTyped(input.marking);
		if (typeof marking === 'object') {
			return marking;
		}

		const was = declaration.marking;
		return was === marking
			? refuse(`The incident is marked ${marking} already.`, 'Name another marking.')
			: [{kind: 'marking-set', marking, ...(was === undefined ? {} : {was}), ...withReason(input.reason)}];
	},
});

const close = command({
	verb: 'close',
	label: 'CLOSE',
	summary: 'Close the incident',
	example: 'close because the host is rebuilt and nothing leaks',
	fields: {
		outcome: optional(keyChoice('outcome', {resolved: 'resolved', 'false-alarm': 'false-alarm'})('how it ended')),
		reason: optional(reason('why')),
	},
	decide: (_, input) => [
		{
			kind: 'incident-closed',
			...(input.outcome === undefined ? {} : {outcome: input.outcome}),
			...withReason(input.reason),
		},
	],
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

export const declarationCommands: readonly Command[] = [
	declare,
	severity,
	unsure,
	triage,
	data,
	phase,
	chooseProfile,
	flag,
	unflag,
	mark,
	close,
	reopen,
];
