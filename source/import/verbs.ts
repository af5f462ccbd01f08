import {type Board, nextRef} from '../board.ts';
import type {Context} from '../command.ts';
import {profileOf} from '../duties/declaration/state.ts';
import {commands, duties} from '../duties/index.ts';
import type {BoardEvent} from '../entry.ts';
import {handleFor, peopleMeant, personMeant, rosterMeant} from '../language/people.ts';
import {ownLibrary} from '../library.ts';
import {isRefusal, type Refusal, refuse} from '../refusal.ts';
import type {Instant} from '../time.ts';

/** What a kind in a table is on the board: a verb, and which of the verb's fields the table's columns give. */
export type Meaning = {
	readonly verb: string;
	readonly owner?: string;
	readonly due?: string;
	readonly because?: string;
	/** A message that went out, and is not to be drafted only. */
	readonly isSent?: true;
};

const note: Meaning = {verb: 'note'};
const decision: Meaning = {verb: 'decide', owner: 'decider', due: 'next', because: 'reason'};
const action: Meaning = {verb: 'action', owner: 'owner', due: 'due'};
const exhibit: Meaning = {verb: 'exhibit', owner: 'custodian'};
const recommendation: Meaning = {verb: 'recommend', owner: 'person', because: 'reason'};
const suspicion: Meaning = {verb: 'suspect'};
const open: Meaning = {verb: 'unknown'};

/** The kinds that a table may name. The first of each line is how it is told of. */
const meanings: Readonly<Record<string, Meaning>> = {
	note,
	entry: note,
	event: note,
	action,
	task: action,
	known: {verb: 'know'},
	fact: {verb: 'know'},
	suspected: suspicion,
	suspicion,
	unknown: open,
	question: open,
	hypothesis: {verb: 'hypothesis'},
	recommendation,
	decision,
	message: {verb: 'message'},
	sent: {verb: 'message', isSent: true},
	evidence: exhibit,
	exhibit,
	lesson: {verb: 'lesson'},
};

const ownKinds: ReadonlySet<string> = new Set(duties.flatMap(duty => duty.kinds));

/** The kinds that a table may name, for whoever has to mend one. */
export const kindNames: readonly string[] = Object.keys(meanings);

/**
 * What a kind means; undefined for one that nobody knows. A log that export csv wrote names kinds of this program; its
 * texts are whole sentences, which are told again and not decided anew.
 */
export const meaningOf = (kind: string): Meaning | undefined => {
	const key = kind.trim().toLowerCase();
	return key === '' || ownKinds.has(key) ? note : Object.hasOwn(meanings, key) ? meanings[key] : undefined;
};

/** The person of that name, and the joining of one who is not on the board yet. */
const personCalled = (
	{staffing}: Board,
	named: string,
): {readonly handle: string; readonly joins: readonly BoardEvent[]} | Refusal => {
	const typed = named
		.trim()
		.replace(/^@/u, '')
		.replace(/^"(.*)"$/u, '$1');
	const isHandle = named.trim().startsWith('@');
	const called = rosterMeant(staffing, typed, true);
	const [only] = called;
	const isNew = peopleMeant(staffing.people, typed).length === 0 && !isHandle && called.length < 2;
	if (!isNew) {
		const meant = personMeant(staffing, typed);
		return isRefusal(meant) ? meant : {handle: meant.handle, joins: []};
	}

	const taken = new Set([...staffing.people, ...staffing.roster].map(one => one.handle));
	const handle = only?.handle ?? handleFor(typed, taken);
	return {handle, joins: [{kind: 'person-joined', handle, name: only?.name ?? typed}]};
};

/** What a row says, as its verb takes it. */
export type Words = {
	readonly meaning: Meaning;
	/** To the letter: nothing in it is read as a token. */
	readonly text: string;
	readonly owner?: string | undefined;
	readonly due?: Instant | undefined;
	readonly because?: string | undefined;
	readonly occurredAt: Instant;
	readonly by: string;
	readonly zone: string;
};

const contextOf = (board: Board, {occurredAt, by, zone}: Words): Context => ({
	// Decided as it would have been then: nothing in it is late or past by itself.
	now: occurredAt,
	occurredAt,
	by,
	zone,
	profile: profileOf(board.declaration),
	library: ownLibrary,
	prompts: () => [],
	decideLine: () => refuse('A row holds no line.', 'Record it by hand.'),
});

/** What a row says on a board; whoever is named for the first time joins before. */
export const decideWords = (board: Board, words: Words): readonly BoardEvent[] | Refusal => {
	const {meaning, text, owner, due, because} = words;
	const command = commands.find(one => one.verb === meaning.verb);
	if (command === undefined) {
		throw new Error(`There is no verb ${meaning.verb}.`);
	}

	if (board.declaration.closedAt !== undefined && !command.afterClosing) {
		return refuse(
			`${board.incident} is closed, and takes no ${command.label.toLowerCase()} any more.`,
			'Give it the kind note, or open the incident again: reopen because …',
		);
	}

	const person = owner === undefined || meaning.owner === undefined ? undefined : personCalled(board, owner);
	if (person !== undefined && isRefusal(person)) {
		return person;
	}

	const events = command.decide(
		board,
		{
			text,
			...(person === undefined || meaning.owner === undefined ? {} : {[meaning.owner]: person.handle}),
			...(due === undefined || meaning.due === undefined ? {} : {[meaning.due]: due}),
			...(because === undefined || meaning.because === undefined ? {} : {[meaning.because]: because}),
		},
		contextOf(board, words),
	);
	if (isRefusal(events)) {
		return events;
	}

	const sent: readonly BoardEvent[] = meaning.isSent === true ? [{kind: 'message-sent', ref: nextRef(board, 'M')}] : [];
	return [...(person?.joins ?? []), ...events, ...sent];
};
