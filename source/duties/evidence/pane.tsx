import {refCell} from '../../looks/cell.ts';
import type {ListPane} from '../../looks/list-pane.tsx';
import {clockTimeFrom} from '../../time.ts';
import {briefName, nameOf} from '../staffing/state.ts';
import {custodyLacks} from './state.ts';

const whoWidth = 14;

/** Exhibits and the chain of their custody. */
export const evidencePane: ListPane = {
	title: ({evidence}) => `Evidence items · ${evidence.items.length}`,
	empty: 'None yet: exhibit TEXT @custodian.',
	// An item whose custody has a gap comes first.
	rows: ({evidence, staffing, declaration}, now) =>
		evidence.items
			.map(item => ({item, lacks: custodyLacks(item)}))
			.sort((a, b) => b.lacks.length - a.lacks.length)
			.map(({item: {ref, text, takenAt, takenBy, custodian, hash}, lacks}) => ({
				key: ref,
				lead: [
					refCell(ref, 'title', 5),
					{
						text: custodian === undefined ? 'no custodian' : briefName(staffing, custodian),
						width: whoWidth,
						tone: custodian === undefined ? ('warn' as const) : ('advise' as const),
					},
				],
				text: `${text} · taken ${clockTimeFrom(now, takenAt, declaration.zone)} by ${takenBy === undefined ? 'nobody named' : nameOf(staffing, takenBy)}${hash === undefined ? '' : ` · ${hash}`}`,
				...(lacks.length === 0 ? {} : {tone: 'warn' as const}),
				title: `${ref} ${text}`,
				offers: [
					{label: 'pass it on', line: `custody ${ref} @`},
					...(takenBy === undefined ? [{label: 'who took it', line: `taker ${ref} @`}] : []),
				],
			})),
};
