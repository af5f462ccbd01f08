import type {Evolution} from '../../evolution.ts';
import type {Instant} from '../../time.ts';
import {severities} from '../declaration/events.ts';
import type {Declaration} from '../declaration/state.ts';
import type {EscalationEvent, Relation, UpperTier} from './events.ts';

/** Levels of command by function, not by rank: operational, tactical, strategic. */
export type CommandTier = 'bronze' | 'silver' | 'gold';

/** One commander's time at a tier above the team. */
export type TierHeld = {
	readonly tier: UpperTier;
	/** Since when the tier itself has stood, whoever commands it. */
	readonly stoodUpAt: Instant;
	/** From when this commander had it. */
	readonly since: Instant;
	readonly entry: number;
	/** A handle; undefined when nobody was named. */
	readonly commander: string | undefined;
	/** Who decided: a handle; undefined when nobody was in command. */
	readonly decider: string | undefined;
	readonly reason: string | undefined;
	/** When another commander took over, or the tier was stood down. */
	readonly until: Instant | undefined;
	/** How it was stood down; undefined while it stands, and where another commander took over. */
	readonly stoodDown: Ruling | undefined;
};

/** What the Incident Manager said about a tier. */
export type Ruling = {
	readonly entry: number;
	readonly at: Instant;
	readonly decider: string | undefined;
	readonly reason: string | undefined;
};

/** Somebody asks the Incident Manager for a higher tier. */
export type Suggestion = {
	/** Names it. */
	readonly entry: number;
	readonly tier: UpperTier;
	readonly by: string;
	readonly at: Instant;
	readonly reason: string | undefined;
	/** Undefined while the Incident Manager has not answered. */
	readonly answer: (Ruling & {readonly isYes: boolean}) | undefined;
};

/** Another incident beside this one, from and until. */
export type Link = {
	readonly reference: string;
	readonly relation: Relation;
	readonly entry: number;
	readonly by: string;
	readonly since: Instant;
	readonly reason: string | undefined;
	readonly until: Instant | undefined;
	readonly endReason: string | undefined;
};

export type Escalation = {
	/** The highest tier that stands. */
	readonly tier: CommandTier;
	/** Since when that tier has stood; undefined for bronze, which stands with the team. */
	readonly tierSince: Instant | undefined;
	/** References of other incidents that may be related, or that one silver command holds. */
	readonly linked: readonly string[];
	/** Every tier that stood, in the order in which they were stood up. */
	readonly tiers: readonly TierHeld[];
	readonly suggestions: readonly Suggestion[];
	/** Where the Incident Manager said no to a tier, suggested or not. */
	readonly declined: readonly (Ruling & {readonly tier: UpperTier})[];
	/** Every link, also those that were taken back. */
	readonly links: readonly Link[];
	/** When the present severity was found while the team stood: what senior management's time counts from. */
	readonly triagedAt: Instant | undefined;
	/** The entry that last said each ground for a higher tier: `severity`, or a flag. */
	readonly saidIn: Readonly<Record<string, number>>;
};

export const noEscalation: Escalation = {
	tier: 'bronze',
	tierSince: undefined,
	linked: [],
	tiers: [],
	suggestions: [],
	declined: [],
	links: [],
	triagedAt: undefined,
	saidIn: {},
};

/** Every tier above the team that stands, highest first. */
export const standingTiers = ({tiers}: Pick<Escalation, 'tiers'>): readonly TierHeld[] =>
	(['gold', 'silver'] as const).flatMap(tier => tiers.filter(one => one.tier === tier && one.until === undefined));

export const standingTier = (slice: Escalation, tier: UpperTier): TierHeld | undefined =>
	standingTiers(slice).find(one => one.tier === tier);

/** Links that have not been taken back. */
export const standingLinks = ({links}: Pick<Escalation, 'links'>): readonly Link[] =>
	links.filter(one => one.until === undefined);

/** Suggestions that wait for the Incident Manager, oldest first. */
export const openSuggestions = ({suggestions}: Escalation): readonly Suggestion[] =>
	suggestions.filter(one => one.answer === undefined);

/** The slice with these tiers; the highest of them follows. */
const withTiers = (slice: Escalation, tiers: readonly TierHeld[]): Escalation => {
	const [highest] = standingTiers({tiers});
	return {...slice, tiers, tier: highest?.tier ?? 'bronze', tierSince: highest?.stoodUpAt};
};

const withLinks = (slice: Escalation, links: readonly Link[]): Escalation => ({
	...slice,
	links,
	linked: standingLinks({links}).map(one => one.reference),
});

const endLink = (slice: Escalation, reference: string, until: Instant, endReason: string | undefined) =>
	slice.links.map(one => (one.reference === reference && one.until === undefined ? {...one, until, endReason} : one));

/** The open suggestions of a tier are answered all at once. */
const answered = (slice: Escalation, tier: UpperTier, answer: Suggestion['answer']): Escalation => ({
	...slice,
	suggestions: slice.suggestions.map(one => (one.tier === tier && one.answer === undefined ? {...one, answer} : one)),
});

