import type {RoomSituations} from '../../support/situation.ts';
import {full, staffed} from '../../support/spec.ts';

const taken = full.and('exhibit disk image');

export const evidenceSituations: RoomSituations = {
	stages: {taker: taken, custody: taken},
	situations: {
		G10: {story: staffed.and('exhibit disk image'), subject: 'X1', deed: 'custody X1 @ana'},
	},
};
