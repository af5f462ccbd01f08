import * as v from 'valibot';
import {actionSchemas} from '../duties/actions/events.ts';
import {decisionSchemas} from '../duties/decisions/events.ts';
import {declarationSchemas} from '../duties/declaration/events.ts';
import {findingSchemas} from '../duties/findings/events.ts';
import {recordSchemas} from '../duties/record/events.ts';
import {staffingSchemas} from '../duties/staffing/events.ts';
import {communicationSchemas} from '../duties/communications/events.ts';
import {escalationSchemas} from '../duties/escalation/events.ts';
import {notificationSchemas} from '../duties/notifications/events.ts';
import {rhythmSchemas} from '../duties/rhythm/events.ts';
import {handoverSchemas} from '../duties/handover/events.ts';
import {evidenceSchemas} from '../duties/evidence/events.ts';
import {exerciseSchemas} from '../duties/exercise/events.ts';
import {reviewSchemas} from '../duties/review/events.ts';
import type {BoardEvent, Draft, Entry, Stamp} from '../entry.ts';
import type {Schemas} from '../event.ts';
import {canonical, checkChain, type Head, type Kept} from './chain.ts';
import {LedgerTrouble} from './ledger.ts';

const everySchema = {
	...declarationSchemas,
	...staffingSchemas,
	...actionSchemas,
	...findingSchemas,
	...decisionSchemas,
	...recordSchemas,
	...communicationSchemas,
	...escalationSchemas,
	...notificationSchemas,
	...rhythmSchemas,
	...handoverSchemas,
	...evidenceSchemas,
	...reviewSchemas,
	...exerciseSchemas,
} satisfies Record<Exclude<BoardEvent['kind'], 'unread'>, unknown>;

/** Every kind that this version can write, and the shape of what it carries. */
export const eventSchemas: ReadonlyMap<string, Schemas[string]> = new Map(Object.entries<Schemas[string]>(everySchema));

type Unchecked = {readonly kind: string};

/** True for an event of a kind that this version knows, in its shape; fields beyond the shape are allowed. */
export const isBoardEvent = (event: Unchecked): event is BoardEvent => {
	const schema = eventSchemas.get(event.kind);
	return schema !== undefined && v.is(schema, event);
};

/** What of `value` no ledger may hold, named by its place: `event.text holds a NUL character`. */
const unfit = (value: unknown, place: string): string | undefined => {
	if (typeof value === 'string') {
		if (value.includes('\0')) {
			return `${place} holds a NUL character`;
		}

		return value.isWellFormed() ? undefined : `${place} holds half a character (a lone surrogate)`;
	}

	if (typeof value === 'number') {
		return Number.isFinite(value) ? undefined : `${place} is not a finite number`;
	}

	if (typeof value === 'object' && value !== null) {
		for (const [key, field] of Object.entries(value)) {
			const found =
				unfit(key, `a field's name in ${place}`) ?? unfit(field, Array.isArray(value) ? place : `${place}.${key}`);
			if (found !== undefined) {
				return found;
			}
		}
	}

	return undefined;
};

const isInstant = (text: string): boolean => {
	const milliseconds = Date.parse(text);
	return text.length === 24 && !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text;
};

const stampTrouble = ({occurredAt, recordedAt, by, recordedBy}: Stamp): string | undefined => {
	for (const [place, text] of Object.entries({occurredAt, recordedAt})) {
		if (!isInstant(text)) {
			return `${place} is not a moment like 2026-06-02T09:20:00.000Z: ${text}`;
		}
	}

	for (const [place, text] of Object.entries({by, recordedBy})) {
		if (text.trim() === '') {
			return `${place} names nobody`;
		}
	}

	return undefined;
};

const eventTrouble = ({kind, ...data}: Unchecked): string | undefined => {
	const schema = eventSchemas.get(kind);
	if (schema === undefined) {
		return `${kind} is no kind that this version can write`;
	}

	const result = v.safeParse(schema, data);
	if (!result.success) {
		const [issue] = result.issues;
		return `${kind}.${v.getDotPath(issue) ?? ''}: ${issue.message}`;
	}

	// The schemas drop what they do not know; a record must not lose a word in silence.
	return canonical(result.output) === canonical(data) ? undefined : `${kind} carries more than its kind knows`;
};

const mendText = 'Take that character out (retype the text, or paste it as plain text) and record the entry again.';
const mendShape = 'Nothing was written. The entry was made by another version or by a fault: please report it.';

/** Why a draft cannot be kept, as the end of a sentence; undefined when it can. */
export const draftTrouble = (draft: Draft): string | undefined =>
	unfit(draft, 'entry') ?? stampTrouble(draft) ?? eventTrouble(draft.event);

/**
 * The ledger's door: what may be kept, checked before anything is numbered.
 * @throws LedgerTrouble for text that cannot be kept, an unknown kind, a wrong shape, a wrong time, an empty name.
 */
export const admit = (incident: string, drafts: readonly Draft[]): void => {
	const noText = unfit(incident, 'incident');
	if (noText !== undefined || incident === '') {
		throw new LedgerTrouble(`The entry cannot be kept: ${noText ?? 'its incident has no reference'}.`, mendText);
	}

	for (const draft of drafts) {
		const badText = unfit(draft, 'entry');
		if (badText !== undefined) {
			throw new LedgerTrouble(`The entry cannot be kept: ${badText}.`, mendText);
		}

		const badShape = stampTrouble(draft) ?? eventTrouble(draft.event);
		if (badShape !== undefined) {
			throw new LedgerTrouble(`The entry cannot be kept: ${badShape}.`, mendShape);
		}
	}
};

const parsed = (data: string): unknown => {
	try {
		return JSON.parse(data);
	} catch {
		return data;
	}
};

/**
 * The same door for entries that were written elsewhere and are kept as they are; of kinds unknown here too.
 * @throws LedgerTrouble for a chain that does not follow `head`, for text or times that cannot be kept.
 */
export const admitKept = (incident: string, rows: readonly Kept[], head: Head): void => {
	const {trouble} = checkChain(incident, rows, head);
	const mend = 'Nothing was written. Fetch the log anew from where it was written.';
	if (trouble !== undefined) {
		throw new LedgerTrouble(trouble.text, mend);
	}

	for (const row of rows) {
		const found =
			unfit(row, 'entry') ??
			unfit(parsed(row.data), 'data') ??
			stampTrouble(row) ??
			(row.incident === incident ? undefined : `it belongs to ${row.incident}, not to ${incident}`) ??
			(row.kind === '' || incident === '' ? 'it has no kind or no incident' : undefined);
		if (found !== undefined) {
			throw new LedgerTrouble(`Entry ${row.number} cannot be kept: ${found}.`, mend);
		}
	}
};

const eventOf = (kind: string, text: string): BoardEvent => {
	const data = parsed(text);
	if (typeof data === 'object' && data !== null) {
		// Everything stored is handed on, also fields that a newer version added to a known kind.
		const event = {...data, kind};
		if (isBoardEvent(event)) {
			return event;
		}
	}

	return {kind: 'unread', wasKind: kind, data};
};

/** The entry that a row holds. Never throws: what this version cannot read becomes an `unread` event. */
export const entryOf = ({kind, data, ...rest}: Kept): Entry => ({...rest, event: eventOf(kind, data)});
