import {nextRef} from '../../board.ts';
import {
	choice,
	type Command,
	command,
	due,
	followUpRef,
	key,
	keyRef,
	optional,
	person,
	reason,
	text,
} from '../../command.ts';
import {type Refusal, refuse} from '../../refusal.ts';
import {withReason} from '../../words.ts';
import {incidentManager, nameOf} from '../staffing/state.ts';
import {documents} from './events.ts';
import {documentTitles, type FollowUp, followUpNamed, hasBeenExpert, type Review, type StepKey} from './state.ts';

const withText = (given: string | undefined): {readonly text?: string} => (given === undefined ? {} : {text: given});

/** Why that step cannot be recorded: it is on record. */
const already = ({steps}: Review, step: StepKey, words: string): Refusal | undefined => {
	const found = steps[step];
	return found === undefined
		? undefined
		: refuse(`${words} already, in entry ${found.entry}.`, `Add to it with a note, or strike ${found.entry} because …`);
};

const contained = command({
	verb: 'contained',
	label: 'CONTAINED',
	summary: 'Record that the incident is contained',
	example: 'contained because every infected host is off the network',
	afterClosing: true,
	fields: {reason: optional(reason('how that is known'))},
	decide: ({review}, input) =>
		already(review, 'contained', 'Containment was confirmed') ?? [
			{kind: 'containment-confirmed', ...withReason(input.reason)},
		],
});

const clean = command({
	verb: 'clean',
	label: 'CLEAN',
	summary: 'Record that an expert confirms the clean state',
	example: 'clean @"Ana Reis" host 17 is rebuilt and scanned',
	afterClosing: true,
	fields: {expert: optional(person('expert')), text: optional(text('what was checked'))},
	decide({review, staffing}, input, {by}) {
		const expert = input.expert ?? by;
		if (!hasBeenExpert(staffing, expert)) {
			return refuse(
				input.expert === undefined ? 'No expert is named.' : `${nameOf(staffing, expert)} has not been an expert here.`,
				'Name a subject matter expert who has checked it: clean @name.',
			);
		}

		return (
			already(review, 'clean', 'The clean state was confirmed') ?? [
				{kind: 'clean-confirmed', expert, ...withText(input.text)},
			]
		);
	},
});

const bau = command({
	verb: 'bau',
	label: 'RETURN TO NORMAL',
	summary: 'Record that the Incident Manager recommends the return to business as usual',
	example: 'bau because the service has run cleanly since noon',
	afterClosing: true,
	fields: {reason: optional(reason('why'))},
	decide({review, staffing}, input) {
		const manager = incidentManager(staffing);
		return (
			already(review, 'returned', 'The return to business as usual was recommended') ?? [
				{kind: 'return-recommended', ...(manager === undefined ? {} : {manager}), ...withReason(input.reason)},
			]
		);
	},
});

const capture = command({
	verb: 'capture',
	label: 'CAPTURED',
	summary: 'Record that a document of the incident is kept, and where',
	example: 'capture chat export in the case folder',
	afterClosing: true,
	fields: {document: choice(documents)('document'), text: optional(text('where'))},
	decide({review}, {document, text: where}) {
		const found = review.captured[document];
		return found === undefined
			? [{kind: 'document-captured', document, ...withText(where)}]
			: refuse(
					`Captured already, in entry ${found.entry}: ${documentTitles[document]}.`,
					`Add to it with a note, or strike ${found.entry} because …`,
				);
	},
});

const arrange = command({
	verb: 'arrange',
	label: 'REVIEW',
	summary: 'Arrange the post-incident review: one owner, and when it is held',
	example: 'arrange @"Priya Shah" by tomorrow at 10:00',
	afterClosing: true,
	fields: {owner: optional(person('owner')), at: optional(due('when'))},
	decide({review}, input) {
		const held = already(review, 'held', 'The review was held');
		if (held !== undefined) {
			return held;
		}

		const {arranged} = review;
		const isSame =
			arranged !== undefined &&
			(input.owner ?? arranged.owner) === arranged.owner &&
			(input.at ?? arranged.at) === arranged.at;
		return isSame
			? refuse(
					'The review is arranged so already.',
					'Name another owner or another time: arrange @name by Friday 10:00.',
				)
			: [
					{
						kind: 'review-arranged',
						...(input.owner === undefined ? {} : {owner: input.owner}),
						...(input.at === undefined ? {} : {at: input.at}),
					},
				];
	},
});

const held = command({
	verb: 'held',
	label: 'REVIEW HELD',
	summary: 'Record that the post-incident review was held',
	example: 'held everybody came, the supplier too',
	afterClosing: true,
	fields: {text: optional(text('how it went'))},
	decide: ({review}, input) =>
		already(review, 'held', 'The review was held') ?? [{kind: 'review-held', ...withText(input.text)}],
});

