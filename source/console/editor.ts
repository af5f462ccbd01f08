import {spawn} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {isRefusal, type Refusal, refuse} from '../refusal.ts';
import {editorCommand} from './editor-command.ts';
import type {Terminal} from './screen/terminal.ts';

/** Larger files are no line of a log. */
const mostBytes = 1_000_000;

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** How a program ended: a refusal, where that was not in order. */
const waitFor = async (program: string, words: readonly string[], abort: AbortSignal): Promise<Refusal | undefined> =>
	new Promise(resolve => {
		const child = spawn(program, [...words], {stdio: 'inherit'});
		abort.addEventListener('abort', () => {
			child.kill('SIGHUP');
		});
		child.on('error', error => {
			const why = codeOf(error) === 'ENOENT' ? 'is not found' : `cannot be started (${codeOf(error)})`;
			resolve(refuse(`The editor ${program} ${why}; the line is as it was.`, 'Look at $VISUAL and $EDITOR.'));
		});
		child.on('exit', (code, signal) => {
			if (code === 0) {
				resolve(undefined);
			} else {
				const how = signal === null ? `ended with ${code}` : `was ended by ${signal}`;
				resolve(refuse(`The editor ${how}; the line is as it was.`, ''));
			}
		});
	});

/** What stands in the file now, without the line end that editors put at its end. */
const readBack = (file: string): string | Refusal => {
	try {
		if (statSync(file).size > mostBytes) {
			return refuse('The text is longer than 1 MB; the line is as it was.', 'Keep it as a file, and note where it is.');
		}

		const text = new TextDecoder('utf-8', {fatal: true}).decode(readFileSync(file));
		return text.replaceAll(/\r\n?/gu, '\n').replace(/\n$/u, '');
	} catch (error) {
		return error instanceof TypeError
			? refuse('The text is not UTF-8; the line is as it was.', 'Save it as UTF-8.')
			: refuse(`The text cannot be read back (${codeOf(error)}); the line is as it was.`, '');
	}
};

/**
 * Lets a text be written in the editor that the environment names, while the terminal is the editor's. The text stands
 * in a file that nobody else may read, in a folder of its own under `folder`, and is gone afterwards. Gives the text as
 * it was saved, or why there is none; throws nothing.
 */
export const editText = async (
	text: string,
	{
		folder,
		env,
		terminal,
	}: {
		readonly folder: string;
		readonly env: Readonly<Record<string, string | undefined>>;
		readonly terminal: Pick<Terminal, 'lend'>;
	},
): Promise<string | Refusal> => {
	const command = editorCommand(env);
	if (isRefusal(command)) {
		return command;
	}

	let own: string | undefined;
	try {
		mkdirSync(folder, {recursive: true, mode: 0o700});
		own = mkdtempSync(path.join(folder, 'line-'));
		chmodSync(own, 0o700);
		const file = path.join(own, 'line.txt');
		writeFileSync(file, `${text}\n`, {mode: 0o600, flag: 'wx'});
		const [program, ...words] = command;
		const trouble = await terminal.lend(async abort => waitFor(program, [...words, file], abort));
		return trouble ?? readBack(file);
	} catch (error) {
		return refuse(
			`The text cannot be given to an editor (${codeOf(error)}); the line is as it was.`,
			`Look at ${folder}.`,
		);
	} finally {
		if (own !== undefined) {
			rmSync(own, {recursive: true, force: true});
		}
	}
};
