import {type ExitCode, type Shell, UsageError} from './shell.ts';

/** One thing that can be done about drills. */
type DrillDeed = {
	readonly name: string;
	/** What stands after its name. */
	readonly usage: string;
	/** Fewest and most words after its name. */
	readonly takes: readonly [number, number];
	readonly run: (shell: Shell, words: readonly string[]) => Promise<ExitCode>;
};

const deeds: readonly DrillDeed[] = [
	{name: 'list', usage: '', takes: [0, 0], run: async shell => (await import('./drill-list.ts')).listDrills(shell)},
	{
		name: 'check',
		usage: 'FILE',
		takes: [1, 1],
		run: async (shell, [file = '']) => (await import('./drill-check.ts')).checkDrill(shell, file),
	},
	{
		name: 'run',
		usage: 'FILE|NAME [--speed N] [--incident REF] | FILE|NAME --speed max [--script LINES]',
		takes: [1, 1],
		run: async (shell, [file = '']) => (await import('./drill-run.ts')).runDrill(shell, file),
	},
	{
		name: 'new',
		usage: '[FILE]',
		takes: [0, 1],
		run: async (shell, [file]) => (await import('./drill-new.ts')).newDrill(shell, file),
	},
	{
		name: 'facilitate',
		usage: 'FILE|NAME [--incident REF]',
		takes: [1, 1],
		run: async (shell, [file = '']) => (await import('./drill-floor.ts')).openFloor(shell, file, true),
	},
	{
		name: 'replay',
		usage: 'INC-…|FILE|NAME [--speed N] [--from TIME] [--until TIME] [--skip-idle 30s] [--at TIME]',
		takes: [0, 1],
		run: async (shell, [named]) => (await import('./drill-replay.ts')).replayDrill(shell, named),
	},
	{
		name: 'from',
		usage: 'FILE|INC-… [SCENARIO] -o FILE',
		takes: [1, 2],
		run: async (shell, [from = '', base]) => (await import('./drill-from.ts')).drillFrom(shell, from, base),
	},
	{
		name: 'msel',
		usage: 'SCENARIO -o FILE.csv',
		takes: [1, 1],
		run: async (shell, [file = '']) => (await import('./drill-msel.ts')).drillMsel(shell, file),
	},
	{name: 'schema', usage: '', takes: [0, 0], run: async shell => (await import('./drill-new.ts')).drillSchema(shell)},
	{
		name: 'report',
		usage: '[REF] [-o FILE] [--format markdown|html]',
		takes: [0, 1],
		run: async (shell, [reference]) => (await import('./drill-report.ts')).reportDrill(shell, reference),
	},
];

const said = deeds.map(({name, usage}) => (usage === '' ? name : `${name} ${usage}`)).join(' · ');

/** Drills: which there are, whether a scenario is right, a drill played unattended, a scenario out of something else. */
export const drill = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const [what, ...words] = args;
	const deed = deeds.find(one => one.name === what);
	if (deed === undefined || words.length < deed.takes[0] || words.length > deed.takes[1]) {
		throw new UsageError(
			deed === undefined
				? `drill takes one of ${deeds.map(({name}) => name).join(', ')}.`
				: `drill ${deed.name} takes ${deed.usage === '' ? 'nothing more' : deed.usage}.`,
			`loggist drill ${said}`,
		);
	}

	return deed.run(shell, words);
};
