import {Box} from 'ink';
import type {ReactElement} from 'react';
import type {Size} from '../looks/frame.tsx';
import {glyphs} from '../looks/glyphs.ts';
import {fewLines, rowsInSight} from '../looks/list.tsx';
import {type Cell, Row} from '../looks/row.tsx';
import type {Prompt} from '../rule.ts';
import {columns, forTerminal} from '../text.ts';
import {clockTime} from '../time.ts';

const answerWords = {do: 'do', put: 'put to IM', defer: 'later', override: 'accept', na: 'n/a'} as const;

/** `!` urgent, `*` warn, `-` advise, `·` info: a sign besides the colour. */
const signs = {urgent: '!', warn: '*', advise: '-', info: glyphs.dot} as const;

const signWidth = 3;
const ruleWidth = 4;

/** A prompt in one row, with its answers where they fit beside it, or in two rows. */
const rowsOf = (prompt: Prompt, zone: string, {width, height}: Size): readonly (readonly Cell[])[] => {
	const {severity, rule, text, put, answers} = prompt;
	const tone = put === undefined ? severity : 'quiet';
	const room = width - signWidth - ruleWidth - 1;
	const said = put === undefined ? text : `${text} (put to the Incident Manager ${clockTime(put, zone)})`;
	const lines = fewLines(said, room, height < 2 ? 1 : 2);
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

/** What doctrine asks, most urgent first; the last row says how much is not in sight. */
export const PromptsPane = ({
	prompts,
	zone,
	size,
	selected,
	isFocused,
}: {
	readonly prompts: readonly Prompt[];
	readonly zone: string;
	readonly size: Size;
	readonly selected: number;
	readonly isFocused: boolean;
}): ReactElement => {
	const itemAt = (index: number) => {
		const prompt = prompts[index];
		return prompt === undefined
			? {key: String(index), rows: []}
			: {key: `${prompt.rule} ${prompt.subject}`, rows: rowsOf(prompt, zone, size)};
	};

	const rows = rowsInSight(prompts.length, itemAt, selected, size.height);
	const hidden = prompts.length - new Set(rows.map(row => row.index)).size;
	const more = ` +${hidden} more `;
	return (
		<Box flexDirection="column" width={size.width} height={size.height}>
			{prompts.length === 0 ? (
				<Row width={size.width} cells={[{text: ' Doctrine asks nothing now.', tone: 'quiet'}]} />
			) : null}
			{rows.map(({key, cells, index}, at) => (
				<Row
					key={key}
					width={size.width}
					cells={
						at === rows.length - 1 && hidden > 0 ? [...cells, {text: more, tone: 'strong', width: more.length}] : cells
					}
					isSelected={isFocused && index === selected}
				/>
			))}
		</Box>
	);
};
