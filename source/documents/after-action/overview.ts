import {courseOf} from '../../drills/course.ts';
import {spanWords} from '../../drills/offset.ts';
import type {Inject} from '../../drills/scenario.ts';
import {profileOf} from '../../duties/declaration/state.ts';
import {nameOf, titleOf} from '../../duties/staffing/state.ts';
import {type Block, heading, list, paragraph, table, tableOr} from '../../section.ts';
import {elapsed, inBrief, type Instant, inZone, second} from '../../time.ts';
import {markingLine} from '../dress.ts';
import {gapWords} from '../gap.ts';
import {type AfterActionView, moment, offset, standingOf} from './view.ts';

/** An inject may come so much before its time without anybody having done so. */
const slackOfInject = second;

const heldWords = (view: AfterActionView): string =>
	view.run.held === undefined
		? 'not recorded: the lines of its players were played from a script'
		: moment(view, view.run.held);

const times = (count: number, once: string, often: string): string => (count === 1 ? once : `${count} ${often}`);

/** How fast it was played, and what was skipped: the times of the drill are not those of the people. */
const courseWords = (view: AfterActionView): string => {
	const {speeds, pauses, skips, took} = courseOf(view.entries, view.board.struck);
	const byHand = view.scenario.injects.filter(one => one.when.type !== 'hand' && isReleasedEarly(one, view)).length;
	return took === undefined
		? 'by a script, at once'
		: [
				`in ${inBrief(took)} by the clock on the wall, at ${speeds.map(one => `×${one}`).join(', then ')}`,
				...(pauses === 0 ? [] : [times(pauses, 'paused once', 'pauses')]),
				...(skips === 0 ? [] : [times(skips, 'moved on once', 'times moved on')]),
				...(byHand === 0 ? [] : [times(byHand, '1 inject brought forward', 'injects brought forward')]),
			].join('; ');
};

/** The same day a year later: auditors ask for a test within 12 months. */
const yearAfter = (held: Instant, zone: string): string =>
	`${Number(inZone(held, zone, 'yyyy')) + 1}${inZone(held, zone, '-MM-dd')}, 12 months after`;

/** What was exercised, when, why, for whom, and by which rules of play. */
export const overview = (view: AfterActionView): readonly Block[] => {
	const {scenario, board, run, ownMarking} = view;
	const {start, ended} = standingOf(view);
	const {name, title} = profileOf(board.declaration);
	const end = ended ?? start;
	return [
		heading('Exercise overview'),
		table(
			['Field', 'Value'],
			[
				['Exercise', scenario.title],
				['Reference', board.incident],
				['Held on', heldWords(view)],
				...(run.held === undefined ? [] : [['To be held again by', yearAfter(run.held, board.declaration.zone)]]),
				['Time in the scenario', `${moment(view, start)} to ${moment(view, end)}`],
				['Duration', `${spanWords(elapsed(start, end))} of ${spanWords(scenario.duration)} planned`],
				['Played', courseWords(view)],
				['How it ended', board.exercise.ended?.reason ?? 'no reason is on record'],
				['Purpose', scenario.purpose ?? gapWords('purpose')],
				['For', scenario.audience ?? 'not recorded'],
				['Scope', `${scenario.kind} incident, ${scenario.severity} at the start; doctrine ${name}, ${title}`],
				['Objectives', scenario.objectives.map(({id, text}) => `${id}: ${text}`).join('; ') || 'none'],
				['Rules taught', [...new Set(scenario.objectives.flatMap(one => one.rules))].join(', ') || 'none named'],
				['Sponsor', gapWords('sponsor and point of contact')],
				[
					'Marking',
					`${markingLine(board)}${ownMarking === undefined ? '' : ` (set for this report; the drill itself bears ${ownMarking})`}`,
				],
				['Scenario file (SHA-256)', run.sha256],
			],
		),
		...(scenario.rules.length === 0 ? [] : [heading('Rules of play', 3), list(scenario.rules)]),
	];
};

