import * as v from 'valibot';
import {isRefusal, type Refusal, unreadable} from '../refusal.ts';
import type {Folder} from './index.ts';
import {notSo} from './rows.ts';
import {textIn} from './text-in.ts';

const optionalText = v.optional(v.nullable(v.string()));

const userSchema = v.object({
	id: v.string(),
	name: optionalText,
	real_name: optionalText,
	is_bot: v.optional(v.nullable(v.boolean())),
	profile: v.optional(v.nullable(v.object({real_name: optionalText, display_name: optionalText}))),
});

const channelSchema = v.object({id: v.string(), name: v.string()});

const messageSchema = v.object({
	type: optionalText,
	subtype: optionalText,
	user: optionalText,
	bot_id: optionalText,
	text: optionalText,
	ts: v.pipe(v.string(), v.regex(/^\d{1,12}\.\d{1,9}$/u, 'must be seconds since 1970, as "1780387500.000100"')),
	thread_ts: optionalText,
	edited: v.optional(v.unknown()),
	reactions: v.optional(v.nullable(v.array(v.object({name: v.string()})))),
	files: v.optional(v.nullable(v.array(v.object({name: optionalText, title: optionalText})))),
	user_profile: v.optional(v.nullable(v.object({real_name: optionalText}))),
});

export type SlackUser = v.InferOutput<typeof userSchema>;
export type SlackMessage = v.InferOutput<typeof messageSchema>;

/** A channel of the export, and the files of its days. */
export type SlackChannel = {
	readonly id: string;
	readonly name: string;
	/** Where the days lie: a folder of the export, or undefined for the folder that was named itself. */
	readonly folder: string | undefined;
	/** Their dates, oldest first: `2026-06-02`. */
	readonly days: readonly string[];
};

export type SlackExport = {
	readonly users: ReadonlyMap<string, SlackUser>;
	readonly channels: readonly SlackChannel[];
	/** What every channel is called, also those that are not in the export. */
	readonly channelNames: ReadonlyMap<string, string>;
};

const isDay = (file: string): boolean => /^\d{4}-\d\d-\d\d\.json$/u.test(file);

/** The list in a file, each thing checked against its shape; or which of them is not as it should be. */
export const listIn = <Schema extends v.GenericSchema>(
	bytes: Uint8Array,
	name: string,
	noun: string,
	schema: Schema,
): readonly v.InferOutput<Schema>[] | Refusal => {
	const text = textIn(bytes, name);
	if (typeof text !== 'string') {
		return text;
	}

	let list: unknown;
	try {
		list = JSON.parse(text);
	} catch (error) {
		return notSo(name, error instanceof Error ? error.message : 'it is not JSON', 'Export it anew.');
	}

	if (!Array.isArray(list)) {
		return notSo(name, 'it holds no list.', 'Name what the program of its origin exported.');
	}

	const found: v.InferOutput<Schema>[] = [];
	for (const [index, one] of list.entries()) {
		const result = v.safeParse(schema, one);
		if (!result.success) {
			const [issue] = result.issues;
			return notSo(
				`${name}, ${noun} ${index + 1}, ${v.getDotPath(issue) ?? noun}`,
				`${issue.message}.`,
				'Export it anew, or take that one out of the file.',
			);
		}

		found.push(result.output);
	}

	return found;
};

/** The messages of one day. */
export const messagesIn = (bytes: Uint8Array, name: string): readonly SlackMessage[] | Refusal =>
	listIn(bytes, name, 'message', messageSchema);

const listFrom = async <Schema extends v.GenericSchema>(
	folder: Folder,
	names: readonly string[],
	noun: string,
	schema: Schema,
): Promise<readonly v.InferOutput<Schema>[] | Refusal> => {
	const there = await folder.files();
	const found: v.InferOutput<Schema>[] = [];
	for (const name of names.filter(one => there.includes(one))) {
		const list = listIn(await folder.read(name), name, noun, schema);
		if (isRefusal(list)) {
			return list;
		}

		found.push(...list);
	}

	return found;
};

/** Looks through an unpacked export, or through the folder of one of its channels; reads no messages yet. */
export const slackExportIn = async (folder: Folder, name: string): Promise<SlackExport | Refusal> => {
	const files = await folder.files();
	const isChannel = files.some(file => isDay(file));
	const root = isChannel && !files.includes('users.json') ? await folder.above() : folder;
	const users = await listFrom(root, ['users.json'], 'user', userSchema);
	if (isRefusal(users)) {
		return users;
	}

	const named = await listFrom(root, ['channels.json', 'groups.json', 'mpims.json'], 'channel', channelSchema);
	if (isRefusal(named)) {
		return named;
	}

	const idOf = new Map(named.map(one => [one.name, one.id]));
	const channelOf = async (called: string, inside: string | undefined): Promise<SlackChannel> => ({
		id: idOf.get(called) ?? called,
		name: called,
		folder: inside,
		days: (await folder.files(inside))
			.filter(file => isDay(file))
			.map(file => file.slice(0, 10))
			.toSorted(),
	});
	const channels = isChannel
		? [await channelOf(name, undefined)]
		: await Promise.all(folder.folders.map(async one => channelOf(one, one)));
	if (!channels.some(one => one.days.length > 0)) {
		return unreadable(
			`${name} is no Slack export: there is no folder in it with days as 2026-06-02.json.`,
			'Nothing was written. Name the folder that holds users.json, or the folder of a channel in it.',
		);
	}

	return {
		users: new Map(users.map(one => [one.id, one])),
		channels: channels.filter(one => one.days.length > 0),
		channelNames: new Map(named.map(one => [one.id, one.name])),
	};
};
