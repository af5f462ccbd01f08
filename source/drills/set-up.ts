import {createHash} from 'node:crypto';
import type {DeskSetting} from '../desk.ts';
import type {Entry} from '../entry.ts';
import {type Ledger, LedgerConflict} from '../ledger/ledger.ts';
import {openMemoryLedger} from '../ledger/memory.ts';
import {isRefusal, type Refusal, refuse} from '../refusal.ts';
import {scriptLine} from '../script.ts';
import {type Instant, instantOf} from '../time.ts';
import {beginDrill, type DrillDesk, facilitator} from './desk.ts';
import type {Scenario} from './scenario.ts';

/** A drill that was played, or begun: its reference and its whole log. */
export type Played = {readonly reference: string; readonly entries: readonly Entry[]};

/** As often as this another writer may take the reference before it is given up. */
const attempts = 20;

/** Names what was refused, so that it is found in the file. */
export const within = (place: string, {refused, ...rest}: Refusal): Refusal => ({
	...rest,
	refused: `${place}: ${refused}`,
});

/** Runs of the same scenario are known as such by this: SHA-256 in hex of its file. */
export const sumOf = (source: string): string => createHash('sha256').update(source).digest('hex');

/** A scenario, and the file that it was read from as it is. */
export type Staged = {readonly scenario: Scenario; readonly source: string};

/** What a drill is set up with, beside its scenario: its clock, who writes, and what files say. */
export type Stage = Pick<DeskSetting, 'clock' | 'login' | 'library'> & {
	/** The references of the ledger that it will stand in: its own is the next one. */
	readonly earlier: readonly string[];
	/** When people come together for it, by the wall's clock; undefined where a script plays it. */
	readonly held?: Instant;
};

/** When a scenario begins. */
export const startOf = ({start}: Scenario): Instant => instantOf(Date.parse(start));

/** Declares a drill in a ledger that is thrown away and writes its start state. */
export const setUp = async (
	{scenario, source}: Staged,
	{clock, login, library, earlier, held}: Stage,
): Promise<DrillDesk | Refusal> => {
	const memory = openMemoryLedger();
	const ledger: Ledger = {...memory, incidents: async () => [...earlier, ...(await memory.incidents())]};
	const setting: DeskSetting = {ledger, clock, login, as: facilitator, home: scenario.zone, library};
	const drillDesk = await beginDrill(setting, {
		scenario,
		sha256: sumOf(source),
		start: startOf(scenario),
		...(held === undefined ? {} : {held}),
	});
	if (isRefusal(drillDesk)) {
		return drillDesk;
	}

	for (const [index, text] of scenario.state.entries()) {
		const line = scriptLine(text);
		const answer = line === undefined ? [] : await drillDesk.say(line.line, {by: line.by ?? facilitator});
		if (isRefusal(answer)) {
			return within(`state[${index}] of the scenario`, answer);
		}
	}

	return drillDesk;
};

/** Writes what was played elsewhere as a new incident, in one go; played anew when another took its reference. */
export const writeWhole = async (
	ledger: Ledger,
	play: (earlier: readonly string[]) => Promise<Played | Refusal>,
): Promise<Played | Refusal> => {
	for (let count = 0; count < attempts; count++) {
		const played = await play(await ledger.incidents());
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
