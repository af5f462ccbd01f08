import type {Entry} from '../../entry.ts';
import type {EventOfKind, Evolution} from '../../evolution.ts';
import {elapsed, type Instant, minute} from '../../time.ts';
import {type StaffingEvent, staffingSchemas} from '../staffing/events.ts';
import type {AnswerKind, RecordEvent} from './events.ts';
import {type Late, noLate, withLate, withReason} from '../../late.ts';

/** How a prompt was answered. */
export type GivenAnswer = {
	readonly entry: number;
	readonly at: Instant;
	readonly by: string;
	readonly rule: string;
	readonly subject: string;
	readonly asked: string;
	readonly basis: string;
	readonly answer: AnswerKind;
	readonly until: Instant | undefined;
	readonly reason: string | undefined;
	readonly authorisedBy: string | undefined;
};

/** An abbreviation, and the entry in which it came up or was explained. */
export type Abbreviation = {readonly term: string; readonly entry: number};

/** What an abbreviation stands for. */
export type Term = Abbreviation & {readonly text: string};

/** Entries that come from a file. */
export type Import = {
	/** The entry that says so; those meant follow it. */
	readonly entry: number;
	readonly recordedAt: Instant;
	readonly source: string;
	readonly name: string;
	readonly from: number;
	readonly to: number;
	readonly reason: string;
	/** What each of them is called in its source, in their order; empty where it has no names for them. */
	readonly ids: readonly string[];
};

/** An entry that is not for sharing. */
export type Withheld = {readonly entry: number; readonly reason: string};

/** A signature of the log up to an entry; whether it fits is for `verify` to say. */
export type HeadSignature = Omit<EventOfKind<'head-signed'>, 'kind'> & {readonly entry: number};

/** How the log itself is kept. */
export type IncidentRecord = {
	readonly late: Late;
	readonly answers: readonly GivenAnswer[];
	/** When the first person took a role. */
	readonly assembledAt: Instant | undefined;
	/** When the first entry was written that is about the incident and not about its team. */
	readonly firstLoggedAt: Instant | undefined;
	/** When the last entry was written. */
	readonly lastLoggedAt: Instant | undefined;
	/** Abbreviations that not everybody knows, in the order in which they were first used. */
	readonly abbreviations: readonly Abbreviation[];
	/** What was explained, one entry for each term: the newest. */
	readonly glossary: readonly Term[];
	/** Entries that are not for sharing, each with the reason. */
	readonly withheld: readonly Withheld[];
	/** Signatures of the log, the newest last. */
	readonly signatures: readonly HeadSignature[];
	/** What was imported, in the order of the imports. */
	readonly imports: readonly Import[];
};

export const noRecord: IncidentRecord = {
	late: noLate,
	answers: [],
	assembledAt: undefined,
	firstLoggedAt: undefined,
	lastLoggedAt: undefined,
	abbreviations: [],
	glossary: [],
	withheld: [],
	signatures: [],
	imports: [],
};

type Numbered = Pick<Entry, 'number' | 'recordedAt'>;

/** The import that an entry came with; undefined for one that was written here. The innermost where one holds another. */
export const importOf = ({imports}: IncidentRecord, {number, recordedAt}: Numbered): Import | undefined =>
	// They were written in one go: what was recorded at another moment did not come with it, whatever a log claims.
	imports.findLast(one => one.from <= number && number <= one.to && one.recordedAt === recordedAt);

/**
 * Whether an entry tells of what was done where no log of this kind was kept: a table, a chat, a log on paper. What is
 * missing there is missing for good; of a log that was merged nothing is.
 */
export const isHistory = ({imports}: Pick<IncidentRecord, 'imports'>, entry: number): boolean =>
	imports.some(one => one.source !== 'jsonl' && one.from <= entry && entry <= one.to);

/** Whether a thing was imported already, by what it is called in its source. */
export const importedIds = ({imports}: IncidentRecord, source: string): ReadonlySet<string> =>
	new Set(imports.filter(one => one.source === source).flatMap(one => one.ids));

/** Terms are compared without regard to case. */
export const isSameTerm = (one: string, other: string): boolean => one.toUpperCase() === other.toUpperCase();

/** Under a minute is the time it takes to type. */
const leastLag = minute;

export const recordEvolution: Evolution<IncidentRecord, RecordEvent> = {
	'note-made': slice => slice,
	'entry-struck': slice => slice,
	'late-entry-explained': (slice, {entry, reason}) => ({
		...slice,
		late: withReason(slice.late, entry, reason),
	}),
	'entry-withheld': (slice, {entry, reason}) => ({...slice, withheld: [...slice.withheld, {entry, reason}]}),
	'entry-disclosed': (slice, {entry}) => ({...slice, withheld: slice.withheld.filter(one => one.entry !== entry)}),
	'head-signed': (slice, {kind: _kind, ...signature}, {number: entry}) => ({
		...slice,
		signatures: [...slice.signatures, {...signature, entry}],
	}),
	'term-defined': (slice, {term, text}, {number}) => ({
		...slice,
		glossary: [...slice.glossary.filter(one => !isSameTerm(one.term, term)), {term, text, entry: number}],
	}),
	'prompt-answered': (slice, {kind: _kind, ...answer}, {number, occurredAt, by}) => ({
		...slice,
		answers: [
			...slice.answers,
			{
				until: undefined,
				reason: undefined,
				authorisedBy: undefined,
				...answer,
				entry: number,
				at: occurredAt,
				by,
			},
		],
	}),
	'entries-imported': (slice, {source, name, from, to, reason, ids = []}, {number, recordedAt}) => ({
		...slice,
		imports: [...slice.imports, {entry: number, recordedAt, source, name, from, to, reason, ids}],
	}),
	'role-assigned': (slice, _, {recordedAt}) => ({...slice, assembledAt: slice.assembledAt ?? recordedAt}),
};

