import {type Refusal, refuse} from '../refusal.ts';

const piece = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)/suy;

/**
 * A command as a shell would part it: blanks part words, quotes and backslashes keep them together. Nothing else of a
 * shell is done: no variables, no patterns, no second command. Undefined where a quote is not closed.
 */
export const partedCommand = (command: string): readonly string[] | undefined => {
	const words: string[] = [];
	let at = 0;
	while (at < command.length) {
		at += /^\s*/u.exec(command.slice(at))?.[0].length ?? 0;
		if (at >= command.length) {
			break;
		}

		let word = '';
		while (at < command.length && !/\s/u.test(command.charAt(at))) {
			piece.lastIndex = at;
			const found = piece.exec(command);
			if (found === null) {
				return undefined;
			}

			const [whole, single, double, escaped, bare] = found;
			word += single ?? double?.replaceAll(/\\(["\\$`])/gu, '$1') ?? escaped ?? bare ?? '';
			at += whole.length;
		}

		words.push(word);
	}

	return words;
};

/** The program that texts are written in, and what it is called with before the file: `$VISUAL`, else `$EDITOR`. */
export const editorCommand = (
	env: Readonly<Record<string, string | undefined>>,
): readonly [program: string, ...words: readonly string[]] | Refusal => {
	const [name, given] =
		(env['VISUAL'] ?? '').trim() === ''
			? (['EDITOR', env['EDITOR'] ?? ''] as const)
			: (['VISUAL', env['VISUAL'] ?? ''] as const);
	const parted = partedCommand(given);
	if (parted === undefined) {
		return refuse(`$${name} has a quote that is not closed: ${given}`, `Mend it, for example ${name}="code -w".`);
	}

	const [program, ...words] = parted;
	// No vi behind one's back: who does not know how to leave it would be caught in it, with an incident going on.
	return program === undefined || program === ''
		? refuse('No editor is named.', 'Set VISUAL or EDITOR before you start, for example EDITOR=nano.')
		: [program, ...words];
};
