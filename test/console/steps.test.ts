import {describe, expect, test} from 'vitest';
import type {Edit} from '../../source/console/line.ts';
import {
	askPaste,
	closeLayer,
	complete,
	edit,
	giveBack,
	newSession,
	offerLine,
	older,
	paste,
	recorded,
	redo,
	type Session,
	stepBack,
	takeLine,
	type,
	undo,
} from '../../source/console/session.ts';
import * as fc from '../support/fast-check.ts';

const text = ({line}: Session): string => line.text;

const typedOn = (session: Session, characters: string): Session =>
	Array.from(characters).reduce((now, one) => type(now, one), session);

const verbs = {
	from: 0,
	candidates: [
		{text: '/ack', hint: ''},
		{text: '/action', hint: ''},
	],
};

describe('undo', () => {
	test('takes back a run of typing as one step, whatever its length', () => {
		expect(text(undo(typedOn(newSession('before '), 'a run of typing')))).toBe('before ');
	});

	test('takes back what was typed after the cursor had moved as a step of its own', () => {
		const session = type(edit(typedOn(newSession(''), 'host 17'), 'start'), 'the ');
		expect(text(undo(session))).toBe('host 17');
		expect(text(undo(undo(session)))).toBe('');
	});

	test.each<Edit>(['delete-word', 'delete-word-forth', 'delete-to-start', 'delete-to-end'])(
		'takes back each %s by itself',
		how => {
			const session = {...newSession('one two three'), line: {text: 'one two three', cursor: 7}};
			const [once, twice] = [edit(session, how), edit(edit(session, how), how)];
			expect(text(undo(once))).toBe('one two three');
			expect(undo(once).line.cursor).toBe(7);
			expect(text(undo(twice))).toBe(text(once) === text(twice) ? 'one two three' : text(once));
		},
	);

	test('takes back a run of single deletions as one step', () => {
		let session = newSession('host 17');
		for (let times = 0; times < 3; times++) {
			session = edit(session, 'delete-back');
		}

		expect(text(session)).toBe('host');
		expect(text(undo(session))).toBe('host 17');
	});

	test('takes back a paste and a completion each by itself, and one candidate after the other as one', () => {
		const pasted = paste(typedOn(newSession(''), 'see '), 'what was pasted');
		expect(text(undo(pasted))).toBe('see ');
		expect(text(undo(paste(pasted, ', twice')))).toBe('see what was pasted');
		const cycled = complete(complete(typedOn(newSession(''), '/a'), verbs), verbs);
		expect(text(cycled)).toBe('/action ');
		expect(text(undo(cycled))).toBe('/a');
		const only = {from: 0, candidates: [{text: '/ack', hint: ''}]};
		const twice = complete(complete(typedOn(newSession(''), '/ac'), only), {
			from: 5,
			candidates: [{text: 'A1', hint: ''}],
		});
		expect(text(twice)).toBe('/ack A1 ');
		expect(text(undo(twice))).toBe('/ack ');
	});

	test('brings back the line that was left for the history', () => {
		const session = typedOn(recorded(takeLine(typedOn(recorded(takeLine(newSession('one'))), 'two'))), 'half');
		expect(text(older(older(session)))).toBe('one');
		expect(text(undo(older(older(session))))).toBe('half');
	});

	test('of a menu’s line brings back the half-typed one, which is not there twice', () => {
		const offered = typedOn(offerLine(typedOn(newSession(''), 'half'), '/done A1 '), 'ok');
		const back = undo(undo(offered));
		expect(back).toMatchObject({line: {text: 'half'}, shelved: ''});
		expect(text(recorded(takeLine(back)))).toBe('');
		expect(redo(back)).toMatchObject({line: {text: '/done A1 '}, shelved: 'half'});
		expect(undo(stepBack(offered, false))).toMatchObject({line: {text: '/done A1 ok'}, shelved: 'half'});
	});

	test('does not reach behind a line that was recorded: it would be recorded twice', () => {
		const after = recorded(takeLine(typedOn(newSession(''), 'one')));
		expect(undo(after)).toBe(after);
		expect(text(undo(giveBack(after, 'one')))).toBe('one');
	});

	test('of a paste that was let go asks again, once', () => {
		const asked = askPaste(typedOn(newSession(''), 'half'), {text: 'one\ntwo', into: 'cursor'});
		const gone = closeLayer(asked);
		expect(gone).toMatchObject({line: {text: 'half'}, layer: {type: 'none'}});
		expect(gone.notice?.text).toContain('undo asks again');
		const again = undo(gone);
		expect(again).toMatchObject({line: {text: 'half'}, layer: {menu: {pasted: {text: 'one\ntwo'}}}});
		expect(text(undo({...again, layer: {type: 'none'}}))).toBe('');
	});

	test('of a paste that was typed over asks again after the typing', () => {
		const typedOver = type(askPaste(newSession(''), {text: 'one\ntwo', into: 'cursor'}), 'x');
		expect(text(typedOver)).toBe('x');
		expect(undo(typedOver)).toMatchObject({line: {text: ''}, layer: {type: 'none'}});
		expect(undo(undo(typedOver))).toMatchObject({layer: {menu: {pasted: {text: 'one\ntwo'}}}});
	});

	test('keeps no more of a pasted book than a few times its text', () => {
		let session = newSession('');
		for (let times = 0; times < 30; times++) {
			session = edit(paste(session, 'x'.repeat(1_000_000)), 'delete-to-start');
		}

		const kept = session.steps.past.reduce((sum, {line}) => sum + line.text.length, 0);
		expect(kept).toBeLessThanOrEqual(4_000_000);
		expect(text(undo(session))).toHaveLength(1_000_000);
	});
});

/** What may be done to a line, as a function of the session. */
const change = fc.oneof(
	fc.string({unit: 'grapheme', minLength: 1, maxLength: 3}).map(some => (session: Session) => type(session, some)),
	fc.string({unit: 'grapheme', minLength: 1, maxLength: 9}).map(some => (session: Session) => paste(session, some)),
	fc
		.constantFrom<Edit>(
			'left',
			'right',
			'start',
			'word-left',
			'delete-back',
			'delete-forth',
			'delete-word',
			'delete-to-end',
		)
		.map(how => (session: Session) => edit(session, how)),
	fc.constant((session: Session) => offerLine(session, '/done A1 ')),
	fc.constant((session: Session) => stepBack(session, false)),
	fc.constant((session: Session) => complete({...session, cycle: undefined}, {from: 0, candidates: verbs.candidates})),
);

const seen = ({line, shelved}: Session) => ({text: line.text, shelved});

describe('whatever is done to a line', () => {
	test('undo to the end brings back the first, and redo to the end the last', () => {
		fc.assert(
			fc.property(fc.array(change, {maxLength: 20}), changes => {
				const first = newSession('begun');
				const last = changes.reduce((session, how) => how(session), first);
				let back = last;
				while (back.steps.past.length > 0) {
					back = undo(back);
				}

				expect(seen(back)).toEqual(seen(first));
				let forth = back;
				while (forth.steps.future.length > 0) {
					forth = redo(forth);
				}

				expect(seen(forth)).toEqual(seen(last));
			}),
		);
	});

	test('a change after undo leaves nothing to redo', () => {
		const undone = undo(typedOn(newSession(''), 'one'));
		expect(redo(undone).line.text).toBe('one');
		expect(redo(type(undone, 'x')).line.text).toBe('x');
	});
});
