import type {RoomSituations} from '../../support/situation.ts';
import {declared, experts, full, staffed} from '../../support/spec.ts';

const overspan = declared.and('assign im @"Priya Shah"', ...experts(8));
const faraway = declared.and('assign im @"Priya Shah"', ...experts(9));

export const staffingSituations: RoomSituations = {
	stages: {
		assign: declared,
		checkin: declared,
		brief: full.and('split alpha @chen @ana'),
		join: full.and('split alpha @chen'),
		merge: full.and('split alpha @chen'),
	},
	situations: {
		R1: {story: staffed.and('relieve im'), subject: 'im', deed: 'assign im @tom'},
		R2: {story: staffed.and('assign im @tom'), subject: 'im', deed: 'relieve im @tom'},
		R3: {story: staffed.and('relieve deputy'), subject: 'deputy', deed: 'assign deputy @tom'},
		R4: {story: staffed.and('relieve analyst'), subject: 'analyst', deed: 'assign analyst @chen'},
		R5: {story: staffed.and('data personal'), subject: 'privacy', deed: 'assign privacy @"Uma Diaz"'},
		R6: {story: staffed.and('assign sme @priya'), subject: 'priya', deed: 'relieve sme @priya'},
		R7: {story: staffed.and('relieve sme', 'relieve analyst'), subject: 'sme', deed: 'assign sme @ana'},
		R9: {story: staffed.and('roster'), subject: 'tom', deed: 'relieve deputy @tom because he cannot command yet'},
		R11: {
			story: staffed.and('checkin @"Uri Berg"', 'action find the keys @uri by 11:00'),
			subject: 'uri',
			deed: 'checkin @uri sme',
		},
		R12: {story: staffed, clock: '10:31', subject: 'ana', deed: 'release @ana'},
		S1: {story: staffed.and(...experts(2)), subject: 'priya', deed: 'split alpha @mia @ola'},
		S2: {story: overspan, subject: 'priya', deed: 'split alpha @mia @ola @uri'},
		S3: {story: faraway, subject: 'priya', deed: 'split alpha @mia @ola @uri @eva'},
		S4: {
			story: staffed.and(
				'suspect the token',
				'suspect the supplier',
				'action try the token @chen by 11:00 tests:F2',
				'action ask the supplier @ana by 11:00 tests:F3',
			),
			subject: '',
			deed: 'split alpha @chen',
		},
		S5: {story: staffed.and('split alpha @ana find the keys'), subject: '#alpha', deed: 'brief alpha by 11:00'},
		S7: {story: staffed.and('split alpha @chen @ana find the keys by 11:00'), subject: '#alpha', deed: 'merge alpha'},
	},
};
