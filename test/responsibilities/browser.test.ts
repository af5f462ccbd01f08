import {afterAll, describe, expect, it} from 'vitest';
import {documentPage} from '../../source/documents/page.ts';
import {bannersOfMatrix, responsibilitiesBody} from '../../source/responsibilities/page.ts';
import {hasBrowser, openBrowser, violationsOn} from '../documents/browser.ts';
import {responsibilitiesOf, storyFile} from './story-file.ts';

const {matrix} = responsibilitiesOf(storyFile);
const view = {matrix: {...matrix, marking: 'TLP:AMBER'}, today: '2026-06-02'};
const text = documentPage(matrix.title, bannersOfMatrix(view), responsibilitiesBody(view));

describe.skipIf(!hasBrowser)(`in a browser${hasBrowser ? '' : ' (SKIPPED: there is no /usr/bin/chromium)'}`, () => {
	const browser = openBrowser();
	afterAll(async () => browser.close());

	it.each([
		['on a desk by day', {}],
		['on a desk by night', {isDark: true}],
		['on a phone', {width: 360, height: 740}],
		['on a phone by night', {width: 360, height: 740, isDark: true}],
	])('the responsibilities keep nobody out, and stand within the page %s', async (_, look) => {
		const {page, requests, troubles} = await browser.show(text, look);
		expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
		expect(await violationsOn(page)).toEqual([]);
		expect({requests, troubles}).toEqual({requests: [], troubles: []});
	});
});
