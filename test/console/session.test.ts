import {describe, expect, test} from 'vitest';
import type {PaneName} from '../../source/console/layout.ts';
import {
	closeLayer,
	complete,
	edit,
	focusOn,
	frontOf,
	giveBack,
	halfTyped,
	inTheWay,
	moveInLayer,
	narrow,
	newer,
	newSession,
	nextFocus,
	notify,
	offerLine,
	older,
	openHelp,
	openMenu,
	openPalette,
	paneMeant,
	placeOf,
	recorded,
	search,
	select,
	type Session,
	spent,
	stepBack,
	takeLine,
	toLine,
	type,
	whereOf,
	zoom,
} from '../../source/console/session.ts';

const rows = ['A1', 'A2', 'A3', 'A4'];
const menu = {title: 'A1', text: 'isolate host 17', offers: [{label: 'done', line: 'done A1'}], selected: 0};

const on = (pane: PaneName, keys: readonly string[], index: number): Session =>
	select(newSession('half'), pane, keys, index);

const placeIn = ({selection}: Session, keys: readonly string[]): number | undefined =>
	selection === undefined ? undefined : placeOf(selection, keys);

/** The session after a line has been typed and recorded. */
const said = (before: Session, text: string): Session => recorded(takeLine(type(before, text)));

describe('a selection', () => {
	test('stays on its row when others come before and after it', () => {
		expect(placeIn(on('actions', rows, 2), ['A9', 'A1', 'A2', 'A3', 'A4', 'A5'])).toBe(3);
	});

	test('stays on its row when others go', () => {
		expect(placeIn(on('actions', rows, 2), ['A3', 'A4'])).toBe(0);
	});

	test('stays at its place when its own row goes, and within what is left', () => {
		expect(placeIn(on('actions', rows, 2), ['A1', 'A2', 'A4'])).toBe(2);
		expect(placeIn(on('actions', rows, 3), ['A1', 'A2'])).toBe(1);
		expect(placeIn(on('actions', rows, 3), [])).toBe(0);
	});

	test('stops at the first row and the last', () => {
		expect(on('actions', rows, Number.NEGATIVE_INFINITY).selection).toMatchObject({key: 'A1', index: 0});
		expect(on('actions', rows, Number.MAX_SAFE_INTEGER).selection).toMatchObject({key: 'A4', index: 3});
		expect(on('actions', [], 0).selection).toBeUndefined();
	});

	test('is taken up where it was when its pane gets the focus again from the line', () => {
		const typing = type(on('log', rows, 1), ' a line');
		expect(typing.focus).toBe('line');
		expect(focusOn(typing, 'log', ['new', ...rows], 4).selection).toMatchObject({key: 'A2', index: 2});
		expect(focusOn(typing, 'roles', rows, 0).selection).toMatchObject({pane: 'roles', index: 0});
	});

	test('remembers how many rows there were, so that later ones move nothing', () => {
		expect(on('log', rows, 1).selection?.count).toBe(4);
	});
});

describe('typing', () => {
	test('goes to the line from a pane, a menu and the help', () => {
		for (const session of [
			on('actions', rows, 0),
			openMenu(on('actions', rows, 0), menu),
			openHelp(newSession('half')),
		]) {
			const typed = type(session, '!');
			expect(typed.line.text).toBe('half!');
			expect(whereOf(typed)).toBe('line');
		}
	});

	test('leaves in sight what was selected; the line alone gives it up', () => {
		const typed = type(on('log', rows, 1), '!');
		expect(typed.selection).toMatchObject({pane: 'log', key: 'A2'});
		expect(toLine(typed).selection).toBeUndefined();
		expect(stepBack(typed, false).selection).toBeUndefined();
	});

	test('ends the notice; moving over the line ends it too', () => {
		const told = notify(newSession('half'), 'It is written.', 'quiet');
		expect(type(told, 'a').notice).toBeUndefined();
		expect(edit(told, 'left').notice).toBeUndefined();
	});
});

describe('the focus', () => {
	const panes: readonly PaneName[] = ['log', 'prompts', 'actions'];

	test('goes round the panes and the line', () => {
		expect(nextFocus(newSession(''), panes, 1)).toBe('log');
		expect(nextFocus(on('actions', rows, 0), panes, 1)).toBe('line');
		expect(nextFocus(newSession(''), panes, -1)).toBe('actions');
		expect(nextFocus(newSession(''), [], 1)).toBe('line');
	});

	test('of a pane that cannot be shown goes on from the line', () => {
		expect(nextFocus(on('findings', rows, 0), panes, 1)).toBe('log');
	});
});

