import type {Board} from '../board.ts';
import {isOverdue, openActions} from '../duties/actions/state.ts';
import {nextUpdate} from '../duties/communications/state.ts';
import {isOutstanding, nameOfClock, wordsOfClock} from '../duties/notifications/state.ts';
import {openFollowUps} from '../duties/review/state.ts';
import {nameOf, standingTeams} from '../duties/staffing/state.ts';
import type {Entry} from '../entry.ts';
import {type Prompt, promptSeverities} from '../rule.ts';
import {forTerminal} from '../text.ts';
import {timelineLine} from '../timeline.ts';
import {clockTimeFrom, type Instant} from '../time.ts';
import type {Listed} from './rows.ts';

/** What the console lists, and the moment at which it was looked at: overdue is a matter of time alone. */
export type Moment = Listed & {readonly now: Instant};

/**
 * A text as it is spoken: one line, safe for the terminal, a full stop at its end. Boxes, blocks and signs are read out
 * by their Unicode names, each taking longer than the word beside it, and a dot between two words is a pause.
 */
export const sentence = (text: string): string => {
	const plain = forTerminal(
		text
			.replaceAll(/\s+/gu, ' ')
			.replaceAll(/ · /gu, ', ')
			.replaceAll(/[\u2190-\u21FF\u2500-\u25FF\u2713\u2717·•›]/gu, ' '),
	)
		.replaceAll(/ {2,}/gu, ' ')
		.trim();
	return plain === '' || /[.!?…]["'”’)]*$/u.test(plain) ? plain : `${plain}.`;
};

/** What a severity is called where no sign and no colour can say it. */
const severityWords = {urgent: 'Urgent', warn: 'Warning', advise: 'Advice', info: 'Hint'} as const;

const promptSentence = ({severity, rule, text}: Prompt): string =>
	sentence(`${severityWords[severity]}, ${rule}: ${text}`);

const entrySentence = (entry: Entry, board: Board, now: Instant): string => {
	const {number, clock, who, text, isLate, imported} = timelineLine(entry, board, now);
	const mark = imported === undefined ? (isLate ? ', written late' : '') : `, imported from ${imported}`;
	return sentence(`Entry ${number}, ${clock}${mark}, ${who}: ${text}`);
};

/** A promise whose time is up. */
type Overdue = {
	/** Names the promise together with its time: one that was given more time can be overdue again. */
	readonly key: string;
	/** What a prompt about it is about. */
	readonly subject: string;
	readonly text: string;
};

const overdueIn = ({board, now}: Moment): readonly Overdue[] => {
	const {actions, communications, declaration, notifications, review, staffing} = board;
	const isUp = (due: Instant | undefined): due is Instant => due !== undefined && due <= now;
	const late = (subject: string, due: Instant, what: string): Overdue => ({
		key: `${subject} ${due}`,
		subject,
		text: sentence(`Overdue since ${clockTimeFrom(now, due, declaration.zone)}: ${what}`),
	});
	return [
		...openActions(actions).flatMap(one =>
			isOverdue(one, now) && one.due !== undefined
				? [
						late(
							one.ref,
							one.due,
							`${one.ref}, ${one.text}, ${one.owner === undefined ? 'no owner' : nameOf(staffing, one.owner)}`,
						),
					]
				: [],
		),
		...notifications.clocks.flatMap(one =>
			isOutstanding(one) && isUp(one.due) ? [late(one.ref, one.due, `${nameOfClock(one)}, ${wordsOfClock(one)}`)] : [],
		),
		...communications.audiences.flatMap(one => {
			const next = nextUpdate(one);
			return isUp(next) ? [late(one.name, next, `the update to ${one.name}`)] : [];
		}),
		...standingTeams(staffing).flatMap(one =>
			isUp(one.due) ? [late(one.name, one.due, `the report of sub-team ${one.name}`)] : [],
		),
		...openFollowUps(review).flatMap(one => (isUp(one.due) ? [late(one.ref, one.due, `${one.ref}, ${one.text}`)] : [])),
	];
};

const promptKey = ({rule, subject}: Prompt): string => `${rule} ${subject}`;

/** Prompts that were not asked before, and those that are asked more loudly. */
const raisedIn = (before: Moment, after: Moment): readonly Prompt[] => {
	const loudness = new Map(before.prompts.map(one => [promptKey(one), promptSeverities.indexOf(one.severity)]));
	return after.prompts.filter(one => promptSeverities.indexOf(one.severity) > (loudness.get(promptKey(one)) ?? -1));
};

/**
 * What a screen reader is to say between two moments, a sentence a line: the entries of others, what has become
 * overdue, and what doctrine has begun to ask. Nothing is said of what a person wrote herself, of what goes away, or of
 * the clock. An overdue thing that a new prompt speaks of is not said twice.
 */
export const spokenChanges = (before: Moment, after: Moment, isOwn: (entry: Entry) => boolean): readonly string[] => {
	// The log grows in place: how far it went before is told by the board of then.
	const heard = before.board.incident === after.board.incident ? (before.board.head?.number ?? 0) : 0;
	const first = after.entries.findLastIndex(entry => entry.number <= heard) + 1;
	const raised = raisedIn(before, after);
	const asked = new Set(raised.map(({subject}) => subject));
	const known = new Set(overdueIn(before).map(({key}) => key));
	return [
		...after.entries
			.slice(first)
			.filter(entry => !isOwn(entry))
			.map(entry => entrySentence(entry, after.board, after.now)),
		...overdueIn(after)
			.filter(({key, subject}) => !known.has(key) && !asked.has(subject))
			.map(({text}) => text),
		...raised.map(one => promptSentence(one)),
	];
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What is said when the board is opened: which incident, how it stands, what is overdue, and what doctrine asks. */
export const spokenOpening = (moment: Moment): readonly string[] => {
	const {board, entries, prompts} = moment;
	const {declaration, incident, actions} = board;
	const {declaredAt, closedAt, exercise, phase, severity, title} = declaration;
	if (declaredAt === undefined) {
		return ['Nothing has been declared in this ledger.'];
	}

	return [
		...(exercise ? ['This is an exercise.'] : []),
		sentence(`${incident}, ${title}`),
		sentence(
			[
				`Severity ${severity}`,
				closedAt === undefined ? phase : 'closed',
				counted(entries.length, 'entry', 'entries'),
				counted(openActions(actions).length, 'open action', 'open actions'),
				counted(prompts.length, 'prompt', 'prompts'),
			].join(', '),
		),
		...overdueIn(moment).map(({text}) => text),
		...prompts.filter(({severity: loud}) => loud === 'urgent').map(one => promptSentence(one)),
	];
};
