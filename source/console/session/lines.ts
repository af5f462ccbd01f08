import type {Completion} from '../../language/complete.ts';
import {type Edit, edits, emptyLine, insert, type Line, lineOf, replaceBack} from '../line.ts';
import {pasteMenu} from '../paste.ts';
import {noSteps, redone, rested, type Run, type Step, stepped, type Steps, undone} from '../steps.ts';
import {toLine} from './focus.ts';
import {openMenu} from './layers.ts';
import {letPasteGo, stepOf} from './pastes.ts';
import type {Session} from './state.ts';

/** As many lines are remembered, here and from one start to the next. */
export const mostHistory = 200;

/** The session with another line: undo brings back the one before. */
const withLine = (session: Session, line: Line, run?: Run): Session => ({
	...session,
	line,
	steps: line.text === session.line.text ? rested(session.steps) : stepped(session.steps, stepOf(session), run),
});

/** What typing ends. */
const typed = {
	focus: 'line',
	layer: {type: 'none'},
	notice: undefined,
	cycle: undefined,
	isListClosed: false,
	back: 0,
} as const;

const typeAs = (before: Session, text: string, run?: Run): Session => {
	const session = letPasteGo(before);
	return {...withLine(session, insert(session.line, text), run), ...typed};
};

/** Typed text goes into the line, wherever the focus is and whatever is open. */
export const type = (session: Session, text: string): Session => typeAs(session, text, 'typing');

/** Pasted text goes there too, and is a step of its own. */
export const paste = (session: Session, text: string): Session => typeAs(session, text);

const isSmall = (how: Edit): boolean => how === 'delete-back' || how === 'delete-forth';

export const edit = (session: Session, how: Edit): Session => ({
	...withLine(session, edits[how](session.line), isSmall(how) ? 'deleting' : undefined),
	focus: 'line',
	notice: undefined,
	cycle: undefined,
	isListClosed: false,
});

/** The line as a whole, with the cursor after it; the focus goes to it. */
export const setLine = (session: Session, text: string): Session => ({
	...withLine(session, lineOf(text)),
	focus: 'line',
	layer: {type: 'none'},
	notice: undefined,
	cycle: undefined,
	isListClosed: false,
});

/** A line that a menu has made. What was half typed comes back when that is recorded, or let go. */
export const offerLine = (session: Session, text: string): Session => ({
	...setLine(session, text),
	shelved: session.shelved === '' ? session.line.text : session.shelved,
});

/** What is to be kept of the line when the program ends: what a person typed, before what a menu made. */
export const halfTyped = ({line, shelved}: Session): string => (shelved === '' ? line.text : shelved);

const unshelve = (session: Session): Session =>
	session.line.text === '' && session.shelved !== ''
		? {...session, line: lineOf(session.shelved), shelved: ''}
		: session;

const remember = (session: Session, text: string): Session => ({
	...session,
	history: [...session.history.filter(one => one !== text), text].slice(-mostHistory),
	back: 0,
	left: '',
});

/** Takes the line away to be recorded; it can be had back from the history at once. */
export const takeLine = (session: Session): Session => ({
	...remember(session, session.line.text.trim()),
	line: emptyLine,
	// Undone, it would be recorded twice.
	steps: noSteps,
	cycle: undefined,
	notice: undefined,
});

/** After a line has been recorded: whatever was typed since stays; what made way for it is back. */
export const recorded = (session: Session): Session =>
	unshelve({
		...session,
		// The new entry is to be seen.
		selection: session.focus === 'line' ? undefined : session.selection,
	});

/** After a line that only the console understands: it is in the history, and what made way for it is back. */
export const spent = (session: Session): Session => unshelve(takeLine(session));

/** Gives back a line that could not be recorded, unless another has been begun. */
export const giveBack = (session: Session, text: string): Session =>
	session.line.text === '' ? {...session, line: lineOf(text)} : session;

const browse = (session: Session, back: number): Session => {
	const {history} = session;
	if (back < 0 || back > history.length) {
		return session;
	}

	const left = session.back === 0 ? session.line.text : session.left;
	const text = back === 0 ? left : (history[history.length - back] ?? '');
	return {
		...withLine(session, lineOf(text), 'browsing'),
		back,
		left,
		notice: undefined,
		cycle: undefined,
		isListClosed: true,
	};
};

/** A line back in the history. */
export const older = (session: Session): Session => browse(session, session.back + 1);

/** A line forth in the history, at its end the line that was left. */
export const newer = (session: Session): Session => browse(session, session.back - 1);

/** Puts the first candidate into the line, or after that the next one. */
export const complete = (session: Session, completion: Completion): Session => {
	const cycle = session.cycle ?? {completion, at: -1};
	const at = (cycle.at + 1) % Math.max(1, cycle.completion.candidates.length);
	const candidate = cycle.completion.candidates[at];
	if (candidate === undefined) {
		return session;
	}

	const isOnly = cycle.completion.candidates.length === 1 && !candidate.text.endsWith(':');
	// A key waits for its value; everything else is a whole word.
	const space = candidate.text.endsWith(':') ? '' : ' ';
	const line = replaceBack(session.line, cycle.completion.from, `${candidate.text}${space}`);
	// One candidate after the other is one step; the next completion is another.
	const begun = session.cycle === undefined ? {...session, steps: rested(session.steps)} : session;
	return {
		...withLine(begun, line, 'completing'),
		isListClosed: false,
		cycle: isOnly ? undefined : {completion: cycle.completion, at},
		notice: undefined,
	};
};

/** One step back at the line: closes the list of candidates, else lets a menu's line go, else leaves what was selected. */
export const stepBack = (session: Session, isListOpen: boolean): Session => {
	if (isListOpen) {
		return {...session, isListClosed: true, cycle: undefined, notice: undefined};
	}

	return session.shelved === ''
		? toLine(session)
		: toLine({...withLine(session, lineOf(session.shelved)), shelved: ''});
};

const afterStep = (session: Session, {line, shelved, pasted}: Step, steps: Steps): Session => {
	const back = {...session, ...typed, line, shelved, steps};
	return pasted === undefined ? back : openMenu(back, pasteMenu(pasted, line.text));
};

/** Takes back the last change of the line, or asks again about a paste that was let go. */
export const undo = (session: Session): Session => {
	const step = undone(session.steps, stepOf(session));
	return step === undefined ? session : afterStep(session, step.to, step.steps);
};

/** Does again what was undone last. */
export const redo = (session: Session): Session => {
	const step = redone(session.steps, stepOf(session));
	return step === undefined ? session : afterStep(session, step.to, step.steps);
};
