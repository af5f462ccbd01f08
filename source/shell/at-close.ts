import type {Desk} from '../desk.ts';
import {isOpen} from '../duties/declaration/state.ts';
import type {Entry} from '../entry.ts';
import {isRefusal, type Refusal} from '../refusal.ts';

/**
 * The desk, which also does `deed` when what is written on it has closed the incident. The entries that the deed gives
 * come after those that were asked for. Closing never hangs on it: it must tell its own troubles.
 */
export const atClose = (desk: Desk, deed: (desk: Desk) => Promise<readonly Entry[]>): Desk => {
	const closes = (written: readonly Entry[]): boolean =>
		written.some(({event}) => event.kind === 'incident-closed') && !isOpen(desk.board().declaration);
	const after = async <Why extends Refusal>(answer: readonly Entry[] | Why): Promise<readonly Entry[] | Why> =>
		!isRefusal(answer) && closes(answer) ? [...answer, ...(await deed(desk))] : answer;
	return {
		...desk,
		write: async (line, options) => after(await desk.write(line, options)),
		record: async (decide, contents) => after(await desk.record(decide, contents)),
		writeAll: async lines => after(await desk.writeAll(lines)),
	};
};