/** Who ran the drill and judged it: by what the log holds, and else nobody's name. */
const staff = ({board: {exercise, staffing}, run}: AfterActionView): readonly Block[] => {
	const judges = [...new Set([...exercise.observed, ...exercise.ratings].map(one => one.by))];
	return [
		paragraph(
			run.held === undefined
				? 'Run by: nobody; a script played it.'
				: `Run by: ${gapWords('who facilitated; the log says Facilitator')}.`,
		),
		paragraph(
			judges.length === 0
				? 'Judged by: nobody observed or rated anything.'
				: `Judged by: ${judges.map(one => nameOf(staffing, one)).join(', ')}.`,
		),
	];
};

/** Everybody who held a role, from when to when, and everybody else who was there. */
export const participants = (view: AfterActionView): readonly Block[] => {
	const {staffing, declaration} = view.board;
	const holding = new Set(staffing.assignments.map(one => one.person));
	return [
		heading('Participants'),
		tableOr(
			'Nobody held a role, or was checked in.',
			['Name', 'Role', 'From', 'To'],
			[
				...staffing.assignments.map(({person, role, since, until}) => [
					nameOf(staffing, person),
					titleOf(declaration, role),
					offset(view, since),
					until === undefined ? 'the end' : offset(view, until),
				]),
				...staffing.people
					.filter(({handle}) => !holding.has(handle))
					.map(({handle}) => [nameOf(staffing, handle), 'no role', '', '']),
			],
		),
		...staff(view),
	];
};

/** Whether it came before its time, by hand. */
const isReleasedEarly = ({number, when}: Inject, view: AfterActionView): boolean => {
	const hit = standingOf(view).delivered.get(number);
	return (
		hit !== undefined && when.type === 'offset' && elapsed(standingOf(view).start, hit.at) < when.after - slackOfInject
	);
};

const planned = ({when}: Inject): string =>
	when.type === 'offset' ? `+${spanWords(when.after)}` : when.type === 'hand' ? 'by hand' : 'if missed';

/** What the players were told, what was kept back, and what the facilitator thought of. */
export const injects = (view: AfterActionView): readonly Block[] => {
	const {scenario, board} = view;
	const {delivered} = standingOf(view);
	const free = board.exercise.injects.filter(one => one.number === undefined);
	return [
		heading('Injects'),
		tableOr(
			'The scenario has none, and none was thought of.',
			[
				'Inject',
				'Planned',
				'Delivered',
				'From',
				'To',
				'Means',
				'What',
				'Weight',
				'If missed',
				'For the evaluator',
				'Entry',
			],
			[
				...scenario.injects.map(one => {
					const hit = delivered.get(one.number);
					return [
						String(one.number),
						planned(one),
						hit === undefined ? 'never' : offset(view, hit.at),
						one.from ?? '',
						one.to ?? '',
						one.means ?? '',
						one.text,
						one.weight,
						one.contingency === undefined ? '' : `inject ${one.contingency}`,
						one.note ?? '',
						hit === undefined ? '' : String(hit.entry),
					];
				}),
				...free.map(one => [
					'free',
					'',
					offset(view, one.at),
					one.from ?? '',
					one.to ?? '',
					one.means ?? '',
					one.text,
					'',
					'',
					'',
					String(one.entry),
				]),
			],
		),
	];
};

/** What was hidden until the end. */
export const truth = ({scenario}: AfterActionView): readonly Block[] => [
	heading('What really happened'),
	paragraph(scenario.truth ?? 'The scenario does not say.'),
];

/** What the debrief said, during the drill and after. */
export const hotWash = (view: AfterActionView): readonly Block[] => {
	const {exercise, staffing} = view.board;
	const end = standingOf(view).ended;
	return [
		heading('Hot wash'),
		tableOr(
			gapWords('what the players said at once (hotwash …)'),
			['Entry', 'By', 'When', 'What was said'],
			exercise.hotWash.map(({text, by, at, entry}) => [
				String(entry),
				nameOf(staffing, by),
				end !== undefined && at >= end ? 'after the end' : offset(view, at),
				text,
			]),
		),
	];
};
