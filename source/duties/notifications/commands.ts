import {type Board, nextRef} from '../../board.ts';
import {periodEnd} from '../../business-time.ts';
import {
	clockRef,
	type Command,
	type Context,
	command,
	due,
	keyChoice,
	next,
	optional,
	person,
	reason,
	since,
	text,
	word,
} from '../../command.ts';
import {regimesOf} from '../../profiles/regimes.ts';
import {type Refusal, refuse} from '../../refusal.ts';
import type {Regime} from '../../regime.ts';
import {clockTimeFrom, type Instant} from '../../time.ts';
import {withReason} from '../../words.ts';
import {nameOf} from '../staffing/state.ts';
import type {NotificationEvent} from './events.ts';
import {type Clock, clockNamed, isInPhases, isLate, isOutstanding, nameOfClock} from './state.ts';

/** The clock of that ref; otherwise why there is none. */
const known = ({notifications}: Board, ref: string): Clock | Refusal =>
	clockNamed(notifications, ref) ??
	refuse(`There is no clock ${ref} now.`, 'The entry that started it may have been struck; the log tells.');

const isClock = (found: Clock | Refusal): found is Clock => 'ref' in found;

const withText = (given: string | undefined) => (given === undefined ? {} : {text: given});

/** The anchor, and the due time that follows from it on the incident's wall clock. */
const counted = (regime: Regime, at: Instant, zone: string): {readonly at: Instant; readonly due?: Instant} => {
	const end = periodEnd(at, regime.count, regime.unit, zone);
	return {at, ...(end === undefined ? {} : {due: end})};
};

/** A clock of the regime that is neither met nor waived, about the same thing. */
const outstanding = ({notifications}: Board, id: string, about: string | undefined): Clock | undefined =>
	notifications.clocks.find(one => one.regime.id === id && one.text === about && isOutstanding(one));

const clock = command({
	verb: 'clock',
	label: 'CLOCK',
	summary: 'Start the clock of a duty to notify, from when its time counts',
	example: 'clock gdpr since 09:50',
	afterClosing: true,
	fields: {
		regime: word('regime'),
		since: optional(since('anchor event')),
		text: optional(text('what about')),
	},
	decide(board, input, {profile}) {
		const all = regimesOf(profile);
		const regime = all.find(one => one.id === input.regime.toLowerCase());
		if (regime === undefined) {
			return refuse(
				`There is no regime ${input.regime.slice(0, 40)}.`,
				`The regimes are ${all.map(one => one.id).join(', ')}.`,
			);
		}

		const running = outstanding(board, regime.id, input.text);
		if (running !== undefined) {
			return refuse(
				`${nameOfClock(running)} is there already.`,
				running.anchorAt === undefined
					? `Say from when it counts: anchor ${running.ref} since 09:50.`
					: `For a second one say what it is about: clock ${regime.id} since 09:50 the other authority.`,
			);
		}

		return [
			{
				kind: 'clock-started',
				ref: nextRef(board, 'C'),
				regime,
				...withText(input.text),
				...(input.since === undefined ? {} : counted(regime, input.since, board.declaration.zone)),
			},
		];
	},
});

const anchor = command({
	verb: 'anchor',
	label: 'ANCHOR',
	summary: 'Say from when a clock counts; to change it needs a reason',
	example: 'anchor C1 since 09:40 because the alert was read then',
	afterClosing: true,
	fields: {ref: clockRef('clock'), since: since('anchor event'), reason: optional(reason('why it changes'))},
	decide(board, input, {now}) {
		const found = known(board, input.ref);
		if (!isClock(found)) {
			return found;
		}

		const {zone} = board.declaration;
		const was = found.anchorAt;
		const last = found.anchorings.at(-1);
		// A change that came into the log without its reason may be given one.
		const lacksReason = last?.was !== undefined && last.reason === undefined;
		if (was === input.since && !lacksReason) {
			return refuse(
				`${nameOfClock(found)} counts from ${clockTimeFrom(now, was, zone)} already.`,
				'Nothing is left to record.',
			);
		}

		if (was !== undefined && input.reason === undefined) {
			return refuse(
				`${nameOfClock(found)} counts from ${clockTimeFrom(now, was, zone)}, and an anchor is frozen.`,
				`Say why it changes: anchor ${found.ref} since 09:40 because …`,
			);
		}

		return [
			{
				kind: 'clock-anchored',
				ref: found.ref,
				...counted(found.regime, input.since, zone),
				...(was === undefined ? {} : {was}),
				...withReason(input.reason),
			},
		];
	},
});

/** The clocks that count from this notification: those that wait for it are anchored, the others started. */
const dependents = (board: Board, met: Clock, {profile, occurredAt}: Context): readonly NotificationEvent[] => {
	let number = Number(nextRef(board, 'C').slice(1));
	return regimesOf(profile)
		.filter(one => one.after === met.regime.id)
		.flatMap((regime): readonly NotificationEvent[] => {
			const there = outstanding(board, regime.id, met.text) ?? outstanding(board, regime.id, undefined);
			const moment = {...counted(regime, occurredAt, board.declaration.zone), after: met.ref};
			if (there === undefined) {
				return [{kind: 'clock-started', ref: `C${number++}`, regime, ...withText(met.text), ...moment}];
			}

			return there.anchorAt === undefined ? [{kind: 'clock-anchored', ref: there.ref, ...moment}] : [];
		});
};

