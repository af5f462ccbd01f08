import type {Clock} from '../clock.ts';
import type {DeskSetting} from '../desk.ts';
import {type Ledger, LedgerConflict} from '../ledger/ledger.ts';
import {isRefusal, type Refusal, refuse} from '../refusal.ts';
import {elapsed, type Instant, later, second} from '../time.ts';
import {type DrillDesk, facilitator, openDrill} from './desk.ts';
import {drill} from './engine.ts';
import {type Played, setUp, type Staged, startOf, sumOf, writeWhole} from './set-up.ts';

/** Who plays a drill, with which clock outside and how many times as fast as that. */
export type Playing = Pick<DeskSetting, 'login' | 'library'> & {readonly wall: Clock; readonly speed: number};

/**
 * Begins a drill that people play: its start stands in the ledger whole or not at all, as a new incident, and from
 * then on its clock runs.
 */
export const beginLive = async (
	staged: Staged,
	{login, library, wall, speed}: Playing,
	ledger: Ledger,
): Promise<Played | Refusal> =>
	writeWhole(ledger, async earlier => {
		const at = startOf(staged.scenario);
		const drillDesk = await setUp(staged, {clock: () => at, login, library, earlier, held: wall()});
		if (isRefusal(drillDesk)) {
			return drillDesk;
		}

		const {desk} = drillDesk;
		const paced = await desk.record(() => [
			{event: {kind: 'drill-paced', at, wall: wall(), speed}, occurredAt: at, by: facilitator},
		]);
		return isRefusal(paced) ? paced : {reference: desk.incident() ?? '', entries: desk.entries()};
	});

/** Unattended for longer than this, in milliseconds of the wall's clock, a drill is taken up where it was left. */
const grace = 5 * second;

/** Since when something waits that nobody delivered; undefined where nothing does. */
const waitingSince = (staged: Staged, {desk}: DrillDesk): Instant | undefined => {
	const {scenario} = staged;
	const {start, until, due, ended} = drill(scenario, desk.entries(), desk.situation().now);
	const timed = due.flatMap(({when}) => (when.type === 'offset' ? [later(start, when.after)] : []));
	const [first] = [...timed, until].toSorted();
	return ended === undefined ? first : undefined;
};

/** Sets the clock back to when something waited for longer than grace; another who did so first is right. */
const goOnFromThere = async ({ledger, login}: DeskSetting, staged: Staged, drillDesk: DrillDesk): Promise<void> => {
	const {desk} = drillDesk;
	for (;;) {
		const {board, now} = desk.situation();
		const since = waitingSince(staged, drillDesk);
		const {head, incident, exercise} = board;
		const speed = exercise.pace?.speed ?? 0;
		if (since === undefined || head === undefined) {
			return;
		}

		// Never before what somebody wrote meanwhile, though the time was up by then.
		const last = head.recordedAt;
		const from = since > last ? since : last;
		if (elapsed(from, now) <= grace * speed) {
			return;
		}

		// Written as of the last entry: what was not lived through is no time of the drill.
		const event = {kind: 'drill-paced', at: from, wall: desk.wall(), speed} as const;
		const draft = {event, occurredAt: last, recordedAt: last, by: facilitator, recordedBy: login};
		try {
			await ledger.append(incident, [draft], head.number);
		} catch (error) {
			if (!(error instanceof LedgerConflict)) {
				throw error;
			}
		}

		await desk.catchUp();
	}
};

/**
 * Takes up a drill that was begun with this scenario. Where nobody was there to deliver what was due, as after a crash,
 * its clock goes on from the moment at which it was left alone: the players lose no time.
 */
export const takeUp = async (setting: DeskSetting, staged: Staged, reference: string): Promise<DrillDesk | Refusal> => {
	const drillDesk = await openDrill(setting, staged.scenario, reference);
	if (isRefusal(drillDesk)) {
		return drillDesk;
	}

	const {desk} = drillDesk;
	const {drill: begun, pace, ended} = desk.board().exercise;
	if (begun?.sha256 !== sumOf(staged.source)) {
		return refuse(
			`${reference} was begun with another scenario: ${begun?.title ?? ''}, or its file was changed since.`,
			'Name the file as it was, or leave --incident out to begin anew.',
		);
	}

	if (pace === undefined && ended === undefined) {
		return refuse(`${reference} was begun without a clock.`, 'Leave --incident out to begin anew.');
	}

	if (setting.isReadonly !== true) {
		await goOnFromThere(setting, staged, drillDesk);
	}

	return drillDesk;
};
