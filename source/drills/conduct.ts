import {isRefusal} from '../refusal.ts';
import {LedgerTrouble} from '../ledger/ledger.ts';
import {elapsed, minute, second} from '../time.ts';
import type {DrillDesk} from './desk.ts';
import {createFollower, type DrillStanding} from './engine.ts';
import type {Staged} from './set-up.ts';

/** Calls back after so many milliseconds of the wall's clock; gives the way to call it off. */
export type Timer = (callback: () => void, milliseconds: number) => () => void;

/** Delivers what a scenario holds at its times, while the process lasts. */
export type Conductor = {
	/** The drill as it stands now. */
	readonly standing: () => DrillStanding;
	/** Resolves when everything that is due now has been delivered. */
	readonly settled: () => Promise<void>;
	readonly stop: () => Promise<void>;
};

/** A clock may be set while one sleeps: it is looked at again after so long at the latest. */
const longestSleep = minute;

export const realTimer: Timer = (callback, milliseconds) => {
	const timer = setTimeout(callback, milliseconds);
	return () => {
		clearTimeout(timer);
	};
};

/**
 * Delivers each inject when it is due and ends the drill when it is over. It sleeps until the next moment that matters,
 * and looks again when anybody has written. Several may conduct one drill: what one has delivered no other does.
 */
export const conduct = (
	drillDesk: DrillDesk,
	{scenario, source}: Staged,
	{timer = realTimer, trouble}: {readonly timer?: Timer; readonly trouble: (text: string) => void},
): Conductor => {
	const {desk} = drillDesk;
	const follower = createFollower(scenario);
	let asleep: (() => void) | undefined;
	let work: Promise<void> | undefined;
	const state = {isAskedAgain: false, isStopped: false};

	const standing = (): DrillStanding => {
		follower.follow(desk.entries());
		return follower.at(desk.situation().now);
	};

	/** Everything that is due; a contingency may follow at once from what the look at the clock shows. */
	const deliverDue = async (): Promise<void> => {
		for (let {due} = standing(); due.length > 0; {due} = standing()) {
			for (const inject of due) {
				const isDue = () => standing().due.some(one => one.number === inject.number);
				const answer = state.isStopped || !isDue() ? [] : await drillDesk.deliver(inject, isDue);
				if (isRefusal(answer)) {
					trouble(`Inject ${inject.number} was not delivered. ${answer.refused} ${answer.mend}`);
					return;
				}
			}

			if (state.isStopped) {
				return;
			}
		}

		const {over, ended} = standing();
		if (over !== undefined && ended === undefined) {
			const answer = await drillDesk.end(over, source, () => standing().over !== undefined);
			if (isRefusal(answer)) {
				trouble(`The drill was not ended. ${answer.refused} ${answer.mend}`);
			}
		}
	};

	const sleep = (milliseconds: number) => {
		asleep = timer(look, Math.max(1, Math.min(longestSleep, Math.ceil(milliseconds))));
	};

	const sleepOn = () => {
		const {wake, ended} = standing();
		const {now, board} = desk.situation();
		const speed = board.exercise.pace?.speed ?? 0;
		if (ended === undefined && wake !== undefined && speed > 0) {
			sleep(elapsed(now, wake) / speed);
		}
	};

	const round = async (): Promise<void> => {
		try {
			do {
				state.isAskedAgain = false;
				await deliverDue();
			} while (state.isAskedAgain && !state.isStopped);
			if (!state.isStopped) {
				sleepOn();
			}
		} catch (error) {
			if (!(error instanceof LedgerTrouble)) {
				throw error;
			}

			trouble(`${error.message} ${error.mend}`);
			sleep(second);
		} finally {
			work = undefined;
		}
	};

	function look(): void {
		state.isAskedAgain = true;
		asleep?.();
		asleep = undefined;
		if (!state.isStopped) {
			work ??= round();
		}
	}

	const settled = async (): Promise<void> => {
		if (work !== undefined) {
			await work;
			await settled();
		}
	};

	const unhear = desk.changed(look);
	look();
	return {
		standing,
		settled,
		async stop() {
			state.isStopped = true;
			unhear();
			asleep?.();
			await work;
		},
	};
};
