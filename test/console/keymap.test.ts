import {describe, expect, test} from 'vitest';
import {consoleVerbs} from '../../source/console/console-verbs.ts';
import {
	bindingAmong,
	bindingOf,
	type Deed,
	deedOf,
	deedOfCharacter,
	keyLabel,
	keymap,
	keyName,
	type KeyState,
	likely,
	likelyAmong,
	places,
	placeWords,
	type Where,
} from '../../source/console/keymap.ts';
import type {Key} from '../../source/console/keys/input.ts';
import {newSession, openHelp, openPage, placesOf, select, type, zoom} from '../../source/console/session.ts';

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

	test('has another way to whatever a ctrl- key does: a key without ctrl at the same places, or a verb', () => {
		const verbs = new Set<Deed>(consoleVerbs.flatMap(verb => ('deed' in verb ? [verb.deed] : [])));
		const onlyByCtrl = keymap
			.filter(({keys}) => keys.length > 0 && keys.every(one => one.includes('ctrl-')))
			.map(({deed}) => deed);
		expect(onlyByCtrl.filter(deed => !verbs.has(deed))).toEqual([]);
		// What must stay as everybody knows it has its other way through the line, which is typed everywhere.
		expect(onlyByCtrl).toEqual(['suspend', 'leave']);
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
		expect(deedOfCharacter('?', 'menu')).toBe('help');
		expect(deedOfCharacter('?', 'palette')).toBeUndefined();
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

const free: KeyState = {
	session: newSession(''),
	isReachable: () => true,
	canZoom: true,
	asked: 3,
	isTouring: false,
};

const why = (name: string, where: Where, state: Partial<KeyState>): string | undefined =>
	bindingOf(key(name), where)?.whyNot?.({...free, ...state});

const likelyDeeds = (state: KeyState) => likely('line', keymap, state).map(({deed}) => deed);

describe('places that lie over one another', () => {
	test('give a key to the uppermost that knows it, and the rest to those below', () => {
		expect(bindingAmong(key('left'), ['past', 'line'])?.deed).toBe('entry-back');
		expect(bindingAmong(key('left'), ['line'])?.deed).toBe('left');
		expect(bindingAmong(key('up'), ['past', 'line'])?.deed).toBe('older');
		expect(bindingAmong(key('home'), ['past list', 'pane'])?.deed).toBe('top');
		expect(bindingAmong(key('c', {ctrl: true}), ['past', 'line'])?.deed).toBe('leave');
		expect(bindingAmong(key('x', {alt: true}), ['past', 'line'])).toBeUndefined();
	});

	test('show at the foot no key that means something else above', () => {
		const deeds = likelyAmong(['past', 'line'], keymap, {...free, session: newSession('half a line')}).map(
			one => one.deed,
		);
		expect(deeds.slice(0, 2)).toEqual(['to-now', 'entry-back']);
		expect(deeds).not.toContain('record');
		expect(likelyAmong(['line'], keymap, free)).toEqual(likely('line', keymap, free));
	});

	test('are those of a past board at the line and at a list, and of the picture over time', () => {
		const session = newSession('');
		const inList = select(session, 'log', ['1'], 0);
		expect(placesOf(session, false)).toEqual(['line']);
		expect(placesOf(session, true)).toEqual(['past', 'line']);
		expect(placesOf(inList, true)).toEqual(['past list', 'pane']);
		expect(placesOf(openHelp(session), true)).toEqual(['help']);
		expect(placesOf(openPage(session, 'x', []), true)).toEqual(['help']);
		expect(placesOf(openPage(session, 'x', [], true), false)).toEqual(['past list', 'help']);
	});

	test('are those of a replay at the line, at a list and on the picture over time', () => {
		const session = newSession('');
		expect(placesOf(session, false, true)).toEqual(['replay', 'line']);
		expect(placesOf(select(session, 'log', ['1'], 0), false, true)).toEqual(['replay list', 'pane']);
		expect(placesOf(openPage(session, 'x', [], true), false, true)).toEqual(['replay list', 'help']);
		expect(placesOf(openHelp(session), false, true)).toEqual(['help']);
		expect(bindingAmong(key('f9'), ['replay', 'line'])?.deed).toBe('play-pause');
		expect(bindingAmong(key('left'), ['replay', 'line'])?.deed).toBe('entry-back');
		expect(bindingAmong(key('escape'), ['replay', 'line'])?.deed).toBe('step-back');
		expect(deedOfCharacter(' ', 'replay')).toBe('play-pause');
		expect(Array.from('abcxyz/@#1').filter(one => deedOfCharacter(one, 'replay') !== undefined)).toEqual([]);
		expect(why('enter', 'replay', {session: newSession('host 17')})).toMatch(/^A replay is only looked at/u);
		expect(why('enter', 'replay', {session: newSession('/goto 17')})).toBeUndefined();
	});

	test('take enter for verbs of the console only', () => {
		expect(why('enter', 'past', {session: newSession('/show timeline')})).toBeUndefined();
		expect(why('enter', 'past', {session: newSession('host 17')})).toMatch(/^Nothing can be recorded/u);
		expect(why('enter', 'past', {})).toBe('Nothing has been typed.');
	});
});

describe('a key that cannot act', () => {
	test('says why, and nothing where it can', () => {
		expect(why('enter', 'line', {})).toBe('Nothing has been typed.');
		expect(why('enter', 'line', {session: newSession('host 17 answers')})).toBeUndefined();
		expect(why('f2', 'line', {asked: 0})).toBe('Doctrine asks nothing now.');
		expect(why('f2', 'line', {})).toBeUndefined();
		expect(why('f4', 'line', {canZoom: false})).toBe('The screen is too low for that.');
		expect(why('f3', 'line', {isReachable: () => false})).toBe('There is no list on the screen.');
		expect(why('f6', 'line', {})).toMatch(/^No row is selected/u);
		expect(why('f6', 'pane', {session: select(newSession(''), 'log', ['1'], 0)})).toBeUndefined();
		expect(why('enter', 'pane', {session: select(newSession(''), 'actions', [], 0)})).toBe('Nothing is listed here.');
		expect(why('up', 'line', {})).toBe('No line has been recorded here yet.');
		expect(why('down', 'line', {})).toBe('This is the newest line.');
		expect(bindingOf(key('u', {alt: true}), 'line')?.whyNot?.(free)).toBe('Nothing has been changed in this line.');
		expect(bindingOf(key('r', {alt: true}), 'line')?.whyNot?.(free)).toBe('Nothing has been undone.');
	});

	test('is not at the foot of the screen', () => {
		expect(likelyDeeds(free)).not.toContain('record');
		expect(likelyDeeds({...free, session: type(free.session, 'a')})).toContain('record');
		expect(likelyDeeds({...free, asked: 0})).not.toContain('prompts');
	});

	test('does not stop esc or ctrl-c in any state', () => {
		const states = [free, {...free, session: zoom(free.session), isReachable: () => false, canZoom: false, asked: 0}];
		for (const where of places) {
			for (const state of states) {
				expect(bindingOf(key('escape'), where)?.whyNot?.(state)).toBeUndefined();
				expect(bindingOf(key('c', {ctrl: true}), where)?.whyNot?.(state)).toBeUndefined();
			}
		}
	});
});

test('places are told in a few words', () => {
	expect(placeWords(places)).toBe('everywhere');
	expect(placeWords(['line', 'pane'])).toBe('line, pane');
	expect(placeWords(['pane', 'menu', 'palette', 'help'])).toBe('pane, menu, palette, help');
});
