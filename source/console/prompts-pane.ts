import type {Cell} from '../looks/cell.ts';
import {drawRow} from '../looks/drawing.ts';
import {glyphs} from '../looks/glyphs.ts';
import {fewLines, rowsInSight, topOf} from '../looks/list.ts';
import type {PaneDrawing, PaneState} from '../looks/pane.ts';
import type {Prompt} from '../rule.ts';
import {columns, forTerminal} from '../text.ts';
import {type Instant, timeFrom} from '../time.ts';

const answerWords = {do: 'do', put: 'put to IM', defer: 'later', override: 'accept', na: 'n/a'} as const;

/** `!` urgent, `*` warn, `-` advise, `·` info: a sign besides the colour. */
const signs = {urgent: '!', warn: '*', advise: '-', info: glyphs.dot} as const;

/** When it is, and on whose wall clock. */
type When = {readonly now: Instant; readonly zone: string};

/** With less room than this a prompt takes two rows, or nobody could tell what it asks. */
const cutFrom = 60;
const leastCut = 3;

const signWidth = 3;
const ruleWidth = 4;

/** A prompt in one row, with its answers where they fit beside it, or in as many as it may take. */
const rowsOf = (prompt: Prompt, {now, zone}: When, width: number, most: number): readonly (readonly Cell[])[] => {
	const {severity, rule, text, put, answers} = prompt;
	const tone = put === undefined ? severity : 'quiet';
	const room = width - signWidth - ruleWidth - 1;
	const said = put === undefined ? text : `${text} (put to the Incident Manager ${timeFrom(now, put, zone)})`;
	const lines = fewLines(said, room, most);
	const answered = answers.map(answer => answerWords[answer]).join(' · ');
	const fits = lines.length === 1 && put === undefined && columns(forTerminal(text)) + answered.length + 3 <= room;
	const [first = '', ...others] = lines;
	return [
		[
			{text: ` ${signs[severity]} `, tone: severity, width: signWidth},
			{text: `${rule} `, tone: 'strong', width: ruleWidth},
			{text: first, tone},
			...(fits ? [{text: `  ${answered}`, tone: 'quiet' as const, width: answered.length + 2}] : []),
			{text: ' ', width: 1},
		],
		...others.map((line): readonly Cell[] => [
			{text: '', width: signWidth + ruleWidth},
			{text: line, tone},
			{text: ' ', width: 1},
		]),
	];
};

/**
 * What doctrine asks, most urgent first; the last row says how much is not in sight. Where there is more than can be in
 * sight each takes one row, but for the selected one.
 */
export const drawPrompts = (
	prompts: readonly Prompt[],
	when: When,
	{size, selected, isFocused, top: before}: PaneState,
	/** Whether doctrine has not been asked yet. */
	isUnasked = false,
): PaneDrawing => {
	const {width, height} = size;
	if (prompts.length === 0) {
		return {rows: isUnasked ? [] : [drawRow([{text: ' Doctrine asks nothing now.', tone: 'quiet'}], width)]};
	}

	const isCut = width >= cutFrom && height >= leastCut && prompts.length > height;
	const mostOf = (index: number): number => (height < 2 || (isCut && !(isFocused && index === selected)) ? 1 : 2);
	const itemAt = (index: number) => {
		const prompt = prompts[index];
		return prompt === undefined
			? {key: String(index), rows: []}
			: {key: `${prompt.rule} ${prompt.subject}`, rows: rowsOf(prompt, when, width, mostOf(index))};
	};

	const list = {count: prompts.length, itemAt, selected, height, top: before};
	const top = topOf(list);
	const rows = rowsInSight({...list, top});
	const hidden = prompts.length - new Set(rows.map(row => row.index)).size;
	const more = ` +${hidden} more `;
	return {
		top,
		places: rows.map(({index}) => index),
		rows: rows.map(({cells, index}, at) =>
			drawRow(
				at === rows.length - 1 && hidden > 0 ? [...cells, {text: more, tone: 'strong', width: more.length}] : cells,
				width,
				isFocused && index === selected,
			),
		),
	};
};