export const escalationEvolution: Evolution<Escalation, EscalationEvent> = {
	'escalation-suggested': (slice, {tier, reason}, {number, by, occurredAt}) => ({
		...slice,
		suggestions: [...slice.suggestions, {entry: number, tier, by, at: occurredAt, reason, answer: undefined}],
	}),
	'tier-escalated': (slice, {tier, commander, decider, reason}, {number, occurredAt}) => {
		const before = standingTier(slice, tier);
		const held: TierHeld = {
			tier,
			stoodUpAt: before?.stoodUpAt ?? occurredAt,
			since: occurredAt,
			entry: number,
			commander,
			decider,
			reason,
			until: undefined,
			stoodDown: undefined,
		};
		const tiers = slice.tiers.map(one => (one === before ? {...one, until: occurredAt} : one));
		return answered(withTiers(slice, [...tiers, held]), tier, {
			isYes: true,
			entry: number,
			at: occurredAt,
			decider,
			reason,
		});
	},
	'escalation-declined': (slice, {tier, decider, reason}, {number, occurredAt}) => {
		const ruling = {entry: number, at: occurredAt, decider, reason};
		return answered({...slice, declined: [...slice.declined, {tier, ...ruling}]}, tier, {isYes: false, ...ruling});
	},
	'tier-stood-down'(slice, {tier, decider, reason}, {number, occurredAt}) {
		const held = standingTier(slice, tier);
		const stoodDown = {entry: number, at: occurredAt, decider, reason};
		// What stood it up may have been struck since.
		return held === undefined
			? slice
			: withTiers(
					slice,
					slice.tiers.map(one => (one === held ? {...one, until: occurredAt, stoodDown} : one)),
				);
	},
	'incident-linked': (slice, {reference, relation, reason}, {number, by, occurredAt}) =>
		withLinks(slice, [
			// Said anew it stands in another relation.
			...endLink(slice, reference, occurredAt, undefined),
			{
				reference,
				relation,
				entry: number,
				by,
				since: occurredAt,
				reason,
				until: undefined,
				endReason: undefined,
			},
		]),
	'incident-unlinked': (slice, {reference, reason}, {occurredAt}) =>
		slice.linked.includes(reference) ? withLinks(slice, endLink(slice, reference, occurredAt, reason)) : slice,
	'incident-declared': (slice, {phase}, {number, occurredAt}) => ({
		...slice,
		triagedAt: phase === 'pre-incident' ? undefined : occurredAt,
		saidIn: {severity: number},
	}),
	'severity-set'(slice, {severity, was}, {number, occurredAt}) {
		// A lower severity gives more time from the same triage; a higher one is a new finding.
		const isRaised = severities.indexOf(severity) < severities.indexOf(was);
		const isLater = slice.triagedAt !== undefined && occurredAt > slice.triagedAt;
		return {
			...slice,
			triagedAt: isRaised && isLater ? occurredAt : slice.triagedAt,
			saidIn: {...slice.saidIn, severity: number},
		};
	},
	'phase-set'(slice, {phase, was}, {occurredAt}) {
		if (phase === 'pre-incident') {
			return {...slice, triagedAt: undefined};
		}

		return was === 'pre-incident' ? {...slice, triagedAt: occurredAt} : slice;
	},
	'flag-raised': (slice, {flag}, {number}) => ({...slice, saidIn: {...slice.saidIn, [flag]: number}}),
};

/** How a tier is called where people read it: what it does, never who ranks. */
export const tierWords: Readonly<Record<CommandTier, string>> = {
	bronze: 'operational',
	silver: 'tactical',
	gold: 'strategic',
};

export const relationWords: Readonly<Record<Relation, string>> = {
	related: 'may be related',
	same: 'is the same incident',
};

/** Who is told above or beside the team, as typed after `told`. */
export const partiesAbove = ['siro', 'security-team', 'senior-management', 'data-access-unit', 'asset-owner'] as const;

export type PartyAbove = (typeof partiesAbove)[number];

export const partyWords: Readonly<Record<PartyAbove, string>> = {
	siro: 'senior information risk owner (SIRO)',
	'security-team': 'security team',
	'senior-management': 'senior management',
	'data-access-unit': 'data access unit',
	'asset-owner': 'information asset owner',
};

/** Which of them doctrine wants told of an incident that stands as this one does. */
export const partiesWanted = (
	{severity, personalData, incidentKind, flags}: Declaration,
	limits: Readonly<Record<string, number | undefined>>,
): readonly PartyAbove[] => {
	const wanted: Readonly<Record<PartyAbove, boolean>> = {
		siro: severity === 'S1' || personalData !== 'no',
		'security-team': incidentKind === 'security',
		'senior-management': limits[severity] !== undefined,
		'data-access-unit': personalData === 'yes',
		'asset-owner': flags.some(one => one.flag === 'asset'),
	};
	return partiesAbove.filter(party => wanted[party]);
};
