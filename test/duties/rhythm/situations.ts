import type {RoomSituations} from '../../support/situation.ts';
import {full, staffed} from '../../support/spec.ts';

const period = staffed.and('[10:10] period until 12:00');

export const rhythmSituations: RoomSituations = {
	stages: {endcall: full.and('call')},
	situations: {
		R10: {story: staffed.and('[10:10] call'), subject: '', deed: 'announce'},
		E9: {story: staffed.and('[10:10] heartbeat data left host 17'), subject: '', deed: 'reconfirm'},
		H1: {story: staffed, clock: '10:10', subject: '', deed: 'reconfirm'},
		H7: {story: staffed, clock: '13:00', subject: '', deed: 'note shifts are planned'},
		H11: {story: period, clock: '11:00', subject: '', deed: 'objective no data leave period:next'},
	},
};
