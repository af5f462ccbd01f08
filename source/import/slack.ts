import {createHash} from 'node:crypto';
import type {Board} from '../board.ts';
import {importOf} from '../duties/record/state.ts';
import {entriesOf} from '../fold.ts';
import type {Situation} from '../propose.ts';
import {isRefusal, type Refusal, unreadable} from '../refusal.ts';
import {clockTime, dayAndTime, hour, type Instant, instantOf, later, minute} from '../time.ts';
import type {Choice, Imported, Material} from './index.ts';
import {importRows, noteOf, voiceOf} from './rows.ts';
import {messagesIn, type SlackChannel, type SlackExport, slackExportIn, type SlackMessage} from './slack-export.ts';
import {type Names, slackText} from './slack-text.ts';
import type {ImportRow} from './write.ts';
import {voices} from '../voices.ts';

type Message = SlackMessage & {readonly channel: SlackChannel; readonly where: string; readonly at: Instant};

/** Kinds of message that a person wrote. All others tell of joining, of leaving, of bots, of settings. */
const spoken: ReadonlySet<string> = new Set(['thread_broadcast', 'me_message', 'file_share', 'reply_broadcast']);

const isByPerson = ({type, subtype, bot_id: bot, user}: SlackMessage, {users}: SlackExport): boolean =>
	(type ?? 'message') === 'message' &&
	!bot &&
	(!subtype || spoken.has(subtype)) &&
	user !== 'USLACKBOT' &&
	users.get(user ?? '')?.is_bot !== true;

/** A little before the incident began, a little after it ended. */
const before = 10 * minute;
const after = 30 * minute;

/** From when to when, where neither times nor a reaction say what is meant. */
const aroundIncident = (board: Board, now: Instant): {readonly since: Instant; readonly until: Instant} => {
	// What an import brought must not move the beginning: the next import would reach back further.
	const began = entriesOf(board)
		.filter(entry => importOf(board.record, entry) === undefined)
		.map(entry => entry.occurredAt)
		.reduce((first, one) => (one < first ? one : first), now);
	const {closedAt} = board.declaration;
	return {since: later(began, -before), until: closedAt === undefined ? now : later(closedAt, after)};
};

type Window = Pick<Choice, 'since' | 'until'>;

const windowOf = (choice: Choice, board: Board, now: Instant): Window =>
	choice.since === undefined && choice.until === undefined && choice.reaction === undefined
		? aroundIncident(board, now)
		: choice;

/** Whether a day of Slack, which is one of the workspace's own zone, may hold anything of the window. */
const mayHold = (day: string, {since, until}: Window): boolean => {
	const start = `${day}T00:00:00.000Z`;
	return (
		(since === undefined || later(start, 48 * hour) >= since) &&
		(until === undefined || later(start, -24 * hour) <= until)
	);
};

const callName = (user: {readonly [Name in 'name' | 'real_name']?: string | null | undefined}): string | undefined =>
	user.real_name || user.name || undefined;

const nameOfUser = ({users}: SlackExport, id: string): string => {
	const user = users.get(id);
	return (
		user?.profile?.real_name || (user === undefined ? undefined : callName(user)) || user?.profile?.display_name || id
	);
};

/** What a message says, as one entry; undefined where it says nothing in words. */
const wordsOf = (message: Message, names: Names, zone: string): string | undefined => {
	const {text, files, thread_ts: thread, ts, edited} = message;
	const said = [
		slackText(text ?? '', names).trim(),
		...(files ?? []).map(one => `[file: ${one.name || one.title || 'without a name'}]`),
	].filter(Boolean);
	if (said.length === 0) {
		return undefined;
	}

	const isReply = thread && thread !== ts && /^\d{1,12}\.\d+$/u.test(thread);
	const reply = isReply ? `(in the thread of ${clockTime(momentOf(thread), zone)}) ` : '';
	return `${reply}${said.join(' ')}${edited ? ' (edited)' : ''}`;
};

/** Seconds since 1970 in decimals, as a moment; what is finer than a millisecond is cut off. */
const momentOf = (ts: string): Instant => instantOf(Math.floor(Number(ts) * 1000 + 0.0005));

type Read = {
	readonly messages: readonly Message[];
	readonly sha256: string;
};

