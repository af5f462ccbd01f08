import type {Board} from '../../board.ts';
import type {Asking, Offer, Rule} from '../../rule.ts';
import type {Instant} from '../../time.ts';
import {clockTimeBy} from '../../watch.ts';
import {isHot, isOpen, isRunning} from '../declaration/state.ts';
import {isHistory} from '../record/state.ts';
import {incidentManager, isHeld, nameOf} from '../staffing/state.ts';
import {
	insiders,
	isAgreedByManager,
	isResolution,
	isWaiting,
	type Message,
	nameTyped,
	needsRereading,
	nextUpdate,
	partyName,
	waitingMessages,
	wordingIn,
} from './state.ts';

/** The agreement as a line: whole where somebody is in command to give it. */
const offerAgree = ({staffing}: Board, ref: string): Offer => ({
	label: 'agreed',
	line: incidentManager(staffing) === undefined ? `agree ${ref} @` : `agree ${ref}`,
});

const offerRedraft = (ref: string): Offer => ({label: 'change the text', line: `redraft ${ref} `});

/** `a, b, c and 4 more`. */
const few = (all: readonly string[], most: number): string =>
	all.length <= most ? all.join(', ') : `${all.slice(0, most).join(', ')} and ${all.length - most} more`;

/** What a message for others than the team lacks, in words. */
const wordingTroubles = (message: Message): readonly string[] => {
	const wording = wordingIn(message);
	const isOver = isResolution(message);
	return [
		...(wording.hasImpact || isOver ? [] : ['say what the impact is']),
		...(wording.hasNextUpdate || isOver ? [] : ['say when the next update comes']),
		...(wording.promisesFix ? ['promise no time for the fix'] : []),
	];
};

/** What went to others than the team, by channel and by audience, and which of these heard that it is over. */
const loops = ({communications, staffing, review}: Board) => {
	const inside = insiders(staffing);
	const used = new Set<string>();
	const closed = new Set<string>();
	/** The newest message that told somebody that it is over. */
	let closing: Message | undefined;
	const hear = (name: string | undefined, isClosing: boolean) => {
		if (name === undefined) {
			return;
		}

		used.add(name);
		if (isClosing) {
			closed.add(name);
		}
	};

	// Where nobody has confirmed a recovery the words alone decide; C4 asks about that.
	const closes = (at: Instant, said: {readonly text: string}): boolean =>
		(review.recovered === undefined || at >= review.recovered) && isResolution(said);
	for (const message of communications.messages) {
		for (const {at, channel} of inside.has(message.audience) ? [] : message.sendings) {
			const isClosing = closes(at, message);
			closing = isClosing ? message : closing;
			hear(channel, isClosing);
			hear(message.audience, isClosing);
		}
	}

	for (const {name, updates} of communications.audiences) {
		// Those that were messages have been heard.
		for (const update of inside.has(name) ? [] : updates.filter(one => one.message === undefined)) {
			hear(name, closes(update.at, update));
		}
	}

	return {open: [...used].filter(name => !closed.has(name)), hasBegun: closed.size > 0, closing};
};

/** The same closing message by another channel; an audience is updated, by whatever means. */
const loopOffer = (name: string, isAudience: boolean, closing: Message | undefined): Offer => {
	if (isAudience) {
		return {label: `tell ${partyName(name)}`, line: `update ${name} `};
	}

	return closing === undefined || closing.sendings.some(one => one.channel === name)
		? {label: `tell by ${name}`, line: `message channel:${name} `}
		: {label: `send ${closing.ref} by ${name}`, line: `send ${closing.ref} channel:${name}`};
};

/** What the doctrine proposes, as lines; a cadence under a minute is none. */
const cadenceOffers = (
	cadences: readonly {readonly audience: string; readonly minutes: number}[],
): readonly Offer[] => {
	const offers = cadences.flatMap(({audience, minutes}): readonly Offer[] => {
		const name = nameTyped(audience.trim().replaceAll(/\s+/gu, '-'));
		return name === undefined || minutes < 1
			? []
			: [{label: `${audience} every ${minutes} min`, line: `audience ${name} every:${minutes}m`}];
	});
	return offers.length === 0 ? [{label: 'set a cadence', line: 'audience '}] : offers;
};

