import {type Board, nextRef} from '../../board.ts';
import {
	choice,
	type Command,
	command,
	findingRef,
	findingRefs,
	hypothesisRef,
	optional,
	reason,
	text,
	person,
} from '../../command.ts';
import {type Refusal, refuse} from '../../refusal.ts';
import {onEach} from '../../several.ts';
import {withReason} from '../../words.ts';
import {type Certainty, type Consistency, verdicts} from './events.ts';
import {findingNamed, type Hypothesis, hypothesisNamed} from './state.ts';

const recording = (verb: string, certainty: Certainty, summary: string, example: string): Command =>
	command({
		verb,
		label: certainty.toUpperCase(),
		summary,
		example,
		fields: {text: text('what')},
		decide: (board, input) => [{kind: 'finding-recorded', ref: nextRef(board, 'F'), certainty, text: input.text}],
	});

/** What the finding is now, when it is still to be settled. */
const unsettled = (board: Board, ref: string): Certainty | Refusal => {
	const found = findingNamed(board.findings, ref);
	if (found === undefined) {
		return refuse(`There is no finding ${ref} now.`, 'It may have been struck; the log tells.');
	}

	return found.certainty === 'refuted'
		? refuse(`${ref} is refuted already.`, 'Record what is known now as a finding of its own: know …')
		: found.certainty;
};

const withPerson = (handle: string | undefined) => (handle === undefined ? {} : {person: handle});

const confirm = command({
	verb: 'confirm',
	label: 'CONFIRMED',
	summary: 'A suspicion or an open question, or several, is now known',
	example: 'confirm F1 the token was used twice',
	fields: {
		refs: findingRefs('finding'),
		person: optional(person('who found it so')),
		text: optional(text('how it is known')),
	},
	decide: (board, {refs, person: found, text: told}) =>
		onEach(refs, ref => {
			const was = unsettled(board, ref);
			if (typeof was !== 'string') {
				return was;
			}

			return was === 'known'
				? refuse(`${ref} is known already.`, `If it is wrong: refute ${ref} because …`)
				: [{kind: 'finding-confirmed', ref, was, ...(told === undefined ? {} : {text: told}), ...withPerson(found)}];
		}),
});

const refute = command({
	verb: 'refute',
	label: 'REFUTED',
	summary: 'A finding, or several, has proved wrong',
	example: 'refute F1 because the token had expired',
	fields: {
		refs: findingRefs('finding'),
		person: optional(person('who found it so')),
		text: optional(text('how it is known')),
		reason: optional(reason('why')),
	},
	decide: (board, input) =>
		onEach(input.refs, ref => {
			const was = unsettled(board, ref);
			return typeof was === 'string'
				? [
						{
							kind: 'finding-refuted',
							ref,
							was,
							...(input.text === undefined ? {} : {text: input.text}),
							...withReason(input.reason),
							...withPerson(input.person),
						},
					]
				: was;
		}),
});

const hypothesis = command({
	verb: 'hypothesis',
	label: 'HYPOTHESIS',
	summary: 'Record an explanation that is to be tested against the findings',
	example: 'hypothesis an insider took the keys',
	fields: {text: text('what may have happened')},
	decide: (board, input) => [{kind: 'hypothesis-raised', ref: nextRef(board, 'H'), text: input.text}],
});

/** The hypothesis, or why it cannot be meant. */
const raised = (board: Board, ref: string): Hypothesis | Refusal =>
	hypothesisNamed(board.findings, ref) ??
	refuse(`There is no hypothesis ${ref} now.`, 'It may have been struck; the log tells.');

const isHypothesis = (found: Hypothesis | Refusal): found is Hypothesis => 'ref' in found;

/** How a mark may be typed: in full, or as it stands in the matrix. */
const marks = {
	consistent: 'consistent',
	inconsistent: 'inconsistent',
	na: 'na',
	c: 'consistent',
	i: 'inconsistent',
	'n/a': 'na',
} as const satisfies Readonly<Record<string, Consistency>>;

const weigh = command({
	verb: 'weigh',
	label: 'EVIDENCE',
	summary: 'Say whether a finding is consistent with a hypothesis, inconsistent, or says nothing about it',
	example: 'weigh H1 F1 inconsistent because the keys were never on that host',
	fields: {
		ref: hypothesisRef('hypothesis'),
		finding: findingRef('finding'),
		mark: choice(['consistent', 'inconsistent', 'na', 'c', 'i', 'n/a'])('consistent, inconsistent or na'),
		reason: optional(reason('why')),
	},
	decide(board, input) {
		const {ref, finding} = input;
		const found = raised(board, ref);
		if (!isHypothesis(found)) {
			return found;
		}

		const evidence = findingNamed(board.findings, finding);
		if (evidence === undefined) {
			return refuse(`There is no finding ${finding} now.`, 'It may have been struck; the log tells.');
		}

		if (evidence.certainty === 'refuted') {
			return refuse(`${finding} is refuted: it is no evidence.`, 'Record what is known now, and weigh that: know …');
		}

		const consistency = marks[input.mark];
		const was = found.marks.find(one => one.finding === finding);
		return was?.consistency === consistency && input.reason === undefined
			? refuse(`${finding} is marked so for ${ref} already.`, 'Mark it otherwise, or say why: because …')
			: [
					{
						kind: 'hypothesis-weighed',
						ref,
						finding,
						consistency,
						...(was === undefined ? {} : {was: was.consistency}),
						...withReason(input.reason),
					},
				];
	},
});

const settle = command({
	verb: 'settle',
	label: 'VERDICT',
	summary: 'Say that a hypothesis is confirmed as the cause, or eliminated',
	example: 'settle H1 eliminated because two findings speak against it',
	afterClosing: true,
	fields: {
		ref: hypothesisRef('hypothesis'),
		verdict: choice(verdicts)('confirmed or eliminated'),
		person: optional(person('who found it so')),
		reason: optional(reason('why')),
	},
	decide(board, {ref, verdict, person: settler, reason: why}) {
		const found = raised(board, ref);
		if (!isHypothesis(found)) {
			return found;
		}

		return found.status === verdict
			? refuse(`${ref} is ${verdict} already.`, 'Nothing is left to record; add to it with a note.')
			: [{kind: 'hypothesis-settled', ref, verdict, was: found.status, ...withReason(why), ...withPerson(settler)}];
	},
});

export const findingCommands: readonly Command[] = [
	recording('know', 'known', 'Record what is known', 'know host 17 sent card data to an unknown address'),
	recording('suspect', 'suspected', 'Record what is suspected', 'suspect the supplier token was reused'),
	recording('unknown', 'unknown', 'Record what is not known', 'unknown how many customers are affected'),
	confirm,
	refute,
	hypothesis,
	weigh,
	settle,
];
