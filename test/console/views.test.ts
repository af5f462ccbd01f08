import {describe, expect, test} from 'vitest';
import {followingCompletion} from '../../source/console/following.ts';
import {layout, type Layout, type PaneName, paneNames} from '../../source/console/layout.ts';
import {lineOf} from '../../source/console/line.ts';
import type {Rectangle} from '../../source/console/screen/rectangle.ts';
import {
	askForView,
	focusOn,
	narrow,
	newSession,
	paneMeant,
	type Session,
	toView,
	type as typeText,
	zoom,
} from '../../source/console/session.ts';
import {panesIn, viewAfter, viewNamed, viewNames, viewOf, views} from '../../source/console/views.ts';
import {roleKeys} from '../../source/duties/staffing/events.ts';
import {declared, staffed} from '../support/spec.ts';

/** Every size from 40×12 on, and what the body of the screen holds at each. */
const everySize = function* (step = 1): Generator<readonly [columns: number, rows: number]> {
	for (let columns = 40; columns <= 220; columns += step) {
		for (let rows = 12; rows <= 70; rows += step) {
			yield [columns, rows];
		}
	}
};

const fits = (inner: Rectangle, outer: Rectangle): boolean =>
	inner.x >= outer.x &&
	inner.y >= outer.y &&
	inner.x + inner.width <= outer.x + outer.width &&
	inner.y + inner.height <= outer.y + outer.height;

const overlap = (one: Rectangle, other: Rectangle): boolean =>
	one.x < other.x + other.width &&
	other.x < one.x + one.width &&
	one.y < other.y + other.height &&
	other.y < one.y + one.height;

const areaOf = ({width, height}: Rectangle): number => width * height;

/** What is wrong with panes that are to fill a body. */
const troublesIn = ({panes, body}: Pick<Layout, 'panes' | 'body'>): readonly string[] => {
	const all = Object.entries(panes);
	return [
		...all.filter(([, place]) => !fits(place, body)).map(([name]) => `${name} leaves the body`),
		...all.filter(([name, {height}]) => name !== 'prompts' && height < 3).map(([name]) => `${name} has no room`),
		...all.flatMap(([name, place], index) =>
			all.slice(index + 1).flatMap(([other, there]) => (overlap(place, there) ? [`${name} lies over ${other}`] : [])),
		),
		// What lies over nothing, leaves nothing and is as large as the body leaves no hole in it.
		...(all.reduce((sum, [, place]) => sum + areaOf(place), 0) === areaOf(body) ? [] : ['a hole']),
	];
};

describe.each(viewNames)('the layout of the view %s', name => {
	const {panes: own} = views[name];

	test('fills the body at every size, no pane over another and none beyond it', () => {
		const found: string[] = [];
		for (const [columns, rows] of everySize()) {
			for (const isPast of [false, true]) {
				const laid = layout(columns, rows, undefined, undefined, {view: name, isPast});
				found.push(...troublesIn(laid).map(trouble => `${columns}×${rows}${isPast ? ' past' : ''}: ${trouble}`));
			}
		}

		expect(found).toEqual([]);
	});

	test('shows any of its lists at every size when it is in front, and still fills the body', () => {
		const found: string[] = [];
		for (const [columns, rows] of everySize(7)) {
			for (const front of own) {
				const laid = layout(columns, rows, front, undefined, {view: name});
				const troubles = [...troublesIn(laid), ...(laid.panes[front] === undefined ? ['it is nowhere'] : [])];
				found.push(...troubles.map(trouble => `${columns}×${rows} ${front}: ${trouble}`));
			}
		}

		expect(found).toEqual([]);
	});

	test('gives any of its lists the whole body when it is alone', () => {
		for (const [columns, rows] of everySize(23)) {
			for (const alone of own) {
				const laid = layout(columns, rows, alone, alone, {view: name});
				expect(laid.panes).toEqual({[alone]: laid.body});
			}
		}
	});

	test('has only lists of the view, each once, and the prompts and the log among them', () => {
		expect(new Set(own).size).toBe(own.length);
		expect(own).toEqual(expect.arrayContaining(['log', 'prompts']));
		const shown = new Set(
			[...everySize(3)].flatMap(size => Object.keys(layout(...size, undefined, undefined, {view: name}).panes)),
		);
		expect([...shown].filter(pane => !own.some(one => one === pane))).toEqual([]);
	});
});

