import type {RoomSituations} from '../../support/situation.ts';
import {declared, staffed} from '../../support/spec.ts';

export const findingsSituations: RoomSituations = {
	stages: {
		confirm: declared.and('suspect the supplier token'),
		weigh: staffed.and('hypothesis an insider took the keys'),
		settle: staffed.and('hypothesis an insider took the keys'),
	},
	situations: {
		T4: {story: staffed.and('suspect x'), subject: 'F2', deed: 'action y @chen tests:F2'},
		S6: {
			story: staffed.and('hypothesis x', 'hypothesis y', 'settle H1 confirmed', 'settle H2 confirmed'),
			subject: '',
			deed: 'settle H2 eliminated',
		},
	},
};
