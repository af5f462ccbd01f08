import {hash as digest} from 'node:crypto';
import * as v from 'valibot';
import {isInstant, type Instant, instantOf} from '../time.ts';
import {isRefusal, type Refusal} from '../refusal.ts';
import type {Imported, Material} from './index.ts';
import {importRows, noteOf, notSo, voiceOf} from './rows.ts';
import {textIn} from './text-in.ts';
import {voices} from '../voices.ts';
import type {ImportRow} from './write.ts';

const optionalText = v.optional(v.nullable(v.string()));
const named = v.object({summary: optionalText, name: optionalText, type: optionalText});
const optionalNamed = v.optional(v.nullable(named));

const momentText = v.pipe(
	v.string(),
	v.check(
		text => /^\d{4}-\d\d-\d\dT/u.test(text) && !Number.isNaN(Date.parse(text)),
		'must be a moment, as 2026-06-02T09:20:00Z',
	),
);

const entrySchema = v.object({
	id: v.pipe(v.string(), v.nonEmpty('must not be empty')),
	type: v.string(),
	summary: optionalText,
	created_at: momentText,
	agent: optionalNamed,
	user: optionalNamed,
	assignees: v.optional(v.nullable(v.array(named))),
	note: optionalText,
	channel: v.optional(
		v.nullable(
			v.object({
				type: optionalText,
				summary: optionalText,
				subject: optionalText,
				content: optionalText,
				notes: optionalText,
				notification: v.optional(v.nullable(v.object({type: optionalText, address: optionalText}))),
			}),
		),
	),
});

type LogEntry = v.InferOutput<typeof entrySchema>;

const nameIn = (one: v.InferOutput<typeof named> | null | undefined): string | undefined =>
	one?.summary || one?.name || undefined;

const assigneesOf = ({assignees}: LogEntry): string =>
	(assignees ?? []).map(one => nameIn(one) ?? 'somebody').join(', ');

const withDetail = (word: string, detail: string | undefined): string =>
	detail === undefined || detail === '' ? word : `${word}: ${detail}`;

const toWhom = (word: string, whom: string): string => (whom === '' ? word : `${word} to ${whom}`);

/** What each type of log entry tells; the types that are not named here are told in PagerDuty's own words. */
const tellings: Readonly<Record<string, (entry: LogEntry) => string>> = {
	trigger: ({channel, summary}) =>
		withDetail('triggered', channel?.subject || channel?.summary || summary || undefined),
	acknowledge: () => 'acknowledged',
	unacknowledge: () => 'no longer acknowledged',
	assign: entry => toWhom('assigned', assigneesOf(entry)),
	delegate: entry => toWhom('handed on', assigneesOf(entry)),
	escalate: entry => toWhom('escalated', assigneesOf(entry)),
	notify: ({user, channel}) =>
		`${nameIn(user) ?? 'somebody'} notified${channel?.notification?.type ? ` by ${channel.notification.type}` : ''}`,
	annotate: ({channel, note, summary}) =>
		channel?.content || channel?.notes || note || channel?.summary || summary || 'a note without words',
	resolve: ({channel, note}) => withDetail('resolved', note || channel?.summary || undefined),
};

/** `escalate` of `escalate_log_entry` and of `escalate_log_entry_reference`. */
const typeOf = ({type}: LogEntry): string => type.replace(/_log_entry(?:_reference)?$/u, '');

/** Whether a service, an integration or a workflow did it: nobody who could be asked. */
const isSystem = ({agent}: LogEntry): boolean => Boolean(agent?.type) && !/^user(?:_|$)/u.test(agent?.type ?? '');

const textOf = (entry: LogEntry): string => {
	const type = typeOf(entry);
	const told = Object.hasOwn(tellings, type) ? tellings[type]?.(entry) : undefined;
	const words = told ?? (entry.summary || type.replaceAll('_', ' '));
	// A note is what a person wrote; the rest is what happened in PagerDuty.
	const system = isSystem(entry) ? nameIn(entry.agent) : undefined;
	return type === 'annotate' && system === undefined ? words : `${system ?? voices.pagerduty}: ${words}`;
};

const moment = (text: string): Instant => (isInstant(text) ? text : instantOf(Date.parse(text)));

type Page = {readonly entries: readonly unknown[]; readonly isMore: boolean};

/** The log entries in a file: what the API answers, or its list alone. */
const pageIn = (text: string, name: string): Page | Refusal => {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		return notSo(name, error instanceof Error ? `${error.message}.` : 'it is not JSON.', 'Fetch it anew.');
	}

	const held: Readonly<Record<string, unknown>> =
		typeof value === 'object' && value !== null && !Array.isArray(value) ? {...value} : {log_entries: value};
	const {log_entries: list, more} = held;
	return Array.isArray(list)
		? {entries: list, isMore: more === true}
		: notSo(
				name,
				'it holds no log_entries.',
				'Save what GET /incidents/ID/log_entries answers, or the list in it, and name that file.',
			);
};

const entriesIn = (list: readonly unknown[], name: string): readonly LogEntry[] | Refusal => {
	const found: LogEntry[] = [];
	for (const [index, one] of list.entries()) {
		const result = v.safeParse(entrySchema, one);
		if (!result.success) {
			const [issue] = result.issues;
			return notSo(
				`${name}, log entry ${index + 1}, ${v.getDotPath(issue) ?? ''}`,
				`${issue.message}.`,
				'Fetch it anew, or take that entry out of the file.',
			);
		}

		found.push(result.output);
	}

	return found;
};

/** Takes in what PagerDuty recorded of an incident. */
export const importPagerduty = async (material: Material): Promise<Imported | Refusal> => {
	const {name} = material;
	const bytes = await material.bytes();
	const text = textIn(bytes, name);
	const page = typeof text === 'string' ? pageIn(text, name) : text;
	if (isRefusal(page)) {
		return page;
	}

	const entries = entriesIn(page.entries, name);
	if (isRefusal(entries)) {
		return entries;
	}

	const placed = entries.map((entry, index) => ({entry, at: moment(entry.created_at), place: index + 1}));
	const once = [...new Map(placed.map(one => [one.entry.id, one])).values()];
	// The API gives the newest first.
	const inOrder = once.toSorted((a, b) => (a.at === b.at ? b.place - a.place : a.at < b.at ? -1 : 1));
	return importRows(material, 'pagerduty', digest('sha256', bytes), board => ({
		rows: inOrder.map(
			({entry, at, place}): ImportRow => ({
				where: `${name}, log entry ${place}`,
				id: entry.id,
				occurredAt: at,
				by: isSystem(entry) ? voices.pagerduty : voiceOf(board.staffing, nameIn(entry.agent) ?? voices.pagerduty),
				decide: noteOf(textOf(entry)),
			}),
		),
		notices: page.isMore
			? [
					'The file says that PagerDuty has more entries of this incident: fetch the next page (offset) and import it too.',
				]
			: [],
	}));
};
