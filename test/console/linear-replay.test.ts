import {execFileSync} from 'node:child_process';
import process from 'node:process';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {createSite, program, type Site} from '../support/console.ts';

let site: Site;

beforeEach(() => {
	site = createSite();
});

afterEach(async () => {
	await site.remove();
});

/** What a listener hears who types these lines. */
const heard = (lines: readonly string[], ...words: readonly string[]): readonly string[] =>
	execFileSync(process.execPath, [program, 'drill', 'replay', ...words, '--screen-reader'], {
		encoding: 'utf8',
		env: {...process.env, LOGGIST_DB: site.db, LOGGIST_INCIDENT: '', LOGGIST_AS: '', TZ: 'UTC'},
		input: `${lines.join('\n')}\n`,
	}).split('\n');

test('a replay is listened to step by step, forward and back, and nothing can be recorded in it', () => {
	site.play(
		[
			'[2026-06-02T09:00:00Z] declare Payments database exposed severity:S2 zone:UTC',
			'[2026-06-02T09:10:00Z] note one',
			'[2026-06-02T09:30:00Z] decide host 17 goes off because it leaks',
		],
		'2026-06-02T09:00:00Z',
	);
	const said = heard(
		['next', 'goto decision', '', 'back', 'where', 'note x', 'goto 23:00', 'quit', 'next'],
		'INC-2026-0001',
	);
	expect(said[0]).toBe('A replay: it is only looked at.');
	expect(said.filter(line => / entry \d of 3\.$/u.test(line))).toEqual([
		'09:00 UTC, entry 1 of 3.',
		'09:10 UTC, entry 2 of 3.',
		'09:30 UTC, entry 3 of 3.',
		'09:10 UTC, entry 2 of 3.',
		'09:10 UTC, entry 2 of 3.',
	]);
	expect(said.join('\n')).toMatch(/Entry 2, 09:10, \S+: one\.\n/u);
	expect(said).toContain('This is the last entry. From here it only goes back.');
	expect(said).toContain('A replay is only looked at: nothing can be recorded in it.');
	expect(said.join('\n')).toContain('The log runs from 09:00 UTC to 09:30 UTC.');
	expect(site.log()).toHaveLength(3);
});
