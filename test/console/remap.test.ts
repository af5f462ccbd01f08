import {describe, expect, test} from 'vitest';
import {keymap} from '../../source/console/keymap.ts';
import {type GivenKeys, remapped} from '../../source/console/remap.ts';

const keysOf = (deed: string, given: GivenKeys): readonly string[] =>
	remapped(keymap, given)
		.keymap.filter(binding => binding.deed === deed)
		.flatMap(binding => binding.keys);

const troublesOf = (given: GivenKeys): readonly string[] => remapped(keymap, given).troubles;

describe('remapped keys', () => {
	test('given nothing, the table is what it was', () => {
		expect(remapped(keymap, {})).toEqual({keymap, troubles: []});
	});

	test('given free keys, the deed has these and no others', () => {
		expect(remapped(keymap, {zoom: ['f12', 'alt-w']}).troubles).toEqual([]);
		expect(keysOf('zoom', {zoom: ['f12', 'alt-w']})).toEqual(['f12', 'alt-w']);
	});

	test('given the keys of each other, two deeds change places', () => {
		const swap = {zoom: ['f6'], copy: ['f4']};
		expect(troublesOf(swap)).toEqual([]);
		expect([keysOf('zoom', swap), keysOf('copy', swap)]).toEqual([['f6'], ['f4']]);
	});

	test('given the key of another deed, that one keeps it, and this one its own', () => {
		const given = {zoom: ['f6']};
		expect(troublesOf(given)).toEqual(['keys: zoom cannot have f6: it is the key of copy.']);
		expect([keysOf('zoom', given), keysOf('copy', given)]).toEqual([
			['f4', 'alt-z'],
			['f6', 'alt-c'],
		]);
	});

	test('given the same key twice, the first of the table has it', () => {
		const given = {zoom: ['f12'], filter: ['f12', 'f11']};
		expect(troublesOf(given)).toEqual(['keys: filter cannot have f12: it is the key of zoom.']);
		expect([keysOf('zoom', given), keysOf('filter', given)]).toEqual([['f12'], ['f11']]);
	});

	test('given a deed that does not exist, the ones that do are named', () => {
		expect(troublesOf({zom: ['f12']})).toEqual([
			expect.stringMatching(/^keys: there is no deed zom\. They are .*zoom/u),
		]);
	});

	test.each([
		['f99', 'keys: zoom: no key is called f99.'],
		['hyper-x', 'keys: zoom: no key is called hyper-x.'],
		['z', 'keys: zoom: z is typed into the line.'],
		['ctrl-i', 'keys: zoom: a terminal sends the same for ctrl-i as for tab.'],
	])('given %s, it is said what is wrong with it', (key, trouble) => {
		expect(troublesOf({zoom: [key]})).toEqual([trouble]);
		expect(keysOf('zoom', {zoom: [key]})).toEqual(['f4', 'alt-z']);
	});

	test.each(['leave', 'to-line', 'step-back', 'close-layer'])(
		'never takes the way out that everybody knows: %s',
		deed => {
			expect(troublesOf({[deed]: ['f11']})).toHaveLength(1);
			expect(keysOf(deed, {[deed]: ['f11']})).toEqual(keysOf(deed, {}));
		},
	);

	test('leaves the question mark, which is typed, to the help', () => {
		expect(keysOf('help', {help: ['f11']})).toEqual(['f11', '?']);
	});

	test('gives each key one deed at each place, whatever was asked for', () => {
		const wild = {
			zoom: ['f6', 'up', 'tab'],
			copy: ['f4', 'f4'],
			filter: ['f4', 'alt-z'],
			up: ['down', 'f11'],
			help: [],
		};
		const slots = remapped(keymap, wild).keymap.flatMap(({keys, where}) =>
			keys.flatMap(key => where.map(place => `${place} ${key}`)),
		);
		expect(slots).toHaveLength(new Set(slots).size);
	});
});
