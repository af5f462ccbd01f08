import {Box} from 'ink';
import type {ReactElement} from 'react';
import type {Size} from '../looks/frame.tsx';
import {windowOf} from '../looks/list.ts';
import {type Cell, Row} from '../looks/row.tsx';
import type {Prompt} from '../rule.ts';
import {clockTime} from '../time.ts';

const answerWords = {do: 'do', put: 'put to IM', defer: 'later', override: 'accept', na: 'n/a'} as const;

/** `!` urgent, `*` warn, `-` advise, `·` info: a sign besides the colour. */
const signs = {urgent: '!', warn: '*', advise: '-', info: '·'} as const;

const cellsOf = (prompt: Prompt, zone: string, width: number): readonly Cell[] => {
	const {severity, rule, text, put, answers} = prompt;
	const state = put === undefined ? answers.map(answer => answerWords[answer]).join(' · ') : `put to IM ${clockTime(put, zone)}`;
	const tail = width >= 100 && state !== '' ? [{text: ` ${state}`, tone: 'quiet' as const, width: 30, align: 'right' as const}] : [];
	return [
		{text: ` ${signs[severity]} `, tone: severity, width: 3},
		{text: `${rule} `, tone: 'strong', width: 4},
		{text, tone: put === undefined ? severity : 'quiet'},
		...tail,
		{text: ' ', width: 1},
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
	const {first, last} = windowOf(prompts.length, isFocused ? selected : 0, size.height);
	const hidden = prompts.length - (last - first);
	return (
		<Box flexDirection="column" width={size.width} height={size.height}>
			{prompts.length === 0 ? <Row width={size.width} cells={[{text: ' Doctrine asks nothing now.', tone: 'quiet'}]} /> : null}
			{prompts.slice(first, last).map((prompt, index) => {
				const isLast = index === last - first - 1;
				const more = isLast && hidden > 0 ? [{text: `+${hidden} more `, tone: 'strong' as const, width: 10, align: 'right' as const}] : [];
				return (
					<Row
						key={`${prompt.rule} ${prompt.subject}`}
						width={size.width}
						cells={[...cellsOf(prompt, zone, size.width), ...more]}
						isSelected={isFocused && first + index === selected}
					/>
				);
			})}
		</Box>
	);
};
