import {type Board, entryNumbered} from '../../board.ts';
import {
	type Command,
	choice,
	command,
	type Context,
	entryNumber,
	lineAfter,
	optional,
	person,
	reason,
	text,
	until,
	word,
} from '../../command.ts';
import type {BoardEvent} from '../../entry.ts';
import {isRefusal, type Refusal, refuse} from '../../refusal.ts';
import type {Prompt} from '../../rule.ts';
import {elapsed, minute} from '../../time.ts';
import {withReason} from '../../words.ts';
import {incidentManager} from '../staffing/state.ts';
import {type AnswerKind, answerKinds} from './events.ts';
import {latenessOf} from '../../late.ts';
import {isSameTerm} from './state.ts';

const note = command({
	verb: 'note',
	label: 'NOTE',
	summary: 'Write into the log what happens, as it happens; at a time, and why so late',
	example: 'note call from the supplier at 10:50 because the line was busy',
	afterClosing: true,
	fields: {text: text('what happened'), reason: optional(reason('why it is late'))},
	decide(_, input, {now, occurredAt, profile}) {
		const isLate = elapsed(occurredAt, now) > profile.minutes.lateEntry * minute;
		// Only a late entry owes a reason; elsewhere "because" is a part of the sentence.
		const words = input.reason === undefined || isLate ? input.text : `${input.text} because ${input.reason}`;
		return [{kind: 'note-made', text: words, ...(isLate ? withReason(input.reason) : {})}];
	},
});

/** Why that entry cannot be named; undefined when it can. */
const noSuchEntry = (board: Board, number: number): Refusal | undefined =>
	entryNumbered(board, number) === undefined
		? refuse(`There is no entry ${number}.`, `The log has the entries 1 to ${board.head?.number ?? 0}.`)
		: undefined;

const strike = command({
	verb: 'strike',
	label: 'STRIKE',
	summary: 'Strike an entry: it stays readable and no longer counts; striking the strike restores it',
	example: 'strike 17 because the wrong host was named',
	afterClosing: true,
	fields: {entry: entryNumber('entry'), reason: reason('why')},
	decide(board, {entry, reason: why}) {
		const missing = noSuchEntry(board, entry);
		if (missing !== undefined) {
			return missing;
		}

		if (entry === 1) {
			return refuse(
				'The declaration is not struck: without it there is no incident.',
				'Close the incident with a reason instead.',
			);
		}

		const strikes = board.struck.get(entry);
		return strikes === undefined
			? [{kind: 'entry-struck', entry, reason: why}]
			: refuse(
					`Entry ${entry} is struck already, by entry ${strikes.number}.`,
					`To restore it: strike ${strikes.number} because …`,
				);
	},
});

const withhold = command({
	verb: 'withhold',
	label: 'WITHHOLD',
	summary:
		'Mark an entry as not for sharing: export --redact marked shows its number, time, kind and this reason alone',
	example: 'withhold 17 because it names a customer',
	afterClosing: true,
	fields: {entry: entryNumber('entry'), reason: reason('why')},
	decide(board, {entry, reason: why}) {
		const missing = noSuchEntry(board, entry);
		if (missing !== undefined) {
			return missing;
		}

		if (entry === 1) {
			return refuse(
				'The declaration is not withheld: without it there is no incident to tell of.',
				'Withhold what was written after it.',
			);
		}

		const found = board.record.withheld.find(one => one.entry === entry);
		return found === undefined
			? [{kind: 'entry-withheld', entry, reason: why}]
			: refuse(
					`Entry ${entry} is withheld already, because ${found.reason}.`,
					`To give another reason, disclose it first: disclose ${entry}.`,
				);
	},
});

const disclose = command({
	verb: 'disclose',
	label: 'DISCLOSE',
	summary: 'Take back that an entry is not for sharing',
	example: 'disclose 17 because the customer agreed',
	afterClosing: true,
	fields: {entry: entryNumber('entry'), reason: optional(reason('why'))},
	decide({record}, {entry, reason: why}) {
		return record.withheld.some(one => one.entry === entry)
			? [{kind: 'entry-disclosed', entry, ...withReason(why)}]
			: refuse(
					`Entry ${entry} is not withheld.`,
					record.withheld.length === 0
						? 'No entry is.'
						: `Withheld are ${record.withheld.map(one => one.entry).join(', ')}.`,
				);
	},
});

