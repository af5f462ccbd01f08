import type {Pseudonyms} from '../sharing/people.ts';
import type {Tracked} from './engine.ts';
import {type Evaluation, isUnanswered, type RatedObjective} from './evaluate.ts';
import type {Expectation} from './expectation.ts';
import type {Inject, Scenario} from './scenario.ts';

/*
A scenario may name the people who play it. It is judged as it is, for an expectation may look for a name, and only what
is shown of it bears other names.
*/

const maybe = (text: string | undefined, {within}: Pseudonyms): string | undefined =>
	text === undefined ? undefined : within(text);

const expectationWithout = (expectation: Expectation, names: Pseudonyms): Expectation => {
	const {line, query} = expectation;
	const {within} = names;
	const shown = {...expectation, line: within(line)};
	switch (query.type) {
		case 'observed': {
			return {...shown, query: {...query, text: within(query.text)}};
		}

		case 'event': {
			const fields = Object.entries(query.fields).map(([name, value]) => [name, within(value)] as const);
			return {
				...shown,
				query: {
					...query,
					fields: Object.fromEntries(fields),
					words: query.words.length === 0 ? [] : [within(query.words.join(' '))],
				},
			};
		}

		default: {
			return shown;
		}
	}
};

const injectWithout = (inject: Inject, names: Pseudonyms): Inject => {
	const {from, to, means, note, ...rest} = inject;
	const [whose, whom, how, remark] = [from, to, means, note].map(text => maybe(text, names));
	return {
		...rest,
		text: names.within(inject.text),
		expected: inject.expected.map(one => expectationWithout(one, names)),
		...(whose === undefined ? {} : {from: whose}),
		...(whom === undefined ? {} : {to: whom}),
		...(how === undefined ? {} : {means: how}),
		...(remark === undefined ? {} : {note: remark}),
	};
};

/** A scenario to be shown: people have other names in it. It is no longer one to be played or judged by. */
export const scenarioWithout = (scenario: Scenario, names: Pseudonyms): Scenario => {
	const {purpose, audience, truth, end, ...rest} = scenario;
	const [why, whom, what] = [purpose, audience, truth].map(text => maybe(text, names));
	return {
		...rest,
		title: names.within(scenario.title),
		objectives: scenario.objectives.map(one => ({...one, text: names.within(one.text)})),
		rules: scenario.rules.map(names.within),
		state: scenario.state.map(names.within),
		injects: scenario.injects.map(one => injectWithout(one, names)),
		end: end === undefined ? undefined : expectationWithout(end, names),
		...(why === undefined ? {} : {purpose: why}),
		...(whom === undefined ? {} : {audience: whom}),
		...(what === undefined ? {} : {truth: what}),
	};
};

/** An evaluation to be shown: what was found stays as it is, and people have other names. */
export const evaluationWithout = (evaluation: Evaluation, names: Pseudonyms): Evaluation => {
	const tracked = (one: Tracked): Tracked => ({
		...one,
		inject: injectWithout(one.inject, names),
		expectation: expectationWithout(one.expectation, names),
	});
	const objective = (one: RatedObjective): RatedObjective => ({
		...one,
		text: names.within(one.text),
		expectations: one.expectations.map(tracked),
		given:
			one.given === undefined
				? undefined
				: {...one.given, by: names.of(one.given.by), reason: maybe(one.given.reason, names)},
	});
	const raised = evaluation.raised.map(one => ({
		...one,
		subject: names.of(one.subject),
		text: names.within(one.text),
	}));
	const {standing} = evaluation;
	return {
		...evaluation,
		raised,
		unanswered: raised.filter(isUnanswered),
		objectives: evaluation.objectives.map(objective),
		standing: {
			...standing,
			expectations: standing.expectations.map(tracked),
			due: standing.due.map(one => injectWithout(one, names)),
			byHand: standing.byHand.map(one => injectWithout(one, names)),
			next:
				standing.next === undefined
					? undefined
					: {...standing.next, inject: injectWithout(standing.next.inject, names)},
			over: maybe(standing.over, names),
		},
	};
};
