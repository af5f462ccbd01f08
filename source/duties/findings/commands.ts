import {type Board, nextRef} from '../../board.ts';
import {type Command, command, findingRef, optional, reason, text} from '../../command.ts';
import {type Refusal, refuse} from '../../refusal.ts';
import {withReason} from '../../words.ts';
import type {Certainty} from './events.ts';
import {findingNamed} from './state.ts';

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

const confirm = command({
	verb: 'confirm',
	label: 'CONFIRMED',
	summary: 'A suspicion or an open question is now known',
	example: 'confirm F1 the token was used twice',
	fields: {ref: findingRef('finding'), text: optional(text('how it is known'))},
	decide(board, {ref, text: told}) {
		const was = unsettled(board, ref);
		if (typeof was !== 'string') {
			return was;
		}

		return was === 'known'
			? refuse(`${ref} is known already.`, `If it is wrong: refute ${ref} because …`)
			: [{kind: 'finding-confirmed', ref, was, ...(told === undefined ? {} : {text: told})}];
	},
});

const refute = command({
	verb: 'refute',
	label: 'REFUTED',
	summary: 'A finding has proved wrong',
	example: 'refute F1 because the token had expired',
	fields: {ref: findingRef('finding'), text: optional(text('how it is known')), reason: optional(reason('why'))},
	decide(board, input) {
		const was = unsettled(board, input.ref);
		return typeof was === 'string'
			? [
					{
						kind: 'finding-refuted',
						ref: input.ref,
						was,
						...(input.text === undefined ? {} : {text: input.text}),
						...withReason(input.reason),
					},
				]
			: was;
	},
});

export const findingCommands: readonly Command[] = [
	recording('know', 'known', 'Record what is known', 'know host 17 sent card data to an unknown address'),
	recording('suspect', 'suspected', 'Record what is suspected', 'suspect the supplier token was reused'),
	recording('unknown', 'unknown', 'Record what is not known', 'unknown how many customers are affected'),
	confirm,
	refute,
];