const notify = command({
	verb: 'notify',
	label: 'NOTIFIED',
	summary: 'Record that a notification was sent; if it is late, why',
	example: 'notify C1 by the form of the ICO phase:initial next tomorrow 12:00 because the scope was not clear',
	afterClosing: true,
	fields: {
		ref: clockRef('clock'),
		text: optional(text('what was sent')),
		phase: optional(
			keyChoice('phase', {initial: 'initial', followup: 'followup', final: 'final'})('initial, followup or final'),
		),
		next: optional(next('when more follows')),
		reason: optional(reason('why late')),
	},
	decide(board, input, context) {
		const found = known(board, input.ref);
		if (!isClock(found)) {
			return found;
		}

		const isMore = found.metAt !== undefined;
		if (found.metAt !== undefined && (input.phase === undefined || input.phase === 'initial')) {
			return refuse(
				`${nameOfClock(found)} was notified at ${clockTimeFrom(context.now, found.metAt, board.declaration.zone)}.`,
				`If more was sent: notify ${found.ref} phase:followup, or phase:final. If that was wrong, strike its entry.`,
			);
		}

		if (input.phase === 'final' && input.next !== undefined) {
			return refuse('After the final part nothing follows.', `Say phase:followup, or leave out next.`);
		}

		return [
			{
				kind: 'clock-notified',
				ref: found.ref,
				...withText(input.text),
				// What is to be followed by more is in phases, also where that was not said.
				...(input.phase === undefined
					? input.next === undefined
						? {}
						: {phase: 'initial' as const}
					: {phase: input.phase}),
				...(input.next === undefined ? {} : {next: input.next}),
				...withReason(input.reason),
			},
			...(isMore ? [] : dependents(board, found, context)),
		];
	},
});

const late = command({
	verb: 'late',
	label: 'WHY LATE',
	summary: 'Record why a notification was late, where that was not said with it',
	example: 'late C1 because the form of the authority was down',
	afterClosing: true,
	fields: {ref: clockRef('clock'), reason: reason('why late')},
	decide(board, {ref, reason: why}) {
		const found = known(board, ref);
		if (!isClock(found)) {
			return found;
		}

		if (!isLate(found)) {
			return refuse(`${nameOfClock(found)} was not notified late.`, 'Only a late notification owes a reason.');
		}

		const given = found.notices[0]?.reason;
		return given === undefined
			? [{kind: 'clock-delay-explained', ref, reason: why}]
			: refuse(`${nameOfClock(found)} has its reason: ${given}.`, 'What is written stays; add to it with a note.');
	},
});

const further = command({
	verb: 'further',
	label: 'MORE FOLLOWS',
	summary: 'Date the next part of a notification that is made in phases',
	example: 'further C1 by tomorrow 12:00 because the forensic copy takes a day',
	afterClosing: true,
	fields: {ref: clockRef('clock'), due: due('when more follows'), reason: optional(reason('why'))},
	decide(board, input, {now}) {
		const found = known(board, input.ref);
		if (!isClock(found)) {
			return found;
		}

		if (!isInPhases(found)) {
			return refuse(
				`${nameOfClock(found)} is not notified in phases.`,
				`Say what was sent first: notify ${found.ref} phase:initial, or phase:followup.`,
			);
		}

		return found.restDue === input.due
			? refuse(
					`More follows on ${nameOfClock(found)} by ${clockTimeFrom(now, input.due, board.declaration.zone)} already.`,
					'Nothing is left to record.',
				)
			: [
					{
						kind: 'clock-rest-dated',
						ref: found.ref,
						next: input.due,
						...(found.restDue === undefined ? {} : {was: found.restDue}),
						...withReason(input.reason),
					},
				];
	},
});

const waive = command({
	verb: 'waive',
	label: 'NOT NOTIFYING',
	summary: 'Record the decision not to notify, who took it, and why',
	example: 'waive C1 @ana because a risk to people is unlikely, the data was encrypted',
	afterClosing: true,
	fields: {ref: clockRef('clock'), decidedBy: optional(person('who decided')), reason: optional(reason('why'))},
	decide(board, {ref, decidedBy, reason: why}) {
		const found = known(board, ref);
		if (!isClock(found)) {
			return found;
		}

		if (found.status === 'met') {
			return refuse(`${nameOfClock(found)} is notified.`, 'If that was wrong, strike the entry that says so.');
		}

		const {waiver} = found;
		const isSame =
			waiver !== undefined &&
			(decidedBy ?? waiver.decidedBy) === waiver.decidedBy &&
			(why ?? waiver.reason) === waiver.reason;
		return isSame
			? refuse(
					`${nameOfClock(found)} is not being notified already${waiver.decidedBy === undefined ? '' : `, as ${nameOf(board.staffing, waiver.decidedBy)} decided`}.`,
					`Add who decided or why: waive ${found.ref} @name because …`,
				)
			: [
					{
						kind: 'clock-waived',
						ref: found.ref,
						...(decidedBy === undefined ? {} : {decidedBy}),
						...withReason(why),
					},
				];
	},
});

export const notificationCommands: readonly Command[] = [clock, anchor, notify, late, further, waive];