const roleViews = viewNames.filter(name => name !== 'board');

describe.each(roleViews)('in the view %s the same things stand in the same corner:', name => {
	const {panes: own} = views[name];
	const duties = own.find(one => one.endsWith(' duties'));
	const [first] = own;

	test('the duties at the foot of the left column, wherever there are columns', () => {
		for (const [columns, rows] of everySize(3)) {
			const {panes, body} = layout(columns, rows, undefined, undefined, {view: name});
			const place = duties === undefined ? undefined : panes[duties];
			if (columns >= 70) {
				expect(place).toMatchObject({x: 0});
				expect((place?.y ?? 0) + (place?.height ?? 0) + (panes.prompts?.height ?? 0)).toBe(body.y + body.height);
			}
		}
	});

	test('what the role looks at first on the screen at every size, beside the duties, and never lower than the log', () => {
		for (const [columns, rows] of everySize(3)) {
			const {panes} = layout(columns, rows, undefined, undefined, {view: name});
			const place = first === undefined ? undefined : panes[first];
			expect(place).toBeDefined();
			expect((place?.x ?? 0) > 0).toBe(columns >= 70);
			expect(place?.y ?? 0).toBeLessThanOrEqual(panes.log?.y ?? Number.POSITIVE_INFINITY);
		}
	});
});

test('at 40×12 each view shows what its role looks at first, and what doctrine asks first', () => {
	expect(viewNames.map(name => Object.keys(layout(40, 12, undefined, undefined, {view: name}).panes))).toEqual([
		['log', 'prompts'],
		['decisions', 'prompts'],
		['times', 'prompts'],
		['log', 'prompts'],
		['own actions', 'prompts'],
		['messages', 'prompts'],
		['stakeholders', 'prompts'],
	]);
});

test('the board stands as it did before there were views', () => {
	const {panes} = layout(120, 40);
	expect(panes).toEqual({
		roles: {x: 0, y: 1, width: 34, height: 21},
		notifications: {x: 0, y: 22, width: 34, height: 9},
		log: {x: 34, y: 1, width: 46, height: 21},
		communications: {x: 34, y: 22, width: 46, height: 9},
		actions: {x: 80, y: 1, width: 40, height: 16},
		findings: {x: 80, y: 17, width: 40, height: 7},
		decisions: {x: 80, y: 24, width: 40, height: 7},
		prompts: {x: 0, y: 31, width: 120, height: 6},
	});
	expect(layout(80, 24).panes).toMatchObject({
		roles: {x: 0, y: 1, width: 28, height: 16},
		actions: {x: 28, y: 1, width: 52, height: 6},
		log: {x: 28, y: 7, width: 52, height: 10},
	});
});

test('a drill has a place in every view for what the players were told, and nothing else has', () => {
	for (const view of viewNames) {
		for (const [columns, rows] of [
			[60, 24],
			[80, 24],
			[120, 40],
		] as const) {
			expect(layout(columns, rows, undefined, undefined, {view, isDrill: true}).panes.injects, view).toBeDefined();
			expect(layout(columns, rows, undefined, undefined, {view}).panes.injects, view).toBeUndefined();
		}
	}

	expect(layout(80, 24, undefined, undefined, {isDrill: true}).panes).toMatchObject({
		injects: {x: 28, y: 1, width: 52, height: 4},
		actions: {x: 28, y: 5, width: 52, height: 6},
		log: {x: 28, y: 11, width: 52, height: 6},
	});
});

/** What may follow a line, by its words. */
const offeredAfter = (text: string): readonly string[] =>
	followingCompletion(lineOf(text), {}, declared.board)?.candidates.map(one => one.text) ?? [];

