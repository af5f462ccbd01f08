import {createHash} from 'node:crypto';
import {existsSync, readdirSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {type Library, ownLibrary} from '../library.ts';
import {own} from '../own.ts';
import {profiles} from '../profiles/index.ts';
import type {Profile} from '../profile.ts';
import type {ResponsibilitiesFile} from '../files/responsibilities-file.ts';
import type {Citation} from '../responsibilities/shape.ts';
import type {Shell, World} from './shell.ts';

type Places = Pick<Shell, 'world' | 'settings'>;

const configFolder = ({env, home}: Pick<World, 'env' | 'home'>): string =>
	path.join(env['XDG_CONFIG_HOME'] || path.join(home, '.config'), 'loggist');

/** Where doctrines of one's own are looked for, one a file: `acme.yaml`. */
export const profileFolder = ({world, settings}: Places): string =>
	settings.profiles ?? path.join(configFolder(world), 'profiles');

/** Where the roster is looked for: the file that the configuration names, else the usual one. */
export const rosterFile = ({world, settings}: Places): string => {
	const folder = configFolder(world);
	const csv = path.join(folder, 'roster.csv');
	return settings.roster ?? (existsSync(csv) ? csv : path.join(folder, 'roster.yaml'));
};

/** What a file says, or why it cannot be read. */
const contents = async (
	file: string,
): Promise<{readonly text: string; readonly sha256: string} | {readonly trouble: string}> => {
	try {
		const bytes = await readFile(file);
		return {
			text: new TextDecoder('utf-8', {fatal: true}).decode(bytes),
			sha256: createHash('sha256').update(bytes).digest('hex'),
		};
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'it is not UTF-8 text';
		return {trouble: `${file} cannot be read (${code}).`};
	}
};

/** One doctrine from a file; trouble says file, line, field and what was expected. */
export const profileFrom = async (
	file: string,
	known: Readonly<Record<string, Profile>>,
): Promise<{readonly profile: Profile} | {readonly trouble: string}> => {
	const found = await contents(file);
	if ('trouble' in found) {
		return found;
	}

	// Loaded only when there is a file to read: it brings the YAML reader.
	const [{readProfile}, {troubleText}] = await Promise.all([
		import('../files/profile-file.ts'),
		import('../files/yaml.ts'),
	]);
	const checked = readProfile(found.text, known);
	return 'trouble' in checked ? {trouble: troubleText(file, checked.trouble)} : {profile: checked.value};
};

/** The roster from a file; trouble says file, line, field and what was expected. */
export const rosterFrom = async (
	file: string,
): Promise<{readonly roster: NonNullable<Library['roster']>} | {readonly trouble: string}> => {
	const found = await contents(file);
	if ('trouble' in found) {
		return found;
	}

	const [{readRoster}, {troubleText}] = await Promise.all([
		import('../files/roster-file.ts'),
		import('../files/yaml.ts'),
	]);
	const checked = readRoster(found.text, path.basename(file));
	return 'trouble' in checked ? {trouble: troubleText(file, checked.trouble)} : {roster: checked.value};
};

/** Where the responsibilities are looked for: the file that the configuration names, else the usual one. */
export const responsibilitiesFile = ({world, settings}: Places): string =>
	settings.responsibilities ?? path.join(configFolder(world), 'responsibilities.yaml');

/** A responsibilities file as read, with what a log cites of it. */
export type FoundResponsibilities = ResponsibilitiesFile & {readonly file: string; readonly citation: Citation};

/** Responsibilities from a file; trouble says file, line, field and what was expected. */
export const responsibilitiesFrom = async (
	file: string,
): Promise<{readonly found: FoundResponsibilities} | {readonly trouble: string}> => {
	const read = await contents(file);
	if ('trouble' in read) {
		return read;
	}

	const [{readResponsibilities}, {troubleText}] = await Promise.all([
		import('../files/responsibilities-file.ts'),
		import('../files/yaml.ts'),
	]);
	const checked = readResponsibilities(read.text);
	if ('trouble' in checked) {
		return {trouble: troubleText(file, checked.trouble)};
	}

	const {title, version} = checked.value.matrix;
	const citation = {source: path.basename(file), title, version, sha256: read.sha256};
	return {found: {...checked.value, file, citation}};
};

/** The responsibilities of this machine: undefined where no file was named and the usual one is not there. */
export const ownResponsibilities = async (shell: Places) => {
	const file = responsibilitiesFile(shell);
	// A file that was named must be there; the usual one may be.
	return shell.settings.responsibilities !== undefined || existsSync(file) ? responsibilitiesFrom(file) : undefined;
};

/** Everything that the files of this machine say. A file that cannot be used is named in `troubles`; the rest counts. */
export const libraryOf = async (shell: Places): Promise<Library> => {
	const folder = profileFolder(shell);
	const roster = rosterFile(shell);
	const troubles: Record<string, string> = {};
	const found: Record<string, Profile> = {...profiles};
	const files = existsSync(folder)
		? readdirSync(folder)
				.filter(name => /\.ya?ml$/iu.test(name))
				.toSorted()
		: [];
	for (const name of files) {
		const read = await profileFrom(path.join(folder, name), found);
		if ('trouble' in read) {
			troubles[name.replace(/\.ya?ml$/iu, '')] = read.trouble;
		} else {
			found[read.profile.name] = read.profile;
		}
	}

	// A roster that was named must be there; the usual one may be.
	const called = shell.settings.roster !== undefined || existsSync(roster) ? await rosterFrom(roster) : undefined;
	if (called !== undefined && 'trouble' in called) {
		troubles['roster'] = called.trouble;
	}

	const responsibilities = await ownResponsibilities(shell);
	if (responsibilities !== undefined && 'trouble' in responsibilities) {
		troubles['responsibilities'] = responsibilities.trouble;
	}

	const {profile: preferred} = shell.settings;
	if (preferred !== undefined && own(found, preferred) === undefined) {
		troubles[preferred] ??= `There is no doctrine ${preferred} in ${folder}.`;
	}

	return {
		...ownLibrary,
		profiles: found,
		preferred: preferred !== undefined && own(found, preferred) !== undefined ? preferred : undefined,
		roster: called !== undefined && 'roster' in called ? called.roster : undefined,
		responsibilities:
			responsibilities !== undefined && 'found' in responsibilities ? responsibilities.found.citation : undefined,
		troubles,
	};
};
