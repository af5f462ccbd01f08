import {keeping} from './alike.ts';
import {type Board, watched} from './board.ts';
import {rules} from './duties/index.ts';
import {answerTo} from './duties/record/state.ts';
import type {Profile} from './profile.ts';
import {type Asking, type Offer, type Prompt, promptSeverities, type Rule} from './rule.ts';
import {type Instant, later, minute} from './time.ts';
import {createWatch, type Watch} from './watch.ts';

/** Where an asked question stands after its newest answer: undefined when it need not be asked now. */
const standing = (
	board: Board,
	rule: Rule,
	asking: Asking,
	watch: Watch,
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
			return answer.until !== undefined && !watch.reached(answer.until) ? undefined : {put: undefined};
		}

		case 'put': {
			const isDecided = board.decisions.decisions.some(one => one.rule === rule.id && one.entry > answer.entry);
			if (isDecided) {
				return undefined;
			}

			const again = later(answer.at, (profile.repeat[rule.id] ?? profile.minutes.askAgain) * minute);
			return {put: watch.reached(again) ? undefined : answer.at};
		}

		case 'override':
		case 'na': {
			return undefined;
		}
	}
};

const rank = ({severity, put}: Prompt): number =>
	(put === undefined ? promptSeverities.length : 0) + promptSeverities.indexOf(severity);

/** Most urgent first, what waits last; within a rank in the order given. */
const inOrder = (groups: readonly (readonly Prompt[])[]): readonly Prompt[] => {
	const ranks: Prompt[][] = Array.from({length: promptSeverities.length * 2}, () => []);
	for (const group of groups) {
		for (const prompt of group) {
			ranks[rank(prompt)]?.push(prompt);
		}
	}

	return ranks.toReversed().flat();
};

/** What doctrine asks, most urgent first, and until when that holds if nothing is written: undefined for good. */
export type Asked = {
	readonly prompts: readonly Prompt[];
	/**
	 * The same by rule; a rule that asks what it asked before has the same list as before, and where all of them do it is
	 * the same map.
	 */
	readonly byRule: ReadonlyMap<string, readonly Prompt[]>;
	readonly until: Instant | undefined;
};

/** What one rule asked, and what it looked at to know. */
type Remembered = {
	readonly looked: readonly (readonly [part: keyof Board, value: unknown])[];
	readonly from: Instant;
	readonly until: Instant | undefined;
	readonly askings: readonly Asking[];
};

/** What became of a rule's askings, as far as they were answered. */
type Stood = {
	readonly askings: readonly Asking[];
	readonly answers: unknown;
	readonly decisions: unknown;
	/** Whether any answer was given to the rule. */
	readonly isAnswered: boolean;
	readonly from: Instant;
	readonly until: Instant | undefined;
	readonly prompts: readonly Prompt[];
};

const holds = ({from, until}: Pick<Remembered, 'from' | 'until'>, now: Instant): boolean =>
	from <= now && (until === undefined || now < until);

const earliest = (one: Instant | undefined, other: Instant | undefined): Instant | undefined =>
	one === undefined || (other !== undefined && other < one) ? other : one;

const promptOf = (rule: Rule, asking: Asking, put: Instant | undefined): Prompt => ({
	rule: rule.id,
	severity: asking.severity,
	subject: asking.subject,
	text: asking.text,
	why: rule.why,
	source: rule.source,
	basis: asking.basis ?? asking.text,
	answers: rule.answers,
	offers: asking.offers ?? [],
	put,
});

const areSameOffers = (some: readonly Offer[] = [], others: readonly Offer[] = []): boolean =>
	some.length === others.length &&
	some.every(({label, line}, index) => label === others[index]?.label && line === others[index].line);

const isSameAsking = (one: Asking, other: Asking): boolean =>
	one.subject === other.subject &&
	one.severity === other.severity &&
	one.text === other.text &&
	one.basis === other.basis &&
	areSameOffers(one.offers, other.offers);

/** Of one rule: what it is and why is the same in all of them. */
const isSamePrompt = (one: Prompt, other: Prompt): boolean =>
	one.subject === other.subject &&
	one.severity === other.severity &&
	one.text === other.text &&
	one.basis === other.basis &&
	one.put === other.put &&
	areSameOffers(one.offers, other.offers);

