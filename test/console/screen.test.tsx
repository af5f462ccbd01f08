import {Box, Text, useWindowSize} from 'ink';
import {type ReactNode, useSyncExternalStore} from 'react';
import {describe, expect, it, test} from 'vitest';
import {mount} from '../../source/console/screen/mount.tsx';
import {createScreen} from '../../source/console/screen/screen.ts';
import {forTerminal} from '../../source/text.ts';
import {Emulator} from '../support/emulator.ts';
import * as fc from '../support/fast-check.ts';

const red = (text: string): string => `\u001B[31m${text}\u001B[39m`;
const bold = (text: string): string => `\u001B[1m${text}\u001B[22m`;

const setup = (columns = 20, rows = 5, unicode: '6' | '11' = '11') => {
	const terminal = new Emulator(columns, rows, unicode);
	const screen = createScreen(terminal);
	return {terminal, screen};
};

const Size = (): ReactNode => {
	const {columns, rows} = useWindowSize();
	return (
		<Text>
			{columns}x{rows}
		</Text>
	);
};

const bordered = (text: string): ReactNode => (
	<Box width={12} borderStyle="single">
		<Text wrap="truncate">{forTerminal(text)}</Text>
	</Box>
);

/** What is written from now on. */
const written = async (terminal: Emulator, action: () => void): Promise<string> => {
	await terminal.settled();
	terminal.writes.length = 0;
	action();
	await terminal.settled();
	return terminal.writes.join('');
};

describe('surfaces', () => {
	it('stand side by side', async () => {
		const {terminal, screen} = setup();
		screen.open({x: 0, y: 0, width: 10, height: 2}).show(['left', red('second')]);
		screen.open({x: 10, y: 1, width: 10, height: 2}).show(['right']);
		await terminal.settled();
		expect(terminal.lines()).toEqual(['left', 'second    right', '', '', '']);
	});

	it('are painted in one write, inside a synchronized update', async () => {
		const {terminal, screen} = setup();
		screen.open({x: 0, y: 0, width: 10, height: 2}).show(['left']);
		screen.open({x: 10, y: 1, width: 10, height: 2}).show(['right']);
		screen.placeCursor({x: 3, y: 4});
		await terminal.settled();
		expect(terminal.writes).toHaveLength(1);
		expect(terminal.writes[0]?.startsWith('\u001B[?2026h')).toBe(true);
		expect(terminal.writes[0]?.endsWith('\u001B[?2026l')).toBe(true);
	});

	it('cut what does not fit', async () => {
		const {terminal, screen} = setup();
		screen.open({x: 0, y: 0, width: 4, height: 2}).show(['much too long', '障害報告', 'a line too many']);
		screen.open({x: 18, y: 3, width: 5, height: 5}).show(['over the edge', 'a', 'b']);
		screen.open({x: -2, y: 2, width: 5, height: 1}).show(['12345']);
		await terminal.settled();
		expect(terminal.lines()).toEqual(['much', '障害', '345', '                  ov', '                  a']);
	});

	it('leave nothing of what they showed before', async () => {
		const {terminal, screen} = setup();
		const surface = screen.open({x: 2, y: 0, width: 10, height: 3});
		surface.show(['one long', 'two', 'three']);
		await terminal.settled();
		surface.show(['1', '障']);
		await terminal.settled();
		expect(terminal.lines()).toEqual(['  1', '  障', '', '', '']);
	});

	it('move, and leave nothing behind', async () => {
		const {terminal, screen} = setup();
		const surface = screen.open({x: 0, y: 0, width: 10, height: 2});
		surface.show(['one', 'two']);
		await terminal.settled();
		surface.move({x: 5, y: 3, width: 2, height: 2});
		await terminal.settled();
		expect(terminal.lines()).toEqual(['', '', '', '     on', '     tw']);
		surface.close();
		await terminal.settled();
		expect(terminal.lines()).toEqual(['', '', '', '', '']);
	});

	it('let no control sequence through but colours', async () => {
		const {terminal, screen} = setup();
		const hostile = 'a\u001B[2Jb\u001B]0;title\u0007c\u009B5nd\re\tf\u001B[?1049lg\u001B';
		const bytes = await written(terminal, () => {
			screen.open({x: 0, y: 0, width: 20, height: 1}).show([hostile]);
		});
		expect(bytes).not.toContain('\u001B[2J');
		expect(bytes).not.toContain('title');
		expect(bytes).not.toContain('\u009B');
		expect(bytes).not.toContain('1049');
		expect(terminal.lines()[0]).toMatch(/^abc.*d.*e.*f.*g$/u);
	});
});

