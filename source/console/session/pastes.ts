import {type Pasted, pasteMenu} from '../paste.ts';
import {type Step, stepped} from '../steps.ts';
import {openMenu, search} from './layers.ts';
import {notify, type Session} from './state.ts';

export const stepOf = ({line, shelved}: Session): Step => ({line, shelved});

/** Keeps a paste of which nothing came: undo asks about it again. */
export const keepPaste = (session: Session, pasted: Pasted): Session => ({
	...session,
	steps: stepped(session.steps, {...stepOf(session), pasted}),
});

/** Closes a question about a paste without an answer: the line is as it was, and undo asks again. */
export const letPasteGo = (session: Session): Session => {
	const pasted = session.layer.type === 'menu' ? session.layer.menu.pasted : undefined;
	return pasted === undefined ? session : keepPaste({...session, layer: {type: 'none'}}, pasted);
};

/** Asks what is meant by a text of many lines; one that was asked about before is let go. */
export const askPaste = (session: Session, pasted: Pasted): Session => {
	const ready = {...letPasteGo(session), focus: 'line'} as const;
	return openMenu(ready, pasteMenu(pasted, ready.line.text));
};

const letGoAloud = (session: Session): Session => {
	const after = letPasteGo(session);
	return after === session ? session : notify(after, 'Nothing came of the paste; undo asks again.', 'quiet');
};

/** Closes the layer; a help that was searched first shows all its lines again. */
export const closeLayer = (session: Session): Session =>
	session.layer.type === 'help' && session.layer.search !== ''
		? search(session, () => '')
		: {...letGoAloud(session), layer: {type: 'none'}};
