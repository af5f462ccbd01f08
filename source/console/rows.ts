import type {Board} from '../board.ts';
import {type Action, byUrgency} from '../duties/actions/state.ts';
import {profileOf} from '../duties/declaration/state.ts';
import {decisionRows} from '../duties/decisions/pane.tsx';
import {findingPaneRows} from '../duties/findings/pane.tsx';
import {type RoleRow, roleRows} from '../duties/staffing/pane.tsx';
import {holders, nameOf, titleOf} from '../duties/staffing/state.ts';
import type {Entry} from '../entry.ts';
import type {Offer, Prompt} from '../rule.ts';
import {isLate, strikeReason, tell} from '../timeline.ts';
import type {Instant} from '../time.ts';
import type {PaneName} from './layout.ts';
import {isList, listOf} from './lists.ts';
import {offersOfAction, offersOfRecommendation} from './offers.ts';
import type {Guide} from './role-lists/plan.ts';
import type {Menu} from './session.ts';

/** What the panes list. */
export type Listed = {
	readonly board: Board;
	readonly entries: readonly Entry[];
	readonly prompts: readonly Prompt[];
	/** Doctrine has not been asked yet: a console shows the board first. */
	readonly isUnasked?: boolean;
	/** Who sits here: a handle, or a name that is nobody's handle. */
	readonly who?: string;
	/** What only whoever facilitates a drill sees of it. */
	readonly guide?: Guide | undefined;
};

/** Names a prompt while others come and go. */
export const promptKey = ({rule, subject}: Prompt): string => `${rule} ${subject}`;

/** The keys of a log, which only ever grows, made once for each entry. */
const entryKeys = (() => {
	const made = new WeakMap<readonly Entry[], string[]>();
	return (entries: readonly Entry[]): readonly string[] => {
		const keys = made.get(entries) ?? [];
		for (let index = keys.length; index < entries.length; index++) {
			keys.push(String(entries[index]?.number));
		}

		made.set(entries, keys);
		return keys;
	};
})();

/** The key of each row of a pane, top to bottom. */
export const keysOf = (pane: PaneName, listed: Listed, now: Instant): readonly string[] => {
	const {board, entries, prompts} = listed;
	if (isList(pane)) {
		return listOf(pane, listed)
			.rows(board, now)
			.map(row => row.key);
	}

	switch (pane) {
		case 'log': {
			return entryKeys(entries);
		}

		case 'prompts': {
			return prompts.map(promptKey);
		}

		case 'actions': {
			return byUrgency(board.actions).map(action => action.ref);
		}

		case 'roles': {
			return roleRows(board).map(row => JSON.stringify(row));
		}

		case 'findings': {
			return findingPaneRows(board).map(row => row.key);
		}

		case 'decisions': {
			return decisionRows(board).map(row =>
				row.type === 'waiting' ? String(row.recommendation.entry) : row.decision.ref,
			);
		}
	}
};

/** Where a pane's selection starts: the log at its end, the others at their top. */
export const startOf = (pane: PaneName, count: number): number => (pane === 'log' ? count - 1 : 0);

const promptMenu = (prompt: Prompt, {declaration}: Board): Menu => {
	const call = `answer ${prompt.rule}${prompt.subject === '' ? '' : ` ${prompt.subject}`}`;
	const others: Readonly<Record<string, Offer>> = {
		put: {label: 'put it to the Incident Manager', line: `${call} put`},
		defer: {label: 'later, at a time', line: `${call} defer until `},
		override: {label: 'accept it as it is, with a reason', line: `${call} override because `},
		na: {label: 'does not apply, with a reason', line: `${call} na because `},
	};
	return {
		title: prompt.rule,
		text: prompt.text,
		// Where doctrines disagree it must be seen which one speaks.
		source: `${prompt.why} ${prompt.source}. Asked by the profile ${profileOf(declaration).name}: ${profileOf(declaration).title}.`,
		selected: 0,
		offers: prompt.answers.flatMap((answer): readonly Offer[] => {
			const other = others[answer];
			return other === undefined
				? prompt.offers.map(offer => ({label: offer.label, line: `${call} do ${offer.line}`}))
				: [other];
		}),
	};
};

const actionMenu = (action: Action): Menu => ({
	title: action.ref,
	text: action.text,
	selected: 0,
	offers: offersOfAction(action),
});

