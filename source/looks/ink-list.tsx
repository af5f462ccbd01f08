import type {ReactElement} from 'react';
import {type Item, rowsInSight} from './list.ts';
import {Row} from './row.tsx';

/** A list of items of one row or more. The selected one is shown inverse where keys go to the list. */
export const List = ({
	count,
	itemAt,
	width,
	height,
	selected,
	isFocused,
}: {
	readonly count: number;
	readonly itemAt: (index: number) => Item;
	readonly width: number;
	readonly height: number;
	readonly selected: number;
	readonly isFocused: boolean;
}): ReactElement => (
	<>
		{rowsInSight({count, itemAt, selected, height}).map(({key, cells, index}) => (
			<Row key={key} width={width} cells={cells} isSelected={isFocused && index === selected} />
		))}
	</>
);
