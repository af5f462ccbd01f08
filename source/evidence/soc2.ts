import {answer, type EvidencePage, finding, readings} from './answer.ts';
import {namedPersons, reviewed, shared} from './readings/assignment.ts';
import {lessonsActioned} from './readings/after.ts';
import {courseOf, steps} from './readings/incident-steps.ts';
import {whoHolds, whoWroteIt, writtenResponsibilities} from './readings/roles.ts';

/** The criteria that the source names, with what they are in the Trust Services Criteria. */
export const criteria = [
	['CC1.2', 'in the Trust Services Criteria'],
	['CC1.3', 'in the Trust Services Criteria'],
	['CC1.5', 'in the Trust Services Criteria'],
	['CC2.2', 'in the Trust Services Criteria'],
	['CC4.3', 'the source lists it; it is not in the Trust Services Criteria, whose series CC4 ends at CC4.2'],
] as const;

/** Written responsibilities for every role with an impact on security, and how sample incidents ran. */
export const soc2: EvidencePage = {
	name: 'soc2',
	title: 'Security responsibilities and incidents for SOC 2',
	asks: 'SOC 2: a published control on specifying security responsibilities, and criteria CC7.3 to CC7.5',
	notes: [
		'The source of these questions cites CC4.3, which does not exist: the series CC4 of the Trust Services Criteria ends at CC4.2. Nothing on this page answers to it.',
		'Criteria are named by their numbers only; their wording was not at hand when the questions were written.',
	],
	questions: [
		{
			question: 'To which criteria does this page answer?',
			sought: 'the list that the source itself gives',
			read: () => answer({found: [finding('Criteria cited', ['Criterion', 'Status'], criteria)]}),
		},
		{
			question: 'Does every role with an impact on security have written responsibilities?',
			sought: 'the roles of the responsibilities file',
			read: writtenResponsibilities,
		},
		{
			question: 'Does every such role have a named person?',
			sought: 'the holders of the responsibilities file, and its check',
			read: readings(namedPersons, whoHolds),
		},
		{
			question: 'Who owns and approved the page, which version is it, and where was it shared?',
			sought: 'the head of the responsibilities file, and when it was shared and reviewed',
			read: readings(whoWroteIt, shared, reviewed),
		},
		{
			question: 'CC7.3 to CC7.5: how did the incidents of the period run?',
			sought: 'the logs: detected, evaluated, assigned, contained, communicated, root cause, closed',
			read: courseOf(
				steps.detected,
				steps.evaluated,
				steps.assigned,
				steps.contained,
				steps.communicated,
				steps.rootCause,
				steps.closed,
			),
		},
		{
			question: 'CC7.5: was the follow-up done?',
			sought: 'lessons and follow-ups in the logs',
			read: lessonsActioned,
		},
	],
};
