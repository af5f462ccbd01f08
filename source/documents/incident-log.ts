import type {Board, Slices} from '../board.ts';
import type {SectionView} from '../duty.ts';
import {duties} from '../duties/index.ts';
import type {Entry} from '../entry.ts';
import {type Declaration, profileOf} from '../duties/declaration/state.ts';
import type {Prompt} from '../rule.ts';
import {type Block, heading, paragraph, table, tableOr} from '../section.ts';
import {dayAndTime} from '../time.ts';
import {isLate} from '../timeline.ts';
import {integritySection} from './integrity.ts';
import {logParts, logSection} from './log.ts';
import {raisedSection} from './raised.ts';

/** What a whole document is made from. */
export type DocumentView = SectionView & {
	/** Every entry, oldest first. */
	readonly entries: readonly Entry[];
	/** What doctrine asks at this moment. */
	readonly prompts: readonly Prompt[];
	/** Of the program. */
	readonly version: string;
	/** Who has it made: a login. */
	readonly madeBy?: string | undefined;
};

/** What every page of an exercise says. */
export const exerciseBanner = 'EXERCISE EXERCISE EXERCISE';

/** Duties whose sections come first, in this order. */
const leading: readonly (keyof Slices)[] = ['declaration', 'staffing', 'findings', 'decisions', 'actions'];

/** Every duty's section: the leading ones, those this document does not name, and last how prompts were answered. */
const dutySections = (view: SectionView): readonly Block[] => {
	const sectionOf = (name: keyof Slices) => duties.find(one => one.name === name)?.section(view) ?? [];
	const others = duties.filter(one => one.name !== 'record' && !leading.includes(one.name));
	return [
		...leading.flatMap(name => sectionOf(name)),
		...others.flatMap(one => one.section(view)),
		...sectionOf('record'),
	];
};

const profileWords = (declaration: Declaration): string => {
	const {name, title} = profileOf(declaration);
	return name === declaration.profile
		? `${name}, ${title}`
		: `${declaration.profile}, which this version does not know`;
};

/** From the earliest event to the last entry. */
const period = (entries: readonly Entry[], zone: string): string => {
	const times = entries.flatMap(({occurredAt, recordedAt}) => [occurredAt, recordedAt]).sort();
	const [first = ''] = times;
	const last = times.at(-1) ?? '';
	return first === '' ? 'nothing' : `${dayAndTime(first, zone)} to ${dayAndTime(last, zone)}`;
};

const documentControl = ({board, entries, now, version, madeBy}: DocumentView): readonly Block[] => {
	const {zone, marking} = board.declaration;
	return [
		heading('Document control'),
		table(
			['Field', 'Value'],
			[
				['Reference', board.incident],
				['Marking', marking ?? 'not marked'],
				['Made at', dayAndTime(now, zone)],
				['Made by', `Loggist ${version}${madeBy === undefined ? '' : `, run by ${madeBy}`}`],
				['Time zone', zone],
				['Profile', profileWords(board.declaration)],
				[
					'Period covered',
					period(
						entries.filter(({number}) => !board.struck.has(number)),
						zone,
					),
				],
				['Entries', String(entries.length)],
				['Struck', String(board.struck.size)],
				['Late', String(entries.filter(entry => isLate(entry, board)).length)],
			],
		),
	];
};

/** What doctrine asks and nobody has answered. */
const openPrompts = ({board, prompts}: DocumentView): readonly Block[] => [
	heading('Prompts open'),
	tableOr(
		'Doctrine asked nothing when this document was made.',
		['Rule', 'Urgency', 'About', 'Asks', 'Source', 'Put to the Incident Manager'],
		prompts.map(one => [
			one.rule,
			one.severity,
			one.subject,
			one.text,
			one.source,
			one.put === undefined ? '' : dayAndTime(one.put, board.declaration.zone),
		]),
	),
];

/** The blocks with EXERCISE before every heading of a page or a part. */
export const asExercise = (blocks: readonly Block[]): readonly Block[] =>
	blocks.map(block =>
		block.type === 'heading' && block.level < 3 ? {...block, text: `EXERCISE: ${block.text}`} : block,
	);

const titleOf = ({incident, declaration}: Board): string =>
	declaration.title === '' ? incident : `${incident} ${declaration.title}`;

/** What stands before the log, and what after it. */
const front = (view: DocumentView): readonly Block[] => {
	const {board} = view;
	const {exercise, marking} = board.declaration;
	return [
		heading(titleOf(board), 1),
		...(exercise ? [paragraph(exerciseBanner)] : []),
		...(marking === undefined ? [] : [paragraph(marking)]),
		...documentControl(view),
		...dutySections(view),
		...openPrompts(view),
	];
};

/** The whole record of an incident: what stands, how it came about, and what the log is worth. */
export const incidentLog = (view: DocumentView): readonly Block[] => {
	const blocks = [...front(view), ...raisedSection(view), ...logSection(view), ...integritySection(view)];
	return view.board.declaration.exercise ? asExercise(blocks) : blocks;
};

/**
 * The same in parts, each made when it is asked for, so that a long log is never held as rows. A part begins with a
 * heading, or goes on with the table of the part before.
 */
export const incidentLogParts = function* (
	view: DocumentView & {readonly progress?: ((done: number, of: number) => void) | undefined},
): Generator<readonly Block[]> {
	const {board, entries, progress} = view;
	const dressed = (blocks: readonly Block[]) => (board.declaration.exercise ? asExercise(blocks) : blocks);
	// The log is gone through twice: for what was asked, and for its rows.
	const whole = entries.length * 2;
	yield dressed(front(view));
	yield dressed(raisedSection({...view, progress: done => progress?.(done, whole)}));
	let done = entries.length;
	for (const part of logParts(view)) {
		yield dressed(part);
		done += part.reduce((sum, block) => sum + (block.type === 'table' ? block.rows.length : 0), 0);
		progress?.(done, whole);
	}

	yield dressed(integritySection(view));
};
