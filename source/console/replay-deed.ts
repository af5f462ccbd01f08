import type {Desk} from '../desk.ts';
import {type Log, wholeLog} from '../shell/replay-log.ts';
import {UsageError} from '../shell/shell.ts';
import type {ConsoleDeed} from './deeds.ts';
import type {Destination} from './destination.ts';

/**
 * `/replay`: plays the incident that is open again, from its log as it is now; `/replay REF`, a file or a name: another.
 */
export const replayDeed =
	(desk: Desk, named: (typed: string) => Promise<Log>, go: (to: Destination) => void): ConsoleDeed =>
	async (rest, {spend, say}) => {
		const incident = desk.incident();
		if (rest === '' && incident === undefined) {
			say('Replay what? /replay INC-2026-0001, a file that export jsonl wrote, or what /drill lists.', 'warn');
			return;
		}

		try {
			const log = rest === '' ? wholeLog(incident ?? '', [...desk.entries()], incident ?? '') : await named(rest);
			spend();
			go({
				type: 'replay',
				log,
				origin: incident === undefined ? {type: 'start'} : {type: 'incident', reference: incident},
			});
		} catch (error) {
			if (!(error instanceof UsageError)) {
				throw error;
			}

			say(`${error.message} ${error.mend}`, 'warn');
		}
	};
