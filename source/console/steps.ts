import type {Line} from './line.ts';
import type {Pasted} from './paste.ts';

/** What undo brings back: the line as it was, what made way for it, and a paste that was let go. */
export type Step = {
	readonly line: Line;
	readonly shelved: string;
	/** A paste that was let go then: undone, it is asked about again. */
	readonly pasted?: Pasted;
};

/** Changes of one kind that follow each other are one step. */
export type Run = 'typing' | 'deleting' | 'completing' | 'browsing';

/** The steps that led to a line, and those that were taken back. */
export type Steps = {
	/** The oldest first. */
	readonly past: readonly Step[];
	/** What was undone, the newest last. */
	readonly future: readonly Step[];
	/** The run that the next change may belong to. */
	readonly run: Run | undefined;
};

/** A line that has not been changed yet. */
export const noSteps: Steps = {past: [], future: [], run: undefined};

const mostSteps = 100;

/** In UTF-16 units over all steps: a pasted book must not be kept a hundred times. */
const mostText = 4_000_000;

const few = (steps: readonly Step[]): readonly Step[] => {
	let text = 0;
	const first = steps.findLastIndex(({line, shelved, pasted}, index) => {
		text += line.text.length + shelved.length + (pasted?.text.length ?? 0);
		return index < steps.length - 1 && text > mostText;
	});
	return steps.slice(Math.max(first + 1, steps.length - mostSteps));
};

/** One change more: a step of its own, or a part of the run that is going on. What was undone is no longer ahead. */
export const stepped = (steps: Steps, before: Step, run?: Run): Steps =>
	run !== undefined && run === steps.run && steps.past.length > 0
		? {...steps, future: []}
		: {past: few([...steps.past, before]), future: [], run};

/** The run has ended: the next change is a step of its own. */
export const rested = (steps: Steps): Steps => (steps.run === undefined ? steps : {...steps, run: undefined});

/** One step back; undefined when there is none. `now` is what redo brings back. */
export const undone = ({past, future}: Steps, now: Step): {readonly to: Step; readonly steps: Steps} | undefined => {
	const to = past.at(-1);
	return to && {to, steps: {past: past.slice(0, -1), future: [...future, now], run: undefined}};
};

/** One step forth again; undefined when nothing was undone. */
export const redone = ({past, future}: Steps, now: Step): {readonly to: Step; readonly steps: Steps} | undefined => {
	const to = future.at(-1);
	return to && {to, steps: {past: [...past, now], future: future.slice(0, -1), run: undefined}};
};
