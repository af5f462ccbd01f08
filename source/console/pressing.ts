import type {Board} from '../board.ts';
import {isOverdue, openActions} from '../duties/actions/state.ts';
import type {Pressing} from '../duties/declaration/pane.tsx';
import {profileOf} from '../duties/declaration/state.ts';
import {toneOfClock} from '../duties/notifications/pane.tsx';
import {byDue, countdownOf, isInPhases, nameOfClock} from '../duties/notifications/state.ts';
import type {Instant} from '../time.ts';

/** How fast a drill's clock runs, where that is not as fast as the wall's. */
export const paceOf = ({exercise: {pace, ended}}: Board): readonly string[] =>
	pace === undefined || ended !== undefined || pace.speed === 0 || pace.speed === 1 ? [] : [`×${pace.speed}`];

/** That a drill's clock stands, and why. */
const courseOf = ({exercise: {pace, ended, drill}}: Board): readonly Pressing[] =>
	drill === undefined
		? []
		: ended !== undefined
			? [{brief: 'OVER', text: 'DRILL OVER', tone: 'exercise'}]
			: pace?.speed === 0
				? [{brief: 'PAUSED', text: 'PAUSED', tone: 'warn'}]
				: [];

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
		...courseOf(board),
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
