import type {Desk} from '../desk.ts';
import {type Refusal, refuse} from '../refusal.ts';
import type {Block} from '../section.ts';
import {clockTimeFrom} from '../time.ts';
import type {Lookback} from './lookback.ts';
import * as sessions from './session.ts';
import type {Session} from './session.ts';
import type {Stores} from './stores.ts';
import type {View} from './view.ts';

/** What is read over the board, and which moment the board shows. */
export type PageDeeds = {
	/** Opens a page by its name; `spend` takes the line away that asked for it. */
	readonly show: (name: string, spend: () => void) => Promise<void>;
	/** Takes the board to another moment, or says why not; the picture over time shows where that is. */
	readonly travel: (how: (lookback: Lookback) => Refusal | undefined) => Promise<void>;
};

export const createPageDeeds = ({
	stores,
	desk,
	view,
	others,
	lookback,
}: {
	readonly stores: Stores;
	readonly desk: Desk;
	readonly view: View;
	/** The page of every incident of the ledger. */
	readonly others: () => Promise<readonly Block[]>;
	readonly lookback: Lookback | undefined;
}): PageDeeds => {
	const {session: store} = stores;
	const change = (how: (session: Session) => Session) => {
		store.set(how(store.get()));
	};

	/** A page of the incident; what draws it is loaded when it is first asked for. Where there is none, that is said. */
	const pageOf = async (name: string) => {
		const [{pages}, {plainText}] = await Promise.all([
			import('../documents/pages.ts'),
			import('../documents/plain.ts'),
		]);
		const page = pages.find(one => one.name === name.toLowerCase());
		const incident = desk.incident();
		const past = stores.past.get();
		const replayed = stores.transport.get()?.at;
		const isOverview = name.toLowerCase() === 'overview';
		if ((page === undefined && !isOverview) || incident === undefined) {
			const names = [...pages.map(one => one.name), 'overview', 'people'];
			change(session => sessions.notify(session, `The pages are ${names.join(', ')}.`, 'warn'));
			return undefined;
		}

		// The picture over time shows all of it, and where in it the board stands.
		const isPicture = page?.isPicture === true;
		const shown = isPicture && lookback !== undefined ? lookback.present : desk;
		const {board, now, zone} = shown.situation();
		const columns = view.layout().body.width - 4;
		const blocks =
			page === undefined
				? await others()
				: page.blocks({
						board,
						entries: shown.entries(),
						now,
						prompts: shown.prompts(),
						version: '',
						columns,
						cursor: past?.at ?? replayed,
					});
		const asOfWords =
			past === undefined || page === undefined ? '' : ` as of ${clockTimeFrom(past.now, past.at, zone)}`;
		return {
			title: `${page === undefined ? '' : `${incident} `}${name.toLowerCase()}${asOfWords}`,
			lines: plainText(blocks, columns).split('\n'),
			isPicture,
		};
	};

	const show = async (name: string, spend: () => void) => {
		const page = await pageOf(name);
		if (page !== undefined) {
			spend();
			change(session => sessions.openPage(session, page.title, page.lines, page.isPicture));
		}
	};

	const travel = async (how: (lookback: Lookback) => Refusal | undefined) => {
		const refusal =
			lookback === undefined
				? refuse('The board cannot be taken back here.', 'It shows what is true now.')
				: how(lookback);
		if (refusal !== undefined) {
			change(session => sessions.notify(session, `${refusal.refused} ${refusal.mend}`, 'quiet'));
			return;
		}

		const {layer} = store.get();
		const page = layer.type === 'page' && layer.isPicture ? await pageOf('timeline') : undefined;
		if (page !== undefined) {
			change(session => sessions.redrawPicture(session, page.title, page.lines));
		}
	};

	return {show, travel};
};
