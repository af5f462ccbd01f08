import type {IBufferCell, Terminal} from '@xterm/headless';

const palette = [
	'#1b1d22',
	'#d9626d',
	'#8dbf6d',
	'#d7b765',
	'#6c9fd6',
	'#b28bd0',
	'#62b6b0',
	'#c9ccd3',
	'#6b707b',
	'#e98a93',
	'#abd78d',
	'#ecd08a',
	'#93bbea',
	'#cbaae4',
	'#8ad2cc',
	'#f3f4f6',
] as const;

const paper = '#14161a';
const ink = '#c9ccd3';
const cell = {width: 8.4, height: 18, base: 13};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const colourOf = (isPalette: boolean, isDefault: boolean, value: number, otherwise: string): string => {
	if (isDefault) {
		return otherwise;
	}

	return isPalette ? (palette[value] ?? otherwise) : `#${value.toString(16).padStart(6, '0')}`;
};

type Style = {readonly ink: string; readonly paper: string; readonly css: string};

const styleOf = (at: IBufferCell): Style => {
	const front = colourOf(at.isFgPalette(), at.isFgDefault(), at.getFgColor(), ink);
	const back = colourOf(at.isBgPalette(), at.isBgDefault(), at.getBgColor(), paper);
	const isInverse = at.isInverse() !== 0;
	return {
		ink: isInverse ? back : front,
		paper: isInverse ? front : back,
		css: [
			...(at.isBold() === 0 ? [] : ['font-weight:700']),
			...(at.isDim() === 0 ? [] : ['opacity:.62']),
			...(at.isStrikethrough() === 0 ? [] : ['text-decoration:line-through']),
		].join(';'),
	};
};

/** A terminal's screen as an SVG picture: one text per run of one style, each pinned to its cells. */
export const svgOf = (terminal: Terminal, title: string): string => {
	const {cols, rows} = terminal;
	const parts: string[] = [];
	const at = terminal.buffer.active.getNullCell();
	for (let y = 0; y < rows; y++) {
		const line = terminal.buffer.active.getLine(y);
		let run: {style: Style; x: number; text: string; cells: number} | undefined;
		const flush = () => {
			if (run !== undefined) {
				const {style, x, text, cells} = run;
				const box = `x="${(x * cell.width).toFixed(1)}"`;
				const width = (cells * cell.width).toFixed(1);
				if (style.paper !== paper) {
					parts.push(
						`<rect ${box} y="${y * cell.height}" width="${width}" height="${cell.height}" fill="${style.paper}"/>`,
					);
				}

				if (text.trim() !== '') {
					parts.push(
						`<text xml:space="preserve" ${box} y="${y * cell.height + cell.base}" textLength="${width}" fill="${style.ink}"${style.css === '' ? '' : ` style="${style.css}"`}>${escaped(text)}</text>`,
					);
				}
			}

			run = undefined;
		};

		for (let x = 0; x < cols; x++) {
			line?.getCell(x, at);
			const width = at.getWidth();
			if (width === 0) {
				continue;
			}

			const style = styleOf(at);
			const text = at.getChars() === '' ? ' ' : at.getChars();
			const isSame =
				run !== undefined &&
				width === 1 &&
				run.style.ink === style.ink &&
				run.style.paper === style.paper &&
				run.style.css === style.css;
			if (!isSame) {
				flush();
			}

			run =
				run === undefined ? {style, x, text, cells: width} : {...run, text: run.text + text, cells: run.cells + width};
			if (width > 1) {
				flush();
			}
		}

		flush();
	}

	const size = {width: (cols * cell.width).toFixed(0), height: rows * cell.height};
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img">`,
		`<title>${escaped(title)}</title>`,
		'<style>text{font:14px "DejaVu Sans Mono",Menlo,Consolas,monospace;white-space:pre}</style>',
		`<rect width="100%" height="100%" fill="${paper}"/>`,
		...parts,
		'</svg>',
		'',
	].join('\n');
};