describe('a change', () => {
	it('that is none writes nothing', async () => {
		const {terminal, screen} = setup();
		const surface = screen.open({x: 0, y: 0, width: 10, height: 1});
		surface.show([red('same')]);
		expect(
			await written(terminal, () => {
				surface.show(['\u001B[31ms\u001B[39m\u001B[31mame\u001B[39m']);
			}),
		).toBe('');
	});

	it('of one letter writes that letter', async () => {
		const {terminal, screen} = setup(120, 40);
		const surface = screen.open({x: 0, y: 39, width: 120, height: 1});
		surface.show([`${red('> ')}isolate host 1${' '.repeat(60)}${bold('ACTION')} read so far`]);
		screen.placeCursor({x: 16, y: 39});
		const bytes = await written(terminal, () => {
			surface.show([`${red('> ')}isolate host 17${' '.repeat(59)}${bold('ACTION')} read so far`]);
			screen.placeCursor({x: 17, y: 39});
		});
		expect(bytes.length).toBeLessThan(60);
		expect(bytes).not.toContain('isolate');
		expect(bytes).not.toContain('ACTION');
		expect(terminal.lines()[39]).toMatch(/^> isolate host 17 +ACTION read so far$/u);
	});

	it('of the cursor alone moves it alone', async () => {
		const {terminal, screen} = setup();
		screen.placeCursor({x: 1, y: 1});
		expect(
			await written(terminal, () => {
				screen.placeCursor({x: 2, y: 1});
			}),
		).toBe('\u001B[2;3H');
		expect(terminal.cursor()).toEqual({x: 2, y: 1});
	});

	it('keeps colours right where only a part is written', async () => {
		const {terminal, screen} = setup();
		const surface = screen.open({x: 0, y: 0, width: 20, height: 1});
		surface.show([`${red(bold('aaaaaaaaaa'))}bbb`]);
		await terminal.settled();
		surface.show([`${red(bold('aaaaaaaaXa'))}bbb`]);
		await terminal.settled();
		const fresh = setup();
		fresh.screen.open({x: 0, y: 0, width: 20, height: 1}).show([`${red(bold('aaaaaaaaXa'))}bbb`]);
		await fresh.terminal.settled();
		expect(terminal.cells()).toEqual(fresh.terminal.cells());
	});
});

describe('the cursor', () => {
	it('is hidden until it is placed, and where it cannot be shown', async () => {
		const {terminal, screen} = setup();
		await terminal.settled();
		expect(terminal.writes.join('')).not.toContain('\u001B[?25h');
		expect(
			await written(terminal, () => {
				screen.placeCursor({x: 3, y: 3});
			}),
		).toBe('\u001B[4;4H\u001B[?25h');
		expect(
			await written(terminal, () => {
				screen.placeCursor({x: 20, y: 3});
			}),
		).toBe('\u001B[?25l');
		expect(
			await written(terminal, () => {
				screen.placeCursor(undefined);
			}),
		).toBe('');
	});

	it('does not wander while cells are painted', async () => {
		const {terminal, screen} = setup();
		const surface = screen.open({x: 0, y: 0, width: 10, height: 2});
		screen.placeCursor({x: 3, y: 3});
		const bytes = await written(terminal, () => {
			surface.show(['text', 'more']);
		});
		expect(bytes.startsWith('\u001B[?2026h\u001B[?25l')).toBe(true);
		expect(bytes.endsWith('\u001B[4;4H\u001B[?25h\u001B[?2026l')).toBe(true);
	});

	it('goes with a typed character at once: a few cells side by side need no frame around them', async () => {
		const {terminal, screen} = setup();
		const surface = screen.open({x: 0, y: 0, width: 10, height: 1});
		surface.show(['tex']);
		screen.placeCursor({x: 3, y: 0});
		await terminal.settled();
		const bytes = await written(terminal, () => {
			surface.show(['text']);
			screen.placeCursor({x: 4, y: 0});
		});
		expect(bytes).toBe('\u001B[1;4Ht\u001B[1;5H');
	});
});

