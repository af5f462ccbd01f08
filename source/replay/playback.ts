/*
A clock that runs over what is past. It is worked out anew whenever it is looked at, from where and when it was set
going: however seldom that is, and however late, it never falls behind. Times on the log are milliseconds since 1970,
times of the machine are those of `Uptime`.
*/

/** The fewest and most times as fast as it happened. */
export const slowest = 1;
export const fastest = 1000;

/** Played so fast unless told: a minute of the incident in a second. */
export const usualSpeed = 60;

/** Speeds that follow one another where one goes faster or slower by steps. */
const steps: readonly number[] = [1, 2, 5, 10, 20, usualSpeed, 100, 200, 500, 1000];

/** The next speed of the steps; the same where there is none. */
export const speedBeside = (speed: number, by: 1 | -1): number =>
	(by === 1 ? steps.find(one => one > speed) : steps.findLast(one => one < speed)) ?? speed;

/** Where the clock stood at a time of the machine, and how it has gone since. */
export type Playback = {
	readonly at: number;
	readonly since: number;
	/** So many times as fast as it happened. */
	readonly speed: number;
	readonly isPlaying: boolean;
};

/** What the clock runs over. */
export type Track = {
	/** It stands still there; never before the place it is played from. */
	readonly end: number;
	/** For so many milliseconds of the machine a silence is watched, then the clock goes to its end at once. */
	readonly patience: number;
	/** The first time after another at which anything was recorded; undefined where there is none. */
	readonly after: (at: number) => number | undefined;
};

/** The clock as it stands, and how it got there. */
export type Played = {
	readonly playback: Playback;
	readonly at: number;
	/** How much of the silence before the last entry was not watched; 0 where all of it was. */
	readonly skipped: number;
};

const stopped = (playback: Playback, at: number, skipped = 0): Played => ({
	playback: {...playback, at, isPlaying: false},
	at,
	skipped,
});

/** The same with silences cut short: from one entry to the next, as many as there has been time for. */
const playedOver = (playback: Playback, uptime: number, {end, patience, after}: Track): Played => {
	const {speed} = playback;
	let {at, since} = playback;
	let skipped = 0;
	for (;;) {
		const stop = Math.min(after(at) ?? end, end);
		const whole = (stop - at) / speed;
		const watched = Math.min(whole, patience);
		if (uptime - since < watched) {
			return {playback: {...playback, at, since}, at: at + (uptime - since) * speed, skipped};
		}

		skipped = whole > patience ? stop - at - patience * speed : 0;
		at = stop;
		since += watched;
		if (at >= end) {
			return stopped(playback, at, skipped);
		}
	}
};

/** How the clock stands at a time of the machine. Where that lies before it was set going, it has not gone yet. */
export const played = (playback: Playback, uptime: number, track: Track): Played => {
	const {at, since, speed, isPlaying} = playback;
	if (!isPlaying) {
		return {playback, at, skipped: 0};
	}

	if (at >= track.end) {
		return stopped(playback, at);
	}

	const now = Math.max(since, uptime);
	if (Number.isFinite(track.patience)) {
		return playedOver(playback, now, track);
	}

	const reached = at + (now - since) * speed;
	return reached >= track.end ? stopped(playback, track.end) : {playback, at: reached, skipped: 0};
};
