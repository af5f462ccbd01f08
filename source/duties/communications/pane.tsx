import type {Board} from '../../board.ts';
import type {ListPane, PaneRow} from '../../looks/list-pane.tsx';
import {type Cell, stateCell} from '../../looks/cell.ts';
import type {Tone} from '../../looks/theme.ts';
import {inBrief, type Instant, minute, timeFrom, timeLeft} from '../../time.ts';
import {because} from '../../words.ts';
import {isRunning} from '../declaration/state.ts';
import {briefName, incidentManager} from '../staffing/state.ts';
import {
	type Audience,
	type Channel,
	lastMessage,
	lastUpdate,
	type Message,
	nextUpdate,
	partyName,
	type Told,
	waitingMessages,
} from './state.ts';

/** Room for `told 22 Jun` and `12m late`, and for the name of what the row is about. */
const stateWidth = 12;
const timeWidth = stateWidth - 'sent '.length - 1;
const nameWidth = 13;
const refWidth = 4;
/** Of what is only remembered, so many of the newest. */
const remembered = 5;

const lead = (state: string, tone: Tone, name: string): readonly Cell[] => [
	stateCell(state, tone, stateWidth),
	{text: `${name} `, tone: 'strong', width: nameWidth},
];

const messageRow = ({staffing}: Board, {ref, status, audience, text, channel, draftedBy}: Message): PaneRow => {
	const agree = {label: 'agreed', line: incidentManager(staffing) === undefined ? `agree ${ref} @` : `agree ${ref}`};
	return {
		key: ref,
		lead: lead(status === 'draft' ? 'to agree' : 'to send', status === 'draft' ? 'warn' : 'advise', ref),
		text: `${partyName(audience)}${channel === undefined ? '' : ` by ${channel}`}: ${text} (${briefName(staffing, draftedBy)})`,
		title: `${ref} for ${partyName(audience)}`,
		offers: [
			...(status === 'draft' ? [agree] : []),
			{label: 'sent', line: `send ${ref}`},
			{label: 'change the text', line: `redraft ${ref} `},
			{label: 'withdraw', line: `withdraw ${ref}`},
		],
	};
};

/** An audience with the time that is left; late only while the team stands. */
const audienceRow = (board: Board, audience: Audience, now: Instant): PaneRow => {
	const {name, minutes, briefer} = audience;
	const due = isRunning(board.declaration) ? nextUpdate(audience) : undefined;
	const isMissed = due !== undefined && due <= now;
	const last = lastUpdate(audience);
	return {
		key: `audience ${name}`,
		lead: lead(due === undefined ? '' : timeLeft(due, now), isMissed ? 'urgent' : 'plain', partyName(name)),
		text: [
			...(isMissed ? ['update missed'] : []),
			...(minutes === undefined ? [] : [`every ${inBrief(minutes * minute)}`]),
			...(briefer === undefined ? [] : [`by ${briefName(board.staffing, briefer)}`]),
			...(last === undefined ? [] : [`last ${timeFrom(now, last.at, board.declaration.zone)} ${last.text}`]),
		].join(' · '),
		...(isMissed ? {tone: 'warn'} : {}),
		title: `Audience ${partyName(name)}`,
		offers: [
			{label: 'updated', line: `update ${name} `},
			{label: 'draft a message', line: `message audience:${name} `},
			{label: 'set the cadence', line: `audience ${name} `},
		],
	};
};

const channelRow = ({name, means, isPrivate, purpose}: Channel): PaneRow => ({
	key: `channel ${name}`,
	lead: lead(means ?? 'channel', 'quiet', name),
	text: [...(isPrivate ? ['private'] : []), ...(purpose === undefined ? [] : [purpose])].join(' · '),
	title: `Channel ${name}`,
	offers: [
		{label: 'draft a message for it', line: `message channel:${name} `},
		{label: 'close it', line: `channelclose ${name}`},
	],
});

const sentRow = ({declaration}: Board, {ref, audience, sendings, text}: Message, now: Instant): PaneRow => ({
	key: ref,
	lead: lead(`sent ${timeFrom(now, sendings.at(-1)?.at ?? now, declaration.zone, timeWidth)}`, 'quiet', ref),
	text: `${partyName(audience)}: ${text}`,
	tone: 'quiet',
	title: `${ref} for ${partyName(audience)}`,
	offers: [{label: 'send it by another channel', line: `send ${ref} `}],
});

const toldRow = ({declaration, staffing}: Board, {party, at, by, text, entry}: Told, now: Instant): PaneRow => ({
	key: `told ${entry}`,
	lead: lead(`told ${timeFrom(now, at, declaration.zone, timeWidth)}`, 'quiet', partyName(party)),
	text: `${text ?? ''} (${briefName(staffing, by)})`.trim(),
	tone: 'quiet',
	title: `${partyName(party)} told`,
	offers: [{label: 'told again', line: `told ${party} `}],
});