describe('a half-typed line', () => {
	test('makes way for the line of a menu and comes back when that is recorded', () => {
		const offered = offerLine(newSession('half'), '/done A1');
		expect(offered.line.text).toBe('/done A1');
		expect(halfTyped(offered)).toBe('half');
		expect(recorded(takeLine(offered)).line.text).toBe('half');
	});

	test('comes back when the line of a menu is let go', () => {
		expect(stepBack(offerLine(newSession('half'), '/done A1'), false)).toMatchObject({
			line: {text: 'half', cursor: 4},
			shelved: '',
		});
	});

	test('is not lost to a second menu', () => {
		const twice = offerLine(offerLine(newSession('half'), '/done A1'), '/ack A1');
		expect(halfTyped(twice)).toBe('half');
	});

	test('begun while another is being written stays when that is recorded', () => {
		const writing = type(takeLine(newSession('first')), 'second');
		expect(recorded(writing).line.text).toBe('second');
	});

	test('is given back when it could not be written, or else is the last of the history', () => {
		expect(giveBack(takeLine(newSession('first')), 'first').line.text).toBe('first');
		const begun = giveBack(type(takeLine(newSession('first')), 'second'), 'first');
		expect(begun.line.text).toBe('second');
		expect(older(begun).line.text).toBe('first');
	});
});

describe('the history', () => {
	const session = said(said(said(newSession(''), 'one'), 'two'), 'one');

	test('holds each line once, the newest last', () => {
		expect(session.history).toEqual(['two', 'one']);
	});

	test('is walked back and forth, and ends in the line that was left', () => {
		const left = type(session, 'half');
		expect(older(left).line.text).toBe('one');
		expect(older(older(left)).line.text).toBe('two');
		expect(older(older(older(left))).line.text).toBe('two');
		expect(newer(newer(older(older(left)))).line.text).toBe('half');
		expect(newer(left)).toEqual(left);
	});
});

describe('a completion', () => {
	const verbs = {
		from: 0,
		candidates: [
			{text: '/ack', hint: ''},
			{text: '/action', hint: ''},
		],
	};

	test('goes from candidate to candidate and round', () => {
		const one = complete(newSession('/a'), verbs);
		expect(one.line.text).toBe('/ack ');
		const two = complete(one, verbs);
		expect(two.line.text).toBe('/action ');
		expect(complete(two, verbs).line.text).toBe('/ack ');
	});

	test('of the only candidate is followed by a blank, and is over; not so a key that waits for its value', () => {
		expect(complete(newSession('/ac'), {from: 0, candidates: [{text: '/ack', hint: ''}]})).toMatchObject({
			line: {text: '/ack ', cursor: 5},
			cycle: undefined,
		});
		expect(complete(newSession('/declare x z'), {from: 11, candidates: [{text: 'zone:', hint: ''}]}).line.text).toBe(
			'/declare x zone:',
		);
	});

	test('is closed by a step back, until the line changes', () => {
		const closed = stepBack(newSession('/a'), true);
		expect(closed.isListClosed).toBe(true);
		expect(closed.line.text).toBe('/a');
		expect(type(closed, 'c').isListClosed).toBe(false);
	});
});

describe('a layer', () => {
	test('is closed one at a time and leaves the focus where it was', () => {
		const open = openMenu(on('actions', rows, 1), menu);
		expect(whereOf(open)).toBe('menu');
		expect(closeLayer(open)).toMatchObject({focus: 'actions', layer: {type: 'none'}});
	});

	test('is moved in within its ends', () => {
		const offers = [menu.offers, menu.offers, menu.offers].flat();
		const open = openMenu(newSession(''), {...menu, offers});
		expect(moveInLayer(open, 9, 0).layer).toMatchObject({menu: {selected: 2}});
		expect(moveInLayer(open, -9, 0).layer).toMatchObject({menu: {selected: 0}});
		const help = openHelp(newSession(''));
		expect(moveInLayer(help, Number.MAX_SAFE_INTEGER, 12).layer).toMatchObject({scroll: 12});
		expect(moveInLayer(moveInLayer(help, 99, 12), -1, 12).layer).toMatchObject({scroll: 11});
	});
});

describe('a list alone', () => {
	test('is the one that has the focus, and the same key takes that back', () => {
		const zoomed = zoom(on('actions', rows, 2));
		expect(zoomed.zoom).toBe('actions');
		expect(placeIn(zoomed, rows)).toBe(2);
		expect(zoom(zoomed).zoom).toBeUndefined();
	});

	test('from the line is the one that had it last', () => {
		expect(zoom(toLine(on('actions', rows, 2))).zoom).toBe('actions');
		expect(zoom(newSession('')).zoom).toBe('log');
	});

	test('changes with the focus, and stays while somebody types', () => {
		const zoomed = select(zoom(on('actions', rows, 2)), 'log', ['1', '2'], 0);
		expect(zoomed.zoom).toBe('log');
		expect(type(zoomed, 'x').zoom).toBe('log');
	});
});

