import type {ReactElement} from 'react';
import type {Cell} from '../looks/cell.ts';
import {Frame} from '../looks/frame.tsx';
import {List} from '../looks/ink-list.tsx';
import {fewLines} from '../looks/list.ts';
import {inside, type Size} from '../looks/size.ts';
import type {Tone} from '../looks/theme.ts';

type Line = {readonly text: string; readonly tone: Tone; readonly indent: number};

const lines: readonly Line[] = [
	{text: 'Nothing has been declared in this ledger.', tone: 'plain', indent: 0},
	{text: '', tone: 'plain', indent: 0},
	{text: '/declare Payments database exposed severity:S2 kind:security', tone: 'strong', indent: 0},
	{text: 'opens an incident; add data:personal where personal data may be involved', tone: 'quiet', indent: 2},
	{text: '/help', tone: 'strong', indent: 0},
	{text: 'keys and verbs', tone: 'quiet', indent: 2},
	{text: '/quit, or ctrl-c', tone: 'strong', indent: 0},
	{text: 'leaves', tone: 'quiet', indent: 2},
	{text: '', tone: 'plain', indent: 0},
	{text: 'loggist demo', tone: 'strong', indent: 0},
	{text: 'in the shell: watches a real incident being played', tone: 'quiet', indent: 2},
];

/** What stands on the screen before anything has been declared. */
export const StartPane = ({size}: {readonly size: Size}): ReactElement => {
	const inner = inside(size);
	const itemAt = (index: number) => {
		const {text, tone, indent} = lines[index] ?? {text: '', tone: 'plain', indent: 0};
		return {
			key: String(index),
			rows: fewLines(text, inner.width - indent, 3).map((line): readonly Cell[] => [
				{text: '', width: indent},
				{text: line, tone},
			]),
		};
	};

	return (
		<Frame title="Start" size={size} isFocused={false}>
			<List
				count={lines.length}
				itemAt={itemAt}
				width={inner.width}
				height={inner.height}
				selected={0}
				isFocused={false}
			/>
		</Frame>
	);
};
