import type {Evolution} from '../../evolution.ts';
import {once} from '../../memo.ts';
import {elapsed, type Instant, later, minute} from '../../time.ts';
import type {Staffing} from '../staffing/state.ts';
import type {CommunicationEvent, Means} from './events.ts';

/** One sending of a message; the same text may go by several channels. */
export type Sending = {readonly at: Instant; readonly channel: string | undefined; readonly entry: number};

/** A communication in its exact text, and how far it has come. */
export type Message = {
	/** `M1`. */
	readonly ref: string;
	readonly text: string;
	/** Who is to read it, by the audience's name: `customers`. */
	readonly audience: string;
	readonly status: 'draft' | 'agreed' | 'sent' | 'withdrawn';
	readonly draftedBy: string;
	/** When the text was last changed. */
	readonly draftedAt: Instant;
	/** A handle: who agreed to the exact text. A change of the text undoes it. */
	readonly agreedBy: string | undefined;
	readonly agreedAt: Instant | undefined;
	/** When it was read to them once more, because it was old when they agreed. */
	readonly rereadAt: Instant | undefined;
	/** When it was first sent. */
	readonly sentAt: Instant | undefined;
	/** By what it was sent: a channel's name. */
	readonly channel: string | undefined;
	/** The action whose effect it tells of: `A3`. */
	readonly action: string | undefined;
	readonly sendings: readonly Sending[];
	/** Why it was withdrawn. */
	readonly reason: string | undefined;
	/** The entry that drafted it. */
	readonly entry: number;
};

/** Somebody outside the team who was told, by what means: `siro`, `security-team`. */
export type Told = {
	readonly party: string;
	readonly at: Instant;
	readonly by: string;
	readonly text: string | undefined;
	readonly entry: number;
};

/** What an audience was told, by whatever means. */
export type Update = {
	readonly at: Instant;
	readonly by: string;
	readonly text: string;
	/** The message it was. */
	readonly message: string | undefined;
	/** When the next one was promised. */
	readonly next: Instant | undefined;
	readonly entry: number;
};

/** People who are kept informed, how often, and by whom. */
export type Audience = {
	readonly name: string;
	/** Minutes from one update to the next; undefined where there is no cadence. */
	readonly minutes: number | undefined;
	/** When the cadence was set. */
	readonly since: Instant | undefined;
	readonly briefer: string | undefined;
	/** In the order of their entries. */
	readonly updates: readonly Update[];
};

/** A way by which people talk or are reached. */
export type Channel = {
	readonly name: string;
	readonly means: Means | undefined;
	readonly isPrivate: boolean;
	readonly purpose: string | undefined;
	readonly openedAt: Instant;
	readonly closedAt: Instant | undefined;
	readonly entry: number;
};

export type Communications = {
	/** Every message, in the order of their refs. */
	readonly messages: readonly Message[];
	readonly told: readonly Told[];
	/** Everybody who is to be updated, or has been, in the order in which they came up. */
	readonly audiences: readonly Audience[];
	readonly channels: readonly Channel[];
	/** When it was cleared that others than the team may learn of it; undefined while it is not. */
	readonly cleared: {readonly at: Instant; readonly by: string; readonly entry: number} | undefined;
};

export const noCommunications: Communications = {
	messages: [],
	told: [],
	audiences: [],
	channels: [],
	cleared: undefined,
};

/** Longer waits than a year are no cadence, and would not end on any calendar. */
const longestCadence = 366 * 24 * 60;

/** A message changed; the slice itself where no message has that ref. */
const change = (slice: Communications, ref: string, how: (message: Message) => Message): Communications =>
	slice.messages.some(one => one.ref === ref)
		? {...slice, messages: slice.messages.map(one => (one.ref === ref ? how(one) : one))}
		: slice;

const unheardOf = (name: string): Audience => ({
	name,
	minutes: undefined,
	since: undefined,
	briefer: undefined,
	updates: [],
});

/** An audience changed, and added where it has not come up before. */
const changeAudience = (
	slice: Communications,
	name: string,
	how: (audience: Audience) => Audience,
): Communications => ({
	...slice,
	audiences: slice.audiences.some(one => one.name === name)
		? slice.audiences.map(one => (one.name === name ? how(one) : one))
		: [...slice.audiences, how(unheardOf(name))],
});

const withUpdate = (slice: Communications, name: string, update: Update): Communications =>
	changeAudience(slice, name, one => ({...one, updates: [...one.updates, update]}));

