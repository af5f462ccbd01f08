import {type EvidencePage, readings} from './answer.ts';
import {authority, competence, delegations, matrixAnswer, reviewed, shared} from './readings/assignment.ts';
import {delegatedActions} from './readings/incident-roles.ts';
import {covers, whoHolds, whoWroteIt} from './readings/roles.ts';

/** That responsibilities are assigned, bounded, delegated without loss, and held by people who are competent. */
export const iso52: EvidencePage = {
	name: 'iso-5.2',
	title: 'Information security roles and responsibilities',
	asks: 'ISO/IEC 27001 Annex A control 5.2',
	notes: [],
	questions: [
		{
			question: 'Are responsibilities assigned for assets, security processes, risk acceptance and all personnel?',
			sought: 'the tasks of the responsibilities file, by what they cover, with the roles and people who have them',
			read: readings(
				covers('assets', 'the protection of information and assets'),
				covers('processes', 'the security processes'),
				covers('risk', 'risk, and the acceptance of what remains'),
				covers('personnel', 'secure use by all personnel'),
				matrixAnswer,
				whoHolds,
			),
		},
		{
			question: 'Is the authorisation level of each role defined?',
			sought: 'the authority under each role of the responsibilities file',
			read: authority,
		},
		{
			question: 'Does whoever delegates stay accountable?',
			sought:
				'the delegations of the responsibilities file, and every action given in the incidents, with who was in command then',
			read: readings(delegations, delegatedActions),
		},
		{
			question: 'Are the people competent, and is their competence kept up?',
			sought: 'the training of the responsibilities file, and the exercises of the ledger in which each took part',
			read: competence,
		},
		{
			question: 'Are the responsibilities documented and communicated?',
			sought: 'the head of the responsibilities file, and when it was shared and reviewed',
			read: readings(whoWroteIt, shared, reviewed),
		},
	],
};
