import type {Player} from './player.ts';

/** Looks at the clock again and again; returns the way to stop. */
export const beat = (look: () => void, every: number): (() => void) => {
	const timer = setInterval(look, every);
	return () => clearInterval(timer);
};

/**
 * The same for a replay: when something else is to be seen, and not while it stands still.
 */
export const beatOf = ({transport, wait}: Pick<Player, 'transport' | 'wait'>, look: () => void): (() => void) => {
	let timer: NodeJS.Timeout | undefined;
	const arm = () => {
		clearTimeout(timer);
		const time = wait();
		timer =
			time === undefined
				? undefined
				: setTimeout(() => {
						look();
						arm();
					}, time);
	};

	const stop = transport.subscribe(arm);
	arm();
	return () => {
		stop();
		clearTimeout(timer);
	};
};
