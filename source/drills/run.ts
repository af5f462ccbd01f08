import {isRefusal, type Refusal} from '../refusal.ts';
import type {DeskSetting} from '../desk.ts';
import type {Ledger} from '../ledger/ledger.ts';
import type {Instant} from '../time.ts';
import {createFollower} from './engine.ts';
import type {PlayerLine} from './script.ts';
import {type Played, setUp, type Staged, startOf, within, writeWhole} from './set-up.ts';

/** What is played without anybody watching. */
export type Unattended = Staged & {
	/** The players' lines, in the order of their times. */
	readonly lines: readonly PlayerLine[];
};

const login = 'drill';

/** Plays a drill on its own clock into a ledger that is thrown away. */
const play = async (
	unattended: Unattended,
	earlier: readonly string[],
	library: DeskSetting['library'],
): Promise<Played | Refusal> => {
	const {scenario, source, lines} = unattended;
	let now: Instant = startOf(scenario);
	const drillDesk = await setUp(unattended, {clock: () => now, login, library, earlier});
	if (isRefusal(drillDesk)) {
		return drillDesk;
	}

	const {desk} = drillDesk;
	const follower = createFollower(scenario);
	const standing = () => {
		follower.follow(desk.entries());
		return follower.at(now);
	};

	/** Delivers what is due; a contingency may follow at once from what the look at the clock shows. */
	const deliver = async (): Promise<Refusal | undefined> => {
		for (let due = standing().due; due.length > 0; due = standing().due) {
			for (const inject of due) {
				const answer = await drillDesk.deliver(inject);
				if (isRefusal(answer)) {
					return within(`inject ${inject.number}`, answer);
				}
			}
		}

		return undefined;
	};

	let done = 0;
	for (;;) {
		const undelivered = await deliver();
		if (undelivered !== undefined) {
			return undelivered;
		}

		const line = lines[done];
		const {over, wake} = standing();
		if (over !== undefined) {
			const ended = await drillDesk.end(over, source);
			return isRefusal(ended) ? ended : {reference: desk.incident() ?? '', entries: [...desk.entries()]};
		}

		if (line !== undefined && (line.at <= now || wake === undefined || line.at < wake)) {
			now = line.at > now ? line.at : now;
			const answer = await drillDesk.say(line.line, line.by === undefined ? {} : {by: line.by});
			if (isRefusal(answer)) {
				return within(`line ${line.number} of the script, “${line.line}”`, answer);
			}

			done++;
		} else {
			now = wake ?? now;
		}
	}
};

/**
 * Plays a drill without anybody watching, as fast as the machine can: the players' lines and the injects, each at its
 * time on the drill's clock. Only when the whole of it has been played is it written, in one go, as a new incident: a
 * line that is refused leaves nothing behind. The same scenario and lines give the same bytes.
 */
export const runUnattended = async (
	unattended: Unattended,
	ledger: Ledger,
	library?: DeskSetting['library'],
): Promise<Played | Refusal> => writeWhole(ledger, async earlier => play(unattended, earlier, library));