describe('an overlay', () => {
	it('covers the panes beneath, whatever they show meanwhile', async () => {
		const {terminal, screen} = setup();
		const pane = screen.open({x: 0, y: 0, width: 20, height: 3});
		pane.show(['aaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbb', 'cccccccccccccccccccc']);
		const over = screen.open({x: 5, y: 1, width: 6, height: 2}, 1);
		over.show(['over']);
		pane.show(['AAAAAAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBBBBBB', 'CCCCCCCCCCCCCCCCCCCC']);
		await terminal.settled();
		expect(terminal.lines().slice(0, 3)).toEqual([
			'AAAAAAAAAAAAAAAAAAAA',
			'BBBBBover  BBBBBBBBB',
			'CCCCC      CCCCCCCCC',
		]);
		over.close();
		await terminal.settled();
		expect(terminal.lines()[1]).toBe('BBBBBBBBBBBBBBBBBBBB');
	});

	it('covers a pane opened after it', async () => {
		const {terminal, screen} = setup();
		screen.open({x: 0, y: 0, width: 4, height: 1}, 1).show(['over']);
		screen.open({x: 0, y: 0, width: 8, height: 1}).show(['beneath!']);
		await terminal.settled();
		expect(terminal.lines()[0]).toBe('overath!');
	});

	it('cuts wide glyphs in half to blanks', async () => {
		const {terminal, screen} = setup();
		screen.open({x: 0, y: 0, width: 12, height: 1}).show(['障害報告障害']);
		screen.open({x: 3, y: 0, width: 4, height: 1}, 1).show(['over']);
		await terminal.settled();
		expect(terminal.lines()[0]).toBe('障 over 障害');
	});
});

describe('a resize', () => {
	it('paints all again, erasing nothing', async () => {
		const {terminal, screen} = setup(20, 5);
		const surface = screen.open({x: 0, y: 0, width: 20, height: 5});
		surface.show(['one', 'two', 'three', 'four', 'five']);
		let seen = '';
		const stop = screen.onResize(() => {
			seen = `${screen.columns}x${screen.rows}`;
			surface.move({x: 0, y: 0, width: 10, height: 3});
			surface.show(['1', '2', '3']);
		});
		const bytes = await written(terminal, () => {
			terminal.resize(10, 3);
		});
		expect(seen).toBe('10x3');
		expect(terminal.writes).toHaveLength(1);
		expect(bytes).not.toContain('J');
		expect(terminal.lines()).toEqual(['1', '2', '3']);
		stop();
		terminal.resize(12, 4);
		expect(seen).toBe('10x3');
		await terminal.settled();
		expect(terminal.lines()).toEqual(['1', '2', '3', '']);
	});
});

describe('a terminal that cannot keep up', () => {
	it('gets the newest state when it is ready, and nothing in between', async () => {
		const {terminal, screen} = setup();
		const surface = screen.open({x: 0, y: 0, width: 10, height: 1});
		terminal.isReady = false;
		surface.show(['one']);
		await terminal.settled();
		surface.show(['two']);
		await terminal.settled();
		surface.show(['three']);
		await terminal.settled();
		expect(terminal.writes).toHaveLength(1);
		terminal.isReady = true;
		terminal.emit('drain');
		await terminal.settled();
		expect(terminal.writes).toHaveLength(2);
		expect(terminal.lines()[0]).toBe('three');
	});
});

test('a closed screen paints no more', async () => {
	const {terminal, screen} = setup();
	const surface = screen.open({x: 0, y: 0, width: 10, height: 1});
	const bytes = await written(terminal, () => {
		surface.show(['late']);
		screen.close();
	});
	expect(bytes).toBe('');
});

const disputed = [
	'🇬🇧',
	'👨‍👩‍👧',
	'कि',
	'e\u0301',
	'❤️',
	'1️⃣',
	'👍🏽',
	'🏴󠁧󠁢󠁥󠁮󠁧󠁿',
	'שלום',
	'障',
	'ำ',
	'◌\u0301',
	'☎',
	'⌚',
	'\u{1FAE0}',
	'ﷺ',
];

describe.each(['6', '11'] as const)('in a terminal with the widths of Unicode %s', unicode => {
	test.each(disputed)('borders hold beside %j', async glyph => {
		const {terminal, screen} = setup(24, 3, unicode);
		const left = mount(screen, {x: 0, y: 0, width: 12, height: 3}, bordered(glyph.repeat(8)));
		mount(screen, {x: 12, y: 0, width: 12, height: 3}, bordered(`a${glyph} b`));
		await terminal.settled();
		expect([0, 11, 12, 23].map(x => terminal.cell(x, 1))).toEqual(['│', '│', '│', '│']);

		left.update({x: 0, y: 0, width: 12, height: 3}, bordered(`x${glyph}`));
		await terminal.settled();
		expect([0, 11, 12, 23].map(x => terminal.cell(x, 1))).toEqual(['│', '│', '│', '│']);
		expect(terminal.cell(1, 1)).toMatch(/^x/u);
	});
});

