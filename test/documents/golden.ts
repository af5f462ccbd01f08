import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {settableClock} from '../../source/clock.ts';
import {openDesk} from '../../source/desk.ts';
import type {DocumentView} from '../../source/documents/incident-log.ts';
import {formats} from '../../source/documents/index.ts';
import {formNamed} from '../../source/documents/review.ts';
import {forms} from '../../source/documents/templates/index.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {promptsOf} from '../../source/propose.ts';
import {pageStructure} from './page-structure.ts';
import {fixtures, linesOf, type Fixture} from '../../source/replay/fixtures.ts';
import {play} from '../../source/replay/play.ts';
import {hour, later} from '../../source/time.ts';

/** Where the documents stand that people have read and found good. */
export const goldenFolder = path.join(import.meta.dirname, 'golden');

/** What a document is made from: a public incident or exercise an hour after its last entry. */
export const viewOfFixture = async (fixture: Fixture): Promise<DocumentView> => {
	const lines = linesOf(fixture);
	const clock = settableClock(new Date(lines[0]?.time ?? 0).toISOString());
	const desk = await openDesk({ledger: openMemoryLedger(), clock: clock.clock, login: 'loggist', home: 'UTC'});
	await play(lines, {desk, clock, speed: Infinity});
	const board = desk.board();
	const now = later(desk.entries().at(-1)?.recordedAt ?? '', hour);
	return {
		board,
		entries: desk.entries(),
		now,
		prompts: promptsOf({board, now}),
		version: '0.0.0',
		options: {pictures: true},
	};
};

/** Doctrine raises hundreds of prompts in an incident of days, and other tests see to them: their table is left out here. */
const withoutRaised = (text: string): string =>
	text.replace(/(## (?:EXERCISE: )?Prompts raised\n)[\s\S]*?(?=\n## )/u, '$1\n(left out of this file)\n');

/**
 * Every document in Markdown of one incident, the review in each of its forms, and what each page of HTML is made of, by
 * the name of its file.
 */
export const goldenDocuments = async (view: DocumentView): Promise<ReadonlyMap<string, string>> => {
	const found = new Map<string, string>();
	for (const format of formats.filter(one => one.extension === 'md' && one.name !== 'review')) {
		found.set(`${format.name}.md`, withoutRaised(await format.write(view)));
	}

	const review = formats.find(one => one.name === 'review');
	for (const {name} of forms) {
		const template = formNamed(name);
		found.set(
			`review-${name}.md`,
			(await review?.write({...view, options: {...view.options, ...(template === undefined ? {} : {template})}})) ?? '',
		);
	}

	for (const format of formats.filter(one => one.extension === 'html')) {
		found.set(`${format.name}.txt`, pageStructure(await format.write(view)));
	}

	return found;
};

/** Writes every document anew, and takes away what is no longer one. */
export const writeGolden = async (): Promise<void> => {
	for (const fixture of fixtures()) {
		const folder = path.join(goldenFolder, fixture.name);
		const documents = await goldenDocuments(await viewOfFixture(fixture));
		mkdirSync(folder, {recursive: true});
		for (const name of readdirSync(folder).filter(one => !documents.has(one))) {
			rmSync(path.join(folder, name));
		}

		for (const [name, text] of documents) {
			writeFileSync(path.join(folder, name), text);
		}
	}
};
