import type {BoardEvent} from '../../../source/entry.ts';
import {entriesAfter, at, full, nothing, type Story, storyOf} from '../../support/spec.ts';
import {foldAll} from '../../../source/fold.ts';
import type {RoomSituations} from '../../support/situation.ts';

/** A story with events after it that no line says. */
export const after = (story: Story, ...events: readonly BoardEvent[]): Story => {
	const stamp = {occurredAt: story.now, recordedAt: story.now, by: 'facilitator', recordedBy: 'drill'};
	const entries = entriesAfter(
		story.board,
		events.map(event => ({...stamp, event})),
	);
	return storyOf(foldAll(story.board, entries), story.now);
};

export const drilled = nothing.and(
	'[10:00] declare Phish at a branch kind:security exercise:yes',
	'assign im @"Priya Shah"',
);

export const over = after(
	drilled,
	{kind: 'drill-begun', title: 'Phish', sha256: 'ab', start: at('10:00')},
	{kind: 'drill-ended', reason: 'time is up', best: {command: 'S'}},
);

export const exerciseSituations: RoomSituations = {
	stages: {inject: drilled, observe: drilled, hotwash: drilled, rate: over},
	situations: {},
};

export const live = full;
