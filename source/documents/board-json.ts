import type {Board} from '../board.ts';
import {type Action, isOverdue} from '../duties/actions/state.ts';
import {type Declaration, profileOf} from '../duties/declaration/state.ts';
import type {Decision, Recommendation} from '../duties/decisions/state.ts';
import type {CommandTier} from '../duties/escalation/state.ts';
import {type Audience, lastUpdate, type Message, nextUpdate} from '../duties/communications/state.ts';
import type {Clock} from '../duties/notifications/state.ts';
import type {Finding, Hypothesis} from '../duties/findings/state.ts';
import {lateEntries} from '../late.ts';
import {roleKeys} from '../duties/staffing/events.ts';
import {
	type Assignment,
	holders,
	nameOf,
	type Span,
	spans,
	type SubTeam,
	standingTeams,
} from '../duties/staffing/state.ts';
import {type Instant, second} from '../time.ts';
import {drillJson} from './drill-json.ts';

/** A handle as the name of whom it names; null for nobody. */
type Naming = (handle: string | undefined) => string | null;

const incidentJson = (ref: string, declaration: Declaration, tier: CommandTier) => ({
	ref,
	title: declaration.title,
	kind: declaration.incidentKind,
	severity: declaration.severity,
	phase: declaration.phase,
	tier,
	exercise: declaration.exercise,
	personalData: declaration.personalData,
	zone: declaration.zone,
	marking: declaration.marking ?? null,
	profile: declaration.profile,
	severityInDoubt: declaration.doubt !== undefined,
	triage: {
		source: declaration.triage.source ?? null,
		category: declaration.triage.category ?? null,
		hypothesis: declaration.triage.hypothesis ?? null,
	},
	flags: declaration.flags.map(({flag}) => flag),
	outcome: declaration.outcome ?? null,
	declaredAt: declaration.declaredAt ?? null,
	closedAt: declaration.closedAt ?? null,
	closedBecause: declaration.closingReason ?? null,
});

const roleJson = (one: Assignment, name: Naming) => ({
	role: one.role,
	person: name(one.person),
	handle: one.person,
	since: one.since,
	accepted: one.acceptedAt !== undefined,
	acceptedAt: one.acceptedAt ?? null,
});

const spanJson = (one: Span, name: Naming) => ({
	supervisor: name(one.supervisor),
	handle: one.supervisor,
	count: one.reports.length,
	reports: one.reports.map(person => name(person)),
});

const teamJson = (one: SubTeam, name: Naming) => ({
	name: one.name,
	lead: name(one.lead),
	members: one.members.map(person => name(person)),
	task: one.task ?? null,
	due: one.due ?? null,
	channel: one.channel ?? null,
	under: one.under ?? null,
	since: one.since,
});

const actionJson = (one: Action, name: Naming, now: Instant) => ({
	ref: one.ref,
	text: one.text,
	owner: name(one.owner),
	ownerHandle: one.owner ?? null,
	team: one.team ?? null,
	due: one.due ?? null,
	status: one.status,
	overdue: isOverdue(one, now),
	givenBy: name(one.givenBy),
	givenAt: one.givenAt,
	acknowledgedAt: one.acknowledgedAt ?? null,
	missed: one.missed,
	tests: one.tests ?? null,
	on: one.on ?? null,
	system: one.system ?? null,
	affects: one.affects ?? null,
	disruption: one.disruption ?? null,
	leads: one.leads,
	reports: one.reports.map(report => ({at: report.at, by: name(report.by), text: report.text})),
	result: one.result ?? null,
	outcome: one.outcome ?? null,
	endedAt: one.endedAt ?? null,
});

const findingJson = (one: Finding, name: Naming) => ({
	ref: one.ref,
	certainty: one.certainty,
	text: one.text,
	by: name(one.by),
	recordedAt: one.recordedAt,
	since: one.since,
	settledBy: name(one.settledBy),
	remark: one.remark ?? null,
});

const decisionJson = (one: Decision, name: Naming) => ({
	ref: one.ref,
	text: one.text,
	reason: one.reason ?? null,
	decider: name(one.decider),
	by: name(one.by),
	at: one.at,
	number: one.entry,
	recommendation: one.recommendation ?? null,
	rule: one.rule ?? null,
	options: one.options.map(({text, reason}) => ({text, reason: reason ?? null})),
	objections: one.objections.map(({person, reason}) => ({person: name(person), reason})),
	next: one.next ?? null,
});

const recommendationJson = (one: Recommendation, name: Naming) => ({
	number: one.entry,
	text: one.text,
	reason: one.reason ?? null,
	by: name(one.by),
	at: one.at,
	answeredBy: one.answeredBy ?? null,
});

