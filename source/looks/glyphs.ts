/*
The one table of what is drawn and is no letter. Panes take a glyph by its name; where it is drawn (`drawn` in looks.ts)
its stand-in takes its place when borders are to be ASCII. Each takes one column and so does its stand-in: nothing
moves. Because the place is the last one before the screen, the signs and the punctuation that people type are shown
in ASCII there too; their letters never change.
*/

/** Signs, bars and edges, by name. */
export const glyphs = {
	/** Edges of a pane. */
	topLeft: '╭',
	topRight: '╮',
	bottomLeft: '╰',
	bottomRight: '╯',
	across: '─',
	upright: '│',
	/** Before the title of the pane that keys go to, and before a sub-team. */
	pointer: '▸',
	/** Accepted, done. */
	tick: '✓',
	cross: '✗',
	/** More than there should be. */
	over: '▲',
	/** Behind a count of open actions. */
	load: '▪',
	/** A bar: what is used, and what is left. */
	used: '▓',
	left: '░',
	solid: '█',
	/** Still to do, a hint, and what stands between two words. */
	dot: '·',
	bullet: '●',
	ring: '○',
	/** Something was left out. */
	more: '…',
	/** Where a line is typed. */
	prompt: '›',
	to: '→',
	from: '←',
	up: '↑',
	down: '↓',
	/** Decided or sent, and a message that waits, on a picture over time. */
	decided: '◆',
	waiting: '◇',
	/** A replay that runs, stands still, has come to its end. */
	playing: '▶',
	paused: '‖',
	ended: '■',
} as const;

const standIns: Readonly<Record<(typeof glyphs)[keyof typeof glyphs], string>> = {
	'╭': '+',
	'╮': '+',
	'╰': '+',
	'╯': '+',
	'─': '-',
	'│': '|',
	'▸': '>',
	'✓': 'v',
	'✗': 'x',
	'▲': '^',
	'▪': '*',
	'▓': '#',
	'░': '.',
	'█': '#',
	'·': '.',
	'●': '*',
	'○': 'o',
	'…': '~',
	'›': '>',
	'→': '>',
	'←': '<',
	'↑': '^',
	'↓': 'v',
	'◆': '#',
	'◇': '?',
	'▶': '>',
	'‖': '=',
	'■': '#',
};

/** What stands in pages, in sentences, and for characters that are written out. */
const others: Readonly<Record<string, string>> = {
	'├': '|',
	'└': '`',
	'┤': '|',
	'┬': '+',
	'┿': '+',
	'━': '=',
	'╍': '!',
	// Not as the tick: on a chart both stand.
	'▼': 'V',
	// Columns of a chart: each darker than the one before.
	'▁': '.',
	'▂': ':',
	'▃': '-',
	'▄': '=',
	'▅': '+',
	'▆': '*',
	'▇': '%',
	'⏎': '/',
	'⟨': '<',
	'⟩': '>',
	'◌': 'o',
	'“': '"',
	'”': '"',
	'‘': "'",
	'’': "'",
	'–': '-',
	'—': '-',
	'−': '-',
	'×': 'x',
};

/** Every character that has a stand-in, and which. */
export const ascii: ReadonlyMap<string, string> = new Map([...Object.entries(standIns), ...Object.entries(others)]);

const known = new RegExp(`[${[...ascii.keys()].join('')}]`, 'gu');

/** A text with ASCII signs and punctuation, as wide as it was. A dot between two words is the bar it stands for. */
export const inAscii = (text: string): string =>
	text.replaceAll(/(?<=\S) · (?=\S)/gu, ' | ').replaceAll(known, found => ascii.get(found) ?? found);
