import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';

/** The half-typed line, kept outside the ledger so that a crash or a closed terminal does not take it. */
export type Draft = {
	readonly load: () => string;
	/** Keeps the text soon; `flush` keeps it now. */
	readonly keep: (text: string) => void;
	readonly flush: () => void;
};

const restMilliseconds = 250;

/** A draft in a file of its own. That it cannot be kept is no reason to stop an incident: troubles are passed over. */
export const fileDraft = (folder: string, name: string): Draft => {
	const file = path.join(folder, `${name.replaceAll(/[^\w.-]/gu, '_')}.txt`);
	let wanted: string | undefined;
	let timer: NodeJS.Timeout | undefined;
	const flush = () => {
		clearTimeout(timer);
		timer = undefined;
		if (wanted === undefined) {
			return;
		}

		const text = wanted;
		wanted = undefined;
		try {
			if (text === '') {
				rmSync(file, {force: true});
			} else {
				mkdirSync(folder, {recursive: true, mode: 0o700});
				writeFileSync(file, text, {mode: 0o600});
			}
		} catch {
			// Nothing better can be done with it; the line is still on the screen.
		}
	};

	return {
		load() {
			try {
				return readFileSync(file, 'utf8');
			} catch {
				return '';
			}
		},
		keep(text) {
			wanted = text;
			timer ??= setTimeout(flush, restMilliseconds);
			timer.unref();
		},
		flush,
	};
};