const hypothesisJson = (one: Hypothesis, name: Naming) => ({
	ref: one.ref,
	text: one.text,
	status: one.status,
	by: name(one.by),
	at: one.at,
	marks: one.marks.map(({finding, consistency}) => ({finding, consistency})),
	reason: one.reason ?? null,
});

const messageJson = (one: Message, name: Naming) => ({
	ref: one.ref,
	text: one.text,
	audience: one.audience,
	status: one.status,
	draftedBy: name(one.draftedBy),
	draftedAt: one.draftedAt,
	agreedBy: name(one.agreedBy),
	agreedAt: one.agreedAt ?? null,
	sentAt: one.sentAt ?? null,
	channel: one.channel ?? null,
	action: one.action ?? null,
});

const audienceJson = (one: Audience, name: Naming) => ({
	name: one.name,
	everyMinutes: one.minutes ?? null,
	briefer: name(one.briefer),
	lastUpdateAt: lastUpdate(one)?.at ?? null,
	nextUpdateAt: nextUpdate(one) ?? null,
});

const clockJson = (one: Clock, name: Naming) => ({
	ref: one.ref,
	regime: one.regime.id,
	title: one.regime.title,
	recipient: one.regime.recipient,
	anchor: one.regime.anchor,
	anchorAt: one.anchorAt ?? null,
	due: one.due ?? null,
	status: one.status,
	metAt: one.metAt ?? null,
	followUpDue: one.restDue ?? null,
	waivedBy: name(one.waiver?.decidedBy),
	source: one.regime.source,
	checkedOn: one.regime.checkedOn,
});

/** Entries that are struck, each with the entry that struck it. */
const struckJson = ({struck}: Board, name: Naming) =>
	[...struck]
		.sort(([a], [b]) => a - b)
		.map(([number, strike]) => ({
			number,
			struckIn: strike.number,
			by: name(strike.by),
			at: strike.occurredAt,
			reason: strike.event.kind === 'entry-struck' ? strike.event.reason : null,
		}));

/** The board as data, with the keys that other programs rely on. What is not there is null, never absent. */
export const boardJson = (board: Board, now: Instant) => {
	const {staffing, declaration, actions, findings, decisions, communications, notifications} = board;
	const {escalation, handover, evidence, review, record, head} = board;
	const name: Naming = handle => (handle === undefined ? null : nameOf(staffing, handle));
	return {
		incident: incidentJson(board.incident, declaration, board.escalation.tier),
		roles: roleKeys.flatMap(role => holders(staffing, role)).map(one => roleJson(one, name)),
		span: spans(staffing).map(one => spanJson(one, name)),
		teams: standingTeams(staffing).map(one => teamJson(one, name)),
		actions: actions.map(one => actionJson(one, name, now)),
		findings: board.findings.findings.map(one => findingJson(one, name)),
		decisions: decisions.decisions.map(one => decisionJson(one, name)),
		recommendations: decisions.recommendations.map(one => recommendationJson(one, name)),
		hypotheses: findings.hypotheses.map(one => hypothesisJson(one, name)),
		messages: communications.messages.map(one => messageJson(one, name)),
		audiences: communications.audiences.map(one => audienceJson(one, name)),
		told: communications.told.map(one => ({
			party: one.party,
			at: one.at,
			by: name(one.by),
			text: one.text ?? null,
			number: one.entry,
		})),
		clocks: notifications.clocks.map(one => clockJson(one, name)),
		escalation: {
			tier: escalation.tier,
			since: escalation.tierSince ?? null,
			linked: escalation.linked,
		},
		handovers: handover.transfers.map(one => ({
			role: one.role,
			from: name(one.from),
			to: name(one.to),
			offeredAt: one.offeredAt,
			briefedAt: one.briefedAt ?? null,
			acceptedAt: one.acceptedAt ?? null,
			effectiveAt: one.effectiveAt ?? null,
			announcedAt: one.announcedAt ?? null,
		})),
		exhibits: evidence.items.map(one => ({
			ref: one.ref,
			text: one.text,
			takenAt: one.takenAt,
			takenBy: name(one.takenBy),
			custodian: name(one.custodian),
			hash: one.hash ?? null,
			action: one.action ?? null,
			content: one.content ?? null,
		})),
		followUps: review.followUps.map(one => ({
			ref: one.ref,
			text: one.text,
			owner: name(one.owner),
			due: one.due ?? null,
			doneAt: one.doneAt ?? null,
		})),
		struck: struckJson(board, name),
		late: lateEntries(record, profileOf(declaration).minutes.lateEntry).map(one => ({
			number: one.entry,
			lateBySeconds: Math.round(one.lag / second),
			reason: one.reason ?? null,
		})),
		head: head === undefined ? null : {number: head.number, hash: head.hash},
		...drillJson(board, name),
	};
};
