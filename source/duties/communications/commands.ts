import {type Board, nextRef} from '../../board.ts';
import {
	type Command,
	command,
	key,
	keyChoice,
	keyRef,
	messageRef,
	next,
	optional,
	person,
	reason,
	text,
	word,
} from '../../command.ts';
import {readAmount} from '../../language/when/amount.ts';
import {isRefusal, type Refusal, refuse} from '../../refusal.ts';
import {hour, inBrief, minute} from '../../time.ts';
import {withReason} from '../../words.ts';
import {holders, incidentManager, nameOf} from '../staffing/state.ts';
import {type Means, means} from './events.ts';
import {
	audienceNamed,
	isAgreedByManager,
	isWaiting,
	type Message,
	messageNamed,
	nameTyped,
	needsRereading,
	openChannel,
} from './state.ts';

/** The name as it is kept, or why it is none. */
const named = (typed: string): string | Refusal =>
	nameTyped(typed) ??
	refuse(`${typed} is no name.`, 'A name is one word of letters, digits, dots and hyphens, as status-page.');

const namedIfAny = (typed: string | undefined): string | Refusal | undefined =>
	typed === undefined ? undefined : named(typed);

const isRefused = (answer: string | Refusal | undefined): answer is Refusal => typeof answer === 'object';

const found = ({communications}: Board, ref: string): Message | Refusal => {
	const message = messageNamed(communications, ref);
	if (message === undefined) {
		return refuse(`There is no message ${ref} now.`, 'It may have been struck; the log tells.');
	}

	return message.status === 'withdrawn' ? refuse(`${ref} is withdrawn.`, 'Draft a new one: message …') : message;
};

/** The message while it is not out. */
const unsent = (board: Board, ref: string): Message | Refusal => {
	const message = found(board, ref);
	return isRefusal(message) || isWaiting(message)
		? message
		: refuse(
				`${ref} is sent already: what is out is not taken back.`,
				`Put it right with a new one: message … audience:${message.audience}.`,
			);
};

const message = command({
	verb: 'message',
	label: 'MESSAGE',
	summary: 'Draft a message in its exact text, for users unless another audience is named',
	example: 'message Some card payments fail. Next update by 11:30. audience:customers channel:status-page',
	afterClosing: true,
	isVerbatim: true,
	fields: {
		text: text('exact text'),
		audience: optional(key('audience')('who is to read it')),
		action: optional(keyRef('for', 'A')('action it tells of')),
		channel: optional(key('channel')('by what')),
	},
	decide(board, input) {
		const audience = named(input.audience ?? 'users');
		const channel = namedIfAny(input.channel);
		if (isRefused(audience)) {
			return audience;
		}

		if (isRefused(channel)) {
			return channel;
		}

		return [
			{
				kind: 'message-drafted',
				ref: nextRef(board, 'M'),
				text: input.text,
				audience,
				...(channel === undefined ? {} : {channel}),
				...(input.action === undefined ? {} : {action: input.action}),
			},
		];
	},
});

const redraft = command({
	verb: 'redraft',
	label: 'NEW TEXT',
	summary: 'Change the text of a message that is not sent; an agreement to the old text lapses',
	example: 'redraft M1 Some card payments fail. Next update by 12:00.',
	afterClosing: true,
	isVerbatim: true,
	fields: {ref: messageRef('message'), text: text('exact text')},
	decide(board, input) {
		const before = unsent(board, input.ref);
		if (isRefusal(before)) {
			return before;
		}

		return before.text === input.text
			? refuse(`That is the text of ${input.ref} already.`, `To have it agreed: agree ${input.ref}.`)
			: [{kind: 'message-redrafted', ref: input.ref, text: input.text}];
	},
});

/** Who agrees or clears: whoever is named, the speaker where they are in command, or whoever is. */
const authority = ({staffing}: Board, called: string | undefined, by: string, verb: string): string | Refusal => {
	const speaker = holders(staffing, 'im').find(one => one.person === by)?.person;
	return (
		called ??
		speaker ??
		incidentManager(staffing) ??
		refuse('Nobody is in command.', `Appoint an Incident Manager (assign im @name), or say who: ${verb} @name.`)
	);
};