export const communicationsEvolution: Evolution<Communications, CommunicationEvent> = {
	'message-drafted': (slice, {ref, text, audience, channel, action}, {by, occurredAt, number}) => ({
		...slice,
		messages: [
			...slice.messages,
			{
				ref,
				text,
				audience,
				status: 'draft',
				draftedBy: by,
				draftedAt: occurredAt,
				agreedBy: undefined,
				agreedAt: undefined,
				rereadAt: undefined,
				sentAt: undefined,
				channel,
				action,
				sendings: [],
				reason: undefined,
				entry: number,
			},
		],
	}),
	'message-redrafted': (slice, {ref, text}, {occurredAt}) =>
		change(slice, ref, one => ({
			...one,
			text,
			// What was agreed was another text.
			status: one.status === 'agreed' ? 'draft' : one.status,
			draftedAt: occurredAt,
			agreedBy: undefined,
			agreedAt: undefined,
			rereadAt: undefined,
		})),
	'message-agreed': (slice, {ref, person, isReread}, {occurredAt}) =>
		change(slice, ref, one => {
			const status = one.status === 'draft' ? 'agreed' : one.status;
			return isReread === true && one.agreedBy !== undefined
				? {...one, status, agreedBy: person, rereadAt: occurredAt}
				: {...one, status, agreedBy: person, agreedAt: occurredAt, rereadAt: undefined};
		}),
	'message-sent'(slice, {ref, channel}, {by, occurredAt, number}) {
		const message = messageNamed(slice, ref);
		if (message === undefined) {
			return slice;
		}

		const sent = change(slice, ref, one => ({
			...one,
			status: 'sent',
			sentAt: one.sentAt ?? occurredAt,
			channel: channel ?? one.channel,
			sendings: [...one.sendings, {at: occurredAt, channel, entry: number}],
		}));
		const {text, audience} = message;
		return withUpdate(sent, audience, {at: occurredAt, by, text, message: ref, next: undefined, entry: number});
	},
	'message-withdrawn': (slice, {ref, reason}) => change(slice, ref, one => ({...one, status: 'withdrawn', reason})),
	'channel-opened': (slice, {channel, means, isPrivate, purpose}, {occurredAt, number}) => ({
		...slice,
		channels: [
			...slice.channels,
			{name: channel, means, isPrivate, purpose, openedAt: occurredAt, closedAt: undefined, entry: number},
		],
	}),
	'channel-closed': (slice, {channel}, {occurredAt}) =>
		openChannel(slice, channel) === undefined
			? slice
			: {
					...slice,
					channels: slice.channels.map(one =>
						one.name === channel && one.closedAt === undefined ? {...one, closedAt: occurredAt} : one,
					),
				},
	'audience-set': (slice, {audience, minutes, briefer}, {occurredAt}) =>
		changeAudience(slice, audience, one => ({
			...one,
			...(minutes === undefined
				? {}
				: {minutes: minutes > 0 && minutes <= longestCadence ? minutes : undefined, since: occurredAt}),
			briefer: briefer ?? one.briefer,
		})),
	'audience-updated': (slice, {audience, text, next}, {by, occurredAt, number}) =>
		withUpdate(slice, audience, {at: occurredAt, by, text, message: undefined, next, entry: number}),
	'party-told'(slice, {party, text, briefer}, {by, occurredAt, number}) {
		const told = {party, at: occurredAt, by: briefer ?? by, text, entry: number};
		const next: Communications = {...slice, told: [...slice.told, told]};
		// Whoever is kept informed and was told has had an update.
		return audienceNamed(slice, party) === undefined
			? next
			: withUpdate(next, party, {...told, text: text ?? 'told', message: undefined, next: undefined});
	},
	// The heartbeat is how the team itself is kept informed; the next one was promised in it.
	'heartbeat-held': (slice, {happened, nextAt}, {by, occurredAt, number}) =>
		withUpdate(slice, 'team', {
			at: occurredAt,
			by,
			text: happened ?? 'heartbeat',
			message: undefined,
			next: nextAt,
			entry: number,
		}),
	'disclosure-cleared': (slice, {person}, {occurredAt, number}) => ({
		...slice,
		cleared: {at: occurredAt, by: person, entry: number},
	}),
};