describe('a narrowed list', () => {
	const filter = {pane: 'actions', words: 'host'} as const;
	const some = ['A2', 'A4'];
	const narrowed = narrow(on('actions', rows, 3), filter, {pane: 'actions', keys: some, start: 0});

	test('keeps its row selected where it is still listed', () => {
		expect(narrowed.selection).toEqual({pane: 'actions', key: 'A4', index: 1, count: 2});
		const whole = narrow(narrowed, undefined, {pane: 'actions', keys: rows, start: 0});
		expect(whole.selection).toEqual({pane: 'actions', key: 'A4', index: 3, count: 4});
	});

	test('starts anew where it is not', () => {
		expect(narrow(on('actions', rows, 2), filter, {pane: 'actions', keys: some, start: 0}).selection?.key).toBe('A2');
		expect(narrow(on('actions', rows, 0), filter, {pane: 'actions', keys: [], start: 0}).selection).toBeUndefined();
	});

	test('moves neither the focus nor the selection of another list', () => {
		const log = on('log', ['1', '2'], 1);
		expect(narrow(log, filter, {pane: 'actions', keys: some, start: 0})).toEqual({...log, filter});
		expect(narrow(type(on('actions', rows, 3), 'x'), filter, {pane: 'actions', keys: some, start: 0}).focus).toBe(
			'line',
		);
	});

	test('is on the screen while it is narrowed', () => {
		expect(frontOf(toLine(narrowed))).toBe('actions');
	});

	test('is what Esc takes back first, then a list alone; but not while a menu has a line', () => {
		expect(inTheWay(zoom(narrowed))).toBe('filter');
		expect(inTheWay(zoom(narrow(narrowed, undefined, {pane: 'actions', keys: rows, start: 0})))).toBe('zoom');
		expect(inTheWay(offerLine(zoom(narrowed), '/ack A4'))).toBeUndefined();
		expect(inTheWay(on('actions', rows, 0))).toBeUndefined();
	});

	test('leaves other lists to Esc', () => {
		expect(inTheWay(select(narrowed, 'log', ['1'], 0))).toBeUndefined();
	});
});

describe('a search', () => {
	test('in the help begins at the top, and Esc ends it before it closes the help', () => {
		const searched = search(moveInLayer(openHelp(newSession('half')), 5, 9), text => `${text}zoom`);
		expect(searched.layer).toEqual({type: 'help', search: 'zoom', scroll: 0});
		expect(searched.line.text).toBe('half');
		expect(closeLayer(searched).layer).toEqual({type: 'help', search: '', scroll: 0});
		expect(closeLayer(closeLayer(searched)).layer.type).toBe('none');
	});

	test('in the palette begins at the first verb, and Esc closes it', () => {
		const searched = search(moveInLayer(openPalette(newSession('half')), 3, 9), text => `${text}dec`);
		expect(searched.layer).toEqual({type: 'palette', search: 'dec', selected: 0});
		expect(moveInLayer(searched, 99, 4).layer).toMatchObject({selected: 4});
		expect(whereOf(searched)).toBe('palette');
		expect(closeLayer(searched).layer.type).toBe('none');
	});

	test('is never longer than anybody types', () => {
		expect(search(openPalette(newSession('')), () => 'x'.repeat(10_000)).layer).toMatchObject({
			search: 'x'.repeat(100),
		});
	});

	test('is nothing where there is no layer, or a menu', () => {
		const plain = newSession('half');
		expect(search(plain, () => 'x')).toBe(plain);
		const open = openMenu(plain, menu);
		expect(search(open, () => 'x')).toBe(open);
	});
});

test('a line of the console gives back the line that made way for it, and is in the history', () => {
	const after = spent(offerLine(newSession('half'), '/filter host'));
	expect(after.line.text).toBe('half');
	expect(after.history).toEqual(['/filter host']);
});

test('the pane that is meant is the one with the focus, the one with the selection, or the last', () => {
	expect(paneMeant(on('actions', rows, 1))).toBe('actions');
	expect(paneMeant(type(on('actions', rows, 1), 'x'))).toBe('actions');
	expect(paneMeant(toLine(on('actions', rows, 1)))).toBe('actions');
	expect(paneMeant(newSession(''))).toBe('log');
});
