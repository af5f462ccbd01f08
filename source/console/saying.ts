import {complete, type Completion} from '../language/complete.ts';
import {describe} from '../language/describe.ts';
import {isRefusal, type Refusal} from '../refusal.ts';
import {commands} from '../duties/index.ts';
import type {Literal} from '../language/read.ts';
import {slipIn} from '../language/slip.ts';
import {type Proposal, promptsOf, type Situation} from '../propose.ts';
import {openActions} from '../duties/actions/state.ts';
import {subcommands} from '../shell/subcommands.ts';
import type {Saying} from './composer.ts';
import {consoleVerbs} from './console-verbs.ts';
import {type Following, followingCompletion} from './following.ts';
import type {Session} from './session.ts';

/**
 * What a composer line says in the language. Without `/` it is a note to the letter: prose may well say "rings back at
 * 11:30" without meaning that this is when it happened.
 */
export const spoken = (text: string): {readonly line: string; readonly literal: Literal} =>
	text.trimStart().startsWith('/') ? {line: text.trimStart().slice(1), literal: {}} : {line: 'note', literal: {text}};

const allVerbs = [...commands, ...consoleVerbs];

/** What may stand at the cursor; `following` is what may follow the console's own verbs. */
export const completionOf = (
	{line}: Pick<Session, 'line'>,
	{board, now, today, zone}: Pick<Situation, 'board' | 'now' | 'today' | 'zone'>,
	following: Following = {},
): Completion =>
	followingCompletion(line, following, board) ??
	complete(line.text, line.cursor, board, commands, {verbs: allVerbs, moment: {now, today, zone}});

const isBeginning = (text: string): boolean =>
	/^\/\S*$/u.test(text) && allVerbs.some(({verb}) => verb.startsWith(text.slice(1).toLowerCase()));

/** What comes next, where the line ends in a word that opens something. */
const nextOf = (text: string): string | undefined => {
	const [, opened] = /\s(by|until|next|since|because|@|at)\s*$/u.exec(text) ?? [];
	switch (opened) {
		case 'by':
		case 'until':
		case 'next': {
			return 'now a time: 14:30, 20m, tomorrow 09:00';
		}

		case 'since':
		case 'at': {
			return 'now when it happened: 13:50, 20m ago';
		}

		case 'because': {
			return 'now the reason';
		}

		case '@': {
			return 'now a name; @"Full Name" adds somebody new';
		}

		default: {
			return undefined;
		}
	}
};

/** Where a call of the shell is typed in the console: how to get there. */
const shellHint = (text: string): string | undefined => {
	const name = /^\s*\/(\S+)/u.exec(text)?.[1]?.toLowerCase() ?? '';
	const call = subcommands.find(one => one.name === name);
	return call === undefined ? undefined : `${name} is done in the shell: leave with ctrl-c, then ${call.example}`;
};

/** What is left open, said before a close is recorded. */
const leftOpen = (situation: Situation): readonly string[] => {
	const {board} = situation;
	const open = openActions(board.actions).length;
	const asked = promptsOf(situation).filter(prompt => prompt.severity !== 'info').length;
	return [
		...(open === 0 ? [] : [`${open} ${open === 1 ? 'action' : 'actions'} still open`]),
		...(asked === 0 ? [] : [`doctrine still asks ${asked}`]),
	];
};

/** What stands under the line while it is typed. */
export const sayingOf = (
	{line, notice}: Session,
	situation: Situation,
	propose: (line: string, literal: Literal) => Proposal | Refusal,
): Saying => {
	if (notice !== undefined) {
		return notice;
	}

	const {text} = line;
	if (text.trim() === '') {
		return {text: '', tone: 'quiet'};
	}

	// A verb that is still being typed is no mistake yet, nor is one after which nothing stands that lacks something.
	const typed = text.trimEnd();
	const found = commands.find(one => `/${one.verb}` === typed.toLowerCase());
	if (isBeginning(text) || (found !== undefined && isRefusal(propose(found.verb, {})))) {
		return {text: found === undefined ? '' : `${found.summary}: ${found.example}`, tone: 'quiet'};
	}

	const hint = shellHint(text) ?? (text.trimStart().startsWith('/') ? nextOf(text) : undefined);
	if (hint !== undefined) {
		return {text: hint, tone: 'quiet'};
	}

	const {line: said, literal} = spoken(text);
	const proposal = propose(said, literal);
	if (isRefusal(proposal)) {
		return {text: `${proposal.refused} ${proposal.mend}`, tone: 'warn'};
	}

	// It can be recorded as it stands: what was meant is only asked, before anything is said that may have to be struck.
	const slip = text.trimStart().startsWith('/') ? slipIn(proposal.reading) : undefined;
	return {
		text: [
			...(slip === undefined ? [] : [`“${slip.typed}”: is ${slip.meant} meant?`]),
			...describe(proposal.reading, situation.board, situation.now),
			...(proposal.reading.command.verb === 'close' ? leftOpen(situation) : []),
		].join(' · '),
		tone: slip === undefined ? 'good' : 'warn',
	};
};
