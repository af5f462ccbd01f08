import {ccadb} from './ccadb.ts';
import {moj} from './moj.ts';
import {pagerduty} from './pagerduty.ts';
import {sre} from './sre.ts';

/** A form that comes with the program, in the language of templates. */
export type Form = {readonly name: string; readonly summary: string; readonly text: string};

/** The forms of the post-incident review; the first is the one that is meant where none is named. */
export const forms: readonly Form[] = [
	{name: 'moj', summary: 'what the Ministry of Justice guidance asks after an incident', text: moj},
	{name: 'pagerduty', summary: "in the order of PagerDuty's form", text: pagerduty},
	{name: 'sre', summary: 'in the order of the example in the SRE book', text: sre},
	{name: 'ccadb', summary: "in the CCADB's form 3.2 for certificate authorities", text: ccadb},
];
