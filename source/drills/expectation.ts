import {rules} from '../duties/index.ts';
import {type AnswerKind, answerKinds} from '../duties/record/events.ts';
import {type Severity, severities} from '../duties/declaration/events.ts';
import {certainties, type Certainty} from '../duties/findings/events.ts';
import {type RoleKey, roleKeys} from '../duties/staffing/events.ts';
import type {Entry} from '../entry.ts';
import {own} from '../own.ts';
import {type Instant, later} from '../time.ts';
import {type Limit, readLimit} from './offset.ts';
import {kindOfVerb} from './verb-kinds.ts';

/** What is looked for in the log. `words` must all stand in what the entry says, in any order and case. */
type Query =
	| {readonly type: 'answer'; readonly rule: string; readonly answer: AnswerKind | undefined}
	| {readonly type: 'role'; readonly role: RoleKey}
	| {readonly type: 'severity'; readonly severity: Severity}
	| {
			readonly type: 'event';
			readonly kind: string;
			readonly fields: Readonly<Record<string, string>>;
			readonly words: readonly string[];
	  }
	/** No query can tell: an evaluator says it. */
	| {readonly type: 'observed'; readonly text: string};

/** What the players should do, as a question to the log. */
export type Expectation = {
	/** As written. */
	readonly line: string;
	readonly query: Query;
	/** Undefined where the inject's own limit holds. */
	readonly limit: Limit | undefined;
};

/** What an expectation may be, what it means, and one as it is written: for messages, documents and help. */
export const expectationForms: readonly (readonly [form: string, meaning: string, example: string])[] = [
	[
		'answer R5 [do|put|defer|override|na]',
		'a prompt of that rule was answered, in that way if it is named',
		'answer E5 put by 20m',
	],
	['role comms', 'somebody holds that role, since whenever', 'role privacy by +15m'],
	['severity S2', 'the severity is at least so high', 'severity S2 by 10m'],
	[
		'message [sent|agreed] [audience:NAME] [says WORDS]',
		'a message was drafted, agreed or sent',
		'message sent audience:customers by 30m',
	],
	['finding [known|suspected|unknown] [says WORDS]', 'a finding was recorded', 'finding suspected says token'],
	['action [says WORDS]', 'an action was opened', 'action says isolate host by 10m'],
	['decision [says WORDS]', 'a decision was made', 'decision says restore'],
	[
		'verb NAME [field:value] [says WORDS]',
		'a verb was used, with such fields and words',
		'verb escalate tier:silver by 1h',
	],
	['observed TEXT', 'an evaluator confirms it by hand', 'observed the caller was named in every call'],
];

const event = (kind: string, fields: Readonly<Record<string, string>>, words: readonly string[]): Query => ({
	type: 'event',
	kind,
	fields,
	words,
});

const messageKinds: Readonly<Record<string, string>> = {sent: 'message-sent', agreed: 'message-agreed'};

const isIn = <One extends string>(list: readonly One[], word: string | undefined): word is One =>
	list.some(one => one === word);

/** A query, or what was expected instead. */
type Parsed = Query | string;

/** Words that stand where none are known. */
const surplus = (stray: readonly string[]): string | undefined =>
	stray.length === 0 ? undefined : `has ${stray.join(' ')} where nothing is known; write says before words`;

const parseSaying = (head: string, rest: readonly string[]): Parsed => {
	const place = rest.findIndex(word => word.toLowerCase() === 'says');
	const words = place === -1 ? [] : rest.slice(place + 1).map(word => word.toLowerCase().replaceAll(/^"|"$/gu, ''));
	const before = place === -1 ? rest : rest.slice(0, place);
	const pairs = before.flatMap((word): readonly (readonly [string, string])[] => {
		const [, name, value] = /^([A-Za-z]+):(.+)$/u.exec(word) ?? [];
		return name === undefined || value === undefined ? [] : [[name, value.toLowerCase()]];
	});
	const bare = before.filter(word => !/^[A-Za-z]+:.+$/u.test(word));
	const fields = Object.fromEntries(pairs);
	const [first, ...others] = bare;
	switch (head) {
		case 'message': {
			const kind = first === undefined ? 'message-drafted' : own(messageKinds, first);
			return kind === undefined
				? `must say message sent, message agreed or message, not message ${first ?? ''}`
				: (surplus(others) ?? event(kind, fields, words));
		}

		case 'finding': {
			return first === undefined || isIn<Certainty>(certainties, first)
				? (surplus(others) ??
						event('finding-recorded', first === undefined ? fields : {...fields, certainty: first}, words))
				: `must say finding known, suspected or unknown, not finding ${first}`;
		}

		case 'action': {
			return surplus(bare) ?? event('action-opened', fields, words);
		}

		case 'decision': {
			return surplus(bare) ?? event('decision-made', fields, words);
		}

		default: {
			const kind = own(kindOfVerb, (first ?? '').toLowerCase());
			return kind === undefined
				? `names the verb ${first ?? ''}, which does not exist`
				: (surplus(others) ?? event(kind, fields, words));
		}
	}
};