/** Reads the days that may hold what is meant, one after another. */
const readDays = async (
	{channels}: SlackExport,
	folderRead: (name: string, folder?: string) => Promise<Uint8Array>,
	window: Window,
	progress: Material['progress'],
): Promise<Read | Refusal> => {
	const digest = createHash('sha256');
	const messages: Message[] = [];
	const days = channels.flatMap(channel =>
		channel.days.filter(day => mayHold(day, window)).map(day => ({channel, day})),
	);
	for (const [index, {channel, day}] of days.entries()) {
		progress(index, days.length);
		const file = `${day}.json`;
		const name = channel.folder === undefined ? file : `${channel.folder}/${file}`;
		const bytes = await folderRead(file, channel.folder);
		const found = messagesIn(bytes, name);
		if (isRefusal(found)) {
			return found;
		}

		digest.update(`${name}\n${bytes.length}\n`).update(bytes);
		messages.push(
			...found.map((one, place) => ({
				...one,
				channel,
				where: `${name}, message ${place + 1}`,
				at: momentOf(one.ts),
			})),
		);
	}

	return {messages, sha256: digest.digest('hex')};
};

/** Each message once: a reply that was shown in the channel too stands there twice. */
const onceEach = (messages: readonly Message[]): readonly Message[] => [
	...new Map(messages.map(one => [`${one.channel.id}/${one.ts}`, one])).values(),
];

const rowsOf = (
	messages: readonly Message[],
	exported: SlackExport,
	{board, zone}: Situation,
): readonly ImportRow[] => {
	const names: Names = {
		user: id => nameOfUser(exported, id),
		channel: id => exported.channelNames.get(id),
	};
	return messages.flatMap(message => {
		const text = wordsOf(message, names, zone);
		const name = message.user ? nameOfUser(exported, message.user) : undefined;
		const called = name === message.user ? (message.user_profile?.real_name ?? name) : name;
		return text === undefined
			? []
			: [
					{
						where: message.where,
						id: `${message.channel.id}/${message.ts}`,
						occurredAt: message.at,
						by: voiceOf(board.staffing, called || voices.slack),
						decide: noteOf(text),
					},
				];
	});
};

/** Who spoke and is nobody that the export tells of: their ids stand in the log as they are. */
const strangersAmong = (messages: readonly Message[], exported: SlackExport): readonly string[] =>
	[
		...new Set(
			messages.flatMap(({user, user_profile: profile}) =>
				user && nameOfUser(exported, user) === user && !profile?.real_name ? [user] : [],
			),
		),
	].toSorted();

/** Takes in what people said in Slack. */
export const importSlack = async (material: Material): Promise<Imported | Refusal> => {
	const folder = await material.folder();
	const exported = await slackExportIn(folder, material.name);
	if (isRefusal(exported)) {
		return exported;
	}

	const desk = await material.deskOn();
	const situation = desk.situation();
	const choice = material.choice(situation);
	const wanted = choice.channel?.replace(/^#/u, '');
	const channels = exported.channels.filter(one => wanted === undefined || one.name === wanted || one.id === wanted);
	if (channels.length === 0) {
		return unreadable(
			`There is no channel ${wanted ?? ''} in ${material.name}.`,
			`Nothing was written. There is ${exported.channels.map(one => one.name).join(', ')}.`,
		);
	}

	const window = windowOf(choice, desk.board(), situation.now);
	const read = await readDays({...exported, channels}, folder.read, window, material.progress);
	if (isRefusal(read)) {
		return read;
	}

	const isMeant = ({at, reactions}: Message): boolean =>
		(window.since === undefined || at >= window.since) &&
		(window.until === undefined || at <= window.until) &&
		(choice.reaction === undefined || (reactions ?? []).some(one => one.name === choice.reaction));
	const meant = onceEach(read.messages.filter(one => isMeant(one)));
	const byPeople = meant.filter(one => isByPerson(one, exported));
	const left = meant.length - byPeople.length;
	const strangers = strangersAmong(byPeople, exported);
	const spelt = (moment = situation.now): string => dayAndTime(moment, situation.zone);
	return importRows(material, 'slack', read.sha256, (_, on) => ({
		rows: rowsOf(
			byPeople.toSorted((a, b) => (a.at === b.at ? (a.ts < b.ts ? -1 : 1) : a.at < b.at ? -1 : 1)),
			exported,
			on,
		),
		notices: [
			...(window === choice
				? []
				: [
						`Meant is what was said from ${spelt(window.since)} to ${spelt(window.until)}: --since and --until, or --reaction, choose otherwise.`,
					]),
			...(strangers.length === 0
				? []
				: [
						`Not in users.json, and so called by what Slack calls them: ${strangers.slice(0, 5).join(', ')}${strangers.length > 5 ? ` and ${strangers.length - 5} more` : ''}.`,
					]),
			...(left === 0 ? [] : [`${left} messages of bots, of joining and of leaving were left out.`]),
		],
	}));
};
