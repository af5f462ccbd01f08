import {describe, expect, test} from 'vitest';
import {editorCommand, partedCommand} from '../../source/console/editor-command.ts';

describe('a command', () => {
	test.each([
		['nano', ['nano']],
		['code -w', ['code', '-w']],
		['  code\t-w  ', ['code', '-w']],
		[`"/opt/my editor/bin" --wait`, ['/opt/my editor/bin', '--wait']],
		[String.raw`/opt/my\ editor -c 'set tw=72'`, ['/opt/my editor', '-c', 'set tw=72']],
		[`ed"it"or'x'`, ['editorx']],
		[`vim "a \\"b\\""`, ['vim', 'a "b"']],
		['vim ""', ['vim', '']],
		['', []],
	])('%s is parted as a shell parts it', (command, words) => {
		expect(partedCommand(command)).toEqual(words);
	});

	test.each(['vim; rm -rf x', 'vim $(touch x)', 'vim `touch x`', 'vim | cat', 'vim && x', 'vim $HOME'])(
		'%s is words alone, and nothing that a shell would do',
		command => {
			expect(partedCommand(command)).toEqual(command.split(' '));
		},
	);

	test.each([`vim 'x`, `vim "x`, 'vim \\'])('%s is not whole', command => {
		expect(partedCommand(command)).toBeUndefined();
	});
});

describe('the editor', () => {
	test('is VISUAL, else EDITOR', () => {
		expect(editorCommand({VISUAL: 'code -w', EDITOR: 'nano'})).toEqual(['code', '-w']);
		expect(editorCommand({VISUAL: ' ', EDITOR: 'nano'})).toEqual(['nano']);
	});

	test('that is not named or cannot be read is said, with what to do', () => {
		expect(editorCommand({})).toMatchObject({refused: 'No editor is named.'});
		expect(editorCommand({EDITOR: `nano 'x`})).toMatchObject({refused: expect.stringContaining('$EDITOR has a quote')});
	});
});
