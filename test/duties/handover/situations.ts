import type {RoomSituations} from '../../support/situation.ts';
import {full, staffed} from '../../support/spec.ts';

const offered = full.and('handover im @tom');
const changed = staffed.and('assign secretariat @"Mia Berg"', 'relieve secretariat @sam', 'signon @mia');

export const handoverSituations: RoomSituations = {
	stages: {
		accept: offered,
		briefed: offered,
		keep: offered,
		uphold: full.and('challenge @mia'),
	},
	situations: {
		H4: {story: staffed, clock: '11:00', subject: 'priya', deed: 'handover im @tom'},
		H5: {story: staffed, clock: '13:00', subject: 'tom', deed: 'handover deputy @ana'},
		H6: {story: staffed, clock: '16:00', subject: 'ana', deed: 'release @ana'},
		H8: {story: offered.and('offline @priya by 11:00'), subject: 'priya', deed: 'briefed im'},
		H9: {story: offered, subject: 'im', deed: 'keep im because Tom is called away'},
		H10: {story: staffed.and('challenge @ana'), subject: 'ana', deed: 'uphold'},
		G6: {story: changed, subject: 'sam', deed: 'signoff @sam'},
	},
};
