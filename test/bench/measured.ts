import {spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import process from 'node:process';

const program = path.join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

/**
 * Runs a call of the built program in a process of its own; gives its largest size in memory in MB and how long it took
 * in seconds. `heap` is how large its heap may become, in MB; as large as Node lets it unless told.
 */
export const measured = async (
	words: readonly string[],
	file: string,
	heap?: number,
): Promise<{readonly size: number; readonly time: number}> => {
	const tell =
		'data:text/javascript,process.on("exit",()=>process.stderr.write("maxRSS "+process.resourceUsage().maxRSS+"\\n"))';
	const start = performance.now();
	const limit = heap === undefined ? [] : [`--max-old-space-size=${heap}`];
	const child = spawn(process.execPath, [...limit, '--import', tell, program, ...words], {
		env: {...process.env, LOGGIST_DB: file},
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let told = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		told += text;
	});
	const [code] = await once(child, 'close');
	if (code !== 0) {
		throw new Error(`${words.join(' ')} ends with ${String(code)}: ${told}`);
	}

	const size = Number(/maxRSS (\d+)/u.exec(told)?.[1]) / 1024;
	return {size: Math.round(size), time: (performance.now() - start) / 1000};
};

/** Rows as a table of Markdown on standard output. */
export const printTable = (head: readonly string[], rows: readonly (readonly string[])[]): void => {
	for (const row of [head, head.map(() => '---'), ...rows]) {
		process.stdout.write(`| ${row.join(' | ')} |\n`);
	}
};
