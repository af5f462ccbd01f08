import type {Board} from '../board.ts';
import {nextUpdate} from '../duties/communications/state.ts';
import type {Ahead} from '../duties/declaration/pane.tsx';
import {lastHeartbeat} from '../duties/rhythm/state.ts';

/** What the team has promised for a time: its next update to anybody, its next heartbeat. Soonest first. */
export const aheadOf = ({communications, declaration, rhythm}: Board): readonly Ahead[] => {
	if (declaration.closedAt !== undefined) {
		return [];
	}

	const updates = communications.audiences.flatMap(one => nextUpdate(one) ?? []);
	const update = updates.toSorted()[0];
	const heartbeat = lastHeartbeat(rhythm)?.nextAt;
	return [
		...(update === undefined ? [] : [{name: 'update', at: update}]),
		...(heartbeat === undefined ? [] : [{name: 'heartbeat', at: heartbeat}]),
	].toSorted((a, b) => (a.at < b.at ? -1 : 1));
};
