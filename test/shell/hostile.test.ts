import {describe, expect, it} from 'vitest';
import {rowsUnder, readMarkdown} from '../documents/reading.ts';
import {hostileStrings} from '../support/hostile.ts';
import {type Ending, openSession, type Session} from '../support/shell.ts';

/** What would act on a terminal, or on a reader of Markdown, or hide itself: everything but the line ends of the program. */
const acting = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u;

const isHarmless = ({stdout, stderr}: Pick<Ending, 'stdout' | 'stderr'>): boolean =>
	!acting.test(stdout.replaceAll('\n', '')) && !acting.test(stderr.replaceAll('\n', ''));

/** What the ledger gives back of the newest entry of a kind. */
const newest = async (session: Session, kind: string): Promise<unknown> => {
	const entries = (await session.json('log --json')) as readonly {readonly kind: string; readonly data: unknown}[];
	return entries.findLast(one => one.kind === kind)?.data;
};

/** A text that no ledger takes, or none at all, and why it is refused. */
const unfit = (text: string): RegExp | undefined =>
	text.includes('\0') ? /NUL/u : text.isWellFormed() ? undefined : /lone surrogate/u;

const open = async (): Promise<Session> => {
	const session = openSession();
	await session.loggist('declare Payments database exposed --now 2026-06-02T10:00:00Z');
	await session.loggist('note wrong');
	return session;
};

describe.each(hostileStrings.map(text => [JSON.stringify(text).slice(0, 60), text] as const))('%s', (_, text) => {
	/** Says it, and checks that it was kept as it is or refused in words. */
	const says = async (session: Session, argv: readonly string[], kind: string, kept: object): Promise<void> => {
		const ending = await session.call(argv);
		expect(ending).toSatisfy(isHarmless);
		const why =
			unfit(text) ?? (text.trim() === '' ? /lacks its text|does not know what to do with “because”/u : undefined);
		if (why === undefined) {
			expect(ending).toMatchObject({code: 0, stderr: ''});
			expect(await newest(session, kind)).toMatchObject(kept);
		} else {
			expect(ending.code).not.toBe(0);
			expect(ending.stderr).toMatch(why);
		}
	};

	it('as a title, a note, an action and a reason', async () => {
		const session = await open();
		await says(session, ['note', '--text', text], 'note-made', {text});
		await says(session, ['action', '--text', text], 'action-opened', {text});
		// What stands at the ends of a reason only parts it from the line.
		await says(session, ['strike', '2', 'because', text], 'entry-struck', {reason: text.trim()});
		await says(session, ['declare', '--text', text], 'incident-declared', {title: text});
	});

	it('as a person, who must have a letter or a digit', async () => {
		const session = await open();
		const ending = await session.call(['assign', 'sme', `@"${text}"`]);
		expect(ending).toSatisfy(isHarmless);
		if (ending.code === 0) {
			expect(await newest(session, 'person-joined')).toMatchObject({name: text.trim()});
			expect(await newest(session, 'person-joined')).toMatchObject({name: expect.stringMatching(/[\p{L}\p{N}]/u)});
		} else {
			expect(ending.stderr).toMatch(/^loggist: \S.* \S.*\n$/u);
			expect(await session.json('log --json')).toHaveLength(2);
			expect(text.includes('"') || unfit(text) !== undefined || !/[\p{L}\p{N}]/u.test(text)).toBe(true);
		}
	});

	it('as whoever speaks, as a marking and as a verb', async () => {
		const session = await open();
		for (const argv of [
			['note', 'x', '--as', text],
			['declare', 'x', `marking:"${text}"`],
			[text, 'x'],
			['ack', text],
			['log', '--since', text],
			['export', text],
			['run', text],
		]) {
			const ending = await session.call(argv);
			expect(ending).toSatisfy(isHarmless);
			expect(ending.stderr.trimEnd().split('\n')).toHaveLength(1);
		}
	});
});

const filled = async (): Promise<Session> => {
	const session = openSession();
	await session.loggist('declare Everything at once');
	for (const text of hostileStrings) {
		await session.call(['note', '--text', text]);
		await session.call(['know', '--text', text]);
		await session.call(['decide', '--text', text]);
		await session.call(['action', '--text', text]);
		await session.call(['assign', 'sme', `@"${text}"`]);
	}

	return session;
};

describe('all of them in one incident', () => {
	it('no text output acts on the terminal', async () => {
		const session = await filled();
		for (const line of [
			'board',
			'log',
			'prompts',
			'incidents',
			'verify',
			'log --json',
			'log --jsonl',
			'board --json',
			'prompts --json',
		]) {
			const ending = await session.loggist(line);
			expect(ending.code).toBe(0);
			expect({...ending, stdout: ending.stdout.replaceAll('\t', '')}).toSatisfy(isHarmless);
		}
	});

	it('the Markdown has one row for each entry, and nothing acts in it', async () => {
		const session = await filled();
		const {stdout} = await session.loggist('export markdown');
		expect({stdout, stderr: ''}).toSatisfy(isHarmless);
		const rows = rowsUnder(readMarkdown(stdout), 'Log');
		const entries = (await session.json('log --json')) as readonly unknown[];
		expect(rows).toHaveLength(entries.length);
		expect(rows.every(cells => cells.length === 6)).toBe(true);
	});
});
