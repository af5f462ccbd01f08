import {nextRef} from '../../board.ts';
import {type Command, command, decisionRef, key, keyEntry, optional, person, reason, text} from '../../command.ts';
import {refuse} from '../../refusal.ts';
import {withReason} from '../../words.ts';
import {incidentManager} from '../staffing/state.ts';
import {decisionNamed} from './state.ts';

const recommend = command({
	verb: 'recommend',
	label: 'RECOMMENDATION',
	summary: 'Record what an expert proposes to the group, before it is done',
	example: 'recommend take the payment hosts offline because keys are on them',
	fields: {text: text('what'), reason: optional(reason('why'))},
	decide: (_, input) => [{kind: 'recommendation-made', text: input.text, ...withReason(input.reason)}],
});

const decide = command({
	verb: 'decide',
	label: 'DECISION',
	summary: "Record a decision and the decider's reason",
	example: 'decide payments offline because card data are still leaking',
	fields: {
		text: text('what was decided'),
		decider: optional(person('who decided')),
		recommendation: optional(keyEntry('on')('recommendation it answers')),
		rule: optional(key('rule')('prompt it answers')),
		reason: optional(reason('why')),
	},
	decide(board, input) {
		// A decision is the Incident Manager's unless somebody else is named.
		const decider = input.decider ?? incidentManager(board.staffing);
		const isRecommendation = board.decisions.recommendations.some(one => one.entry === input.recommendation);
		if (input.recommendation !== undefined && !isRecommendation) {
			return refuse(
				`Entry ${input.recommendation} is no recommendation.`,
				'Name the number of the entry that recommended it, or leave on: away.',
			);
		}

		return [
			{
				kind: 'decision-made',
				ref: nextRef(board, 'D'),
				text: input.text,
				...withReason(input.reason),
				...(decider === undefined ? {} : {decider}),
				...(input.recommendation === undefined ? {} : {recommendation: input.recommendation}),
				...(input.rule === undefined ? {} : {rule: input.rule.toUpperCase()}),
			},
		];
	},
});

const justify = command({
	verb: 'justify',
	label: 'REASON',
	summary: 'Record the reason of a decision that was logged without one',
	example: 'justify D1 because card data were still leaking',
	afterClosing: true,
	fields: {ref: decisionRef('decision'), reason: reason('why')},
	decide(board, input) {
		const found = decisionNamed(board.decisions, input.ref);
		if (found === undefined) {
			return refuse(`There is no decision ${input.ref} now.`, 'It may have been struck; the log tells.');
		}

		return found.reason === undefined
			? [{kind: 'decision-justified', ref: input.ref, reason: input.reason}]
			: refuse(
					`${input.ref} has its reason: ${found.reason}.`,
					'What is written stays: add to it with a note, or strike the entry and write it anew.',
				);
	},
});

export const decisionCommands: readonly Command[] = [recommend, decide, justify];
