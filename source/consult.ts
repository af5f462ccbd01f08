import type {Board} from './board.ts';
import {rules} from './duties/index.ts';
import {answerTo} from './duties/record/state.ts';
import type {Profile} from './profile.ts';
import {type Asking, type Prompt, promptSeverities, type Rule} from './rule.ts';
import {elapsed, type Instant, minute} from './time.ts';

/** Where an asked question stands after its newest answer: undefined when it need not be asked now. */
const standing = (
	board: Board,
	rule: Rule,
	asking: Asking,
	now: Instant,
	profile: Profile,
): {readonly put: Instant | undefined} | undefined => {
	const answer = answerTo(board.record, rule.id, asking.subject);
	if (answer === undefined || answer.basis !== (asking.basis ?? asking.text)) {
		return {put: undefined};
	}

	switch (answer.answer) {
		case 'do': {
			// It was said to be done and the situation is the same: it is asked still.
			return {put: undefined};
		}

		case 'defer': {
			return answer.until !== undefined && now < answer.until ? undefined : {put: undefined};
		}

		case 'put': {
			const isDecided = board.decisions.decisions.some(one => one.rule === rule.id && one.entry > answer.entry);
			if (isDecided) {
				return undefined;
			}

			return {put: elapsed(answer.at, now) < profile.minutes.askAgain * minute ? answer.at : undefined};
		}

		case 'override':
		case 'na': {
			return undefined;
		}
	}
};

const rank = (prompt: Prompt): number =>
	(prompt.put === undefined ? 0 : promptSeverities.length) - promptSeverities.indexOf(prompt.severity);

/**
 * What doctrine asks of this board at this moment, most urgent first; what was put to the Incident Manager and
 * waits comes last. Pure: same board, same moment, same profile, same prompts.
 */
export const consult = (board: Board, now: Instant, profile: Profile): readonly Prompt[] =>
	rules
		.filter(rule => !profile.off.includes(rule.id))
		.flatMap(rule =>
			rule.consult(board, now, profile).flatMap((asking): readonly Prompt[] => {
				const stands = standing(board, rule, asking, now, profile);
				return stands === undefined
					? []
					: [
							{
								rule: rule.id,
								severity: asking.severity,
								subject: asking.subject,
								text: asking.text,
								why: rule.why,
								source: rule.source,
								basis: asking.basis ?? asking.text,
								answers: rule.answers,
								offers: asking.offers ?? [],
								put: stands.put,
							},
						];
			}),
		)
		.sort((a, b) => rank(a) - rank(b));
