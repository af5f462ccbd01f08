/** The flags that every call takes, as data: `arguments.ts` reads them, help and README are made from them. */
export const flagTable = {
	db: {type: 'string', value: 'PATH', help: 'the ledger (LOGGIST_DB)'},
	incident: {type: 'string', value: 'REF', help: 'the incident (LOGGIST_INCIDENT); default: the newest open one'},
	as: {type: 'string', value: 'PERSON', help: 'on whose behalf (LOGGIST_AS)'},
	at: {type: 'string', value: 'TIME', help: 'when it happened; default: now; drill replay: print the board of then'},
	now: {type: 'string', value: 'ISO', help: 'a fixed clock, for drills, scripts and tests'},
	tz: {type: 'string', value: 'ZONE', help: 'the time zone in which typed times are read'},
	text: {type: 'string', value: 'TEXT', help: 'the free text to the letter; - reads it from standard input'},
	output: {
		type: 'string',
		value: 'FILE',
		short: 'o',
		help: 'where an export or an attachment is written; default of an export: standard output',
	},
	object: {
		type: 'string',
		value: 'NAME',
		help: 'export csv: log, actions, roles, findings or decisions',
	},
	because: {type: 'string', value: 'TEXT', help: 'import: why these entries come so late'},
	template: {
		type: 'string',
		value: 'NAME|FILE',
		help: 'export review, markdown: the form, one of moj, pagerduty, sre, ccadb or a Markdown file of your own; raci: print a file to begin with',
	},
	templates: {type: 'boolean', help: 'export: list the forms, and the names that a template of your own may use'},
	role: {type: 'string', value: 'ROLE', help: 'export ics-214: one role, or one sub-team as #alpha'},
	period: {
		type: 'string',
		value: 'FROM..TO|N',
		help: 'export ics-203, ics-207, ics-214: the operational period, by its times or its number',
	},
	redact: {
		type: 'string',
		value: 'people,marked',
		help: 'export, evidence, raci, drill report: what is taken out for people outside: people have other names; entries that were marked with withhold say only that',
	},
	marking: {
		type: 'string',
		value: 'TEXT',
		help: 'export, show, evidence, raci, drill report: the marking of this one copy, instead of the incident’s',
	},
	pictures: {type: 'boolean', isOn: true, help: 'export: documents without Mermaid diagrams'},
	from: {type: 'string', value: 'TIME', help: 'drill replay: the moment it begins with; default: the first entry'},
	since: {
		type: 'string',
		value: 'TIME',
		help: 'log: only entries recorded from then on; import: only what happened; evidence: the period begins',
	},
	until: {
		type: 'string',
		value: 'TIME',
		help: 'import: only what happened until then; evidence: the period ends; what was recorded later is left out; drill replay: it stands still there',
	},
	format: {type: 'string', value: 'NAME', help: 'raci: markdown, csv or html; drill report: markdown or html'},
	name: {type: 'string', value: 'NAME', help: 'attach: what the bytes are called; default: the file’s name'},
	action: {type: 'string', value: 'REF', help: 'attach: the action that they belong to'},
	command: {type: 'string', value: 'TEXT', help: 'attach: the command that wrote them'},
	exit: {type: 'string', value: 'N', help: 'attach: its exit code'},
	list: {type: 'boolean', help: 'attach: list what is attached'},
	reaction: {type: 'string', value: 'NAME', help: 'import slack: only messages that somebody marked with it'},
	channel: {type: 'string', value: 'NAME', help: 'import slack: only this channel'},
	asOf: {type: 'string', value: 'TIME', help: 'board, show, log, export: as it stood then'},
	speed: {
		type: 'string',
		value: 'N',
		help: 'demo, drill replay: how many times as fast as it happened; drill run: as the wall’s clock, or max, unattended',
	},
	skipIdle: {
		type: 'string',
		value: '30s',
		help: 'drill replay: how long a silence is watched before it is passed over',
	},
	script: {
		type: 'string',
		value: 'FILE',
		help: "drill run: the players' lines, as +3m @priya ack A1; without it at --speed max those beside the scenario",
	},
	names: {type: 'boolean', help: 'drill from: people keep their names; else they are played as roles, or as Person 1'},
	json: {type: 'boolean', help: 'print JSON'},
	jsonl: {type: 'boolean', help: 'log: print one JSON entry a line'},
	check: {type: 'boolean', help: 'prompts: exit 1 when anything is asked; raci: exit 1 when a task lacks somebody'},
	force: {type: 'boolean', help: 'with -o: write over a file that exists'},
	readonly: {type: 'boolean', help: 'look, and write nothing'},
	config: {
		type: 'string',
		value: 'FILE',
		help: 'a configuration file (LOGGIST_CONFIG): database, as, zone, color, profile, profiles, roster, responsibilities, theme, borders, motion, keys, notify, quietExercise, goneAfter, mouse, sign',
	},
	color: {type: 'boolean', isOn: true, help: '--no-color: no colours (also NO_COLOR)'},
	mouse: {
		type: 'boolean',
		help: 'the console hears the mouse: click selects, again opens, ctrl-click marks, the wheel scrolls',
	},
	screenReader: {type: 'boolean', help: 'the console as plain lines: what others change is said, nothing is drawn'},
	version: {type: 'boolean', help: 'print the version'},
	help: {type: 'boolean', help: 'print help, for a verb too'},
} as const;

type Row = (typeof flagTable)[keyof typeof flagTable];

/** The flags as given. */
export type Flags = {
	readonly [Name in keyof typeof flagTable]: (typeof flagTable)[Name]['type'] extends 'string'
		? string | undefined
		: boolean;
};

/** `--as-of` for `asOf`. */
export const flagName = (name: string): string =>
	`--${name.replaceAll(/[A-Z]/gu, letter => `-${letter.toLowerCase()}`)}`;

/** Whether a flag is on unless it is switched off: only `--no-color` can be said of it. */
export const isOn = (row: Row): boolean => 'isOn' in row;

/** `--no-color` for `color`. */
export const offName = (name: string): string => `--no-${flagName(name).slice(2)}`;

/** `--db PATH`. */
export const flagUsage = (name: string, row: Row): string =>
	`${'short' in row ? `-${row.short}, ` : ''}${isOn(row) ? offName(name) : flagName(name)}${'value' in row ? ` ${row.value}` : ''}`;
