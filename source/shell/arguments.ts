import {type Flags, flagName, flagTable, isOn, offName} from './flags.ts';
import {UsageError} from './shell.ts';

/*
What somebody says does not pass through a parser of flags: those take the quotes off a value, take a word after a switch
for the switch's own (`note --json false alarm` would become *alarm*), and read `-x …` in a value as flags. The flags
themselves are read as meow reads them, which a test holds them to; meow itself takes longer to load than a board takes
to open, and is loaded for the help that it writes.
*/

/** A call as typed: what its flags say, and the words that are left. */
export type Arguments = {readonly flags: Flags; readonly input: readonly string[]};

type Name = keyof typeof flagTable;

const names = Object.keys(flagTable) as Name[];

const shortOf = (name: Name): string | undefined => {
	const row = flagTable[name];
	return 'short' in row ? row.short : undefined;
};

/** A flag's name begins with a letter and has no blank: `-` is standard input, `-5` a temperature, `---` a line. */
const isFlag = (argument: string): boolean => /^--?[a-z][^\s=]*(?:=|$)/iu.test(argument);

type Given = {readonly name: Name; readonly typed: string; readonly value: string | undefined};

/** Which flag an argument names, and the value that stands in the same argument. */
const flagIn = (argument: string): Given | undefined => {
	const [, typed = argument, value] = /^([^=]+)=(.*)$/su.exec(argument) ?? [];
	const long = names.find(name => flagName(name) === typed);
	if (long !== undefined) {
		return {name: long, typed, value};
	}

	const off = names.find(name => isOn(flagTable[name]) && offName(name) === typed);
	if (off !== undefined) {
		return {name: off, typed, value};
	}

	// `-oFILE` is `-o FILE`.
	const short = names.find(name => shortOf(name) !== undefined && argument.startsWith(`-${shortOf(name)}`));
	const joined = argument.slice(2).replace(/^=/u, '');
	return short === undefined
		? undefined
		: {name: short, typed: argument.slice(0, 2), value: joined === '' ? undefined : joined};
};

const unknown = (argument: string): UsageError => {
	const typed = argument.split('=', 1)[0] ?? argument;
	const near = typed.startsWith('--')
		? names.map(name => flagName(name)).find(one => one.startsWith(typed) || typed.startsWith(one))
		: undefined;
	return new UsageError(
		`There is no flag ${typed.slice(0, 40)}.`,
		`${near === undefined ? 'loggist --help lists the flags.' : `Did you mean ${near}?`} Before text that begins with a dash, write --.`,
	);
};

/** The flags as they are where nothing is said of them. */
const unsaid = Object.fromEntries(
	names.map(name => [name, flagTable[name].type === 'boolean' ? isOn(flagTable[name]) : undefined]),
);

/**
 * Reads the flags wherever they stand, up to `--`; everything behind that is words.
 * @throws UsageError for a flag that does not exist, is given twice, or lacks its value.
 */
export const readArguments = (argv: readonly string[]): Arguments => {
	const given = new Map<Name, string | boolean>();
	const input: string[] = [];
	for (let index = 0; index < argv.length; index++) {
		const argument = argv[index] ?? '';
		if (argument === '--') {
			input.push(...argv.slice(index + 1));
			break;
		}

		if (!isFlag(argument)) {
			input.push(argument);
			continue;
		}

		const flag = flagIn(argument);
		if (flag === undefined) {
			throw unknown(argument);
		}

		const {name, typed} = flag;
		if (flagTable[name].type === 'boolean') {
			if (flag.value !== undefined) {
				throw new UsageError(`${typed} takes no value.`, `Write ${typed} alone.`);
			}

			given.set(name, typed !== offName(name));
			continue;
		}

		if (given.has(name)) {
			throw new UsageError(`${typed} is given twice.`, 'Give it once.');
		}

		const value = flag.value ?? argv[++index];
		// Text may be anything; what else begins with two dashes is a flag whose place this is not.
		const isMissing =
			value === undefined ||
			(name !== 'text' && (value === '' || (flag.value === undefined && value.startsWith('--'))));
		if (isMissing) {
			throw new UsageError(
				`${typed} lacks its value.`,
				`Write ${typed} ${'value' in flagTable[name] ? flagTable[name].value : 'VALUE'}.`,
			);
		}

		given.set(name, value);
	}

	return {flags: {...unsaid, ...Object.fromEntries(given)} as Flags, input};
};
