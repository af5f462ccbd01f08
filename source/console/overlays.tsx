import {Box} from 'ink';
import type {ReactElement} from 'react';
import type {Command} from '../command.ts';
import {usageOf} from '../language/verbs.ts';
import type {Candidate} from '../language/complete.ts';
import {Frame, inside, type Size} from '../looks/frame.tsx';
import {windowOf} from '../looks/list.ts';
import {Row} from '../looks/row.tsx';
import {type Binding, keyLabel} from './keymap.ts';
import type {Menu} from './session.ts';

/** What may be done with a row; a digit takes an offer at once. */
export const MenuOverlay = ({menu, size}: {readonly menu: Menu; readonly size: Size}): ReactElement => {
	const inner = inside(size);
	const {first, last} = windowOf(menu.offers.length, menu.selected, inner.height);
	return (
		<Frame title={menu.title} size={size} isFocused>
			{menu.offers.slice(first, last).map((offer, index) => (
				<Row
					key={offer.line}
					width={inner.width}
					isSelected={first + index === menu.selected}
					cells={[
						{text: first + index < 9 ? `${first + index + 1} ` : '  ', tone: 'strong', width: 2},
						{text: offer.label, width: Math.min(34, Math.floor(inner.width / 2))},
						{text: ` /${offer.line}`, tone: 'quiet'},
					]}
				/>
			))}
		</Frame>
	);
};

/** What may stand at the cursor; Tab takes the first, and then the next. */
export const CandidatesOverlay = ({
	candidates,
	at,
	size,
}: {
	readonly candidates: readonly Candidate[];
	/** The one that is in the line; -1 for none yet. */
	readonly at: number;
	readonly size: Size;
}): ReactElement => {
	const {first, last} = windowOf(candidates.length, Math.max(0, at), size.height);
	const width = Math.min(24, Math.max(...candidates.map(one => one.text.length)) + 2);
	return (
		<Box flexDirection="column" width={size.width} height={size.height}>
			{candidates.slice(first, last).map((candidate, index) => (
				<Row
					key={candidate.text}
					width={size.width}
					isSelected={first + index === at}
					cells={[
						{text: '  ', width: 2},
						{text: candidate.text, tone: 'strong', width},
						{text: candidate.hint, tone: 'quiet'},
					]}
				/>
			))}
		</Box>
	);
};

/** The lines of the help: keys, then verbs, from their tables. */
export const helpLines = (bindings: readonly Binding[], commands: readonly Command[]): readonly (readonly [string, string])[] => [
	['Keys', ''],
	...bindings.map(({keys, summary, where}): readonly [string, string] => [
		`  ${keys.map(key => keyLabel(key)).join(', ')}`,
		`${summary}${where.length === 1 ? ` (at the ${where[0] ?? ''})` : ''}`,
	]),
	['', ''],
	['Verbs, after /', ''],
	...commands.map((command): readonly [string, string] => [`  ${usageOf(command)}`, command.summary]),
	['', ''],
	['A line without / is a note.', ''],
	['  because …', 'a reason, to the end of the line'],
	['  by 14:30, by 20m', 'when it is due'],
	['  at 13:50', 'when it happened'],
	['  @"Full Name"', 'adds somebody new'],
];

export const HelpOverlay = ({
	lines,
	scroll,
	size,
}: {
	readonly lines: readonly (readonly [string, string])[];
	readonly scroll: number;
	readonly size: Size;
}): ReactElement => {
	const inner = inside(size);
	const first = Math.min(scroll, Math.max(0, lines.length - inner.height));
	const left = Math.floor(inner.width * 0.55);
	return (
		<Frame title="Help · esc closes, up and down move" size={size} isFocused>
			{lines.slice(first, first + inner.height).map(([what, why], index) => (
				<Row
					// Help lines never change places.
					// oxlint-disable-next-line react/no-array-index-key
					key={first + index}
					width={inner.width}
					cells={[
						{text: what, tone: what.startsWith(' ') ? 'plain' : 'title', width: left},
						{text: why, tone: 'quiet'},
					]}
				/>
			))}
		</Frame>
	);
};
