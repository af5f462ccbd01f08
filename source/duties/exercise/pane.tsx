import type {ListPane} from '../../looks/list-pane.tsx';
import {elapsed, minute, timeFrom} from '../../time.ts';

/** So long, in milliseconds of the drill's clock, an inject stands out as new. */
const freshFor = 5 * minute;
/** Room for `22 Jun` and a blank. */
const timeWidth = 7;

/** What the players were told, newest first. */
export const exercisePane: ListPane = {
	title: ({exercise}) => `Injects · ${exercise.injects.length}`,
	empty: 'None yet.',
	isFirstWhole: true,
	rows: ({exercise, declaration}, now) =>
		exercise.injects
			.map(({number, text, from, to, means, at, entry}) => {
				const told = `${from === undefined ? '' : `${from}: `}${text}${means === undefined ? '' : ` · by ${means}`}${to === undefined ? '' : ` · to ${to}`}`;
				const isFresh = exercise.ended === undefined && elapsed(at, now) < freshFor;
				return {
					key: String(entry),
					lead: [
						{text: number === undefined ? 'free' : String(number), width: 5, tone: 'title' as const},
						{
							text: timeFrom(now, at, declaration.zone, timeWidth - 1),
							width: timeWidth,
							tone: isFresh ? ('exercise' as const) : ('advise' as const),
						},
					],
					text: told,
					title: `Inject ${number ?? ''}`.trim(),
					whole: told,
					offers: [],
				};
			})
			.toReversed(),
};