test('whatever was shown before, the same is shown in the end', async () => {
	const part = fc.oneof(
		fc.string({maxLength: 6}),
		fc.constantFrom('障害', '🇬🇧', 'é', '     ', '│', '…'),
		fc.string({maxLength: 5}).map(text => red(forTerminal(text))),
		fc.string({maxLength: 5}).map(text => `\u001B[7m${bold(forTerminal(text))}\u001B[0m`),
		fc.string({maxLength: 5}).map(text => `\u001B[38;2;1;2;3m\u001B[44m${forTerminal(text)}\u001B[49m\u001B[39m`),
	);
	const lines = fc.array(
		fc.array(part, {maxLength: 5}).map(parts => parts.join('')),
		{maxLength: 4},
	);
	const rectangle = fc.record({
		x: fc.integer({min: -2, max: 20}),
		y: fc.integer({min: 0, max: 4}),
		width: fc.integer({min: 0, max: 20}),
		height: fc.integer({min: 0, max: 5}),
	});
	const step = fc.record({place: rectangle, lines, layer: fc.integer({min: 0, max: 1}), close: fc.boolean()});
	await fc.assert(
		fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 6}), async steps => {
			const {terminal, screen} = setup();
			const kept: typeof steps = [];
			for (const one of steps) {
				const surface = screen.open({x: 0, y: 0, width: 5, height: 2}, one.layer);
				surface.show(['other']);
				await terminal.settled();
				surface.move(one.place);
				surface.show(one.lines);
				await terminal.settled();
				if (one.close) {
					surface.close();
					await terminal.settled();
				} else {
					kept.push(one);
				}
			}

			const fresh = setup();
			for (const one of kept) {
				fresh.screen.open(one.place, one.layer).show(one.lines);
			}

			await fresh.terminal.settled();
			expect(terminal.cells()).toEqual(fresh.terminal.cells());
		}),
		{numRuns: 60},
	);
});

describe('an Ink root in a rectangle', () => {
	it('has the size of the rectangle, and hears when that changes', async () => {
		const {terminal, screen} = setup();
		const pane = mount(screen, {x: 2, y: 1, width: 10, height: 3}, <Size />);
		await terminal.settled();
		expect(terminal.lines()[1]).toBe('  10x3');
		pane.update({x: 0, y: 0, width: 7, height: 2});
		await terminal.settled();
		expect(terminal.lines()).toEqual(['7x2', '', '', '', '']);
	});

	it('paints what a store says, in the same tick', async () => {
		let value = 'before';
		const listeners = new Set<() => void>();
		const subscribe = (listener: () => void) => {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		};
		const Value = (): ReactNode => <Text color="red">{useSyncExternalStore(subscribe, () => value)}</Text>;
		const {terminal, screen} = setup();
		mount(screen, {x: 0, y: 0, width: 10, height: 1}, <Value />);
		await terminal.settled();
		expect(terminal.lines()[0]).toBe('before');
		terminal.writes.length = 0;
		value = 'after';
		for (const listener of listeners) {
			listener();
		}

		await Promise.resolve();
		await Promise.resolve();
		expect(terminal.writes).toHaveLength(1);
		await terminal.settled();
		expect(terminal.lines()[0]).toBe('after');
	});

	it('shows another element when told, and nothing for nothing', async () => {
		const {terminal, screen} = setup();
		const place = {x: 0, y: 0, width: 10, height: 2};
		const pane = mount(screen, place, <Text>one</Text>);
		await terminal.settled();
		pane.update(place, <Text>two</Text>);
		await terminal.settled();
		expect(terminal.lines()[0]).toBe('two');
		pane.update(place, null);
		await terminal.settled();
		expect(terminal.lines()[0]).toBe('');
	});

	it('leaves the screen when unmounted, and what it covered shows', async () => {
		const {terminal, screen} = setup();
		mount(screen, {x: 0, y: 0, width: 10, height: 1}, <Text>beneath</Text>);
		const over = mount(screen, {x: 0, y: 0, width: 4, height: 1}, <Text>over</Text>, 1);
		await terminal.settled();
		expect(terminal.lines()[0]).toBe('overath');
		over.unmount();
		over.unmount();
		await terminal.settled();
		expect(terminal.lines()[0]).toBe('beneath');
	});
});
