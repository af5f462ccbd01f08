import {describe, expect, test, vi} from 'vitest';
import {createController} from '../../source/console/controller.ts';
import {feed, idleDecoder} from '../../source/console/keys/decode.ts';
import {keymap, type Where} from '../../source/console/keymap.ts';
import {layout, paneNames} from '../../source/console/layout.ts';
import {setLine} from '../../source/console/session.ts';
import {asOf} from '../../source/console/lookback-deeds.ts';
import {createLookback, type Past, refusePast} from '../../source/console/lookback.ts';
import {createStore} from '../../source/console/store.ts';
import {createStores, type Stores} from '../../source/console/stores.ts';
import type {View} from '../../source/console/view.ts';
import {LedgerTrouble} from '../../source/ledger/ledger.ts';
import {tourDeed} from '../../source/console/deeds.ts';
import type {Destination} from '../../source/console/destination.ts';
import {startOffers} from '../../source/console/start.ts';
import {beginTour, stepNow} from '../../source/console/tour.ts';
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
	/** Where else the console was to go. */
	readonly went: readonly Destination[];
	/** Types keys, and lets what they set going come to rest. */
	readonly press: (keys: string) => Promise<void>;
	readonly line: () => string;
	readonly notice: () => string;
	readonly focus: () => string;
	readonly selected: () => string | undefined;
};

