import {foldAll} from '../../../source/fold.ts';
import {moj} from '../../../source/profiles/moj.ts';
import {at, entriesAfter, full, given, staffed, type Story, storyOf} from '../../support/spec.ts';
import type {RoomSituations} from '../../support/situation.ts';
import type {BoardEvent} from '../../../source/entry.ts';
import type {Regime} from '../../../source/regime.ts';

/** The story with an event that no line could have written, as an import may bring it. */
export const imported = ({board, now}: Story, event: BoardEvent): Story =>
	storyOf(
		foldAll(
			board,
			entriesAfter(board, [{event, occurredAt: now, recordedAt: now, by: 'the old system', recordedBy: 'sam'}]),
		),
		now,
	);

/** The story under a doctrine that knows these regimes besides the program's own. */
export const knowing = (story: Story, ...regimes: readonly Regime[]): Story =>
	imported(story, {kind: 'profile-adopted', name: 'acme', profile: {...moj, name: 'acme', regimes: [...regimes]}});

/** A DORA clock of four hours: half of it has gone at 11:30, three quarters at 12:30, it is due at 13:30. */
export const running = staffed.and('clock dora-initial since 09:30');

const waived = staffed.and('assign privacy @"Kim Lee"', 'clock gdpr since 09:50', 'waive C1');

/** Eight clocks, each at another point of its way. */
export const manifold = given(
	'declare Leak severity:S2 kind:security',
	'clock nis2 since 09:00',
	'clock sec-8k',
	'clock pci-acquirer since 09:50',
	'clock dora-initial since 09:30',
	'clock gsa since 09:30',
	'clock gdpr since 09:50',
	'clock pecr since 09:50',
	'clock nydfs since 09:50',
	'notify C5',
	'waive C6',
	'notify C7 phase:initial',
	'notify C8 next 12:00',
);

/** The anchor was moved and nobody said why. */
export const moved = imported(staffed.and('clock gdpr since 09:50'), {
	kind: 'clock-anchored',
	ref: 'C1',
	at: at('09:40'),
	was: at('09:50'),
	due: '2026-06-05T09:40:00.000Z',
});

const inPart = staffed.and('clock gdpr since 09:50', 'notify C1 phase:initial');

export const notificationsSituations: RoomSituations = {
	stages: {
		late: staffed.and('clock gsa since 08:00', 'notify C1'),
		anchor: full.and('clock gdpr since 09:50'),
		notify: full.and('clock gdpr since 09:50'),
		further: full.and('clock gdpr since 09:50', 'notify C1 phase:initial'),
		waive: full.and('clock gdpr since 09:50'),
	},
	situations: {
		L1: {story: staffed.and('clock gdpr'), subject: 'C1', deed: 'anchor C1 since 09:50'},
		L2: {story: running, clock: '11:30', subject: 'C1', deed: 'notify C1 by telephone'},
		L3: {story: running, clock: '13:30', subject: 'C1', deed: 'notify C1 because the portal was down'},
		L4: {story: waived, subject: 'C1', deed: 'waive C1 @kim because the data was encrypted'},
		L5: {story: inPart, subject: 'C1', deed: 'further C1 by 18:00'},
		L6: {story: running.and('notify C1'), subject: 'C2', deed: 'notify C2'},
		L7: {story: moved, subject: 'C1', deed: 'anchor C1 since 09:40 because the alert was read then'},
		L8: {
			story: given('declare Drill severity:S2 kind:security exercise:yes', 'clock gdpr since 09:50'),
			subject: '',
			deed: 'notify C1',
		},
	},
};
