import {Text} from 'ink';
import type {ReactElement} from 'react';
import {Frame, inside, type Size} from '../../looks/frame.tsx';
import {Row} from '../../looks/row.tsx';
import type {Tone} from '../../looks/theme.ts';
import {forTerminal, wrap} from '../../text.ts';

/** One entry as the log pane shows it. */
export type LogLine = {
	readonly number: number;
	readonly clock: string;
	readonly who: string;
	readonly text: string;
	readonly struck: string | undefined;
	readonly isLate: boolean;
};

type ShownRow = {readonly key: string; readonly head: string; readonly text: string; readonly mark: string; readonly tone: Tone; readonly index: number};

const whoWidth = 8;
const markWidth = 7;
/** An entry takes no more rows than this; the rest of a long one is in the export. */
const mostRows = 4;

const rowsOf = (line: LogLine, index: number, width: number, digits: number): readonly ShownRow[] => {
	const head = `${String(line.number).padStart(digits)} ${line.clock} `;
	const mark = line.struck === undefined ? (line.isLate ? 'late' : '') : 'struck';
	const room = Math.max(8, width - head.length - whoWidth - 1 - (mark === '' ? 0 : markWidth));
	// Longer than could be shown is not even looked at.
	const wrapped = wrap(forTerminal(line.text.slice(0, room * (mostRows + 1))), room);
	const shown = wrapped.slice(0, mostRows);
	if (wrapped.length > mostRows || line.text.length > room * (mostRows + 1)) {
		shown[mostRows - 1] = `${(shown[mostRows - 1] ?? '').slice(0, Math.max(0, room - 1))}…`;
	}

	return shown.map((text, at) => ({
		key: `${line.number}.${at}`,
		head: at === 0 ? head : '',
		text,
		mark: at === 0 ? mark : '',
		tone: line.struck === undefined ? 'plain' : 'struck',
		index,
	}));
};

/** The rows that fit, ending with the newest entry, or around the selected one. */
const visibleRows = (
	count: number,
	lineAt: (index: number) => LogLine,
	selected: number | undefined,
	{width, height}: Size,
): readonly (ShownRow & {readonly who: string})[] => {
	const digits = String(count).length;
	const rowsAt = (index: number) => {
		const line = lineAt(index);
		return rowsOf(line, index, width, digits).map((row, at) => ({...row, who: at === 0 ? line.who : ''}));
	};

	// With a selection, half of the room is kept for what came after it.
	let last = selected === undefined ? count - 1 : selected;
	const keptBelow = selected === undefined ? 0 : Math.floor(height / 2);
	for (let below = 0; last < count - 1 && below < keptBelow; below += rowsAt(last).length) {
		last++;
	}

	const rows: (ShownRow & {readonly who: string})[] = [];
	for (let index = last; index >= 0 && rows.length < height; index--) {
		rows.unshift(...rowsAt(index));
	}

	return rows.slice(Math.max(0, rows.length - height));
};

/** The log, newest at the bottom: number, time, who, what; late and struck entries are marked in words. */
export const RecordPane = ({
	count,
	lineAt,
	size,
	selected,
	isFocused,
}: {
	readonly count: number;
	/** The entry at that place, oldest first. */
	readonly lineAt: (index: number) => LogLine;
	readonly size: Size;
	readonly selected: number;
	readonly isFocused: boolean;
}): ReactElement => {
	const inner = inside(size);
	const rows = visibleRows(count, lineAt, isFocused ? selected : undefined, inner);
	const behind = isFocused && count > 0 ? count - 1 - selected : 0;
	return (
		<Frame title={behind > 0 ? `Log · ${behind} newer` : `Log · ${count}`} size={size} isFocused={isFocused}>
			{count === 0 ? <Text dimColor>Nothing is in the log yet.</Text> : null}
			{rows.map(row => (
				<Row
					key={row.key}
					width={inner.width}
					isSelected={isFocused && row.index === selected}
					cells={[
						{text: row.head, tone: 'quiet', width: Math.max(row.head.length, String(count).length + 7)},
						{text: row.who, tone: 'advise', width: whoWidth},
						{text: '', width: 1},
						{text: row.text, tone: row.tone},
						...(row.mark === '' ? [] : [{text: ` ${row.mark}`, tone: 'warn' as const, width: markWidth}]),
					]}
				/>
			))}
		</Frame>
	);
};