const agree = command({
	verb: 'agree',
	label: 'AGREED',
	summary: 'Record that the Incident Manager, or whoever is named, agrees to the exact text of a message',
	example: 'agree M1',
	afterClosing: true,
	fields: {ref: messageRef('message'), person: optional(person('who agrees'))},
	decide(board, input, {by, profile}) {
		const one = found(board, input.ref);
		if (isRefusal(one)) {
			return one;
		}

		const who = authority(board, input.person, by, `agree ${input.ref}`);
		if (isRefused(who)) {
			return who;
		}

		if (one.agreedBy !== who) {
			return [{kind: 'message-agreed', ref: input.ref, person: who}];
		}

		const {assignments} = board.staffing;
		const isReread = needsRereading(one, profile.minutes.draft);
		// Who agreed before taking command agrees anew as Incident Manager.
		const isInCommandNow = holders(board.staffing, 'im').some(({person: manager}) => manager === who);
		if (!isReread && (isAgreedByManager(one, assignments) || !isInCommandNow)) {
			return refuse(
				`${nameOf(board.staffing, who)} has agreed to ${input.ref} already.`,
				one.status === 'sent' ? 'Nothing is left to record.' : `Send it: send ${input.ref}.`,
			);
		}

		return [{kind: 'message-agreed', ref: input.ref, person: who, ...(isReread ? {isReread} : {})}];
	},
});

const send = command({
	verb: 'send',
	label: 'SENT',
	summary: 'Record that a message went out; by further channels too',
	example: 'send M1 channel:status-page',
	afterClosing: true,
	fields: {ref: messageRef('message'), channel: optional(key('channel')('by what'))},
	decide(board, input) {
		const one = found(board, input.ref);
		if (isRefusal(one)) {
			return one;
		}

		const channel = namedIfAny(input.channel) ?? one.channel;
		if (isRefused(channel)) {
			return channel;
		}

		return one.sendings.some(sending => sending.channel === channel)
			? refuse(
					`${input.ref} went out${channel === undefined ? '' : ` by ${channel}`} already.`,
					`To send it another way too: send ${input.ref} channel:email.`,
				)
			: [{kind: 'message-sent', ref: input.ref, ...(channel === undefined ? {} : {channel})}];
	},
});

const withdraw = command({
	verb: 'withdraw',
	label: 'WITHDRAWN',
	summary: 'Give up a message that is not sent',
	example: 'withdraw M1 because the facts have moved',
	afterClosing: true,
	fields: {ref: messageRef('message'), reason: optional(reason('why'))},
	decide(board, input) {
		const one = unsent(board, input.ref);
		return isRefusal(one) ? one : [{kind: 'message-withdrawn', ref: input.ref, ...withReason(input.reason)}];
	},
});

/** The means that the text begins with, and what is left of it. */
const meansIn = (typed: string | undefined): {readonly means?: Means; readonly purpose?: string} => {
	const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/su.exec(typed ?? '') ?? [];
	const how = means.find(one => one === first.toLowerCase());
	const purpose = how === undefined ? typed : rest;
	return {
		...(how === undefined ? {} : {means: how}),
		...(purpose === undefined || purpose === '' ? {} : {purpose}),
	};
};

const channel = command({
	verb: 'channel',
	label: 'CHANNEL',
	summary: 'Open a channel: its name, chat, call, phone, email, page or radio, and what it is for or where',
	example: 'channel bridge call private:yes for the responders, every hour',
	fields: {
		channel: word('name'),
		// The means is the text's first word: a word of its own could not be left out before private:yes.
		purpose: optional(text(`${means.join('|')}, what for`)),
		isPrivate: optional(keyChoice('private', {yes: 'yes', no: 'no'})('only for the team')),
	},
	decide(board, input) {
		const name = named(input.channel);
		if (isRefused(name)) {
			return name;
		}

		return openChannel(board.communications, name) === undefined
			? [{kind: 'channel-opened', channel: name, isPrivate: input.isPrivate === 'yes', ...meansIn(input.purpose)}]
			: refuse(`${name} is open already.`, `Choose another name, or close it first: channelclose ${name}.`);
	},
});

const channelClose = command({
	verb: 'channelclose',
	label: 'CHANNEL CLOSED',
	summary: 'Close a channel',
	example: 'channelclose bridge because the team is stood down',
	afterClosing: true,
	fields: {channel: word('name'), reason: optional(reason('why'))},
	decide({communications}, input) {
		const name = named(input.channel);
		if (isRefused(name)) {
			return name;
		}

		const open = communications.channels.filter(one => one.closedAt === undefined).map(one => one.name);
		return open.includes(name)
			? [{kind: 'channel-closed', channel: name, ...withReason(input.reason)}]
			: refuse(
					`No channel ${name} is open.`,
					open.length === 0 ? `Open one: channel ${name} chat.` : `Open is ${open.join(', ')}.`,
				);
	},
});

