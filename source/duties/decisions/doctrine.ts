import type {Asking, Rule} from '../../rule.ts';
import {clockTimeBy} from '../../watch.ts';
import {isHot, isOpen} from '../declaration/state.ts';
import {lastDecided} from './state.ts';

export const decisionRules: readonly Rule[] = [
	{
		id: 'E1',
		name: 'Every decision has its reason',
		why: "The secretariat records the Incident Manager's justification: later it is asked whether the decision was reasonable on what was known then.",
		source: 'MoJ during a security incident; JESIP decision logging',
		answers: ['do'],
		consult: ({declaration, decisions}) =>
			isOpen(declaration)
				? decisions.decisions
						.filter(one => one.reason === undefined)
						.map(one => ({
							severity: 'warn',
							subject: one.ref,
							text: `Why was ${one.ref} decided, ${one.text}?`,
							basis: 'no reason',
							offers: [{label: 'record why', line: `justify ${one.ref} because `}],
						}))
				: [],
	},
	{
		id: 'E2',
		name: 'Options are weighed before one is chosen',
		why: 'Whoever asks later wants to see what else could have been done, and why it was not.',
		source: 'JESIP Joint Decision Model, stage 4',
		answers: ['do', 'na'],
		consult: ({declaration, decisions}) =>
			isHot(declaration)
				? decisions.decisions
						.filter(one => one.options.length === 0)
						.map(one => ({
							severity: 'advise',
							subject: one.ref,
							text: `Which options were there beside ${one.ref}, ${one.text}, and why not?`,
							basis: 'no options',
							offers: [{label: 'record an option', line: `option for:${one.ref} `}],
						}))
				: [],
	},
	{
		id: 'E3',
		name: 'Every decision has a next decision point',
		why: 'While it is time-critical each decision says when it is looked at again, and then it is.',
		source: 'MoJ during a security incident',
		answers: ['do'],
		consult({declaration, decisions}, watch) {
			if (!isHot(declaration)) {
				return [];
			}

			const last = lastDecided(decisions);
			return decisions.decisions.flatMap(({ref, text, next}): readonly Asking[] => {
				if (next === undefined) {
					return [
						{
							severity: 'advise',
							subject: ref,
							text: `When is the next decision point after ${ref}, ${text}?`,
							basis: 'no next point',
							offers: [{label: 'set a time', line: `nextpoint ${ref} next `}],
						},
					];
				}

				// What was decided at that time, or after it, was decided at that point.
				return !watch.reached(next) || (last !== undefined && last >= next)
					? []
					: [
							{
								severity: 'advise',
								subject: ref,
								text: `The next decision point of ${ref} has come, ${clockTimeBy(watch, next, declaration.zone)}: what is decided?`,
								basis: next,
								offers: [
									{label: 'decide', line: 'decide '},
									{label: 'another time', line: `nextpoint ${ref} next `},
								],
							},
						];
			});
		},
	},
];
