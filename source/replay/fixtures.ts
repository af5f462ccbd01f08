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

/** A fixture as it is offered: what it is about, and whether it is an exercise or a real incident as it happened. */
export type Drill = {readonly name: string; readonly title: string; readonly isExercise: boolean};

/** Everything that can be played, exercises first. */
export const drills = (): readonly Drill[] =>
	fixtures()
		.map(fixture => {
			const declared = linesOf(fixture).find(({line}) => line.startsWith('declare '))?.line ?? '';
			return {
				name: fixture.name,
				title: declared.replace(/^declare /u, '').replaceAll(/\s[a-z]+:\S+/gu, ''),
				isExercise: /\sexercise:yes(?:\s|$)/u.test(declared),
			};
		})
		.toSorted((one, other) => Number(other.isExercise) - Number(one.isExercise));
