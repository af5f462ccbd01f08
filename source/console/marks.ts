import type {PaneName} from './layout.ts';
import type {Session} from './session.ts';

/*
Rows that are marked, to be dealt with together. A mark does nothing by itself, and moves nothing: it is on the screen
only. What is said of the marked rows is a line of the language that names each of them.
*/

const isHandle = (row: unknown): row is {readonly person: string} =>
	typeof row === 'object' && row !== null && 'person' in row && typeof row.person === 'string';

/** How a line names what a row stands for, by the row's key; a pane that is not here takes its rows one at a time. */
const subjects: Partial<Readonly<Record<PaneName, (key: string) => string | undefined>>> = {
	actions: key => key,
	'own actions': key => key,
	'to complete': key => key,
	untested: key => key,
	findings: key => (key.startsWith('F') ? key : undefined),
	roles(key) {
		const row: unknown = JSON.parse(key);
		return isHandle(row) ? `@${row.person}` : undefined;
	},
};

/** Whether several rows of a pane can be dealt with together. */
export const takesMarks = (pane: PaneName): boolean => pane in subjects;

/** How a line names what the row stands for: `A3`, `@priya`; undefined for a row that is dealt with alone. */
export const subjectOf = (pane: PaneName, key: string): string | undefined => subjects[pane]?.(key);

/** What the marked rows among those listed stand for, top to bottom, each once. */
export const markedSubjects = ({marks}: Session, pane: PaneName, listed: readonly string[]): readonly string[] =>
	marks?.pane === pane
		? [...new Set(listed.filter(key => marks.keys.has(key)).flatMap(key => subjectOf(pane, key) ?? []))]
		: [];

/** Whether the selected row is the only marked one: nothing else is meant than that row. */
export const isMarkedAlone = ({marks, selection}: Session, pane: PaneName): boolean =>
	marks?.pane === pane && selection?.pane === pane && marks.keys.size === 1 && marks.keys.has(selection.key);

/** How far down it is from a row to the next that can be marked, for whoever marks one after the other; else to the next row. */
export const toNext = (pane: PaneName, listed: readonly string[], at: number): number => {
	const next = listed.findIndex((key, index) => index > at && subjectOf(pane, key) !== undefined);
	return next === -1 ? 1 : next - at;
};

/** These rows of a pane are marked and no others, of any pane. */
const withMarks = (session: Session, pane: PaneName, keys: ReadonlySet<string>): Session => ({
	...session,
	marks: keys.size === 0 ? undefined : {pane, keys},
	notice: undefined,
});

const keysIn = ({marks}: Session, pane: PaneName): ReadonlySet<string> =>
	marks?.pane === pane ? marks.keys : new Set();

/** The keys of those rows that can be marked. */
const markable = (pane: PaneName, keys: readonly string[]): readonly string[] =>
	keys.filter(key => subjectOf(pane, key) !== undefined);

/** Marks rows besides those that are marked. */
export const mark = (session: Session, pane: PaneName, keys: readonly string[]): Session =>
	withMarks(session, pane, new Set([...keysIn(session, pane), ...markable(pane, keys)]));

/** Marks a row, or takes the mark off it; a row that is dealt with alone stays without one. */
export const toggleMark = (session: Session, pane: PaneName, key: string): Session => {
	const before = keysIn(session, pane);
	return before.has(key)
		? withMarks(session, pane, new Set([...before].filter(one => one !== key)))
		: mark(session, pane, [key]);
};

/** Marks every row that is listed; when each of them is, takes the marks off. */
export const toggleAll = (session: Session, pane: PaneName, listed: readonly string[]): Session => {
	const [before, wanted] = [keysIn(session, pane), markable(pane, listed)];
	return withMarks(session, pane, new Set(wanted.every(key => before.has(key)) ? [] : wanted));
};

export const unmark = (session: Session): Session => ({...session, marks: undefined, notice: undefined});

/** After a line has been recorded: the rows that it names are dealt with, the others stay marked. A note deals with none. */
export const unmarkSaid = (session: Session, line: string): Session => {
	const {marks} = session;
	if (marks === undefined || !line.startsWith('/')) {
		return session;
	}

	const said = new Set(line.split(/[\s,]+/u));
	const left = new Set([...marks.keys].filter(key => !said.has(subjectOf(marks.pane, key) ?? key)));
	return left.size === marks.keys.size
		? session
		: {...session, marks: left.size === 0 ? undefined : {...marks, keys: left}};
};
