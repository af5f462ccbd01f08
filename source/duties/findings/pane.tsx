import type {ReactElement} from 'react';
import type {Board} from '../../board.ts';
import {Frame, inside, type Size} from '../../looks/frame.tsx';
import {windowOf} from '../../looks/list.ts';
import {Row} from '../../looks/row.tsx';
import type {Tone} from '../../looks/theme.ts';
import {type Finding, ofCertainty} from './state.ts';

const tones: Readonly<Record<Finding['certainty'], Tone>> = {
	known: 'good',
	suspected: 'warn',
	unknown: 'advise',
	refuted: 'struck',
};

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
	const {first, last} = windowOf(rows.length, isFocused ? selected : 0, inner.height);
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
				rows.slice(first, last).map((finding, index) => (
					<Row
						key={finding.ref}
						width={inner.width}
						cells={[
							{text: `${finding.ref} `, tone: 'strong', width: 4},
							{text: `${finding.certainty} `, tone: tones[finding.certainty], width: 10},
							{text: finding.text, tone: finding.certainty === 'refuted' ? 'struck' : 'plain'},
						]}
						isSelected={isFocused && first + index === selected}
					/>
				))
			)}
		</Frame>
	);
};
