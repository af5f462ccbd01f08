import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import {borderNames, motionNames} from '../looks/looks.ts';
import {themeNames} from '../looks/theme.ts';
import {isZone} from '../time.ts';
import type {Flags} from './flags.ts';
import {UsageError, type World} from './shell.ts';

/** As people write it: YAML itself knows `true` and `false` only. */
const yesOrNo = v.union(
	[
		v.boolean(),
		v.pipe(
			v.picklist(['yes', 'no']),
			v.transform(said => said === 'yes'),
		),
	],
	'must be yes or no',
);

const fields = {
	database: v.optional(v.pipe(v.string(), v.minLength(1))),
	as: v.optional(v.pipe(v.string(), v.minLength(1))),
	zone: v.optional(v.pipe(v.string(), v.check(isZone, 'is not a time zone: name it as Europe/London'))),
	color: v.optional(v.boolean()),
	profile: v.optional(v.pipe(v.string(), v.minLength(1))),
	profiles: v.optional(v.pipe(v.string(), v.minLength(1))),
	roster: v.optional(v.pipe(v.string(), v.minLength(1))),
	responsibilities: v.optional(v.pipe(v.string(), v.minLength(1))),
	theme: v.optional(v.picklist(themeNames)),
	borders: v.optional(v.picklist(borderNames)),
	motion: v.optional(v.picklist(motionNames)),
	keys: v.optional(v.record(v.string(), v.array(v.string()))),
	notify: v.optional(v.picklist(['osc9', 'osc777'])),
	quietExercise: v.optional(v.boolean()),
	goneAfter: v.optional(v.pipe(v.number(), v.minValue(1, 'must be a second at least'))),
	mouse: v.optional(yesOrNo),
	sign: v.optional(yesOrNo),
};

const shape = v.strictObject(fields);

/** What a configuration file may say; a flag or an environment variable says it louder. */
export type Config = v.InferOutput<typeof shape>;

/** The file that is read when none is named: `$LOGGIST_CONFIG`, or `config.yaml` under `$XDG_CONFIG_HOME/loggist`. */
export const defaultConfig = ({env, home}: Pick<World, 'env' | 'home'>): string =>
	env['LOGGIST_CONFIG'] || path.join(env['XDG_CONFIG_HOME'] || path.join(home, '.config'), 'loggist', 'config.yaml');

const mend = `It may say ${Object.keys(fields).join(', ')}, each on a line as "zone: Europe/London".`;

/** Checks what a file says. Throws a UsageError that names the file, the line and the field. */
const checked = async (text: string, file: string): Promise<Config> => {
	// Loaded only when there is a file to read: it brings the YAML reader.
	const {checkSheet, readYaml, troubleText} = await import('../files/yaml.ts');
	const sheet = readYaml(text);
	const result = 'trouble' in sheet ? sheet : checkSheet(shape, sheet.value.data ?? {}, sheet.value);
	if ('trouble' in result) {
		throw new UsageError(troubleText(file, result.trouble), mend);
	}

	return result.value;
};

/** Reads the configuration that --config names, or the usual one if it is there. */
export const readConfig = async (named: string | undefined, world: World): Promise<Config> => {
	const file = named ?? defaultConfig(world);
	if (named === undefined && !existsSync(file)) {
		return {};
	}

	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown trouble';
		throw new UsageError(
			`${file} cannot be read (${code}).`,
			'Name another configuration file, or leave --config away.',
		);
	}

	return checked(text, file);
};

/** The flags with what the configuration adds where neither a flag nor the environment has spoken. */
export const withConfig = (flags: Flags, {database, as, zone, color}: Config, {env}: Pick<World, 'env'>): Flags => ({
	...flags,
	db: flags.db ?? (env['LOGGIST_DB'] ? undefined : database),
	as: flags.as ?? (env['LOGGIST_AS'] ? undefined : as),
	tz: flags.tz ?? zone,
	color: flags.color && color !== false,
});
