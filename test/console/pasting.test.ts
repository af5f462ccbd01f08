import {describe, expect, test} from 'vitest';
import {linesOf, mostLines, type Pasted, type PasteAnswer, pasteMenu} from '../../source/console/paste.ts';
import {createPasting} from '../../source/console/pasting.ts';
import {newSession, type Session, undo} from '../../source/console/session.ts';
import {createStore} from '../../source/console/store.ts';
import type {Desk} from '../../source/desk.ts';
import {LedgerTrouble} from '../../source/ledger/ledger.ts';
import {columns, trouble} from '../../source/text.ts';
import {hostileStrings} from '../support/hostile.ts';
import {type Line, type Play, playLines} from '../support/incident.ts';

const opening: readonly Line[] = [
	['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security'],
	['09:01', 'sam', 'assign im @"Priya Shah"'],
];

type Pasting = {
	readonly play: Play;
	readonly session: () => Session;
	/** The lines that were recorded from the composer, and those that the history was told of. */
	readonly entered: readonly string[];
	readonly kept: readonly string[];
	/** Pastes a text and answers what is asked. */
	readonly paste: (text: string, answer?: PasteAnswer, into?: Pasted['into']) => Promise<void>;
	readonly told: () => readonly string[];
};

const pastingOn = async (line = '', change: (desk: Desk) => Partial<Desk> = () => ({})): Promise<Pasting> => {
	const play = await playLines(opening);
	const session = createStore(newSession(line));
	const entered: string[] = [];
	const kept: string[] = [];
	const pasting = createPasting({
		session,
		desk: {...play.desk, ...change(play.desk)},
		record() {
			entered.push(session.get().line.text);
		},
		recorded(text) {
			kept.push(text);
		},
	});
	return {
		play,
		session: session.get,
		entered,
		kept,
		async paste(text, answer, into = 'cursor') {
			pasting.take({text, into});
			const {layer} = session.get();
			if (answer !== undefined && layer.type === 'menu' && layer.menu.pasted !== undefined) {
				pasting.answer(layer.menu.pasted, answer);
			}

			await new Promise(resolve => {
				setTimeout(resolve, 0);
			});
		},
		told: () => play.entries().map(({event}) => ('text' in event ? String(event.text) : event.kind)),
	};
};

describe('a paste', () => {
	test('of one line goes into the line at the cursor, its line end left out', async () => {
		const console = await pastingOn('see ');
		await console.paste('host 17\n');
		expect(console.session().line.text).toBe('see host 17');
		expect(console.session().layer.type).toBe('none');
	});

	test('of many lines asks what is meant, and leaves the line as it is', async () => {
		const console = await pastingOn('half');
		await console.paste('one\ntwo\n');
		expect(console.session()).toMatchObject({line: {text: 'half'}, layer: {type: 'menu'}});
		expect(console.play.entries()).toHaveLength(3);
	});

	test('meant as one entry is recorded with what stands in the line, its line ends kept', async () => {
		const console = await pastingOn('supplier says: ');
		await console.paste('one\n  two\n\n', 'entry');
		expect(console.entered).toEqual(['supplier says: one\n  two']);
	});

	test('meant as one entry does nothing that only the console understands', async () => {
		const console = await pastingOn();
		await console.paste('/quit\nand more', 'entry');
		expect(console.entered).toEqual([]);
		expect(console.session().line.text).toBe('/quit\nand more');
	});

	test('meant for the line stands in it, line ends and all, and one undo takes it out', async () => {
		const console = await pastingOn('see ');
		await console.paste('one\ntwo', 'edit');
		expect(console.session().line.text).toBe('see one\ntwo');
		expect(undo(console.session()).line.text).toBe('see ');
	});

	test('from an editor takes the place of the whole line', async () => {
		const console = await pastingOn('half');
		await console.paste('half a line', undefined, 'line');
		expect(console.session().line.text).toBe('half a line');
		await console.paste('one\ntwo', 'edit', 'line');
		expect(console.session().line.text).toBe('one\ntwo');
	});
});