/** What the parties that doctrine knows are called. */
const partyTitles: ReadonlyMap<string, string> = new Map([
	['security-team', 'security team'],
	['siro', 'SIRO'],
	['data-access-unit', 'data access unit'],
	['asset-owner', 'information asset owner'],
	['senior-management', 'senior management'],
	['legal', 'legal advisers'],
]);

/** The party's or audience's name in words; as it stands where it has no other. */
export const partyName = (party: string): string => partyTitles.get(party) ?? party;

/**
 * A name as it is kept: one word in small letters, without a `#` before or a colon after it; undefined where it cannot
 * be one.
 */
export const nameTyped = (typed: string): string | undefined => {
	const name = typed
		.replace(/^#/u, '')
		.replace(/[,.;:]+$/u, '')
		.toLowerCase();
	return /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(name) ? name : undefined;
};

export const messageNamed = ({messages}: Communications, ref: string): Message | undefined =>
	messages.find(one => one.ref === ref);

export const audienceNamed = ({audiences}: Communications, name: string): Audience | undefined =>
	audiences.find(one => one.name === name);

export const openChannel = ({channels}: Communications, name: string): Channel | undefined =>
	channels.find(one => one.name === name && one.closedAt === undefined);

/** Drafted or agreed, and neither sent nor withdrawn. */
export const isWaiting = ({status}: Message): boolean => status === 'draft' || status === 'agreed';

export const waitingMessages = ({messages}: Communications): readonly Message[] => messages.filter(isWaiting);

/** The message that went out last; undefined when none did. */
export const lastMessage = ({messages}: Communications): Message | undefined => {
	let last: {readonly message: Message; readonly at: Instant} | undefined;
	for (const message of messages) {
		for (const {at} of message.sendings) {
			if (last === undefined || at >= last.at) {
				last = {message, at};
			}
		}
	}

	return last?.message;
};

/** The latest update by when it happened, which is not always the one that was written last. */
export const lastUpdate = ({updates}: Audience): Update | undefined => {
	let last: Update | undefined;
	for (const update of updates) {
		if (last === undefined || update.at >= last.at) {
			last = update;
		}
	}

	return last;
};

/**
 * When the audience is to hear next: at the time that it was promised, or one span of its cadence after the last update
 * or after the cadence was set, whichever came later. Undefined where neither was said.
 */
export const nextUpdate = (audience: Audience): Instant | undefined => {
	const {minutes, since} = audience;
	const last = lastUpdate(audience);
	// A cadence that was set afterwards takes the place of the promise.
	if (last?.next !== undefined && (since === undefined || last.at >= since)) {
		return last.next;
	}

	if (minutes === undefined || since === undefined) {
		return undefined;
	}

	return later(last !== undefined && last.at > since ? last.at : since, minutes * minute);
};

/**
 * The first time that a party was told: by whatever means, by an update, or by a message sent to it. Undefined when it
 * was not. `party` is its name as typed after `told`: `siro`.
 */
export const toldParty = (communications: Communications, party: string): Told | undefined => {
	const told = communications.told.find(one => one.party === party);
	const update = audienceNamed(communications, party)?.updates[0];
	return told === undefined || (update !== undefined && update.entry < told.entry)
		? update && {party, at: update.at, by: update.by, text: update.text, entry: update.entry}
		: told;
};

/** The names that stand for the response team itself; whoever is called otherwise is outside. */
export const insiders = ({teams}: Staffing): ReadonlySet<string> =>
	new Set(['team', 'responders', ...teams.map(one => one.name)]);

/** Whether somebody agreed to the text who was in command at that moment. */
export const isAgreedByManager = (
	{agreedBy, agreedAt, rereadAt}: Message,
	assignments: Staffing['assignments'],
): boolean =>
	[agreedAt, rereadAt].some(
		at =>
			at !== undefined &&
			assignments.some(
				one =>
					one.role === 'im' &&
					one.person === agreedBy &&
					one.since <= at &&
					(one.until === undefined || at <= one.until),
			),
	);

/** Its text was older than so many minutes when it was agreed, and it has not been read again since. */
export const needsRereading = ({status, draftedAt, agreedAt, rereadAt}: Message, minutes: number): boolean =>
	status === 'agreed' &&
	agreedAt !== undefined &&
	rereadAt === undefined &&
	elapsed(draftedAt, agreedAt) > minutes * minute;

const time =
	/\b\d{1,2}[:.]\d{2}\b|\b(?:at|by)\s+\d{4}\b|\b\d{1,2}\s?(?:am|pm)\b|\b\d+(?:[.,]\d+)?\s?(?:m|mins?|minutes?|h|hrs?|hours?|days?)\b|\b(?:noon|midday|midnight|tonight|tomorrow|hour|hourly|daily|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu;
const impact =
	/\b(?:affect|impact|unable|can ?not|could not|can['’]t|couldn['’]t|unavailable|inaccessible|offline|down\b|slow|degrad|outage|disrupt|interrupt|delay|error|fail|lost\b|loss|expos|leak|stolen|disclos|broken|missing|not work)/iu;
const news = /\b(?:updates?|news|inform|let you know|tell you|write again|report)\b/iu;
const future = /\b(?:will|shall|should|expect\w*|estimate[sd]?|going to|plan(?:s|ned)?|promise[sd]?|eta)\b/iu;
const repair =
	/\b(?:fix(?:e[sd])?|resolved?|restored?|repaired?|solved?|recover(?:ed)?|up and running|(?:available|working) again|(?<!(?:report|come|get|write|call) )back)\b/iu;
const promisedBy = /^(?:\s(?:online|up|to normal|again))?\s+(?:by|within)\s/iu;
const past = /\b(?:was|were|has|have|had)\b/iu;
const over =
	/\b(?:resolved|fixed|recovered|restored|solved|repaired|back (?:to normal|online|in service)|works? again|working again|all clear|is over)\b/iu;
const hedge =
	/\b(?:not|never|until|till|once|when|while|if|will|shall|should|would|may|might|yet|before|unless|almost|partly|partially|to be|being|expect\w*|hope\w*|aim\w*)\b|n['’]t\b/iu;

/** More of a text than this is no message, and is not judged. */
const judged = 4000;

/** Where the pattern's first match from a place on ends; undefined where there is none. */
const endOf = (pattern: RegExp, text: string, from: number | undefined): number | undefined => {
	const match = from === undefined ? null : pattern.exec(text.slice(from));
	return from === undefined || match === null ? undefined : from + match.index + match[0].length;
};

/** "Will be fixed by 15:00", "fixed within the hour", "by 15:00 it will be fixed": a time is named for the repair. */
const promises = (sentence: string): boolean => {
	const repaired = endOf(repair, sentence, 0);
	const isForetold = endOf(time, sentence, endOf(repair, sentence, endOf(future, sentence, 0))) !== undefined;
	const isForetoldFirst = endOf(repair, sentence, endOf(/\bwill be\b/iu, sentence, endOf(time, sentence, 0)));
	return (
		isForetold ||
		isForetoldFirst !== undefined ||
		(repaired !== undefined &&
			!past.test(sentence) &&
			promisedBy.test(sentence.slice(repaired)) &&
			endOf(time, sentence, repaired) !== undefined)
	);
};

/** Says that it is over, in a clause that says neither not, nor until, nor when. */
const saysOver = (clause: string): boolean => {
	const match = over.exec(clause);
	return match !== null && !hedge.test(clause.slice(0, match.index));
};

/** What a text says, as far as its words tell. */
export type Wording = {
	readonly hasImpact: boolean;
	/** When the next update comes. */
	readonly hasNextUpdate: boolean;
	readonly promisesFix: boolean;
};

/**
 * Judges a text by its words, in English: the project's own rule of thumb, which no doctrine gives. It may be wrong;
 * what is asked because of it can be answered so.
 */
export const wordingOf = (text: string): Wording => {
	const read = text.slice(0, judged);
	const sentences = read.split(/[.!?;]+(?:\s|$)|\n/u);
	return {
		hasImpact: impact.test(read),
		hasNextUpdate: sentences.some(one => news.test(one) && time.test(one)),
		promisesFix: sentences.some(promises),
	};
};

/** Whether a text says that the incident, or its effect, is over; told by its words too. */
export const saysResolved = (text: string): boolean => {
	const read = text.slice(0, judged);
	// Most texts have none of the words, and need not be cut into clauses.
	return over.test(read) && read.split(/[.!?;:,]+(?:\s|$)|\n|\s(?:but|and)\s/u).some(saysOver);
};

/** How a message is worded, judged once: its text never changes. */
export const wordingIn = once(({text}: {readonly text: string}): Wording => wordingOf(text));
export const isResolution = once(({text}: {readonly text: string}): boolean => saysResolved(text));
