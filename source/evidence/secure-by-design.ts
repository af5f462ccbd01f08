import {type EvidencePage, readings} from './answer.ts';
import {consent, header, matrixAnswer, reviewed, revisited, shared} from './readings/assignment.ts';
import {rehearsed} from './readings/exercises.ts';

/** That roles and tasks of a project are agreed with those who have them, shared, and looked at again. */
export const secureByDesign: EvidencePage = {
	name: 'secure-by-design',
	title: 'Agreeing roles and responsibilities',
	asks: 'UK Government Secure by Design, activity on agreeing roles and responsibilities',
	notes: [],
	questions: [
		{
			question: 'Whose matrix is it, who completed it, and which version is it?',
			sought: 'the head of the responsibilities file',
			read: header,
		},
		{
			question: 'Which tasks belong to which roles?',
			sought:
				'the tasks of the responsibilities file; two who are accountable are allowed where that is shared, and listed under the exceptions',
			read: matrixAnswer,
		},
		{
			question: 'Were the people consulted, and did they agree?',
			sought: 'who was consulted and who agreed, by the responsibilities file',
			read: consent,
		},
		{
			question: 'Was the matrix shared with everybody who is named in it?',
			sought: 'when the responsibilities file was shared',
			read: shared,
		},
		{
			question: 'Is it monitored, reviewed, and revisited after security issues?',
			sought: 'reviews and changes of the responsibilities file, and what the logs of incidents and drills say of it',
			read: readings(reviewed, revisited, rehearsed),
		},
	],
};
