import type {RoomSituations} from '../../support/situation.ts';
import {declared, full, staffed} from '../../support/spec.ts';

const warm = staffed.and('phase warm');
const cold = staffed.and('phase cold');
const told = staffed.and('[10:01] told supplier by phone');

export const reviewSituations: RoomSituations = {
	stages: {
		followup: full.and('lesson x'),
		followed: full.and('followup x'),
		amend: full.and('followup x'),
	},
	situations: {
		P1: {story: warm, subject: 'containment', deed: 'contained'},
		P2: {story: warm, subject: 'clean', deed: 'clean @ana'},
		P3: {story: told.and('[10:05] phase cold'), subject: 'supplier', deed: 'told supplier it is over'},
		P4: {story: cold, subject: '', deed: 'arrange @priya by 18:00'},
		P5: {story: cold.and('arrange @priya'), subject: '', deed: 'arrange by 18:00'},
		P6: {story: cold, subject: '', deed: 'managementreport'},
		P7: {
			story: cold.and(
				...['log', 'decisions', 'actions', 'messages', 'evidence', 'report', 'chat'].map(one => `capture ${one}`),
			),
			subject: '',
			deed: 'capture calls',
		},
		P8: {story: warm.and('followup x @ana'), subject: 'U1', deed: 'amend U1 by 18:00'},
		P9: {story: cold, subject: '', deed: 'thank everybody'},
		P10: {story: declared.and('checkin @"Mia Berg"', 'phase cold'), subject: '', deed: 'release @mia'},
		P11: {story: told.and('[10:05] close outcome:false-alarm'), subject: '', deed: 'told supplier it was nothing'},
		T6: {story: staffed.and('close outcome:false-alarm'), subject: '', deed: 'note it was a scan of our own'},
	},
};
