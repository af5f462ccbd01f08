import type {DrillStanding, Tracked} from '../../drills/engine.ts';
import type {Inject, Scenario} from '../../drills/scenario.ts';
import type {DeliveredInject} from '../../duties/exercise/state.ts';
import type {ListPane, PaneRow} from '../../looks/list-pane.tsx';
import type {Tone} from '../../looks/theme.ts';
import {elapsed, type Instant, later, stopwatch, timeFrom} from '../../time.ts';
import type {Listed} from '../rows.ts';

/** What whoever facilitates knows beside the log. */
export type Guide = {
	readonly scenario: Scenario;
	readonly standing: (now: Instant) => DrillStanding;
};

/** `4:05`, `1:02:03`: a countdown to the second. */
const countdown = (from: Instant, to: Instant): string =>
	stopwatch(Math.max(0, elapsed(from, to))).replace(/^0:0?(?=\d)/u, '');

const wordsOf = ({from, to, means, text}: Pick<DeliveredInject | Inject, 'from' | 'to' | 'means' | 'text'>): string =>
	`${from === undefined ? '' : `${from}: `}${text}${means === undefined ? '' : ` · by ${means}`}${to === undefined ? '' : ` · to ${to}`}`;

type Stage = {readonly word: string; readonly tone: Tone; readonly isDone: boolean};

const stageOf = (inject: Inject, standing: DrillStanding, now: Instant, zone: string): Stage => {
	const hit = standing.delivered.get(inject.number);
	if (hit !== undefined) {
		return {word: `given ${timeFrom(now, hit.at, zone, 6)}`, tone: 'quiet', isDone: true};
	}

	const {when} = inject;
	if (standing.ended !== undefined) {
		return {word: 'not given', tone: 'quiet', isDone: true};
	}

	if (when.type === 'offset') {
		const isNext = standing.next?.inject.number === inject.number;
		return {
			word: `in ${countdown(now, later(standing.start, when.after))}`,
			tone: isNext ? 'strong' : 'plain',
			isDone: false,
		};
	}

	return {word: when.type === 'hand' ? 'by hand' : 'if missed', tone: 'advise', isDone: false};
};

/** Those to come by the clock, then those that wait for a hand or a miss, then those given, the newest first. */
const rankOf = ({when, number}: Inject, {delivered, start}: DrillStanding): readonly [number, string] => {
	const hit = delivered.get(number);
	return hit === undefined
		? when.type === 'offset'
			? [0, later(start, when.after)]
			: [1, '']
		: [2, String(1e9 - hit.entry)];
};

const planRow = (inject: Inject, standing: DrillStanding, now: Instant, zone: string): PaneRow => {
	const {word, tone, isDone} = stageOf(inject, standing, now, zone);
	return {
		key: String(inject.number),
		lead: [
			{text: String(inject.number), width: 4, tone: isDone ? 'quiet' : 'title'},
			{text: word, width: 12, tone},
		],
		text: wordsOf(inject),
		tone: isDone ? 'quiet' : 'plain',
		title: `Inject ${inject.number}`,
		whole: `${wordsOf(inject)}${inject.note === undefined ? '' : ` Note: ${inject.note}`}`,
		offers: isDone ? [] : [{label: 'release it now', line: `drill release ${inject.number}`}],
	};
};

/** What the facilitator thought of, and no scenario has. */
const freeRow = ({text, from, to, means, at, entry}: DeliveredInject, now: Instant, zone: string): PaneRow => {
	const told = wordsOf({text, from, to, means});
	return {
		key: `free ${entry}`,
		lead: [
			{text: 'own', width: 4, tone: 'quiet'},
			{text: `given ${timeFrom(now, at, zone, 6)}`, width: 12, tone: 'quiet'},
		],
		text: told,
		tone: 'quiet',
		title: 'Inject of your own',
		whole: told,
		offers: [],
	};
};

/** When the play is over at the latest. */
const endRow = ({until}: DrillStanding, now: Instant): PaneRow => ({
	key: 'end',
	lead: [
		{text: '', width: 4},
		{text: `in ${countdown(now, until)}`, width: 12, tone: 'quiet'},
	],
	text: 'the drill ends',
	tone: 'quiet',
	title: 'The end',
	offers: [{label: 'end it now', line: 'drill end'}],
});

