import type {Declaration} from '../duties/declaration/state.ts';
import {answerWords} from '../duties/record/state.ts';
import {titleOf} from '../duties/staffing/state.ts';
import {own} from '../own.ts';
import {elapsed, type Instant} from '../time.ts';
import type {Tracked} from './engine.ts';
import type {RatedObjective} from './evaluate.ts';
import type {Expectation} from './expectation.ts';
import {spanWords} from './offset.ts';

const deeds: Readonly<Record<string, string>> = {
	'message-drafted': 'a message is drafted',
	'message-agreed': 'a message is agreed',
	'message-sent': 'a message is sent',
	'finding-recorded': 'a finding is recorded',
	'action-opened': 'an action is given',
	'decision-made': 'a decision is made',
	'triage-recorded': 'the triage is recorded',
	'hypothesis-raised': 'a hypothesis is raised',
	'exhibit-taken': 'an exhibit is taken',
	'roles-announced': 'the roles are announced',
	'heartbeat-held': 'a heartbeat call is held',
	'party-told': 'somebody outside the team is told',
	'audience-updated': 'an audience gets its update',
	'clock-started': 'a statutory clock is started',
	'clock-notified': 'the notice that a statutory clock asks for is sent',
	'personal-data-set': 'it is settled whether personal data are involved',
	'audience-set': 'an audience gets a rhythm of updates',
};

/** What the players were expected to do, in words of the trade; without its time. */
export const expectedWords = ({query}: Pick<Expectation, 'query'>, declaration: Declaration): string => {
	switch (query.type) {
		case 'observed': {
			return query.text;
		}

		case 'answer': {
			return `a prompt of ${query.rule} is answered${query.answer === undefined ? '' : `: ${answerWords[query.answer]}`}`;
		}

		case 'role': {
			return `${titleOf(declaration, query.role)} is in role`;
		}

		case 'severity': {
			return `the severity is ${query.severity} or higher`;
		}

		case 'event': {
			const {certainty, ...others} = query.fields;
			const fields = Object.entries(others).map(([name, value]) => `${name} ${value}`);
			return [
				own(deeds, query.kind) ?? `the log says ${query.kind.replaceAll('-', ' ')}`,
				...(certainty === undefined ? [] : [`as ${certainty}`]),
				...(fields.length === 0 ? [] : [`(${fields.join(', ')})`]),
				...(query.words.length === 0 ? [] : [`that says “${query.words.join(' ')}”`]),
			].join(' ');
		}
	}
};

/** `+12m` on the drill's clock; what was so before the start was so at the start. */
export const offsetWords = (start: Instant, at: Instant): string => `+${spanWords(Math.max(0, elapsed(start, at)))}`;

/** How an expectation stands, with by how much it was late. */
export const stateWords = ({state, due, hit}: Tracked): string => {
	switch (state) {
		case 'met': {
			return 'met in time';
		}

		case 'late': {
			return `met late, by ${due === undefined || hit === undefined ? 'an unknown time' : spanWords(elapsed(due, hit.at))}`;
		}

		case 'missed': {
			return 'missed';
		}

		case 'unseen': {
			return 'to be observed';
		}

		case 'open': {
			return 'open';
		}

		case 'to come': {
			return due === undefined ? 'its inject never came' : 'not due when the drill ended';
		}
	}
};

/** `P`; of an objective that is not rated, why: an evaluator has not looked yet, or its injects expect nothing to be seen. */
export const ratingWord = ({rating, expectations}: Pick<RatedObjective, 'rating' | 'expectations'>): string => {
	if (rating !== undefined) {
		return rating;
	}

	const isAwaited = expectations.some(({state}) => state === 'unseen');
	return isAwaited ? 'to be observed' : expectations.length === 0 ? 'nothing expected' : 'not reached';
};
