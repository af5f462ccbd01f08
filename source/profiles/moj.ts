import type {Profile} from '../profile.ts';

/** Ministry of Justice security guidance: the base of the product. */
export const moj: Profile = {
	name: 'moj',
	title: 'Ministry of Justice incident roles',
	span: {guide: 5, limit: 7, hardLimit: 8},
	minutes: {acknowledge: 2, comingDue: 2, stuck: 30, lateEntry: 3, startLog: 5, silence: 10, askAgain: 15},
	off: [],
};
