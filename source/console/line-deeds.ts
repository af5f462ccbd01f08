import type {Desk} from '../desk.ts';
import {LedgerTrouble} from '../ledger/ledger.ts';
import {isRefusal} from '../refusal.ts';
import {unmarkSaid} from './marks.ts';
import {receiptOf} from './receipt.ts';
import {spoken} from './saying.ts';
import * as sessions from './session.ts';
import type {Session} from './session.ts';
import type {Stores} from './stores.ts';

/** Says what the line says in the language, or why it cannot be said; what the ledger takes goes to `keepHistory`. */
export const createRecorder = (
	stores: Stores,
	desk: Desk,
	keepHistory: ((text: string) => void) | undefined,
): ((text: string) => void) => {
	const {session: store} = stores;
	const change = (how: (session: Session) => Session) => {
		store.set(how(store.get()));
	};

	const write = async (text: string) => {
		const {line, literal} = spoken(text);
		const {shelved} = store.get();
		const isUntouched = ({line: now}: Session) => now.text === '' || now.text === shelved;
		change(sessions.takeLine);
		try {
			const answer = await desk.write(line, literal);
			if (isRefusal(answer)) {
				change(session =>
					sessions.notify(sessions.giveBack(session, text), `${answer.refused} ${answer.mend}`, 'warn'),
				);
				return;
			}

			const receipt = receiptOf(answer, desk.board());
			// What went wrong beside it must not give way to the receipt.
			const isTroubled = store.get().notice?.tone === 'warn';
			change(session => unmarkSaid(sessions.recorded(session), text));
			keepHistory?.(text);
			if (receipt !== undefined) {
				change(session =>
					// Whoever types on already wants the reading of that line, not of the last one.
					isUntouched(session) && !isTroubled ? sessions.notify(session, receipt, 'quiet') : session,
				);
			}
		} catch (error) {
			if (!(error instanceof LedgerTrouble)) {
				throw error;
			}

			change(session =>
				sessions.notify(sessions.giveBack(session, text), `NOT WRITTEN. ${error.message} ${error.mend}`, 'urgent'),
			);
		}
	};

	return text => {
		const {line: said, literal} = spoken(text);
		const proposal = desk.propose(said, literal);
		if (isRefusal(proposal)) {
			change(session => sessions.notify(session, `${proposal.refused} ${proposal.mend}`, 'warn'));
			return;
		}

		void write(text);
	};
};
