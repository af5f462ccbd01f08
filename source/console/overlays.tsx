import type {ReactElement} from 'react';
import {Frame} from '../looks/frame.tsx';
import {windowOf} from '../looks/list.ts';
import {Row} from '../looks/row.tsx';
import {inside, type Size} from '../looks/size.ts';
import {columns, forTerminal} from '../text.ts';
import {type HelpLine, leftOf} from './help-rows.ts';
import {leastOffers, type Overlay, searchPrompt, toldRows} from './overlay.ts';
import type {PaletteRow} from './palette.ts';
import {mount} from './screen/mount.tsx';
import type {Rectangle} from './screen/rectangle.ts';
import type {Screen} from './screen/screen.ts';
import type {Menu} from './session.ts';

/** What may be done with a row; a digit takes an offer at once. */
export const MenuOverlay = ({menu, size}: {readonly menu: Menu; readonly size: Size}): ReactElement => {
	const inner = inside(size);
	const told = toldRows(menu, inner.width, inner.height - leastOffers(menu, inner.height));
	const {first, last} = windowOf(menu.offers.length, menu.selected, Math.max(0, inner.height - told.length));
	const labels = Math.max(...menu.offers.map(({label}) => columns(forTerminal(label))), 0) + 2;
	return (
		<Frame title={menu.title} size={size} isFocused>
			{told.map(({text, tone}, index) => (
				// The rows of a text never change places.
				// oxlint-disable-next-line react/no-array-index-key
				<Row key={index} width={inner.width} cells={[{text, tone}]} />
			))}
			{menu.offers.slice(first, last).map((offer, index) => (
				<Row
					key={offer.label}
					width={inner.width}
					isSelected={first + index === menu.selected}
					cells={[
						{text: first + index < 9 ? `${first + index + 1} ` : '  ', tone: 'strong', width: 2},
						{text: offer.label, width: Math.min(labels, inner.width - 2)},
						{text: offer.hint ?? `/${offer.line}`, tone: 'quiet'},
					]}
				/>
			))}
		</Frame>
	);
};

/** Every verb that answers to what is typed. */
export const PaletteOverlay = ({
	rows,
	search,
	selected,
	size,
}: {
	readonly rows: readonly PaletteRow[];
	readonly search: string;
	readonly selected: number;
	readonly size: Size;
}): ReactElement => {
	const inner = inside(size);
	const {first, last} = windowOf(rows.length, selected, Math.max(0, inner.height - 1));
	return (
		<Frame title={`Verbs · ${rows.length} · type to search, enter takes, esc closes`} size={size} isFocused>
			<Row
				width={inner.width}
				cells={[
					{text: searchPrompt, tone: 'strong', width: columns(searchPrompt)},
					search === '' ? {text: 'a verb, or what it is for', tone: 'quiet'} : {text: search},
				]}
			/>
			{rows.length === 0 && inner.height > 1 ? (
				<Row width={inner.width} cells={[{text: 'No verb answers to that.', tone: 'quiet'}]} />
			) : null}
			{rows.slice(first, last).map(({verb, summary}, index) => (
				<Row
					key={verb}
					width={inner.width}
					isSelected={first + index === selected}
					cells={[
						{text: `/${verb}`, tone: 'strong', width: Math.min(18, Math.floor(inner.width / 2))},
						{text: summary, tone: 'quiet'},
					]}
				/>
			))}
		</Frame>
	);
};

/** A page of plain lines to read. */
const PageOverlay = ({
	title,
	lines,
	scroll,
	size,
}: {
	readonly title: string;
	readonly lines: readonly string[];
	readonly scroll: number;
	readonly size: Size;
}): ReactElement => {
	const inner = inside(size);
	const first = Math.min(scroll, Math.max(0, lines.length - inner.height));
	return (
		<Frame title={`${title} · esc closes, up and down move`} size={size} isFocused>
			{lines.slice(first, first + inner.height).map((text, index) => (
				// The lines of a page never change places.
				// oxlint-disable-next-line react/no-array-index-key
				<Row key={first + index} width={inner.width} cells={[{text}]} />
			))}
		</Frame>
	);
};

export const HelpOverlay = ({
	lines,
	search,
	scroll,
	size,
}: {
	readonly lines: readonly HelpLine[];
	readonly search: string;
	readonly scroll: number;
	readonly size: Size;
}): ReactElement => {
	const inner = inside(size);
	const first = Math.min(scroll, Math.max(0, lines.length - inner.height));
	const left = leftOf(inner.width);
	return (
		<Frame
			title={
				search === '' ? 'Help · type to search, esc closes, up and down move' : `Help · “${search}” · esc shows all`
			}
			size={size}
			isFocused
		>
			{lines.slice(first, first + inner.height).map(([what, why], index) => (
				<Row
					// Help lines never change places.
					// oxlint-disable-next-line react/no-array-index-key
					key={first + index}
					width={inner.width}
					cells={[
						{text: what, tone: what.startsWith(' ') ? 'plain' : 'title', ...(why === '' ? {} : {width: left})},
						...(why === '' ? [] : [{text: why, tone: 'quiet' as const}]),
					]}
				/>
			))}
		</Frame>
	);
};

const elementOf = (overlay: Overlay, size: Size): ReactElement => {
	switch (overlay.type) {
		case 'menu': {
			return <MenuOverlay menu={overlay.menu} size={size} />;
		}

		case 'help': {
			return <HelpOverlay lines={overlay.lines} search={overlay.search} scroll={overlay.scroll} size={size} />;
		}

		case 'palette': {
			return <PaletteOverlay rows={overlay.rows} search={overlay.search} selected={overlay.selected} size={size} />;
		}

		case 'page': {
			return <PageOverlay title={overlay.title} lines={overlay.lines} scroll={overlay.scroll} size={size} />;
		}
	}
};

/** An overlay on the screen. */
export type Shown = {
	update(rectangle: Rectangle, overlay: Overlay): void;
	unmount(): void;
};

/** Lays something over the board, as an Ink root of its own. */
export const show = (screen: Screen, rectangle: Rectangle, overlay: Overlay, layer: number): Shown => {
	const mounted = mount(screen, rectangle, elementOf(overlay, rectangle), layer);
	return {
		update(to, next) {
			mounted.update(to, elementOf(next, to));
		},
		unmount() {
			mounted.unmount();
		},
	};
};
