import {describe, expect, test} from 'vitest';
import {paneNames} from '../../source/console/layout.ts';
import {isList} from '../../source/console/lists.ts';
import {keysOf, type Listed, menuOf, startOf} from '../../source/console/rows.ts';
import {instant, type Play, playLines} from '../support/incident.ts';

const now = instant('09:08');

const incident = async (): Promise<Play> =>
	playLines([
		['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security data:personal'],
		['09:01', 'sam', 'assign im @"Priya Shah"'],
		...['Ana Reis', 'Ben Ono', 'Chen Wei', 'Dan Hall', 'Eva Lind', 'Finn Ek', 'Gus Ray', 'Ida Holm', 'Kai Tan'].map(
			name => ['09:02', 'sam', `assign sme @"${name}"`] as const,
		),
		['09:03', 'priya', 'action isolate host 17 @chen by 09:30'],
		['09:04', 'sam', 'suspect the token was used again'],
		['09:05', 'chen', 'recommend payments offline because card data leak'],
		['09:06', 'priya', 'decide the bank is told'],
		['09:07', 'sam', 'note a wrong note'],
	]);

const listed = ({desk}: Play): Listed => ({board: desk.board(), entries: desk.entries(), prompts: desk.prompts()});

const offers = (all: Listed, pane: Parameters<typeof menuOf>[0], index: number): readonly string[] =>
	menuOf(pane, index, all, now)?.offers.map(offer => offer.line) ?? [];

/** An offered line with words where it waits for them. */
const completed = (line: string): string =>
	line
		.replace(/@$/u, '@chen')
		.replace(/^object (\S+) @chen$/u, 'object $1 @chen because it is so')
		.replace(/action {2}@/u, 'action ring the bank @')
		.replace(/by $/u, 'by 20m')
		.replace(/until $/u, 'until 20m')
		.replace(/next $/u, 'next 20m')
		.replace(/because $/u, 'because it is so')
		.replace(/ $/u, ' words');

describe('the rows of the panes', () => {
	test('have keys of their own, and a menu each', async () => {
		const all = listed(await incident());
		for (const pane of paneNames) {
			const keys = keysOf(pane, all, now);
			// Rooms that were not used yet have nothing to list.
			expect(keys.length > 0 || isList(pane), pane).toBe(true);
			expect(new Set(keys).size, pane).toBe(keys.length);
			for (const index of keys.keys()) {
				expect(menuOf(pane, index, all, now), `${pane} ${index}`).toBeDefined();
			}

			expect(menuOf(pane, keys.length, all, now)).toBeUndefined();
		}
	});

	test('start at the top, those of the log at the end', () => {
		expect(startOf('prompts', 5)).toBe(0);
		expect(startOf('log', 5)).toBe(4);
	});

	test('keep their keys when something else is said', async () => {
		const play = await incident();
		const before = keysOf('roles', listed(play), now);
		await play.at('09:08').say('assign comms @"Leo Weiss"');
		expect(before.filter(key => !keysOf('roles', listed(play), now).includes(key))).toEqual([
			'{"type":"role","role":"comms","isHeld":false}',
		]);
	});
});

describe('a menu', () => {
	test('of a prompt offers the deed itself, then the other answers, and says who asks', async () => {
		const all = listed(await incident());
		const at = all.prompts.findIndex(prompt => prompt.rule === 'S3');
		const menu = menuOf('prompts', at, all, now);
		expect(menu?.text).toContain('9 people report to Priya Shah');
		expect(menu?.source).toContain('PagerDuty');
		expect(menu?.offers.map(offer => offer.line)).toEqual([
			expect.stringMatching(/^answer S3 priya do split alpha @/u),
			'answer S3 priya put',
			'answer S3 priya override because ',
		]);
	});

	test('of a split carries it out there and then, by the line as it is offered', async () => {
		const play = await incident();
		const all = listed(play);
		const [split = ''] = offers(
			all,
			'prompts',
			all.prompts.findIndex(prompt => prompt.rule === 'S3'),
		);
		await play.at('09:08').as('priya').say(split);
		expect(play.board().staffing.teams.map(team => team.name)).toEqual(['alpha']);
		expect(play.desk.prompts().filter(prompt => prompt.rule === 'S3')).toEqual([]);
	});

	test('of an action offers what its state allows', async () => {
		const play = await incident();
		expect(offers(listed(play), 'actions', 0)).toEqual([
			'ack A1',
			'report A1 ',
			'done A1 result:success ',
			'done A1 result:failure ',
			'extend A1 by ',
			'reassign A1 @',
			'cancel A1 because ',
		]);
		await play.as('chen').say('ack A1');
		expect(offers(listed(play), 'actions', 0)).not.toContain('ack A1');
		await play.say('done A1');
		expect(offers(listed(play), 'actions', 0)).toEqual(['done A1 result:success', 'done A1 result:failure']);
		await play.say('done A1 result:success');
		expect(offers(listed(play), 'actions', 0)).toEqual([]);
	});

	test('of an entry offers to strike it, once, and never the declaration', async () => {
		const play = await incident();
		const last = play.entries().length;
		expect(offers(listed(play), 'log', last - 1)).toEqual([`strike ${last} because `]);
		expect(offers(listed(play), 'log', 0)).toEqual([]);
		await play.say(`strike ${last} because wrong`);
		expect(offers(listed(play), 'log', last - 1)).toEqual([]);
		expect(menuOf('log', last - 1, listed(play), now)?.text).toBe('a wrong note (struck, because wrong)');
	});

	test('of a late entry offers to say why', async () => {
		const play = await incident();
		await play.at('09:30').say('note somebody rang at 09:10');
		expect(offers(listed(play), 'log', play.entries().length - 1)).toContain(
			`explain ${play.entries().length} because `,
		);
	});

	test('of a finding, a recommendation and a decision offers what comes next', async () => {
		const all = listed(await incident());
		expect(offers(all, 'findings', 0)).toEqual(['confirm F1 ', 'refute F1 because ', 'action test F1 tests:F1 @']);
		expect(offers(all, 'decisions', 0)).toEqual([
			expect.stringMatching(/^decide on:\d+ $/u),
			expect.stringMatching(/^action on:\d+ $/u),
		]);
		expect(offers(all, 'decisions', 1)).toEqual([
			'justify D1 because ',
			'nextpoint D1 next ',
			'option for:D1 ',
			'object D1 @',
		]);
	});

	test('of a vacant role offers to assign it', async () => {
		const all = listed(await incident());
		const at = keysOf('roles', all, now).findIndex(key => key.includes('comms'));
		expect(offers(all, 'roles', at)).toEqual(['assign comms @']);
	});

	test('offers lines that can be read once they are completed', async () => {
		const play = await incident();
		const all = listed(play);
		for (const pane of paneNames) {
			for (const index of keysOf(pane, all, now).keys()) {
				for (const line of offers(all, pane, index)) {
					const answer = play.desk.propose(completed(line));
					expect('isUnreadable' in answer ? answer : undefined, `${pane}: ${line}`).toBeUndefined();
				}
			}
		}
	});
});
