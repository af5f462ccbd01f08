import {type EvidencePage, ofMatrix, answer, finding, gapWhen, readings} from './answer.ts';
import {unrecorded} from '../responsibilities/page.ts';
import {actionsRecorded, exhibits, lessonsActioned} from './readings/after.ts';
import {improvements, testedWithinAYear} from './readings/exercises.ts';
import {incidentLead, incidentRoles} from './readings/incident-roles.ts';
import {assessed, courseOf, steps} from './readings/incident-steps.ts';
import {immutable} from './readings/record.ts';
import {covers} from './readings/roles.ts';

/** Which plan is in force, and how old it is. */
const plan = ofMatrix(({plan: named}) =>
	answer({
		found: [
			finding(
				'The plan',
				['Plan', 'Version', 'Last changed'],
				named === undefined ? [] : [[named.title, named.version ?? unrecorded, named.updated ?? unrecorded]],
			),
		],
		gaps: [
			...gapWhen(
				named === undefined,
				'Which incident management plan is in force is not recorded.',
				'plan (title, version, updated), in the responsibilities file',
			),
			...gapWhen(
				named !== undefined && named.version === undefined,
				'The version of the plan is not recorded.',
				'version, under plan in the responsibilities file',
			),
		],
	}),
);

/** From planning for incidents to keeping the evidence of them. */
export const iso524: EvidencePage = {
	name: 'iso-5.24-5.28',
	title: 'Information security incident management',
	asks: 'ISO/IEC 27001 Annex A controls 5.24 to 5.28',
	notes: ['What auditors ask for under these controls was read in secondary sources, not in the standard itself.'],
	questions: [
		{
			question: '5.24 Is there a plan, and are responsibilities for incidents assigned?',
			sought: 'the plan and the tasks of the responsibilities file',
			read: readings(plan, covers('incidents', 'the response to incidents')),
		},
		{
			question: '5.24 Was the plan tested within 12 months?',
			sought: 'the exercises of the whole ledger, by the days on which people held them',
			read: testedWithinAYear,
		},
		{
			question: '5.25 Were events assessed and decided on?',
			sought: 'triage, severity and outcome in the logs',
			read: readings(assessed, courseOf(steps.detected, steps.evaluated)),
		},
		{
			question: '5.26 Was there a response, and is it on record?',
			sought: 'roles, command, actions and course of each incident in its log',
			read: readings(
				incidentLead,
				incidentRoles,
				actionsRecorded,
				courseOf(steps.assigned, steps.contained, steps.communicated, steps.closed),
			),
		},
		{
			question: '5.27 Were lessons learnt and acted on?',
			sought: 'reviews, lessons and follow-ups in the logs of incidents, and of exercises of the last 12 months',
			read: readings(lessonsActioned, improvements),
		},
		{
			question: '5.28 Was evidence identified, collected and kept?',
			sought: 'exhibits and their chain of custody in the logs, and the check of each log',
			read: readings(exhibits, immutable),
		},
	],
};
