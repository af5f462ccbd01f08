import {answerWords} from '../../duties/record/state.ts';
import {type Block, heading, list, paragraph, table} from '../../section.ts';
import {makerWords} from '../control.ts';
import {gaps} from '../integrity.ts';
import {type AfterActionView, count, moment, offset, standingOf} from './view.ts';

/** Prompts that stand at the end and that nobody answered, each once. */
const mostUnanswered = 40;

/** Prompts that nobody answered, and answers that let something be. */
export const prompts = (view: AfterActionView): readonly Block[] => {
	const {evaluation} = view.run;
	const {unanswered} = evaluation;
	const {answers} = view.board.record;
	const end = standingOf(view).ended;
	const played = answers.filter(({at}) => end === undefined || at <= end);
	return [
		heading('Prompts'),
		paragraph(
			`Doctrine asked ${count(evaluation.raised.filter(one => !one.isSucceeded).length, 'time', 'times')} while the drill was played; ${count(played.length, 'answer is', 'answers are')} on record${played.length === 0 ? '' : `: ${played.map(({rule, answer, entry}) => `${rule} ${answerWords[answer]} (entry ${entry})`).join(', ')}`}.`,
		),
		...(unanswered.length === 0
			? [paragraph('Nothing stood unanswered at the end.')]
			: [
					table(
						['Rule', 'Urgency', 'Unanswered at the end', 'Since'],
						unanswered.slice(0, mostUnanswered).map(one => [one.rule, one.severity, one.text, offset(view, one.from)]),
					),
					...(unanswered.length > mostUnanswered
						? [paragraph(`${unanswered.length - mostUnanswered} more; loggist export markdown lists every prompt.`)]
						: []),
				]),
	];
};

/** From what the report was made, what it leaves out, and how that can be checked. */
export const worth = (view: AfterActionView): readonly Block[] => {
	const {board, entries, isScenarioWhole, run} = view;
	const ending = entries.find(({event, number}) => event.kind === 'drill-ended' && !board.struck.has(number));
	const after = ending === undefined ? 0 : entries.filter(({number}) => number > ending.number).length;
	return [
		heading('Completeness and integrity'),
		list([
			`Made from the log of ${board.incident} alone: ${count(entries.length, 'entry', 'entries')}, ${after} of them written after the end.`,
			isScenarioWhole
				? `The scenario is the one in the log, whose SHA-256 is that of the file with which the drill began: ${run.sha256}.`
				: `The scenario in the log is NOT the file with which the drill began: its SHA-256 is not ${run.sha256}. The drill was judged by the one in the log.`,
			`Struck entries: ${board.struck.size}. They met no expectation.`,
			`Missing numbers: ${gaps(entries).join(', ') || 'none'}. ${board.irregularities.length === 0 ? 'Entries join one another.' : `Irregular: ${board.irregularities.map(({text}) => text).join('; ')}.`}`,
			'Times with a plus count from the start of the drill, on its own clock.',
			'What was said and done and is not in the log is not in this report, but where an evaluator or a hot wash noted it.',
		]),
		table(
			['Field', 'Value'],
			[
				['Made at', moment(view, view.now)],
				['Made by', makerWords(view)],
				['Last entry', board.head === undefined ? 'none' : String(board.head.number)],
				['Hash of the last entry (SHA-256)', board.head?.hash ?? 'none'],
			],
		),
		paragraph(
			`To check it, run loggist verify --incident ${board.incident}: while nothing was added, the log ends in the hash above. ` +
				'This document is a copy and supports evidential weight; the ledger is the record.',
		),
	];
};
