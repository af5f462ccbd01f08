import {Box} from 'ink';
import type {ReactElement} from 'react';
import type {Board} from '../../board.ts';
import {type Cell, Row} from '../../looks/row.tsx';
import type {Size} from '../../looks/frame.tsx';
import {columns, forTerminal} from '../../text.ts';
import {clockTime, elapsed, inZone, type Instant, stopwatch, zoneName} from '../../time.ts';

const dataWords = {yes: ' · personal data', maybe: ' · personal data?', no: ''} as const;

const cell = (text: string, tone: Cell['tone'] = 'plain'): Cell => ({
	text: ` ${text} `,
	tone,
	width: columns(forTerminal(text)) + 2,
});

/** The header: what the incident is, how it stands, how long it has run, and what time it is for the responders. */
export const DeclarationPane = ({
	board,
	now,
	size,
}: {
	readonly board: Board;
	readonly now: Instant;
	readonly size: Size;
}): ReactElement => {
	const {declaration, incident} = board;
	const {declaredAt, closedAt, zone, severity, incidentKind, phase} = declaration;
	const clock = `${inZone(now, zone, size.width < 60 ? 'HH:mm' : 'HH:mm:ss')} ${zoneName(now, zone)}`;
	if (declaredAt === undefined) {
		return (
			<Row
				width={size.width}
				cells={[
					{text: ' Loggist', tone: 'title'},
					{text: `${clock} `, width: clock.length + 1, align: 'right'},
				]}
			/>
		);
	}

	const isNarrow = size.width < 100;
	const state =
		closedAt === undefined
			? `${phase.toUpperCase()}${isNarrow ? '' : ' · BRONZE'}`
			: `CLOSED ${clockTime(closedAt, zone)}`;
	const kind = `${severity}${isNarrow ? '' : ` ${incidentKind}${dataWords[declaration.personalData]}`}`;
	const ran = stopwatch(elapsed(declaredAt, closedAt ?? now));
	const cells: readonly Cell[] = [
		...(declaration.exercise ? [cell('EXERCISE', 'exercise')] : []),
		...(declaration.marking === undefined || isNarrow ? [] : [cell(declaration.marking, 'strong')]),
		cell(incident, 'strong'),
		{text: declaration.title, tone: 'strong'},
		cell(kind, severity === 'S1' ? 'urgent' : severity === 'S2' ? 'warn' : 'plain'),
		cell(state, phase === 'hot' && closedAt === undefined ? 'urgent' : 'plain'),
		...(size.width < 60 ? [] : [cell(ran)]),
		cell(clock, 'strong'),
	];
	return (
		<Box width={size.width} height={size.height}>
			<Row width={size.width} cells={cells} />
		</Box>
	);
};
