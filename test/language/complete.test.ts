import {describe, expect, test} from 'vitest';
import {commands} from '../../source/duties/index.ts';
import {complete} from '../../source/language/complete.ts';
import * as fc from '../support/fast-check.ts';
import {type Play, playLines} from '../support/incident.ts';

const incident = async (): Promise<Play> =>
	playLines([
		['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security'],
		['09:01', 'sam', 'assign im @"Priya Shah"'],
		['09:02', 'sam', 'assign secretariat @"Siobhán Ó Briain"'],
		['09:03', 'sam', 'assign analyst @"Chen Wei"'],
		['09:04', 'priya', 'action isolate host 17 @chen by 09:30'],
		['09:05', 'priya', 'action find the keys'],
		['09:06', 'sam', 'suspect the token was used again'],
		['09:07', 'sam', 'know host 17 answers'],
		['09:08', 'priya', 'decide payments offline because card data leak'],
		['09:09', 'priya', 'split alpha @chen'],
		['09:10', 'chen', 'done A2'],
	]);

/** The candidates at the end of a line, or at `|`. */
const at = async (typed: string): Promise<readonly string[]> => {
	const cursor = typed.includes('|') ? typed.indexOf('|') : typed.length;
	const {candidates} = complete(typed.replace('|', ''), cursor, (await incident()).board(), commands);
	return candidates.map(({text}) => text);
};

describe('at the cursor may stand', () => {
	test('every verb after the slash, and those that begin as typed', async () => {
		expect(await at('/')).toContain('/declare');
		expect(await at('/re')).toEqual([
			'/reopen',
			'/relieve',
			'/release',
			'/report',
			'/reassign',
			'/refute',
			'/recommend',
			'/redraft',
			'/reconfirm',
		]);
		expect(await at('/REP')).toEqual(['/report']);
		expect(await at('/ack')).toEqual([]);
		expect(await at('/frob')).toEqual([]);
	});

	test('no verb where the ledger would refuse it anyway', async () => {
		expect(await at('/edi')).toEqual([]);
		expect(await at('/del')).toEqual([]);
	});

	test('people by handle, by any part of the name, without accents', async () => {
		expect(await at('/action ring @')).toEqual(['@priya', '@siobhan', '@chen']);
		expect(await at('/action ring @sh')).toEqual(['@priya']);
		expect(await at('/action ring @SIOBHAN')).toEqual(['@siobhan']);
		expect(await at('/action ring @briain')).toEqual(['@siobhan']);
		expect(await at('/action ring @chen')).toEqual([]);
	});

	test('open actions, findings, decisions at the place of a ref', async () => {
		expect(await at('/ack ')).toEqual(['A1']);
		expect(await at('/ack a')).toEqual(['A1']);
		expect(await at('/confirm ')).toEqual(['F1', 'F2']);
		expect(await at('/justify ')).toEqual(['D1']);
		expect(await at('/ack A1 ')).toEqual([]);
	});

	test('roles at the place of a role', async () => {
		expect(await at('/assign ')).toEqual([
			'im',
			'deputy',
			'secretariat',
			'analyst',
			'privacy',
			'sme',
			'comms',
			'liaison',
		]);
		expect(await at('/assign s')).toEqual(['secretariat', 'sme']);
	});

	test('choices at the place of a word', async () => {
		expect(await at('/severity ')).toEqual(['S1', 'S2', 'S3', 'S4']);
		expect(await at('/phase w')).toEqual(['warm']);
	});

	test('keys and their choices by their first letters', async () => {
		expect(await at('/declare x sev')).toEqual(['severity:S1', 'severity:S2', 'severity:S3', 'severity:S4']);
		expect(await at('/declare x zo')).toEqual(['zone:']);
	});

	test('sub-teams after #, and at their place', async () => {
		expect(await at('/action ring #')).toEqual(['#alpha']);
		expect(await at('/merge ')).toEqual(['alpha']);
	});

	test('nothing in a note, after an unknown verb, or far into a pasted book', async () => {
		expect(await at('ring @')).toEqual([]);
		expect(await at('/frobnicate @')).toEqual(['@priya', '@siobhan', '@chen']);
		expect(await at('/frobnicate A')).toEqual([]);
		expect(await at(`/note ${'word '.repeat(300)}@`)).toEqual([]);
	});

	test('what fits the word before the cursor, whatever stands behind it', async () => {
		expect(await at('/ac|tion ring @chen')).toEqual(['/accept', '/action', '/ack']);
		expect(await at('/action ring @p| by 20m')).toEqual(['@priya']);
	});

	test('a candidate for the word, from where the word begins', async () => {
		const {from, candidates} = complete('/action ring @pri', 17, (await incident()).board(), commands);
		expect(from).toBe(13);
		expect(candidates).toEqual([{text: '@priya', hint: 'Priya Shah'}]);
	});
});

