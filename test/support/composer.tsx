import {Box} from 'ink';
import type {ReactElement} from 'react';
import {FooterRow, LineRow, type Saying, SayingRow} from '../../source/console/composer.tsx';
import type {Binding} from '../../source/console/keymap.ts';
import type {Line} from '../../source/console/line.ts';

/** The rows of the composer as they stand under one another on the screen. */
export const Composer = ({
	line,
	saying,
	bindings,
	invitation,
	width,
}: {
	readonly line: Line;
	readonly saying: Saying;
	readonly bindings: readonly Binding[];
	readonly invitation: string;
	readonly width: number;
}): ReactElement => (
	<Box flexDirection="column" width={width} height={3}>
		<LineRow line={line} invitation={invitation} width={width} />
		<SayingRow saying={saying} width={width} />
		<FooterRow bindings={bindings} width={width} />
	</Box>
);
