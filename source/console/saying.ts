import {complete, type Completion} from '../language/complete.ts';
import {describe} from '../language/describe.ts';
import {isRefusal, type Refusal} from '../refusal.ts';
import {commands} from '../duties/index.ts';
import type {Literal} from '../language/read.ts';
import type {Proposal, Situation} from '../propose.ts';
import type {Saying} from './composer.tsx';
import type {Session} from './session.ts';

/**
 * What a composer line says in the language. Without `/` it is a note to the letter: prose may well say "rings back at
 * 11:30" without meaning that this is when it happened.
 */
export const spoken = (text: string): {readonly line: string; readonly literal: Literal} =>
	text.startsWith('/') ? {line: text.slice(1), literal: {}} : {line: 'note', literal: {text}};

/** The verbs that only the console knows. */
export const consoleVerbs = ['help', 'quit'] as const;

/** What may stand at the cursor. */
export const completionOf = ({line}: Session, {board}: Pick<Situation, 'board'>): Completion =>
	complete(line.text, line.cursor, board, commands);

const isBeginning = (text: string): boolean =>
	/^\/\S*$/u.test(text) &&
	[...commands.map(one => one.verb), ...consoleVerbs].some(verb => verb.startsWith(text.slice(1).toLowerCase()));

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

	// A verb that is still being typed is no mistake yet.
	if (isBeginning(text)) {
		const found = commands.find(one => one.verb === text.slice(1).toLowerCase());
		return {text: found === undefined ? '' : `${found.summary}: ${found.example}`, tone: 'quiet'};
	}

	const {line: said, literal} = spoken(text);
	const proposal = propose(said, literal);
	return isRefusal(proposal)
		? {text: `${proposal.refused} ${proposal.mend}`, tone: 'warn'}
		: {text: describe(proposal.reading, situation.board, situation.now).join(' · '), tone: 'good'};
};