const consoleOn = async (
	lines = opening,
	change: (desk: Desk) => Partial<Desk> = () => ({}),
	seen: Partial<View> = {},
): Promise<Console> => {
	const play = await playLines(lines);
	const desk = {...play.desk, ...change(play.desk)};
	const stores = createStores(desk, '', play.now());
	const lookback = createLookback(desk, stores.past);
	const show = () => {
		const {board, entries, prompts, situation} = lookback.desk;
		stores.listed.set({board: board(), entries: entries(), prompts: prompts()});
		stores.now.set(situation().now);
	};
	stores.past.subscribe(show);
	show();
	desk.changed(() => {
		lookback.tick();
		show();
	});
	const left = vi.fn<() => void>();
	const copied: string[] = [];
	const opened: string[] = [];
	const went: Destination[] = [];
	const offers = startOffers({boards: [desk.board()], drills: [], isReadonly: false});
	const controller = createController({
		stores,
		async readStarts() {
			stores.starts.set(offers);
		},
		own: {
			tour: tourDeed(stores, to => {
				went.push(to);
			}),
		},
		desk: lookback.desk,
		lookback,
		view: {
			layout: () => layout(120, 40),
			reachable: () => paneNames,
			isReachable: () => true,
			canZoom: () => true,
			isListOpen: () => false,
			spotAt: () => undefined,
			overflow: () => 30,
			close() {},
			...seen,
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
		went,
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

	test('pasted with many lines is one where one entry is meant, without the line ends at its end', async () => {
		const console = await consoleOn();
		await console.press('<Paste:one\ntwo\nthree\n\n>');
		expect(console.line()).toBe('');
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
	/** Those of a replay are pressed in the tests of one. */
	const ways: Readonly<Record<Exclude<Where, 'replay' | 'replay list'>, string>> = {
		line: '',
		pane: '<Tab>',
		menu: '<F2><Enter>',
		palette: '<F5>',
		help: '<F1>',
		past: '<F9>',
		'past list': '<F9><Tab>',
	};

	test('every key of the table is handled at every place it has', async () => {
		for (const {keys, where, deed} of keymap) {
			for (const place of where) {
				if (place === 'replay' || place === 'replay list') {
					continue;
				}

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
		insert: 'Insert',
		'shift-up': 'S-Up',
		'shift-down': 'S-Down',
		f1: 'F1',
		f2: 'F2',
		f3: 'F3',
		f4: 'F4',
		f5: 'F5',
		f6: 'F6',
		f7: 'F7',
		f10: 'F10',
		f9: 'F9',
		'shift-left': 'S-Left',
		'shift-right': 'S-Right',
		'alt-left': 'M-Left',
		'alt-right': 'M-Right',
		f8: 'F8',
		'alt-shift-k': 'M-K',
		'1-9': '',
	};
	const named = names[key];
	if (named !== undefined) {
		return named === '' ? '1' : `<${named}>`;
	}

	const arrow = /^(?:alt|ctrl)-(?:left|right|backspace|delete)$/u.test(key);
	return arrow ? '<Left>' : key === '?' ? '?' : `<${key.replace(/^ctrl-/u, 'C-').replace(/^alt-/u, 'M-')}>`;
};

/** A console in the view of the secretariat, on the actions that lack something. */
const toComplete = async () => {
	const console = await consoleOn();
	await console.play.say('action ring the bank');
	await console.play.say('action tell legal');
	await console.press('/view secretariat<Enter><Tab>');
	for (let step = 0; step < paneNames.length && console.focus() !== 'to complete'; step++) {
		await console.press('<Tab>');
	}

	return console;
};

describe('the views', () => {
	test('go round by F10, and the half-typed line stays', async () => {
		const console = await consoleOn();
		await console.press('half a line<F10>');
		expect(console.stores.session.get().view).toBe('manager');
		await console.press('<M-v><F10>');
		expect(console.stores.session.get().view).toBe('secretariat');
		expect(console.line()).toBe('half a line');
		await console.press('<F10><F10><F10><F10>');
		expect(console.stores.session.get().view).toBe('board');
	});

	test('are gone to by name; what stood in the line before the menu comes back', async () => {
		const console = await consoleOn();
		await console.press('/view deputy<Enter>');
		expect(console.stores.session.get().view).toBe('deputy');
		expect(console.line()).toBe('');
		await console.press('/view<Enter><Down><Enter>');
		expect(console.line()).toBe('/view secretariat');
		await console.press('<Enter>');
		expect(console.stores.session.get().view).toBe('secretariat');
		await console.press('/view gold<Enter>');
		expect(console.notice()).toMatch(/^There is no view gold/u);
		expect(console.stores.session.get().view).toBe('secretariat');
		expect(told(console)).toEqual(told(await consoleOn()));
	});

	test('never change by themselves: not when somebody else takes the role', async () => {
		const console = await consoleOn();
		await console.press('/view manager<Enter><Tab>');
		const before = console.stores.session.get();
		await console.play.say('handover im @chen');
		await console.play.say('accept im @chen');
		expect(console.stores.session.get()).toBe(before);
	});

	test('open the row of a list with its menu', async () => {
		const console = await toComplete();
		await console.press('<Enter>');
		expect(console.stores.session.get().layer).toMatchObject({
			menu: {title: 'A3', offers: [{line: 'reassign A3 @'}, {line: 'extend A3 by '}, {line: 'cancel A3 because '}]},
		});
	});

	test('have lists whose rows are dealt with together, as those of the board are', async () => {
		const console = await toComplete();
		await console.press('<M-a><Enter>');
		expect(console.stores.session.get().layer).toMatchObject({
			menu: {title: '2 marked', offers: expect.arrayContaining([expect.objectContaining({line: 'reassign A3 A4 @'})])},
		});
		await console.press('<Esc>');
		expect(console.stores.session.get().marks?.pane).toBe('to complete');
		await console.press('<F10>');
		expect(console.stores.session.get().marks).toBeUndefined();
	});
});

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

	test('alone lists what may be begun; what records nothing is done at once, what does is put into the line', async () => {
		const console = await consoleOn();
		const layer = () => console.stores.session.get().layer;
		await console.press('half a line<C-u>/open<Enter>');
		await vi.waitFor(() => {
			expect(layer()).toMatchObject({type: 'start'});
		});
		await console.press('<Down>');
		expect(layer()).toMatchObject({line: 'open INC-2026-0001'});
		await console.press('<Down><Down><Down><Enter>');
		expect(console.went).toEqual([{type: 'tour'}]);
		await console.press('/open<Enter>');
		await vi.waitFor(() => {
			expect(layer()).toMatchObject({type: 'start'});
		});
		await console.press('1');
		expect(console.line()).toBe('/declare ');
		expect(layer()).toEqual({type: 'none'});
	});

	test('alone keeps the row that is selected when others come, and what is typed goes to the line', async () => {
		const console = await consoleOn();
		await console.press('/open<Enter>');
		await vi.waitFor(() => {
			expect(console.stores.starts.get()).toHaveLength(3);
		});
		await console.press('<End>');
		const [first, ...others] = console.stores.starts.get();
		console.stores.starts.set([
			...(first === undefined ? [] : [first, {...first, line: 'open INC-2026-0002'}]),
			...others,
		]);
		expect(console.stores.session.get().layer).toEqual({type: 'start', line: 'tour'});
		await console.press('host');
		expect(console.line()).toBe('host');
	});
});

const touring = async () => {
	const console = await consoleOn();
	const {stores} = console;
	stores.tour.set(beginTour(stores.listed.get().entries.length));
	const step = () => {
		const tour = stores.tour.get();
		return tour === undefined ? 'none' : (stepNow(tour, stores.listed.get().entries)?.name ?? 'over');
	};
	return {console, step};
};

describe('the tour', () => {
	test('goes on by itself when the thing is done, and when its key passes over it', async () => {
		const {console, step} = await touring();
		expect(step()).toBe('a note');
		await console.press('host 17 answers<Enter>');
		expect(step()).toBe('an action');
		await console.press('<F7>');
		expect(step()).toBe('a prompt');
		await console.press('/tour next<Enter>');
		expect(step()).toBe('a decision');
	});

	test('is left by Esc where nothing else stands in the way, and had back', async () => {
		const {console, step} = await touring();
		await console.press('half a line');
		await console.press('<Esc>');
		expect(step()).toBe('a note');
		await console.press('<C-u><Tab>');
		await console.press('<Esc>');
		expect(step()).toBe('a note');
		await console.press('<Esc>');
		expect(step()).toBe('none');
		await console.press('/tour on<Enter>');
		expect(step()).toBe('a note');
		await console.press('/tour off<Enter>');
		expect(step()).toBe('none');
	});

	test('has a key that says why it does nothing where no tour is under way', async () => {
		const console = await consoleOn();
		await console.press('<F7>');
		expect(console.notice()).toBe('No tour is under way; /tour begins one.');
		await console.press('/tour next<Enter>');
		expect(console.notice()).toBe('No tour is under way. /tour begins one on an exercise.');
	});
});

/** The moment that is shown, where that is not now. */
const past = ({stores}: Console) => stores.past.get();

const texts = ({stores}: Console): readonly string[] => stores.listed.get().board.actions.map(one => one.text);

describe('a board that is past', () => {
	test('takes no paste: it says so before it asks anything, and keeps the lines in the line', async () => {
		const console = await consoleOn();
		const before = console.play.entries().length;
		await console.press('<F9><Paste:one\ntwo>');
		expect(console.notice()).toMatch(/^Not recorded as of /u);
		expect(console.stores.session.get().layer).toEqual({type: 'none'});
		expect(console.line()).toBe('one\ntwo');
		await console.press('<Esc><Enter>');
		expect(console.play.entries().slice(before)).toMatchObject([{event: {text: 'one\ntwo'}}]);
	});

	test('is refused in words that are whole in eighty columns', () => {
		for (const now of ['2026-06-02T09:30:00.000Z', '2026-06-22T09:30:00.000Z', '2027-06-22T09:30:00.000Z']) {
			const {refused, mend} = refusePast('2026-06-02T09:20:00.000Z', now, 'Asia/Kathmandu');
			expect(`${refused} ${mend}`.length).toBeLessThanOrEqual(78);
		}
	});

	test('is shown by f9 and the arrows, entry by entry, and esc shows the present one again', async () => {
		const console = await consoleOn();
		await console.press('<F9>');
		expect(past(console)).toMatchObject({shown: 7, total: 7, fresh: 0});
		await console.press('<Left>');
		expect(texts(console)).toEqual(['isolate host 17']);
		expect(console.stores.now.get()).toBe(console.play.entries()[5]?.recordedAt);
		await console.press('<Left>');
		expect(texts(console)).toEqual([]);
		expect(console.stores.listed.get().entries).toHaveLength(5);
		await console.press('<Right>');
		expect(texts(console)).toEqual(['isolate host 17']);
		await console.press('<Esc>');
		expect(past(console)).toBeUndefined();
		expect(texts(console)).toEqual(['isolate host 17', 'find the leaked keys']);
		expect(console.stores.now.get()).toBe(console.play.now());
	});

	test('is asked by doctrine what it was asked then', async () => {
		const console = await consoleOn();
		const now = console.stores.listed.get().prompts.map(({text}) => text);
		await console.press('<F9><Home>');
		const then = console.stores.listed.get().prompts.map(({rule}) => rule);
		expect(then).toContain('R1');
		expect(now.join(' ')).not.toContain('No Incident Manager');
		await console.press('<F9>');
		expect(console.stores.listed.get().prompts.map(({text}) => text)).toEqual(now);
	});

	test('takes no line: the half-typed one stays, and is recorded after esc', async () => {
		const console = await consoleOn();
		await console.press('host 17<F9><Left>');
		expect(console.line()).toBe('host 17');
		await console.press(' answers<Enter>');
		expect(console.notice()).toContain('Nothing can be recorded');
		expect(console.line()).toBe('host 17 answers');
		await console.press('<C-u>/ack A1<Enter>');
		expect(console.notice()).toBe('Not recorded as of 09:03 UTC. Esc goes to now; the line stays.');
		expect(console.play.entries()).toHaveLength(7);
		await console.press('<Esc><Enter>');
		expect(told(console).at(-1)).toBe('action-acknowledged');
	});

	test('stays where it is when others write, and counts what they wrote', async () => {
		const console = await consoleOn();
		await console.press('<F9><Left>');
		const before = console.stores.listed.get();
		await console.play.at('09:10').say('note the supplier has called');
		await console.play.say('note and again');
		expect(past(console)).toMatchObject({fresh: 2, shown: 6, total: 9});
		expect(console.stores.listed.get().board).toBe(before.board);
		await console.press('<End>');
		expect(past(console)).toMatchObject({shown: 9});
		await console.press('<F9>');
		expect(console.stores.listed.get().entries).toHaveLength(9);
		await console.press('<F9>');
		expect(past(console)).toMatchObject({fresh: 0});
	});

	test('goes minutes and hours, no further than the log goes', async () => {
		const console = await consoleOn([...opening, ['10:30', 'sam', 'note x']]);
		await console.press('<F9><S-Left>');
		expect(past(console)?.at).toBe('2026-06-02T10:20:00.000Z');
		await console.press('<PageUp>');
		expect(past(console)?.at).toBe('2026-06-02T09:20:00.000Z');
		await console.press('<PageUp>');
		expect(past(console)?.at).toBe('2026-06-02T09:00:00.000Z');
		await console.press('<Left>');
		expect(console.notice()).toMatch(/^This is the first entry/u);
		await console.press('<S-Right><PageDown><PageDown>');
		expect(past(console)?.at).toBe('2026-06-02T10:30:00.000Z');
		await console.press('<Right>');
		expect(console.notice()).toBe('This is the last entry. Esc goes back to now.');
		expect(past(console)).toBeDefined();
	});

	test.each([
		['09:06', '2026-06-02T09:06:34.000Z'],
		['09:05', '2026-06-02T09:06:34.000Z'],
		['09:07', '2026-06-02T09:07:00.000Z'],
		['09:04', undefined],
	])(
		'of the minute %s, without seconds, is that of the first entry where the log begins in it or in the next',
		async (minute, at) => {
			const play = await playLines([
				['09:06:34', 'sam', 'declare Payments database exposed severity:S2'],
				['09:08', 'sam', 'note the site is down'],
			]);
			const store = createStore<Past | undefined>(undefined);
			const refusal = asOf(minute, createLookback(play.desk, store), undefined);
			expect(store.get()?.at).toBe(at);
			expect(refusal).toEqual(
				at === undefined ? refuse('The log begins at 09:06 UTC.', '/asof 09:06 goes there.') : undefined,
			);
		},
	);

	test('is gone to by /asof, which says what it cannot read or find', async () => {
		const console = await consoleOn();
		console.play.at('11:00');
		await console.press('/asof 09:03<Enter>');
		expect(past(console)).toMatchObject({at: '2026-06-02T09:03:00.000Z', shown: 6});
		expect(console.line()).toBe('');
		await console.press('/asof 118m ago<Enter>');
		expect(past(console)?.at).toBe('2026-06-02T09:02:00.000Z');
		await console.press('/asof 08:00<Enter>');
		expect(console.notice()).toBe('The log begins at 09:00 UTC. /asof 09:00 goes there.');
		await console.press('<C-u>');
		await console.press('/asof the flood<Enter>');
		expect(console.notice()).not.toBe('');
		expect(past(console)?.at).toBe('2026-06-02T09:02:00.000Z');
		await console.press('/asof now<Enter>');
		expect(past(console)).toBeUndefined();
		await console.press('/asof<Enter>');
		expect(past(console)?.shown).toBe(7);
		await console.press('/asof<Enter>');
		expect(past(console)).toBeUndefined();
	});

	test('is that of the entry that is selected in the log', async () => {
		const console = await consoleOn();
		await console.press('<Tab><Up><F9>');
		expect(past(console)?.shown).toBe(6);
		// Lists keep their keys: up and down choose, esc goes to the line first.
		await console.press('<Up><Esc>');
		expect(console.focus()).toBe('line');
		expect(past(console)).toBeDefined();
		await console.press('<Esc>');
		expect(past(console)).toBeUndefined();
	});

	test('is what pages show; the picture over time shows all of it, and follows the arrows', async () => {
		const console = await consoleOn();
		const page = () => {
			const {layer} = console.stores.session.get();
			return layer.type === 'page' ? layer : undefined;
		};
		await console.press('<F9><Left>/show sitrep<Enter>');
		await vi.waitFor(() => {
			expect(page()?.title).toBe('INC-2026-0001 sitrep as of 09:03 UTC');
		});
		expect(page()?.lines.join(' ')).not.toContain('find the leaked keys');
		await console.press('<Esc>/show timeline<Enter>');
		await vi.waitFor(() => {
			expect(page()?.title).toBe('INC-2026-0001 timeline as of 09:03 UTC');
		});
		expect(page()?.lines.join(' ')).toContain('find the leaked keys');
		// On the rule under the times.
		const column = () =>
			page()
				?.lines.find(line => line.includes('┬'))
				?.indexOf('│') ?? -1;
		const before = column();
		expect(before).toBeGreaterThan(0);
		await console.press('<Home>');
		expect(past(console)?.shown).toBe(6);
		await console.press('<Left>');
		await vi.waitFor(() => {
			expect(page()?.title).toBe('INC-2026-0001 timeline as of 09:02 UTC');
		});
		expect(past(console)?.shown).toBe(5);
		expect(column()).toBeLessThan(before);
		expect(column()).toBeGreaterThan(0);
		await console.press('<Esc>');
		expect(page()).toBeUndefined();
		expect(past(console)).toBeDefined();
	});

	test('is entered from the picture over time by its arrows', async () => {
		const console = await consoleOn();
		console.play.at('09:30');
		await console.press('/show timeline<Enter>');
		await vi.waitFor(() => {
			expect(console.stores.session.get().layer.type).toBe('page');
		});
		await console.press('<Left>');
		expect(past(console)?.shown).toBe(7);
	});

	test('is nowhere before anything was declared', async () => {
		const console = await consoleOn([]);
		await console.press('<F9>');
		expect(past(console)).toBeUndefined();
		expect(console.notice()).toBe('Nothing has been recorded yet. There is no moment to go back to.');
	});

	test('closes the list of candidates before it lets go', async () => {
		const console = await consoleOn(opening, () => ({}), {isListOpen: () => true});
		await console.press('<F9>/ac<Esc>');
		expect(past(console)).toBeDefined();
	});
});
