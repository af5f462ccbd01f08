import type {Board} from '../board.ts';
import {actionNamed} from '../duties/actions/state.ts';
import type {Entry} from '../entry.ts';
import {clockTime, inZone} from '../time.ts';
import {tell} from '../timeline.ts';
import type {DocumentView} from './incident-log.ts';
import {milestones} from './kinds.ts';
import {leftWords, mermaidText, pictureTitle} from './mermaid.ts';
import type {Picture} from './pictures.ts';

/** Each moment is a column: more of them are a strip that nobody reads. */
const mostMoments = 20;
/** Under one moment; the rest of it is in the log. */
const mostEvents = 4;
const eventWidth = 70;

/** The most telling kinds first: they are drawn before the others where there is no room for all. */
const weight = ({event: {kind}}: Entry): number =>
	kind === 'incident-declared' || kind === 'incident-closed' || kind === 'incident-reopened'
		? 0
		: kind === 'severity-set' || kind === 'phase-set' || kind === 'decision-made'
			? 1
			: kind === 'action-done'
				? 3
				: 2;

const leastWeight = (entries: readonly Entry[]): number => Math.min(...entries.map(weight));

/** How an entry reads; of an action that is done, what it was. */
const words = (entry: Entry, board: Board): string => {
	const {event} = entry;
	const action = event.kind === 'action-done' ? actionNamed(board.actions, event.ref) : undefined;
	return action === undefined ? tell(entry, board) : `${action.ref} done: ${action.text}`;
};

/** The milestones over time in Mermaid's language, by day and by minute on the incident's wall clock. */
export const mermaidTimeline = ({board, entries}: DocumentView): Picture | undefined => {
	const {zone} = board.declaration;
	const all = entries
		.filter(one => milestones.has(one.event.kind) && !board.struck.has(one.number))
		.toSorted((a, b) => (a.occurredAt === b.occurredAt ? a.number - b.number : a.occurredAt < b.occurredAt ? -1 : 1));
	if (all.length === 0) {
		return undefined;
	}

	const moments = [...Map.groupBy(all, one => inZone(one.occurredAt, zone, 'yyyy-MM-dd HH:mm')).values()];
	const shown = new Set(
		moments
			.map((moment, index) => ({moment, index, rank: leastWeight(moment)}))
			.sort((a, b) => a.rank - b.rank || a.index - b.index)
			.slice(0, mostMoments)
			.map(({moment}) => moment),
	);
	let day = '';
	let drawn = 0;
	const lines: string[] = ['timeline', `    title ${pictureTitle(board, zone)}`];
	for (const moment of moments.filter(one => shown.has(one))) {
		const at = moment[0]?.occurredAt ?? '';
		const itsDay = inZone(at, zone, 'yyyy-MM-dd');
		if (itsDay !== day) {
			day = itsDay;
			lines.push(`    section ${day}`);
		}

		const told = moment.toSorted((a, b) => weight(a) - weight(b) || a.number - b.number).slice(0, mostEvents);
		drawn += told.length;
		for (const [index, entry] of told.entries()) {
			const time = index === 0 ? mermaidText(clockTime(at, zone), eventWidth) : '          ';
			lines.push(`        ${time} : ${mermaidText(words(entry, board), eventWidth)}`);
		}
	}

	const left = all.length - drawn;
	return {
		lines,
		left:
			left === 0
				? undefined
				: `${leftWords(left, all.length, 'milestones')} of the timeline, those of the least weight; the log has them all.`,
	};
};
