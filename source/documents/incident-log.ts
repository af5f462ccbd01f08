import type {Slices} from '../board.ts';
import type {SectionView} from '../duty.ts';
import {duties} from '../duties/index.ts';
import type {Entry} from '../entry.ts';
import type {Prompt} from '../rule.ts';
import {type Block, heading, tableOr} from '../section.ts';
import {dayAndTime} from '../time.ts';
import {documentControl} from './control.ts';
import {dressed, dressedParts, nameOfIncident} from './dress.ts';
import {integritySection} from './integrity.ts';
import {logParts, logSection} from './log.ts';
import type {DocumentOptions} from './options.ts';
import {pictures} from './pictures.ts';
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
	/** What was asked for besides the document's name. */
	readonly options?: DocumentOptions | undefined;
};

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

/** What stands before the log. */
const front = (view: DocumentView): readonly Block[] => [
	...documentControl(view),
	...(view.options?.pictures === true ? pictures(view) : []),
	...dutySections(view),
	...openPrompts(view),
];

/** The whole record of an incident: what stands, how it came about, and what the log is worth. */
export const incidentLog = (view: DocumentView): readonly Block[] =>
	dressed(view.board, nameOfIncident(view.board), [
		...front(view),
		...raisedSection(view),
		...logSection(view),
		...integritySection(view),
	]);

/**
 * The same in parts, each made when it is asked for, so that a long log is never held as rows. A part begins with a
 * heading, or goes on with the table of the part before. Without title and marking.
 */
export const incidentLogBody = function* (view: WatchedView): Generator<readonly Block[]> {
	const {entries, progress} = view;
	// The log is gone through twice: for what was asked, and for its rows.
	const whole = entries.length * 2;
	yield front(view);
	yield raisedSection({...view, progress: done => progress?.(done, whole)});
	let done = entries.length;
	for (const part of logParts(view)) {
		yield part;
		done += part.reduce((sum, block) => sum + (block.type === 'table' ? block.rows.length : 0), 0);
		progress?.(done, whole);
	}

	yield integritySection(view);
};

export type WatchedView = DocumentView & {readonly progress?: ((done: number, of: number) => void) | undefined};

/** The whole record in parts, marked as every document is. */
export const incidentLogParts = (view: WatchedView): Generator<readonly Block[]> =>
	dressedParts(view.board, nameOfIncident(view.board), incidentLogBody(view));
