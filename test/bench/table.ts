/** One line of the measured table. */
export type Figure = {
	readonly name: string;
	readonly value: string;
	/** What it is compared with, as measured in the same run. */
	readonly floor?: string;
	readonly ratio?: number;
	readonly target?: string;
	readonly isMet?: boolean;
};

const head = ['Figure', 'Value', 'Floor', 'Ratio', 'Target', 'Met'] as const;

const met = (isMet: boolean | undefined): string => (isMet === undefined ? '' : isMet ? 'yes' : '**no**');

const cellsOf = ({name, value, floor = '', ratio, target = '', isMet}: Figure): readonly string[] => [
	name,
	value,
	floor,
	ratio === undefined ? '' : `${ratio.toFixed(1)}×`,
	target,
	met(isMet),
];

/** The figures as a table of Markdown whose columns also stand under each other in a terminal. */
export const tableOf = (figures: readonly Figure[]): string => {
	const rows = figures.map(figure => cellsOf(figure));
	const widths = head.map((title, column) => Math.max(title.length, ...rows.map(row => row[column]?.length ?? 0)));
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	return [line(head), line(widths.map(width => '-'.repeat(width))), ...rows.map(row => line(row))].join('\n');
};
