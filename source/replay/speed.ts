import {fastest, slowest} from './playback.ts';

/** Reads how many times as fast as it happened: `60`, `×60`, `60x`; undefined: no speed of a replay. */
export const readSpeed = (typed: string): number | undefined => {
	const [, digits] = /^[x×]?\s*(\d+(?:\.\d+)?)\s*[x×]?$/iu.exec(typed.trim()) ?? [];
	const speed = digits === undefined ? Number.NaN : Number(digits);
	return speed >= slowest && speed <= fastest ? speed : undefined;
};
