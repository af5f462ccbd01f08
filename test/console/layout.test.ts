import {describe, expect, test} from 'vitest';
import {hasRoomToZoom, layout, type Layout, type PaneName, paneNames} from '../../source/console/layout.ts';
import type {Rectangle} from '../../source/console/screen/rectangle.ts';

const standing = ({header, panes, composer}: Layout): readonly Rectangle[] => [
	header,
	...Object.values(panes),
	composer,
];

const isInside = ({x, y, width, height}: Rectangle, columns: number, rows: number): boolean =>
	x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= columns && y + height <= rows;

const doOverlap = (one: Rectangle, other: Rectangle): boolean =>
	one.x < other.x + other.width &&
	other.x < one.x + one.width &&
	one.y < other.y + other.height &&
	other.y < one.y + one.height;

const troubles = (columns: number, rows: number, front?: PaneName): readonly string[] => {
	const laid = layout(columns, rows, front);
	const all = standing(laid);
	const at = `${columns}x${rows} ${front ?? ''}`;
	return [
		...all.filter(one => !isInside(one, columns, rows)).map(one => `${at}: ${JSON.stringify(one)} is outside`),
		...all.flatMap((one, index) =>
			all.slice(index + 1).some(other => doOverlap(one, other)) ? [`${at}: ${JSON.stringify(one)} overlaps`] : [],
		),
		...(all.reduce((sum, {width, height}) => sum + width * height, 0) > columns * rows ? [`${at}: too much`] : []),
		...(laid.body.y + laid.body.height > laid.composer.y ? [`${at}: the body covers the composer`] : []),
	];
};

describe('the layout', () => {
	test('of every size from 20×5 to 220×70 stands inside the screen, nothing over another', () => {
		const found: string[] = [];
		for (let columns = 20; columns <= 220; columns++) {
			for (let rows = 5; rows <= 70; rows++) {
				found.push(...troubles(columns, rows));
			}
		}

		expect(found).toEqual([]);
	});

	test.each(paneNames)('with %s in front stands as well, and shows it wherever there is a list', front => {
		const found: string[] = [];
		for (let columns = 20; columns <= 220; columns += 9) {
			for (let rows = 5; rows <= 70; rows += 3) {
				found.push(...troubles(columns, rows, front));
				const {panes} = layout(columns, rows);
				if (panes.log !== undefined) {
					expect(layout(columns, rows, front).panes[front]).toBeDefined();
				}
			}
		}

		expect(found).toEqual([]);
	});

	test('from 40×12 on holds header, a prompt and the whole composer', () => {
		for (let columns = 40; columns <= 220; columns += 20) {
			for (let rows = 12; rows <= 70; rows++) {
				const {header, panes, composer} = layout(columns, rows);
				expect(header).toEqual({x: 0, y: 0, width: columns, height: 1});
				expect(panes.prompts?.width).toBe(columns);
				expect(panes.prompts?.height).toBeGreaterThanOrEqual(2);
				expect(composer).toEqual({x: 0, y: rows - 3, width: columns, height: 3});
			}
		}
	});

	test('at 80×24 shows roles, actions, log and prompts', () => {
		expect(Object.keys(layout(80, 24).panes).sort()).toEqual(['actions', 'log', 'prompts', 'roles']);
	});

	test('at 120×40 shows every pane, the log in the middle', () => {
		const {panes} = layout(120, 40);
		expect(Object.keys(panes).sort()).toEqual([
			'actions',
			'communications',
			'decisions',
			'findings',
			'log',
			'notifications',
			'prompts',
			'roles',
		]);
		expect(panes.roles?.x).toBe(0);
		expect(panes.log?.x).toBe(34);
		expect(panes.actions?.x).toBeGreaterThan(34);
	});

	test('fills the screen where there are panes: no row without an owner', () => {
		for (const [columns, rows] of [
			[40, 12],
			[80, 24],
			[100, 30],
			[120, 40],
			[200, 60],
		] as const) {
			const area = standing(layout(columns, rows)).reduce((sum, {width, height}) => sum + width * height, 0);
			expect(area).toBe(columns * rows);
		}
	});

	test.each([
		[40, 8],
		[40, 12],
		[80, 24],
		[120, 40],
		[200, 60],
	] as const)('at %i×%i one pane alone is as large as the body, and everything around it stays', (columns, rows) => {
		for (const name of paneNames) {
			const zoomed = layout(columns, rows, name, name);
			expect(zoomed.panes).toEqual({[name]: zoomed.body});
			expect({...zoomed, panes: {}}).toEqual({...layout(columns, rows), panes: {}});
		}
	});

	test('where the body has no room for a frame and a row, no pane is alone', () => {
		expect(hasRoomToZoom(layout(80, 6))).toBe(false);
		expect(layout(80, 6, 'log', 'log')).toEqual(layout(80, 6, 'log'));
		expect(hasRoomToZoom(layout(80, 7))).toBe(true);
	});
});