describe('an entry per line', () => {
	test('reads each line as it would be read alone, passes over blank ones, and leaves the half-typed line', async () => {
		const console = await pastingOn('half');
		await console.paste('host 17 answers\n\n/action ring the bank @priya by 20m\n  /ack A1\n', 'lines');
		expect(console.told().slice(3)).toEqual(['host 17 answers', 'ring the bank', 'action-acknowledged']);
		expect(console.session().line.text).toBe('half');
		expect(console.session().notice?.text).toBe('3 lines recorded, entries 4 to 6');
		expect(console.kept).toEqual(['host 17 answers', '/action ring the bank @priya by 20m', '/ack A1']);
	});

	test.each([
		['that cannot be read', 'one\n\n/frobnicate\ntwo', /^Nothing is written\. line 3: There is no verb frobnicate\./u],
		['that the board refuses after those before it', '/action x\n/done A1 y result:success\n/ack A9', /line 3: .*A9/u],
		['for the console', 'one\n/quit', /line 2: There is no verb quit/u],
		['that opens another incident', 'one\n/declare two severity:S1', /line 2: INC-2026-0001 /u],
	])('is written whole or not at all: a line %s is named', async (_, text, said) => {
		const console = await pastingOn();
		await console.paste(text, 'lines');
		expect(console.play.entries()).toHaveLength(3);
		expect(console.session().notice?.text).toMatch(said);
		expect(console.kept).toEqual([]);
		expect(undo(console.session()).layer).toMatchObject({menu: {pasted: {text}}});
	});

	test('decides anew when another writes meanwhile', async () => {
		const console = await pastingOn();
		const {ledger} = console.play;
		const append = ledger.append.bind(ledger);
		let isFirst = true;
		Object.assign(ledger, {
			async append(...given: Parameters<typeof ledger.append>) {
				if (isFirst) {
					isFirst = false;
					const at = console.play.now();
					await append(
						given[0],
						[{event: {kind: 'note-made', text: 'another'}, by: 'x', recordedBy: 'x', occurredAt: at, recordedAt: at}],
						'any',
					);
				}

				return append(...given);
			},
		});
		await console.paste('one\ntwo', 'lines');
		expect(console.told().slice(3)).toEqual(['another', 'one', 'two']);
	});

	test('that could not be written is said, and can be had again', async () => {
		const console = await pastingOn('', () => ({
			writeAll: async () => Promise.reject(new LedgerTrouble('The disk is full.', 'Make room.')),
		}));
		await console.paste('one\ntwo', 'lines');
		expect(console.session().notice?.text).toBe('NOT WRITTEN. The disk is full. Make room.');
		expect(undo(console.session()).layer.type).toBe('menu');
	});

	test('of a file is none: the shell is named', async () => {
		const console = await pastingOn();
		await console.paste('line\n'.repeat(mostLines + 1), 'lines');
		expect(console.play.entries()).toHaveLength(3);
		expect(console.session().layer.type).toBe('menu');
		expect(console.session().notice?.text).toContain('loggist run FILE');
	});
});

describe('the question', () => {
	test('counts the lines that say something, whatever is in them, and shows no control character', () => {
		expect(linesOf('\n a\n\n\t\nb ').map(({number, text}) => `${number} ${text}`)).toEqual(['2 a', '5 b']);
		for (const hostile of hostileStrings) {
			const menu = pasteMenu({text: `${hostile}\n${hostile}`, into: 'cursor'}, '');
			expect(menu.text).not.toMatch(/\p{Cc}/u);
		}
	});

	test('of a book shows its beginning only', () => {
		const menu = pasteMenu({text: 'wort '.repeat(20_000).concat('\nend'), into: 'cursor'}, '');
		expect(columns(menu.text)).toBeLessThan(1000);
	});

	test('says in the offer why a file is not written line by line', () => {
		const menu = pasteMenu({text: 'line\n'.repeat(10_000), into: 'cursor'}, '');
		expect(menu.offers[1]?.hint).toContain('loggist run FILE');
	});
});

test('hostile lines are recorded one by one to the letter, or refused with their number', async () => {
	const console = await pastingOn();
	const texts = hostileStrings.filter(
		text => text.trim() !== '' && !/[\n\r]/u.test(text) && !text.trim().startsWith('/'),
	);
	const fit = texts.filter(text => trouble(text) === undefined);
	await console.paste(fit.join('\n'), 'lines');
	expect(console.told().slice(3)).toEqual(fit.map(text => text.trim()));
	const unfit = texts.findIndex(text => trouble(text) !== undefined);
	await console.paste(['a', 'b', texts[unfit]].join('\n'), 'lines');
	expect(console.session().notice?.text).toMatch(/^Nothing is written\. line 3: /u);
});
