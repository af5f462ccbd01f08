import type {Board} from '../board.ts';
import {type Action, isOverdue} from '../duties/actions/state.ts';
import type {Declaration} from '../duties/declaration/state.ts';
import type {Decision, Recommendation} from '../duties/decisions/state.ts';
import type {Finding} from '../duties/findings/state.ts';
import {lateEntries} from '../duties/record/state.ts';
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
import {profileNamed} from '../profiles/index.ts';
import {type Instant, second} from '../time.ts';

/** A handle as the name of whom it names; null for nobody. */
type Naming = (handle: string | undefined) => string | null;

const incidentJson = (ref: string, declaration: Declaration) => ({
	ref,
	title: declaration.title,
	kind: declaration.incidentKind,
	severity: declaration.severity,
	phase: declaration.phase,
	// Every incident is led at this tier until escalation can be recorded.
	tier: 'bronze',
	exercise: declaration.exercise,
	personalData: declaration.personalData,
	zone: declaration.zone,
	marking: declaration.marking ?? null,
	profile: declaration.profile,
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
});

const recommendationJson = (one: Recommendation, name: Naming) => ({
	number: one.entry,
	text: one.text,
	reason: one.reason ?? null,
	by: name(one.by),
	at: one.at,
	answeredBy: one.answeredBy ?? null,
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
	const {staffing, declaration, actions, decisions, record, head} = board;
	const name: Naming = handle => (handle === undefined ? null : nameOf(staffing, handle));
	return {
		incident: incidentJson(board.incident, declaration),
		roles: roleKeys.flatMap(role => holders(staffing, role)).map(one => roleJson(one, name)),
		span: spans(staffing).map(one => spanJson(one, name)),
		teams: standingTeams(staffing).map(one => teamJson(one, name)),
		actions: actions.map(one => actionJson(one, name, now)),
		findings: board.findings.map(one => findingJson(one, name)),
		decisions: decisions.decisions.map(one => decisionJson(one, name)),
		recommendations: decisions.recommendations.map(one => recommendationJson(one, name)),
		// Kept so that readers need not ask whether they are there.
		messages: [],
		clocks: [],
		struck: struckJson(board, name),
		late: lateEntries(record, profileNamed(declaration.profile).minutes.lateEntry).map(one => ({
			number: one.entry,
			lateBySeconds: Math.round(one.lag / second),
			reason: one.reason ?? null,
		})),
		head: head === undefined ? null : {number: head.number, hash: head.hash},
	};
};
