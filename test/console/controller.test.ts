import {describe, expect, test, vi} from 'vitest';
import {createController} from '../../source/console/controller.ts';
import {feed, idleDecoder} from '../../source/console/keys/decode.ts';
import {keymap, type Where} from '../../source/console/keymap.ts';
import {layout, paneNames} from '../../source/console/layout.ts';
import {setLine} from '../../source/console/session.ts';
import {createStores, type Stores} from '../../source/console/stores.ts';
import {LedgerTrouble} from '../../source/ledger/ledger.ts';
import type {Desk} from '../../source/desk.ts';
import {refuse} from '../../source/refusal.ts';
import {keysShown} from '../../source/console/filtered.ts';
import {type Line, type Play, playLines} from '../support/incident.ts';
import {bytesOf} from '../support/keys.ts';

const opening: readonly Line[] = [
	['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security'],
	['09:01', 'sam', 'assign im @"Priya Shah"'],
	['09:02', 'sam', 'assign analyst @"Chen Wei"'],
	['09:03', 'priya', 'action isolate host 17 @chen by 09:30'],
	['09:04', 'priya', 'action find the leaked keys @chen by 09:20'],
];

type Console = {
	readonly play: Play;
	readonly stores: Stores;
	readonly left: ReturnType<typeof vi.fn>;
	/** What was copied, and which incidents were opened. */
	readonly copied: readonly string[];
	readonly opened: readonly string[];
	/** Types keys, and lets what they set going come to rest. */
	readonly press: (keys: string) => Promise<void>;
	readonly line: () => string;
	readonly notice: () => string;
	readonly focus: () => string;
	readonly selected: () => string | undefined;
};

const consoleOn = async (lines = opening, change: (desk: Desk) => Partial<Desk> = () => ({})): Promise<Console> => {
	const play = await playLines(lines);
	const desk = {...play.desk, ...change(play.desk)};
	const stores = createStores(desk, '', play.now());
	stores.listed.set({board: desk.board(), entries: desk.entries(), prompts: desk.prompts()});
	desk.changed(() => {
		stores.listed.set({board: desk.board(), entries: desk.entries(), prompts: desk.prompts()});
	});
	const left = vi.fn<() => void>();
	const copied: string[] = [];
	const opened: string[] = [];
	const controller = createController({
		stores,
		desk,
		view: {
			layout: () => layout(120, 40),
			reachable: () => paneNames,
			isReachable: () => true,
			canZoom: () => true,
			isListOpen: () => false,
			overflow: () => 30,
			close() {},
		},
		incidents: async () => ['INC-2025-0009', 'INC-2026-0001', 'INC-2026-0002'],
		async openIncident(reference) {
			opened.push(reference);
			return reference.endsWith('9') ? refuse('It is closed.', 'Reopen it.') : undefined;
		},
		clipboard: {
			copy(text) {
				copied.push(text);
				return text.length < 100;
			},
		},
		others: async () => [{type: 'paragraph', text: 'every incident'}],
		suspend: vi.fn<() => void>(),
		leave: left,
	});
	const session = () => stores.session.get();
	return {
		play,
		stores,
		left,
		copied,
		opened,
		async press(keys) {
			// Escape is told from the beginning of a sequence by what follows it: a key each.
			for (const [key] of keys.matchAll(/<[^<>]+>|[^<]+/gu)) {
				const [, inputs] = key === '<Esc>' ? [idleDecoder, [escape]] : feed(idleDecoder, Buffer.from(bytesOf(key)));
				for (const input of inputs) {
					controller.handle(input);
				}
			}

			await new Promise(resolve => {
				setImmediate(resolve);
			});
		},
		line: () => session().line.text,
		notice: () => session().notice?.text ?? '',
		focus: () => session().focus,
		selected: () => session().selection?.key,
	};
};

const escape = {type: 'key', name: 'escape', ctrl: false, alt: false, shift: false} as const;

const told = ({play}: Console): readonly string[] => play.entries().map(({event}) => event.kind);

