import path from 'node:path';
import {parseAst} from 'rolldown/parseAst';

/** A file of the program: its path from the repository's root, and what it says. */
export type SourceFile = {readonly path: string; readonly text: string};

/** One import of a file. */
export type Import = {
	/** As written: `ink`, `../board.ts`. */
	readonly specifier: string;
	/** A path from the repository's root, or a package's specifier. */
	readonly target: string;
	/** `import type` is gone when the program runs; `import {type …}` is not. */
	readonly isType: boolean;
	/** `import(…)`: loaded when it is reached, not before. */
	readonly isDynamic: boolean;
};

type Node = {readonly type: string} & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const literal = (value: unknown): string | undefined =>
	isNode(value) && typeof value['value'] === 'string' ? value['value'] : undefined;

const imports = ({
	type,
	...node
}: Node): {readonly specifier: unknown; readonly isType: boolean; readonly isDynamic: boolean} | undefined => {
	switch (type) {
		case 'ImportDeclaration': {
			return {specifier: node['source'], isType: node['importKind'] === 'type', isDynamic: false};
		}

		case 'ExportNamedDeclaration':
		case 'ExportAllDeclaration': {
			return {specifier: node['source'], isType: node['exportKind'] === 'type', isDynamic: false};
		}

		case 'ImportExpression': {
			return {specifier: node['source'], isType: false, isDynamic: true};
		}

		case 'TSImportType': {
			return {specifier: node['source'] ?? node['argument'], isType: true, isDynamic: false};
		}

		default: {
			return undefined;
		}
	}
};

const walk = (value: unknown, visit: (node: Node) => void): void => {
	if (Array.isArray(value)) {
		for (const one of value) {
			walk(one, visit);
		}
	} else if (isNode(value)) {
		visit(value);
		for (const part of Object.values(value)) {
			walk(part, visit);
		}
	}
};

const known = new WeakMap<SourceFile, readonly Import[]>();

/** Everything that a file imports, in the order of the text. */
export const importsOf = (file: SourceFile): readonly Import[] => {
	const {path: from, text} = file;
	const before = known.get(file);
	if (before !== undefined) {
		return before;
	}

	const found: Import[] = [];
	walk(parseAst(text, {lang: from.endsWith('.tsx') ? 'tsx' : 'ts'}).body, node => {
		const {specifier, ...how} = imports(node) ?? {specifier: undefined, isType: false, isDynamic: false};
		const said = literal(specifier);
		if (said !== undefined) {
			const target = said.startsWith('.') ? path.posix.join(path.posix.dirname(from), said) : said;
			found.push({specifier: said, target, ...how});
		}
	});
	known.set(file, found);
	return found;
};

/** The name of the package that a specifier belongs to: `date-fns` of `date-fns/format`; undefined of a file. */
export const packageOf = ({specifier}: Import): string | undefined =>
	specifier.startsWith('.') ? undefined : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** What is loaded with a file before anything is asked of it: every import but types and dynamic ones, and theirs. */
export const loadedWith = (entry: string, files: readonly SourceFile[]): readonly Import[] => {
	const byPath = new Map(files.map(file => [file.path, file]));
	const seen = new Set<string>();
	const loaded: Import[] = [];
	const follow = (from: string): void => {
		const file = byPath.get(from);
		if (file === undefined || seen.has(from)) {
			return;
		}

		seen.add(from);
		for (const one of importsOf(file).filter(({isType, isDynamic}) => !isType && !isDynamic)) {
			loaded.push(one);
			follow(one.target);
		}
	};

	follow(entry);
	return loaded;
};

/** A ring in a graph, as the names on it; undefined where there is none. */
export const ringIn = (graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined => {
	const done = new Set<string>();
	const search = (name: string, trail: readonly string[]): readonly string[] | undefined => {
		if (trail.includes(name)) {
			return [...trail.slice(trail.indexOf(name)), name];
		}

		if (done.has(name)) {
			return undefined;
		}

		for (const next of graph.get(name) ?? []) {
			const ring = search(next, [...trail, name]);
			if (ring !== undefined) {
				return ring;
			}
		}

		done.add(name);
		return undefined;
	};

	for (const name of graph.keys()) {
		const ring = search(name, []);
		if (ring !== undefined) {
			return ring;
		}
	}

	return undefined;
};
