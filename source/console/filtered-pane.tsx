import {Box} from 'ink';
import type {ReactElement} from 'react';
import {Frame, inside, type Size} from '../looks/frame.tsx';
import {fewLines, type Item, List, rowsInSight} from '../looks/list.tsx';
import {type Cell, Row} from '../looks/row.tsx';
import type {Instant} from '../time.ts';
import {type FilteredRows, filteredRows} from './filtered.ts';
import type {PaneName} from './layout.ts';
import type {WordedRow} from './listing.ts';
import {startOf} from './rows.ts';
import {type Filter, placeOf, type Session} from './session.ts';
import {useSelected} from './store.ts';
import type {Stores} from './stores.ts';

const titleOf = (pane: PaneName): string => `${pane.charAt(0).toUpperCase()}${pane.slice(1)}`;

/** `Actions · filter “host” · 2 of 9`. */
export const filterTitle = ({pane, words}: Filter, {keys, of}: FilteredRows): string =>
	`${titleOf(pane)} · filter “${words}” · ${keys.length} of ${of}`;

/** A lead beside which a text would stand one word a line goes above it. */
const leastText = 20;
const mostLines = 4;

const itemOf = ({key, lead, text, tone = 'plain'}: WordedRow, {width, height}: Size): Item => {
	const taken = lead.reduce((sum, cell) => sum + (cell.width ?? 0), 0);
	const lines = height < 6 ? 1 : mostLines;
	const isBelow = width - taken < leastText && lines > 1;
	const indent = isBelow ? 1 : taken;
	const [first = '', ...others] = isBelow
		? ['', ...fewLines(text, width - indent, lines - 1)]
		: fewLines(text, width - indent, lines);
	return {
		key,
		rows: [
			[...lead, {text: first, tone}],
			...others.map((other): readonly Cell[] => [
				{text: '', width: indent},
				{text: other, tone},
			]),
		],
	};
};

/** A pane without room for a frame carries its title beside its row. */
const leastFrame = 3;
const nothing = 'No row says every word; esc shows all again.';

/** The rows of a pane that a filter leaves, whatever pane that is. */
export const FilteredList = ({
	filter,
	found,
	seen,
	size,
	selected,
	isFocused,
}: {
	readonly filter: Filter;
	readonly found: FilteredRows;
	/** How many there were when the selection was last moved: what came since waits below, unless it moves nothing. */
	readonly seen: number;
	readonly size: Size;
	readonly selected: number;
	readonly isFocused: boolean;
}): ReactElement => {
	const {keys, at} = found;
	const title = filterTitle(filter, found);
	const isFramed = size.height >= leastFrame;
	const room = isFramed ? inside(size) : {width: size.width, height: Math.max(0, size.height - 1)};
	const itemAt = (index: number): Item => {
		const row = at(index);
		return row === undefined ? {key: String(index), rows: []} : itemOf(row, room);
	};

	const isRoomForAll = rowsInSight(keys.length, itemAt, selected, room.height + 1).length <= room.height;
	const content =
		keys.length === 0 ? (
			<Row width={room.width} cells={[{text: nothing, tone: 'quiet'}]} />
		) : (
			<List
				count={isRoomForAll ? keys.length : Math.min(seen, keys.length)}
				itemAt={itemAt}
				width={room.width}
				height={room.height}
				selected={selected}
				isFocused={isFocused}
			/>
		);
	return isFramed ? (
		<Frame title={title} size={size} isFocused={isFocused}>
			{content}
		</Frame>
	) : (
		<Box flexDirection="column" width={size.width} height={size.height}>
			<Row width={size.width} cells={[{text: ` ${title}`, tone: isFocused ? 'title' : 'strong'}]} />
			{room.height > 0 ? content : null}
		</Box>
	);
};

const selectionIn = ({selection}: Session, pane: PaneName) => (selection?.pane === pane ? selection : undefined);

/** A pane while it is filtered. */
export const FilteredPane = ({
	stores,
	filter,
	size,
}: {
	readonly stores: Stores;
	readonly filter: Filter;
	readonly size: Size;
}): ReactElement => {
	const {pane} = filter;
	const listed = useSelected(stores.listed, value => value);
	const now = useSelected(stores.now, (value): Instant => `${value.slice(0, 16)}:00.000Z`);
	const isFocused = useSelected(stores.session, session => session.focus === pane);
	const selection = useSelected(stores.session, session => selectionIn(session, pane));
	const found = filteredRows(listed, now, filter);
	const {keys} = found;
	return (
		<FilteredList
			filter={filter}
			found={found}
			seen={selection !== undefined && pane === 'log' ? selection.count : keys.length}
			size={size}
			selected={selection === undefined ? startOf(pane, keys.length) : placeOf(selection, keys)}
			isFocused={isFocused}
		/>
	);
};
