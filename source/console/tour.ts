import type {Entry} from '../entry.ts';
import type {Deed} from './keymap.ts';

/** How far the log and this console had come. */
export type Mark = {
	/** The last entry's number, as the length of the log. */
	readonly entries: number;
	/** Documents written from this console. */
	readonly exports: number;
};

/** Somebody who is being shown round. What they have done is read from the log, not remembered. */
export type Tour = {
	readonly begun: Mark;
	/** Documents written since the console was opened. */
	readonly exports: number;
	/** Names of the steps that were passed over. */
	readonly skipped: readonly string[];
};

/** What a step looks at. */
export type Moment = {readonly entries: readonly Entry[]; readonly exports: number};

/** The key of a deed, as it is called now. */
export type KeyOf = (deed: Deed) => string;

/** One thing learnt by doing it. */
export type Step = {
	readonly name: string;
	/** What to do, in a line. */
	readonly todo: (keyOf: KeyOf) => string;
	/** Why it is done at all, in a line. */
	readonly why: string;
	readonly isDone: (moment: Moment, before: Mark) => boolean;
};

const hasSince =
	(...kinds: readonly Entry['event']['kind'][]) =>
	({entries}: Moment, before: Mark): boolean =>
		entries.slice(before.entries).some(({event}) => kinds.includes(event.kind));

export const steps: readonly Step[] = [
	{
		name: 'a note',
		todo: keyOf => `Type what you hear, say: insurer rings back at noon. Then ${keyOf('record')}.`,
		why: 'Everything said goes into the log, with its time; nothing is ever edited.',
		isDone: hasSince('note-made'),
	},
	{
		name: 'an action',
		todo: () => 'Give one out: /action freeze the new account @bill by 15m',
		why: 'One owner, one time to report: below the line you see how it is read.',
		isDone: hasSince('action-opened'),
	},
	{
		name: 'a prompt',
		todo: keyOf =>
			`${keyOf('prompts')}, then ${keyOf('open-row')} on a prompt, then a digit; complete the line, ${keyOf('record')}.`,
		why: 'Doctrine asks and never blocks; each answer, also a no, is an entry.',
		isDone: hasSince('prompt-answered'),
	},
	{
		name: 'a decision',
		todo: () => 'Record one: /decide stop all payments because the account is not ours',
		why: 'A decision without its reason cannot be defended a year later.',
		isDone: hasSince('decision-made'),
	},
	{
		name: 'the document',
		todo: () => 'Write it where you are now: /export markdown tour.md',
		why: 'The whole record leaves as one file, with the hash that proves it.',
		isDone: ({exports}, before) => exports > before.exports,
	},
];

export const beginTour = (entries: number): Tour => ({begun: {entries, exports: 0}, exports: 0, skipped: []});

/** After a document was written. */
export const exported = (tour: Tour): Tour => ({...tour, exports: tour.exports + 1});

/**
 * The step that comes next; undefined when all are behind. Whoever does a later thing first is not asked for it again:
 * each step looks at everything since the tour began.
 */
export const stepNow = (tour: Tour, entries: readonly Entry[]): Step | undefined =>
	steps.find(({name, isDone}) => !tour.skipped.includes(name) && !isDone({entries, exports: tour.exports}, tour.begun));

/** Passes over the step that comes next. */
export const skipStep = (tour: Tour, entries: readonly Entry[]): Tour => {
	const step = stepNow(tour, entries);
	return step === undefined ? tour : {...tour, skipped: [...tour.skipped, step.name]};
};

/** What stands on the screen about the tour: a head and two lines. */
export type Guidance = {readonly head: string; readonly todo: string; readonly why: string};

export const guidanceOf = (tour: Tour, entries: readonly Entry[], keyOf: KeyOf): Guidance => {
	const step = stepNow(tour, entries);
	if (step === undefined) {
		return {
			head: `Tour: that was all${tour.skipped.length === 0 ? '' : `, ${tour.skipped.length} passed over`}`,
			todo: 'Stay and try what you like; this ledger is thrown away.',
			why: `/open goes to your own incidents, ${keyOf('leave')} leaves, ${keyOf('step-back')} closes this.`,
		};
	}

	return {
		head: `Tour ${steps.indexOf(step) + 1}/${steps.length} · ${keyOf('skip-step')} next, ${keyOf('step-back')} ends · ${step.name}`,
		todo: step.todo(keyOf),
		why: step.why,
	};
};
