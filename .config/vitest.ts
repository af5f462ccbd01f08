import path from 'node:path';
import {defineConfig} from 'vitest/config';

export default defineConfig({
	root: path.join(import.meta.dirname, '..'),
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		environment: 'node',
		// Real terminals and real files: give a busy machine its time.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		// Ink paints nothing until exit where these exist.
		env: {CI: '', NO_COLOR: '', TZ: 'UTC'},
		reporters: ['default'],
	},
});
