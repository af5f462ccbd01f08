import {describe, expect, test} from 'vitest';
import {deedOf, deedOfCharacter, keyLabel, keymap, keyName, likely, type Where} from '../../source/console/keymap.ts';
import type {Key} from '../../source/console/keys/input.ts';

const places: readonly Where[] = ['line', 'pane', 'menu', 'help'];

const key = (name: string, modifiers: Partial<Key> = {}): Key => ({
	type: 'key',
	name,
	ctrl: false,
	alt: false,
	shift: false,
	...modifiers,
});

const keysAt = (where: Where): readonly string[] =>
	keymap.filter(binding => binding.where.includes(where)).flatMap(binding => binding.keys);

describe('the table of keys', () => {
	test.each(places)('gives each key one deed at the %s', where => {
		const keys = keysAt(where);
		expect(keys).toHaveLength(new Set(keys).size);
	});

	test('has no key that tmux (ctrl-b) or screen (ctrl-a) takes for itself, nor one that a terminal takes', () => {
		const taken = new Set(['ctrl-a', 'ctrl-b', 'ctrl-s', 'ctrl-q', 'ctrl-d', 'ctrl-\\']);
		expect(keymap.flatMap(binding => binding.keys).filter(one => taken.has(one))).toEqual([]);
	});

	test.each(places)('leaves at the %s by ctrl-c and suspends by ctrl-z', where => {
		expect(deedOf(key('c', {ctrl: true}), where)).toBe('leave');
		expect(deedOf(key('z', {ctrl: true}), where)).toBe('suspend');
	});

	test.each(places)('has a deed for esc at the %s, which never leaves', where => {
		expect(deedOf(key('escape'), where)).toBeDefined();
		expect(deedOf(key('escape'), where)).not.toBe('leave');
	});

	test('leaves by ctrl-c only', () => {
		expect(keymap.filter(binding => binding.deed === 'leave').flatMap(binding => binding.keys)).toEqual(['ctrl-c']);
	});

	test('says in a few words what each key does', () => {
		for (const {summary, keys, where} of keymap) {
			expect(summary).toMatch(/^.{2,40}$/u);
			expect(keys.length).toBeGreaterThan(0);
			expect(where.length).toBeGreaterThan(0);
		}
	});

	test('does not lose ctrl-c when an Esc just before it makes it look like alt', () => {
		expect(deedOf(key('c', {ctrl: true, alt: true}), 'line')).toBe('leave');
		expect(deedOf(key('x', {alt: true}), 'line')).toBeUndefined();
	});

	test('takes no letter from the line', () => {
		for (const where of ['line', 'pane'] as const) {
			expect(Array.from('abcxyzé/@#1 ').filter(one => deedOfCharacter(one, where) !== undefined)).toEqual([]);
		}
	});

	test('knows digits in a menu and the question mark where there may be no line', () => {
		expect(deedOfCharacter('3', 'menu')).toBe('choose-numbered');
		expect(deedOfCharacter('0', 'menu')).toBeUndefined();
		expect(deedOfCharacter('?', 'pane')).toBe('help');
		expect(deedOfCharacter('?', 'menu')).toBeUndefined();
	});

	test('names keys as they are looked up, and for the eye', () => {
		expect(keyName(key('u', {ctrl: true}))).toBe('ctrl-u');
		expect(keyName(key('left', {alt: true}))).toBe('alt-left');
		expect(keyName(key('backtab', {shift: true}))).toBe('backtab');
		expect(keyLabel('backtab')).toBe('shift-tab');
		expect(keyLabel('escape')).toBe('esc');
	});

	test.each(places)('has likely keys for the foot at the %s', where => {
		const shown = likely(where);
		expect(shown.length).toBeGreaterThan(1);
		expect(shown.every(binding => binding.where.includes(where))).toBe(true);
	});
});
