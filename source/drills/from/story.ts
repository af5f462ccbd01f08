import type {IncidentKind, PersonalData, Severity} from '../../duties/declaration/events.ts';
import {type RoleKey, roleKeys} from '../../duties/staffing/events.ts';
import {roleTitles} from '../../duties/staffing/state.ts';
import {elapsed, type Instant, minute} from '../../time.ts';
import {readExpectation} from '../expectation.ts';
import {spanWords} from '../offset.ts';
import type {WrittenScenario} from '../write.ts';

/** What a team did, by what it shows of them. */
export type Strand = 'command' | 'work' | 'decide' | 'tell';

/** Something that came to the team, or that it did: then `line` is what a drill expects of its players. */
export type Beat =
	| {
			readonly type: 'told';
			readonly at: Instant;
			readonly text: string;
			readonly from?: string;
			readonly means?: string;
	  }
	| {readonly type: 'done'; readonly at: Instant; readonly line: string; readonly strand: Strand};

/** What was lived through, in the order in which it happened. */
export type Story = {
	readonly title: string;
	readonly purpose: string;
	readonly profile?: string;
	readonly kind: IncidentKind;
	readonly severity: Severity;
	readonly data: PersonalData;
	readonly zone: string;
	/** When it began; what is known to have happened before moves it. */
	readonly start: Instant;
	readonly beats: readonly Beat[];
	/** Who plays, as they are checked in. */
	readonly players: readonly string[];
};

/** Who plays where nobody is to be named: the roles that were held then, else those that doctrine asks for at once. */
export const playersOf = (held: ReadonlySet<RoleKey> = new Set()): readonly string[] =>
	roleKeys
		.filter(role => (held.size === 0 ? ['im', 'deputy', 'secretariat', 'comms'].includes(role) : held.has(role)))
		.map(role => roleTitles[role]);

/** What each strand is judged for, and the rules it teaches. */
const strands: Readonly<Record<Strand, {readonly text: string; readonly rules: readonly string[]}>> = {
	command: {text: 'Somebody commands, and the incident is rated, as soon as then', rules: ['R1', 'R3']},
	work: {text: 'The work that was done then is ordered as soon as then', rules: ['A1', 'A2']},
	decide: {text: 'What was decided then is decided as soon as then, with its reason', rules: ['E1', 'E3']},
	tell: {text: 'Those who were told then are told as soon as then', rules: ['R8', 'C1']},
};

const order: readonly Strand[] = ['command', 'decide', 'tell', 'work'];

/** Nobody can answer in the minute in which they are told. */
const leastTime = 5 * minute;

type Draft = {
	readonly at: number;
	readonly beat: Extract<Beat, {type: 'told'}>;
	readonly done: {readonly line: string; readonly strand: Strand; readonly by: number}[];
};

/**
 * The strand for which an inject is judged: of those that its deeds belong to, the one of which there is least, or the
 * few decisions of a long night would be lost among its orders.
 */
const strandOf = ({done}: Draft, drafts: readonly Draft[]): Strand | undefined => {
	const count = (strand: Strand) => drafts.flatMap(one => one.done).filter(deed => deed.strand === strand).length;
	return order
		.filter(strand => done.some(one => one.strand === strand))
		.toSorted((one, other) => count(one) - count(other))[0];
};

const quotable = (name: string): string => name.replaceAll(/["\n]/gu, '');

/**
 * A story as a scenario: what came to the team as injects, what it did as what is expected until then, in the inject
 * that came before it. A deed that is expected already is not expected again. `holds` says whether the doctrine of the
 * drill holds a rule.
 */
export const fromStory = (story: Story, holds: (rule: string) => boolean): WrittenScenario => {
	const {title, purpose, profile, kind, severity, data, zone, beats, players} = story;
	const start = beats.reduce((one, {at}) => (at < one ? at : one), story.start);
	const drafts: Draft[] = [];
	const asked = new Set<string>();
	const begin = (at: number, beat: Draft['beat']) => {
		drafts.push({at, beat, done: []});
	};

	for (const beat of beats.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))) {
		const at = elapsed(start, beat.at);
		if (beat.type === 'told') {
			begin(at, beat);
			continue;
		}

		if (drafts.length === 0) {
			begin(0, {type: 'told', at: start, text: title});
		}

		// A line that would not be read is none: what was said then may hold anything.
		if (!asked.has(beat.line) && !('wrong' in readExpectation(beat.line))) {
			asked.add(beat.line);
			const draft = drafts.at(-1);
			// Told in whole minutes, never earlier than it was done.
			draft?.done.push({
				line: beat.line,
				strand: beat.strand,
				by: Math.ceil(Math.max(at, draft.at + leastTime) / minute) * minute,
			});
		}
	}

	if (drafts.length === 0) {
		begin(0, {type: 'told', at: start, text: title});
	}

	const end = Math.max(...drafts.flatMap(one => [one.at, ...one.done.map(({by}) => by)])) + minute;
	const duration = Math.ceil(end / minute) * minute;
	const judged = new Set(drafts.map(one => strandOf(one, drafts)));
	return {
		title,
		purpose,
		audience: 'a team that was not there',
		objectives: order
			.filter(strand => judged.has(strand))
			.map(id => ({id, text: strands[id].text, rules: strands[id].rules.filter(holds)})),
		...(profile === undefined ? {} : {profile}),
		kind,
		severity,
		data,
		zone,
		start,
		duration: spanWords(duration),
		state: players.map(name => `checkin @"${quotable(name)}"`),
		injects: drafts.map((draft, index) => {
			const {from, text, means} = draft.beat;
			const objective = strandOf(draft, drafts);
			return {
				number: index + 1,
				at: `+${spanWords(draft.at)}`,
				...(from === undefined ? {} : {from}),
				to: 'team' as const,
				...(means === undefined ? {} : {means}),
				text,
				...(objective === undefined
					? {}
					: {expected: draft.done.map(({line, by}) => `${line} by +${spanWords(by)}`), objective}),
			};
		}),
	};
};

/** The longest word of a text, by which a deed is recognised; `head` alone where it has none. */
export const saying = (head: string, text: string): string => {
	const words = text.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
	const [word] = words
		// Person 1 is nobody whom a player could name.
		.filter(one => !['says', 'person'].includes(one.toLowerCase()))
		.toSorted((one, other) => other.length - one.length);
	return word === undefined ? head : `${head} says ${word}`;
};