describe('a line', () => {
	test('is recorded by Enter, and the notice tells how it stands in the log', async () => {
		const console = await consoleOn();
		await console.press('host 17 answers<Enter>');
		expect(console.line()).toBe('');
		expect(told(console).at(-1)).toBe('note-made');
		expect(console.notice()).toMatch(/^\d+ 09:04 host 17 answers$/u);
	});

	test('that is refused stays, and the notice says why and how to mend it', async () => {
		const console = await consoleOn();
		const before = console.play.entries().length;
		await console.press('/ack A9<Enter>');
		expect(console.line()).toBe('/ack A9');
		expect(console.notice()).toBe('There is no action A9. The newest is A2.');
		expect(console.play.entries()).toHaveLength(before);
	});

	test('of blanks is nothing', async () => {
		const console = await consoleOn();
		const before = console.play.entries().length;
		await console.press('  <Enter>');
		expect(console.play.entries()).toHaveLength(before);
	});

	test('that could not be written comes back, with NOT WRITTEN', async () => {
		const console = await consoleOn(opening, () => ({
			write: async () => Promise.reject(new LedgerTrouble('The disk is full.', 'Make room.')),
		}));
		await console.press('host 17 answers<Enter>');
		expect(console.line()).toBe('host 17 answers');
		expect(console.notice()).toBe('NOT WRITTEN. The disk is full. Make room.');
	});

	test('pasted with many lines is one, without the line ends at its end', async () => {
		const console = await consoleOn();
		await console.press('<Paste:one\ntwo\nthree\n\n>');
		expect(console.line()).toBe('one\ntwo\nthree');
		await console.press('<Enter>');
		expect(console.play.entries().at(-1)?.event).toMatchObject({kind: 'note-made', text: 'one\ntwo\nthree'});
	});

	test('/quit leaves and /help opens the help', async () => {
		const console = await consoleOn();
		await console.press('/help<Enter>');
		expect(console.stores.session.get().layer.type).toBe('help');
		await console.press('<Esc>/quit<Enter>');
		expect(console.left).toHaveBeenCalledTimes(1);
	});
});

describe('what arrives', () => {
	test('moves no focus, no selection, no half-typed line, no cursor', async () => {
		const console = await consoleOn();
		await console.press('half a line<Left><Left><Tab><Tab><Tab><Down>');
		expect(console.focus()).toBe('actions');
		const before = console.stores.session.get();
		await console.play.say('action something more urgent @chen by 09:05');
		await console.play.say('cancel A2 because it was found');
		expect(console.stores.session.get()).toBe(before);
		expect(console.selected()).toBe('A1');
		await console.press('<Enter>');
		expect(console.stores.session.get().layer).toMatchObject({menu: {title: 'A1'}});
		expect(console.line()).toBe('half a line');
	});

	test('does not change what Enter deals with when the first row was selected by focus alone', async () => {
		const console = await consoleOn();
		await console.press('<F2>');
		const first = console.selected();
		const more = Array.from({length: 10}, (_, index) => `assign sme @"Expert${index} Berg"`);
		for (const line of more) {
			await console.play.say(line);
		}

		expect(console.play.desk.prompts().findIndex(({rule, subject}) => `${rule} ${subject}` === first)).not.toBe(0);
		await console.press('<Enter>');
		expect(console.stores.session.get().layer).toMatchObject({menu: {title: first?.split(' ')[0]}});
	});
});

describe('Esc', () => {
	test.each(['', '<Tab>', '<F1>', '<F2><Enter>', '/as', '<F2><Enter>1'])('after %s never leaves', async keys => {
		const console = await consoleOn();
		await console.press(keys);
		await console.press('<Esc><Esc><Esc><Esc>');
		expect(console.left).not.toHaveBeenCalled();
		expect(console.focus()).toBe('line');
	});

	test('closes one layer at a time', async () => {
		const console = await consoleOn();
		await console.press('<Tab><Tab><Tab><Enter>');
		expect(console.stores.session.get().layer.type).toBe('menu');
		await console.press('<Esc>');
		expect(console.stores.session.get().layer.type).toBe('none');
		expect(console.focus()).toBe('actions');
		await console.press('<Esc>');
		expect(console.focus()).toBe('line');
	});
});

