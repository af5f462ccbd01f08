import type {Cell} from '../looks/cell.ts';
import {drawFrame, drawRow, type Drawing} from '../looks/drawing.ts';
import {drawList, fewLines, type Item} from '../looks/list.ts';
import {inside, type Size} from '../looks/size.ts';
import {columns, forTerminal} from '../text.ts';
import {placeOfStart, type StartOffer, startSaying} from './start.ts';

/** With less room than this beside the name, the text stands below it. */
const leastText = 34;

const digitWidth = 2;
const verbWidth = 9;

const nameWidth = (offers: readonly StartOffer[]): number =>
	Math.min(22, Math.max(0, ...offers.map(({name}) => columns(forTerminal(name)))) + 2);

/**
 * What is said below the list where there is room: the line is the other way to all of it. Where nothing can be declared
 * one waits, or only looks.
 */
const below = (offers: readonly StartOffer[], width: number): Drawing => {
	const told = (text: string, tone: Cell['tone']): Drawing =>
		fewLines(text, width, 2).map(line => drawRow([{text: line, tone: tone ?? 'plain'}], width));
	if (offers.length === 0) {
		return told('What is declared in it is shown here at once.', 'quiet');
	}

	if (!offers.some(({line}) => line === 'declare ')) {
		return [[], ...told('Enter or its digit takes a row; ? is help, ctrl-c leaves.', 'quiet')];
	}

	return [
		[],
		...told('Enter or its digit takes a row. Or type a line:', 'quiet'),
		...told('/declare Payments database exposed severity:S2 kind:security', 'strong'),
		...told('Add data:personal where personal data may be involved; ? is help, ctrl-c leaves.', 'quiet'),
	];
};

const itemOf = (offer: StartOffer, index: number, width: number, names: number): Item => {
	const [verb = ''] = offer.line.split(' ');
	const marks = offer.marks.map((mark, at): Cell => ({text: mark, width: at === 0 ? 4 : 8}));
	const lead: readonly Cell[] = [
		{text: index < 9 ? String(index + 1) : '', tone: 'strong', width: digitWidth},
		{text: `/${verb}`, tone: 'strong', width: verbWidth},
		{text: offer.name, width: names},
		...marks,
	];
	const since: readonly Cell[] =
		offer.since === undefined ? [] : [{text: `since ${offer.since}`, tone: 'quiet', width: 28}];
	const used = [...lead, ...since].reduce((sum, cell) => sum + (cell.width ?? 0), 0);
	const tone = offer.isOpen === false ? 'quiet' : 'plain';
	if (width - used >= leastText) {
		return {key: offer.line, rows: [[...lead, ...since, {text: offer.text, tone}]]};
	}

	// Without marks the text alone may have room where an incident's has none.
	if (offer.marks.length === 0 && width - used >= columns(forTerminal(offer.text))) {
		return {key: offer.line, rows: [[...lead, {text: offer.text, tone}]]};
	}

	const indent = digitWidth + 2;
	return {
		key: offer.line,
		rows: [
			[...lead, ...(width - used >= 0 ? since : []), {text: ''}],
			[
				{text: '', width: indent},
				{text: offer.text, tone},
			],
		],
	};
};

/**
 * What may be begun or gone to: the start screen, and over a board the list that `/open` alone shows. `line` tells
 * which row is selected.
 */
export const drawStart = (offers: readonly StartOffer[], line: string, size: Size, isFocused: boolean): Drawing => {
	const {width, height} = inside(size);
	const names = nameWidth(offers);
	const items = offers.map((offer, index) => itemOf(offer, index, width, names));
	const listed = items.reduce((sum, {rows}) => sum + rows.length, 0);
	const saying = fewLines(startSaying(offers), width, 2);
	const head = height > Math.min(listed, 4) + saying.length ? [...saying, ''] : [];
	const room = height - head.length;
	const hints = below(offers, width);
	const hasHints = room >= listed + hints.length;
	const {rows} = drawList(
		{
			count: items.length,
			itemAt: index => items[index] ?? {key: String(index), rows: []},
			selected: placeOfStart(offers, line),
			height: hasHints ? listed : room,
		},
		width,
		isFocused,
	);
	return drawFrame({title: 'Start', size, isFocused}, [
		...head.map(text => drawRow([{text}], width)),
		...rows,
		...(hasHints ? hints : []),
	]);
};
