import {hour, minute, second} from '../time.ts';

const units: Readonly<Record<string, number>> = {s: second, m: minute, h: hour};

/** How long somebody is willing to wait, in milliseconds: `30s`, `2m`, a bare number in seconds; undefined: no such time. */
export const readWaitingTime = (typed: string): number | undefined => {
	const [, digits, unit = 's'] = /^(\d{1,5})\s*([smh])?$/iu.exec(typed.trim()) ?? [];
	const time = Number(digits) * (units[unit.toLowerCase()] ?? second);
	return time > 0 ? time : undefined;
};
