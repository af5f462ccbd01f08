import type {DrillStanding} from '../../drills/engine.ts';
import type {DrillRun} from '../../drills/figures.ts';
import type {EarlierRuns} from '../../drills/runs.ts';
import type {Scenario} from '../../drills/scenario.ts';
import {offsetWords} from '../../drills/words.ts';
import {dayAndTime, type Instant} from '../../time.ts';
import type {DocumentView} from '../incident-log.ts';

/** What an after-action report is made from: the log of a drill that has ended, and what stood in it at the end. */
export type AfterActionView = DocumentView &
	EarlierRuns & {
		readonly run: DrillRun;
		/** As the log has it since the end. */
		readonly scenario: Scenario;
		/** Whether the scenario in the log is the file that the drill began with, by its hash. */
		readonly isScenarioWhole: boolean;
		/** What the drill itself bears, where the report was asked to bear another marking. */
		readonly ownMarking?: string | undefined;
	};

/** `+12m` on the drill's clock. */
export const offset = ({run}: Pick<AfterActionView, 'run'>, at: Instant): string => offsetWords(run.start, at);

/** A moment with its day on the clock of the drill. */
export const moment = ({board}: AfterActionView, at: Instant): string => dayAndTime(at, board.declaration.zone);

export const standingOf = ({run}: AfterActionView): DrillStanding => run.evaluation.standing;

/** `1 area`, `2 areas`. */
export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** `8, 9`; a word where there is none. */
export const entryWords = (numbers: readonly number[]): string => (numbers.length === 0 ? 'none' : numbers.join(', '));
