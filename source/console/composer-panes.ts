import type {Board} from '../board.ts';
import {drawFooter, drawLine, drawSaying, type Saying} from './composer.ts';
import {type Binding, type KeyState, likelyAmong} from './keymap.ts';
import type {Painted} from './painter.ts';
import {placesIn, type Stores} from './stores.ts';
import {views} from './views.ts';

/*
The rows of the composer. Each is drawn again by itself; what is said of the line follows a moment later, so that the
character stands on the screen before anybody has thought about it.
*/

const invitationOf = ({declaration, exercise}: Board, isReadonly: boolean): string => {
	if (isReadonly) {
		return 'open for reading only: /show, /who, /open, /export';
	}

	if (declaration.declaredAt === undefined) {
		return '/declare what has happened';
	}

	if (exercise.ended !== undefined) {
		return 'the drill is over: /hotwash what is to be said of it';
	}

	return declaration.closedAt === undefined ? 'write what happens, or / for a verb' : 'closed; /reopen because …';
};

/** The line that is typed. */
export const paintedLine = (stores: Stores, isReadonly: boolean): Painted => {
	const invitation = () =>
		stores.transport.get() !== undefined
			? 'a replay is only looked at: space, arrows, /goto 14:30'
			: stores.past.get() === undefined
				? invitationOf(stores.listed.get().board, isReadonly)
				: 'the board is past: esc goes back to now';
	return {
		seen: () => [stores.session.get().line, invitation()],
		draw: ({width}) => drawLine(stores.session.get().line, invitation(), width),
	};
};

/** What is said of it. */
export const paintedSaying = (said: () => Saying): Painted => ({
	seen: () => [said()],
	draw: ({width}) => drawSaying(said(), width),
});

/** Which view is on, unless it is the board, and the likeliest keys of those that can act now; drawn again only when these are others. */
export const paintedFooter = (stores: Stores, keys: readonly Binding[], state: () => KeyState): Painted => {
	const bindings = () => likelyAmong(placesIn(stores), keys, state());
	const view = () => {
		const {view: name} = stores.session.get();
		return name === 'board' ? undefined : views[name].title;
	};
	return {seen: () => [...bindings(), view()], draw: ({width}) => drawFooter(bindings(), width, view())};
};
