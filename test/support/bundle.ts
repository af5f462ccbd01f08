import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {rolldown} from 'rolldown';

/** A program built as the product is built: one folder, React's production build. */
export type Bundle = {readonly file: string; remove(): void};

/** Builds a program (also from `.tsx`, which Node cannot run) into a folder of its own. */
export const bundle = async (input: string): Promise<Bundle> => {
	const folder = mkdtempSync(path.join(tmpdir(), 'loggist-bundle-'));
	const build = await rolldown({
		input: {program: input},
		platform: 'node',
		external: ['react-devtools-core'],
		transform: {define: {'process.env.NODE_ENV': '"production"'}},
		logLevel: 'silent',
	});
	await build.write({dir: folder, format: 'esm', entryFileNames: '[name].mjs'});
	await build.close();
	return {
		file: path.join(folder, 'program.mjs'),
		remove() {
			rmSync(folder, {recursive: true, force: true});
		},
	};
};
