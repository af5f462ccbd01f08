import {describe, expect, it} from 'vitest';
import {cellText} from '../../source/data/csv.ts';
import {csvOf} from '../../source/data/tables.ts';
import {lateEntries} from '../../source/late.ts';
import {slackText} from '../../source/import/slack-text.ts';
import {isRefusal} from '../../source/refusal.ts';
import {tell} from '../../source/timeline.ts';
import {arbitraryText} from '../support/arbitrary-event.ts';
import {arbitraryStory} from '../support/arbitrary-line.ts';
import * as fc from '../support/fast-check.ts';
import {arbitraryMarkup, hostileStrings} from '../support/hostile.ts';
import {playLines} from '../support/incident.ts';
import {folderOf, imported, importInto} from './material.ts';

/** An incident of the next year, so that everything a story tells has happened. */
const fresh = async () => {
	const play = await playLines();
	await play.at('2027-06-02T12:00:00.000Z').say('declare Payments');
	return play;
};

const anyText = fc.oneof(arbitraryText, arbitraryMarkup, fc.constantFrom(...hostileStrings));

/** Texts that a ledger keeps and that say something. */
const saidText = anyText.filter(text => text.trim() !== '' && text.isWellFormed() && !text.includes('\0'));

describe('what export csv wrote of a log', () => {
	it('comes back with the times and the texts of its entries, as far as a cell keeps them', async () => {
		await fc.assert(
			fc.asyncProperty(arbitraryStory, async ({board, entries}) => {
				const play = await fresh();
				const csv = [...(csvOf('log', {board, entries}) ?? [])].join('');
				const {written} = await imported(play, 'csv', csv);
				const expected = entries.map(
					entry => [entry.occurredAt, tell(entry, board), board.struck.has(entry.number)] as const,
				);
				expect(written).toHaveLength(entries.length + 1);
				for (const [index, [at, text, isStruck]] of expected.entries()) {
					const entry = written[index + 1];
					const told = entry?.event.kind === 'note-made' ? entry.event.text : '';
					expect(entry?.occurredAt).toBe(at);
					expect(isStruck ? told.replace(/ \[struck, because .*\]$/su, '') : told).toBe(
						cellText(text).replace(/^'(?=[\s"'“”‘’]*[=+\-@＝＋－＠])/u, ''),
					);
				}

				expect((await imported(play, 'csv', csv)).written).toEqual([]);
			}),
			{numRuns: 15},
		);
	});
});

describe('a table', () => {
	it('gives back every text to the letter, late, with its reason, at the time it says', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(saidText, {minLength: 1, maxLength: 5}), async texts => {
				const play = await fresh();
				// Written by another program, which leaves a text as it is.
				const rows = texts.map(text => `2026-06-02T10:00:00.123Z,"${text.replaceAll('"', '""')}"\r\n`);
				const {written} = await imported(play, 'csv', `occurred,text\r\n${rows.join('')}`);
				expect(written.slice(1)).toMatchObject(
					texts.map(text => ({occurredAt: '2026-06-02T10:00:00.123Z', event: {kind: 'note-made', text}})),
				);
				expect(lateEntries(play.board().record, 0).map(one => one.reason)).toEqual(
					texts.map(() => 'it was kept in another timeline'),
				);
			}),
			{numRuns: 60},
		);
	});

	it('whose header stands in any order, with semicolons or tabs and a mark before it, says the same', async () => {
		for (const table of ['\uFEFFtext;occurred\nx;10:00\n', 'TEXT\tOccurred At\nx\t10:00\n', 'occurred,text\n10:00,x']) {
			const play = await fresh();
			expect((await imported(play, 'csv', table)).written[1]).toMatchObject({
				occurredAt: '2027-06-02T10:00:00.000Z',
				event: {kind: 'note-made', text: 'x'},
			});
		}
	});

	it('counts what stands there twice as two, and what is in the log already as one of them', async () => {
		const play = await fresh();
		const twice = 'occurred,text\n10:00,x\n10:00,x\n';
		expect((await imported(play, 'csv', twice)).written).toHaveLength(3);
		expect((await imported(play, 'csv', `${twice}10:05,y\n`)).written).toHaveLength(2);
		expect((await imported(play, 'csv', 'occurred,text,id\n10:00,a,1\n10:01,b,2\n')).written).toHaveLength(3);
		expect((await imported(play, 'csv', 'occurred,text,id\n10:01,mended,2\n')).written).toEqual([]);
	});

	it('knows the same words of another moment for another thing', async () => {
		const play = await fresh();
		await imported(play, 'csv', 'occurred,text\n10:05,x\n');
		expect((await imported(play, 'csv', 'occurred,text\n10:00,x\n10:05,x\n')).written.slice(1)).toMatchObject([
			{occurredAt: '2027-06-02T10:00:00.000Z'},
		]);
	});

	it('asks who is meant where a name may be two, and takes no action once the incident is closed', async () => {
		const play = await fresh();
		await play.say('checkin @"Mia Berg"');
		await play.say('checkin @"Max Ito"');
		expect(await importInto(play, 'csv', 'occurred,text,kind,owner\n10:00,x,action,m\n')).toMatchObject({
			refused: 'given, line 2: @m may be Mia Berg or Max Ito.',
		});
		await play.say('close because it is over');
		expect(await importInto(play, 'csv', 'occurred,text,kind\n10:00,x,action\n')).toMatchObject({
			refused: expect.stringContaining('takes no action any more'),
		});
		expect(isRefusal(await importInto(play, 'csv', 'occurred,text,kind\n10:00,x,note\n'))).toBe(false);
	});
});

