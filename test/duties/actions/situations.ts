import type {RoomSituations} from '../../support/situation.ts';
import {staffed} from '../../support/spec.ts';

const due = staffed.and('[10:10] action x @chen by 10:30');

export const actionsSituations: RoomSituations = {
	stages: {lead: staffed.and('action x @ana by 11:00 system:payments')},
	situations: {
		A1: {story: staffed.and('action x by 11:00'), subject: 'A1', deed: 'reassign A1 @ana'},
		A2: {story: staffed.and('action x @chen'), subject: 'A1', deed: 'extend A1 by 11:00'},
		A3: {story: staffed.and('split alpha', 'action x #alpha by 11:00'), subject: 'A1', deed: 'reassign A1 @ana'},
		A4: {story: due, clock: '10:12', subject: 'A1', deed: 'ack A1'},
		A5: {story: due, clock: '10:29', subject: 'A1', deed: 'done A1 off'},
		A6: {story: due, clock: '10:30', subject: 'A1', deed: 'done A1 off'},
		A7: {story: due, clock: '11:01', subject: 'A1', deed: 'reassign A1 @ana'},
		A8: {story: staffed.and('action x @priya by 11:00'), subject: 'A1', deed: 'reassign A1 @ana'},
		A9: {story: staffed.and('[10:05 @ana] action wipe host 17 @ana by 11:00'), subject: 'A1', deed: 'instruct A1'},
		A10: {
			story: staffed.and(...['x', 'y', 'z'].map(text => `action ${text} @ana by 11:00`)),
			subject: 'ana',
			deed: 'reassign A3 @chen',
		},
		A11: {
			story: staffed.and('action x @ana by 11:00 system:payments', 'action y @chen by 11:00 system:payments'),
			subject: 'payments',
			deed: 'lead A1',
		},
		A12: {story: due.and('done A1'), subject: 'A1', deed: 'done A1 result:success'},
		A13: {
			story: staffed.and('action x @ana by 11:00 affects:users'),
			subject: 'A1',
			deed: 'message payments are down for an hour for:A1 audience:users',
		},
		A14: {
			story: staffed.and('action x @ana by 11:00 disruption:low'),
			subject: 'A1',
			deed: 'instruct A1',
		},
	},
};
