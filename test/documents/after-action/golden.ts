import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAction} from '../../../source/documents/after-action/index.ts';
import {markdown} from '../../../source/documents/markdown.ts';
import {afterActionPage} from '../../../source/documents/page.ts';
import {fromLibrary, played, playedLedger, reportViewOf} from './played.ts';

const folder = path.join(import.meta.dirname, 'golden');

/** What an HTML page is made of: its tags in their order, without what they say and without its style. */
export const structureOf = (page: string): string =>
	[...page.replaceAll(/<(style|script)>[^]*?<\/\1>/gu, '<$1>').matchAll(/<(?!\/)([a-z0-9]+)([^>]*)>([^<]*)/gu)]
		.map(([, tag = '', , text = '']) => (/^h[1-3]$|^summary$|^caption$/u.test(tag) ? `${tag} ${text}` : tag))
		.reduce<string[]>((lines, one) => {
			const before = lines.at(-1) ?? '';
			const [name = '', times = '1'] = before.split(' × ');
			return name === one && !/ /u.test(one)
				? [...lines.slice(0, -1), `${one} × ${Number(times) + 1}`]
				: [...lines, one];
		}, [])
		.join('\n');

/** The reports that people have read and found good, by the name of each file. */
export const afterActionGoldens = async (): Promise<ReadonlyMap<string, string>> => {
	const ledger = await playedLedger(fromLibrary('lost-laptop'));
	const files = new Map<string, string>();
	for (const [name, reference] of [
		['lost-laptop-late', played.late],
		['lost-laptop-other-version', played.otherVersion],
		['supplier-breach', played.supplier],
	] as const) {
		const view = await reportViewOf(ledger, reference);
		files.set(`${name}.md`, markdown(afterAction(view)));
		files.set(`${name}.html.txt`, `${structureOf([...afterActionPage(view)].join(''))}\n`);
	}

	return files;
};

export const goldenFile = (name: string): string => path.join(folder, name);

/** Writes them anew. */
export const writeAfterActionGoldens = async (): Promise<void> => {
	for (const [name, text] of await afterActionGoldens()) {
		writeFileSync(goldenFile(name), text);
	}
};
