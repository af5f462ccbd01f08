import {isHot, isRunning} from '../declaration/state.ts';
import type {Asking, Offer, PromptSeverity, Rule} from '../../rule.ts';
import type {Board} from '../../board.ts';
import type {Profile} from '../../profile.ts';
import {type Instant, later, minute} from '../../time.ts';
import {clockTimeBy} from '../../watch.ts';
import type {RoleKey} from './events.ts';
import {
	activeAssignments,
	expertRoles,
	holders,
	incidentManager,
	isHeld,
	nameOf,
	plain,
	rolesByPerson,
	rolesOf,
	rosterOf,
	type Span,
	spans,
	type Staffing,
	standingTeams,
	teamByPerson,
	titleOf,
} from './state.ts';

const vacancy = ({declaration}: Board, role: RoleKey, severity: PromptSeverity, text: string): Asking => ({
	severity,
	subject: role,
	text,
	basis: 'vacant',
	offers: [{label: `assign ${titleOf(declaration, role)}`, line: `assign ${role} @`}],
});

/** A title within a sentence: `Deputy` as deputy, but no abbreviation. */
const inSentence = (title: string): string => title.replace(/^\p{Lu}(?=\p{Ll})/u, first => first.toLowerCase());

/** The first few of a list in words, and how many more there are. */
const few = (all: readonly string[], most = 3): string =>
	`${all.slice(0, most).join(', ')}${all.length > most ? ` and ${all.length - most} more` : ''}`;

const hasExpert = ({staffing}: Board): boolean => [...expertRoles].some(role => isHeld(staffing, role));

const isOngoing = ({status}: Board['actions'][number]): boolean => status === 'open' || status === 'acknowledged';

