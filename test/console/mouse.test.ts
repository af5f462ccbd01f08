import {describe, expect, test} from 'vitest';
import {feed, idleDecoder} from '../../source/console/keys/decode.ts';
import {layout} from '../../source/console/layout.ts';
import {mouseHandler} from '../../source/console/mouse.ts';
import {newSession, openMenu, select, type Session} from '../../source/console/session.ts';
import {type Spot, spotAt} from '../../source/console/spot.ts';

const menu = {
	title: 'A1',
	text: 'isolate host 17',
	offers: [
		{label: 'understood', line: 'ack A1'},
		{label: 'report', line: 'report A1 '},
	],
	selected: 0,
};

describe('a report of the mouse', () => {
	test.each([
		['\u001B[<0;10;4M', {type: 'mouse', deed: 'click', ctrl: false, x: 9, y: 3}],
		['\u001B[<16;1;1M', {type: 'mouse', deed: 'click', ctrl: true, x: 0, y: 0}],
		['\u001B[<64;300;90M', {type: 'mouse', deed: 'wheel-up', ctrl: false, x: 299, y: 89}],
		['\u001B[<65;2;2M', {type: 'mouse', deed: 'wheel-down', ctrl: false, x: 1, y: 1}],
	])('%j', (bytes, input) => {
		expect(feed(idleDecoder, Buffer.from(bytes))[1]).toEqual([input]);
	});

	test('may come in pieces, between what is typed', () => {
		const [decoder, before] = feed(idleDecoder, Buffer.from('a\u001B[<0;1'));
		expect(before).toEqual([{type: 'text', text: 'a'}]);
		expect(feed(decoder, Buffer.from('0;4Mb'))[1]).toEqual([
			{type: 'mouse', deed: 'click', ctrl: false, x: 9, y: 3},
			{type: 'text', text: 'b'},
		]);
	});
});

describe('a cell of the screen', () => {
	const placed = layout(80, 24);
	const places = new Map([['actions' as const, [undefined, 0, 0, 1]]]);
	const at = (x: number, y: number, overlay?: Parameters<typeof spotAt>[0]['overlay']): Spot | undefined =>
		spotAt({layout: placed, places, overlay}, x, y);
	const actions = placed.panes.actions ?? {x: 0, y: 0, width: 0, height: 0};

	test('is a row of a pane, its frame, the line, or nothing', () => {
		expect(at(actions.x + 3, actions.y + 2)).toEqual({type: 'pane', pane: 'actions', index: 0});
		expect(at(actions.x + 3, actions.y + 3)).toEqual({type: 'pane', pane: 'actions', index: 1});
		expect(at(actions.x + 3, actions.y)).toEqual({type: 'pane', pane: 'actions', index: undefined});
		expect(at(actions.x + 3, actions.y + 4)).toEqual({type: 'pane', pane: 'actions', index: undefined});
		expect(at(5, 21)).toEqual({type: 'line'});
		expect(at(5, 23)).toBeUndefined();
		expect(at(500, 500)).toBeUndefined();
	});

	test('is an offer of the menu that lies over it, or beside that', () => {
		const overlay = {area: {x: 0, y: 10, width: 80, height: 6}, of: {type: 'menu' as const, menu}};
		// A frame, the text, a blank, and the offers.
		expect([11, 12, 13, 14, 15].map(y => at(3, y, overlay))).toEqual(
			[undefined, undefined, 0, 1, undefined].map(index => ({type: 'layer', index})),
		);
		expect(at(3, 9, overlay)).toEqual({type: 'beside'});
	});
});

/** What one deed of the mouse sets going. */
const played = (session: Session, spot: Spot | undefined, deed: 'click' | 'wheel-up' | 'wheel-down', ctrl = false) => {
	const told: string[] = [];
	const tell = (what: string) => () => {
		told.push(what);
	};
	mouseHandler(
		() => session,
		() => spot,
		{
			goTo: (pane, index) => void told.push(`go to ${pane} ${index}`),
			move: by => void told.push(`move ${by}`),
			open: tell('open'),
			mark: tell('mark'),
			choose: tell('choose'),
			closeLayer: tell('close'),
			toLine: tell('to the line'),
		},
	)({type: 'mouse', deed, ctrl, x: 1, y: 1});
	return told;
};

describe('the mouse', () => {
	const session = newSession('');
	const selected = select(session, 'actions', ['A1', 'A2'], 1);
	const row: Spot = {type: 'pane', pane: 'actions', index: 1};

	test('selects by a click, opens by a second one, marks with ctrl', () => {
		expect(played(session, row, 'click')).toEqual(['go to actions 1']);
		expect(played(selected, row, 'click')).toEqual(['open']);
		expect(played(selected, {...row, index: 0}, 'click')).toEqual(['go to actions 0']);
		expect(played(selected, row, 'click', true)).toEqual(['go to actions 1', 'mark']);
		expect(played({...selected, focus: 'line'}, row, 'click')).toEqual(['go to actions 1']);
	});

	test('goes to a pane beside its rows, and to the line', () => {
		expect(played(selected, {...row, index: undefined}, 'click')).toEqual(['go to actions undefined']);
		expect(played(selected, {type: 'line'}, 'click')).toEqual(['to the line']);
		expect(played(selected, undefined, 'click')).toEqual([]);
	});

	test('scrolls what is under it', () => {
		expect(played(session, row, 'wheel-down')).toEqual(['go to actions undefined', 'move 3']);
		expect(played(session, row, 'wheel-up')).toEqual(['go to actions undefined', 'move -3']);
		expect(played(session, {type: 'line'}, 'wheel-up')).toEqual([]);
	});

	test('chooses in a menu by a second click, and closes it beside', () => {
		const open = openMenu(session, menu);
		expect(played(open, {type: 'layer', index: 1}, 'click')).toEqual(['move 1']);
		expect(played(open, {type: 'layer', index: 0}, 'click')).toEqual(['choose']);
		expect(played(open, {type: 'layer', index: undefined}, 'click')).toEqual([]);
		expect(played(open, {type: 'layer', index: undefined}, 'wheel-down')).toEqual(['move 1']);
		expect(played(open, {type: 'beside'}, 'click')).toEqual(['close']);
		const page: Session = {...session, layer: {type: 'page', title: '', lines: [], scroll: 0, isPicture: false}};
		expect(played(page, {type: 'layer', index: undefined}, 'wheel-down')).toEqual(['move 3']);
	});
});
