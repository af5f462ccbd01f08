import type {Board} from '../board.ts';
import {isOverdue, openActions} from '../duties/actions/state.ts';
import type {Pressing} from '../duties/declaration/pane.tsx';
import {profileOf} from '../duties/declaration/state.ts';
import {toneOfClock} from '../duties/notifications/pane.tsx';
import {byDue, countdownOf, isInPhases, nameOfClock} from '../duties/notifications/state.ts';
import type {Instant} from '../time.ts';

/**
 * What must be in sight whatever else there is room for: the statutory clock that runs out first, and how many actions
 * are overdue. Each in as few words as tell it, and in more for where there is room.
 */
export const pressingOf = (board: Board, now: Instant): readonly Pressing[] => {
	const {notifications, actions, declaration} = board;
	// Soonest due first: what runs without an end by law stands where it began.
	const clock = byDue(notifications).find(
		one => one.status === 'running' || (isInPhases(one) && one.restDue !== undefined),
	);
	const overdue = openActions(actions).filter(one => isOverdue(one, now)).length;
	const left = clock === undefined ? '' : countdownOf(clock, now);
	return [
		...(clock === undefined
			? []
			: [
					{
						brief: `${clock.ref} ${left.replace(/^in /u, '')}`,
						text: `${nameOfClock(clock)} ${left}`,
						tone: toneOfClock(clock, now, profileOf(declaration)),
					},
				]),
		...(overdue === 0 ? [] : [{brief: `${overdue} late`, text: `${overdue} overdue`, tone: 'urgent' as const}]),
	];
};
