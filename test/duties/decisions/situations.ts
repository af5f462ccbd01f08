import type {RoomSituations} from '../../support/situation.ts';
import {staffed} from '../../support/spec.ts';

export const decisionsSituations: RoomSituations = {
	stages: {},
	situations: {
		E1: {story: staffed.and('decide x'), subject: 'D1', deed: 'justify D1 because y'},
		E2: {story: staffed.and('decide x'), subject: 'D1', deed: 'option y for:D1 because z'},
		E3: {story: staffed.and('decide x'), subject: 'D1', deed: 'nextpoint D1 next 11:00'},
	},
};