const lesson = command({
	verb: 'lesson',
	label: 'LESSON',
	summary: 'Record what was learnt, without blame',
	example: 'lesson tokens of suppliers were valid for a year',
	afterClosing: true,
	fields: {text: text('what was learnt'), area: optional(key('area')('objective of a drill'))},
	decide: (board, {text: words, area}) =>
		area === undefined || board.declaration.exercise
			? [
					{
						kind: 'lesson-learnt',
						ref: nextRef(board, 'L'),
						text: words,
						...(area === undefined ? {} : {area}),
					},
				]
			: refuse(
					`${board.incident} is a live incident, and has no objectives of a drill.`,
					'Leave area: out; in quotes it stays text.',
				),
});

const followUp = command({
	verb: 'followup',
	label: 'FOLLOW-UP',
	summary: 'Give work that outlives the incident to one person, to be done by a day',
	example: 'followup shorten the life of supplier tokens @"Ana Reis" by tomorrow at 12:00 from:L1',
	afterClosing: true,
	fields: {
		text: text('what to do'),
		owner: optional(person('owner')),
		due: optional(due('done')),
		lesson: optional(keyRef('from', 'L')('lesson')),
	},
	decide(board, input) {
		if (input.lesson !== undefined && !board.review.lessons.some(one => one.ref === input.lesson)) {
			return refuse(`There is no lesson ${input.lesson} now.`, 'It may have been struck; the log tells.');
		}

		return [
			{
				kind: 'followup-set',
				ref: nextRef(board, 'U'),
				text: input.text,
				...(input.owner === undefined ? {} : {owner: input.owner}),
				...(input.due === undefined ? {} : {due: input.due}),
				...(input.lesson === undefined ? {} : {lesson: input.lesson}),
			},
		];
	},
});

/** The follow-up when it still waits; otherwise why it cannot be changed. */
const waitingOne = (review: Review, ref: string): FollowUp | Refusal => {
	const found = followUpNamed(review, ref);
	if (found === undefined) {
		return refuse(`There is no follow-up ${ref} now.`, 'It may have been struck; the log tells.');
	}

	return found.doneAt === undefined
		? found
		: refuse(`${ref} is done already.`, 'Set a new one, or strike the entry that ended it.');
};

const isFollowUp = (found: FollowUp | Refusal): found is FollowUp => 'ref' in found;

const followed = command({
	verb: 'followed',
	label: 'FOLLOWED UP',
	summary: 'Record that a follow-up is done',
	example: 'followed U1 tokens now live for a day',
	afterClosing: true,
	fields: {ref: followUpRef('follow-up'), text: optional(text('result'))},
	decide({review}, input) {
		const found = waitingOne(review, input.ref);
		return isFollowUp(found) ? [{kind: 'followup-done', ref: input.ref, ...withText(input.text)}] : found;
	},
});

const amend = command({
	verb: 'amend',
	label: 'FOLLOW-UP',
	summary: 'Name the owner of a follow-up, or the day by which it is done',
	example: 'amend U1 @"Tom Achebe" by tomorrow at 17:00',
	afterClosing: true,
	fields: {ref: followUpRef('follow-up'), owner: optional(person('owner')), due: optional(due('done'))},
	decide({review}, {ref, owner, due: by}) {
		const found = waitingOne(review, ref);
		if (!isFollowUp(found)) {
			return found;
		}

		if ((owner ?? found.owner) === found.owner && (by ?? found.due) === found.due) {
			return owner === undefined && by === undefined
				? refuse('Neither owner nor date is named.', `Name one: amend ${ref} @name by Friday.`)
				: refuse(`${ref} says so already.`, 'Name another owner or another date.');
		}

		return [
			{
				kind: 'followup-amended',
				ref,
				...(owner === undefined ? {} : {owner}),
				...(by === undefined ? {} : {due: by}),
				...(found.owner === undefined ? {} : {wasOwner: found.owner}),
				...(found.due === undefined ? {} : {wasDue: found.due}),
			},
		];
	},
});

const thank = command({
	verb: 'thank',
	label: 'THANKS',
	summary: 'Record that everybody who helped was thanked',
	example: 'thank everybody on the team and the supplier',
	afterClosing: true,
	fields: {text: text('who, for what')},
	decide: (_, input) => [{kind: 'thanks-given', text: input.text}],
});

const managementReport = command({
	verb: 'managementreport',
	label: 'REPORTED',
	summary: 'Record that management has the report: what happened, outcome, actions with owners, recommendations',
	example: 'managementreport sent to the SIRO with three recommendations',
	afterClosing: true,
	fields: {text: optional(text('to whom'))},
	decide: ({review}, input) =>
		already(review, 'reported', 'The report was given') ?? [{kind: 'management-reported', ...withText(input.text)}],
});

export const reviewCommands: readonly Command[] = [
	contained,
	clean,
	bau,
	capture,
	arrange,
	held,
	lesson,
	followUp,
	followed,
	amend,
	thank,
	managementReport,
];
