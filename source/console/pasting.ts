import type {Desk} from '../desk.ts';
import {LedgerTrouble} from '../ledger/ledger.ts';
import {isRefusal, type Refusal} from '../refusal.ts';
import {hasManyLines, linesOf, mostLines, type PasteAnswer, type Pasted, withoutEnd} from './paste.ts';
import {spoken} from './saying.ts';
import * as sessions from './session.ts';
import type {Session} from './session.ts';
import type {Store} from './store.ts';
import {consoleLine} from './console-verbs.ts';

/** What is done with texts that come at once, pasted or from an editor. */
export type Pasting = {
	/** Puts one line where it belongs; of many it asks what is meant, unless nothing can be recorded at all. */
	readonly take: (pasted: Pasted) => void;
	readonly answer: (pasted: Pasted, answer: PasteAnswer) => void;
};

const counted = (count: number, what: string): string => `${count} ${what}`;

export const createPasting = ({
	session: store,
	desk,
	record,
	recorded,
}: {
	readonly session: Store<Session>;
	readonly desk: Desk;
	/** Records the line as it stands. */
	readonly record: () => void;
	/** Hears of each line that is in the ledger now. */
	readonly recorded: (text: string) => void;
}): Pasting => {
	const change = (how: (session: Session) => Session) => {
		store.set(how(store.get()));
	};

	const put = ({text, into}: Pasted) => {
		change(session => (into === 'line' ? sessions.setLine(session, text) : sessions.paste(session, text)));
	};

	/**
	 * Why nothing at all can be recorded: the board is that of a past moment, a log is played again, this console only
	 * reads. Before there is an incident the paste may be what declares it.
	 */
	const whyNothing = (): Refusal | undefined => {
		const proposal = desk.incident() === undefined ? undefined : desk.propose('note', {text: 'pasted'});
		return proposal !== undefined && isRefusal(proposal) ? proposal : undefined;
	};

	/** Says why nothing came of it; the paste can be had again by undo. */
	const refused = (pasted: Pasted, why: string, tone: 'warn' | 'urgent') => {
		change(session => sessions.notify(sessions.keepPaste(session, pasted), why, tone));
	};

	const writeLines = async (pasted: Pasted) => {
		const lines = linesOf(pasted.text);
		try {
			const answer = await desk.writeAll(lines.map(({text}) => spoken(text)));
			if (isRefusal(answer)) {
				const line = answer.index === undefined ? undefined : lines[answer.index];
				const which = line === undefined ? '' : `line ${line.number}: `;
				refused(pasted, `Nothing is written. ${which}${answer.refused} ${answer.mend}`, 'warn');
				return;
			}

			for (const {text} of lines) {
				recorded(text);
			}

			const [first, last] = [answer[0]?.number, answer.at(-1)?.number];
			change(session => {
				// What the editor was opened with has been said now.
				const clean = pasted.into === 'line' ? sessions.setLine(session, '') : session;
				return sessions.notify(
					clean,
					`${counted(lines.length, 'lines')} recorded, ${first === last ? `entry ${first}` : `entries ${first} to ${last}`}`,
					'quiet',
				);
			});
		} catch (error) {
			if (!(error instanceof LedgerTrouble)) {
				throw error;
			}

			refused(pasted, `NOT WRITTEN. ${error.message} ${error.mend}`, 'urgent');
		}
	};

	return {
		take({text: whole, into}) {
			const pasted = {text: withoutEnd(whole), into};
			if (!hasManyLines(pasted.text)) {
				put(pasted);
				return;
			}

			const refusal = whyNothing();
			if (refusal === undefined) {
				change(session => sessions.askPaste(session, pasted));
			} else {
				put(pasted);
				change(session => sessions.notify(session, `${refusal.refused} ${refusal.mend}`, 'warn'));
			}
		},
		answer(pasted, answer) {
			const isTooMany = answer === 'lines' && linesOf(pasted.text).length > mostLines;
			if (isTooMany) {
				change(session =>
					sessions.notify(session, `More than ${mostLines} lines: in the shell, loggist run FILE.`, 'warn'),
				);
				return;
			}

			change(session => ({...session, layer: {type: 'none'}}));
			if (answer === 'lines') {
				void writeLines(pasted);
				return;
			}

			put(pasted);
			// What only the console understands is not done because it stood in a paste.
			if (answer === 'entry' && consoleLine(store.get().line.text) === undefined) {
				record();
			}
		},
	};
};
