import {type EvidencePage, readings} from './answer.ts';
import {announcements, incidentRoles} from './readings/incident-roles.ts';
import {covers, howMadeKnown, jobDescriptions, whenAppointed, whoHolds, whoWroteIt} from './readings/roles.ts';

/** Who is responsible for information security, since when, and how others know it. */
export const iso53: EvidencePage = {
	name: 'iso-5.3',
	title: 'Organisational roles, responsibilities and authorities',
	asks: 'ISO/IEC 27001 clause 5.3, as practitioners report what auditors ask',
	notes: [],
	questions: [
		{
			question: 'Who is responsible for information security?',
			sought:
				'the roles, holders and people of the responsibilities file, and the tasks that cover the two duties of the clause',
			read: readings(
				whoHolds,
				covers('conformity', 'the conformity of the management system'),
				covers('reporting', 'the report on its performance to top management'),
			),
		},
		{
			question: 'When did they get the role?',
			sought: 'the appointments of the responsibilities file, and the roles of the incidents to the minute',
			read: readings(whenAppointed, incidentRoles),
		},
		{
			question: 'How was it made known?',
			sought:
				'what the responsibilities file says of making known and acknowledging, and the announcements in the logs',
			read: readings(howMadeKnown, announcements),
		},
		{
			question: 'Does the job description cover reporting the performance of the management system to top management?',
			sought: 'the job descriptions that the responsibilities file names',
			read: jobDescriptions,
		},
		{
			question: 'Who wrote and approved the text of the roles?',
			sought: 'the head of the responsibilities file',
			read: whoWroteIt,
		},
	],
};
