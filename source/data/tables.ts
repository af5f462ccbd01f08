import type {Board} from '../board.ts';
import {importOf} from '../duties/record/state.ts';
import {nameOf, titleOf} from '../duties/staffing/state.ts';
import type {Entry} from '../entry.ts';
import {redactionWords} from '../sharing/words.ts';
import {isLate, strikeReason, tell} from '../timeline.ts';
import {type Column, csvLines} from './csv.ts';

type TableView = {readonly board: Board; readonly entries: readonly Entry[]};

/** What every row of every file says first, so that one that is copied out still tells where it belongs. */
const common = <Thing>(
	{incident, declaration, redaction}: Board,
	columns: readonly Column<Thing>[],
): readonly Column<Thing>[] => [
	['incident', () => incident],
	['exercise', () => declaration.exercise],
	['marking', () => declaration.marking],
	// Only where there is something to say: a column for nothing would be in every table.
	...(redaction === undefined ? [] : [['redacted', () => redactionWords(redaction)] as const]),
	...columns,
];

const table = <Thing>(board: Board, things: Iterable<Thing>, columns: readonly Column<Thing>[]): Iterable<string> =>
	csvLines(common(board, columns), things);

/** A handle as the name of whom it names. */
const naming =
	({staffing}: Board) =>
	(handle: string | undefined): string | undefined =>
		handle === undefined ? undefined : nameOf(staffing, handle);

/** Each object of an incident as a CSV file, one row a thing; times are in UTC. */
const objects = {
	log: ({board, entries}: TableView) => {
		const name = naming(board);
		return table(board, entries, [
			['number', ({number}) => number],
			['occurred_at', ({occurredAt}) => occurredAt],
			['recorded_at', ({recordedAt}) => recordedAt],
			['by', ({by}) => name(by)],
			['recorded_by', ({recordedBy}) => recordedBy],
			['kind', ({event}) => (event.kind === 'unread' ? event.wasKind : event.kind)],
			['text', entry => tell(entry, board)],
			['struck', ({number}) => board.struck.has(number)],
			['struck_because', entry => strikeReason(entry, board)],
			['late', entry => isLate(entry, board)],
			['imported_from', entry => importOf(board.record, entry)?.source],
			['hash', ({hash}) => hash],
		]);
	},
	actions: ({board}: TableView) => {
		const name = naming(board);
		return table(board, board.actions, [
			['ref', one => one.ref],
			['text', one => one.text],
			['owner', one => name(one.owner)],
			['team', one => one.team],
			['due', one => one.due],
			['status', one => one.status],
			['given_by', one => name(one.givenBy)],
			['given_at', one => one.givenAt],
			['acknowledged_at', one => one.acknowledgedAt],
			['times_missed', one => one.missed],
			['reports', one => one.reports.map(({at, by, text}) => `${at} ${name(by) ?? ''}: ${text}`).join('\n')],
			['result', one => one.result],
			['outcome', one => one.outcome],
			['ended_at', one => one.endedAt],
		]);
	},
	roles: ({board}: TableView) => {
		const name = naming(board);
		return table(board, board.staffing.assignments, [
			['role', one => one.role],
			['title', one => titleOf(board.declaration, one.role)],
			['person', one => name(one.person)],
			['since', one => one.since],
			['accepted_at', one => one.acceptedAt],
			['until', one => one.until],
			['assigned_by', one => name(one.assignedBy)],
			['entry', one => one.entry],
		]);
	},
	findings: ({board}: TableView) => {
		const name = naming(board);
		return table(board, board.findings.findings, [
			['ref', one => one.ref],
			['certainty', one => one.certainty],
			['text', one => one.text],
			['by', one => name(one.by)],
			['since', one => one.since],
			['recorded_at', one => one.recordedAt],
			['settled_by', one => name(one.settledBy)],
			['remark', one => one.remark],
		]);
	},
	decisions: ({board}: TableView) => {
		const name = naming(board);
		return table(board, board.decisions.decisions, [
			['ref', one => one.ref],
			['text', one => one.text],
			['reason', one => one.reason],
			['decider', one => name(one.decider)],
			['by', one => name(one.by)],
			['at', one => one.at],
			['recommendation', one => one.recommendation],
			['options', one => one.options.map(({text, reason}) => [text, reason].filter(Boolean).join(' – ')).join('\n')],
			['objections', one => one.objections.map(({person, reason}) => `${name(person) ?? ''}: ${reason}`).join('\n')],
			['next', one => one.next],
			['entry', one => one.entry],
		]);
	},
} satisfies Readonly<Record<string, (view: TableView) => Iterable<string>>>;

export type ObjectName = keyof typeof objects;

/** What `export csv --object` may name; the first is meant where nothing is named. */
export const objectNames = Object.keys(objects) as readonly ObjectName[];

/** The object of that name as a CSV file, line by line; undefined where there is none. */
export const csvOf = (name: string, view: TableView): Iterable<string> | undefined => {
	const found = objectNames.find(one => one === name);
	return found === undefined ? undefined : objects[found](view);
};
