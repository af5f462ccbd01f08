import {spanWords} from '../../drills/offset.ts';
import type {Inject} from '../../drills/scenario.ts';
import {profileOf} from '../../duties/declaration/state.ts';
import {nameOf, titleOf} from '../../duties/staffing/state.ts';
import {type Block, heading, list, paragraph, table, tableOr} from '../../section.ts';
import {elapsed, type Instant, inZone} from '../../time.ts';
import {because} from '../../words.ts';
import {markingLine} from '../dress.ts';
import {gapWords} from '../gap.ts';
import {type AfterActionView, moment, offset, standingOf} from './view.ts';

const heldWords = (view: AfterActionView): string =>
	view.run.held === undefined
		? 'not recorded: the lines of its players were played from a script'
		: moment(view, view.run.held);

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
				['How it ended', `it ended${because(board.exercise.ended?.reason)}`],
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
	];
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
