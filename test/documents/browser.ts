import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {type BrowserContext, chromium, type Page} from 'playwright-core';

const executablePath = '/usr/bin/chromium';

/** Whether the browser is there that pages are looked at with. */
export const hasBrowser = existsSync(executablePath);

export type Look = {
	readonly width?: number;
	readonly height?: number;
	readonly isDark?: boolean;
	readonly hasScript?: boolean;
};

/** A page as somebody sees it, with everything that it asked for and complained of. */
export type Seen = {
	readonly page: Page;
	/** What was asked for besides the file itself. */
	readonly requests: readonly string[];
	readonly troubles: readonly string[];
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const violations = `(async () => (await axe.run()).violations.map(one => one.id + ' ' + one.nodes.map(node => node.html.slice(0, 120)).join(' | ')))()`;

/** What axe finds that keeps people out of a page, each with where. */
export const violationsOn = async (page: Page): Promise<unknown> => {
	await page.evaluate(axe);
	return page.evaluate(violations);
};

/** Looks at pages in a browser with a profile of its own, which ends with `close`. */
export const openBrowser = () => {
	// Made by the first look: where no test asks for one there is nothing to tidy up.
	let made: string | undefined;
	const folderOf = (): string => (made ??= mkdtempSync(path.join(tmpdir(), 'loggist-browser-')));
	const contexts: BrowserContext[] = [];
	let count = 0;
	return {
		/** Opens a text as a file. */
		async show(text: string, {width = 1280, height = 800, isDark = false, hasScript = true}: Look = {}): Promise<Seen> {
			count += 1;
			const folder = folderOf();
			const file = path.join(folder, `${count}.html`);
			writeFileSync(file, text);
			const context = await chromium.launchPersistentContext(path.join(folder, `profile-${count}`), {
				executablePath,
				headless: true,
				args: [
					'--headless',
					'--no-sandbox',
					'--disable-gpu',
					'--disable-quic',
					'--no-first-run',
					'--disable-background-networking',
					'--disable-component-update',
					'--disable-sync',
				],
				viewport: {width, height},
				colorScheme: isDark ? 'dark' : 'light',
				javaScriptEnabled: hasScript,
				// The policy of a page holds; what a test runs in it does so beside the page's own world.
				bypassCSP: false,
			});
			contexts.push(context);
			const page = context.pages()[0] ?? (await context.newPage());
			const requests: string[] = [];
			const troubles: string[] = [];
			const own = pathToFileURL(file).href;
			page.on('request', one => {
				if (!one.url().startsWith(own)) {
					requests.push(one.url());
				}
			});
			page.on('pageerror', error => troubles.push(error.message));
			page.on('console', message => troubles.push(message.text()));
			page.on('dialog', dialog => {
				troubles.push(`dialog ${dialog.message()}`);
				void dialog.dismiss();
			});
			await page.goto(own);
			return {page, requests, troubles};
		},
		async close(): Promise<void> {
			await Promise.all(contexts.map(async one => one.close()));
			if (made !== undefined) {
				rmSync(made, {recursive: true, force: true});
			}
		},
	};
};
