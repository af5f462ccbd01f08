import {actionsOn} from '../duties/actions/state.ts';
import {entryNumbered} from '../board.ts';
import {findingWords, knownAt, type KnownThen} from '../duties/decisions/section.ts';
import type {Decision} from '../duties/decisions/state.ts';
import {answerWords} from '../duties/record/state.ts';
import {nameOf} from '../duties/staffing/state.ts';
import {tierWords} from '../duties/escalation/state.ts';
import {wordsOfClock} from '../duties/notifications/state.ts';
import {type Block, heading, list, paragraph, table, tableOr} from '../section.ts';
import {dayAndTime, type Instant} from '../time.ts';
import {documentControl} from './control.ts';
import {dressed, nameOfIncident} from './dress.ts';
import {gapWords} from './gap.ts';
import type {DocumentView} from './incident-log.ts';
import {entryCell, lateWords} from './log.ts';

const notRecorded = 'not recorded';

/** What was decided on: the recommendation that it answers, or the prompt. */
const question = ({board}: DocumentView, {recommendation, rule, at}: Decision): string => {
	const asked = board.decisions.recommendations.find(one => one.entry === recommendation);
	if (asked !== undefined) {
		return `${asked.text} (recommended by ${nameOf(board.staffing, asked.by)}, entry ${asked.entry})`;
	}

	const put = board.record.answers.findLast(one => one.rule === rule && one.at <= at);
	return put === undefined
		? rule === undefined
			? notRecorded
			: `what ${rule} asks`
		: `${put.asked} (${put.rule}, entry ${put.entry})`;
};

/** What followed: the actions given on it. */
const following = ({board}: DocumentView, {entry}: Decision): string =>
	(actionsOn(board.actions).get(entry) ?? []).map(one => `${one.ref} ${one.text} (${one.status})`).join('; ');

/** `by Sam Ó Briain in entry 24`; of a late one also when, and why so late. */
const recorded = ({board}: DocumentView, {by, entry}: Decision): string => {
	const written = entryNumbered(board, entry);
	const late = written === undefined ? undefined : lateWords(written, board);
	return [
		`by ${nameOf(board.staffing, by)} in entry ${entry}`,
		...(written === undefined || late === undefined
			? []
			: [`at ${dayAndTime(written.recordedAt, board.declaration.zone)}`, late]),
	].join(', ');
};

/** One decision, field by field; what the log does not hold says so. */
const decisionBlocks = (view: DocumentView, decision: Decision, then: readonly KnownThen[]): readonly Block[] => {
	const {board} = view;
	const {staffing, declaration} = board;
	const at = (instant: Instant) => dayAndTime(instant, declaration.zone);
	return [
		heading(`${decision.ref} ${decision.text}`),
		table(
			['Field', 'Value'],
			[
				['Question', question(view, decision)],
				['Decided', decision.text],
				['Because', decision.reason ?? 'no reason recorded'],
				['Decided by', decision.decider === undefined ? 'nobody in command' : nameOf(staffing, decision.decider)],
				['At', at(decision.at)],
				['Recorded', recorded(view, decision)],
				['Next decision point', decision.next === undefined ? 'not set' : at(decision.next)],
				['What followed', following(view, decision) || notRecorded],
				['Suitable, feasible, acceptable', gapWords('how the options were tested, where that was done')],
				['Who was told', gapWords('who was told of it, and when')],
				['Looked at again', gapWords('what the review found of it')],
			],
		),
		heading('Known then', 3),
		then.length === 0
			? paragraph('Nothing was on record as known, suspected or unknown.')
			: list(then.map(one => `${one.certainty}: ${findingWords(one)}`)),
		heading('Options', 3),
		tableOr(
			'No other option is on record.',
			['Option', 'Why not', 'From', 'Entry'],
			decision.options.map(one => [
				one.text,
				one.reason ?? 'no reason recorded',
				nameOf(staffing, one.by),
				String(one.entry),
			]),
		),
		...(decision.objections.length === 0
			? []
			: [
					heading('Strong objections', 3),
					table(
						['Who', 'Because', 'At', 'Entry'],
						decision.objections.map(one => [nameOf(staffing, one.person), one.reason, at(one.at), String(one.entry)]),
					),
				]),
	];
};

