import type {RoomSituations} from '../../support/situation.ts';
import {full, staffed} from '../../support/spec.ts';

const sound = 'Some card payments fail. Next update by 11:30.';
const drafted = staffed.and(`[10:10] message ${sound} audience:customers channel:status-page`);
const stage = full.and(`message ${sound} audience:customers`);

/** Customers have heard of it by the status page; the text that says it is over waits. */
const nearEnd = drafted.and(
	'send M1',
	'message All payments work again. audience:customers channel:status-page',
	'bau because payments work',
	'phase cold',
);

export const communicationsSituations: RoomSituations = {
	stages: {
		redraft: stage,
		agree: stage,
		send: stage,
		withdraw: stage,
		channelclose: full.and('channel bridge call'),
	},
	situations: {
		R8: {story: drafted, subject: 'comms', deed: 'assign comms @ana'},
		H2: {story: staffed, subject: '', deed: 'audience team every:60m'},
		H3: {
			story: staffed.and('[10:10] audience customers every:30m'),
			clock: '10:40',
			subject: 'customers',
			deed: 'update customers half of the payments work',
		},
		C1: {story: drafted.and('send M1'), subject: 'M1', deed: 'agree M1'},
		C2: {story: drafted.and('[10:26] agree M1'), subject: 'M1', deed: 'agree M1'},
		C3: {
			story: staffed.and('message We look into it. audience:customers'),
			subject: 'M1',
			deed: `redraft M1 ${sound}`,
		},
		C4: {
			story: staffed.and('message The fault is fixed. audience:customers'),
			subject: 'M1',
			deed: 'withdraw M1',
		},
		C5: {story: drafted.and('agree M1'), subject: '', deed: 'clear'},
		C6: {story: nearEnd, subject: '', deed: 'send M2'},
	},
};