const roleMenu = (row: RoleRow, {staffing, declaration}: Board): Menu => {
	switch (row.type) {
		case 'role': {
			return {
				title: titleOf(declaration, row.role),
				text: '',
				selected: 0,
				offers: [{label: row.isHeld ? 'assign one more' : 'assign', line: `assign ${row.role} @`}],
			};
		}

		case 'holder': {
			const name = nameOf(staffing, row.person);
			const isAccepted = holders(staffing, row.role).some(
				one => one.person === row.person && one.acceptedAt !== undefined,
			);
			return {
				title: `${name}, ${titleOf(declaration, row.role)}`,
				text: '',
				selected: 0,
				offers: [
					...(isAccepted ? [] : [{label: 'has accepted', line: `accept ${row.role} @${row.person}`}]),
					{label: 'give an action', line: `action  @${row.person} by `},
					{label: 'relieve of this role', line: `relieve ${row.role} @${row.person}`},
					{label: 'release', line: `release @${row.person}`},
				],
			};
		}

		case 'team': {
			return {
				title: `Sub-team #${row.team}`,
				text: '',
				selected: 0,
				offers: [
					{label: 'complete it: lead, task, report time', line: `brief ${row.team} `},
					{label: 'add people', line: `join ${row.team} @`},
					{label: 'merge it back', line: `merge ${row.team}`},
				],
			};
		}

		case 'member': {
			return {
				title: `${nameOf(staffing, row.person)}, #${row.team}`,
				text: '',
				selected: 0,
				offers: [
					{label: 'give an action', line: `action  @${row.person} by `},
					{label: 'make lead', line: `brief ${row.team} @${row.person}`},
					{label: 'release', line: `release @${row.person}`},
				],
			};
		}
	}
};

const struckWords = (entry: Entry, board: Board): string => {
	const reason = strikeReason(entry, board);
	return reason === undefined ? '' : ` (struck, because ${reason})`;
};

const entryMenu = (entry: Entry, board: Board): Menu => ({
	title: `Entry ${entry.number}`,
	text: `${tell(entry, board)}${struckWords(entry, board)}`,
	selected: 0,
	offers: [
		...(board.struck.has(entry.number) || entry.number === 1
			? []
			: [{label: 'strike it', line: `strike ${entry.number} because `}]),
		...(isLate(entry, board) ? [{label: 'say why it was late', line: `explain ${entry.number} because `}] : []),
	],
});

/** What may be done with a row, from there. */
export const menuOf = (pane: PaneName, index: number, listed: Listed, now: Instant): Menu | undefined => {
	const {board, entries, prompts} = listed;
	if (isList(pane)) {
		const row = listOf(pane, listed).rows(board, now)[index];
		return row && {title: row.title, text: row.whole ?? row.text, offers: row.offers, selected: 0};
	}

	switch (pane) {
		case 'log': {
			const entry = entries[index];
			return entry === undefined ? undefined : entryMenu(entry, board);
		}

		case 'prompts': {
			const prompt = prompts[index];
			return prompt === undefined ? undefined : promptMenu(prompt, board);
		}

		case 'actions': {
			const action = byUrgency(board.actions)[index];
			return action === undefined ? undefined : actionMenu(action);
		}

		case 'roles': {
			const row = roleRows(board)[index];
			return row === undefined ? undefined : roleMenu(row, board);
		}

		case 'findings': {
			const row = findingPaneRows(board)[index];
			return row === undefined || row.offers.length === 0
				? undefined
				: {title: row.title, text: row.text, selected: 0, offers: row.offers};
		}

		case 'decisions': {
			const row = decisionRows(board)[index];
			if (row === undefined) {
				return undefined;
			}

			return row.type === 'waiting'
				? {
						title: 'Recommended',
						text: row.recommendation.text,
						selected: 0,
						offers: offersOfRecommendation(row.recommendation),
					}
				: {
						title: row.decision.ref,
						text: row.decision.text,
						selected: 0,
						offers: [
							...(row.decision.reason === undefined
								? [{label: 'record why', line: `justify ${row.decision.ref} because `}]
								: []),
							{label: 'the next decision point', line: `nextpoint ${row.decision.ref} next `},
							{label: 'an option that was considered', line: `option for:${row.decision.ref} `},
							{label: 'a strong objection', line: `object ${row.decision.ref} @`},
						],
					};
		}
	}
};
