import {isHot, isRunning} from '../declaration/state.ts';
import type {Asking, Offer, PromptSeverity, Rule} from '../../rule.ts';
import type {Board} from '../../board.ts';
import type {Profile} from '../../profile.ts';
import type {RoleKey} from './events.ts';
import {
	holders,
	incidentManager,
	isHeld,
	nameOf,
	roleTitles,
	rolesOf,
	type Span,
	spans,
	standingTeams,
	teamOf,
} from './state.ts';

const offerAssign = (role: RoleKey): Offer => ({label: `assign ${roleTitles[role]}`, line: `assign ${role} @`});

const vacancy = (role: RoleKey, severity: PromptSeverity, text: string): Asking => ({
	severity,
	subject: role,
	text,
	basis: 'vacant',
	offers: [offerAssign(role)],
});

/** The analyst and the privacy member are subject matter experts too. */
const expertRoles: ReadonlySet<RoleKey> = new Set<RoleKey>(['sme', 'analyst', 'privacy']);

const hasExpert = ({staffing}: Board): boolean => [...expertRoles].some(role => isHeld(staffing, role));

const phonetic = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel'];

/**
 * A split that can be carried out as it stands: half of the experts, at least a lead and three, never the command
 * staff, and never more than the guide under the new lead.
 */
const splitOffer = ({staffing}: Board, {reports}: Span, {guide, limit}: Profile['span']): readonly Offer[] => {
	const taken = new Set(staffing.teams.map(team => team.name));
	const name = phonetic.find(one => !taken.has(one)) ?? `team${taken.size + 1}`;
	const experts = reports.filter(
		one => teamOf(staffing, one) === undefined && rolesOf(staffing, one).every(role => expertRoles.has(role)),
	);
	// Enough to bring the supervisor within the limit, where one lead can hold that many.
	const enough = reports.length - limit + 1;
	const chosen = experts.slice(-Math.min(Math.max(4, Math.ceil(experts.length / 2), enough), guide + 1));
	return chosen.length < 2
		? []
		: [{label: `split off ${name}`, line: `split ${name} ${chosen.map(one => `@${one}`).join(' ')}`}];
};

/** One band of the span of control: more than `above`, up to `upTo`. */
const spanBand = (
	severity: PromptSeverity,
	words: (name: string, count: number, guide: number) => string,
	band: (span: {
		readonly guide: number;
		readonly limit: number;
		readonly hardLimit: number;
	}) => readonly [number, number],
): Rule['consult'] => {
	return (board, _now, profile) => {
		const {staffing, declaration} = board;
		const [above, upTo] = band(profile.span);
		if (!isRunning(declaration)) {
			return [];
		}

		return spans(staffing)
			.filter(({reports}) => reports.length > above && reports.length <= upTo)
			.map(span => ({
				severity,
				subject: span.supervisor,
				text: words(nameOf(staffing, span.supervisor), span.reports.length, profile.span.guide),
				basis: String(span.reports.length),
				offers: splitOffer(board, span, profile.span),
			}));
	};
};