/** How many words may follow each of these. */
const mostWords: Readonly<Record<string, number>> = {answer: 2, role: 1, severity: 1};

const parseQuery = (text: string): Parsed => {
	const [head = '', ...rest] = text.split(/\s+/u);
	const [first = ''] = rest;
	const stray = rest.slice(mostWords[head.toLowerCase()] ?? rest.length);
	if (stray.length > 0) {
		return `has ${stray.join(' ')} where nothing is known`;
	}

	switch (head.toLowerCase()) {
		case 'observed': {
			return rest.length === 0 ? 'must say what is to be observed' : {type: 'observed', text: rest.join(' ')};
		}

		case 'answer': {
			const rule = first.toUpperCase();
			const answer = rest[1]?.toLowerCase();
			if (!rules.some(one => one.id === rule)) {
				return `names the rule ${first}, which does not exist`;
			}

			return answer === undefined || isIn<AnswerKind>(answerKinds, answer)
				? {type: 'answer', rule, answer}
				: `must name one of ${answerKinds.join(', ')}, not ${answer}`;
		}

		case 'role': {
			return isIn<RoleKey>(roleKeys, first)
				? {type: 'role', role: first}
				: `names the role ${first}, which does not exist; there is ${roleKeys.join(', ')}`;
		}

		case 'severity': {
			const severity = first.toUpperCase();
			return isIn<Severity>(severities, severity)
				? {type: 'severity', severity}
				: `must name one of ${severities.join(', ')}, not ${first}`;
		}

		case 'message':
		case 'finding':
		case 'action':
		case 'decision':
		case 'verb': {
			return parseSaying(head.toLowerCase(), rest);
		}

		default: {
			return `begins with ${head === '' ? 'nothing' : head}; it must begin with answer, role, severity, message, finding, action, decision, verb or observed`;
		}
	}
};

/** Reads one line; `by +20m` at its end counts from the start, `by 20m` from the inject. Else what is wrong with it. */
export const readExpectation = (line: string): Expectation | {readonly wrong: string} => {
	const [, text = line, by] = /^(.*?)\s+by\s+(\+?[\ddhms]+)$/u.exec(line.trim()) ?? [];
	const limit = by === undefined ? undefined : readLimit(by);
	if (by !== undefined && limit === undefined) {
		return {wrong: `has the limit ${by}, which is no time; write by +20m or by 20m`};
	}

	const query = parseQuery(text.trim());
	return typeof query === 'string' ? {wrong: query} : {line: line.trim(), query, limit};
};

/** The line of an expectation, with a limit at its end where it has none of its own. */
export const expectationWithLimit = ({line, limit}: Expectation, by: string | undefined): string =>
	limit !== undefined || by === undefined ? line : `${line} by ${by}`;

/** Whether a line begins as an expectation does, right or wrong. */
export const beginsAsExpectation = (line: string): boolean => {
	const [head = ''] = line.trim().toLowerCase().split(/\s/u, 1);
	return expectationForms.some(([form]) => form.split(' ', 1)[0] === head);
};

/** Everything that an event says, in small letters. */
const saying = (value: unknown): string =>
	typeof value === 'string'
		? value.toLowerCase()
		: typeof value === 'object' && value !== null
			? Object.values(value).map(saying).join(' ')
			: '';

const fieldOf = (found: object, name: string): unknown => Object.entries(found).find(([one]) => one === name)?.[1];

/** What stands after so many entries, as far as expectations ask about it. */
export type Stand = {
	/** Messages by their refs: a sending says neither audience nor text. */
	readonly messages: ReadonlyMap<string, {readonly audience: string; readonly text: string}>;
	/** Who holds which role, and the entry that says so. */
	readonly roles: ReadonlyMap<string, {readonly person: string; readonly hit: Hit}>;
	readonly severity: {readonly severity: Severity; readonly hit: Hit} | undefined;
};