describe('lines', () => {
	it('keep every text that is one line', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					saidText.filter(text => !/[\r\n]/u.test(text)),
					{minLength: 1, maxLength: 5},
				),
				async texts => {
					const play = await fresh();
					const {written} = await imported(
						play,
						'lines',
						`2026-06-02\n${texts.map(text => `10:00 ${text}\n`).join('')}`,
					);
					expect(written.slice(1).map(({event}) => (event.kind === 'note-made' ? event.text.trim() : ''))).toEqual(
						texts.map(text =>
							text
								.trim()
								.replace(/^[-–—|:][ \t]+/u, '')
								.trim(),
						),
					);
				},
			),
			{numRuns: 60},
		);
	});

	it.each([
		['2026-06-01\n22:00 a\n00:10 b\n23:50 c\n06:00 d', ['06-01T22:00', '06-02T00:10', '06-01T23:50', '06-02T06:00']],
		['2026-06-01\n10:00 a\n09:30 b\n08:00 c', ['06-01T10:00', '06-01T09:30', '06-02T08:00']],
		['2026-06-01\n10:00 a\n2026-05-30\n11:00 b', ['06-01T10:00', '05-30T11:00']],
		['2026-06-01 10:00 a\n09:00:30 b\n1130 - c', ['06-01T10:00', '06-01T09:00:30', '06-01T11:30']],
	])('go on with their day: %j', async (text, moments) => {
		const play = await fresh();
		const {written} = await imported(play, 'lines', text);
		expect(written.slice(1).map(one => one.occurredAt)).toEqual(
			moments.map(one => `2026-${one}${one.length === 11 ? ':00' : ''}.000Z`),
		);
	});
});

describe('a text of Slack', () => {
	const names = {
		user: (id: string) => (id === 'U1' ? 'Priya Shah' : id),
		channel: (id: string) => (id === 'C1' ? 'ops' : undefined),
	};

	it.each([
		['<@U1> and <@U9|gone>', '@Priya Shah and @U9'],
		['<#C1|name> <#C1> <#C9>', '#name #ops #C9'],
		['<!here> <!subteam^S1|@oncall> <!date^1^{date}|2 June>', '@here @oncall 2 June'],
		['<https://x.y|the page> <https://x.y> <mailto:a@b.c|a@b.c>', 'the page (https://x.y) https://x.y a@b.c'],
		['&lt;@U1&gt; &amp;lt; a < b', '<@U1> &lt; a < b'],
		['<https://x.y?a=1&amp;b=2>', 'https://x.y?a=1&b=2'],
		['<>', '<>'],
	])('%s', (text, read) => {
		expect(slackText(text, names)).toBe(read);
	});

	it('is kept to the letter where it holds nothing that Slack means', () => {
		fc.assert(
			fc.property(anyText, text => {
				const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
				expect(slackText(escaped, names)).toBe(text);
			}),
		);
	});
});

describe('a Slack export', () => {
	it('keeps hostile texts and names as texts', async () => {
		for (const text of hostileStrings.filter(one => one.trim() !== '' && !one.includes('\0') && one.isWellFormed())) {
			const play = await fresh();
			const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
			const folder = folderOf({
				'users.json': [{id: 'U1', real_name: text}],
				'general/2026-06-02.json': [{type: 'message', user: 'U1', text: escaped, ts: '1780393440.000100'}],
			});
			const {written} = await imported(play, 'slack', folder, {since: '2026-06-01T00:00:00.000Z'});
			expect(written[1]).toMatchObject({event: {kind: 'note-made', text: text.trim()}});
			expect(await play.ledger.verify('INC-2027-0001')).not.toHaveProperty('trouble');
		}
	});
});
