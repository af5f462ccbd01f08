import {glyphs} from '../../looks/glyphs.ts';
import {refCell, stateCell} from '../../looks/cell.ts';
import type {ListPane, PaneRow} from '../../looks/list-pane.tsx';
import type {Tone} from '../../looks/theme.ts';
import type {Profile} from '../../profile.ts';
import type {Offer} from '../../rule.ts';
import {elapsed, type Instant, minute, timeLeftInStages} from '../../time.ts';
import {profileOf} from '../declaration/state.ts';
import {
	byDue,
	type Clock,
	countdownOf,
	isInPhases,
	isOutstanding,
	nameOfClock,
	shareUsed,
	wordsOfClock,
} from './state.ts';

const cells = 10;

/** The share that is used, as ten cells; empty where nothing is counted. */
const bar = (clock: Clock, now: Instant): string => {
	const share = clock.status === 'running' ? shareUsed(clock, now) : undefined;
	const full = share === undefined ? 0 : Math.floor(share * cells);
	return share === undefined ? '' : glyphs.used.repeat(full) + glyphs.left.repeat(cells - full);
};

/** What is left; a clock that has been up for longer than the doctrine bears says so in its words too. */
const countdownIn = (clock: Clock, now: Instant, {minutes}: Profile): string =>
	clock.status === 'running' && clock.due !== undefined
		? timeLeftInStages(clock.due, now, elapsed(clock.due, now) > minutes.stuck * minute)
		: countdownOf(clock, now);

/** How urgent a clock is by the share of its time that has gone, in the stages of the doctrine. */
export const toneOfClock = (clock: Clock, now: Instant, {clockStages}: Profile): Tone => {
	if (!isOutstanding(clock)) {
		return isInPhases(clock) ? (clock.restDue !== undefined && clock.restDue > now ? 'advise' : 'warn') : 'quiet';
	}

	// Without a due time it is urgent all along: nobody knows the anchor, or the law allows no delay.
	const percent = (shareUsed(clock, now) ?? 1) * 100;
	return percent >= clockStages.urgent
		? 'urgent'
		: percent >= clockStages.warn
			? 'warn'
			: percent >= clockStages.advise
				? 'advise'
				: 'plain';
};

const offersOf = (clock: Clock): readonly Offer[] => {
	const {ref} = clock;
	const anchor = {
		label: clock.anchorAt === undefined ? 'say from when' : 'change the anchor',
		line: `anchor ${ref} since `,
	};
	const notify = {label: 'notified', line: `notify ${ref} `};
	const waive = {label: 'not notifying', line: `waive ${ref} @`};
	switch (clock.status) {
		case 'waiting': {
			return [anchor, notify, waive];
		}

		case 'running': {
			return [notify, waive, anchor];
		}

		case 'met': {
			return isInPhases(clock)
				? [
						{label: 'more was sent', line: `notify ${ref} phase:followup `},
						{label: 'the rest was sent', line: `notify ${ref} phase:final `},
						{label: 'date the next part', line: `further ${ref} by `},
						anchor,
					]
				: [{label: 'more was sent', line: `notify ${ref} phase:followup `}, anchor];
		}

		case 'not-notifying': {
			return [notify, waive, anchor];
		}
	}
};

/** Statutory and scheme clocks, and what met them: soonest due first. */
export const notificationsPane: ListPane = {
	title({notifications: {clocks}}, now) {
		const outstanding = clocks.filter(isOutstanding);
		const late = outstanding.filter(one => one.due !== undefined && one.due <= now).length;
		return `Notifications${outstanding.length === 0 ? '' : ` · ${outstanding.length} to make`}${late === 0 ? '' : `, ${late} overdue`}`;
	},
	empty: 'No clocks. To start one: clock gdpr since 09:50',
	rows(board, now) {
		const profile = profileOf(board.declaration);
		return byDue(board.notifications).map((clock): PaneRow => {
			const tone = toneOfClock(clock, now, profile);
			return {
				key: clock.ref,
				lead: [
					refCell(clock.ref, isOutstanding(clock) ? 'strong' : 'quiet'),
					stateCell(countdownIn(clock, now, profile), tone, 12),
					{text: bar(clock, now), width: cells + 1, tone},
				],
				text: `${wordsOfClock(clock)}${clock.status === 'running' && clock.due === undefined ? ', without undue delay' : ''}`,
				tone: isOutstanding(clock) ? 'plain' : 'quiet',
				title: nameOfClock(clock),
				offers: offersOf(clock),
			};
		});
	},
};
