import type {DrillDesk} from '../drills/desk.ts';
import {beginLive, takeUp} from '../drills/live.ts';
import {sumOf} from '../drills/set-up.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {isRefusal, type Refusal} from '../refusal.ts';
import {facilitator} from '../drills/desk.ts';
import {boardOf, deskSettingOf, type Shell, UsageError} from '../shell/shell.ts';
import type {Destination} from './destination.ts';
import type {Floor} from './floor.ts';

type Drill = Extract<Destination, {type: 'drill'}>;

const orThrow = <One extends object>(answer: One | Refusal): One => {
	if (isRefusal(answer)) {
		throw new UsageError(answer.refused, answer.mend);
	}

	return answer;
};

/** The newest drill of that scenario that is not over; undefined where none is. */
const newestRunning = async (ledger: Ledger, sha256: string): Promise<string | undefined> => {
	for (const reference of (await ledger.incidents()).toReversed()) {
		const {drill, ended} = (await boardOf(ledger, reference)).exercise;
		if (drill?.sha256 === sha256 && ended === undefined) {
			return reference;
		}
	}

	return undefined;
};

/** The drill that is meant: the one named, for a facilitator the newest that runs, for players a new one. */
const referenceOf = async (shell: Shell, ledger: Ledger, to: Drill): Promise<string> => {
	const {staged, named, isFacilitating = false, speed} = to;
	if (to.reference !== undefined) {
		const asked = to.reference.toLowerCase();
		const found = (await ledger.incidents()).find(one => one.toLowerCase() === asked);
		if (found === undefined) {
			throw new UsageError(`There is no drill ${to.reference}.`, 'loggist incidents lists them.');
		}

		return found;
	}

	if (isFacilitating) {
		const running = await newestRunning(ledger, sumOf(staged.source));
		if (running === undefined) {
			throw new UsageError('No drill of this scenario is running.', `Begin one: loggist drill run ${named}`);
		}

		return running;
	}

	const {library} = deskSettingOf(shell, ledger);
	const {login} = shell.world;
	const playing = {login, library, wall: shell.clock, speed: speed ?? staged.scenario.speed};
	return orThrow(await beginLive(staged, playing, ledger)).reference;
};

/** Begins a drill, or takes up the one that is meant. Throws a UsageError where it is none, or another scenario's. */
export const drillFor = async (shell: Shell, ledger: Ledger, to: Drill): Promise<DrillDesk> => {
	const reference = await referenceOf(shell, ledger, to);
	const setting = deskSettingOf(shell, ledger);
	return orThrow(
		await takeUp(
			{...setting, as: setting.as ?? (to.isFacilitating === true ? facilitator : undefined)},
			to.staged,
			reference,
		),
	);
};

/** Says how a drill that was left goes on, and whether its clock waits for that. */
export const tellOfLeaving = (shell: Shell, {drillDesk: {desk}, named}: Floor): void => {
	const reference = desk.incident() ?? '';
	const {ended, pace} = desk.board().exercise;
	if (ended !== undefined) {
		shell.notice(`EXERCISE ${reference} is over. How it went: loggist drill report --incident ${reference}`);
		return;
	}

	const again = `It goes on with: loggist drill run ${named} --incident ${reference}`;
	shell.notice(
		pace?.speed === 0
			? `EXERCISE ${reference} is paused. ${again} (then /drill go)`
			: `EXERCISE ${reference} is not over, and its clock runs on: /drill pause would stop it. ${again}`,
	);
};