describe('a row', () => {
	test('is dealt with from its menu by a digit, then Enter', async () => {
		const console = await consoleOn();
		await console.press('<Tab><Tab><Tab><Enter>1');
		expect(console.line()).toBe('/ack A2');
		await console.press('<Enter>');
		expect(told(console).at(-1)).toBe('action-acknowledged');
	});

	test('is chosen from its menu by Down and Enter, and the half-typed line comes back after it', async () => {
		const console = await consoleOn();
		await console.press('half a line<Tab><Tab><Tab><Enter><Down><Enter>');
		expect(console.line()).toBe('/report A2 ');
		await console.press('keys found<Enter>');
		expect(told(console).at(-1)).toBe('action-reported');
		expect(console.line()).toBe('half a line');
	});

	test('stays in sight while its number is typed, and Esc lets it go', async () => {
		const console = await consoleOn();
		await console.press('<Tab><Up><Up>/strike');
		expect(console.focus()).toBe('line');
		expect(console.stores.session.get().selection?.pane).toBe('log');
		await console.press('<Esc>');
		expect(console.stores.session.get().selection).toBeUndefined();
	});

	test('a digit that no offer has does nothing; a pasted digit is text', async () => {
		const console = await consoleOn();
		await console.press('<F2><Enter>9');
		expect(console.stores.session.get().layer.type).toBe('menu');
		await console.press('<Paste:1>');
		expect(console.line()).toBe('1');
	});
});

describe('keys', () => {
	const ways: Readonly<Record<Where, string>> = {
		line: '',
		pane: '<Tab>',
		menu: '<F2><Enter>',
		palette: '<F5>',
		help: '<F1>',
	};

	test('every key of the table is handled at every place it has', async () => {
		for (const {keys, where, deed} of keymap) {
			for (const place of where) {
				const console = await consoleOn();
				await console.press(ways[place]);
				for (const key of keys) {
					await expect(console.press(typed(key)), `${deed} by ${key} at the ${place}`).resolves.toBeUndefined();
				}
			}
		}
	});

	test('page up from the line looks into the log and leaves the line', async () => {
		const console = await consoleOn();
		await console.press('half<PageUp>');
		expect(console.focus()).toBe('log');
		expect(console.line()).toBe('half');
		await console.press(' a line');
		expect(console.line()).toBe('half a line');
	});

	test('? is help on an empty line, and text in another', async () => {
		const console = await consoleOn();
		await console.press('why?');
		expect(console.line()).toBe('why?');
		await console.press('<C-u>?');
		expect(console.stores.session.get().layer.type).toBe('help');
	});

	test('Tab completes a verb, and goes to the panes from a note', async () => {
		const console = await consoleOn();
		await console.press('/repo<Tab>');
		expect(console.line()).toBe('/report ');
		await console.press('<Tab>');
		expect(console.line()).toMatch(/^\/report A\d $/u);
		console.stores.session.set(setLine(console.stores.session.get(), 'a note'));
		await console.press('<Tab>');
		expect(console.focus()).toBe('log');
	});

	test('Up takes the last line back', async () => {
		const console = await consoleOn();
		await console.press('one<Enter>two<Enter><Up><Up>');
		expect(console.line()).toBe('one');
	});

	test('Ctrl-C leaves from everywhere', async () => {
		for (const way of Object.values(ways)) {
			const console = await consoleOn();
			await console.press(`half${way}`);
			await console.press('<C-c>');
			expect(console.left).toHaveBeenCalledTimes(1);
			expect(console.line()).toBe('half');
		}
	});
});

/** The keys of the table in the notation of the tests. */
const typed = (key: string): string => {
	const names: Readonly<Record<string, string>> = {
		enter: 'Enter',
		tab: 'Tab',
		backtab: 'S-Tab',
		escape: 'Esc',
		up: 'Up',
		down: 'Down',
		left: 'Left',
		right: 'Right',
		pageup: 'PageUp',
		pagedown: 'PageDown',
		home: 'Home',
		end: 'End',
		backspace: 'Backspace',
		delete: 'Delete',
		f1: 'F1',
		f2: 'F2',
		f3: 'F3',
		f4: 'F4',
		f5: 'F5',
		f6: 'F6',
		'1-9': '',
	};
	const named = names[key];
	if (named !== undefined) {
		return named === '' ? '1' : `<${named}>`;
	}

	const arrow = /^(?:alt|ctrl)-(?:left|right|backspace)$/u.test(key);
	return arrow ? '<Left>' : key === '?' ? '?' : `<${key.replace(/^ctrl-/u, 'C-').replace(/^alt-/u, 'M-')}>`;
};

