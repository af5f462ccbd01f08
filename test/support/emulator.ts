import {EventEmitter} from 'node:events';
// oxlint-disable-next-line import/default
import unicode11 from '@xterm/addon-unicode11';
import headless from '@xterm/headless';

/** A terminal without a program: takes what is written to it and tells what it shows. */
export class Emulator extends EventEmitter {
	/** What was written, one element per write. */
	readonly writes: string[] = [];
	/** What `write` answers: false as a terminal that cannot keep up. */
	isReady = true;
	readonly #terminal;

	columns: number;
	rows: number;
	/** `unicode` is the version of the width table: in '6' an emoji takes one column, in '11' two. */
	constructor(columns: number, rows: number, unicode: '6' | '11' = '11') {
		super();
		this.columns = columns;
		this.rows = rows;
		this.#terminal = new headless.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 0});
		// oxlint-disable-next-line import/no-named-as-default-member
		this.#terminal.loadAddon(new unicode11.Unicode11Addon());
		this.#terminal.unicode.activeVersion = unicode;
		// As terminal.ts asks for.
		this.#terminal.write('\u001B[?1049h\u001B[?7l');
	}

	write(bytes: string): boolean {
		this.writes.push(bytes);
		this.#terminal.write(bytes);
		return this.isReady;
	}

	/** Changes the size, as a window does. */
	resize(columns: number, rows: number): void {
		this.columns = columns;
		this.rows = rows;
		this.#terminal.resize(columns, rows);
		this.emit('resize');
	}

	/** Resolves when all that was written is on the screen. */
	async settled(): Promise<void> {
		await new Promise<void>(resolve => {
			setImmediate(() => {
				this.#terminal.write('', resolve);
			});
		});
	}

	lines(): string[] {
		const buffer = this.#terminal.buffer.active;
		return Array.from(
			{length: this.rows},
			(_, y) => buffer.getLine(y)?.translateToString(true, 0, this.columns).trimEnd() ?? '',
		);
	}

	/** What stands in one cell; '' in the second half of a wide glyph. */
	cell(x: number, y: number): string {
		return this.#terminal.buffer.active.getLine(y)?.getCell(x)?.getChars() ?? '';
	}

	/** Every cell with its colours and attributes. */
	cells(): string[] {
		return Array.from({length: this.rows}, (_, y) => {
			const line = this.#terminal.buffer.active.getLine(y);
			return Array.from({length: this.columns}, (__, x) => {
				const cell = line?.getCell(x);
				const style = [
					cell?.getFgColor(),
					cell?.getBgColor(),
					cell?.isBold(),
					cell?.isDim(),
					cell?.isItalic(),
					cell?.isUnderline(),
					cell?.isInverse(),
				].join(',');
				return `${cell?.getWidth()}${cell?.getChars() || ' '}${style}`;
			}).join('|');
		});
	}

	cursor(): {x: number; y: number} {
		return {x: this.#terminal.buffer.active.cursorX, y: this.#terminal.buffer.active.cursorY};
	}
}
