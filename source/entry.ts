import type {ActionEvent} from './duties/actions/events.ts';
import type {DecisionEvent} from './duties/decisions/events.ts';
import type {DeclarationEvent} from './duties/declaration/events.ts';
import type {FindingEvent} from './duties/findings/events.ts';
import type {RecordEvent} from './duties/record/events.ts';
import type {StaffingEvent} from './duties/staffing/events.ts';
import type {CommunicationEvent} from './duties/communications/events.ts';
import type {EscalationEvent} from './duties/escalation/events.ts';
import type {NotificationEvent} from './duties/notifications/events.ts';
import type {RhythmEvent} from './duties/rhythm/events.ts';
import type {HandoverEvent} from './duties/handover/events.ts';
import type {ExerciseEvent} from './duties/exercise/events.ts';
import type {EvidenceEvent} from './duties/evidence/events.ts';
import type {ReviewEvent} from './duties/review/events.ts';
import type {Instant} from './time.ts';

/** An event that this version cannot read, as a newer one wrote it: kept and shown, never dropped, never written anew. */
export type UnreadEvent = {
	readonly kind: 'unread';
	readonly wasKind: string;
	/** What it carried: the parsed JSON, or the stored text where that is not JSON. */
	readonly data: unknown;
};

/** What happened, in a duty's words; not yet written. */
export type BoardEvent =
	| DeclarationEvent
	| StaffingEvent
	| ActionEvent
	| FindingEvent
	| DecisionEvent
	| RecordEvent
	| CommunicationEvent
	| EscalationEvent
	| NotificationEvent
	| RhythmEvent
	| HandoverEvent
	| EvidenceEvent
	| ExerciseEvent
	| ReviewEvent
	| UnreadEvent;

export type EventKind = BoardEvent['kind'];

/** Who and when, of one entry. Two clocks on purpose: when it happened and when it was written. */
export type Stamp = {
	readonly occurredAt: Instant;
	readonly recordedAt: Instant;
	/** Who said or did it: a person's handle, or a name that is nobody's handle. */
	readonly by: string;
	/** The login that wrote it. */
	readonly recordedBy: string;
};

/** An event with its stamp, before the ledger has numbered it. */
export type Draft = Stamp & {readonly event: BoardEvent};

/** An event as kept. Never edited, never deleted: a later entry strikes it. */
export type Entry = Draft & {
	/** The incident's reference, as `INC-2026-0001`. */
	readonly incident: string;
	/** Counts from 1 in its incident, without gaps. */
	readonly number: number;
	/** The hash of the entry before; 64 zeros for the first. */
	readonly previousHash: string;
	/** SHA-256 in hex over the entry's canonical form (`ledger/chain.ts`). */
	readonly hash: string;
};
