import type {Draft} from '../../../source/entry.ts';
import {foldAll} from '../../../source/fold.ts';
import type {RoomSituations} from '../../support/situation.ts';
import {declared, entriesAfter, experts, staffed, storyOf, type Story} from '../../support/spec.ts';

/** A log of which an entry has been cut out. */
const tampered = (): Story => {
	const draft: Draft = {
		event: {kind: 'note-made', text: 'x'},
		occurredAt: staffed.now,
		recordedAt: staffed.now,
		by: 'sam',
		recordedBy: 'sam',
	};
	return storyOf(foldAll(staffed.board, entriesAfter(staffed.board, [draft, draft]).slice(1)), staffed.now);
};

const late = staffed.and('[10:30] note x at 10:10');
const cut = tampered();
const notes = Array.from({length: 20}, (_, index) => `note line ${index}`);

export const recordSituations: RoomSituations = {
	stages: {
		strike: staffed.and(...notes),
		withhold: staffed.and(...notes),
		disclose: staffed.and(...notes, 'withhold 17 because it names a customer'),
		explain: staffed.and(...notes.map(line => `[10:30] ${line} at 10:10`)),
		answer: declared.and('assign im @"Priya Shah"', ...experts(8)),
	},
	situations: {
		G2: {story: cut, subject: String(cut.board.head?.number), deed: 'note x'},
		G3: {story: late, subject: String(late.entries.length), deed: `explain ${late.entries.length} because y`},
		G4: {story: declared.and('assign im @"Priya Shah"'), clock: '10:05', subject: '', deed: 'note x'},
		G5: {story: staffed, clock: '10:10', subject: '', deed: 'note x'},
		G8: {
			story: staffed.and('message we look into it audience:customers', 'phase cold'),
			subject: 'M1',
			deed: 'withdraw M1 because it is over',
		},
		G9: {story: staffed.and('note the PSP called'), subject: '', deed: 'define PSP payment service provider'},
	},
};
