import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {type Import, importsOf, loadedWith, packageOf, ringIn, type SourceFile} from './support/imports.ts';

const root = path.join(import.meta.dirname, '..');

const sources: readonly SourceFile[] = globSync('source/**/*.{ts,tsx}', {cwd: root})
	.map(found => found.replaceAll(path.sep, '/'))
	.toSorted()
	.map(found => ({path: found, text: readFileSync(path.join(root, found), 'utf8')}));

/** Says what is wrong with the files, each trouble as `file: what`; empty where nothing is. */
type Check = (files: readonly SourceFile[]) => readonly string[];

const dutyIn = (from: string): string | undefined => /^source\/duties\/([^/]+)\//u.exec(from)?.[1];

const isPane = (from: string): boolean => from.endsWith('/pane.tsx');

/** Every import of the files that are meant, which `forbids` names. */
const importing =
	(isMeant: (from: string) => boolean, forbids: (one: Import, from: string) => boolean): Check =>
	files =>
		files
			.filter(file => isMeant(file.path))
			.flatMap(file =>
				importsOf(file)
					.filter(one => forbids(one, file.path))
					.map(one => `${file.path}: ${one.specifier}`),
			);

/** Every file, but those excused, in which the pattern is found outside comments. */
const writing =
	(pattern: RegExp, isExcused: (from: string) => boolean): Check =>
	files =>
		files
			.filter(file => !isExcused(file.path))
			.flatMap(file => {
				const found = pattern.exec(file.text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gmu, ''));
				return found === null ? [] : [`${file.path}: ${found[0]}`];
			});

const screenPackages: ReadonlySet<string | undefined> = new Set(['ink', 'react']);

