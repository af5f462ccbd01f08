import {commands} from '../duties/index.ts';
import {emptyBoard, foldAll} from '../fold.ts';
import {commandNamed} from '../language/verbs.ts';
import {peopleMeant} from '../language/people.ts';
import type {Library} from '../library.ts';
import {own} from '../own.ts';
import {markingTyped} from '../profiles/markings.ts';
import {provisional} from '../propose-all.ts';
import {propose} from '../propose.ts';
import {isRefusal} from '../refusal.ts';
import {scriptLine} from '../script.ts';
import type {Tell} from './check-references.ts';
import type {Draft} from './draft.ts';
import type {ScenarioFile} from './scenario.ts';

/** Doctrine and marking are there; every line of the start state begins with a verb, and none declares. */
export const checkStart = ({profile, marking, state}: Draft, {profiles, troubles}: Library, tell: Tell): void => {
	if (own(profiles, profile) === undefined) {
		const why = own(troubles, profile);
		tell(
			['profile'],
			why === undefined
				? `names ${profile}, which is no doctrine; there is ${Object.keys(profiles).join(', ')}`
				: `names ${profile}, a doctrine that cannot be used: ${why.replace(/\.$/u, '')}`,
		);
	}

	const typed = marking === undefined ? undefined : markingTyped(marking);
	if (typeof typed === 'object') {
		tell(['marking'], `is wrong: ${typed.refused} ${typed.mend.replace(/\.$/u, '')}`);
	}

	for (const {place, text} of state) {
		const line = scriptLine(text)?.line ?? '';
		const verb = line.replace(/^\//u, '').split(/\s/u, 1)[0] ?? '';
		const found = commandNamed(commands, verb);
		if (isRefusal(found) || found.verb === 'declare') {
			tell(
				['state', place],
				isRefusal(found)
					? `names the verb ${verb}, which does not exist`
					: 'must not declare: the drill declares its own incident',
			);
		}
	}
};

/** Says the start state to a board that nobody keeps: a line that would be refused in the drill is told beforehand. */
export const rehearseState = (file: ScenarioFile, library: Library, tell: Tell): void => {
	const {title, zone, state, severity, kind, data, profile} = file;
	const now = new Date(file.start).toISOString();
	const situation = {now, by: 'Facilitator', zone, library};
	let board = emptyBoard('DRILL');
	const say = (line: string, literal: {readonly text?: string} = {}, named?: string) => {
		const [only, ...others] = named === undefined ? [] : peopleMeant(board.staffing.people, named);
		const by = only !== undefined && others.length === 0 ? only.handle : (named ?? situation.by);
		const proposal = propose(line, {...situation, board, by}, literal);
		if (!isRefusal(proposal)) {
			const {events, occurredAt} = proposal;
			board = foldAll(
				board,
				provisional(
					board,
					events.map(event => ({event, occurredAt, by})),
					now,
				),
			);
		}

		return proposal;
	};

	const declared = say(
		`declare severity:${severity} kind:${kind} data:${data} zone:${zone} profile:${profile} exercise:yes`,
		{text: title},
	);
	if (isRefusal(declared)) {
		tell(['title'], `cannot be declared: ${declared.refused.replace(/\.$/u, '')}`);
		return;
	}

	for (const [index, text] of state.entries()) {
		const line = scriptLine(text);
		const answer = line === undefined ? undefined : say(line.line, {}, line.by);
		if (answer !== undefined && isRefusal(answer)) {
			tell(['state', index], `is refused: ${answer.refused} ${answer.mend.replace(/\.$/u, '')}`);
		}
	}
};
