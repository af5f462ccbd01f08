import type {RoomSituations} from '../../support/situation.ts';
import {full, staffed} from '../../support/spec.ts';

const suggested = staffed.and('[10:10 @tom] suggest silver');

export const escalationSituations: RoomSituations = {
	stages: {
		standdown: full.and('escalate silver'),
		unlink: full.and('link INC-2026-0002'),
	},
	situations: {
		T5: {story: staffed, clock: '10:45', subject: '', deed: 'told security-team by phone'},
		E4: {story: staffed.and('severity S1'), subject: '', deed: 'escalate silver'},
		E5: {story: staffed.and('severity S1'), subject: '', deed: 'told siro by phone'},
		E6: {
			story: staffed.and('data personal'),
			subject: 'data-access-unit',
			deed: 'told data-access-unit by phone',
		},
		E7: {story: staffed.and('flag press'), subject: '', deed: 'escalate gold'},
		E8: {story: staffed, clock: '14:00', subject: '', deed: 'told senior-management by phone'},
		E10: {
			story: suggested,
			clock: '10:20',
			subject: String(suggested.entries.length),
			deed: 'escalate silver',
		},
		G7: {story: staffed.and('link INC-2026-0002 same'), subject: 'INC-2026-0002', deed: 'unlink INC-2026-0002'},
	},
};
