import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {formats} from '../../source/documents/index.ts';
import {pages} from '../../source/documents/pages.ts';
import {evidencePages} from '../../source/evidence/index.ts';
import {storyFile} from '../responsibilities/story-file.ts';
import {openSession} from '../support/shell.ts';

const opened = async () => {
	const session = openSession();
	await session.loggist('declare Payments database exposed severity:S2 marking:TLP:RED');
	const file = path.join(session.folder, 'responsibilities.yaml');
	writeFileSync(file, storyFile);
	return {...session, responsibilities: file};
};

const without = new Set(['jsonl', 'timesketch', 'timesketch-jsonl']);

describe('--marking', () => {
	it('marks one copy of every document and page, at its top and at its bottom, as its scheme spells it', async () => {
		const {loggist} = await opened();
		const calls = [
			...formats.filter(one => one.extension === 'md' || one.extension === 'html').map(one => `export ${one.name}`),
			...pages.map(one => `show ${one.name}`),
			...evidencePages.map(one => `evidence ${one.name}`),
		];
		for (const call of calls) {
			const {code, stdout, stderr} = await loggist(`${call} --marking "tlp amber + strict"`);
			expect(code, call).toBe(0);
			expect(stdout.match(/TLP:AMBER\+STRICT/gu)?.length, call).toBeGreaterThan(1);
			expect(stdout, call).not.toContain('TLP:RED\n');
			expect(stderr, call).toMatch(/Marked TLP:AMBER\+STRICT for this copy only: .* is marked TLP:RED\./u);
		}

		expect((await loggist('export markdown')).stdout).toMatch(/^TLP:RED\n/u);
	});

	it('stands in the margins of every sheet of an HTML file, and on the page of responsibilities', async () => {
		const {loggist, responsibilities} = await opened();
		for (const call of ['export html', 'export sitrep-html', `raci ${responsibilities} --format html`]) {
			const {stdout} = await loggist(`${call} --marking ACME-INTERNAL`);
			expect(stdout, call).toContain('@top-center{content:"ACME\\2d INTERNAL"');
			expect(stdout, call).toContain('<header class="marking"><p>ACME-INTERNAL</p></header>');
			expect(stdout, call).toContain('<footer class="marking"><p>ACME-INTERNAL</p></footer>');
		}

		for (const format of ['markdown', 'csv']) {
			const {stdout} = await loggist(`raci ${responsibilities} --format ${format} --marking OFFICIAL`);
			expect(stdout, format).toContain('OFFICIAL');
		}
	});

	it.each([...formats].filter(one => !without.has(one.name)).map(one => one.name))('is in %s', async name => {
		const {loggist} = await opened();
		await loggist('action isolate host 17 @"Chen Wei" by 23:59');
		expect((await loggist(`export ${name} --marking OFFICIAL`)).stdout).toContain('OFFICIAL');
	});

	it('is refused where it is empty, no label of its scheme, or would not be seen', async () => {
		const {call, loggist} = await opened();
		expect(await call(['export', 'markdown', '--marking', ' '])).toMatchObject({code: 2, stdout: ''});
		expect(await call(['export', 'markdown', '--marking', ''])).toMatchObject({code: 2, stdout: ''});
		expect((await loggist('export markdown --marking TLP:WHITE')).stderr).toContain('CLEAR');
		for (const name of without) {
			expect(await loggist(`export ${name} --marking OFFICIAL`), name).toMatchObject({code: 2, stdout: ''});
		}

		expect(await loggist('log --marking OFFICIAL')).toMatchObject({code: 2, stdout: ''});
		expect(await loggist('show overview --marking OFFICIAL')).toMatchObject({code: 2, stdout: ''});
	});
});
