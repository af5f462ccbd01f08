import type {BoardEvent, Draft} from '../../source/entry.ts';

/** The incident that the ledger's tests write in. */
export const incident = 'INC-2026-0001';

/** A draft as a loggist's console makes one. */
export const draftOf = (event: BoardEvent, recordedAt = '2026-06-02T09:20:00.000Z'): Draft => ({
	occurredAt: '2026-06-02T09:15:00.000Z',
	recordedAt,
	by: 'priya',
	recordedBy: 'sam',
	event,
});

/** A note in the log. */
export const note = (text: string, recordedAt?: string): Draft => draftOf({kind: 'note-made', text}, recordedAt);

/** `count` notes, each with its own words. */
export const notes = (count: number): readonly Draft[] =>
	Array.from({length: count}, (_, index) => note(`note ${index + 1}`));