const far = async (): Promise<Play> =>
	playLines([
		['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security zone:Europe/London'],
		['09:01', 'sam', 'assign secretariat @"Sam Ó Briain"'],
		['09:02', 'sam', 'assign analyst @"Łukasz Ångström"'],
		['09:03', 'sam', 'action isolate host 17 @sam by 09:30Z'],
		['09:04', 'sam', 'action ask the supplier by 09:40Z'],
		['09:05', 'sam', 'action check the firewall rules by 09:50Z'],
		['09:06', 'sam', 'action look for backfires'],
	]);

/** The candidates at the end of a line, with what is said of them. */
const offered = async (typed: string): Promise<readonly string[]> => {
	const play = await far();
	const {board, now, zone} = play.at('09:10').desk.situation();
	const {candidates} = complete(typed, typed.length, board, commands, {moment: {now, zone}});
	return candidates.map(({text, hint}) => `${text} ${hint}`);
};

const texts = async (typed: string): Promise<readonly string[]> =>
	(await offered(typed)).map(one => one.split(' ')[0] ?? '');

describe('what is not typed from its beginning is found all the same:', () => {
	test('people by any part of the name, parts together, without accents', async () => {
		expect(await texts('/action x @obriain')).toEqual(['@sam']);
		expect(await texts('/action x @angstr')).toEqual(['@łukasz']);
		expect(await texts('/action x @lukasz')).toEqual(['@łukasz']);
		expect(await texts('/action x @sbr')).toEqual(['@sam']);
		expect(await texts('/action x @zzz')).toEqual([]);
	});

	test('refs by the words of their text, those that begin so before those that only say it', async () => {
		expect(await texts('/done fire')).toEqual(['A3']);
		expect(await texts('/done wall')).toEqual(['A3']);
		expect(await texts('/done fwr')).toEqual(['A3']);
		expect(await texts('/done supp')).toEqual(['A2']);
		expect(await texts('/done ngstr')).toEqual([]);
	});

	test('refs by their names first, in their order', async () => {
		expect(await texts('/done a')).toEqual(['A1', 'A2', 'A3', 'A4']);
		expect(await texts('/done A3')).toEqual([]);
	});

	test('verbs by their letters in order, unless some begin as typed', async () => {
		expect(await texts('/rpt')).toContain('/report');
		expect((await texts('/rep')).every(verb => verb.startsWith('/rep'))).toBe(true);
	});

	test('roles by their titles, keys and choices by what they say', async () => {
		expect(await texts('/assign incident')).toEqual(['im']);
		expect(await texts('/declare x S2')).toEqual(['severity:S2']);
		expect(await texts('/declare x privacy')).toContain('kind:privacy');
	});

	test('no verb that is there only to say what is done instead, nor one that looks like it', async () => {
		expect(await texts('/del')).toEqual([]);
		expect(await texts('/edi')).toEqual([]);
	});
});

describe('times', () => {
	test('to come are offered where one is due, each with the moment it means', async () => {
		expect(await offered('/action ring by ')).toEqual([
			'10m 10:20 BST',
			'20m 10:30 BST',
			'30m 10:40 BST',
			'1h 11:10 BST',
			'2h 12:10 BST',
			'tomorrow 09:00 3 Jun 09:00 BST',
		]);
		expect(await offered('/action ring by 45')).toEqual(
			['45m 09:55 BST', '45h 4 Jun 07:10 BST'].map(one => one.replace('09:55', '10:55')),
		);
		expect(await offered('/action ring by tom')).toEqual(['tomorrow 09:00 3 Jun 09:00 BST']);
		expect(await offered('/action ring by 14:30')).toEqual([]);
	});

	test('past are offered for when it happened, where the verb takes one', async () => {
		expect(await offered('/note call from the bank at 5')).toEqual(['5m ago 10:05 BST', '5h ago 05:10 BST']);
		expect(await offered('/note stand by ')).toEqual([]);
	});
});

test('what is typed is found whatever is in it, and nothing is offered twice', async () => {
	const board = (await far()).board();
	const typed = fc.string({unit: 'binary', maxLength: 12});
	fc.assert(
		fc.property(
			fc.constantFrom('/', '/done ', '/action x @', '/assign ', '/declare x ', '/action x by '),
			typed,
			(before, word) => {
				const line = before + word;
				const {from, candidates} = complete(line, line.length, board, commands);
				expect(from).toBeLessThanOrEqual(line.length);
				expect(new Set(candidates.map(({text}) => text)).size).toBe(candidates.length);
			},
		),
	);
});
