import {Box, Text} from 'ink';
import type {ReactElement, ReactNode} from 'react';
import {clip, columns, forTerminal} from '../text.ts';
import {glyphs} from './glyphs.ts';
import {drawn, edges, lookOf} from './looks.ts';
import type {Size} from './size.ts';

/** An overlay's border with its title in the upper edge. The focused one is bright, and marked `▸` besides. */
export const Frame = ({
	title,
	size,
	isFocused,
	children,
}: {
	readonly title: string;
	readonly size: Size;
	readonly isFocused: boolean;
	readonly children: ReactNode;
}): ReactElement => {
	const label = clip(forTerminal(`${isFocused ? glyphs.pointer : ''}${title}`), Math.max(0, size.width - 6));
	const {topLeft, top, topRight} = edges();
	const rest = top.repeat(Math.max(0, size.width - 4 - columns(label)));
	const edge = lookOf(isFocused ? 'plain' : 'border');
	return (
		<Box flexDirection="column" width={size.width} height={size.height}>
			<Text wrap="truncate">
				<Text {...edge}>{`${topLeft} `}</Text>
				<Text {...lookOf(isFocused ? 'title' : 'heading')}>{drawn(label)}</Text>
				<Text {...edge}>{` ${rest}${topRight}`}</Text>
			</Text>
			<Box
				flexDirection="column"
				flexGrow={1}
				borderStyle={edges()}
				borderTop={false}
				borderDimColor={edge.dimColor ?? false}
				{...(edge.color === undefined ? {} : {borderColor: edge.color})}
				paddingX={1}
				overflow="hidden"
			>
				{children}
			</Box>
		</Box>
	);
};
