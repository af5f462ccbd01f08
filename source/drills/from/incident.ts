import {severities} from '../../duties/declaration/events.ts';
import {roleTitles} from '../../duties/staffing/state.ts';
import type {RoleKey} from '../../duties/staffing/events.ts';
import type {Board} from '../../board.ts';
import type {Entry} from '../../entry.ts';
import {emptyBoard, foldAll} from '../../fold.ts';
import {isOffice, type Names, otherNames, ownNames, personsAmong} from './names.ts';
import {type Beat, playersOf, saying, type Story, type Strand} from './story.ts';

/** What a deed is expected as, without its time; undefined for what is none. */
type Deed = {readonly line: string; readonly strand: Strand};

/** What must be remembered of the log to know what an entry did. */
type Told = {
	/** The roles that everybody holds, by their handles. */
	readonly roles: Map<string, readonly RoleKey[]>;
	readonly audiences: Map<string, string>;
	severity: (typeof severities)[number];
};

/** An audience can be asked for by its name where that is one word. */
const audienceOf = (told: Told, ref: string): string => {
	const audience = told.audiences.get(ref) ?? '';
	return /^[^\s:]+$/u.test(audience) ? ` audience:${audience}` : '';
};

const isRaised = (from: Told['severity'], to: Told['severity']): boolean =>
	severities.indexOf(to) < severities.indexOf(from);

const deedIn = ({event}: Entry, told: Told, {within}: Names): Deed | undefined => {
	switch (event.kind) {
		case 'role-assigned': {
			return {line: `role ${event.role}`, strand: 'command'};
		}

		case 'severity-set': {
			return isRaised(told.severity, event.severity)
				? {line: `severity ${event.severity}`, strand: 'command'}
				: undefined;
		}

		case 'tier-escalated': {
			return {line: `verb escalate tier:${event.tier}`, strand: 'command'};
		}

		case 'prompt-answered': {
			return {line: `answer ${event.rule} ${event.answer}`, strand: 'command'};
		}

		case 'action-opened': {
			return {line: saying('action', within(event.text)), strand: 'work'};
		}

		case 'exhibit-taken': {
			return {line: 'verb exhibit', strand: 'work'};
		}

		case 'hypothesis-raised': {
			return {line: saying('verb hypothesis', within(event.text)), strand: 'work'};
		}

		case 'decision-made': {
			return {line: saying('decision', within(event.text)), strand: 'decide'};
		}

		case 'personal-data-set': {
			return {line: 'verb data', strand: 'decide'};
		}

		case 'message-sent': {
			return {line: `message sent${audienceOf(told, event.ref)}`, strand: 'tell'};
		}

		case 'audience-set': {
			return {line: 'verb audience', strand: 'tell'};
		}

		case 'clock-started': {
			return {line: 'verb clock', strand: 'tell'};
		}

		case 'clock-notified': {
			return {line: 'verb notify', strand: 'tell'};
		}

		default: {
			return undefined;
		}
	}
};

const remember = ({event}: Entry, told: Told): void => {
	switch (event.kind) {
		case 'role-assigned': {
			told.roles.set(event.person, [...(told.roles.get(event.person) ?? []), event.role]);
			break;
		}

		case 'role-relieved': {
			told.roles.set(
				event.person,
				(told.roles.get(event.person) ?? []).filter(role => role !== event.role),
			);
			break;
		}

		case 'incident-declared':
		case 'severity-set': {
			told.severity = event.severity;
			break;
		}

		case 'message-drafted': {
			told.audiences.set(event.ref, event.audience);
			break;
		}

		default: {
			break;
		}
	}
};

const namesOf = ({staffing, declaration}: Board, entries: readonly Entry[]): Names =>
	otherNames(
		staffing.people.flatMap(({name, handle}) => (isOffice(name) ? [] : [[name, handle]])),
		personsAmong(
			entries.flatMap(({event, by}) =>
				event.kind === 'inject-delivered' || staffing.people.some(({handle}) => handle === by) ? [] : [by],
			),
			declaration.title,
		),
	);

/** Who keeps the log and who commands are played, not playing: what they were told is told by nobody. */
const unheard: ReadonlySet<RoleKey> = new Set(['im', 'deputy', 'secretariat']);

/** Who is played as telling it: a party outside by its name, whoever worked on the incident by their role. */
const teller = (by: string, {staffing}: Board, told: Told, names: Names): string | undefined => {
	const roles = told.roles.get(by) ?? [];
	if (roles.some(role => unheard.has(role))) {
		return undefined;
	}

	const [role] = roles;
	const person = staffing.people.find(one => one.handle === by);
	const name = person?.name ?? by;
	// Somebody without a role, and without a name here, is nobody whom the players would know.
	return role === undefined ? (name !== '' && names.of(name) === name ? name : undefined) : roleTitles[role];
};

/** The log of an incident as a story: undefined where nothing was declared. Struck and withheld entries are left out. */
export const storyOfLog = (entries: readonly Entry[], areNamesKept: boolean): Story | undefined => {
	const [first] = entries;
	if (first?.event.kind !== 'incident-declared') {
		return undefined;
	}

	const board = foldAll(emptyBoard(first.incident), entries);
	const names = areNamesKept ? ownNames : namesOf(board, entries);
	const {title, incidentKind, severity, personalData, zone, profile} = first.event;
	const hidden = new Set([...board.struck.keys(), ...board.record.withheld.map(({entry}) => entry)]);
	const told: Told = {roles: new Map(), audiences: new Map(), severity};
	const beats: Beat[] = [];
	const held = new Set<RoleKey>();
	for (const entry of entries.filter(one => !hidden.has(one.number))) {
		const {event, occurredAt: at, by} = entry;
		if (event.kind === 'finding-recorded' || event.kind === 'note-made') {
			const from = teller(by, board, told, names);
			beats.push({type: 'told', at, text: names.within(event.text), ...(from === undefined ? {} : {from})});
		} else if (event.kind === 'inject-delivered') {
			const {text, from, means} = event;
			beats.push({
				type: 'told',
				at,
				text: names.within(text),
				...(from === undefined ? {} : {from: names.of(from)}),
				...(means === undefined ? {} : {means}),
			});
		} else {
			const deed = deedIn(entry, told, names);
			if (deed !== undefined) {
				beats.push({type: 'done', at, ...deed});
			}
		}

		if (event.kind === 'role-assigned') {
			held.add(event.role);
		}

		remember(entry, told);
	}

	return {
		title: names.within(title),
		purpose: `What the team of ${first.incident} met, to be met again`,
		profile,
		kind: incidentKind,
		severity,
		data: personalData,
		zone,
		start: first.occurredAt,
		beats,
		players: areNamesKept ? board.staffing.people.map(({name}) => name) : playersOf(held),
	};
};
