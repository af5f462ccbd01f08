import type {ListPane} from '../../looks/list-pane.tsx';
import {clockTimeFrom} from '../../time.ts';

/** What the players were told, newest first. */
export const exercisePane: ListPane = {
	title: ({exercise}) => `Injects · ${exercise.injects.length}`,
	empty: 'None yet: inject TEXT from:WHO.',
	rows: ({exercise, declaration}, now) =>
		exercise.injects
			.map(({number, text, from, to, means, at, entry}) => ({
				key: String(entry),
				lead: [
					{text: number === undefined ? 'free' : String(number), width: 5, tone: 'title' as const},
					{text: clockTimeFrom(now, at, declaration.zone), width: 6, tone: 'advise' as const},
				],
				text: `${from === undefined ? '' : `${from}: `}${text}${means === undefined ? '' : ` · by ${means}`}${to === undefined ? '' : ` · to ${to}`}`,
				title: `inject ${number ?? ''} ${text}`,
				offers: [],
			}))
			.toReversed(),
};