export const communicationRules: readonly Rule[] = [
	{
		id: 'R8',
		name: 'Somebody leads communications where messages go out',
		why: 'The communications lead manages every message to users and third parties; without one the Incident Manager names a delegate.',
		source: 'MoJ roles; PagerDuty',
		answers: ['do', 'put'],
		consult({communications, declaration, staffing}) {
			if (!isRunning(declaration) || isHeld(staffing, 'comms')) {
				return [];
			}

			const inside = insiders(staffing);
			const waiting = communications.messages.find(isWaiting);
			const planned = communications.audiences.find(one => !inside.has(one.name) && nextUpdate(one) !== undefined);
			const what =
				waiting === undefined
					? planned === undefined
						? undefined
						: `Updates are planned for ${partyName(planned.name)}`
					: `${waiting.ref} is ${waiting.status === 'draft' ? 'drafted' : 'agreed'}`;
			return what === undefined
				? []
				: [
						{
							severity: 'warn',
							subject: 'comms',
							text: `${what} and nobody leads communications. Appoint a lead, or a delegate.`,
							basis: 'vacant',
							offers: [{label: 'assign Communications', line: 'assign comms @'}],
						},
					];
		},
	},
	{
		id: 'H2',
		name: 'It is said how often updates come',
		why: 'Who knows when the next update comes need not ask for it: the cadence is announced at the start.',
		source: 'MoJ before an incident',
		answers: ['do'],
		consult: ({communications, declaration}, _watch, profile) =>
			isHot(declaration) && communications.audiences.every(one => nextUpdate(one) === undefined)
				? [
						{
							severity: 'warn',
							subject: '',
							text: 'How often is everybody updated? No cadence is set.',
							basis: 'no cadence',
							offers: cadenceOffers(profile.cadences),
						},
					]
				: [],
	},
	{
		id: 'H3',
		name: 'An update is due',
		why: 'An update that was announced and does not come costs trust: say at least that there is nothing new.',
		source: 'the cadence that was set',
		answers: ['do', 'defer'],
		consult({communications, declaration}, watch) {
			if (!isRunning(declaration)) {
				return [];
			}

			// Only an agreed text may go out as it stands: the newest for each audience.
			const agreed = new Map(
				communications.messages.filter(one => one.status === 'agreed').map(one => [one.audience, one.ref]),
			);
			return communications.audiences.flatMap((audience): readonly Asking[] => {
				const due = nextUpdate(audience);
				if (due === undefined || !watch.reached(due)) {
					return [];
				}

				const {name} = audience;
				const ref = agreed.get(name);
				return [
					{
						severity: 'warn',
						subject: name,
						text: `Update missed: ${partyName(name)}, due ${clockTimeBy(watch, due, declaration.zone)}.`,
						basis: due,
						offers: [
							...(ref === undefined ? [] : [{label: `send ${ref}`, line: `send ${ref}`}]),
							{label: 'updated', line: `update ${name} `},
						],
					},
				];
			});
		},
	},
	{
		id: 'C1',
		name: 'The Incident Manager agreed to what was sent',
		why: 'Messages go out in agreement with the Incident Manager, to the exact text; a change of the text needs a new agreement.',
		source: 'MoJ roles; PagerDuty',
		answers: ['do', 'override'],
		consult(board) {
			const {communications, declaration, record, staffing} = board;
			if (!isOpen(declaration)) {
				return [];
			}

			const commands = staffing.assignments.filter(one => one.role === 'im');
			return communications.messages
				.filter(one => one.status === 'sent' && !isAgreedByManager(one, commands))
				.map(({ref, agreedBy, sendings}) => ({
					// Nothing can be called back that was sent before there was this log.
					severity: sendings.every(one => isHistory(record, one.entry)) ? 'warn' : 'urgent',
					subject: ref,
					text: `${ref} was sent and the Incident Manager has not agreed to it${agreedBy === undefined ? '' : `, only ${nameOf(staffing, agreedBy)}`}.`,
					basis: `sent ${agreedBy ?? ''}`,
					offers: [offerAgree(board, ref)],
				}));
		},
	},
	{
		id: 'C2',
		name: 'An old draft is read again before it goes out',
		why: 'The facts may have moved while a draft waited: it is read to the Incident Manager once more.',
		source: 'PagerDuty',
		defaults: 'old: more than 15 min from the last change of the text to the agreement',
		answers: ['do'],
		consult: (board, _watch, profile) =>
			isOpen(board.declaration)
				? board.communications.messages
						.filter(one => needsRereading(one, profile.minutes.draft))
						.map(({ref, draftedAt, agreedAt}) => ({
							severity: 'advise',
							subject: ref,
							text: `${ref} was an old draft when it was agreed. Does it still hold? Read it to the Incident Manager again.`,
							basis: `${draftedAt} ${agreedAt ?? ''}`,
							offers: [offerAgree(board, ref), offerRedraft(ref)],
						}))
				: [],
	},
	{
		id: 'C3',
		name: 'A public message says the impact and the next update, and promises no fix',
		why: 'People need to know what is affected and when they hear again; a guessed time for the fix is held against you.',
		source: 'PagerDuty',
		defaults:
			'what a text says is told by English words: affected, unable, fail … for the impact; update with a time; will, fixed with a time for a promise; who reads it is public unless it is the team, the responders or a sub-team; one that says it is over needs neither',
		answers: ['do', 'na'],
		consult({communications, declaration, staffing}) {
			if (!isOpen(declaration)) {
				return [];
			}

			const inside = insiders(staffing);
			return waitingMessages(communications)
				.filter(one => !inside.has(one.audience))
				.flatMap((message): readonly Asking[] => {
					const troubles = wordingTroubles(message);
					return troubles.length === 0
						? []
						: [
								{
									severity: 'advise',
									subject: message.ref,
									text: `${message.ref} for ${partyName(message.audience)}: ${troubles.join('; ')}.`,
									basis: `${message.draftedAt} ${troubles.length}`,
									offers: [offerRedraft(message.ref)],
								},
							];
				});
		},
	},
	{
		id: 'C4',
		name: '“Resolved” waits for the Incident Manager',
		why: 'Nobody is told that it is over before the Incident Manager has confirmed full recovery.',
		source: 'PagerDuty',
		defaults:
			'told by English words: resolved, fixed, restored, back to normal …, where not, until or when does not stand before them',
		answers: ['put'],
		consult: ({communications, declaration, review}) =>
			isOpen(declaration) && review.recovered === undefined
				? communications.messages
						.filter(one => one.status !== 'withdrawn' && isResolution(one))
						.map(({ref, status, draftedAt}) => ({
							severity: 'urgent',
							subject: ref,
							text: `${ref} ${status === 'sent' ? 'said' : 'says'} that it is over; the Incident Manager has not confirmed full recovery.`,
							basis: `${status === 'sent' ? 'sent' : 'waits'} ${draftedAt}`,
							offers: status === 'sent' ? [] : [offerRedraft(ref), {label: 'withdraw it', line: `withdraw ${ref}`}],
						}))
				: [],
	},
	{
		id: 'C5',
		name: 'Wider disclosure of a security incident is cleared',
		why: 'A message beyond the team may warn an attacker or spread what is not validated: the Incident Manager clears it first.',
		source: 'PagerDuty; Counteractive',
		answers: ['put'],
		consult({communications, declaration, staffing}) {
			if (!isOpen(declaration) || declaration.incidentKind !== 'security' || communications.cleared !== undefined) {
				return [];
			}

			const inside = insiders(staffing);
			const meant = communications.messages
				.filter(one => (one.status === 'agreed' || one.status === 'sent') && !inside.has(one.audience))
				.map(one => one.ref);
			return meant.length === 0
				? []
				: [
						{
							severity: 'warn',
							subject: '',
							text: `${few(meant, 4)}: outside the team, before wider disclosure was cleared. Does the Incident Manager clear it?`,
							basis: `${meant.length} ${meant.at(-1) ?? ''}`,
							offers: [{label: 'cleared', line: incidentManager(staffing) === undefined ? 'clear @' : 'clear'}],
						},
					];
		},
	},
	{
		id: 'C6',
		name: 'Everybody who heard of it hears that it is over',
		why: 'Whoever was told of the incident waits for its end: the resolution goes by every channel that was used.',
		source: 'PaaS',
		defaults:
			'asked when the phase is cold, after the close, or once somebody outside the team was told that it is over; told by the words of C4, and not before the recovery was confirmed',
		answers: ['do'],
		consult(board) {
			const {declaration} = board;
			if (declaration.declaredAt === undefined) {
				return [];
			}

			const {open, hasBegun, closing} = loops(board);
			const isEnd = declaration.phase === 'cold' || declaration.closedAt !== undefined || hasBegun;
			if (!isEnd || open.length === 0) {
				return [];
			}

			const audiences = new Set(board.communications.audiences.map(one => one.name));
			return [
				{
					severity: 'advise',
					subject: '',
					text: `Close the loop: ${few(open.map(partyName), 5)}.`,
					basis: open.join(' '),
					offers: open.slice(0, 3).map(name => loopOffer(name, audiences.has(name), closing)),
				},
			];
		},
	},
];
