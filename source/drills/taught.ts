import type {Profile} from '../profile.ts';
import {rules} from '../duties/index.ts';
import type {Raised} from '../raised.ts';
import type {Instant} from '../time.ts';

/** A rule that a drill teaches, and how the players met it. */
export type TaughtRule = {
	readonly id: string;
	readonly name: string;
	readonly why: string;
	readonly source: string;
	/** Whether the doctrine of the drill has it switched off. */
	readonly isOff: boolean;
	/** How often it began to ask; what it then said in other words counts once. */
	readonly raised: number;
	/** When it first asked; undefined where it never had to. */
	readonly first: Instant | undefined;
	/** Of those: answered, settled by what was done or by time, and open at the end. */
	readonly answered: number;
	readonly settled: number;
	readonly open: number;
};

/** The rules of those ids, each with what was raised of it while the drill was played. An unknown id is passed over. */
export const taughtRules = (
	ids: readonly string[],
	raised: readonly Raised[],
	{off}: Pick<Profile, 'off'>,
): readonly TaughtRule[] =>
	[...new Set(ids)].flatMap(id => {
		const rule = rules.find(one => one.id === id);
		if (rule === undefined) {
			return [];
		}

		const own = raised.filter(one => one.rule === id);
		const last = own.filter(one => !one.isSucceeded);
		const answered = last.filter(one => one.answers.length > 0).length;
		const open = last.filter(one => one.answers.length === 0 && one.to === undefined).length;
		const {name, why, source} = rule;
		return [
			{
				id,
				name,
				why,
				source,
				isOff: off.includes(id),
				raised: last.length,
				first: own[0]?.from,
				answered,
				settled: last.length - answered - open,
				open,
			},
		];
	});
