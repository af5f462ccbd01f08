import {describe, expect, test} from 'vitest';
import {commands} from '../../source/duties/index.ts';
import {complete} from '../../source/language/complete.ts';
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
