import {spawn} from 'node:child_process';
import process from 'node:process';
import {program, type Site} from './console.ts';

/** Another process that writes into the ledger of a site, line by line, while the test goes on. */
export type Writer = {
	/** Writes a line now; what it says is read by a process of its own. */
	readonly write: (line: string) => Promise<void>;
	/** Writes a line again and again until it is stopped; gives how many were written. */
	readonly keepWriting: (line: (index: number) => string) => () => Promise<number>;
};

export const createWriter = ({db, folder}: Site, env: Readonly<Record<string, string>> = {}): Writer => {
	const write = async (line: string): Promise<void> => {
		const child = spawn(process.execPath, [program, 'run', '-'], {
			env: {...process.env, LOGGIST_DB: db, LOGGIST_INCIDENT: '', XDG_STATE_HOME: folder, ...env},
			stdio: ['pipe', 'ignore', 'pipe'],
		});
		let complaint = '';
		child.stderr.on('data', (chunk: Buffer) => {
			complaint += chunk.toString('utf8');
		});
		child.stdin.end(`${line}\n`);
		const {promise, resolve, reject} = Promise.withResolvers<void>();
		child.on('close', code => {
			if (code === 0) {
				resolve();
			} else {
				reject(new Error(`“${line}” was not written (${code}): ${complaint}`));
			}
		});
		return promise;
	};

	return {
		write,
		keepWriting(line) {
			const ending = new AbortController();
			const going = (async () => {
				let count = 0;
				while (!ending.signal.aborted) {
					await write(line(count));
					count++;
				}

				return count;
			})();
			return async () => {
				ending.abort();
				return going;
			};
		},
	};
};
