import type {Evolution} from '../../evolution.ts';
import type {Instant} from '../../time.ts';
import type {EvidenceEvent} from './events.ts';

/** An exhibit passes from hand to hand. */
export type CustodyEvent = {
	readonly at: Instant;
	/** A handle; undefined where nobody kept it before. */
	readonly from: string | undefined;
	readonly to: string;
	/** Why, or in which state. */
	readonly text: string | undefined;
	readonly entry: number;
};

/** An exhibit. */
export type EvidenceItem = {
	/** `X1`. */
	readonly ref: string;
	readonly text: string;
	readonly takenAt: Instant;
	readonly takenBy: string | undefined;
	readonly custodian: string | undefined;
	readonly entry: number;
	/** A digest of its contents as it was said. */
	readonly hash: string | undefined;
	/** Every time it changed hands, oldest first. */
	readonly custody: readonly CustodyEvent[];
};

export type Evidence = {
	/** Every exhibit, in the order of their refs. */
	readonly items: readonly EvidenceItem[];
};

export const noEvidence: Evidence = {items: []};

const change = (slice: Evidence, ref: string, how: (item: EvidenceItem) => EvidenceItem): Evidence =>
	slice.items.some(one => one.ref === ref)
		? {...slice, items: slice.items.map(one => (one.ref === ref ? how(one) : one))}
		: slice;

export const evidenceEvolution: Evolution<Evidence, EvidenceEvent> = {
	'exhibit-taken': (slice, {ref, text, custodian, takenBy, hash}, {occurredAt, number}) => ({
		...slice,
		items: [...slice.items, {ref, text, takenAt: occurredAt, takenBy, custodian, hash, entry: number, custody: []}],
	}),
	'taker-named': (slice, {ref, person}) => change(slice, ref, one => ({...one, takenBy: person})),
	'custody-passed': (slice, {ref, to, from, text}, {occurredAt, number}) =>
		change(slice, ref, one => ({
			...one,
			custodian: to,
			custody: [...one.custody, {at: occurredAt, from, to, text, entry: number}],
		})),
};

export const exhibitNamed = ({items}: Evidence, ref: string): EvidenceItem | undefined =>
	items.find(one => one.ref === ref);

/** What breaks the chain of custody of an item, in words; empty where nothing does. */
export const custodyLacks = ({custodian, takenBy}: EvidenceItem): readonly string[] => [
	...(custodian === undefined ? ['custodian'] : []),
	...(takenBy === undefined ? ['handler'] : []),
];
