import type {EventKind} from '../entry.ts';

/** What changed the course of things; the rest is in the log. */
export const milestones: ReadonlySet<string> = new Set<EventKind>([
	'incident-declared',
	'severity-set',
	'personal-data-set',
	'phase-set',
	'flag-raised',
	'incident-reopened',
	'decision-made',
	'finding-confirmed',
	'finding-refuted',
	'action-done',
	'handover-accepted',
	'heartbeat-held',
	'incident-closed',
]);

/**
 * How the log was kept, and steps on the way to something that has an entry of its own: of no use to who reads
 * afterwards what happened. A kind that is not named here is told.
 */
export const housekeeping: ReadonlySet<string> = new Set<EventKind>([
	'person-joined',
	'person-released',
	'roster-adopted',
	'profile-adopted',
	'role-accepted',
	'team-completed',
	'action-acknowledged',
	'action-extended',
	'action-reassigned',
	'action-instructed',
	'action-lead-named',
	'decision-point-set',
	'message-drafted',
	'message-redrafted',
	'message-agreed',
	'channel-opened',
	'channel-closed',
	'audience-set',
	'clock-anchored',
	'call-started',
	'call-ended',
	'roles-announced',
	'severity-confirmed',
	'handover-offered',
	'handover-briefed',
	'going-offline',
	'loggist-signed-off',
	'loggist-signed-on',
	'taker-named',
	'custody-passed',
	'late-entry-explained',
	'entry-withheld',
	'entry-disclosed',
	'head-signed',
	'term-defined',
	'prompt-answered',
	'document-captured',
	'followup-amended',
]);
