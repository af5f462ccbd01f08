import {openBrowser} from '../documents/browser.ts';

/** Writes the top of a page of HTML as a picture, as somebody sees it on a desk. */
export const picturePage = async (text: string, file: string): Promise<void> => {
	const browser = openBrowser();
	try {
		const {page} = await browser.show(text, {width: 1000, height: 920});
		await page.screenshot({path: file});
	} finally {
		await browser.close();
	}
};
