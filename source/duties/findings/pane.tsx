import type {ReactElement} from 'react';
import type {Board} from '../../board.ts';
import {Frame, inside, type Size} from '../../looks/frame.tsx';
import {fewLines, type Item, List} from '../../looks/list.tsx';
import {type Cell, Row} from '../../looks/row.tsx';
import type {Tone} from '../../looks/theme.ts';
import {type Finding, ofCertainty} from './state.ts';

const tones: Readonly<Record<Finding['certainty'], Tone>> = {
	known: 'good',
	suspected: 'warn',
	unknown: 'advise',
	refuted: 'struck',
};

const refWidth = 4;
const certaintyWidth = 10;

/** Findings in the order in which they ask for work: suspected, unknown, known, refuted. */
export const findingRows = ({findings}: Board): readonly Finding[] =>
	(['suspected', 'unknown', 'known', 'refuted'] as const).flatMap(certainty =>
		ofCertainty(findings, certainty).toReversed(),
	);

/** What is suspected, unknown and known. */
export const FindingsPane = ({
	board,
	size,
	selected,
	isFocused,
}: {
	readonly board: Board;
	readonly size: Size;
	readonly selected: number;
	readonly isFocused: boolean;
}): ReactElement => {
	const rows = findingRows(board);
	const inner = inside(size);
	const lines = inner.height < 6 ? 1 : 2;
	const itemAt = (index: number): Item => {
		const finding = rows[index];
		if (finding === undefined) {
			return {key: String(index), rows: []};
		}

		const tone = finding.certainty === 'refuted' ? 'struck' : 'plain';
		const [first = '', ...others] = fewLines(finding.text, inner.width - refWidth - certaintyWidth, lines);
		return {
			key: finding.ref,
			rows: [
				[
					{text: `${finding.ref} `, tone: 'strong', width: refWidth},
					{text: `${finding.certainty} `, tone: tones[finding.certainty], width: certaintyWidth},
					{text: first, tone},
				],
				...others.map((text): readonly Cell[] => [
					{text: '', width: refWidth + certaintyWidth},
					{text, tone},
				]),
			],
		};
	};

	const count = (certainty: Finding['certainty']) => ofCertainty(board.findings, certainty).length;
	return (
		<Frame
			title={`Known ${count('known')} · suspected ${count('suspected')} · unknown ${count('unknown')}`}
			size={size}
			isFocused={isFocused}
		>
			{rows.length === 0 ? (
				<Row width={inner.width} cells={[{text: 'Nothing yet: /know … /suspect … /unknown …', tone: 'quiet'}]} />
			) : (
				<List
					count={rows.length}
					itemAt={itemAt}
					width={inner.width}
					height={inner.height}
					selected={selected}
					isFocused={isFocused}
				/>
			)}
		</Frame>
	);
};
