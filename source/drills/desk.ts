import type {Board} from '../board.ts';
import {isRefusal, type Refusal, refuse} from '../refusal.ts';
import {type Desk, declares, type DeskSetting, openDesk, type Said, type WriteOptions} from '../desk.ts';
import type {Entry} from '../entry.ts';
import type {Instant} from '../time.ts';
import {drill, hasLimit} from './engine.ts';
import {bestRatings} from './evaluate.ts';
import type {Inject, Scenario} from './scenario.ts';

/** Who plays the rest of the world. */
export const facilitator = 'Facilitator';

/** Why an incident cannot be opened as a drill; undefined where it is one. */
export const notADrill = ({declaration, exercise, incident}: Board): Refusal | undefined =>
	declaration.exercise && exercise.drill !== undefined
		? undefined
		: refuse(
				declaration.exercise
					? `${incident} is an exercise without a scenario.`
					: `${incident} is a live incident, not a drill.`,
				'loggist drill run FILE starts a drill of its own.',
			);

/** A desk that writes into one drill, and into nothing else. */
export type DrillDesk = {
	readonly desk: Desk;
	/** Writes a player's line. */
	readonly say: (line: string, options?: WriteOptions) => Promise<readonly Entry[] | Refusal>;
	/** Delivers an inject once, whoever else is about to; `isMeant` is asked anew when another has written meanwhile. */
	readonly deliver: (inject: Inject, isMeant?: () => boolean) => Promise<readonly Entry[] | Refusal>;
	/**
	 * Ends the play, once; from then on the scenario is in the log. `source` is the scenario file's text, `isMeant` is
	 * asked anew when another has written meanwhile.
	 */
	readonly end: (reason: string, source: string, isMeant?: () => boolean) => Promise<readonly Entry[] | Refusal>;
};

const always = () => true;

const around = (desk: Desk, scenario: Scenario): DrillDesk => {
	const record = async (isWanted: (board: Board) => boolean, decide: (now: Instant) => readonly Said[]) =>
		desk.record(({board, now}) => notADrill(board) ?? (isWanted(board) ? decide(now) : []));
	return {
		desk,
		say: async (line, options) =>
			declares(line)
				? refuse('A drill declares no other incident.', 'Play on in this one.')
				: (notADrill(desk.board()) ?? desk.write(line, options)),
		deliver: async ({number, text, from, to, means}, isMeant = always) =>
			record(
				({exercise}) =>
					exercise.ended === undefined && exercise.injects.every(one => one.number !== number) && isMeant(),
				now => [
					{
						event: {
							kind: 'inject-delivered',
							number,
							text,
							...(from === undefined ? {} : {from}),
							...(to === undefined ? {} : {to}),
							...(means === undefined ? {} : {means}),
						},
						occurredAt: now,
						by: from ?? facilitator,
					},
				],
			),
		end: async (reason, source, isMeant = always) =>
			record(
				({exercise}) => exercise.ended === undefined && isMeant(),
				now => [
					{
						event: {
							kind: 'drill-ended',
							reason,
							scenario: source,
							best: bestRatings(scenario, endedStanding(scenario, desk.entries(), now)),
						},
						occurredAt: now,
						by: facilitator,
					},
				],
			),
	};
};

/** What is still open when the play ends is missed, unless it had time until later. */
const endedStanding = (scenario: Scenario, entries: readonly Entry[], now: Instant) => {
	const standing = drill(scenario, entries, now);
	return {
		...standing,
		expectations: standing.expectations.map(one =>
			one.state === 'open' && !hasLimit(one) ? {...one, state: 'missed' as const} : one,
		),
	};
};

/** Opens a drill that was begun; a live incident is refused. */
export const openDrill = async (
	setting: DeskSetting,
	scenario: Scenario,
	reference: string,
): Promise<DrillDesk | Refusal> => {
	const desk = await openDesk({...setting, series: 'DRILL'}, reference);
	return notADrill(desk.board()) ?? around(desk, scenario);
};

/** What a drill is begun with. */
export type Beginning = {
	readonly scenario: Scenario;
	readonly sha256: string;
	readonly start: Instant /** When people came together for it, by the wall's clock; undefined where a script plays it. */;
	readonly held?: Instant;
};

/**
 * Declares a drill as an incident of its own, EXERCISE, with a reference of its own series, and writes its start
 * state. Always a new one: no incident that is there already is written into.
 */
export const beginDrill = async (
	setting: DeskSetting,
	{scenario, sha256, start, held}: Beginning,
): Promise<DrillDesk | Refusal> => {
	const {title, severity, kind, data, zone, marking, profile} = scenario;
	const desk = await openDesk({...setting, series: 'DRILL', zone: setting.zone ?? zone});
	const flags = `severity:${severity} kind:${kind} data:${data} zone:${zone} profile:${profile} exercise:yes`;
	const declared = await desk.write(
		`declare ${flags}${marking === undefined ? '' : ` marking:${JSON.stringify(marking)}`}`,
		{text: title, by: facilitator},
	);
	if (isRefusal(declared)) {
		return declared;
	}

	const begun = await desk.record(() => [
		{
			event: {kind: 'drill-begun', title, sha256, start, ...(held === undefined ? {} : {held})},
			occurredAt: start,
			by: facilitator,
		},
	]);
	return isRefusal(begun) ? begun : around(desk, scenario);
};