/** Up to three whom the roster knows as trained to command and as available, each with a line that appoints them. */
const trainedManagers = ({roster, people}: Staffing): readonly {readonly name: string; readonly line: string}[] => {
	const able = roster.filter(one => one.isAvailable && one.trained.includes('im')).slice(0, 3);
	return able.map(({handle, name}) => {
		const here = people.find(one => plain(one.name) === plain(name) || (one.handle === handle && one.name === handle));
		// A name with a quote in it cannot be put in quotes.
		const call = here?.handle ?? (/["\\]/u.test(name) ? handle : `"${name}"`);
		return {name, line: `assign im @${call}`};
	});
};

const phonetic = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel'];

/** The first name of the alphabet that no team has had. */
const freeTeamName = ({teams}: Staffing): string => {
	const taken = new Set(teams.map(team => team.name));
	return phonetic.find(one => !taken.has(one)) ?? `team${taken.size + 1}`;
};

/**
 * Splits that can be carried out as they stand: half of the experts, at least a lead and three, never the command
 * staff, and never more than the guide under the new lead. A lead's people are split off under that lead's team.
 */
const splitOffers = ({staffing}: Board, {guide, limit}: Profile['span']): ((span: Span) => readonly Offer[]) => {
	const name = freeTeamName(staffing);
	const roles = rolesByPerson(staffing);
	const placed = teamByPerson(staffing);
	const manager = incidentManager(staffing);
	return ({supervisor, reports}) => {
		const own = supervisor === manager ? undefined : placed.get(supervisor);
		if (own?.under !== undefined) {
			return [];
		}

		const experts = reports.filter(one => {
			const team = placed.get(one);
			return team === own && team?.lead !== one && (roles.get(one) ?? []).every(role => expertRoles.has(role));
		});
		// Enough to bring the supervisor within the limit, where one lead can hold that many.
		const enough = reports.length - limit + 1;
		const chosen = experts.slice(-Math.min(Math.max(4, Math.ceil(experts.length / 2), enough), guide + 1));
		const under = own === undefined ? '' : ` under:${own.name}`;
		return chosen.length < 2
			? []
			: [
					{
						label: `split off ${name}`,
						line: `split ${name} ${chosen.map(one => `@${one}`).join(' ')}${under}`,
					},
				];
	};
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
	return (board, _watch, profile) => {
		const {staffing, declaration} = board;
		const [above, upTo] = band(profile.span);
		const found = isRunning(declaration)
			? spans(staffing).filter(({reports}) => reports.length > above && reports.length <= upTo)
			: [];
		if (found.length === 0) {
			return [];
		}

		const offersFor = splitOffers(board, profile.span);
		return found.map(span => ({
			severity,
			subject: span.supervisor,
			text: words(nameOf(staffing, span.supervisor), span.reports.length, profile.span.guide),
			basis: String(span.reports.length),
			offers: offersFor(span),
		}));
	};
};

/** What a role wants its holder to be trained for: whoever may have to take over, to command as well. */
const isTrained = (trained: readonly RoleKey[], role: RoleKey): boolean => {
	if (role === 'deputy') {
		return trained.includes('deputy') && trained.includes('im');
	}

	// Whoever is trained as an analyst or for privacy is an expert too.
	return trained.includes(role) || (role === 'sme' && trained.some(one => expertRoles.has(one)));
};

/** Roles whose only holder must stay: doctrine demands the analyst and the privacy member where the incident does. */
const boundRoles = ({declaration, staffing}: Board): ReadonlySet<RoleKey> => {
	const demanded: readonly RoleKey[] = [
		...(declaration.incidentKind === 'security' ? (['analyst'] as const) : []),
		...(declaration.personalData === 'no' ? [] : (['privacy'] as const)),
	];
	return new Set(demanded.filter(role => holders(staffing, role).length === 1));
};

/** Experts who are in no team, hold no other role and need not stay, each with when they began. */
const freeExperts = (board: Board): ReadonlyMap<string, Instant> => {
	const {staffing} = board;
	const placed = teamByPerson(staffing);
	const bound = boundRoles(board);
	const stays = new Set<string>();
	const found = new Map<string, Instant>();
	for (const {person, role, since} of activeAssignments(staffing)) {
		if (!expertRoles.has(role) || placed.has(person) || bound.has(role)) {
			stays.add(person);
		}

		const known = found.get(person);
		found.set(person, known !== undefined && known < since ? known : since);
	}

	return new Map([...found].filter(([person]) => !stays.has(person)));
};

/** Since when each of these people has had no action that goes on; whoever has one is left out. */
const idleSince = (
	{actions, declaration}: Board,
	people: ReadonlyMap<string, Instant>,
): ReadonlyMap<string, Instant> => {
	const since = new Map(people);
	const busy = new Set<string>();
	for (const action of actions) {
		const {owner, endedAt} = action;
		const from = owner === undefined ? undefined : since.get(owner);
		if (owner === undefined || from === undefined) {
			continue;
		}

		if (isOngoing(action)) {
			busy.add(owner);
		} else if (endedAt !== undefined && endedAt > from) {
			since.set(owner, endedAt);
		}
	}

	// Nobody was idle in hot before it was hot.
	const hot = declaration.phaseSince ?? '';
	return new Map([...since].filter(([one]) => !busy.has(one)).map(([one, from]) => [one, from < hot ? hot : from]));
};

/** A system's name as one word, so that two spellings are one and it can be typed as a subject. */
const oneWord = (system: string): string =>
	plain(system)
		.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
		.replaceAll(/^-+|-+$/gu, '');

/** Systems that many experts outside of teams work on at once, as one word each, with those experts. */
const crowdedSystems = (
	{staffing, actions}: Board,
	most: number,
): readonly (readonly [string, readonly string[]])[] => {
	const roles = rolesByPerson(staffing);
	const placed = teamByPerson(staffing);
	const found = new Map<string, Set<string>>();
	const words = new Map<string, string>();
	for (const action of actions) {
		const {owner, system} = action;
		if (owner === undefined || system === undefined || !isOngoing(action) || placed.has(owner)) {
			continue;
		}

		const word = words.get(system) ?? oneWord(system);
		words.set(system, word);
		if (word !== '' && (roles.get(owner) ?? []).some(role => expertRoles.has(role))) {
			found.set(word, (found.get(word) ?? new Set()).add(owner));
		}
	}

	return [...found].filter(([, owners]) => owners.size >= most).map(([word, owners]) => [word, [...owners]]);
};

/** What is worked on at once that may be unrelated: suspicions under test, or explanations that stand open. */
const strandsOf = ({actions, findings}: Board, least: number): readonly string[] => {
	const tested = new Set(actions.flatMap(one => (one.tests !== undefined && isOngoing(one) ? [one.tests] : [])));
	const suspicions = findings.findings.filter(one => one.certainty === 'suspected' && tested.has(one.ref));
	const open = findings.hypotheses.filter(one => one.status === 'open');
	return [suspicions, open].flatMap(all => (all.length >= least ? all.map(one => one.ref) : []));
};

export const staffingRules: readonly Rule[] = [
	{
		id: 'R1',
		name: 'Somebody is in command',
		why: 'The Incident Manager is the single authority on what is happening; without one nobody decides.',
		source: 'MoJ roles; PagerDuty; ICS',
		answers: ['do'],
		consult(board) {
			const {declaration, staffing} = board;
			if (!isRunning(declaration) || isHeld(staffing, 'im')) {
				return [];
			}

			const able = trainedManagers(staffing);
			const trained = able.length === 0 ? '' : ` Trained: ${able.map(one => one.name).join(', ')}.`;
			const asking = vacancy(board, 'im', 'urgent', `No ${titleOf(declaration, 'im')}. Who takes command?${trained}`);
			const offers = able.map(({name, line}) => ({label: `assign ${name}`, line}));
			return [{...asking, offers: [...offers, ...(asking.offers ?? [])]}];
		},
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
					text: `${names} are both ${titleOf(declaration, 'im')}. Exactly one has command: who?`,
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
		consult: board =>
			isHot(board.declaration)
				? (['deputy', 'secretariat'] as const)
						.filter(role => !isHeld(board.staffing, role))
						.map(role =>
							vacancy(board, role, 'warn', `No ${inSentence(titleOf(board.declaration, role))}. Appoint one.`),
						)
				: [],
	},
	{
		id: 'R4',
		name: 'A security analyst is in a security incident',
		why: 'In a security incident a security analyst must be included.',
		source: 'MoJ roles',
		answers: ['do', 'put'],
		consult: board =>
			isRunning(board.declaration) &&
			board.declaration.incidentKind === 'security' &&
			!isHeld(board.staffing, 'analyst')
				? [vacancy(board, 'analyst', 'urgent', 'Security incident: a security analyst must be included.')]
				: [],
	},
	{
		id: 'R5',
		name: 'A data privacy member is in where personal data may be',
		why: 'Where personal data may be involved a member of the data privacy team must be included.',
		source: 'MoJ roles',
		answers: ['do', 'put'],
		consult: board =>
			isRunning(board.declaration) && board.declaration.personalData !== 'no' && !isHeld(board.staffing, 'privacy')
				? [vacancy(board, 'privacy', 'urgent', 'Personal data: a data privacy member must be included.')]
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
							text: `${nameOf(staffing, manager)} commands and is also ${others.map(role => titleOf(declaration, role)).join(', ')}. Hand over one of them.`,
							basis: others.join(' '),
							offers: others.map(role => ({
								label: `drop ${titleOf(declaration, role)}`,
								line: `relieve ${role} @${manager}`,
							})),
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
				? [vacancy(board, 'sme', 'warn', `No ${inSentence(titleOf(board.declaration, 'sme'))}. Who investigates?`)]
				: [],
	},
	{
		id: 'R9',
		name: 'Roles are held by people trained for them',
		why: 'A role is taken by somebody suitably trained for it, and a deputy must be able to take command.',
		source: 'PagerDuty; MoJ roles (suitably trained)',
		answers: ['do', 'override'],
		consult({declaration, staffing}) {
			if (!isRunning(declaration) || staffing.roster.length === 0) {
				return [];
			}

			const onRoster = rosterOf(staffing);
			const names = new Map(staffing.people.map(one => [one.handle, one.name]));
			return [...rolesByPerson(staffing)].flatMap(([handle, roles]): readonly Asking[] => {
				const name = names.get(handle) ?? handle;
				const known = onRoster({handle, name});
				const lacking = roles.filter(role => known === undefined || !isTrained(known.trained, role));
				const titles = lacking.map(role => titleOf(declaration, role)).join(', ');
				if (known?.isAvailable === false && lacking.length === 0) {
					return [
						{
							severity: 'advise',
							subject: handle,
							text: `${name} is not available, the roster says${known.availability === undefined ? '' : ` (${known.availability})`}. Accept it, or appoint another?`,
							basis: 'not available',
							offers: roles.map(role => ({
								label: `relieve of ${titleOf(declaration, role)}`,
								line: `relieve ${role} @${handle} because `,
							})),
						},
					];
				}

				return lacking.length === 0
					? []
					: [
							{
								severity: 'advise',
								subject: handle,
								text:
									known === undefined
										? `${name} is not on the roster and holds: ${titles}. Accept it, or appoint another?`
										: `${name} is not on the trained list for: ${titles}. Accept it, or appoint another?`,
								basis: `${known === undefined ? 'unknown' : 'untrained'} ${lacking.join(' ')}`,
								offers: lacking.map(role => ({
									label: `relieve of ${titleOf(declaration, role)}`,
									line: `relieve ${role} @${handle} because `,
								})),
							},
						];
			});
		},
	},
	{
		id: 'R11',
		name: 'Whoever works here has checked in, and whoever leaves hands over',
		why: 'Who is at work must be known, and nobody leaves with work in hand that nobody else has taken.',
		source: 'ICS check-in; login.gov',
		answers: ['do'],
		consult({declaration, staffing, actions}) {
			if (!isRunning(declaration)) {
				return [];
			}

			const owned = new Map<string, string[]>();
			for (const action of actions) {
				if (action.owner !== undefined && isOngoing(action)) {
					const refs = owned.get(action.owner);
					if (refs === undefined) {
						owned.set(action.owner, [action.ref]);
					} else {
						refs.push(action.ref);
					}
				}
			}

			if (owned.size === 0) {
				return [];
			}

			const roles = rolesByPerson(staffing);
			const placed = teamByPerson(staffing);
			return staffing.people.flatMap(({handle, name, releasedAt}): readonly Asking[] => {
				const refs = owned.get(handle);
				if (refs === undefined || (releasedAt === undefined && (roles.has(handle) || placed.has(handle)))) {
					return [];
				}

				const work = few(refs);
				return [
					releasedAt === undefined
						? {
								severity: 'advise',
								subject: handle,
								text: `${name} works on ${work} and has no role and no team. Check in: as what?`,
								basis: 'no place',
								offers: [{label: 'check in with a role', line: `checkin @${handle} `}],
							}
						: {
								severity: 'advise',
								subject: handle,
								text: `${name} has left with ${work} open. Who takes over?`,
								basis: `left ${refs.join(' ')}`,
								offers: refs.slice(0, 3).map(ref => ({label: `give ${ref} to another`, line: `reassign ${ref} @`})),
							},
				];
			});
		},
	},
	{
		id: 'R12',
		name: 'Experts without work are released',
		why: 'Whoever waits without work tires and crowds the call; who stays is said, the others may go.',
		source: 'PagerDuty; MoJ before an incident',
		defaults: 'asked when an expert has had no open action for more than 30 min while hot',
		answers: ['put', 'na'],
		consult(board, watch, {minutes}) {
			const {declaration, staffing} = board;
			if (!isHot(declaration)) {
				return [];
			}

			const free = freeExperts(board);
			// More than so many minutes: a millisecond beyond them.
			const idle = [...idleSince(board, free)].filter(([, since]) =>
				watch.reached(later(since, minutes.idleExpert * minute + 1)),
			);
			if (idle.length === 0) {
				return [];
			}

			const names = new Map(staffing.people.map(one => [one.handle, one.name]));
			const released = new Set(idle.map(([person]) => person));
			const staying = [...rolesByPerson(staffing)]
				.filter(([person, roles]) => !released.has(person) && roles.some(role => expertRoles.has(role)))
				.map(([person]) => names.get(person) ?? person);
			// Somebody must stay who investigates.
			return staying.length === 0
				? []
				: idle.map(([person, since]) => ({
						severity: 'info',
						subject: person,
						text: `${names.get(person) ?? person} has had no open action since ${clockTimeBy(watch, since, declaration.zone)}. Release? ${few(staying)} would stay.`,
						basis: since,
						offers: [{label: 'release', line: `release @${person}`}],
					}));
		},
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
		id: 'S4',
		name: 'Separate strands are split off',
		why: 'Unrelated strands hinder each other in one group; a sub-team for each has a lead, a task, a report time and a channel.',
		source: 'PagerDuty complex incidents',
		defaults: 'two strands at once, or three experts at work on one system',
		answers: ['put', 'defer'],
		consult(board, _watch, {counts}) {
			const {declaration, staffing} = board;
			if (!isRunning(declaration)) {
				return [];
			}

			const offers = [{label: 'split off a sub-team', line: `split ${freeTeamName(staffing)} @`}];
			const strands = standingTeams(staffing).length === 0 ? strandsOf(board, counts.strands) : [];
			return [
				...(strands.length === 0
					? []
					: [
							{
								severity: 'advise' as const,
								subject: '',
								text: `${few(strands, 4)} are worked on at once. Split off a sub-team: lead, task, report time, channel?`,
								basis: strands.join(' '),
								offers,
							},
						]),
				...crowdedSystems(board, counts.expertsOnAction).map(([system, owners]) => ({
					severity: 'advise' as const,
					subject: system,
					text: `${owners.length} experts work on ${system}. Split off a sub-team: lead, task, report time, channel?`,
					basis: String(owners.length),
					offers,
				})),
			];
		},
	},
	{
		id: 'S5',
		name: 'A sub-team is complete',
		why: 'A sub-team has one lead who is its single contact, a task, and a time to report; its members have one supervisor.',
		source: 'PagerDuty complex incidents',
		answers: ['do'],
		consult({declaration, staffing}) {
			if (!isRunning(declaration)) {
				return [];
			}

			const roles = rolesByPerson(staffing);
			return standingTeams(staffing).flatMap((team): readonly Asking[] => {
				const lacks = [
					...(team.lead === undefined ? ['a lead'] : []),
					...(team.task === undefined ? ['a task'] : []),
					...(team.due === undefined ? ['a report time'] : []),
				];
				const double = team.members.filter(member => (roles.get(member) ?? []).some(role => !expertRoles.has(role)));
				const troubles = [
					...(lacks.length === 0 ? [] : [`lacks ${lacks.join(', ')}`]),
					...(double.length === 0
						? []
						: [
								`holds ${double.map(one => nameOf(staffing, one)).join(', ')}, who ${double.length === 1 ? 'reports' : 'report'} to the ${titleOf(declaration, 'im')} as well`,
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
			});
		},
	},
	{
		id: 'S7',
		name: 'Small sub-teams are merged',
		why: 'A span of control runs from three to seven; a lead for fewer binds somebody who could work.',
		source: 'NIMS 2008 (3 to 7)',
		answers: ['na', 'put'],
		consult({declaration, staffing}, _watch, {span}) {
			if (!isRunning(declaration)) {
				return [];
			}

			const manager = incidentManager(staffing);
			const counts = new Map(spans(staffing).map(one => [one.supervisor, one.reports.length]));
			return standingTeams(staffing).flatMap(({name, lead}): readonly Asking[] => {
				const count = lead === undefined || lead === manager ? undefined : counts.get(lead);
				return lead === undefined || count === undefined || count >= span.least
					? []
					: [
							{
								severity: 'info',
								subject: `#${name}`,
								text: `Sub-team #${name} is small: ${count} under ${nameOf(staffing, lead)}, ${span.least} are the least. Merge it?`,
								basis: String(count),
								offers: [{label: 'merge it', line: `merge ${name}`}],
							},
						];
			});
		},
	},
];
