import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {packageRoot} from '../package-root.ts';
import {type ScriptLine, scriptLine} from '../script.ts';

const folders = ['incidents', 'exercises'] as const;

/** A script of lines that ships with the program. */
export type Fixture = {readonly name: string; readonly file: string};

/** Every incident and exercise that ships with the program, by name. */
export const fixtures = (): readonly Fixture[] =>
	folders.flatMap(folder => {
		const where = path.join(packageRoot(), 'fixtures', folder);
		return readdirSync(where)
			.filter(file => file.endsWith('.lines'))
			.sort()
			.map(file => ({name: file.replace(/\.lines$/u, ''), file: path.join(where, file)}));
	});

/** The lines of a fixture, without remarks and empty lines. */
export const linesOf = ({file}: Fixture): readonly ScriptLine[] =>
	readFileSync(file, 'utf8')
		.split(/\r?\n/u)
		.flatMap(text => {
			const line = scriptLine(text);
			return line === undefined ? [] : [line];
		});
