import type {Board} from '../board.ts';
import {type Action, byUrgency, circumstances, countdown, isUnowned} from '../duties/actions/state.ts';
import {type DecisionRow, decisionRows} from '../duties/decisions/pane.tsx';
import {findingPaneRows} from '../duties/findings/pane.tsx';
import {type RoleRow, roleRows} from '../duties/staffing/pane.tsx';
import {nameOf, standingTeams, titleOf} from '../duties/staffing/state.ts';
import type {Entry} from '../entry.ts';
import type {PaneRow} from '../looks/list-pane.tsx';
import type {Cell} from '../looks/cell.ts';
import type {Prompt} from '../rule.ts';
import {timelineLine} from '../timeline.ts';
import {type Instant, timeFrom} from '../time.ts';
import {columns, forTerminal} from '../text.ts';
import {because} from '../words.ts';
import type {PaneName} from './layout.ts';
import {isList, listOf} from './lists.ts';
import {keysOf, type Listed, promptKey} from './rows.ts';

/** A row of any pane in words: to be searched, copied, and listed where only some rows are. */
export type WordedRow = Pick<PaneRow, 'key' | 'lead' | 'text' | 'tone'>;

/** Longer words before the text are cut where they are listed; what is searched and copied is whole. */
const widestLead = 26;

const leading = (text: string, tone: Cell['tone'] = 'strong'): readonly Cell[] => [
	{text: `${text} `, tone, width: Math.min(widestLead, columns(forTerminal(text)) + 1)},
];

const entryRow = (entry: Entry, board: Board, now: Instant): WordedRow => {
	const {number, clock, who, text, struck, isLate, imported} = timelineLine(entry, board, now);
	return {
		key: String(number),
		lead: leading(`${number} ${clock} ${who}`, 'advise'),
		text: `${imported === undefined ? (isLate ? '(late) ' : '') : '(imported) '}${text}${struck === undefined ? '' : ` (struck${because(struck)})`}`,
		tone: struck === undefined ? 'plain' : 'struck',
	};
};

const promptRow = (prompt: Prompt, {declaration}: Board, now: Instant): WordedRow => ({
	key: promptKey(prompt),
	lead: leading(prompt.rule, prompt.severity),
	text: `${prompt.text}${prompt.put === undefined ? '' : ` (put to the Incident Manager ${timeFrom(now, prompt.put, declaration.zone)})`}`,
});

const actionRow = (action: Action, {staffing, declaration}: Board, now: Instant): WordedRow => ({
	key: action.ref,
	lead: leading(`${action.ref} ${countdown(action, now)}`),
	text: [
		action.text,
		...(action.owner === undefined ? [] : [nameOf(staffing, action.owner)]),
		...(action.team === undefined ? [] : [`#${action.team}`]),
		...(isUnowned(action) ? ['no owner'] : []),
		...(action.due === undefined ? [] : [`by ${timeFrom(now, action.due, declaration.zone)}`]),
		action.status,
		...circumstances(action),
	].join(' · '),
});

const roleRow = (row: RoleRow, {staffing, declaration}: Board): WordedRow => {
	const key = JSON.stringify(row);
	switch (row.type) {
		case 'role': {
			return {key, lead: [], text: `${titleOf(declaration, row.role)}${row.isHeld ? '' : ' · VACANT'}`, tone: 'quiet'};
		}

		case 'holder': {
			return {key, lead: [], text: `${nameOf(staffing, row.person)} · ${titleOf(declaration, row.role)}`};
		}

		case 'team': {
			const task = standingTeams(staffing).find(one => one.name === row.team)?.task;
			return {key, lead: [], text: `#${row.team}${task === undefined ? '' : ` ${task}`}`, tone: 'title'};
		}

		case 'member': {
			return {key, lead: [], text: `${nameOf(staffing, row.person)} · #${row.team}`};
		}
	}
};

const decisionRow = (row: DecisionRow, {staffing}: Board): Omit<WordedRow, 'key'> =>
	row.type === 'waiting'
		? {
				lead: leading(`${row.recommendation.entry} waits`, 'warn'),
				text: `${nameOf(staffing, row.recommendation.by)} recommends ${row.recommendation.text}${because(row.recommendation.reason)}`,
			}
		: {lead: leading(row.decision.ref), text: `${row.decision.text}${because(row.decision.reason)}`};

/** The rows of a pane in words, top to bottom; a row is worded when it is asked for, for a log is long. */
export type WordedRows = {
	/** As `keysOf` gives them. */
	readonly keys: readonly string[];
	readonly at: (index: number) => WordedRow | undefined;
};

const worded = (rows: readonly WordedRow[]): WordedRows => ({
	keys: rows.map(row => row.key),
	at: index => rows[index],
});

export const wordedRows = (pane: PaneName, listed: Listed, now: Instant): WordedRows => {
	const {board, entries, prompts} = listed;
	if (isList(pane)) {
		return worded(listOf(pane, listed).rows(board, now));
	}

	switch (pane) {
		case 'log': {
			return {
				keys: keysOf(pane, listed, now),
				at(index) {
					const entry = entries[index];
					return entry === undefined ? undefined : entryRow(entry, board, now);
				},
			};
		}

		case 'prompts': {
			return worded(prompts.map(prompt => promptRow(prompt, board, now)));
		}

		case 'actions': {
			return worded(byUrgency(board.actions).map(action => actionRow(action, board, now)));
		}

		case 'roles': {
			return worded(roleRows(board).map(row => roleRow(row, board)));
		}

		case 'findings': {
			return worded(findingPaneRows(board));
		}

		case 'decisions': {
			const keys = keysOf(pane, listed, now);
			return worded(decisionRows(board).map((row, index) => ({key: keys[index] ?? '', ...decisionRow(row, board)})));
		}
	}
};

/** A row as one reads it aloud: what stands before the text, and the text. */
export const wordsOfRow = ({lead, text}: WordedRow): string =>
	[...lead.map(cell => cell.text.trim()), text].filter(part => part !== '').join(' ');
