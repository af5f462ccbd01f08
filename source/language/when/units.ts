import {hour, minute, second} from '../../time.ts';

export {hour, minute, second};

export const day = 24 * hour;
export const week = 7 * day;

const spellings: ReadonlyArray<readonly [milliseconds: number, names: string]> = [
	[second, 's sec secs second seconds'],
	[minute, 'm min mins minute minutes'],
	[hour, 'h hr hrs hour hours'],
	[day, 'd day days'],
	[week, 'w wk wks week weeks'],
];

/** Every spelling of a unit of elapsed time, in milliseconds. A day is 24 hours; months and years have no one length. */
export const units: ReadonlyMap<string, number> = new Map(
	spellings.flatMap(([milliseconds, names]) => names.split(' ').map((name): [string, number] => [name, milliseconds])),
);
