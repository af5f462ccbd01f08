import {commands} from './duties/index.ts';
import {commandNamed} from './language/verbs.ts';
import {LedgerTrouble} from './ledger/ledger.ts';
import {isRefusal} from './refusal.ts';
import {readArguments} from './shell/arguments.ts';
import {board} from './shell/board.ts';
import {readConfig, withConfig} from './shell/config.ts';
import {flagName} from './shell/flags.ts';
import {callHelp, helpText, verbHelp} from './shell/help.ts';
import {createShell, type ExitCode, type Shell, UsageError, type World} from './shell/shell.ts';
import {subcommands} from './shell/subcommands.ts';
import {writeVerb} from './shell/write.ts';
import {forTerminal} from './text.ts';

/** A call that begins as what was typed does. */
const nearCall = (typed: string): string | undefined => {
	const start = typed.toLowerCase().slice(0, 2);
	const near = start.length < 2 ? [] : subcommands.filter(one => one.name.startsWith(start)).map(one => one.name);
	return near.length === 0 ? undefined : `Did you mean ${near.join(' or ')}?`;
};

/** The calls that heed a flag which changes what is shown. */
const heeded: Readonly<Record<'asOf' | 'redact' | 'marking', ReadonlySet<string | undefined>>> = {
	asOf: new Set([undefined, 'board', 'show', 'log', 'export']),
	redact: new Set(['export', 'evidence', 'raci', 'drill report']),
	marking: new Set(['export', 'show', 'evidence', 'raci', 'drill report']),
};

const dispatch = async (shell: Shell, input: readonly string[]): Promise<ExitCode> => {
	const {flags, world} = shell;
	const [name, ...args] = input;
	if (flags.version) {
		world.print(`${world.version}\n`);
		return 0;
	}

	// Of drills only the report leaves the house.
	const call = name === 'drill' && args[0] === 'report' ? 'drill report' : name;
	for (const flag of ['asOf', 'redact', 'marking'] as const) {
		if (flags[flag] !== undefined && !heeded[flag].has(call)) {
			// Silence would look as if it had been done.
			throw new UsageError(
				`${name ?? 'This call'} does not take ${flagName(flag)}.`,
				`${[...heeded[flag]].filter(one => one !== undefined).join(', ')} ${heeded[flag].size === 1 ? 'does' : 'do'}.`,
			);
		}
	}

	if (name === undefined) {
		if (flags.help) {
			world.print(await helpText());
			return 0;
		}

		if (flags.screenReader) {
			return (await import('./console/linear-console.ts')).openLinearConsole(shell);
		}

		return world.isTerminal ? (await import('./console/journey.ts')).openConsole(shell) : board(shell);
	}

	if (name === 'help') {
		return dispatch({...shell, flags: {...flags, help: true}}, args);
	}

	const subcommand = subcommands.find(one => one.name === name);
	if (subcommand !== undefined) {
		if (flags.help) {
			world.print(await callHelp(subcommand));
			return 0;
		}

		if (!subcommand.takesWords && args.length > 0) {
			throw new UsageError(
				`${name} does not know what to do with “${args.join(' ').slice(0, 60)}”.`,
				`It is written: loggist ${subcommand.usage}`,
			);
		}

		return subcommand.run(shell, args);
	}

	const command = commandNamed(commands, name);
	if (isRefusal(command)) {
		throw new UsageError(command.refused, nearCall(name) ?? command.mend);
	}

	if (flags.help) {
		world.print(await verbHelp(command));
		return 0;
	}

	return writeVerb(shell, [command.verb, ...args]);
};

/** The whole program but its door: reads the words, does what they say, gives the exit code. */
export const main = async (argv: readonly string[], world: World): Promise<ExitCode> => {
	try {
		const {flags: given, input} = readArguments(argv);
		const config = await readConfig(given.config, world);
		return await dispatch(createShell(world, withConfig(given, config, world), config), input);
	} catch (error) {
		if (error instanceof UsageError || error instanceof LedgerTrouble) {
			world.complain(`loggist: ${forTerminal(error.message)} ${forTerminal(error.mend)}\n`);
			return 2;
		}

		throw error;
	}
};
