import {type Board, nextRef} from '../../board.ts';
import {
	type Command,
	command,
	decisionRef,
	key,
	keyEntry,
	keyRef,
	next,
	optional,
	person,
	reason,
	text,
} from '../../command.ts';
import {type Refusal, refuse} from '../../refusal.ts';
import {withReason} from '../../words.ts';
import {incidentManager} from '../staffing/state.ts';
import {type Decision, decisionNamed} from './state.ts';

/** The decision, or why it cannot be meant. */
const made = (board: Board, ref: string): Decision | Refusal =>
	decisionNamed(board.decisions, ref) ??
	refuse(`There is no decision ${ref} now.`, 'It may have been struck; the log tells.');

const isDecision = (found: Decision | Refusal): found is Decision => 'ref' in found;

const recommend = command({
	verb: 'recommend',
	label: 'RECOMMENDATION',
	summary: 'Record what an expert proposes to the group, before it is done',
	example: 'recommend take the payment hosts offline because keys are on them',
	fields: {text: text('what'), person: optional(person('who recommends')), reason: optional(reason('why'))},
	decide: (_, input) => [
		{
			kind: 'recommendation-made',
			text: input.text,
			...(input.person === undefined ? {} : {person: input.person}),
			...withReason(input.reason),
		},
	],
});

const decide = command({
	verb: 'decide',
	afterClosing: true,
	label: 'DECISION',
	summary: "Record a decision and the decider's reason",
	example: 'decide payments offline next 15:30 because card data are still leaking',
	fields: {
		text: text('what was decided'),
		decider: optional(person('who decided')),
		recommendation: optional(keyEntry('on')('recommendation it answers')),
		rule: optional(key('rule')('prompt it answers')),
		next: optional(next('decision point')),
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
				...(input.next === undefined ? {} : {next: input.next}),
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
		const found = made(board, input.ref);
		if (!isDecision(found)) {
			return found;
		}

		return found.reason === undefined
			? [{kind: 'decision-justified', ref: input.ref, reason: input.reason}]
			: refuse(
					`${input.ref} has its reason: ${found.reason}.`,
					'What is written stays: add to it with a note, or strike the entry and write it anew.',
				);
	},
});

const option = command({
	verb: 'option',
	label: 'OPTION',
	summary: 'Record what else could be decided and why not, of a decision made or of the one to come',
	example: 'option only block the address because the sender may change it',
	fields: {
		text: text('what else could be done'),
		decision: optional(keyRef('for', 'D')('decision it belongs to')),
		reason: optional(reason('why not')),
	},
	decide(board, input) {
		const found = input.decision === undefined ? undefined : made(board, input.decision);
		return found !== undefined && !isDecision(found)
			? found
			: [
					{
						kind: 'option-considered',
						text: input.text,
						...withReason(input.reason),
						...(input.decision === undefined ? {} : {decision: input.decision}),
					},
				];
	},
});

const object = command({
	verb: 'object',
	label: 'OBJECTION',
	summary: 'Record a strong objection to a decision, which stands',
	example: 'object D1 @chen because evidence is lost',
	fields: {ref: decisionRef('decision'), person: person('who objects'), reason: reason('why')},
	decide(board, input) {
		const found = made(board, input.ref);
		return isDecision(found)
			? [{kind: 'objection-raised', ref: input.ref, person: input.person, reason: input.reason}]
			: found;
	},
});

const nextPoint = command({
	verb: 'nextpoint',
	label: 'DECISION POINT',
	summary: 'Set or move the time at which a decision is looked at again',
	example: 'nextpoint D1 next 15:30',
	fields: {ref: decisionRef('decision'), next: next('decision point')},
	decide(board, input) {
		const found = made(board, input.ref);
		if (!isDecision(found)) {
			return found;
		}

		return found.next === input.next
			? refuse(`That is the next decision point of ${input.ref} already.`, 'Name another time.')
			: [
					{
						kind: 'decision-point-set',
						ref: input.ref,
						next: input.next,
						...(found.next === undefined ? {} : {was: found.next}),
					},
				];
	},
});

export const decisionCommands: readonly Command[] = [recommend, decide, justify, option, object, nextPoint];
