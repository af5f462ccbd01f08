import type {BoardEvent, EventKind} from '../entry.ts';
import type {EventOfKind} from '../evolution.ts';

type FieldOf<Kind extends EventKind> = Exclude<keyof EventOfKind<Kind>, 'kind'>;

/** The fields of a kind that name something by what it is called in its own log. */
type Naming<Kind extends EventKind> = {
	/** Refs: `A3`. */
	readonly refs?: readonly FieldOf<Kind>[];
	/** Entries, by their numbers. */
	readonly entries?: readonly FieldOf<Kind>[];
	/** People, by their handles; one or a list of them. */
	readonly people?: readonly FieldOf<Kind>[];
	/** What may be any of the three: `A3`, `17`, `sam`. */
	readonly any?: readonly FieldOf<Kind>[];
};

const ref = {refs: ['ref']} as const;
const transfer = {people: ['from', 'to']} as const;

/** Where events name what belongs to their own log. A kind that does not say so does not compile. */
const naming: {readonly [Kind in EventKind]: Naming<Kind>} = {
	'incident-declared': {},
	'severity-set': {},
	'severity-doubted': {},
	'triage-recorded': {},
	'personal-data-set': {},
	'phase-set': {},
	'profile-adopted': {},
	'flag-raised': {},
	'flag-lowered': {},
	'marking-set': {},
	'incident-closed': {},
	'incident-reopened': {},
	'person-joined': {people: ['handle']},
	'person-released': {people: ['person']},
	'role-assigned': {people: ['person']},
	'role-accepted': {people: ['person']},
	'role-relieved': {people: ['person']},
	'team-split': {people: ['lead', 'members']},
	'team-completed': {people: ['lead', 'members']},
	// A roster lists who may be called, whether they are on the board or not: its handles are its own.
	'roster-adopted': {},
	'responsibilities-cited': {},
	'team-merged': {},
	'action-opened': {refs: ['ref', 'tests'], entries: ['on'], people: ['owner']},
	'action-acknowledged': ref,
	'action-reported': ref,
	'action-extended': ref,
	'action-reassigned': {refs: ['ref'], people: ['owner', 'wasOwner']},
	'action-done': ref,
	'action-cancelled': ref,
	'action-instructed': {refs: ['ref'], entries: ['on', 'was'], people: ['manager']},
	'action-lead-named': {refs: ['ref'], people: ['person']},
	'finding-recorded': ref,
	'finding-confirmed': {refs: ['ref'], people: ['person']},
	'finding-refuted': {refs: ['ref'], people: ['person']},
	'hypothesis-raised': ref,
	'hypothesis-weighed': {refs: ['ref', 'finding']},
	'hypothesis-settled': {refs: ['ref'], people: ['person']},
	'recommendation-made': {people: ['person']},
	'decision-made': {refs: ['ref'], entries: ['recommendation'], people: ['decider']},
	'decision-justified': ref,
	'option-considered': {refs: ['decision']},
	'objection-raised': {refs: ['ref'], people: ['person']},
	'decision-point-set': ref,
	'message-drafted': {refs: ['ref', 'action']},
	'message-redrafted': ref,
	'message-agreed': {refs: ['ref'], people: ['person']},
	'message-sent': ref,
	'message-withdrawn': ref,
	'channel-opened': {},
	'channel-closed': {},
	'audience-set': {people: ['briefer']},
	'audience-updated': {},
	'party-told': {people: ['briefer']},
	'disclosure-cleared': {people: ['person']},
	'escalation-suggested': {},
	'tier-escalated': {people: ['commander', 'decider']},
	'escalation-declined': {people: ['decider']},
	'tier-stood-down': {people: ['decider']},
	'incident-linked': {},
	'incident-unlinked': {},
	'clock-started': {refs: ['ref', 'after']},
	'clock-anchored': {refs: ['ref', 'after']},
	'clock-notified': ref,
	'clock-rest-dated': ref,
	'clock-delay-explained': ref,
	'clock-waived': {refs: ['ref'], people: ['decidedBy']},
	'call-started': {},
	'call-ended': {},
	'roles-announced': {people: ['im', 'deputy', 'secretariat']},
	'heartbeat-held': {},
	'severity-confirmed': {},
	'objective-set': {},
	'period-started': {},
	'can-reported': {people: ['person']},
	'handover-offered': transfer,
	'handover-briefed': transfer,
	'handover-accepted': transfer,
	'handover-withdrawn': transfer,
	'going-offline': {people: ['person']},
	'loggist-signed-off': {people: ['handle']},
	'loggist-signed-on': {people: ['handle']},
	'command-challenged': {people: ['person']},
	'command-upheld': {people: ['person']},
	'exhibit-taken': {refs: ['ref', 'action'], people: ['custodian', 'takenBy']},
	'taker-named': {refs: ['ref'], people: ['person']},
	'custody-passed': {refs: ['ref'], people: ['to', 'from']},
	'note-made': {},
	'entry-struck': {entries: ['entry']},
	'late-entry-explained': {entries: ['entry']},
	'entry-withheld': {entries: ['entry']},
	'entry-disclosed': {entries: ['entry']},
	'head-signed': {},
	'term-defined': {},
	'prompt-answered': {people: ['authorisedBy'], any: ['subject']},
	'entries-imported': {entries: ['from', 'to']},
	'containment-confirmed': {},
	'clean-confirmed': {people: ['expert']},
	'return-recommended': {people: ['manager']},
	'document-captured': {},
	'review-arranged': {people: ['owner']},
	'review-held': {},
	'lesson-learnt': ref,
	'followup-set': {refs: ['ref', 'lesson'], people: ['owner']},
	'followup-amended': {refs: ['ref'], people: ['owner', 'wasOwner']},
	'followup-done': ref,
	'thanks-given': {},
	'management-reported': {},
	'drill-begun': {},
	'drill-paced': {},
	'inject-delivered': {},
	'expectation-observed': {},
	'hot-wash-noted': {},
	'drill-ended': {},
	'objective-rated': {},
	unread: {},
};

