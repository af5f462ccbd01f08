import {clip, forTerminal} from '../../text.ts';
import {csi} from './paint.ts';

/*
What reaches a person who looks elsewhere: the window's title, the bell, a notification of the desktop.

Inside tmux and screen: the title becomes the pane's, and the bell marks the window, as their user has set it. A
notification does not get through: tmux drops OSC 9 and 777 unless they are wrapped for its passthrough, which is off by
default since it lets a program write past tmux. They are not wrapped here; the bell has to do.
*/

/** Operating system command. */
const osc = '\u001B]';

/** String terminator. A bell would end it as well, and rings where a terminal does not know the sequence. */
const st = '\u001B\\';

/** Longer ones are cut by terminals, each in its own way; some drop them. */
const longest = 250;

/**
 * A text that cannot end the sequence around it: every control character, C0 or C1, is written out. Terminals that part
 * their fields at `;` do so in the last one too.
 */
const field = (text: string): string => clip(forTerminal(text).replaceAll(';', ','), longest);

/** How a terminal is asked to notify: OSC 9 has one text (iTerm2, Windows Terminal, foot …), OSC 777 a title beside it (VTE, urxvt, Ghostty …). */
export type NotificationKind = 'osc9' | 'osc777';

/** Names the window or tab. */
export const titleSequence = (text: string): string => `${osc}2;${clip(forTerminal(text), longest)}${st}`;

/** Remembers the window's title, to be given back when the program ends; terminals without that memory do nothing. */
export const keepTitle = `${csi}22;2t`;

/** Gives back the title that was remembered. */
export const restoreTitle = `${csi}23;2t`;

export const bell = '\u0007';

/** Asks the terminal for a notification of the desktop; one that knows neither kind shows nothing. */
export const notificationSequence = (kind: NotificationKind, title: string, body: string): string => {
	switch (kind) {
		case 'osc9': {
			// Where a number comes first some terminals read a command of their own, as `9;4` for a progress bar.
			const text = field(title === '' ? body : `${title}: ${body}`);
			return `${osc}9;${/^\d/u.test(text) ? `· ${text}` : text}${st}`;
		}

		case 'osc777': {
			return `${osc}777;notify;${field(title)};${field(body)}${st}`;
		}
	}
};
