import {formats} from '../documents/index.ts';
import {board} from './board.ts';
import {exportDocument} from './export.ts';
import {incidents} from './incidents.ts';
import {log} from './log.ts';
import {paths} from './paths.ts';
import {prompts} from './prompts.ts';
import {run} from './run.ts';
import type {ExitCode, Shell} from './shell.ts';
import {when} from './when.ts';

/** A call of the shell that is not a verb of the language. */
export type Subcommand = {
	readonly name: string;
	readonly usage: string;
	readonly summary: string;
	readonly example: string;
	/** Whether words stand after its name. */
	readonly takesWords: boolean;
	readonly run: (shell: Shell, args: readonly string[]) => Promise<ExitCode>;
};

export const subcommands: readonly Subcommand[] = [
	{
		name: 'run',
		takesWords: true,
		usage: 'run FILE|-',
		summary: 'Write lines of the language one by one; the first refusal stops',
		example: 'loggist run incident.lines',
		run,
	},
	{
		name: 'board',
		takesWords: false,
		usage: 'board [--json] [--as-of TIME]',
		summary: 'Print the board, now or as it stood',
		example: 'loggist board --json',
		run: board,
	},
	{
		name: 'log',
		takesWords: false,
		usage: 'log [--json|--jsonl] [--since TIME]',
		summary: 'Print the entries',
		example: 'loggist log --since 10:00',
		run: log,
	},
	{
		name: 'prompts',
		takesWords: false,
		usage: 'prompts [--json] [--check]',
		summary: 'Print what doctrine asks now, most urgent first',
		example: 'loggist prompts --check',
		run: prompts,
	},
	{
		name: 'export',
		takesWords: true,
		usage:
			'export FORMAT [-o FILE] [--template NAME|FILE] [--role ROLE] [--period FROM..TO] [--no-pictures] [--redact people,marked] [--marking TEXT]',
		summary: `Write the incident as a document or as data: ${formats.map(({name}) => name).join(', ')}`,
		example: 'loggist export markdown -o incident.md',
		run: exportDocument,
	},
	{
		name: 'import',
		takesWords: true,
		usage: 'import FORMAT FILE|FOLDER|- [--because TEXT] [--since TIME] [--until TIME]',
		summary:
			'Take entries in from a file: jsonl (a whole log, restored or merged), csv, lines (a paper log), slack (an export folder), pagerduty',
		example: 'loggist import jsonl other-console.jsonl',
		run: async (shell, args) => (await import('./import.ts')).importFile(shell, args),
	},
	{
		name: 'attach',
		takesWords: true,
		usage: 'attach FILE|- [--name NAME] [--action REF] [--command TEXT] [--exit N] | attach X1 -o FILE | attach --list',
		summary:
			'Keep a file, or what a command printed, as an item of evidence beside the log; give it out again; list all',
		example: 'loggist attach - --name dmesg.txt --action A3 --command dmesg < dmesg.txt',
		run: async (shell, args) => (await import('./attach.ts')).attach(shell, args),
	},
	{
		name: 'show',
		takesWords: true,
		usage: 'show PAGE [--as-of TIME] [--marking TEXT]',
		summary:
			'Print a page: structure, matrix, sitrep, handover, decisions, actions, timeline, duties, prompts, doctrine, overview',
		example: 'loggist show structure',
		run: async (shell, args) => (await import('./show.ts')).show(shell, args),
	},
	{
		name: 'overview',
		takesWords: false,
		usage: 'overview [--json]',
		summary: 'Print every open incident, grouped under the silver command that holds them',
		example: 'loggist overview',
		run: async shell => (await import('./overview.ts')).overview(shell),
	},
	{
		name: 'doctrine',
		takesWords: true,
		usage: 'doctrine [NAME|FILE] [--json]',
		summary: 'Print a doctrine with its numbers, or check a file that holds one of your own',
		example: 'loggist doctrine pagerduty',
		run: async (shell, args) => (await import('./files.ts')).doctrine(shell, args),
	},
	{
		name: 'roster',
		takesWords: true,
		usage: 'roster [FILE] [--json]',
		summary: 'Check a roster file (YAML or CSV) and take it into the log of the incident',
		example: 'loggist roster roster.csv',
		run: async (shell, args) => (await import('./files.ts')).takeRoster(shell, args),
	},
	{
		name: 'raci',
		takesWords: true,
		usage:
			'raci [FILE] [--format markdown|csv|html | --json] [-o FILE] [--redact people] [--marking TEXT] [--check] | raci templates | raci schema | raci --template NAME',
		summary:
			'Show, check or export the responsibilities of a file; raci DEED … records in the incident that they were used',
		example: 'loggist raci responsibilities.yaml --check',
		run: async (shell, args) => (await import('./raci.ts')).raci(shell, args),
	},
	{
		name: 'evidence',
		takesWords: true,
		usage:
			'evidence PAGE [FILE] [--since TIME] [--until TIME] [--redact people,marked] [--marking TEXT] [--json] [-o FILE]',
		summary:
			"Answer an auditor's questions from the ledger and the responsibilities file: iso-5.2, iso-5.3, iso-5.24-5.28, soc2, secure-by-design, csf",
		example: 'loggist evidence iso-5.3 --since 2026-01-01 -o iso-5.3.md',
		run: async (shell, args) => (await import('./evidence.ts')).evidence(shell, args),
	},
	{
		name: 'metrics',
		takesWords: false,
		usage: 'metrics [--incident REF]',
		summary: 'Print counts and times between milestones as OpenMetrics: of every incident, or of one',
		example: 'loggist metrics > /var/lib/node_exporter/loggist.prom',
		run: async shell => (await import('./metrics.ts')).metrics(shell),
	},
	{
		name: 'verify',
		takesWords: true,
		usage: 'verify [FILE] [--json]',
		summary:
			'Check the whole chain and what is attached, the chain of a file which export jsonl wrote, or the hash that a document names; exit 1 names the first bad entry',
		example: 'loggist verify',
		run: async (shell, args) => (await import('./verify.ts')).verify(shell, args),
	},
	{
		name: 'sign',
		takesWords: false,
		usage: 'sign [--json]',
		summary: 'Sign the log as it stands (Ed25519) and write that into it; the key of this machine is made on first use',
		example: 'loggist sign --incident INC-2026-0001',
		run: async shell => (await import('./sign.ts')).signLog(shell),
	},
	{
		name: 'incidents',
		takesWords: false,
		usage: 'incidents [--json]',
		summary: 'List the incidents of the ledger',
		example: 'loggist incidents',
		run: incidents,
	},
	{
		name: 'when',
		takesWords: true,
		usage: 'when TIME [--now ISO] [--tz ZONE] [--json]',
		summary: 'Show how a typed time is read',
		example: 'loggist when "tomorrow 09:00" --tz Europe/London',
		run: when,
	},
	{
		name: 'paths',
		takesWords: false,
		usage: 'paths [--json]',
		summary: 'Print every path that the program uses',
		example: 'loggist paths',
		run: paths,
	},
	{
		name: 'demo',
		takesWords: true,
		usage: 'demo [NAME] [--speed N]',
		summary: 'Play a real incident on the board, from a ledger that is thrown away',
		example: 'loggist demo gitlab-2017-01-31 --speed 300',
		// Loaded only when it is asked for: it brings the console with it.
		run: async (shell, args) => (await import('./demo.ts')).demo(shell, args),
	},
	{
		name: 'drill',
		takesWords: true,
		usage:
			'drill list|check|run|facilitate|report|replay|new|from|msel|schema [FILE|REF] [--incident REF] [--speed N] [--script LINES] [-o FILE]',
		summary:
			'List drills, check a scenario, play one in the console, facilitate it, play one unattended and judge it, report on one, play a log again, begin a new one, or make one of an incident, an exercise or a list of events (CSV)',
		example: 'loggist drill run lost-laptop',
		run: async (shell, args) => (await import('./drill.ts')).drill(shell, args),
	},
	{
		name: 'tour',
		takesWords: false,
		usage: 'tour',
		summary: 'Learn note, action, prompt, decision and export by doing them, on an exercise that is thrown away',
		example: 'loggist tour',
		run: async shell => (await import('./tour.ts')).tour(shell),
	},
	{
		name: 'who',
		takesWords: false,
		usage: 'who [--json]',
		summary: 'Print who has the ledger open in a console, and since when',
		example: 'loggist who',
		run: async shell => (await import('./who.ts')).who(shell),
	},
];
