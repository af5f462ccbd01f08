import {renderToString, Text} from 'ink';
import type {ReactElement} from 'react';
import {afterEach, describe, expect, it, test, vi} from 'vitest';
import {readLine} from '../../source/console/screen/cells.ts';
import {Frame} from '../../source/looks/frame.tsx';
import {type LookSettings, looksFor, wear, worn} from '../../source/looks/looks.ts';
import {Row} from '../../source/looks/row.tsx';
import type {Tone} from '../../source/looks/theme.ts';
import {drawHeader} from '../../source/duties/declaration/pane.tsx';
import {notificationsPane} from '../../source/duties/notifications/pane.tsx';
import {drawStaffing} from '../../source/duties/staffing/pane.tsx';
import {drawListing} from '../../source/looks/list-pane.tsx';
import {columns} from '../../source/text.ts';
import {playLines} from '../support/incident.ts';
import {picture} from '../support/picture.ts';

// Read while Ink is loaded: every colour is let through as it is.
vi.hoisted(() => {
	process.env['FORCE_COLOR'] = '3';
});

const rich = {TERM: 'xterm-256color', COLORTERM: 'truecolor'} as const;

let undress = () => {};

afterEach(() => {
	undress();
	undress = () => {};
});

const wearing = (settings: LookSettings, env: Readonly<Record<string, string>> = rich): void => {
	undress = wear(looksFor(settings, env));
};

/** The style of every cell of a drawn line, as the screen paints it. */
const stylesOf = (element: ReactElement, width: number): readonly string[] =>
	readLine(renderToString(element, {columns: width}).split('\n')[0] ?? '', width).styles;

const toned = (tone: Tone, isSelected = false): string =>
	stylesOf(<Row width={1} cells={[{text: 'x', tone}]} isSelected={isSelected} />, 1)[0] ?? '';

describe('looks', () => {
	it('are worn until they are taken off', () => {
		const before = worn();
		const off = wear(looksFor({borders: 'ascii', motion: 'reduced'}, rich));
		expect(worn().borders).toBe('ascii');
		off();
		expect(worn()).toBe(before);
	});

	it('show lines and move fully where nothing else is chosen', () => {
		expect(looksFor({}, rich)).toMatchObject({borders: 'lines', motion: 'full'});
	});

	it('keep to the sixteen of the terminal where nobody knows its ground', () => {
		expect(looksFor({}, rich).theme.urgent.color).toBe('redBright');
		expect(looksFor({}, {...rich, COLORFGBG: '0;15'}).theme.urgent.color).toBe('#a8071a');
		expect(looksFor({theme: 'dark'}, {...rich, COLORFGBG: '0;15'}).theme.urgent.color).toBe('#ff9a94');
	});

	it('have no colours where none are wanted', () => {
		expect(looksFor({theme: 'dark', color: false}, rich).theme.urgent).toEqual({bold: true});
		expect(looksFor({theme: 'dark'}, {...rich, NO_COLOR: '1'}).theme.urgent).toEqual({bold: true});
	});
});

describe('a tone reaches the screen', () => {
	test.each([
		['true colours', {theme: 'dark'}, rich, '1;38;2;255;154;148'],
		['256', {theme: 'dark'}, {TERM: 'xterm-256color'}, '1;38;5;210'],
		['sixteen', {theme: 'dark'}, {TERM: 'xterm'}, '1;91'],
		['sixteen on white', {theme: 'light'}, {TERM: 'xterm'}, '1;31'],
		['none', {theme: 'dark', color: false}, rich, '1'],
	] as const)('with %s', (_, settings, env, style) => {
		wearing(settings, env);
		expect(toned('urgent')).toBe(style);
	});

	test('selected, with its own colour and inverse', () => {
		wearing({theme: 'light'}, {TERM: 'xterm-256color'});
		expect(toned('warn', true)).toBe('7;38;5;94');
		wearing({color: false});
		expect(toned('warn', true)).toBe('7');
	});

	test('EXERCISE on a ground of its own, or inverse where there are no colours', () => {
		wearing({theme: 'light'}, {TERM: 'xterm'});
		expect(toned('exercise')).toBe('1;30;43');
		wearing({color: false});
		expect(toned('exercise')).toBe('1;7');
	});
});

