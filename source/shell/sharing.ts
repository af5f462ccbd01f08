import type {Board} from '../board.ts';
import type {Desk} from '../desk.ts';
import type {Verdict} from '../ledger/ledger.ts';
import type {Format} from '../documents/index.ts';
import {markingTyped} from '../profiles/markings.ts';
import {commonWords, type CommonWord} from '../sharing/common-words.ts';
import {pseudonymsOf} from '../sharing/people.ts';
import {type RedactionName, redacted, redactions} from '../sharing/redact.ts';
import {type Shell, standingAt, UsageError} from './shell.ts';

/** What --redact names; nothing where it is not given. Throws a UsageError for what cannot be taken out. */
export const redactionsAsked = ({flags: {redact}}: Pick<Shell, 'flags'>): ReadonlySet<RedactionName> =>
	new Set(
		(redact?.split(',') ?? []).map(one => {
			const found = redactions.find(name => name === one.trim().toLowerCase());
			if (found === undefined) {
				throw new UsageError(
					`--redact: ${one.trim() === '' ? 'nothing is named' : `there is no ${one.trim()} to take out`}.`,
					`Name ${redactions.join(', or ')}.`,
				);
			}

			return found;
		}),
	);

/** The marking that --marking gives, as its scheme spells it; undefined where none is. Throws a UsageError for none. */
export const markingAsked = ({flags}: Pick<Shell, 'flags'>): string | undefined => {
	if (flags.marking === undefined) {
		return undefined;
	}

	const marking = markingTyped(flags.marking);
	if (typeof marking === 'object') {
		throw new UsageError(`--marking: ${marking.refused}`, marking.mend);
	}

	return marking;
};

/** The marking for this copy, told where it is another than what is shared has itself; else that one. */
export const markingFor = (shell: Shell, own: string | undefined, what: string): string | undefined => {
	const asked = markingAsked(shell);
	if (asked !== undefined && own !== undefined && asked !== own) {
		// A slip must not share more widely than was meant.
		shell.notice(`Marked ${asked} for this copy only: ${what} is marked ${own}.`);
	}

	return asked ?? own;
};

/** The board with the marking that --marking gives for this one document. */
export const markedBoard = (shell: Shell, board: Board): Board => ({
	...board,
	declaration: {...board.declaration, marking: markingFor(shell, board.declaration.marking, board.incident)},
});

/** Data with no place for a marking. */
const unmarked: ReadonlySet<string> = new Set(['jsonl', 'timesketch', 'timesketch-jsonl']);

/** Says which names may be words, as far as a line has room: what they took out of the texts shows to the reader only. */
const tellOfCommonWords = (shell: Shell, words: readonly CommonWord[]): void => {
	if (words.length > 0) {
		const named = words.slice(0, 6).map(({word, instead, times}) => `“${word}” ${times}× (${instead})`);
		const rest = words.length > named.length ? ` and ${words.length - named.length} more` : '';
		shell.notice(
			`Names that stand in texts in small letters are taken out there too: ${named.join(', ')}${rest}. If they are words and no names, read the copy before it goes out.`,
		);
	}
};

/**
 * The incident as it stood when --as-of says, with the marking of --marking and without what --redact takes out. Throws a
 * UsageError where it cannot be.
 */
export const sharedStanding = (shell: Shell, {name}: Format, desk: Desk): ReturnType<typeof standingAt> => {
	const asked = redactionsAsked(shell);
	if (asked.size > 0 && name === 'jsonl') {
		throw new UsageError(
			'export jsonl takes no --redact: it is the log without loss, to be imported and verified.',
			'Share a document, or export csv.',
		);
	}

	if (shell.flags.marking !== undefined && unmarked.has(name)) {
		throw new UsageError(
			`export ${name} takes no --marking: there is no place for one in it.`,
			'Share a document, or export csv; or mark the incident: loggist mark TLP:AMBER.',
		);
	}

	const standing = standingAt(shell, desk);
	const names = asked.has('people') ? pseudonymsOf(desk.entries()) : undefined;
	if (names !== undefined) {
		tellOfCommonWords(shell, commonWords(desk.entries(), names));
	}

	const shown = redacted(standing, desk.entries(), asked, names);
	return {...standing, ...shown, board: markedBoard(shell, shown.board)};
};

/**
 * The board with what `verify` finds wrong with the log that it was read from, said aloud: what is made of it must say so
 * as well. What is wrong only after the moment that is shown does not matter to it.
 */
export const soundOrNot = (shell: Pick<Shell, 'trouble'>, {trouble}: Verdict, board: Board): Board => {
	if (trouble === undefined || trouble.entry > (board.head?.number ?? 0)) {
		return board;
	}

	shell.trouble(
		`The log is not as it was written. ${trouble.text}`,
		'What is made of it says so. Keep the ledger as it is, and record who found this and when.',
	);
	return board.irregularities.some(one => one.entry === trouble.entry)
		? board
		: {...board, irregularities: [...board.irregularities, trouble]};
};