/** Soonest first; those without a time last, in their order. */
const byDue = (audiences: readonly Audience[]): readonly Audience[] =>
	audiences
		.map(audience => ({audience, due: nextUpdate(audience) ?? '9999'}))
		.toSorted((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1))
		.map(one => one.audience);

/** What waits, audiences by their next update, channels, and who was told last. */
export const communicationsPane: ListPane = {
	title({communications, declaration}, now) {
		const waiting = waitingMessages(communications).length;
		const missed = isRunning(declaration)
			? communications.audiences.filter(one => (nextUpdate(one) ?? '9999') <= now).length
			: 0;
		return [
			'Communications',
			...(waiting === 0 ? [] : [`${waiting} waiting`]),
			...(missed === 0 ? [] : [`${missed} missed`]),
		].join(' · ');
	},
	empty: 'None yet: /message exact text audience:customers',
	rows(board, now) {
		const {communications} = board;
		const waiting = waitingMessages(communications);
		const last = lastMessage(communications);
		return [
			// A draft is further from going out than an agreed text.
			...waiting.filter(one => one.status === 'draft'),
			...waiting.filter(one => one.status === 'agreed'),
		]
			.map(one => messageRow(board, one))
			.concat(
				byDue(communications.audiences).map(one => audienceRow(board, one, now)),
				communications.channels.filter(one => one.closedAt === undefined).map(channelRow),
				last === undefined ? [] : [sentRow(board, last, now)],
				communications.told
					.slice(-remembered)
					.toReversed()
					.map(one => toldRow(board, one, now)),
			);
	},
};

/** Who agreed to the exact text, and when. */
const agreement = ({staffing, declaration}: Board, {agreedBy, agreedAt}: Message, now: Instant): string =>
	agreedBy === undefined || agreedAt === undefined
		? ''
		: ` · agreed by ${briefName(staffing, agreedBy)} ${timeFrom(now, agreedAt, declaration.zone)}`;

const withdrawnRow = ({ref, audience, text, reason}: Message): PaneRow => ({
	key: ref,
	lead: lead('withdrawn', 'quiet', ref),
	text: `${partyName(audience)}: ${text}${because(reason)}`,
	tone: 'quiet',
	title: `${ref} for ${partyName(audience)}`,
	offers: [{label: 'draft it anew', line: `message audience:${audience} `}],
});

const sentLast = ({sendings}: Message): Instant => sendings.at(-1)?.at ?? '';

/** Every message and how far it has come: those to agree, those to send, then what went out, newest first. */
export const messagesPane: ListPane = {
	title({communications: {messages}}) {
		const count = (status: Message['status']) => messages.filter(one => one.status === status).length;
		return [
			'Messages',
			...(count('draft') === 0 ? [] : [`${count('draft')} to agree`]),
			...(count('agreed') === 0 ? [] : [`${count('agreed')} to send`]),
		].join(' · ');
	},
	empty: 'None yet: /message exact text audience:customers',
	rows(board, now) {
		const of = (status: Message['status']) => board.communications.messages.filter(one => one.status === status);
		const told = (row: PaneRow, one: Message): PaneRow => ({
			...row,
			// Refs are shorter than the names of audiences.
			lead: row.lead.map((cell, index) => (index === 0 ? cell : {...cell, width: refWidth})),
			text: `${row.text}${agreement(board, one, now)}`,
		});
		return [
			...[...of('draft'), ...of('agreed')].map(one => told(messageRow(board, one), one)),
			...of('sent')
				.toSorted((one, other) => (sentLast(one) < sentLast(other) ? 1 : sentLast(one) > sentLast(other) ? -1 : 0))
				.map(one => told(sentRow(board, one, now), one)),
			...of('withdrawn')
				.toReversed()
				.map(one => told(withdrawnRow(one), one)),
		];
	},
};

/** Who is kept informed, how often and by whom: the update that is due first on top. */
export const cadencePane: ListPane = {
	title({communications, declaration}, now) {
		const {audiences} = communications;
		const missed = isRunning(declaration) ? audiences.filter(one => (nextUpdate(one) ?? '9999') <= now).length : 0;
		// The team hears it from each other.
		const loose = audiences.filter(one => one.briefer === undefined && one.name !== 'team').length;
		return [
			'Updates',
			...(missed === 0 ? [] : [`${missed} missed`]),
			...(loose === 0 ? [] : [`${loose} without a briefer`]),
		].join(' · ');
	},
	empty: 'Nobody yet: /audience customers every:30m @who',
	rows: (board, now) => byDue(board.communications.audiences).map(one => audienceRow(board, one, now)),
};

/** Where people talk, and in the title how many of those places are private. */
export const channelsPane: ListPane = {
	title({communications: {channels}}) {
		const open = channels.filter(one => one.closedAt === undefined);
		return `Channels ${open.length} · private ${open.filter(one => one.isPrivate).length}`;
	},
	empty: 'None yet: /channel name chat private:yes',
	rows: ({communications: {channels}}) => channels.filter(one => one.closedAt === undefined).map(channelRow),
};
