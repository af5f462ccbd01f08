import type {Command} from '../command.ts';

/** True when the command has a field that a word with this sigil may fill. */
const takesSigil = (command: Command, sigil: string): boolean =>
	Object.values(command.fields).some(
		field =>
			(sigil === '@' && (field.type === 'person' || field.type === 'people')) ||
			(sigil === '#' && field.type === 'team') ||
			(field.type === 'key' && sigil === `${field.key}:`),
	);

/**
 * The words of a shell as one line. The shell has taken the quotes away, so an argument that begins with a sigil
 * that the verb knows is one token, spaces and all: `@Priya Shah` is `@"Priya Shah"`.
 */
export const lineOfArguments = (args: readonly string[], commands: readonly Command[]): string => {
	const command = commands.find(one => one.verb === args[0]);
	return args
		.map(argument => {
			const [, sigil, value] = /^([@#]|[a-z]+:)(\S.*)$/su.exec(argument) ?? [];
			return sigil !== undefined &&
				value !== undefined &&
				/\s/u.test(value) &&
				!value.includes('"') &&
				command !== undefined &&
				takesSigil(command, sigil)
				? `${sigil}"${value}"`
				: argument;
		})
		.join(' ');
};
