import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {packageRoot} from '../package-root.ts';
import {readScenario} from './read.ts';
import type {Staged} from './set-up.ts';
import {spanWords} from './offset.ts';

/** A scenario that ships with the program, as it is offered. */
export type Offered = {
	readonly name: string;
	readonly file: string;
	readonly title: string;
	/** As `90m`. */
	readonly duration: string;
	readonly audience: string;
	readonly injects: number;
	/** Rules of doctrine, each once, in the order of the objectives. */
	readonly teaches: readonly string[];
};

const folder = (): string => path.join(packageRoot(), 'fixtures', 'drills');

const readAll = (): readonly Offered[] =>
	readdirSync(folder())
		.filter(file => file.endsWith('.yaml'))
		.sort()
		.map(name => {
			const file = path.join(folder(), name);
			const read = readScenario(readFileSync(file, 'utf8'));
			if ('troubles' in read) {
				throw new Error(`${file}: ${read.troubles[0]?.expected ?? 'cannot be read'}`);
			}

			const {title, duration, audience = 'anybody', injects, objectives} = read.scenario;
			return {duration, row: {name: name.replace(/\.yaml$/u, ''), file, title, audience}, injects, objectives};
		})
		.toSorted((one, other) => one.duration - other.duration)
		.map(({row, duration, injects, objectives}) => ({
			...row,
			duration: spanWords(duration),
			injects: injects.length,
			teaches: [...new Set(objectives.flatMap(one => one.rules))],
		}));

let known: readonly Offered[] | undefined;

/** Every scenario that ships with the program, the shortest first; read once. Throws when one of them cannot be read. */
export const offered = (): readonly Offered[] => {
	known ??= readAll();
	return known;
};

/** The scenario to begin with, as it ships with the program. */
export const beginning = (): string => readFileSync(path.join(folder(), 'begin', 'scenario.yaml'), 'utf8');

/** The JSON Schema of a scenario file. */
export const schemaText = (): string => readFileSync(path.join(folder(), 'scenario.schema.json'), 'utf8');

/** A scenario that ships with the program, with the text of its file. Throws where there is none of that name. */
export const stagedOf = (name: string): Staged => {
	const source = readFileSync(path.join(folder(), `${name}.yaml`), 'utf8');
	const read = readScenario(source);
	if ('troubles' in read) {
		throw new Error(`${name}: ${read.troubles[0]?.expected ?? 'cannot be read'}`);
	}

	return {scenario: read.scenario, source};
};
