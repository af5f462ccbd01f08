const entities: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
};

/** What a piece of HTML says, without its tags. */
export const htmlText = (html: string): string =>
	html
		.replaceAll(/<br>/gu, '\n')
		.replaceAll(/<[^>]*>/gu, '')
		.replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, found => entities[found] ?? found);

/** The numbers of the entries in a page's log, as they stand in its rows. */
export const entriesIn = (page: string): readonly number[] =>
	[...page.matchAll(/<tr data-recorded="[^"]*"><th scope="row">(\d+)<\/th>/gu)].map(([, number]) => Number(number));

/** `1 to 40`, and what comes after a break, in the order of the page. */
const inRuns = (numbers: readonly number[]): string => {
	const runs: [number, number][] = [];
	for (const number of numbers) {
		const run = runs.at(-1);
		if (run !== undefined && number === run[1] + 1) {
			run[1] = number;
		} else {
			runs.push([number, number]);
		}
	}

	return runs.map(([from, to]) => `${from} to ${to}`).join(', ');
};

const tag = /<(header|nav|main|footer|details)\b|<h([1-6])>([^]*?)<\/h\2>|<table\b[^]*?<\/table>|<svg\b[^]*?<\/svg>/gu;

const countsOf = (svg: string): string => {
	const counts = new Map<string, number>();
	for (const [, shape = '', name = ''] of svg.matchAll(/<(rect|circle|path|line|text) class="([\w-]+)"/gu)) {
		counts.set(`${shape}.${name}`, (counts.get(`${shape}.${name}`) ?? 0) + 1);
	}

	return [...counts]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([name, count]) => `${name} ${count}`)
		.join(', ');
};

const tableLine = (html: string): string => {
	const [, caption = ''] = /<caption>([^]*?)<\/caption>/u.exec(html) ?? [];
	const head = [...html.matchAll(/<th scope="col">([^]*?)<\/th>/gu)].map(([, one = '']) => htmlText(one));
	const [, body = ''] = /<tbody>([^]*)<\/tbody>/u.exec(html) ?? [];
	const entries = entriesIn(html);
	const rows = entries.length === 0 ? '' : `: entries ${inRuns(entries)}`;
	return `table ${htmlText(caption)} | ${head.join(' | ')} | ${body.match(/<tr\b/gu)?.length ?? 0} rows${rows}`;
};

/** What a page is made of, a line each in its order: landmarks, headings, tables with their rows, pictures with their shapes. */
export const pageStructure = (page: string): string => {
	const body = page.slice(page.indexOf('<body>'), page.lastIndexOf('<script>'));
	const lines = [...body.matchAll(tag)].map(([found, landmark, level, title]) =>
		landmark === undefined
			? level === undefined
				? found.startsWith('<table')
					? tableLine(found)
					: `picture ${countsOf(found)}`
				: `h${level} ${htmlText(title ?? '')}`
			: landmark,
	);
	return `${lines.join('\n')}\n`;
};
