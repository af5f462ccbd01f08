import type {RoleKey} from '../../duties/staffing/events.ts';
import {roleKeys} from '../../duties/staffing/events.ts';
import {roleTitles} from '../../duties/staffing/state.ts';
import {beginsAsExpectation, readExpectation} from '../expectation.ts';

/** `15m` as `+15m`; whatever else as it is, to be judged as in a scenario file. */
export const atOf = (cell: string): string => {
	const typed = cell.trim();
	return /^\d/u.test(typed) && !typed.includes(':') ? `+${typed}` : typed.toLowerCase();
};

/** A role by its key or its title, `all` as the team; whatever else as it is. */
export const toOf = (cell: string): string => {
	const typed = cell.trim().toLowerCase();
	const role: RoleKey | undefined = roleKeys.find(key => key === typed || roleTitles[key].toLowerCase() === typed);
	return role ?? (/^(?:all|everybody|everyone|players)$/u.test(typed) ? 'team' : typed);
};

/** What a type says: how much an inject counts, and which others it rescues. */
export type Type = {readonly weight: 'key' | 'optional'; readonly rescues: readonly number[]};

const keyWords: ReadonlySet<string> = new Set(['', 'key', 'inject', 'expected action', 'event', 'contingency']);
const optionalWords: ReadonlySet<string> = new Set([
	'optional',
	'contextual',
	'administrative',
	'information',
	'informational',
]);

/** Reads a type, as planners write it too: an inject of context is optional. Undefined where it is none. */
export const typeOf = (cell: string): Type | undefined => {
	const [, before = '', numbers = ''] =
		/^(.*?)(?:(?:^|[\s,;])contingency (?:of|for)\s+([\d\s,and#]+))?$/u.exec(cell.trim().toLowerCase()) ?? [];
	const word = before.replaceAll(/[\s,;]+$/gu, '');
	const rescues = (numbers.match(/\d+/gu) ?? []).map(Number);
	return keyWords.has(word)
		? {weight: 'key', rescues}
		: optionalWords.has(word)
			? {weight: 'optional', rescues}
			: undefined;
};

/** The lines of a cell; one that is meant as no expectation is one that an evaluator confirms. */
export const expectedOf = (cell: string): readonly string[] =>
	cell
		.split(/\r?\n/u)
		.map(line => line.trim().replace(/^[-•*]\s+/u, ''))
		.filter(line => line !== '')
		.map(line => ('wrong' in readExpectation(line) && !beginsAsExpectation(line) ? `observed ${line}` : line));
