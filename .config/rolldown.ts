import {fileURLToPath} from 'node:url';
import {defineConfig} from 'rolldown';

/** The rooms that are loaded for whatever is called. */
const everyCall =
	/source\/(?:(?!cli\.ts)[\w-]+\.ts|(?:duties|language|ledger|profiles)\/.*|looks\/[\w-]+\.ts|shell\/(?:arguments|board|config|export|flags|help|incidents|log|paths|print|run|shell|subcommands|when|write)\.ts|documents\/(?:incident-log|integrity|plain)\.ts)$|node_modules\/(?:valibot|date-fns|@date-fns|string-width|strip-ansi|ansi-regex|get-east-asian-width)\//;

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
		codeSplitting: {
			// What every call needs comes in one piece: a file more costs each start a millisecond.
			groups: [{name: 'core', test: everyCall}],
		},
	},
});
