import path from 'node:path';
import {writeTo} from './export.ts';
import type {Shell} from './shell.ts';

const inOnePiece = async function* (text: string): AsyncGenerator<string> {
	yield text;
};

/** Gives a whole document out: to standard output, or to the file that -o names. */
export const deliver = async ({flags, world}: Shell, text: string): Promise<void> => {
	if (flags.output === undefined || flags.output === '-') {
		world.print(text);
		return;
	}

	await writeTo(flags.output, inOnePiece(text), flags.force);
	world.complain(`${path.resolve(flags.output)} is written.\n`);
};
