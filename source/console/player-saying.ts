import {typedMoment} from '../replay/typed-moment.ts';
import {clockTimeFrom} from '../time.ts';
import type {Saying} from './composer.ts';
import {landmarkTyped} from './landmark-typed.ts';
import {consoleVerbs} from './console-verbs.ts';
import {onlyLookedAt, type Transport} from './player.ts';

/** What is said in a replay of a line that is none of the console: nothing where it may become one yet. */
export const sayingInReplay = (text: string): Saying | undefined => {
	const typed = text.trim().toLowerCase();
	const mayBecome = typed === '' || consoleVerbs.some(({verb}) => `/${verb}`.startsWith(typed));
	const {refused, mend} = onlyLookedAt();
	return mayBecome ? undefined : {text: `${refused} ${mend}`, tone: 'warn'};
};

/** What is said of a moment of a replay while it is typed: which one it is, and how many entries there were by then. */
export const sayingOfGoTo = (text: string, {at, first, last, log}: Transport, zone: string): Saying => {
	const landmark = landmarkTyped(text);
	if (landmark !== undefined) {
		const {kind, by} = landmark;
		const what = kind === 'prompt' ? 'prompt that was raised' : kind;
		return {text: by === 1 ? `The next ${what}.` : `The ${what} before.`, tone: 'good'};
	}

	const to = typedMoment(text, {at, first, last, zone, entries: log});
	if (typeof to !== 'string') {
		return {text: `${to.refused} ${to.mend}`, tone: 'warn'};
	}

	const there = log.filter(({recordedAt}) => recordedAt <= to).length;
	return {text: `${clockTimeFrom(at, to, zone)}, entry ${there} of ${log.length}.`, tone: 'good'};
};
