import type {Refusal} from '../refusal.ts';
import {readSpeed} from '../replay/speed.ts';
import {readWaitingTime} from '../replay/waiting-time.ts';
import type {LandmarkKind} from '../replay/landmarks.ts';
import {fastest, slowest} from '../replay/playback.ts';
import {inBrief, minute, second} from '../time.ts';
import type {ConsoleDeed, ConsoleDeeds, Tools} from './deeds.ts';
import type {PlayerDeed} from './keymap.ts';
import {landmarkTyped} from './landmark-typed.ts';
import type {Player} from './player.ts';

/** What came of a deed: why it could not be done, what is to be said of it, or nothing that is not seen anyway. */
export type Outcome = Refusal | string | undefined;

/** A silence is watched so long where somebody wants it short and says no more. */
const usualPatience = 5 * second;

const secondsOf = (milliseconds: number): string =>
	milliseconds < minute ? `${milliseconds / second}s` : inBrief(milliseconds);

const sayPatience = (patience: number | undefined): string =>
	patience === undefined
		? 'Silences are played to their end.'
		: `A silence is watched for ${secondsOf(patience)}, then passed over.`;

/** What the keys of a replay do. */
export const playerMoves = (player: Player): Readonly<Record<PlayerDeed, () => Outcome>> => {
	const toward = (kind: LandmarkKind, by: 1 | -1) => () => player.toLandmark(kind, by);
	const setPatience = (patience: number | undefined): string => {
		player.setPatience(patience);
		return sayPatience(patience);
	};

	return {
		'play-pause'() {
			player.toggle();
			return undefined;
		},
		slower: () => player.changeSpeed(-1),
		faster: () => player.changeSpeed(1),
		'minute-back': () => player.shift(-minute),
		'minute-on': () => player.shift(minute),
		'decision-back': toward('decision', -1),
		'decision-on': toward('decision', 1),
		'inject-back': toward('inject', -1),
		'inject-on': toward('inject', 1),
		'prompt-back': toward('prompt', -1),
		'prompt-on': toward('prompt', 1),
		'skip-silence': () => setPatience(player.transport.get()?.patience === undefined ? usualPatience : undefined),
	};
};

const goTo = (player: Player, rest: string): Outcome => {
	const landmark = landmarkTyped(rest);
	return landmark === undefined ? player.goToTyped(rest) : player.toLandmark(landmark.kind, landmark.by);
};

/** Does what a line asks for, takes the line away where that could be done, and says what came of it. */
const doing =
	(what: (rest: string) => Outcome): ConsoleDeed =>
	(rest: string, {spend, say}: Tools) => {
		const outcome = what(rest);
		if (typeof outcome === 'object') {
			say(`${outcome.refused} ${outcome.mend}`, 'warn');
			return;
		}

		spend();
		if (outcome !== undefined) {
			say(outcome, 'quiet');
		}
	};

/** What the verbs of the console do in a replay; `leave` goes back to where it was asked for. */
export const playerVerbs = (player: Player, leave: () => void): ConsoleDeeds => ({
	goto: doing(rest =>
		rest === ''
			? {refused: 'Go where?', mend: '/goto 14:30, /goto 17 (an entry), /goto decision, /goto -prompt, /goto end.'}
			: goTo(player, rest),
	),
	asof: doing(rest => (rest === '' ? player.toLast() : goTo(player, rest))),
	speed: doing(rest => {
		const speed = readSpeed(rest);
		return speed === undefined
			? {refused: 'How fast?', mend: `/speed 60, from ${slowest} to ${fastest} times as fast as it happened.`}
			: player.setSpeed(speed);
	}),
	pause: doing(() => {
		player.toggle();
		return undefined;
	}),
	silence: doing(rest => {
		const patience = rest === '' ? usualPatience : readWaitingTime(rest);
		if (patience === undefined && rest.toLowerCase() !== 'off') {
			return {refused: 'How long is a silence to be watched?', mend: '/silence 30s, or /silence off.'};
		}

		player.setPatience(patience);
		return sayPatience(patience);
	}),
	replay: (_, {spend}) => {
		spend();
		leave();
	},
});