/** The entry that meets an expectation, and when it was written. */
export type Hit = {readonly entry: number; readonly at: Instant};

export const nothingStands: Stand = {messages: new Map(), roles: new Map(), severity: undefined};

/** What stands after one more entry. */
export const standAfter = (stand: Stand, entry: Entry): Stand => {
	const {event: found, number, recordedAt} = entry;
	const hit = {entry: number, at: recordedAt};
	switch (found.kind) {
		case 'message-drafted': {
			const {audience, text} = found;
			return {...stand, messages: new Map(stand.messages).set(found.ref, {audience, text})};
		}

		case 'message-redrafted': {
			const audience = stand.messages.get(found.ref)?.audience ?? '';
			return {...stand, messages: new Map(stand.messages).set(found.ref, {audience, text: found.text})};
		}

		case 'role-assigned': {
			return {...stand, roles: new Map(stand.roles).set(found.role, {person: found.person, hit})};
		}

		case 'role-relieved': {
			return stand.roles.get(found.role)?.person === found.person
				? {...stand, roles: new Map([...stand.roles].filter(([role]) => role !== found.role))}
				: stand;
		}

		case 'incident-declared':
		case 'severity-set': {
			return {...stand, severity: {severity: found.severity, hit}};
		}

		default: {
			return stand;
		}
	}
};

/**
 * Whether a query is met after `entry`, which stands in `stand` already: what holds is enough, whoever did it and
 * when; a deed must be this entry.
 */
export const hitBy = (query: Query, entry: Entry, stand: Stand): Hit | undefined => {
	const found = entry.event;
	const here = {entry: entry.number, at: entry.recordedAt};
	switch (query.type) {
		case 'observed': {
			return undefined;
		}

		case 'answer': {
			const isMeant =
				found.kind === 'prompt-answered' &&
				found.rule === query.rule &&
				(query.answer === undefined || found.answer === query.answer);
			return isMeant ? here : undefined;
		}

		case 'role': {
			return stand.roles.get(query.role)?.hit;
		}

		case 'severity': {
			const {severity} = stand;
			return severity !== undefined && severities.indexOf(severity.severity) <= severities.indexOf(query.severity)
				? severity.hit
				: undefined;
		}

		case 'event': {
			if (found.kind !== query.kind) {
				return undefined;
			}

			const ref = fieldOf(found, 'ref');
			const message =
				found.kind.startsWith('message-') && typeof ref === 'string' ? stand.messages.get(ref) : undefined;
			const whole = {...message, ...found};
			const said = saying(whole);
			return query.words.every(word => said.includes(word)) &&
				Object.entries(query.fields).every(([name, value]) => String(fieldOf(whole, name)).toLowerCase() === value)
				? here
				: undefined;
		}
	}
};

/** The numbers of the entries that are struck: a strike that is struck itself does not count. */
export const struckNumbers = (entries: readonly Entry[]): ReadonlySet<number> => {
	const struck = new Set<number>();
	for (const {event: found, number} of entries.toReversed()) {
		if (found.kind === 'entry-struck' && !struck.has(number)) {
			struck.add(found.entry);
		}
	}

	return struck;
};

/** When an expectation is missed; undefined where only the end of the drill is its limit. */
export const dueOf = (limit: Limit | undefined, start: Instant, delivered: Instant): Instant | undefined =>
	limit === undefined ? undefined : later(limit.since === 'start' ? start : delivered, limit.after);

/** Whether an expectation was met in time, by which entry and when. */
export type Met = {readonly met: false} | ({readonly met: true} & Hit);

/**
 * Whether the log meets an expectation. A deed counts from `delivered` on, when its inject came; a role that is held
 * and a severity that stands count from before. `start` is the drill's. What is struck did not happen.
 */
export const met = (
	{limit, query}: Expectation,
	entries: readonly Entry[],
	start: Instant,
	delivered: Instant = start,
): Met => {
	const due = dueOf(limit, start, delivered);
	const struck = struckNumbers(entries);
	let stand = nothingStands;
	for (const entry of entries.filter(one => !struck.has(one.number))) {
		stand = standAfter(stand, entry);
		const hit = entry.recordedAt < delivered ? undefined : hitBy(query, entry, stand);
		if (hit !== undefined && (due === undefined || hit.at <= due)) {
			return {met: true, ...hit};
		}
	}

	return {met: false};
};