const teamKinds: ReadonlySet<string> = new Set<StaffingEvent['kind'] | 'incident-declared'>([
	...(Object.keys(staffingSchemas) as StaffingEvent['kind'][]),
	'incident-declared',
]);

/**
 * Written in capitals and known to everybody who reads such a log: what its roles, its laws and the machines are
 * called, and words that are written so for weight.
 */
const wellKnown: ReadonlySet<string> = new Set(
	[
		'IM IC SME SIRO IAO SRO CISO CIO CEO CTO DPO ICO IT PR HR MOJ NIST ISO ICS BAU ID INC OK FAQ TBC TBD TODO ETA PIR',
		'UTC GMT BST CET CEST EST EDT CST CDT PST PDT IST AM PM UK US USA EU UN',
		'GDPR PCI DORA NIS NIS2 CRA SEC HIPAA PECR DSS CVE',
		'API DNS URL URI VPN SSO MFA IP IPV4 IPV6 TCP UDP HTTP HTTPS SSH SSL TLS FTP SFTP SMTP LAN WAN WIFI NAT DHCP',
		'CPU GPU RAM SSD USB PC VM OS UI UX SQL DB CSV JSON XML HTML CSS PDF PNG ZIP SMS PIN RSA AES MD5 SHA SHA1 SHA256',
		'AWS GCP DDOS DOS SOC SIEM EDR IDS IPS WAF CDN CI CD CA',
		'A AN THE AND OR NOT NO YES ON OFF IN OUT UP DOWN IS ARE WAS WERE BE DO DONE ALL ANY NONE NEVER NOW STOP GO TO OF',
		'FOR BY AT IF IT WE WHO WHAT WHEN WHERE WHY HOW ONE TWO MUST ONLY STILL HIGH LOW TEST DATA HOT WARM COLD SAFE OPEN',
	].flatMap(line => line.split(' ')),
);

/** Two to six capital letters and digits. What belongs to a longer word, a handle, an address or a reference is none. */
const abbreviation = /(?<![\p{L}\p{N}_@#&%$/.:=~-])[A-Z][A-Z\d]{1,5}(?![\p{L}\p{N}_/:=@]|-\d|\.\p{L})/gu;

/** `A1`, `F12`: refs of this log. */
const isRef = (word: string): boolean => /^[A-Z]\d+$/u.test(word);

/** The abbreviations in a text that need to be explained, each once. A text all in capitals has none: it is shouted. */
export const abbreviationsIn = (text: string): readonly string[] => {
	const found = text.match(abbreviation);
	return found === null || (found.length > 1 && !/\p{Ll}/u.test(text))
		? []
		: [...new Set(found.filter(word => !isRef(word) && !wellKnown.has(word)))];
};

/** The abbreviations that an entry uses for the first time. What explains a term is not asked about in turn. */
const newAbbreviations = ({abbreviations}: IncidentRecord, {event, number}: Entry): readonly Abbreviation[] => {
	const text = event.kind !== 'term-defined' && 'text' in event ? event.text : undefined;
	return text === undefined
		? []
		: abbreviationsIn(text)
				.filter(term => !abbreviations.some(one => one.term === term))
				.map(term => ({term, entry: number}));
};

/** Abbreviations that neither the log nor the doctrine's own glossary explains. */
export const unexplained = (
	{abbreviations, glossary}: IncidentRecord,
	known: Readonly<Record<string, string>>,
): readonly Abbreviation[] => {
	const explained = new Set([...glossary.map(one => one.term), ...Object.keys(known)].map(one => one.toUpperCase()));
	return abbreviations.filter(one => !explained.has(one.term));
};

/** Every entry tells when the log was last kept, and whether it was late. */
export const hearEvery = (slice: IncidentRecord, entry: Entry): IncidentRecord => {
	const {event, number, occurredAt, recordedAt} = entry;
	const lag = elapsed(occurredAt, recordedAt);
	// Why an import is late is said once, for all of it.
	const reason = (event.kind === 'note-made' ? event.reason : undefined) ?? importOf(slice, entry)?.reason;
	const fresh = newAbbreviations(slice, entry);
	return {
		...slice,
		abbreviations: fresh.length === 0 ? slice.abbreviations : [...slice.abbreviations, ...fresh],
		late: lag >= leastLag ? withLate(slice.late, {entry: number, lag, reason}) : slice.late,
		firstLoggedAt: slice.firstLoggedAt ?? (teamKinds.has(event.kind) ? undefined : recordedAt),
		lastLoggedAt: recordedAt,
	};
};

/** The newest answer to what a rule asks about a subject. */
export const answerTo = ({answers}: IncidentRecord, rule: string, subject: string): GivenAnswer | undefined =>
	answers.findLast(one => one.rule === rule && one.subject === subject);

/** How an answer reads in the log and in documents. */
export const answerWords: Readonly<Record<AnswerKind, string>> = {
	do: 'acted on',
	put: 'put to the Incident Manager',
	defer: 'deferred',
	override: 'overridden',
	na: 'does not apply',
};
