import {describe, expect, test} from 'vitest';
import {drawStart} from '../../source/console/start-pane.ts';
import {placeOfStart, type StartOffer, startOffers, startSaying} from '../../source/console/start.ts';
import {drills} from '../../source/replay/fixtures.ts';
import type {Board} from '../../source/board.ts';
import {arbitraryText} from '../support/arbitrary-event.ts';
import * as fc from '../support/fast-check.ts';
import {playLines} from '../support/incident.ts';
import {picture, troublesOf} from '../support/picture.ts';

const boardOf = async (incident: string, ...lines: readonly string[]): Promise<Board> => {
	const play = await playLines(lines.map((line, index) => [`09:0${index}`, 'sam', line] as const));
	return {...play.board(), incident};
};

const boards = async (): Promise<readonly Board[]> => [
	await boardOf('INC-2026-0001', 'declare Printer on fire severity:S3 kind:operational', 'close because it is out'),
	await boardOf('INC-2026-0002', 'declare Payments database exposed severity:S2 kind:security'),
	await boardOf('INC-2026-0003', 'declare A drill severity:S1 kind:security exercise:yes', 'close because it is over'),
];

const offers = async (): Promise<readonly StartOffer[]> =>
	startOffers({boards: await boards(), drills: drills().slice(0, 1), isReadonly: false});

const draw = (listed: readonly StartOffer[], width: number, height: number, line = '') =>
	picture(drawStart(listed, line, {width, height}, true), width);

const saying = (...listed: readonly (Board | undefined)[]): string =>
	startSaying(startOffers({boards: listed.filter(one => one !== undefined), drills: [], isReadonly: false}));

describe('the start screen', () => {
	test('offers to declare, every incident, open ones first and the newest before the others, the tour and the drills', async () => {
		expect((await offers()).map(({line}) => line)).toEqual([
			'declare ',
			'open INC-2026-0002',
			'open INC-2026-0003',
			'open INC-2026-0001',
			'replay INC-2026-0003',
			'tour',
			'demo medcaribe-bec',
		]);
	});

	test('offers the scenarios to run before the incidents to be played', () => {
		const scenarios = [{name: 'lost-laptop', title: 'A laptop is lost', duration: '15m'}];
		const known = {boards: [], scenarios, drills: drills().slice(0, 1), isReadonly: false};
		expect(startOffers(known).map(({line}) => line)).toEqual([
			'declare ',
			'tour',
			'drill lost-laptop',
			'demo medcaribe-bec',
		]);
		expect(startOffers({...known, isReadonly: true})).toEqual([]);
	});

	test('offers only to look where the ledger is only read', async () => {
		const listed = startOffers({boards: await boards(), drills: drills(), isReadonly: true});
		expect(listed.every(({line}) => /^(?:open|replay) /u.test(line))).toBe(true);
	});

	test('does not offer to declare what is real in a ledger that is thrown away', () => {
		const [first] = startOffers({boards: [], drills: drills(), isReadonly: false, isOutside: true});
		expect(first?.line).toBe('open start');
	});

	test('says why one is there', async () => {
		const [printer, payments] = await boards();
		expect(saying()).toBe('Nothing has been declared in this ledger.');
		expect(saying(printer)).toBe('No incident is open in this ledger.');
		expect(saying(printer, payments)).toBe('Where to?');
	});

	test('at 80 columns', async () => {
		expect(draw(await offers(), 80, 20, 'open INC-2026-0003')).toMatchInlineSnapshot(`
			"
			╭ ▸Start ──────────────────────────────────────────────────────────────────────╮
			│ Where to?                                                                    │
			│                                                                              │
			│ 1 /declare an incident    say what has happened                              │
			│ 2 /open    INC-2026-0002  S2  HOT     since 2026-06-02 09:00 UTC             │
			│     Payments database exposed                                                │
			│ 3 /open    INC-2026-0003  S1  closed  since 2026-06-02 09:00 UTC             │
			│     EXERCISE A drill                                                         │
			│ 4 /open    INC-2026-0001  S3  closed  since 2026-06-02 09:00 UTC             │
			│     Printer on fire                                                          │
			│ 5 /replay  INC-2026-0003  watch it again from its log                        │
			│ 6 /tour    five steps     learn it by doing it, on an exercise               │
			│ 7 /demo    medcaribe-bec  Business e-mail compromise at a clinic group       │
			│                                                                              │
			│ Enter or its digit takes a row. Or type a line:                              │
			│ /declare Payments database exposed severity:S2 kind:security                 │
			│ Add data:personal where personal data may be involved; ? is help, ctrl-c     │
			│ leaves.                                                                      │
			│                                                                              │
			╰──────────────────────────────────────────────────────────────────────────────╯
			"
		`);
	});

	test('at 120 columns each incident has one row', async () => {
		expect(draw(await offers(), 120, 12)).toMatchInlineSnapshot(`
			"
			╭ ▸Start ──────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
			│ Where to?                                                                                                            │
			│                                                                                                                      │
			│ 1 /declare an incident    say what has happened                                                                      │
			│ 2 /open    INC-2026-0002  S2  HOT     since 2026-06-02 09:00 UTC  Payments database exposed                          │
			│ 3 /open    INC-2026-0003  S1  closed  since 2026-06-02 09:00 UTC  EXERCISE A drill                                   │
			│ 4 /open    INC-2026-0001  S3  closed  since 2026-06-02 09:00 UTC  Printer on fire                                    │
			│ 5 /replay  INC-2026-0003  watch it again from its log                                                                │
			│ 6 /tour    five steps     learn it by doing it, on an exercise                                                       │
			│ 7 /demo    medcaribe-bec  Business e-mail compromise at a clinic group                                               │
			│                                                                                                                      │
			╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
			"
		`);
	});

	test('on the smallest screen keeps the selected row in sight', async () => {
		expect(draw(await offers(), 40, 8, 'tour')).toMatchInlineSnapshot(`
			"
			╭ ▸Start ──────────────────────────────╮
			│ Where to?                            │
			│                                      │
			│     watch it again from its log      │
			│ 6 /tour    five steps                │
			│     learn it by doing it, on an exe… │
			│ 7 /demo    medcaribe-bec             │
			╰──────────────────────────────────────╯
			"
		`);
	});

	test('of any incidents stands within its frame at every size', () => {
		const offer = fc.record({
			line: arbitraryText.map(text => `open ${text}`),
			name: arbitraryText,
			text: arbitraryText,
			marks: fc.constantFrom<readonly string[]>([], ['S1', 'HOT']),
			since: fc.constant('2026-06-02 09:00 UTC'),
		});
		fc.assert(
			fc.property(
				fc.uniqueArray(offer, {maxLength: 12, selector: one => one.line}),
				fc.integer({min: 20, max: 200}),
				fc.integer({min: 3, max: 60}),
				(listed, width, height) => {
					const pane = drawStart(listed, listed.at(-1)?.line ?? '', {width, height}, true);
					expect(troublesOf(pane, {width, height})).toEqual([]);
				},
			),
			{numRuns: 60},
		);
	});

	test('that only reads says nothing of declaring, and what it waits for', async () => {
		const listed = startOffers({boards: await boards(), drills: drills(), isReadonly: true});
		expect(draw(listed, 80, 20)).not.toContain('/declare');
		expect(draw([], 80, 20)).toContain('What is declared in it is shown here at once.');
	});

	test('finds the place of a row, and begins anew where it is gone', async () => {
		const listed = await offers();
		expect(placeOfStart(listed, 'tour')).toBe(5);
		expect(placeOfStart(listed, 'open INC-2026-0009')).toBe(0);
	});
});
