/** A table cell: its text as typed (the writer escapes it), whether it is struck through, and what is said after it. */
export type Cell = string | {readonly text: string; readonly struck: boolean; readonly note?: string};

/** How deep a heading stands; 1 is a document's title. */
export type Level = 1 | 2 | 3;

/** A piece of a document, free of any markup. Writers make it safe for their medium. */
export type Block =
	| {readonly type: 'heading'; readonly level: Level; readonly text: string}
	| {readonly type: 'paragraph'; readonly text: string}
	| {readonly type: 'list'; readonly items: readonly string[]}
	/** A picture made of characters, line by line; set in one width wherever it goes. */
	| {readonly type: 'figure'; readonly lines: readonly string[]}
	/** A picture in Mermaid's language, made safe for it; only where such pictures are drawn. */
	| {readonly type: 'diagram'; readonly lines: readonly string[]}
	| {
			readonly type: 'table';
			readonly head: readonly string[];
			readonly rows: readonly (readonly Cell[])[];
			/** Its rows go on in the table before it, which has the same head: a long table is made in parts. */
			readonly isContinued?: true;
			/** When each row was recorded, where rows are entries: a reader may ask what was written by then. ISO 8601. */
			readonly recorded?: readonly string[];
	  };

/** A text without its line ends: where a reader looks for one line, a sign for another would only puzzle. */
export const withoutLineEnds = (text: string): string =>
	text.includes('\n')
		? text
				.split('\n')
				.map(line => line.trim())
				.filter(line => line !== '')
				.join(' ')
		: text;

/** A heading is one line, whatever the text that it is made of. */
export const heading = (text: string, level: Level = 2): Block => ({
	type: 'heading',
	level,
	text: withoutLineEnds(text),
});
export const paragraph = (text: string): Block => ({type: 'paragraph', text});
export const list = (items: readonly string[]): Block => ({type: 'list', items});
export const figure = (lines: readonly string[]): Block => ({type: 'figure', lines});
export const diagram = (lines: readonly string[]): Block => ({type: 'diagram', lines});
export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): Block => ({
	type: 'table',
	head,
	rows,
});

/** The table, or a sentence that says there is nothing to list. */
export const tableOr = (nothing: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Block =>
	rows.length === 0 ? paragraph(nothing) : table(head, rows);