/** From the ground up: a file imports from its own floor and from those below. */
const floors: readonly (readonly RegExp[])[] = [
	[
		/^source\/(?:time|alike|late|business-time|clock|own|voices|memo|watch|words|refusal|event|text|section|regime|profile|script|package-root)\.ts$/u,
		/^source\/(?:profiles|responsibilities\/|looks\/(?!list-pane)|language\/when\/)/u,
	],
	[/^source\/duties\/[^/]+\/events\.ts$/u],
	[/^source\/(?:entry|evolution)\.ts$/u],
	[/^source\/duties\/[^/]+\/state\.ts$/u],
	[/^source\/board\.ts$/u],
	[/^source\/library\.ts$/u],
	[/^source\/(?:rule|command|several)\.ts$/u, /^source\/looks\/list-pane\.tsx$/u],
	[/^source\/duty\.ts$/u],
	[/^source\/duties\/[^/]+\/(?:commands|doctrine|section)\.ts$/u],
	[/^source\/duties\/[^/]+\/index\.ts$/u],
	[/^source\/duties\/index\.ts$/u],
	[
		/^source\/(?:fold|moments|consult|raised|timeline|drill-clock)\.ts$/u,
		/^source\/(?:language|role-duties)\//u,
		/^source\/duties\/[^/]+\/pane\.tsx$/u,
	],
	[/^source\/propose\.ts$/u, /^source\/sharing\//u],
	[/^source\/propose-all\.ts$/u],
	[/^source\/ledger\//u],
	[/^source\/desk\.ts$/u],
	[/^source\/(?:data|documents|drills|replay|files)\//u],
	[/^source\/import\//u],
	[/^source\/evidence\//u],
	[/^source\/shell\//u],
	[/^source\/console\//u],
	[/^source\/main\.ts$/u],
	[/^source\/world\.ts$/u],
	[/^source\/cli\.ts$/u],
];

const floorOf = (from: string): number => floors.findIndex(floor => floor.some(pattern => pattern.test(from)));

const heavy: ReadonlySet<string | undefined> = new Set(['ink', 'react', 'pg', 'yaml']);

const readings = (files: readonly SourceFile[]): ReadonlyMap<string, ReadonlySet<string>> => {
	const graph = new Map<string, Set<string>>();
	for (const file of files) {
		const duty = dutyIn(file.path);
		for (const one of duty === undefined ? [] : importsOf(file)) {
			const other = dutyIn(one.target);
			if (duty !== undefined && other !== undefined && other !== duty) {
				graph.set(duty, (graph.get(duty) ?? new Set()).add(other));
			}
		}
	}

	return graph;
};

/** A house with one file in it that breaks the rule. */
const bad = (from: string, text: string): readonly SourceFile[] => [{path: from, text}];

const invariants: readonly {
	readonly name: string;
	readonly check: Check;
	/** Each breaks the rule. */
	readonly broken: readonly (readonly SourceFile[])[];
	/** Each keeps it, narrowly. */
	readonly kept?: readonly (readonly SourceFile[])[];
}[] = [
	{
		name: 'a duty knows no ledger, no document, no console, no clock, no file and nothing else of Node',
		check: importing(
			from => dutyIn(from) !== undefined,
			({target, specifier}) =>
				/^source\/(?:ledger|documents|drills|replay|console|shell|clock\.ts|desk\.ts|world\.ts|main\.ts)/u.test(
					target,
				) || /^(?:node:|fs$|path$)/u.test(specifier),
		),
		broken: [
			bad('source/duties/moon/state.ts', "import type {Ledger} from '../../ledger/ledger.ts';"),
			bad('source/duties/moon/section.ts', "import {markdown} from '../../documents/markdown.ts';"),
			bad('source/duties/moon/pane.tsx', "import {layout} from '../../console/layout.ts';"),
			bad('source/duties/moon/doctrine.ts', "import {wallClock} from '../../clock.ts';"),
			bad('source/duties/moon/commands.ts', "const fs = await import('node:fs');"),
		],
		kept: [bad('source/duties/moon/state.ts', "import {minute} from '../../time.ts';")],
	},
	{
		name: 'evidence and responsibilities are read out of what they are given: no ledger, no file, no clock, no shell',
		check: importing(
			from => /^source\/(?:evidence|responsibilities)\//u.test(from),
			({target, specifier}) =>
				/^source\/(?:ledger|files|shell|console|clock\.ts|desk\.ts|package-root\.ts)/u.test(target) ||
				/^(?:node:|fs$|path$)/u.test(specifier),
		),
		broken: [
			bad('source/evidence/soc2.ts', "import type {Ledger} from '../ledger/ledger.ts';"),
			bad('source/evidence/readings/roles.ts', "import {wallClock} from '../../clock.ts';"),
			bad('source/responsibilities/page.ts', "import {readFileSync} from 'node:fs';"),
		],
		kept: [bad('source/evidence/document.ts', "import {gaps} from '../documents/integrity.ts';")],
	},
	{
		name: 'of a duty only its pane knows Ink, React or the looks',
		check: importing(
			from => dutyIn(from) !== undefined && !isPane(from),
			one => screenPackages.has(packageOf(one)) || one.target.startsWith('source/looks/'),
		),
		broken: [
			bad('source/duties/moon/state.ts', "import {useState} from 'react';"),
			bad('source/duties/moon/section.ts', "import type {Row} from '../../looks/row.tsx';"),
			bad('source/duties/moon/index.ts', "export {Box} from 'ink';"),
		],
		kept: [bad('source/duties/moon/pane.tsx', "import {Box} from 'ink';\nimport {row} from '../../looks/row.tsx';")],
	},
	{
		name: 'Ink and React are known to panes, looks and the console only',
		check: importing(
			from => !isPane(from) && !/^source\/(?:console|looks)\//u.test(from),
			one => screenPackages.has(packageOf(one)),
		),
		broken: [bad('source/shell/board.ts', "import {render} from 'ink';")],
	},
	{
		name: 'only the console imports panes',
		check: importing(
			from => !from.startsWith('source/console/'),
			({target}) => isPane(target),
		),
		broken: [
			bad('source/duties/moon/index.ts', "import {MoonPane} from './pane.tsx';"),
			bad('source/duties/sun/pane.tsx', "import {MoonPane} from '../moon/pane.tsx';"),
			bad('source/documents/moon.ts', "const {MoonPane} = await import('../duties/moon/pane.tsx');"),
		],
		kept: [bad('source/console/panes.ts', "import {MoonPane} from '../duties/moon/pane.tsx';")],
	},
	{
		name: 'a duty reads of another duty its events and its state, nothing else',
		check: importing(
			from => dutyIn(from) !== undefined,
			({target}, from) =>
				target === 'source/duties/index.ts' ||
				(dutyIn(target) !== undefined && dutyIn(target) !== dutyIn(from) && !/\/(?:events|state)\.ts$/u.test(target)),
		),
		broken: [
			bad('source/duties/moon/state.ts', "import {moonrise} from '../sun/commands.ts';"),
			bad('source/duties/moon/doctrine.ts', "import type {sunRules} from '../sun/doctrine.ts';"),
			bad('source/duties/moon/section.ts', "import {duties} from '../index.ts';"),
		],
		kept: [
			bad('source/duties/moon/section.ts', "import {isUp} from '../sun/state.ts';\nimport {x} from './commands.ts';"),
		],
	},
	{
		name: 'what duties read of each other forms no ring',
		check: files => {
			const ring = ringIn(readings(files));
			return ring === undefined ? [] : [ring.join(' → ')];
		},
		broken: [
			[
				{path: 'source/duties/moon/state.ts', text: "import {isUp} from '../sun/state.ts';"},
				{path: 'source/duties/sun/doctrine.ts', text: "import type {Star} from '../star/events.ts';"},
				{path: 'source/duties/star/section.ts', text: "import {phase} from '../moon/state.ts';"},
			],
		],
		kept: [
			[
				{path: 'source/duties/moon/state.ts', text: "import {isUp} from '../sun/state.ts';"},
				{
					path: 'source/duties/star/state.ts',
					text: "import {isUp} from '../sun/state.ts';\nimport '../moon/state.ts';",
				},
			],
		],
	},
	{
		name: 'better-sqlite3 and pg are named in the ledger only',
		check: files => [
			...importing(
				from => !from.startsWith('source/ledger/'),
				one => ['better-sqlite3', 'pg'].includes(packageOf(one) ?? ''),
			)(files),
			...writing(/(['"`])(?:better-sqlite3|pg)\1/u, from => from.startsWith('source/ledger/'))(files),
		],
		broken: [
			bad('source/desk.ts', "import Database from 'better-sqlite3';"),
			bad('source/desk.ts', "import type {Pool} from 'pg';"),
			bad('source/desk.ts', "const name = 'pg';\nconst pg = await import(name);"),
		],
		kept: [bad('source/ledger/sqlite.ts', "import Database from 'better-sqlite3';")],
	},
	{
		name: 'only the clock asks what time it is',
		check: writing(
			/\bDate\.now\b|\bnew Date\b(?!\()|\bnew Date\(\s*\)|\bDate\(\)/u,
			from => from === 'source/clock.ts',
		),
		broken: [
			bad('source/time.ts', 'const now = Date.now();'),
			bad('source/time.ts', 'const now = new Date( );'),
			bad('source/time.ts', 'const now = new Date;'),
			bad('source/time.ts', 'const now = {ask: Date.now};'),
		],
		kept: [
			bad('source/clock.ts', 'const now = Date.now();'),
			bad('source/time.ts', '// Date.now() is asked elsewhere.\nconst date = new Date(0);'),
		],
	},
	{
		name: 'nothing that a shell verb or an export needs loads Ink, React, Postgres or YAML',
		check: files =>
			files
				.filter(({path: from}) => /^source\/(?:main|world|cli)\.ts$|^source\/(?:shell|documents)\//u.test(from))
				.flatMap(({path: from}) =>
					loadedWith(from, files)
						.filter(one => heavy.has(packageOf(one)))
						.map(one => `${from}: ${one.specifier}`),
				),
		broken: [
			bad('source/shell/board.ts', "import {render} from 'ink';"),
			bad('source/shell/board.ts', "import {type Pool} from 'pg';"),
			[
				{path: 'source/main.ts', text: "import {a} from './a.ts';"},
				{path: 'source/a.ts', text: "export * from './b.ts';"},
				{path: 'source/b.ts', text: "import {parse} from 'yaml';"},
			],
		],
		kept: [
			[
				{path: 'source/main.ts', text: "import type {Props} from 'react';\nconst a = await import('./a.ts');"},
				{path: 'source/a.ts', text: "import {render} from 'ink';"},
			],
		],
	},
	{
		name: 'of date-fns single functions are imported, never the whole',
		check: importing(
			() => true,
			({specifier}) => specifier === 'date-fns',
		),
		broken: [
			bad('source/time.ts', "import {format} from 'date-fns';"),
			bad('source/console/rows.ts', "const {format} = await import('date-fns');"),
		],
		kept: [bad('source/time.ts', "import {format} from 'date-fns/format';")],
	},
	{
		name: 'no escape sequence is written by hand outside the screen and the one place that makes text safe',
		check: writing(
			/(?:\\u001[bB]|\\u\{0*1[bB]\}|\\x1[bB]|\\033|[^\P{Cc}\t\n\r]|\\u009[bB]|\\x9[bB])\[/u,
			from => from.startsWith('source/console/screen/') || from === 'source/text.ts',
		),
		broken: [
			bad('source/looks/row.tsx', String.raw`const red = '\u001B[31m';`),
			bad('source/looks/row.tsx', String.raw`const red = '\x1b[31m';`),
			bad('source/looks/row.tsx', String.raw`const red = '\u{1b}[31m';`),
			bad('source/looks/row.tsx', "const red = '\u001B[31m';"),
		],
		kept: [
			bad('source/console/screen/paint.ts', String.raw`const home = '\u001B[H';`),
			// Reading what a terminal sends is not writing to it.
			bad('source/console/keys/sequences.ts', String.raw`const sequence = /^\u001B\[([0-?]*)/u;`),
		],
	},
	{
		name: 'every file has its floor in the house',
		check: files => files.filter(file => floorOf(file.path) === -1).map(file => `${file.path}: give it a floor`),
		broken: [bad('source/utilities.ts', ''), bad('source/duties/moon/helpers.ts', '')],
	},
	{
		name: 'no file imports from a floor above its own, unless it loads it when it is needed',
		check: importing(
			() => true,
			({target, isDynamic}, from) =>
				target.startsWith('source/') && !isDynamic && floorOf(target) > floorOf(from) && floorOf(from) !== -1,
		),
		broken: [
			bad('source/entry.ts', "import type {Board} from './board.ts';"),
			bad('source/duties/moon/events.ts', "import {isUp} from '../sun/state.ts';"),
			bad('source/duties/moon/state.ts', "import {command} from '../../command.ts';"),
			bad('source/ledger/sqlite.ts', "import {openDesk} from '../desk.ts';"),
			bad('source/documents/log.ts', "import {print} from '../shell/print.ts';"),
			bad('source/shell/shell.ts', "import {openConsole} from '../console/index.ts';"),
		],
		kept: [
			bad('source/shell/demo.ts', "const {openConsole} = await import('../console/index.ts');"),
			bad('source/board.ts', "import type {Moon} from './duties/moon/state.ts';"),
		],
	},
	{
		name: 'the folds, doctrine and the language of a line know no ledger',
		check: importing(
			from => floorOf(from) < floorOf('source/ledger/ledger.ts'),
			({target}) => target.startsWith('source/ledger/'),
		),
		broken: [bad('source/fold.ts', "const {read} = await import('./ledger/ledger.ts');")],
	},
	{
		name: 'what is imported of the program itself is named with its ending',
		check: importing(
			() => true,
			({specifier}) => specifier.startsWith('.') && !/\.(?:ts|tsx)$/u.test(specifier),
		),
		broken: [bad('source/fold.ts', "import {board} from './board';"), bad('source/fold.ts', "import './board.js';")],
	},
];

describe('the house', () => {
	it('is read whole', () => {
		expect(sources.length).toBeGreaterThan(50);
		expect(sources.map(file => file.path)).toContain('source/fold.ts');
	});

	it.each(invariants)('$name', ({check}) => {
		expect(check(sources)).toEqual([]);
	});
});

describe('a breach is seen', () => {
	it.each(invariants.flatMap(({name, check, broken}) => broken.map(files => ({name, check, files}))))(
		'$name: $files.0.path, $files.0.text',
		({check, files}) => {
			expect(check(files)).not.toEqual([]);
		},
	);

	it.each(invariants.flatMap(({name, check, kept = []}) => kept.map(files => ({name, check, files}))))(
		'and what keeps the rule is not: $name: $files.0.path',
		({check, files}) => {
			expect(check(files)).toEqual([]);
		},
	);
});

describe('the imports of a file', () => {
	it('are read in every form, and only where they are imports', () => {
		const text = [
			"import fs from 'node:fs';",
			"import type {A} from './a.ts';",
			"import {type B} from '../b.ts';",
			"import './c.ts';",
			"export * from './d.ts';",
			"export type {E} from './e.ts';",
			"const f = async () => import('./f.ts');",
			"type G = import('./g.ts').G;",
			"// import './no.ts';",
			'const text = "import \'./no.ts\'";',
			'export const x = <T,>(y: T) => y;',
		].join('\n');
		expect(importsOf({path: 'source/room/x.ts', text})).toEqual([
			{specifier: 'node:fs', target: 'node:fs', isType: false, isDynamic: false},
			{specifier: './a.ts', target: 'source/room/a.ts', isType: true, isDynamic: false},
			{specifier: '../b.ts', target: 'source/b.ts', isType: false, isDynamic: false},
			{specifier: './c.ts', target: 'source/room/c.ts', isType: false, isDynamic: false},
			{specifier: './d.ts', target: 'source/room/d.ts', isType: false, isDynamic: false},
			{specifier: './e.ts', target: 'source/room/e.ts', isType: true, isDynamic: false},
			{specifier: './f.ts', target: 'source/room/f.ts', isType: false, isDynamic: true},
			{specifier: './g.ts', target: 'source/room/g.ts', isType: true, isDynamic: false},
		]);
	});
});
