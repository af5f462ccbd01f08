import type {Rule} from '../../rule.ts';
import {isOpen} from '../declaration/state.ts';

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
];
