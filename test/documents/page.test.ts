import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {afterAll, describe, expect, it} from 'vitest';
import {recordPage, situationPage} from '../../source/documents/page.ts';
import * as fc from '../support/fast-check.ts';
import {arbitraryMarkup, hostileStrings} from '../support/hostile.ts';
import {given, type Story} from '../support/spec.ts';
import {hasBrowser, openBrowser, violationsOn} from './browser.ts';

const viewOf = ({board, entries, now}: Story) => ({board, entries, now, prompts: [], version: '1.2.3'});

const story = given(
	'[10:00] declare Payments down severity:S2 kind:security marking:OFFICIAL-SENSITIVE exercise:yes',
	'[10:01] assign im @"Priya Shah"',
	'[10:05] note the first look at host 17',
	'[10:06] action isolate host 17 @priya by 10:20',
	'[10:10] decide payments offline because cards leak',
	'[10:40] note the supplier called at 10:12',
	'[10:41] strike 3 because wrong host',
);

const record = (told = story): string => [...recordPage(viewOf(told))].join('');

/** A story in which a text stands wherever a person may write one. */
const toldWith = (text: string): Story => {
	const {board, entries, now} = story;
	const declaration = {...board.declaration, title: text, marking: text};
	const staffing = {...board.staffing, people: board.staffing.people.map(one => ({...one, name: text}))};
	const actions = board.actions.map(one => ({...one, text}));
	return {
		...story,
		now,
		board: {...board, declaration, staffing, actions},
		entries: entries.map(one => (one.event.kind === 'note-made' ? {...one, event: {...one.event, text}} : one)),
	};
};