const pane = (isFocused: boolean): ReactElement => (
	<Frame title="Actions · 5 open" size={{width: 26, height: 4}} isFocused={isFocused}>
		<Row width={22} cells={[{text: 'A1 isolate “host 17” and its neighbours'}]} />
		<Text>-</Text>
	</Frame>
);

describe('a frame', () => {
	it('is drawn with lines', () => {
		wearing({borders: 'lines'});
		expect(picture(pane(true), 26)).toMatchInlineSnapshot(`
			"
			╭ ▸Actions · 5 open ─────╮
			│ A1 isolate “host 17” … │
			│ -                      │
			╰────────────────────────╯
			"
		`);
	});

	it('is drawn in ASCII, just as wide', () => {
		wearing({borders: 'ascii'});
		expect(picture(pane(true), 26)).toMatchInlineSnapshot(`
			"
			+ >Actions | 5 open -----+
			| A1 isolate "host 17" ~ |
			| -                      |
			+------------------------+
			"
		`);
	});

	it('has bright edges where keys go to it, and quiet ones elsewhere', () => {
		wearing({theme: 'dark'}, {TERM: 'xterm-256color'});
		expect(stylesOf(pane(true), 26)[0]).toBe('');
		expect(stylesOf(pane(true), 26)[2]).toBe('1');
		expect(stylesOf(pane(false), 26)[0]).toBe('38;5;246');
		expect(stylesOf(pane(false), 26)[2]).toBe('1;38;5;249');
		wearing({color: false});
		expect(stylesOf(pane(false), 26)[0]).toBe('2');
	});
});

const board = async () => {
	const play = await playLines([
		['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security data:personal'],
		['09:01', 'sam', 'assign im @"Priya Shah"'],
		['09:02', 'sam', 'accept im'],
		['09:03', 'sam', 'assign analyst @"Chen Wei"'],
		['09:04', 'sam', 'action isolate host 17 @priya by 11:30'],
		['09:05', 'sam', 'clock gdpr since 09:00'],
	]);
	return play.at('11:14:07');
};

describe('panes in ASCII', () => {
	it('keep their columns, and draw nothing but ASCII', async () => {
		wearing({borders: 'ascii'});
		const play = await board();
		const size = {width: 70, height: 14};
		for (const element of [
			drawStaffing(play.board(), play.now(), 0, {size, selected: 0, isFocused: false}),
			drawListing(notificationsPane, play.board(), play.now(), {size, selected: 0, isFocused: true}),
		]) {
			const shown = picture(element, size.width);
			expect(shown).toMatch(/^[ -~\n]*$/u);
			for (const line of shown.trim().split('\n')) {
				expect(columns(line)).toBe(size.width);
			}
		}
	});
});

/** The header at a time of the day, 80 columns wide. */
const header = async (time: string) => {
	const play = await board();
	return picture(drawHeader(play.board(), play.at(time).now(), {width: 80, height: 1}), 80).trim();
};

describe('the header', () => {
	it('counts seconds', async () => {
		wearing({motion: 'full'});
		expect(await header('11:14:07')).toMatch(/ 2:14:07 {2}11:14:07 UTC$/u);
	});

	it('stands still for a minute where motion is reduced', async () => {
		wearing({motion: 'reduced'});
		expect(await header('11:14:07')).toMatch(/ 2h14 {2}11:14 UTC$/u);
		expect(await header('11:14:59')).toBe(await header('11:14:07'));
		expect(await header('11:15:00')).not.toBe(await header('11:14:59'));
	});
});
