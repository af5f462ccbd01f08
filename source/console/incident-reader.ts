import type {Board} from '../board.ts';
import {emptyBoard, foldAll} from '../fold.ts';
import type {Ledger} from '../ledger/ledger.ts';

/** Reads the board of every incident of a ledger, oldest first; asked again, only what has come since is read. */
export const createIncidentReader = (ledger: Ledger): (() => Promise<readonly Board[]>) => {
	const known = new Map<string, Board>();
	return async () => {
		for (const incident of await ledger.incidents()) {
			const before = known.get(incident) ?? emptyBoard(incident);
			known.set(incident, foldAll(before, await ledger.read(incident, before.head?.number ?? 0)));
		}

		return [...known.values()];
	};
};
