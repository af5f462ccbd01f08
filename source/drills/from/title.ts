import {visible} from '../../text.ts';

/** A title that an incident can be declared with: one line, nothing hidden in it. */
export const titleOf = (given: string): string =>
	visible(given.replaceAll(/\s+/gu, ' ')).trim() || 'A drill without a title';