export const staffingRules: readonly Rule[] = [
	{
		id: 'R1',
		name: 'Somebody is in command',
		why: 'The Incident Manager is the single authority on what is happening; without one nobody decides.',
		source: 'MoJ roles; PagerDuty; ICS',
		answers: ['do'],
		consult: ({declaration, staffing}) =>
			isRunning(declaration) && !isHeld(staffing, 'im')
				? [vacancy('im', 'urgent', 'No Incident Manager. Who takes command?')]
				: [],
	},
	{
		id: 'R2',
		name: 'Only one is in command',
		why: 'Two authorities give two orders. Exactly one person has command.',
		source: 'MoJ roles; PagerDuty',
		answers: ['do'],
		consult({declaration, staffing}) {
			const managers = holders(staffing, 'im');
			if (!isRunning(declaration) || managers.length < 2) {
				return [];
			}

			const names = managers.map(one => nameOf(staffing, one.person)).join(' and ');
			return [
				{
					severity: 'urgent',
					subject: 'im',
					text: `${names} are both Incident Manager. Exactly one has command: who?`,
					basis: names,
					offers: managers.map(one => ({
						label: `relieve ${nameOf(staffing, one.person)}`,
						line: `relieve im @${one.person}`,
					})),
				},
			];
		},
	},
	{
		id: 'R3',
		name: 'Deputy and secretariat are appointed',
		why: 'The deputy watches time and is ready to take over; without a secretariat there is no log to rely on.',
		source: 'MoJ roles; PagerDuty',
		answers: ['do', 'defer', 'override'],
		consult: ({declaration, staffing}) =>
			isHot(declaration)
				? (['deputy', 'secretariat'] as const)
						.filter(role => !isHeld(staffing, role))
						.map(role => vacancy(role, 'warn', `No ${roleTitles[role].toLowerCase()}. Appoint one.`))
				: [],
	},
	{
		id: 'R4',
		name: 'A security analyst is in a security incident',
		why: 'In a security incident a security analyst must be included.',
		source: 'MoJ roles',
		answers: ['do', 'put'],
		consult: ({declaration, staffing}) =>
			isRunning(declaration) && declaration.incidentKind === 'security' && !isHeld(staffing, 'analyst')
				? [vacancy('analyst', 'urgent', 'Security incident: a security analyst must be included.')]
				: [],
	},
	{
		id: 'R5',
		name: 'A data privacy member is in where personal data may be',
		why: 'Where personal data may be involved a member of the data privacy team must be included.',
		source: 'MoJ roles',
		answers: ['do', 'put'],
		consult: ({declaration, staffing}) =>
			isRunning(declaration) && declaration.personalData !== 'no' && !isHeld(staffing, 'privacy')
				? [vacancy('privacy', 'urgent', 'Personal data: a data privacy member must be included.')]
				: [],
	},
	{
		id: 'R6',
		name: 'The Incident Manager holds no second role',
		why: 'Who commands coordinates and decides. To act as an expert, hand over command first.',
		source: 'MoJ before an incident; PagerDuty',
		answers: ['do', 'override'],
		consult({declaration, staffing}) {
			const manager = incidentManager(staffing);
			if (!isRunning(declaration) || manager === undefined) {
				return [];
			}

			const others = rolesOf(staffing, manager).filter(role => role !== 'im');
			return others.length === 0
				? []
				: [
						{
							severity: 'urgent',
							subject: manager,
							text: `${nameOf(staffing, manager)} commands and is also ${others.map(role => roleTitles[role]).join(', ')}. Hand over one of them.`,
							basis: others.join(' '),
							offers: others.map(role => ({label: `drop ${roleTitles[role]}`, line: `relieve ${role} @${manager}`})),
						},
					];
		},
	},
	{
		id: 'R7',
		name: 'Somebody investigates',
		why: 'The Incident Manager delegates to subject matter experts; without one nothing is found out.',
		source: 'MoJ roles',
		answers: ['do', 'put'],
		consult: board =>
			isHot(board.declaration) && !hasExpert(board)
				? [vacancy('sme', 'warn', 'No subject matter expert. Who investigates?')]
				: [],
	},
	{
		id: 'S1',
		name: 'Span of control: the guide',
		why: 'Five direct reports are the guide; beyond it attention thins.',
		source: 'NIMS 2017 (1:5 as a guideline)',
		answers: ['na', 'put'],
		consult: spanBand(
			'info',
			(name, count, guide) => `${count} people report to ${name}; ${guide} is the guide.`,
			({guide, limit}) => [guide, limit],
		),
	},
	{
		id: 'S2',
		name: 'Span of control: exceeded',
		why: 'More than seven or eight reports overwhelm whoever commands: escalate, release people, or split off sub-teams.',
		source: 'MoJ before an incident; PagerDuty',
		answers: ['do', 'put', 'override'],
		consult: spanBand(
			'warn',
			(name, count) => `${count} people report to ${name}: escalate, release people, or split off a sub-team.`,
			({limit, hardLimit}) => [limit, hardLimit],
		),
	},
	{
		id: 'S3',
		name: 'Span of control: far exceeded',
		why: 'More than eight reports: nobody can hold them. It is asked again until it is answered.',
		source: 'MoJ before an incident; PagerDuty',
		defaults: 'asked again 15 min after it was put to the Incident Manager',
		answers: ['do', 'put', 'override'],
		consult: spanBand(
			'urgent',
			(name, count) => `${count} people report to ${name}: escalate, release people, or split off a sub-team now.`,
			({hardLimit}) => [hardLimit, Number.POSITIVE_INFINITY],
		),
	},
	{
		id: 'S5',
		name: 'A sub-team is complete',
		why: 'A sub-team has one lead who is its single contact, a task, and a time to report; its members have one supervisor.',
		source: 'PagerDuty complex incidents',
		answers: ['do'],
		consult: ({declaration, staffing}) =>
			isRunning(declaration)
				? standingTeams(staffing).flatMap((team): readonly Asking[] => {
						const lacks = [
							...(team.lead === undefined ? ['a lead'] : []),
							...(team.task === undefined ? ['a task'] : []),
							...(team.due === undefined ? ['a report time'] : []),
						];
						const double = team.members.filter(member =>
							rolesOf(staffing, member).some(role => !expertRoles.has(role)),
						);
						const troubles = [
							...(lacks.length === 0 ? [] : [`lacks ${lacks.join(', ')}`]),
							...(double.length === 0
								? []
								: [
										`holds ${double.map(one => nameOf(staffing, one)).join(', ')}, who ${double.length === 1 ? 'reports' : 'report'} to the Incident Manager as well`,
									]),
						];
						return troubles.length === 0
							? []
							: [
									{
										severity: 'warn',
										subject: `#${team.name}`,
										text: `Sub-team #${team.name} ${troubles.join('; ')}.`,
										offers: [{label: 'complete it', line: `brief ${team.name} `}],
									},
								];
					})
				: [],
	},
];
