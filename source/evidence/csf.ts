import {type EvidencePage, readings} from './answer.ts';
import {actionsRecorded, exhibits} from './readings/after.ts';
import {improvements, testedWithinAYear} from './readings/exercises.ts';
import {incidentLead} from './readings/incident-roles.ts';
import {immutable, provenance} from './readings/record.ts';

/** That what was done is recorded, that the record cannot be changed unseen, and who answers for it. */
export const csf: EvidencePage = {
	name: 'csf',
	title: 'Incident analysis: records and their integrity',
	asks: 'NIST Cybersecurity Framework 2.0, RS.AN-06 and RS.AN-07, and ID.IM-02',
	notes: [],
	questions: [
		{
			question: 'RS.AN-06 Are the actions of the investigation recorded?',
			sought: 'the actions in the logs, with who, when and how they ended',
			read: actionsRecorded,
		},
		{
			question: 'RS.AN-06 Can the record be changed unseen?',
			sought: 'the check of every entry against the one before it, what was struck, and what came late',
			read: immutable,
		},
		{
			question: 'RS.AN-06 Who leads the incident and answers for its record?',
			sought: 'who was in command, from the declaration to the close',
			read: incidentLead,
		},
		{
			question: 'RS.AN-07 Are integrity and provenance of incident data kept?',
			sought: 'the login behind each entry and on whose behalf it was written, and the chain of custody of exhibits',
			read: readings(provenance, exhibits),
		},
		{
			question: 'ID.IM-02 Are improvements identified from tests and exercises?',
			sought: 'the exercises of the last 12 months in the whole ledger, with their ratings, lessons and follow-ups',
			read: readings(testedWithinAYear, improvements),
		},
	],
};
