import type {Board} from '../../board.ts';
import {choice, type Command, command, key, optional, reason, text, word} from '../../command.ts';
import {type Refusal, refuse} from '../../refusal.ts';
import {withReason} from '../../words.ts';
import {ratings} from './events.ts';
import {isBetter, ratingWords} from './state.ts';

/** Why nothing of a drill may be written here; undefined in an exercise. */
const live = ({declaration, incident}: Board): Refusal | undefined =>
	declaration.exercise
		? undefined
		: refuse(
				`${incident} is a live incident, not an exercise.`,
				'Nothing of a drill is written into it; start one with loggist drill run FILE.',
			);

/** Why players can be told nothing any more. */
const over = ({exercise}: Board): Refusal | undefined =>
	exercise.ended === undefined
		? undefined
		: refuse('The drill is over: its players are told nothing any more.', 'Note what was said of it: hotwash TEXT.');

const inject = command({
	verb: 'inject',
	label: 'INJECT',
	summary: 'In an exercise: tell the players something, as the facilitator',
	example: 'inject A journalist asks whether customers are affected from:"Daily Courier" means:phone to:comms',
	fields: {
		text: text('what they are told'),
		from: optional(key('from')('who is played')),
		to: optional(key('to')('whom it reaches')),
		means: optional(key('means')('how it comes')),
	},
	decide: (board, {text: words, from, to, means}) =>
		live(board) ??
		over(board) ?? [
			{
				kind: 'inject-delivered',
				text: words,
				...(from === undefined ? {} : {from}),
				...(to === undefined ? {} : {to}),
				...(means === undefined ? {} : {means}),
			},
		],
});

const observe = command({
	verb: 'observe',
	label: 'OBSERVED',
	summary: 'In an exercise: say as the evaluator whether an expectation was met, by inject and place: 3.2',
	example: 'observe 3.2 met they asked for the key twice',
	afterClosing: true,
	fields: {
		expectation: word('expectation'),
		verdict: choice(['met', 'missed'])('met or missed'),
		text: optional(text('what was seen')),
	},
	decide(board, {expectation, verdict, text: words}) {
		if (!/^\d+\.\d+$/u.test(expectation)) {
			return refuse(`${expectation} is no expectation.`, 'Name inject and place: observe 3.2 met.');
		}

		return (
			live(board) ?? [
				{
					kind: 'expectation-observed',
					expectation,
					isMet: verdict === 'met',
					...(words === undefined ? {} : {text: words}),
				},
			]
		);
	},
});

const hotWash = command({
	verb: 'hotwash',
	label: 'HOT WASH',
	summary: 'In an exercise: note what the debrief says, during the drill and after',
	example: 'hotwash nobody knew where the contact list is kept',
	afterClosing: true,
	fields: {text: text('what was said')},
	decide: (board, {text: words}) => live(board) ?? [{kind: 'hot-wash-noted', text: words}],
});

const rate = command({
	verb: 'rate',
	label: 'RATING',
	summary: 'In an exercise that is over: rate an objective P, S, M or U, never above the evidence',
	example: 'rate command S because the handover took two attempts',
	afterClosing: true,
	fields: {
		objective: word('objective'),
		rating: choice(ratings)('P, S, M or U'),
		reason: optional(reason('why')),
	},
	decide(board, {objective, rating, reason: why}) {
		const {ended} = board.exercise;
		const no = live(board);
		if (no !== undefined) {
			return no;
		}

		if (ended === undefined) {
			return refuse('The drill is not over.', 'Rate its objectives when it has ended.');
		}

		const best = ended.best[objective];
		if (best === undefined) {
			const known = Object.keys(ended.best);
			return refuse(
				`There is no objective ${objective} to rate.`,
				known.length === 0 ? 'Nothing was expected of any.' : `There is ${known.join(', ')}.`,
			);
		}

		return isBetter(rating, best)
			? refuse(
					`The evidence does not allow ${rating}: ${best}, ${ratingWords[best]}, is the best.`,
					`Rate it ${best} or lower: rate ${objective} ${best} because …`,
				)
			: [{kind: 'objective-rated', objective, rating, ...withReason(why)}];
	},
});

export const exerciseCommands: readonly Command[] = [inject, observe, hotWash, rate];