/** What things of one log are called in another. */
export type Renaming = {
	readonly ref: (ref: string) => string;
	readonly entry: (number: number) => number;
	readonly person: (handle: string) => string;
};

const isRef = (text: string): boolean => /^[A-Z]\d+$/u.test(text);
const isNumber = (text: string): boolean => /^\d+$/u.test(text);

const changed = (value: unknown, change: (text: string) => string): unknown =>
	typeof value === 'string' ? change(value) : Array.isArray(value) ? value.map(one => changed(one, change)) : value;

/** The event with everything that it names called as `renaming` says. What people wrote stays as they wrote it. */
export const renamed = (event: BoardEvent, renaming: Renaming): BoardEvent => {
	const fields: {readonly [Name in keyof Naming<EventKind>]: readonly string[]} = naming[event.kind];
	const any = (text: string): string =>
		text === ''
			? text
			: isRef(text)
				? renaming.ref(text)
				: isNumber(text)
					? String(renaming.entry(Number(text)))
					: renaming.person(text);
	const next: Record<string, unknown> = {...event};
	const put = (names: readonly string[] | undefined, change: (value: unknown) => unknown) => {
		for (const name of names ?? []) {
			if (next[name] !== undefined) {
				next[name] = change(next[name]);
			}
		}
	};
	put(fields.refs, value => changed(value, renaming.ref));
	put(fields.people, value => changed(value, renaming.person));
	put(fields.entries, value => (typeof value === 'number' ? renaming.entry(value) : value));
	put(fields.any, value => changed(value, any));
	// The same fields of the same types as before.
	return next as BoardEvent;
};

/** The ref that an event gives out or uses; undefined where it has none. */
export const refOf = (event: BoardEvent): string | undefined => ('ref' in event ? event.ref : undefined);