/**
 * Asks doctrine again and again of boards that grow. A rule is asked anew only when a part of the board that it looked
 * at has changed, or a moment that it waited for has come; the answer is the same as that of `consult`.
 */
export const createConsultation = (): ((board: Board, now: Instant, profile: Profile) => Asked) => {
	const memory = new Map<string, Remembered>();
	const stood = new Map<string, Stood>();
	let last: (Asked & {readonly board: Board; readonly profile: Profile; readonly from: Instant}) | undefined;

	const ask = (rule: Rule, board: Board, now: Instant, profile: Profile): Remembered => {
		const known = memory.get(rule.id);
		if (
			known !== undefined &&
			holds(known, now) &&
			known.looked.every(([part, value]) => Object.is(board[part], value))
		) {
			return known;
		}

		const {watch, next} = createWatch(now);
		const seen = watched(board);
		// What is asked again is the same list: whoever compares need not look into it.
		const askings = keeping(known?.askings ?? [], rule.consult(seen.board, watch, profile), isSameAsking);
		const fresh: Remembered = {looked: [...seen.looked], from: now, until: next(), askings};
		memory.set(rule.id, fresh);
		return fresh;
	};

	/** The rule's askings without those that need not be asked now. */
	const stand = (rule: Rule, askings: readonly Asking[], board: Board, now: Instant, profile: Profile): Stood => {
		const {answers} = board.record;
		const {decisions} = board.decisions;
		const known = stood.get(rule.id);
		const isSame = known !== undefined && known.askings === askings && holds(known, now);
		if (isSame && known.answers === answers && known.decisions === decisions) {
			return known;
		}

		const isAnswered = answers.some(one => one.rule === rule.id);
		if (isSame && !isAnswered && !known.isAnswered) {
			return known;
		}

		const {watch, next} = createWatch(now);
		const stands = askings.flatMap((asking): readonly Prompt[] => {
			const put = isAnswered ? standing(board, rule, asking, watch, profile) : {put: undefined};
			return put === undefined ? [] : [promptOf(rule, asking, put.put)];
		});
		const prompts = keeping(known?.prompts ?? [], stands, isSamePrompt);
		const fresh: Stood = {askings, answers, decisions, isAnswered, from: now, until: next(), prompts};
		stood.set(rule.id, fresh);
		return fresh;
	};

	return (board, now, profile) => {
		if (last !== undefined && last.board === board && last.profile === profile && holds(last, now)) {
			return last;
		}

		if (last?.profile !== profile) {
			memory.clear();
			stood.clear();
		}

		let until: Instant | undefined;
		const before = last?.profile === profile ? last.byRule : undefined;
		let fresh: Map<string, readonly Prompt[]> | undefined;
		for (const rule of rules) {
			if (!profile.off.includes(rule.id)) {
				const asked = ask(rule, board, now, profile);
				const standsNow = stand(rule, asked.askings, board, now, profile);
				if (before?.get(rule.id) !== standsNow.prompts) {
					fresh ??= new Map(before);
					fresh.set(rule.id, standsNow.prompts);
				}

				until = earliest(earliest(until, asked.until), standsNow.until);
			}
		}

		// Mostly nothing has changed: whoever goes through a log of a hundred thousand entries need not leave as many maps behind.
		const byRule = fresh ?? before ?? new Map<string, readonly Prompt[]>();
		let ordered: readonly Prompt[] | undefined;
		last = {
			board,
			profile,
			from: now,
			byRule,
			// Put in order only where somebody wants the order: whoever goes through a log looks at each rule by itself.
			get prompts() {
				ordered ??= inOrder([...byRule.values()]);
				return ordered;
			},
			until,
		};
		return last;
	};
};

/**
 * What doctrine asks of this board at this moment, most urgent first; what was put to the Incident Manager and
 * waits comes last. Pure: same board, same moment, same profile, same prompts.
 */
export const consult = (board: Board, now: Instant, profile: Profile): readonly Prompt[] =>
	createConsultation()(board, now, profile).prompts;
