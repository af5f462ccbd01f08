import {describe, expect, test} from 'vitest';
import {sayingOf, spoken} from '../../source/console/saying.ts';
import {newSession, notify} from '../../source/console/session.ts';
import {type Play, playLines} from '../support/incident.ts';

const incident = async (): Promise<Play> => {
	const play = await playLines([
		['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security zone:Europe/London'],
		['09:01', 'sam', 'assign im @"Priya Shah"'],
		['09:02', 'sam', 'assign analyst @"Chen Wei"'],
	]);
	return play.at('13:08');
};

/** What stands under the line: its tone, then its words. */
const under = async (text: string): Promise<string> => {
	const {desk} = await incident();
	const {text: said, tone} = sayingOf(newSession(text), desk.situation(), desk.propose);
	return `${tone}: ${said}`;
};

describe('what is said of a line while it is typed', () => {
	test.each([
		[
			'/action isolate host 17 @priya by 14:30',
			'good: ACTION isolate host 17 · Priya Shah · report by 14:30 BST, in 22m',
		],
		['host 17 still answers', 'good: NOTE host 17 still answers'],
		['/assign im @chen', 'good: ROLE Incident Manager · Chen Wei'],
		['/assign deputy @"Sam Ó Briain"', 'good: ROLE Deputy · Sam Ó Briain · new: Sam Ó Briain @sam'],
		['/note call from the bank at 13:50', 'good: NOTE call from the bank · happened 13:50 BST, 18m ago'],
		['the bank rings back at 11:30', 'good: NOTE the bank rings back at 11:30'],
		['/assign im @', 'quiet: now a name; @"Full Name" adds somebody new'],
		['/action isolate host 17 by ', 'quiet: now a time: 14:30, 20m, tomorrow 09:00'],
		['/decide payments offline because ', 'quiet: now the reason'],
		[
			'/export markdown',
			'quiet: export is done in the shell: leave with ctrl-c, then loggist export markdown -o incident.md',
		],
		['/declare another one', 'good: DECLARE another one'],
		[
			'/decide restore from backup becase we must',
			'warn: “becase”: is because meant? · DECISION restore from backup becase we must',
		],
		['we restore becase we must', 'good: NOTE we restore becase we must'],
	])('%s', async (text, said) => {
		expect(await under(text)).toBe(said);
	});

	test.each([
		['/ack A7', /^warn: .*No action has been recorded yet/u],
		['/action ring @nobody', /^warn: .*nobody/iu],
		['/frobnicate it', /^warn: There is no verb frobnicate\./u],
		['/strike 99 because wrong', /^warn: /u],
	])('a refusal before Enter: %s', async (text, said) => {
		expect(await under(text)).toMatch(said);
	});

	test('nothing of an empty line, and no reproach of a verb half typed', async () => {
		expect(await under('')).toBe('quiet: ');
		expect(await under('   ')).toBe('quiet: ');
		expect(await under('/')).toBe('quiet: ');
		expect(await under('/act')).toBe('quiet: ');
		expect(await under('/quit')).toBe('quiet: ');
	});

	test('of a whole verb what it is for, with an example', async () => {
		expect(await under('/ack')).toMatch(/^quiet: .+: ack A\d/u);
		// A blank behind it says no more than the verb did; a verb that needs nothing is read.
		expect(await under('/declare ')).toMatch(/^quiet: Open an incident: declare /u);
		expect(await under('/contained ')).toMatch(/^good: /u);
	});

	test('the notice of the last deed, while there is one', async () => {
		const {desk} = await incident();
		const session = notify(newSession('/ack A7'), 'It is written.', 'quiet');
		expect(sayingOf(session, desk.situation(), desk.propose)).toEqual({text: 'It is written.', tone: 'quiet'});
	});
});

describe('a line of the composer in the language', () => {
	test('is a verb after a slash, else a note to the letter', () => {
		expect(spoken('/ack A1')).toEqual({line: 'ack A1', literal: {}});
		expect(spoken('host 17 answers')).toEqual({line: 'note', literal: {text: 'host 17 answers'}});
	});

	test('of many lines is a note to the letter', () => {
		expect(spoken('one @chen\nby 14:30')).toEqual({line: 'note', literal: {text: 'one @chen\nby 14:30'}});
	});
});
