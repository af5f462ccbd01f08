import type {DocumentView} from '../../source/documents/incident-log.ts';
import type {BoardEvent} from '../../source/entry.ts';
import {promptsOf} from '../../source/propose.ts';
import {trouble} from '../../source/text.ts';
import {hostileStrings} from '../support/hostile.ts';
import {boardFrom, entriesFrom, instant} from '../support/incident.ts';

/** An incident whose log says every hostile text that a ledger keeps, some of it struck and some done. */
export const hostileView = (): DocumentView => {
	const texts = hostileStrings.filter(text => trouble(text) === undefined && text.trim() !== '');
	const [first = ''] = texts;
	const begun: readonly BoardEvent[] = [
		{
			kind: 'incident-declared',
			title: texts.join(' '),
			incidentKind: 'security',
			severity: 'S2',
			personalData: 'yes',
			phase: 'hot',
			profile: 'moj',
			zone: 'Europe/London',
			exercise: false,
		},
		{kind: 'person-joined', handle: 'sam', name: 'Sam Ó Briain'},
		{kind: 'role-assigned', role: 'im', person: 'sam'},
	];
	const said = texts.flatMap((text, index): readonly BoardEvent[] => [
		{kind: 'note-made', text},
		{kind: 'finding-recorded', ref: `F${index + 1}`, certainty: 'suspected', text},
		{kind: 'action-opened', ref: `A${index + 1}`, text, owner: 'sam', due: instant('12:30')},
		{kind: 'decision-made', ref: `D${index + 1}`, text, reason: text, decider: 'sam'},
		{kind: 'message-drafted', ref: `M${index + 1}`, text, audience: 'customers'},
	]);
	const events = [...begun, ...said, {kind: 'entry-struck', entry: 4, reason: first} as const];
	const board = boardFrom(events);
	const now = instant('13:30');
	return {board, entries: entriesFrom(events), now, prompts: promptsOf({board, now}), version: '0.0.0'};
};
