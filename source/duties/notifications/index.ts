import type {Board} from '../../board.ts';
import {duty, type Telling} from '../../duty.ts';
import {clockTimeFrom, type Instant} from '../../time.ts';
import {because} from '../../words.ts';
import {nameOf} from '../staffing/state.ts';
import {notificationCommands} from './commands.ts';
import {notificationRules} from './doctrine.ts';
import {type NotificationEvent, notificationSchemas} from './events.ts';
import {notificationsSection} from './section.ts';
import {clockNamed, noNotifications, notificationsEvolution, wordsOfClock} from './state.ts';

/** `C1 gdpr`; the ref alone where its start was struck. */
const named = ({notifications}: Board, ref: string): string => {
	const found = clockNamed(notifications, ref);
	return found === undefined ? ref : `${ref} ${found.regime.id}`;
};

const when = ({declaration}: Board, from: Instant, at: Instant): string => clockTimeFrom(from, at, declaration.zone);

const dueWords = (board: Board, from: Instant, due: Instant | undefined): string =>
	due === undefined ? ', without undue delay' : `, due ${when(board, from, due)}`;

const afterWords = (after: string | undefined): string => (after === undefined ? '' : `, as ${after} was notified`);

const phaseWords = {initial: 'in part', followup: 'further', final: 'in full'} as const;

const telling: Telling<NotificationEvent> = {
	'clock-started': ({ref, regime, text, at: anchor, due, after}, board, at) =>
		`${ref} ${regime.id} clock started, ${regime.title}${text === undefined ? '' : ` (${text})`}: ${
			anchor === undefined
				? `no anchor yet (${regime.anchor})`
				: `counts from ${when(board, at, anchor)}${dueWords(board, at, due)}`
		}${afterWords(after)}`,
	'clock-anchored': ({ref, at: anchor, due, was, reason, after}, board, at) =>
		`${named(board, ref)} counts from ${when(board, at, anchor)}${was === undefined ? '' : `, was ${when(board, at, was)}`}${dueWords(board, at, due)}${afterWords(after)}${because(reason)}`,
	'clock-notified': ({ref, text, phase, next, reason}, board, at) =>
		`${named(board, ref)} notified${phase === undefined ? '' : ` ${phaseWords[phase]}`}${text === undefined ? '' : `: ${text}`}${next === undefined ? '' : `, more by ${when(board, at, next)}`}${because(reason)}`,
	'clock-rest-dated': ({ref, next, was, reason}, board, at) =>
		`${named(board, ref)}: more follows by ${when(board, at, next)}${was === undefined ? '' : `, was ${when(board, at, was)}`}${because(reason)}`,
	'clock-delay-explained': ({ref, reason}) => `${ref} was notified late, because ${reason}`,
	'clock-waived': ({ref, decidedBy, reason}, board) =>
		`${named(board, ref)} is not being notified${decidedBy === undefined ? '' : `, ${nameOf(board.staffing, decidedBy)} decided`}${because(reason)}`,
};

export const notifications = duty<'notifications', NotificationEvent>({
	name: 'notifications',
	title: 'Notifications',
	schemas: notificationSchemas,
	initial: noNotifications,
	evolution: notificationsEvolution,
	telling,
	refs: [
		{
			letter: 'C',
			noun: 'clock',
			standing: ({notifications: {clocks}}) => clocks.map(one => ({ref: one.ref, text: wordsOfClock(one)})),
		},
	],
	commands: notificationCommands,
	rules: notificationRules,
	section: notificationsSection,
});