const paceWords = ({exercise}: Listed['board']): string =>
	exercise.ended === undefined
		? exercise.pace?.speed === 0
			? ' · PAUSED'
			: ` · ×${exercise.pace?.speed ?? 1}`
		: ' · over';

/** Every inject of the scenario, and when it comes. Only for whoever facilitates: without a guide nothing is known. */
export const planPane = ({guide, board}: Listed): ListPane => ({
	title(_, now) {
		const standing = guide?.standing(now);
		const next = standing?.next === undefined ? '' : ` · next in ${countdown(now, standing.next.at)}`;
		return `Injects ${standing?.delivered.size ?? 0} of ${guide?.scenario.injects.length ?? 0}${paceWords(board)}${next}`;
	},
	empty: 'Only whoever facilitates the drill sees what is to come.',
	rows({declaration, exercise}, now) {
		const standing = guide?.standing(now);
		if (standing === undefined) {
			return [];
		}

		const rows = (guide?.scenario.injects ?? [])
			.toSorted((one, other) => {
				const [rank, by] = rankOf(one, standing);
				const [otherRank, otherBy] = rankOf(other, standing);
				return rank - otherRank || (by === otherBy ? one.number - other.number : by < otherBy ? -1 : 1);
			})
			.map(inject => planRow(inject, standing, now, declaration.zone));
		const free = exercise.injects
			.filter(one => one.number === undefined)
			.map(one => freeRow(one, now, declaration.zone));
		rows.push(...free.toReversed());
		const timed = rows.findIndex(row => !row.lead[1]?.text.startsWith('in '));
		return standing.ended === undefined
			? rows.toSpliced(timed === -1 ? rows.length : timed, 0, endRow(standing, now))
			: rows;
	},
});

const stateTones: Readonly<Record<Tracked['state'], Tone>> = {
	open: 'strong',
	missed: 'urgent',
	late: 'warn',
	unseen: 'advise',
	met: 'good',
	'to come': 'quiet',
};

const stateOrder: readonly Tracked['state'][] = ['open', 'unseen', 'missed', 'late', 'met', 'to come'];

const stateWords = ({state, due, hit}: Tracked, now: Instant, isOver: boolean): string => {
	switch (state) {
		case 'open': {
			return due === undefined ? 'open' : isOver ? 'open' : `${countdown(now, due)} left`;
		}

		case 'unseen': {
			return 'to judge';
		}

		case 'met':
		case 'late':
		case 'missed': {
			return hit === undefined ? state : `${state} #${hit.entry}`;
		}

		case 'to come': {
			return state;
		}
	}
};

const expectationRow = (one: Tracked, now: Instant, isOver: boolean): PaneRow => {
	const isJudged = one.expectation.query.type === 'observed' && one.state !== 'to come';
	return {
		key: one.id,
		lead: [
			{text: one.id, width: 5, tone: 'title'},
			{text: stateWords(one, now, isOver), width: 12, tone: stateTones[one.state]},
		],
		text: one.expectation.line,
		tone: one.state === 'to come' ? 'quiet' : 'plain',
		title: `Expectation ${one.id}`,
		whole: `${one.expectation.line}. Inject ${one.inject.number}: ${one.inject.text}`,
		offers: isJudged
			? [
					{label: 'it was met', line: `observe ${one.id} met `},
					{label: 'it was missed', line: `observe ${one.id} missed `},
				]
			: [],
	};
};

/** What is expected of the players and how it stands, what is open first. Only for whoever facilitates. */
export const expectationsPane = ({guide}: Listed): ListPane => ({
	title(_, now) {
		const all = guide?.standing(now).expectations ?? [];
		const told = stateOrder.flatMap(state => {
			const count = all.filter(one => one.state === state).length;
			return count === 0 || state === 'to come' ? [] : [`${count} ${state === 'unseen' ? 'to judge' : state}`];
		});
		return ['Expected', ...told].join(' · ');
	},
	empty: 'Only whoever facilitates the drill sees what is expected.',
	rows(_, now) {
		const standing = guide?.standing(now);
		return (standing?.expectations ?? [])
			.toSorted((one, other) => stateOrder.indexOf(one.state) - stateOrder.indexOf(other.state))
			.map(one => expectationRow(one, now, standing?.ended !== undefined));
	},
});
