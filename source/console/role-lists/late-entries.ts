import {profileOf} from '../../duties/declaration/state.ts';
import {type LateEntry, lateEntries} from '../../late.ts';
import type {Board} from '../../board.ts';
import type {ListPane, PaneRow} from '../../looks/list-pane.tsx';
import {inBrief, type Instant} from '../../time.ts';
import {timelineLine} from '../../timeline.ts';
import {because} from '../../words.ts';
import type {Listed} from '../rows.ts';

const numberWidth = 4;
const lagWidth = 7;

const late = ({record, declaration}: Board): readonly LateEntry[] =>
	lateEntries(record, profileOf(declaration).minutes.lateEntry);

/** Entries written well after their event: those without a reason first, the newest of them on top. */
export const lateEntriesPane = ({entries}: Listed): ListPane => {
	const row = ({entry, lag, reason}: LateEntry, board: Board, now: Instant): readonly PaneRow[] => {
		// Numbers run from one, without a gap.
		const kept = entries[entry - 1];
		if (kept === undefined) {
			return [];
		}

		const {clock, who, text} = timelineLine(kept, board, now);
		const number = `${entry} `;
		return [
			{
				key: String(entry),
				lead: [
					{text: number, tone: 'strong', width: Math.max(numberWidth, number.length)},
					{text: `${inBrief(lag)} `, tone: reason === undefined ? 'warn' : 'quiet', width: lagWidth},
				],
				// A note tells its reason itself.
				text: `${clock} ${who}: ${text}${reason !== undefined && text.includes(reason) ? '' : because(reason)}`,
				...(reason === undefined ? {} : {tone: 'quiet'}),
				title: `Entry ${entry}, written late`,
				offers: [{label: 'say why it was late', line: `explain ${entry} because `}],
			},
		];
	};

	return {
		title(board) {
			const all = late(board);
			const bare = all.filter(one => one.reason === undefined).length;
			return `Late entries · ${all.length}${bare === 0 ? '' : `, ${bare} without a reason`}`;
		},
		empty: 'No entry was written late.',
		rows(board, now) {
			const all = late(board).toReversed();
			return [...all.filter(one => one.reason === undefined), ...all.filter(one => one.reason !== undefined)].flatMap(
				one => row(one, board, now),
			);
		},
	};
};
