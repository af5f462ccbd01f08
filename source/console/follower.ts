import {LedgerTrouble} from '../ledger/ledger.ts';
import {type ConsoleVerbName, consoleLine} from './console-verbs.ts';
import type {Candidate} from '../language/complete.ts';
import type {Places} from './index.ts';
import type {Stores} from './stores.ts';

/**
 * Reads what may follow a verb of the console when that verb is typed: the incidents of the ledger, the pages. To be
 * called at every change of the session; it looks at the line only, and asks nothing twice for the same verb.
 */
export const createFollower = (
	{session, following}: Pick<Stores, 'session' | 'following'>,
	places: Pick<Places, 'incidents' | 'drills' | 'demos'> | undefined,
	here: () => string | undefined,
	inDrill: () => readonly Candidate[] | undefined = () => undefined,
): (() => void) => {
	const readers: Readonly<Partial<Record<ConsoleVerbName, () => Promise<readonly Candidate[]>>>> = {
		async open() {
			const elsewhere = ((await places?.incidents()) ?? []).filter(one => one !== here());
			return [
				...elsewhere.toReversed().map(text => ({text, hint: 'incident'})),
				...(places === undefined ? [] : [{text: 'start', hint: 'what may be begun or gone to'}]),
			];
		},
		async replay() {
			const known = ((await places?.incidents()) ?? []).toReversed();
			return [
				...known.map(text => ({text, hint: 'incident'})),
				...(places?.demos() ?? []).map(text => ({text, hint: 'ships with the program'})),
			];
		},
		async drill() {
			const offers = (await places?.drills()) ?? [];
			return inDrill() ?? offers.map(({name, duration, title}) => ({text: name, hint: `${duration}: ${title}`}));
		},
		async demo() {
			return (places?.demos() ?? []).map(text => ({text, hint: 'incident'}));
		},
		async show() {
			const {pages} = await import('../documents/pages.ts');
			return [
				...pages.map(({name, summary}) => ({text: name, hint: summary})),
				{text: 'overview', hint: 'every incident of the ledger'},
			];
		},
	};
	let asked: string | undefined;

	const read = async (verb: ConsoleVerbName) => {
		try {
			const candidates = await readers[verb]?.();
			if (candidates !== undefined) {
				following.set({...following.get(), [verb]: candidates});
			}
		} catch (error) {
			// A ledger that cannot be read is said where the verb is done.
			if (!(error instanceof LedgerTrouble)) {
				throw error;
			}
		}
	};

	return () => {
		const {text} = session.get().line;
		const verb = text.startsWith('/') ? consoleLine(text.slice(0, 100))?.verb : undefined;
		if (verb !== asked) {
			asked = verb;
			if (verb !== undefined) {
				void read(verb);
			}
		}
	};
};