describe('a page', () => {
	test('opens over the board, is moved and closed like the help, and leaves the line free', async () => {
		const console = await consoleOn();
		await console.press('/show structure<Enter>');
		await vi.waitFor(() => {
			expect(console.stores.session.get().layer).toMatchObject({type: 'page', title: 'INC-2026-0001 structure'});
		});
		expect(console.line()).toBe('');
		await console.press('<Esc>');
		expect(console.stores.session.get().layer.type).toBe('none');
	});

	test('of every incident is one of them', async () => {
		const console = await consoleOn();
		await console.press('/show overview<Enter>');
		await vi.waitFor(() => {
			expect(console.stores.session.get().layer).toMatchObject({type: 'page', lines: ['every incident', '']});
		});
	});

	test('that does not exist is answered with those that do', async () => {
		const console = await consoleOn();
		await console.press('/show moon<Enter>');
		await vi.waitFor(() => {
			expect(console.stores.session.get().notice?.text).toContain('The pages are structure, matrix, sitrep');
		});
	});
});

/** The keys of the rows that are listed in a pane now. */
const shownIn = ({stores, play}: Console, pane: 'log' | 'actions'): readonly string[] =>
	keysShown(pane, stores.listed.get(), play.now(), stores.session.get().filter);

describe('a filter', () => {
	test('narrows the list that had the focus last; the selection keeps its row', async () => {
		const console = await consoleOn();
		await console.press('<Tab><Tab><Tab><Down>');
		expect(console.selected()).toBe('A1');
		await console.press('/filter HOST<Enter>');
		expect(shownIn(console, 'actions')).toEqual(['A1']);
		expect(console.focus()).toBe('actions');
		expect(console.selected()).toBe('A1');
		await console.press('<Esc>');
		expect(shownIn(console, 'actions')).toEqual(['A2', 'A1']);
		expect(console.selected()).toBe('A1');
		expect(console.focus()).toBe('actions');
	});

	test('from the line narrows the log, over number, time, name and sentence, and hears what comes later', async () => {
		const console = await consoleOn();
		const before = console.play.entries().length;
		await console.press('/filter prìya keys<Enter>');
		expect(shownIn(console, 'log')).toHaveLength(1);
		const row = console.selected();
		await console.play.as('priya').say('note the keys are found');
		await console.play.as('priya').say('note something else');
		expect(shownIn(console, 'log')).toEqual([row, String(before + 1)]);
		expect(console.selected()).toBe(row);
	});

	test('deals with the row that is seen, not with the one at its place in the whole list', async () => {
		const console = await consoleOn();
		await console.press('<Tab><Tab><Tab>/filter host<Enter><Enter>');
		expect(console.stores.session.get().layer).toMatchObject({menu: {title: 'A1'}});
	});

	test('that nothing answers to lists nothing and says so', async () => {
		const console = await consoleOn();
		await console.press('/filter moon<Enter>');
		expect(shownIn(console, 'log')).toEqual([]);
		expect(console.notice()).toContain('No row of log says “moon” now');
		await console.press('<Enter>');
		expect(console.notice()).toBe('Nothing is listed here.');
		await console.press('<Esc><Esc>');
		expect(console.stores.session.get().filter).toBeUndefined();
		expect(console.focus()).toBe('line');
	});

	test('by its key keeps the half-typed line, which is back afterwards; alone it shows all again', async () => {
		const console = await consoleOn();
		await console.press('half a line<F3>host<Enter>');
		expect(console.line()).toBe('half a line');
		expect(console.stores.session.get().filter).toEqual({pane: 'log', words: 'host'});
		await console.press('<F3>');
		expect(console.line()).toBe('/filter host');
		await console.press('<C-w><Enter>');
		expect(console.stores.session.get().filter).toBeUndefined();
		expect(console.line()).toBe('half a line');
	});
});