const explain = command({
	verb: 'explain',
	label: 'LATE ENTRY',
	summary: 'Say why an entry was written late',
	example: 'explain 17 because the pager was off',
	afterClosing: true,
	fields: {entry: entryNumber('entry'), reason: reason('why')},
	decide(board, {entry, reason: why}) {
		const missing = noSuchEntry(board, entry);
		if (missing !== undefined) {
			return missing;
		}

		const late = latenessOf(board.record, entry);
		if (late === undefined) {
			return refuse(`Entry ${entry} was not late.`, 'Only an entry written after its event owes a reason.');
		}

		return late.reason === undefined
			? [{kind: 'late-entry-explained', entry, reason: why}]
			: refuse(`Entry ${entry} has its reason: ${late.reason}.`, 'What is written stays; add to it with a note.');
	},
});

const bare = (subject: string): string => subject.replace(/^[@#]/u, '').toLowerCase();

/** The one prompt that is meant. */
const promptMeant = (prompts: readonly Prompt[], rule: string, subject: string | undefined): Prompt | Refusal => {
	const ofRule = prompts.filter(one => one.rule === rule);
	const meant = subject === undefined ? ofRule : ofRule.filter(one => bare(one.subject) === bare(subject));
	const [only] = meant;
	if (only !== undefined && meant.length === 1) {
		return only;
	}

	if (meant.length > 1) {
		return refuse(
			`${rule} asks about ${meant.map(one => one.subject).join(', ')}.`,
			`Say which: answer ${rule} ${meant[0]?.subject ?? ''} …`,
		);
	}

	const asked = [
		...new Set(ofRule.length > 0 ? ofRule.map(one => `${one.rule} ${one.subject}`) : prompts.map(one => one.rule)),
	];
	return refuse(
		subject === undefined
			? `Doctrine does not ask ${rule} now.`
			: `Doctrine does not ask ${rule} about ${subject} now.`,
		asked.length === 0 ? 'It asks nothing.' : `It asks ${asked.join(', ')}.`,
	);
};

const isPrompt = (found: Prompt | Refusal): found is Prompt => 'rule' in found;

/** A line that needs no further word. */
const isWhole = (offered: string): boolean => !/[\s@]$/u.test(offered);

/** What a DO carries out: the line given, or the first offer that is whole. */
const deeds = (prompt: Prompt, given: string | undefined, {decideLine}: Context): readonly BoardEvent[] | Refusal => {
	const again = `answer ${prompt.rule}${prompt.subject === '' ? '' : ` ${prompt.subject}`} do`;
	const whole = prompt.offers.filter(offer => isWhole(offer.line));
	if (given === undefined && whole.length > 1) {
		// Which of them was done is not for the program to choose.
		return refuse(
			'It can be done in more than one way.',
			`Say which: ${whole.map(offer => `${again} ${offer.line}`).join(' or ')}.`,
		);
	}

	if (given !== undefined && /^\/?answer(?:\s|$)/iu.test(given)) {
		return refuse('An answer is not what was done.', 'Say the deed itself, or answer the other prompt by itself.');
	}

	const offered = given ?? whole[0]?.line;
	if (offered === undefined) {
		const [first] = prompt.offers;
		return refuse(
			'What was done is not said.',
			first === undefined ? 'Say what, as a line of its own.' : `Say what: ${again} ${first.line}…`,
		);
	}

	const outcome = decideLine(offered);
	if (!isRefusal(outcome)) {
		return outcome;
	}

	// The piece it means lies in the deed's own line, not in this one.
	const {where: _where, ...refusal} = outcome;
	return refusal;
};

/**
 * Whether an exception is theirs to make: of whoever commands, and of the deputy. Once the incident is closed also of
 * those who were, as everybody may have been released by then.
 */
const mayExcept = ({staffing, declaration}: Board, handle: string): boolean =>
	staffing.assignments.some(
		one =>
			one.person === handle &&
			(one.role === 'im' || one.role === 'deputy') &&
			(one.until === undefined || declaration.closedAt !== undefined),
	);

/** What an answer must carry and does not. */
const lacking = (
	answer: AnswerKind,
	input: {readonly until?: string; readonly reason?: string},
	manager: string | undefined,
): Refusal | undefined => {
	if (answer === 'defer' && input.until === undefined) {
		return refuse('Until when?', 'Say a time: answer R3 defer until 14:30.');
	}

	if ((answer === 'override' || answer === 'na') && input.reason === undefined) {
		return refuse('An exception needs its reason.', `Say why: answer S2 ${answer} because …`);
	}

	return answer === 'put' && manager === undefined
		? refuse('There is no Incident Manager to put it to.', 'Appoint one first: assign im @name.')
		: undefined;
};

const answer = command({
	verb: 'answer',
	label: 'ANSWER',
	summary:
		'Answer what doctrine asks: do …, put (to the Incident Manager), defer until …, override because …, na because …',
	example: 'answer S2 override because Priya has run ten before',
	afterClosing: true,
	fields: {
		rule: word('rule'),
		subject: optional(word('about')),
		answer: choice(answerKinds)('do, put, defer, override or na'),
		line: optional(lineAfter('do')('what is done')),
		until: optional(until('until when')),
		authorisedBy: optional(person('who authorised it')),
		reason: optional(reason('why')),
	},
	decide(board, input, context) {
		const prompt = promptMeant(context.prompts(), input.rule.toUpperCase(), input.subject);
		if (!isPrompt(prompt)) {
			return prompt;
		}

		if (!prompt.answers.includes(input.answer)) {
			return prompt.answers.length === 0
				? refuse(`${prompt.rule} only tells; it takes no answer.`, 'It goes by itself.')
				: refuse(`${prompt.rule} is not answered with ${input.answer}.`, `It takes ${prompt.answers.join(', ')}.`);
		}

		const manager = incidentManager(board.staffing);
		const lack = lacking(input.answer, {...withUntil(input.until), ...withReason(input.reason)}, manager);
		if (lack !== undefined) {
			return lack;
		}

		if (input.answer === 'override' && input.authorisedBy !== undefined && !mayExcept(board, input.authorisedBy)) {
			return refuse(
				"An exception is the Incident Manager's or the deputy's.",
				manager === undefined
					? 'Appoint one first: assign im @name.'
					: `Ask them, and say who said so: answer ${prompt.rule} override @${manager} because …`,
			);
		}

		const done = input.answer === 'do' ? deeds(prompt, input.line, context) : [];
		if (isRefusal(done)) {
			return done;
		}

		const authorisedBy = input.authorisedBy ?? (input.answer === 'override' ? (manager ?? context.by) : undefined);
		return [
			...done,
			{
				kind: 'prompt-answered',
				rule: prompt.rule,
				subject: prompt.subject,
				answer: input.answer,
				asked: prompt.text,
				basis: prompt.basis,
				...withUntil(input.until),
				...withReason(input.reason),
				...(authorisedBy === undefined ? {} : {authorisedBy}),
			},
		];
	},
});

const withUntil = (given: string | undefined) => (given === undefined ? {} : {until: given});

const define = command({
	verb: 'define',
	label: 'GLOSSARY',
	summary: 'Say what an abbreviation stands for',
	example: 'define PSP payment service provider',
	afterClosing: true,
	fields: {term: word('abbreviation'), text: text('what it stands for')},
	decide({record}, input) {
		const found = record.glossary.find(one => isSameTerm(one.term, input.term));
		return found?.text === input.text
			? refuse(`${found.term} is explained so already, in entry ${found.entry}.`, 'Nothing is left to record.')
			: [{kind: 'term-defined', term: input.term, text: input.text}];
	},
});

/** Doctrine G1: what is written stays written. The verbs exist so that who tries is told what to do instead. */
const never = (verb: string, label: string): Command =>
	command({
		verb,
		label,
		summary: 'Refused: an entry is never changed or deleted; strike it instead',
		example: `${verb} 17`,
		afterClosing: true,
		fields: {entry: entryNumber('entry'), text: optional(text('what'))},
		decide: (_, {entry}) =>
			refuse(
				'An entry is never changed and never deleted (G1).',
				`Strike it, and it stays readable: strike ${entry} because … Then write what is right as a new entry.`,
			),
	});

export const recordCommands: readonly Command[] = [
	note,
	strike,
	explain,
	define,
	withhold,
	disclose,
	answer,
	never('edit', 'EDIT'),
	never('delete', 'DELETE'),
];