describe('a view', () => {
	test('is found by its name and by every role that it is for', () => {
		expect(viewNamed('deputy')).toBe('deputy');
		expect(viewNamed(' Manager ')).toBe('manager');
		expect(viewNamed('im')).toBe('manager');
		expect(viewNamed('analyst')).toBe('sme');
		expect(viewNamed('privacy')).toBe('sme');
		expect(viewNamed('')).toBeUndefined();
		expect(viewNamed('gold')).toBeUndefined();
	});

	test('belongs to every role, and to each role one', () => {
		for (const role of roleKeys) {
			expect(
				viewNames.filter(name => views[name].roles.includes(role)),
				role,
			).toHaveLength(1);
		}
	});

	test('of the facilitator is there only where the console was opened on it', () => {
		expect(viewNamed('facilitator')).toBeUndefined();
		expect(viewNamed('facilitator', 'facilitator')).toBe('facilitator');
		expect(viewAfter('liaison', 'facilitator')).toBe('facilitator');
		expect(viewAfter('liaison')).toBe('board');
		const player = askForView(newSession(''), 'facilitator');
		expect(player.view).toBe('board');
		expect(player.notice?.text).toContain('There is no view facilitator');
	});

	test('is followed by the next, and the last by the board', () => {
		const round = viewNames.reduce(
			(names: readonly string[]) => [...names, viewAfter(viewNamed(names.at(-1) ?? '') ?? 'board')],
			['board'],
		);
		expect(round).toEqual([...viewNames, 'board']);
	});

	test('is that of the first role that a person holds in the order of the roles, and else the board', () => {
		const {staffing} = staffed.and('assign comms @tom', 'assign liaison @chen', 'checkin @"Zoe Lang"').board;
		expect(['priya', 'tom', 'sam', 'chen', 'zoe', 'nobody'].map(who => viewOf(staffing, who))).toEqual([
			'manager',
			'deputy',
			'secretariat',
			'sme',
			'board',
			'board',
		]);
		expect(viewOf(declared.board.staffing, 'priya')).toBe('board');
	});
});

const busy = (): Session => typeText(newSession(''), 'half a line');

const listing = (session: Session, pane: PaneName): Session => focusOn(session, pane, ['1', '2'], 0);

describe('going to a view', () => {
	test('leaves the half-typed line as it is, from every view to every other', () => {
		for (const from of viewNames) {
			for (const to of viewNames) {
				const session = toView(toView(busy(), from), to);
				expect(session).toMatchObject({view: to, line: lineOf('half a line'), focus: 'line'});
			}
		}
	});

	test('keeps focus, selection, filter and zoom with a list that is there too', () => {
		const before = zoom(listing(busy(), 'log'));
		expect(toView(before, 'deputy')).toMatchObject({focus: 'log', zoom: 'log', selection: {pane: 'log', key: '1'}});
	});

	test('lets them go with a list that is not: keys never go where nobody sees them', () => {
		for (const pane of paneNames) {
			for (const view of viewNames) {
				const filter = {pane, words: 'host'};
				const before = narrow(zoom(listing(busy(), pane)), filter, {pane, keys: ['1'], start: 0});
				const {focus, selection, filter: left, zoom: zoomed} = toView(before, view);
				const isThere = panesIn(view).includes(pane);
				expect([focus, selection?.pane, left, zoomed], `${pane} ${view}`).toEqual(
					isThere ? [pane, pane, filter, pane] : ['line', undefined, undefined, undefined],
				);
			}
		}
	});

	test('means by “the list” what its role looks at first', () => {
		expect(viewNames.map(view => paneMeant(toView(busy(), view)))).toEqual([
			'log',
			'decisions',
			'times',
			'log',
			'own actions',
			'messages',
			'stakeholders',
		]);
	});

	test('by a name that is none says which there are; without a name lists them', () => {
		expect(askForView(busy(), 'gold')).toMatchObject({
			view: 'board',
			notice: {text: expect.stringMatching(/^There is no view gold\. The views are board, manager, /u)},
		});
		expect(askForView(toView(busy(), 'comms'), '')).toMatchObject({
			view: 'comms',
			layer: {type: 'menu', menu: {selected: viewNames.indexOf('comms'), offers: {length: viewNames.length}}},
		});
		expect(askForView(busy(), 'privacy').view).toBe('sme');
	});

	test('is completed: after the verb every view, after a beginning those that begin so', () => {
		expect(offeredAfter('/view ')).toEqual(viewNames);
		expect(offeredAfter('/view se').at(0)).toBe('secretariat');
		expect(offeredAfter('/view sme')).toEqual([]);
	});
});
