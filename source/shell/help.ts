import type {Command} from '../command.ts';
import {commands} from '../duties/index.ts';
import {usageOf} from '../language/verbs.ts';
import {flagTable, flagUsage} from './flags.ts';
import {type Subcommand, subcommands} from './subcommands.ts';

const column = (rows: readonly (readonly [string, string])[]): string => {
	const width = Math.min(34, Math.max(...rows.map(([left]) => left.length)));
	return rows
		.map(([left, right]) =>
			left.length > width ? `  ${left}\n  ${' '.repeat(width)}  ${right}` : `  ${left.padEnd(width)}  ${right}`,
		)
		.join('\n');
};

/** The verbs that a person would look for: those that only refuse are left out. */
export const offeredVerbs = (all: readonly Command[] = commands): readonly Command[] =>
	all.filter(({verb}) => verb !== 'edit' && verb !== 'delete');

const description = 'Loggist, an incident command console for the terminal.';

/** Laid out by meow, as the help of programs is. */
const set = async (about: string, help: string): Promise<string> => {
	const {default: meow} = await import('meow');
	const {help: text} = meow({
		argv: [],
		importMeta: import.meta,
		pkg: {name: 'loggist'},
		description: about,
		help,
		autoHelp: false,
		autoVersion: false,
	});
	// meow stands the whole of it in by two columns.
	return `${text.replaceAll(/^ {2}/gmu, '').trim()}\n`;
};

/** What `--help` prints; made from the tables of verbs, calls and flags. */
export const helpText = async (): Promise<string> =>
	set(
		description,
		`
Usage
  loggist                       the console on the current incident; without a terminal the board as text
  loggist VERB …                write one entry, as after / in the console
  loggist CALL …                look at the ledger, or take a document from it

Verbs
${column(offeredVerbs().map(command => [command.verb, command.summary]))}

Calls
${column(subcommands.map(({usage, summary}) => [usage, summary]))}

Flags
${column(Object.entries(flagTable).map(([name, row]) => [flagUsage(name, row), row.help]))}

Examples
  loggist declare Payments database exposed severity:S2 kind:security data:personal
  loggist assign im @"Priya Shah"
  loggist action isolate host 17 @priya by 14:30
  loggist decide payments offline because card data are still leaking
  loggist export markdown -o incident.md

Exit codes: 0 done, 1 ran and the answer is no, 2 usage, unreadable input or a file that cannot be used.
`,
	);

const usage = async (summary: string, written: string, example: string): Promise<string> =>
	set(`${summary}.`, `\nUsage\n  loggist ${written}\n\nExample\n  ${example}\n`);

/** What `VERB --help` prints. */
export const verbHelp = async (command: Command): Promise<string> =>
	usage(command.summary, usageOf(command), `loggist ${command.example}`);

/** What `CALL --help` prints. */
export const callHelp = async (call: Subcommand): Promise<string> => usage(call.summary, call.usage, call.example);
