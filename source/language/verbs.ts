import type {Command} from '../command.ts';
import {type Refusal, unreadable} from '../refusal.ts';

/** How many single letters must change to make one word of the other; at most `limit` + 1. */
export const distance = (a: string, b: string, limit: number): number => {
	if (Math.abs(a.length - b.length) > limit) {
		return limit + 1;
	}

	let row = Array.from({length: b.length + 1}, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}

		row = next;
	}

	return row[b.length] ?? 0;
};

/** The command of that verb, or a refusal that names the nearest. */
export const commandNamed = (commands: readonly Command[], typed: string): Command | Refusal => {
	const verb = typed.toLowerCase();
	const found = commands.find(one => one.verb === verb);
	if (found !== undefined) {
		return found;
	}

	const near = (verb === '' ? [] : commands)
		.filter(one => one.verb.startsWith(verb) || distance(one.verb, verb.slice(0, 20), 2) <= 2)
		.map(one => one.verb);
	return unreadable(
		typed === '' ? 'No verb was given.' : `There is no verb ${typed.slice(0, 40)}.`,
		near.length > 0
			? `Did you mean ${near.slice(0, 3).join(' or ')}?`
			: 'To log plain text: note …; help lists the verbs.',
	);
};

/** `action what to do [@owner] [#sub-team] [by report time] [tests:finding it tests]`. */
export const usageOf = ({verb, fields}: Command): string =>
	[
		verb,
		...Object.values(fields).map(field => {
			const inner = {
				text: field.hint,
				ref: field.type === 'ref' ? `${field.letter}1` : '',
				refs: field.type === 'refs' ? `${field.letter}1…` : '',
				entry: 'number',
				role: 'role',
				word: field.type === 'word' && field.choices !== undefined ? field.choices.join('|') : field.hint,
				person: `@${field.hint}`,
				people: `@${field.hint}…`,
				team: `#${field.hint}`,
				key:
					field.type === 'key'
						? `${field.key}:${field.value.of === 'choice' ? Object.keys(field.value.choices).join('|') : field.hint}`
						: '',
				time: field.type === 'time' ? `${field.word} ${field.hint}` : '',
				reason: `because ${field.hint}`,
				line: field.hint,
			}[field.type];
			return field.optional ? `[${inner}]` : inner;
		}),
	].join(' ');
