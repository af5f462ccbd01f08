import type {Evolution} from '../../evolution.ts';
import type {EventOfKind} from '../../evolution.ts';
import type {Entry} from '../../entry.ts';
import type {Instant} from '../../time.ts';
import type {EvidenceEvent} from './events.ts';

/** Bytes that are kept beside the log, and where they come from. */
export type Attachment = NonNullable<EventOfKind<'exhibit-taken'>['content']>;

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
	/** A digest of its contents, as it was said or as its bytes have it. */
	readonly hash: string | undefined;
	/** The action that it belongs to. */
	readonly action: string | undefined;
	/** Its bytes, where they are kept beside the log. */
	readonly content: Attachment | undefined;
	/** Every time it changed hands, oldest first. */
	readonly custody: readonly CustodyEvent[];
};

export type Evidence = {
	/** Every exhibit, in the order of their refs. */
	readonly items: readonly EvidenceItem[];
};

export const noEvidence: Evidence = {items: []};

/** `sha256:9f86…`; undefined where no bytes are kept. */
export const digestOf = (content: Attachment | undefined): string | undefined =>
	content === undefined ? undefined : `sha256:${content.sha256}`;

/** `1,234 bytes from desk-1, output of “dmesg -T”, exit code 0`. */
export const attachmentWords = ({size, host, command, exitCode}: Attachment): string =>
	[
		`${size.toLocaleString('en-GB')} ${size === 1 ? 'byte' : 'bytes'} from ${host}`,
		...(command === undefined ? [] : [`output of “${command}”`]),
		...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
	].join(', ');

/** An entry that tells of bytes, also where it is struck: they stay what they are. */
export type Attaching = {
	readonly entry: number;
	readonly ref: string;
	/** What they are called. */
	readonly text: string;
	readonly content: Attachment;
};

/** Every entry that tells of bytes which are kept beside the log. */
export const attachmentsIn = (entries: readonly Entry[]): readonly Attaching[] =>
	entries.flatMap(({number, event}) =>
		event.kind === 'exhibit-taken' && event.content !== undefined
			? [{entry: number, ref: event.ref, text: event.text, content: event.content}]
			: [],
	);

const change = (slice: Evidence, ref: string, how: (item: EvidenceItem) => EvidenceItem): Evidence =>
	slice.items.some(one => one.ref === ref)
		? {...slice, items: slice.items.map(one => (one.ref === ref ? how(one) : one))}
		: slice;

export const evidenceEvolution: Evolution<Evidence, EvidenceEvent> = {
	'exhibit-taken': (slice, {ref, text, custodian, takenBy, hash, action, content}, {occurredAt, number}) => ({
		...slice,
		items: [
			...slice.items,
			{
				ref,
				text,
				takenAt: occurredAt,
				takenBy,
				custodian,
				hash: hash ?? digestOf(content),
				action,
				content,
				entry: number,
				custody: [],
			},
		],
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
