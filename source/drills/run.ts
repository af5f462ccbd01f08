import {createHash} from 'node:crypto';
import type {Entry} from '../entry.ts';
import {isRefusal, type Refusal, refuse} from '../refusal.ts';
import type {DeskSetting} from '../desk.ts';
import {type Ledger, LedgerConflict} from '../ledger/ledger.ts';
import {openMemoryLedger} from '../ledger/memory.ts';
import {scriptLine} from '../script.ts';
import type {Instant} from '../time.ts';
import {beginDrill, type DrillDesk, facilitator} from './desk.ts';
import {createFollower} from './engine.ts';
import type {Scenario} from './scenario.ts';
import type {PlayerLine} from './script.ts';

/** What is played without anybody watching. */
export type Unattended = {
	readonly scenario: Scenario;
	/** The scenario file as it is. */
	readonly source: string;
	/** The players' lines, in the order of their times. */
	readonly lines: readonly PlayerLine[];
};

/** A drill that was played: its reference and its whole log. */
export type Played = {readonly reference: string; readonly entries: readonly Entry[]};

const login = 'drill';

/** As often as this another writer may take the reference before it is given up. */
const attempts = 20;

/** Names what was refused, so that it is found in the file. */
const within = (place: string, {refused, ...rest}: Refusal): Refusal => ({...rest, refused: `${place}: ${refused}`});

const setUp = async (drillDesk: DrillDesk, {scenario}: Unattended): Promise<Refusal | undefined> => {
	for (const [index, text] of scenario.state.entries()) {
		const line = scriptLine(text);
		const answer = line === undefined ? [] : await drillDesk.say(line.line, {by: line.by ?? facilitator});
		if (isRefusal(answer)) {
			return within(`state[${index}] of the scenario`, answer);
		}
	}

	return undefined;
};

/** Plays a drill on its own clock into a ledger that is thrown away. */
const play = async (
	unattended: Unattended,
	earlier: readonly string[],
	library: DeskSetting['library'],
): Promise<Played | Refusal> => {
	const {scenario, source, lines} = unattended;
	const start = new Date(scenario.start).toISOString();
	const sha256 = createHash('sha256').update(source).digest('hex');
	const memory = openMemoryLedger();
	// So that its reference is the next one of the ledger that it will stand in.
	const ledger: Ledger = {...memory, incidents: async () => [...earlier, ...(await memory.incidents())]};
	let now: Instant = start;
	const setting: DeskSetting = {ledger, clock: () => now, login, as: facilitator, home: scenario.zone, library};
	const drillDesk = await beginDrill(setting, {scenario, sha256, start});
	if (isRefusal(drillDesk)) {
		return drillDesk;
	}

	const {desk} = drillDesk;
	const wrong = await setUp(drillDesk, unattended);
	if (wrong !== undefined) {
		return wrong;
	}

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
): Promise<Played | Refusal> => {
	for (let count = 0; count < attempts; count++) {
		const earlier = await ledger.incidents();
		const played = await play(unattended, earlier, library);
		if (isRefusal(played)) {
			return played;
		}

		try {
			const drafts = played.entries.map(({event, occurredAt, recordedAt, by, recordedBy}) => ({
				event,
				occurredAt,
				recordedAt,
				by,
				recordedBy,
			}));
			return {reference: played.reference, entries: await ledger.append(played.reference, drafts, 0)};
		} catch (error) {
			if (!(error instanceof LedgerConflict)) {
				throw error;
			}
		}
	}

	return refuse('Others keep opening drills at this moment.', 'Nothing was written; try again.');
};
