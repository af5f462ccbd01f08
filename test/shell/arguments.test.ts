import {describe, expect, it} from 'vitest';
import meow from 'meow';
import {readArguments} from '../../source/shell/arguments.ts';
import {flagName, flagTable, isOn, offName} from '../../source/shell/flags.ts';
import {UsageError} from '../../source/shell/shell.ts';
import * as fc from '../support/fast-check.ts';
import {wordsOf} from '../support/shell.ts';

const flags = Object.entries(flagTable).map(([name, row]) => ({name, flag: flagName(name), row}));

describe('the words of a call', () => {
	it('come through to the letter behind --', () => {
		fc.assert(
			fc.property(fc.array(fc.string({unit: 'binary'})), words => {
				expect(readArguments(['note', '--', ...words]).input).toEqual(['note', ...words]);
			}),
		);
	});

	it('come through to the letter as a value of --text', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), text => {
				expect(readArguments(['note', '--text', text])).toMatchObject({flags: {text}, input: ['note']});
				expect(readArguments([`--text=${text}`, 'note'])).toMatchObject({flags: {text}, input: ['note']});
			}),
		);
	});

	it('without a dash are never anything else, wherever the flags stand', () => {
		const word = fc.string().filter(one => !one.startsWith('-'));
		fc.assert(
			fc.property(fc.array(word), fc.array(word), (before, after) => {
				const read = readArguments([...before, '--json', '--db=x', ...after]);
				expect(read).toMatchObject({input: [...before, ...after], flags: {json: true, db: 'x'}});
			}),
		);
	});

	it.each(flags)('$flag is read', ({name, flag, row}) => {
		if (row.type === 'string') {
			expect(readArguments([flag, 'a b=c', 'x'])).toMatchObject({flags: {[name]: 'a b=c'}, input: ['x']});
			expect(readArguments([`${flag}=a b=c`, 'x'])).toMatchObject({flags: {[name]: 'a b=c'}, input: ['x']});
			expect(() => readArguments([flag])).toThrow(UsageError);
			expect(() => readArguments([flag, 'a', flag, 'b'])).toThrow(UsageError);
		} else {
			expect(readArguments([flag, 'false'])).toMatchObject({flags: {[name]: true}, input: ['false']});
			expect(readArguments([flag, flag])).toMatchObject({flags: {[name]: true}});
			expect(() => readArguments([`${flag}=x`])).toThrow(UsageError);
		}
	});

	it('take colours and pictures unless told otherwise', () => {
		expect(readArguments([]).flags).toMatchObject({color: true, pictures: true});
		expect(readArguments(['--no-color']).flags).toMatchObject({color: false, pictures: true});
		expect(readArguments(['--no-pictures']).flags).toMatchObject({color: true, pictures: false});
	});

	it('end in a usage error for everything else that looks like a flag', () => {
		const known = new Set([...flags.map(one => one.flag), '--no-color', '--no-pictures']);
		fc.assert(
			fc.property(fc.stringMatching(/^--[a-z][a-z-]{0,12}$/u), flag => {
				fc.pre(!known.has(flag));
				expect(() => readArguments(['note', flag])).toThrow(/^There is no flag /u);
			}),
		);
	});
});

it('the shell of these tests makes words as a shell does', () => {
	expect(wordsOf(String.raw`assign im @"Priya Shah" 'it''s' a\ b "" x`)).toEqual([
		'assign',
		'im',
		'@Priya Shah',
		'its',
		'a b',
		'',
		'x',
	]);
});

describe('the flags', () => {
	const names = Object.keys(flagTable) as (keyof typeof flagTable)[];
	const given = fc.uniqueArray(fc.constantFrom(...names), {maxLength: 6});

	it('are read as meow reads them', () => {
		fc.assert(
			fc.property(given, fc.boolean(), (chosen, isJoined) => {
				const argv = chosen.flatMap(name =>
					flagTable[name].type === 'boolean'
						? [isOn(flagTable[name]) ? offName(name) : flagName(name)]
						: isJoined
							? [`${flagName(name)}=value`]
							: [flagName(name), 'value'],
				);
				const {flags: read} = meow({
					argv,
					importMeta: import.meta,
					pkg: {name: 'loggist'},
					help: false,
					autoHelp: false,
					autoVersion: false,
					allowUnknownFlags: false,
					flags: Object.fromEntries(
						names.map(name => {
							const {type} = flagTable[name];
							return [name, type === 'boolean' ? {type, default: isOn(flagTable[name])} : {type}];
						}),
					),
				});
				expect(readArguments(argv).flags).toEqual(Object.fromEntries(names.map(name => [name, read[name]])));
			}),
		);
	});
});
