import type {RoomSituations} from '../../support/situation.ts';
import {declared, given, nothing, staffed} from '../../support/spec.ts';

const reported = given(
	'declare Odd mail severity:S3 phase:pre-incident',
	'assign im @"Priya Shah"',
	'flag visible because users see the error page',
);

export const declarationSituations: RoomSituations = {
	stages: {
		declare: nothing,
		profile: staffed,
		unflag: staffed.and('flag visible'),
		reopen: staffed.and('close'),
	},
	situations: {
		T1: {story: reported, subject: '', deed: 'phase hot'},
		T2: {story: declared.and('assign im @"Priya Shah"'), subject: '', deed: 'triage x source:alert category:leak'},
		T3: {story: staffed.and('unsure or:S1'), subject: '', deed: 'severity S1'},
	},
};
