import type {Board} from '../board.ts';
import {isOverdue} from '../duties/actions/state.ts';
import {answerTo} from '../duties/record/state.ts';
import type {Profile} from '../profile.ts';
import type {Prompt} from '../rule.ts';
import {clip, forTerminal} from '../text.ts';
import {type Instant, later, minute} from '../time.ts';

/** What is known at a moment: the board, and what doctrine asks. */
export type Known = {readonly board: Board; readonly prompts: readonly Prompt[]};

export type AttentionSetting = {
	readonly now: Instant;
	readonly profile: Profile;
	readonly isExercise: boolean;
	/** It was asked that an exercise makes no noise; a real incident is never muted by it. */
	readonly isMuted: boolean;
};

/** What the terminal is to do. The texts are safe to show. */
export type Attention = {
	/** Of the terminal's window or tab. */
	readonly title: string;
	readonly bell: boolean;
	readonly notification?: {readonly title: string; readonly body: string};
};

/** Of a window before anything is declared. */
const nothingOpen = 'Loggist';

/** More than this neither tabs nor bubbles show. */
const longestTitle = 80;
const longestBody = 200;

/** Asked now: what was put to the Incident Manager waits for an answer, and is nobody else's hurry. */
const isUrgent = ({severity, put}: Prompt): boolean => severity === 'urgent' && put === undefined;

/** Which question it is, whatever its words. */
const keyOf = ({rule, subject}: Prompt): string => `${rule} ${subject}`;

/** It was put to the Incident Manager, and the time they have for it is not over, though the situation has changed. */
const isPutLately = ({board}: Known, {rule, subject}: Prompt, {now, profile}: AttentionSetting): boolean => {
	const answer = answerTo(board.record, rule, subject);
	const minutes = profile.repeat[rule] ?? profile.minutes.askAgain;
	return answer?.answer === 'put' && now < later(answer.at, minutes * minute);
};

/**
 * Urgent prompts that were not urgent a moment ago. What stood when the console opened, or stands as the incident is
 * declared, is not news.
 */
const newlyUrgent = (before: Known | undefined, after: Known, setting: AttentionSetting): readonly Prompt[] => {
	const isFirst = before?.board.declaration.declaredAt === undefined || before.board.incident !== after.board.incident;
	if (isFirst) {
		return [];
	}

	const known = new Set(before.prompts.filter(isUrgent).map(keyOf));
	return after.prompts.filter(one => isUrgent(one) && !known.has(keyOf(one)) && !isPutLately(after, one, setting));
};

/** Whether the players of a drill were told something since. */
const isToldMore = (before: Known | undefined, {board}: Known): boolean =>
	before?.board.incident === board.incident &&
	board.exercise.drill !== undefined &&
	board.exercise.injects.length > before.board.exercise.injects.length;

const counted = (count: number, what: string): readonly string[] => (count === 0 ? [] : [`${count} ${what}`]);

const named = ({board}: Known, isExercise: boolean): string =>
	`${isExercise ? 'EXERCISE ' : ''}${board.incident} ${board.declaration.severity}`;

/** `INC-2026-0001 S2 · 1 overdue · 2 urgent`: what must be seen from another window. */
export const titleOf = (known: Known, {now, isExercise}: Pick<AttentionSetting, 'now' | 'isExercise'>): string => {
	const {board, prompts} = known;
	const parts = [
		named(known, isExercise),
		...counted(board.actions.filter(one => isOverdue(one, now)).length, 'overdue'),
		...counted(prompts.filter(isUrgent).length, 'urgent'),
	];
	return board.declaration.declaredAt === undefined ? nothingOpen : clip(forTerminal(parts.join(' · ')), longestTitle);
};

/** The loudest question in full, the others as a number. */
const bodyOf = (first: Prompt, more: number): string => {
	const rest = more === 0 ? '' : ` (and ${more} more)`;
	return clip(forTerminal(first.text), longestBody - rest.length) + rest;
};

/**
 * What the terminal does about a change: its title always; the bell and one notification, however much has changed,
 * only where something urgent is newly asked.
 */
export const attentionOf = (before: Known | undefined, after: Known, setting: AttentionSetting): Attention => {
	const {isExercise, isMuted} = setting;
	const title = titleOf(after, setting);
	const [first, ...others] = isExercise && isMuted ? [] : newlyUrgent(before, after, setting);
	const isTold = !isMuted && isToldMore(before, after);
	return first === undefined || after.board.exercise.drill !== undefined
		? // Of a drill nothing leaves the screen: nobody elsewhere must take it for real.
			{title, bell: isTold || first !== undefined}
		: {
				title,
				bell: true,
				notification: {
					title: clip(forTerminal(named(after, isExercise)), longestTitle),
					body: bodyOf(first, others.length),
				},
			};
};
