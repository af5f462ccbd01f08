import {fileURLToPath} from 'node:url';
import {defineConfig} from 'rolldown';

/**
 * One bundle per door: a user's install holds the database driver and nothing else. The console, its React and the
 * Markdown writer are chunks of their own, loaded when they are asked for.
 */
export default defineConfig({
	logLevel: 'warn',
	input: {cli: 'source/cli.ts'},
	platform: 'node',
	external: ['better-sqlite3'],
	resolve: {alias: {'react-devtools-core': fileURLToPath(new URL('../source/console/no-devtools.ts', import.meta.url))}},
	transform: {define: {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'}},
	output: {
		dir: 'dist',
		format: 'esm',
		entryFileNames: '[name].js',
		chunkFileNames: '[name]-[hash].js',
		cleanDir: true,
		minify: {compress: true, mangle: false, codegen: false},
	},
});
