import type {Recommendation} from '../../duties/decisions/state.ts';
import type {ListPane, PaneRow} from '../../looks/list-pane.tsx';
import {because} from '../../words.ts';
import {offersOfRecommendation} from '../offers.ts';
import type {Listed} from '../rows.ts';
import {emptyFor, seatWords} from './actions.ts';

const isWaiting = ({answeredBy, followedBy}: Recommendation): boolean =>
	answeredBy === undefined && followedBy === undefined;

const entryWidth = 4;
const stateWidth = 10;

const row = (one: Recommendation): PaneRow => {
	const {entry, text, reason, answeredBy, followedBy} = one;
	const waits = isWaiting(one);
	const number = `${entry} `;
	return {
		key: String(entry),
		lead: [
			{text: number, tone: waits ? 'strong' : 'quiet', width: Math.max(entryWidth, number.length)},
			{
				text: `${answeredBy ?? followedBy ?? 'waits'} `,
				tone: waits ? 'warn' : 'good',
				width: stateWidth,
			},
		],
		text: `${text}${because(reason)}`,
		...(waits ? {} : {tone: 'quiet'}),
		title: `Recommended in entry ${entry}`,
		offers: waits ? offersOfRecommendation(one) : [],
	};
};

/** What whoever sits here has recommended: what waits for a decision first, then what came of the others. */
export const ownRecommendationsPane = (listed: Listed): ListPane => {
	const own = ({decisions}: Listed['board']) => decisions.recommendations.filter(one => one.by === listed.who);
	return {
		title(board) {
			const count = own(board).filter(isWaiting).length;
			return `Own recommendations${seatWords(listed, board)}${count === 0 ? '' : ` · ${count} waiting`}`;
		},
		empty: emptyFor(listed, 'None yet: /recommend what because why'),
		rows: board =>
			[
				...own(board).filter(isWaiting),
				...own(board)
					.filter(one => !isWaiting(one))
					.toReversed(),
			].map(row),
	};
};