/** Every kind of tag with its attributes' names: what a page is made of, whatever it says; a stray `<` is a kind too. */
const kindsOf = (page: string): ReadonlySet<string> =>
	new Set(
		[
			...page
				.replaceAll(/<(style|script)>[^]*?<\/\1>/gu, '<$1>')
				.matchAll(/<(\/?[a-zA-Z!][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>|</gu),
		].map(([, tag = 'stray', attributes = '']) =>
			[tag, ...[...attributes.matchAll(/\s([\w:-]+)="/gu)].map(([, name]) => name)].join(' '),
		),
	);

describe('the record as one HTML file', () => {
	it('holds every entry once, the struck ones struck through with the reason, and late ones so called', () => {
		const page = record();
		expect(page.match(/<tr data-recorded=/gu)).toHaveLength(story.entries.length);
		expect(page).toMatch(/<s>[^<]*<\/s> \(struck by [^<]*because wrong host\)/u);
		expect(page).toContain(', late 28m');
		expect(page).toContain(story.board.head?.hash);
	});

	it('allows the style and the script that stand in it, and nothing else', () => {
		const page = record();
		const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/u.exec(page) ?? [];
		const hashes = ['style', 'script'].map(tag => {
			const text = new RegExp(`<${tag}>([^]*?)</${tag}>`, 'u').exec(page)?.[1] ?? '';
			return `${tag}-src 'sha256-${createHash('sha256').update(text).digest('base64')}'`;
		});
		expect(policy).toBe(`default-src 'none'; ${hashes.join('; ')}; base-uri 'none'; form-action 'none'`);
		expect(page).not.toMatch(/(?:href|src)="(?!#)/u);
		expect(page).not.toMatch(/ style=| on\w+=/u);
	});

	it('is made of the same elements and attributes whatever is written in it', () => {
		const plain = kindsOf(record(toldWith('two\nlines')));
		const foreign = (text: string) => [...kindsOf(record(toldWith(text)))].filter(kind => !plain.has(kind));
		expect(plain).not.toContain('stray');
		expect(hostileStrings.flatMap(foreign)).toEqual([]);
		fc.assert(
			fc.property(arbitraryMarkup, text => {
				expect(foreign(text)).toEqual([]);
			}),
			{numRuns: 40},
		);
	});

	it('cannot be broken out of in its style, by no marking', () => {
		const page = record(toldWith('"}</style><script>alert(1)</script>'));
		expect(page.match(/<script>/gu)).toHaveLength(1);
		expect(page.match(/<\/style>/gu)).toHaveLength(1);
	});
});

/** What is printed on each sheet; undefined where pdftotext (poppler-utils) is not there. */
const sheetsOf = (pdf: Buffer): readonly string[] | undefined => {
	const {error, stdout} = spawnSync('pdftotext', ['-layout', '-', '-'], {input: pdf, encoding: 'utf8'});
	return error === undefined ? stdout.split('\f').slice(0, -1) : undefined;
};

const hasReader = hasBrowser && spawnSync('pdftotext', ['-v']).error === undefined;

describe.skipIf(!hasBrowser)(`in a browser${hasBrowser ? '' : ' (SKIPPED: there is no /usr/bin/chromium)'}`, () => {
	const browser = openBrowser();
	afterAll(async () => browser.close());

	it.each([
		['on a desk by day', {}],
		['on a desk by night', {isDark: true}],
		['on a phone', {width: 360, height: 740}],
		['on a phone by night', {width: 360, height: 740, isDark: true}],
	])('%s nothing stands in the way, and nothing is asked for', async (_, look) => {
		for (const text of [record(), [...situationPage(viewOf(story))].join('')]) {
			const {page, requests, troubles} = await browser.show(text, look);
			expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
			expect(await violationsOn(page)).toEqual([]);
			expect({requests, troubles}).toEqual({requests: [], troubles: []});
		}
	});

	it('finds entries by words, and says that it does not show them all', async () => {
		const {page} = await browser.show(record());
		await page.locator('#words').fill('SUPPLIER called');
		await page.locator('#notice').waitFor();
		expect(await page.locator('tr[data-recorded]:visible').count()).toBe(1);
		expect(await page.locator('#notice').textContent()).toContain(`1 of ${story.entries.length} entries are shown`);
		await page.locator('#whole').click();
		expect(await page.locator('tr[data-recorded]:visible').count()).toBe(story.entries.length);
		expect(await page.locator('#notice').isVisible()).toBe(false);
	});

	it('goes back to what had been recorded by then, and says so', async () => {
		const {page} = await browser.show(record());
		await page.locator('#slider').fill('0');
		await page.locator('#notice').waitFor();
		const then = story.entries[0]?.recordedAt ?? '';
		expect(await page.locator('tr[data-recorded]:visible').count()).toBe(
			story.entries.filter(one => one.recordedAt <= then).length,
		);
		expect(await page.locator('#notice').textContent()).toMatch(/AS OF 2 Jun 2026/u);
		expect(await page.locator('line.then').first().getAttribute('visibility')).toBe('visible');
	});

	it('has what each entry says within the width of a phone, and still hides what is filtered out', async () => {
		const {page} = await browser.show(record(), {width: 390, height: 800});
		const isWithin =
			'[...document.querySelectorAll("#log td:last-child")].every(one => one.getBoundingClientRect().right <= innerWidth)';
		expect(await page.evaluate(isWithin)).toBe(true);
		await page.locator('#words').fill('SUPPLIER called');
		await page.locator('#notice').waitFor();
		expect(await page.locator('tr[data-recorded]:visible').count()).toBe(1);
	});

	it('is whole without script, and shows no tool that would not work', async () => {
		const {page} = await browser.show(record(), {hasScript: false});
		expect(await page.locator('tr[data-recorded]:visible').count()).toBe(story.entries.length);
		expect(await page.locator('svg:visible').count()).toBe(2);
		expect(await page.locator('#tools').isVisible()).toBe(false);
	});

	it('lets nothing run that a log says', async () => {
		const {page, requests, troubles} = await browser.show(
			record(toldWith('</title></style></script><img src=x onerror=alert(1)><script>alert(2)</script>')),
		);
		expect(await page.locator('img').count()).toBe(0);
		expect({requests, troubles}).toEqual({requests: [], troubles: []});
	});

	it.skipIf(!hasReader)(
		`prints its marking at the top and at the bottom of every sheet${hasReader ? '' : ' (SKIPPED: there is no pdftotext)'}`,
		async () => {
			const {page} = await browser.show(record());
			const sheets = sheetsOf(await page.pdf({preferCSSPageSize: true})) ?? [];
			expect(sheets.length).toBeGreaterThan(1);
			for (const sheet of sheets) {
				const lines = sheet.split('\n').filter(one => one.trim() !== '');
				expect(lines[0]).toContain('OFFICIAL-SENSITIVE EXERCISE');
				expect(lines.slice(-2).join(' ')).toContain('OFFICIAL-SENSITIVE EXERCISE');
			}
		},
	);
});
