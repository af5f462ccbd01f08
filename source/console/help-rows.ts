import {fewLines} from '../looks/list.ts';
import {type Binding, keyLabel, placeWords, type Where} from './keymap.ts';

/** A line of the help: what, and what it is for. One that begins with no blank heads a part. */
export type HelpLine = readonly [what: string, why: string];

/** A share of the width for what; the rest is for why. */
const leftShare = 0.45;
/** No line of the help is longer than this many rows of the narrowest column that can be read. */
const mostRows = 40;

/** How wide the column is in which the help says what a line is about. */
export const leftOf = (width: number): number => Math.floor(width * leftShare);

/** What a key does, wherever it does that. */
type Use = {readonly summary: string; readonly where: readonly Where[]; readonly reason: string | undefined};

const usesOf = (bindings: readonly Binding[], whyNot: (binding: Binding) => string | undefined): readonly Use[] => {
	const uses = new Map<string, Use>();
	for (const binding of bindings) {
		const {summary, where} = binding;
		const known = uses.get(summary);
		uses.set(summary, {
			summary,
			where: [...(known?.where ?? []), ...where],
			reason: known?.reason ?? whyNot(binding),
		});
	}

	return [...uses.values()];
};

const wordsOf = ({summary, where}: Use, isAlone: boolean): string =>
	`${summary}${isAlone && where.length > 1 ? '' : ` (${placeWords(where)})`}`;

/** The keys of the table, a line each: what a key does at one place beside what it does at another. */
export const keyLines = (
	bindings: readonly Binding[],
	whyNot: (binding: Binding) => string | undefined,
): readonly HelpLine[] =>
	[
		...Map.groupBy(
			bindings.filter(({keys}) => keys.length > 0),
			({keys}) => keys.map(key => keyLabel(key)).join(', '),
		),
	].map(([keys, rows]): HelpLine => {
		const uses = usesOf(rows, whyNot);
		const reason = uses.find(use => use.reason !== undefined)?.reason;
		const words = uses.map(use => wordsOf(use, uses.length === 1)).join('; ');
		return [`  ${keys}`, reason === undefined ? words : `${words} · not now: ${reason}`];
	});

const wrapped = (text: string, width: number): readonly string[] => {
	const indent = /^ */u.exec(text)?.[0] ?? '';
	return fewLines(text.trim(), width - indent.length, mostRows).map(row => `${indent}${row}`);
};

/** The lines as they stand in that many columns: nothing is cut, what is too long goes on in the row below. */
export const laidHelp = (lines: readonly HelpLine[], width: number): readonly HelpLine[] =>
	lines.flatMap(([what, why]) => {
		const left = leftOf(width);
		const [whats, whys] =
			why === '' ? [wrapped(what, width), []] : [wrapped(what, left - 2), wrapped(why, width - left)];
		return Array.from(
			{length: Math.max(1, whats.length, whys.length)},
			(_, index): HelpLine => [whats[index] ?? '', whys[index] ?? ''],
		);
	});