/** Decisions that were struck: a missing number would puzzle, and what was once decided is never lost. */
const struckDecisions = ({board, entries}: DocumentView): readonly Block[] => {
	const rows = entries.flatMap(entry =>
		entry.event.kind === 'decision-made' && board.struck.has(entry.number)
			? [
					[
						entry.event.ref,
						String(entry.number),
						dayAndTime(entry.occurredAt, board.declaration.zone),
						entryCell(entry, board),
					],
				]
			: [],
	);
	return rows.length === 0 ? [] : [heading('Struck decisions'), table(['Decision', 'Entry', 'At', 'What'], rows)];
};

/** What else was ruled: tiers of command, duties to notify that were not met by decision, what doctrine asked and was set aside. */
const otherRulings = ({board}: DocumentView): readonly Block[] => {
	const {staffing, declaration, escalation, notifications, record, communications} = board;
	const name = (handle: string | undefined) => (handle === undefined ? notRecorded : nameOf(staffing, handle));
	const rows = [
		...escalation.tiers.flatMap(one => [
			{
				entry: one.entry,
				at: one.since,
				what: `${one.tier} command (${tierWords[one.tier]}) stood up`,
				by: one.decider,
				why: one.reason,
			},
			...(one.stoodDown === undefined
				? []
				: [
						{
							entry: one.stoodDown.entry,
							at: one.stoodDown.at,
							what: `${one.tier} command stood down`,
							by: one.stoodDown.decider,
							why: one.stoodDown.reason,
						},
					]),
		]),
		...escalation.declined.map(one => ({
			entry: one.entry,
			at: one.at,
			what: `${one.tier} command declined`,
			by: one.decider,
			why: one.reason,
		})),
		...notifications.clocks.flatMap(one =>
			one.waiver === undefined
				? []
				: [
						{
							entry: one.waiver.entry,
							at: one.waiver.at,
							what: `${one.ref} not notified: ${wordsOfClock(one)}`,
							by: one.waiver.decidedBy,
							why: one.waiver.reason,
						},
					],
		),
		...(communications.cleared === undefined
			? []
			: [{...communications.cleared, what: 'wider disclosure cleared', why: undefined}]),
		...record.answers
			.filter(one => one.answer === 'override' || one.answer === 'na')
			.map(one => ({
				entry: one.entry,
				at: one.at,
				what: `${one.rule} ${answerWords[one.answer]}: ${one.asked}`,
				by: one.authorisedBy,
				why: one.reason,
			})),
	].sort((a, b) => a.entry - b.entry);
	return [
		heading('Other rulings'),
		tableOr(
			'None is on record.',
			['Entry', 'At', 'What', 'By', 'Because'],
			rows.map(one => [
				String(one.entry),
				dayAndTime(one.at, declaration.zone),
				one.what,
				name(one.by),
				one.why ?? notRecorded,
			]),
		),
	];
};

/** What waits to be decided, and options that belong to no decision yet. */
const undecided = ({board}: DocumentView): readonly Block[] => {
	const {decisions, staffing, declaration} = board;
	const open = decisions.recommendations.filter(one => one.answeredBy === undefined && one.followedBy === undefined);
	return [
		heading('Not decided'),
		tableOr(
			'Nothing waits.',
			['Entry', 'What', 'From', 'At', 'Because'],
			[
				...open.map(one => [
					String(one.entry),
					one.text,
					nameOf(staffing, one.by),
					dayAndTime(one.at, declaration.zone),
					one.reason ?? '',
				]),
				...decisions.options.map(one => [
					String(one.entry),
					`option: ${one.text}`,
					nameOf(staffing, one.by),
					dayAndTime(one.at, declaration.zone),
					one.reason ?? '',
				]),
			],
		),
	];
};

/** Every decision by itself: what was asked, what was known then, the options, the choice and its reason, and what followed. */
export const decisionLog = (view: DocumentView): readonly Block[] => {
	const {board} = view;
	const knownThen = knownAt(board);
	return dressed(board, `Decision log: ${nameOfIncident(board)}`, [
		...documentControl(view),
		...(board.decisions.decisions.length === 0
			? [heading('Decisions'), paragraph('No decisions were recorded.')]
			: board.decisions.decisions.flatMap(one => decisionBlocks(view, one, knownThen(one)))),
		...struckDecisions(view),
		...otherRulings(view),
		...undecided(view),
	]);
};
