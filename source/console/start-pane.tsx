import {Box} from 'ink';
import type {ReactElement} from 'react';
import {Frame, inside, type Size} from '../looks/frame.tsx';
import {Row} from '../looks/row.tsx';

const lines: readonly (readonly [string, string])[] = [
	['Nothing has been declared in this ledger.', ''],
	['', ''],
	['/declare Payments database exposed severity:S2 kind:security', ''],
	['', 'opens an incident; add data:personal where personal data may be involved'],
	['/help', 'keys and verbs'],
	['/quit, or ctrl-c', 'leaves'],
	['', ''],
	['loggist demo', 'in the shell: watches a real incident being played'],
];

/** What stands on the screen before anything has been declared. */
export const StartPane = ({size}: {readonly size: Size}): ReactElement => {
	const inner = inside(size);
	const left = Math.min(62, Math.floor(inner.width * 0.6));
	return (
		<Frame title="Loggist" size={size} isFocused={false}>
			<Box flexDirection="column">
				{lines.slice(0, inner.height).map(([what, why]) => (
					<Row
						key={`${what} ${why}`}
						width={inner.width}
						cells={why === '' ? [{text: what, tone: what.startsWith('/') ? 'strong' : 'plain'}] : [{text: what, tone: 'strong', width: what === '' ? 2 : Math.min(left, 20)}, {text: why, tone: 'quiet'}]}
					/>
				))}
			</Box>
		</Frame>
	);
};