const longest = 31 * 24 * hour;

/** Minutes between updates, 0 for none, or why the word is no cadence. */
const cadence = (typed: string): number | Refusal => {
	if (/^(?:none|never|no)$/iu.test(typed)) {
		return 0;
	}

	const milliseconds = readAmount(typed.toLowerCase())?.milliseconds ?? 0;
	return milliseconds >= minute && milliseconds <= longest
		? milliseconds / minute
		: refuse(`every:${typed} is no cadence.`, 'Write every:30m, every:1h or every:1h30; every:none ends it.');
};

const audience = command({
	verb: 'audience',
	label: 'AUDIENCE',
	summary: 'Say who is kept informed, how often, and who briefs them',
	example: 'audience customers every:30m @mia',
	fields: {
		audience: word('who'),
		every: optional(key('every')('how often')),
		briefer: optional(person('who briefs them')),
	},
	decide({communications, staffing}, input, {profile}) {
		const name = named(input.audience);
		if (isRefused(name)) {
			return name;
		}

		// An audience that comes up for the first time has the cadence that the doctrine names for it.
		const proposed =
			audienceNamed(communications, name) === undefined
				? profile.cadences.find(one => one.audience === name)?.minutes
				: undefined;
		const minutes = input.every === undefined ? proposed : cadence(input.every);
		if (typeof minutes === 'object') {
			return minutes;
		}

		const known = audienceNamed(communications, name);
		const isSame =
			known !== undefined &&
			(minutes === undefined || minutes === (known.minutes ?? 0)) &&
			(input.briefer === undefined || input.briefer === known.briefer);
		const told = [
			known?.minutes === undefined ? 'no cadence' : `every ${inBrief(known.minutes * minute)}`,
			...(known?.briefer === undefined ? [] : [`briefed by ${nameOf(staffing, known.briefer)}`]),
		].join(', ');
		return isSame
			? refuse(`That is on record already: ${name}, ${told}.`, `To change it: audience ${name} every:30m @name.`)
			: [
					{
						kind: 'audience-set',
						audience: name,
						...(minutes === undefined ? {} : {minutes}),
						...(input.briefer === undefined ? {} : {briefer: input.briefer}),
					},
				];
	},
});

const update = command({
	verb: 'update',
	label: 'UPDATE',
	summary: 'Record what an audience was told, by whatever means, and when they hear next',
	example: 'update customers the payment page is back for half of them next 12:00',
	afterClosing: true,
	fields: {audience: word('who'), text: text('what they were told'), next: optional(next('next update'))},
	decide(_, input) {
		const name = named(input.audience);
		return isRefused(name)
			? name
			: [
					{
						kind: 'audience-updated',
						audience: name,
						text: input.text,
						...(input.next === undefined ? {} : {next: input.next}),
					},
				];
	},
});

const told = command({
	verb: 'told',
	label: 'TOLD',
	summary: 'Record that somebody was told: siro, security-team, senior-management, legal, police, supplier …',
	example: 'told siro by phone, asks for an hourly update @mia',
	afterClosing: true,
	fields: {
		party: word('who'),
		text: optional(text('what, by what means')),
		briefer: optional(person('who told them')),
	},
	decide(_, input) {
		const party = named(input.party);
		return isRefused(party)
			? party
			: [
					{
						kind: 'party-told',
						party,
						...(input.text === undefined ? {} : {text: input.text}),
						...(input.briefer === undefined ? {} : {briefer: input.briefer}),
					},
				];
	},
});

const clear = command({
	verb: 'clear',
	label: 'CLEARED',
	summary: 'Record that the Incident Manager, or whoever is named, lets others than the team learn of it',
	example: 'clear because the facts are validated',
	afterClosing: true,
	fields: {person: optional(person('who clears it')), reason: optional(reason('why'))},
	decide(board, input, {by}) {
		const {cleared} = board.communications;
		if (cleared !== undefined) {
			return refuse(
				`Wider disclosure is cleared already, by ${nameOf(board.staffing, cleared.by)}.`,
				`To take it back: strike ${cleared.entry} because …`,
			);
		}

		const who = authority(board, input.person, by, 'clear');
		return isRefused(who) ? who : [{kind: 'disclosure-cleared', person: who, ...withReason(input.reason)}];
	},
});

export const communicationCommands: readonly Command[] = [
	message,
	redraft,
	agree,
	send,
	withdraw,
	channel,
	channelClose,
	audience,
	update,
	told,
	clear,
];