describe('a list alone', () => {
	test('follows the focus, and Esc takes it back before the focus', async () => {
		const console = await consoleOn();
		await console.press('<Tab><F4>');
		expect(console.stores.session.get().zoom).toBe('log');
		await console.press('<F2>');
		expect(console.stores.session.get().zoom).toBe('prompts');
		await console.press('<Esc>');
		expect(console.stores.session.get().zoom).toBeUndefined();
		expect(console.focus()).toBe('prompts');
		await console.press('<F4><F4>');
		expect(console.stores.session.get().zoom).toBeUndefined();
	});
});

describe('the palette', () => {
	test('is searched by typing, and Enter puts the verb into the line; the half-typed line waits', async () => {
		const console = await consoleOn();
		await console.press('half a line<C-p>ackx<Backspace>');
		expect(console.stores.session.get().layer).toMatchObject({type: 'palette', search: 'ack'});
		expect(console.line()).toBe('half a line');
		await console.press('<Enter>');
		expect(console.line()).toBe('/ack ');
		await console.press('A1<Enter>');
		expect(told(console).at(-1)).toBe('action-acknowledged');
		expect(console.line()).toBe('half a line');
		await console.press('<F5><Enter>');
		expect(console.line()).toBe('/ack ');
	});

	test('is not in the way of a paste, which is never lost', async () => {
		const console = await consoleOn();
		await console.press('<F5>ack<Paste:one long line>');
		expect(console.line()).toBe('one long line');
	});
});

describe('the help', () => {
	test('is searched by typing; Esc ends the search, then the help', async () => {
		const console = await consoleOn();
		await console.press('?');
		await console.press('zoom?');
		expect(console.stores.session.get().layer).toMatchObject({type: 'help', search: 'zoom?'});
		await console.press('<C-u>copy<Esc>');
		expect(console.stores.session.get().layer).toMatchObject({type: 'help', search: ''});
		await console.press('<Esc>x');
		expect(console.line()).toBe('x');
	});
});

describe('a copied row', () => {
	test('is copied as it reads, whichever list it is in', async () => {
		const console = await consoleOn();
		await console.press('<Tab><Tab><Tab><F6>');
		expect(console.copied).toEqual([expect.stringMatching(/^A2 in 16m find the leaked keys · Chen Wei · by 09:20/u)]);
		expect(console.notice()).toMatch(/^Copied/u);
		await console.press('/filter host<Enter><F6>');
		expect(console.copied.at(-1)).toContain('isolate host 17');
	});

	test('that is too long, or not there, is said', async () => {
		const console = await consoleOn();
		await console.press('<F6>');
		expect(console.notice()).toMatch(/^No row is selected/u);
		await console.press(`${'long '.repeat(40)}<Enter>`);
		await console.press('<Tab><F6>');
		expect(console.notice()).toBe('That row is too long for the terminal to copy.');
	});
});

describe('/open', () => {
	test('goes to another incident', async () => {
		const console = await consoleOn();
		await console.press('/open inc-2026-0002<Enter>');
		await vi.waitFor(() => {
			expect(console.opened).toEqual(['INC-2026-0002']);
		});
		expect(console.line()).toBe('');
	});

	test('says which there are not, and why one cannot be opened', async () => {
		const console = await consoleOn();
		await console.press('/open INC-2026-0007<Enter>');
		await vi.waitFor(() => {
			expect(console.notice()).toMatch(/^There is no incident INC-2026-0007/u);
		});
		expect(console.line()).toBe('/open INC-2026-0007');
		await console.press('<C-u>/open INC-2025-0009<Enter>');
		await vi.waitFor(() => {
			expect(console.notice()).toBe('It is closed. Reopen it.');
		});
	});

	test('alone lists the others, newest first, and Enter puts one into the line', async () => {
		const console = await consoleOn();
		await console.press('/open<Enter>');
		await vi.waitFor(() => {
			expect(console.stores.session.get().layer).toMatchObject({
				menu: {offers: [{label: 'INC-2026-0002'}, {label: 'INC-2025-0009'}]},
			});
		});
		await console.press('<Enter>');
		expect(console.line()).toBe('/open INC-2026-0002');
	});
});
