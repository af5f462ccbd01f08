import type {BoardEvent, Draft} from '../../source/entry.ts';
import {openSqliteLedger} from '../../source/ledger/sqlite.ts';
import {later} from '../../source/time.ts';
import {largeIncident} from './large-incident.ts';

/** What is written as time goes on: mostly notes; one action in twenty entries, which is done after a while. */
const eventAt = (index: number, due: string): BoardEvent => {
	const ref = `A${1000 + Math.floor(index / 20)}`;
	switch (index % 20) {
		case 0: {
			return {kind: 'action-opened', ref, text: `isolate host ${index}`, owner: `p${index % 20}`, due};
		}

		case 10: {
			return {kind: 'action-done', ref, result: 'success', text: 'it is off'};
		}

		default: {
			return {
				kind: 'note-made',
				text: `call ${index} from the supplier: host ${index % 97} answers, somebody goes there`,
			};
		}
	}
};

/** A ledger with a log of so many entries, written a few seconds apart. */
export const writeLedger = async (file: string, count: number): Promise<void> => {
	const {entries, now} = largeIncident(400, 20);
	const begun: readonly Draft[] = entries;
	const ledger = await openSqliteLedger(file);
	const incident = entries[0]?.incident ?? '';
	await ledger.append(
		incident,
		begun.map(({event, occurredAt, recordedAt, by, recordedBy}) => ({event, occurredAt, recordedAt, by, recordedBy})),
		0,
	);
	const drafts = Array.from({length: count - entries.length}, (_, index): Draft => {
		const at = later(now, index * 4000);
		return {
			event: eventAt(index, later(at, 600_000)),
			occurredAt: at,
			recordedAt: at,
			by: `p${index % 20}`,
			recordedBy: 'bench',
		};
	});
	await ledger.append(incident, drafts, entries.length);
	await ledger.close();
};
