import type {Rule} from '../../rule.ts';
import {custodyLacks} from './state.ts';

export const evidenceRules: readonly Rule[] = [
	{
		id: 'G10',
		name: 'The chain of custody has no gap',
		why: 'An item of evidence carries weight when it is on record who took it, when, and who has kept it since.',
		source: 'MoJ forensic readiness policy POL.FRP.007-009',
		answers: ['do'],
		consult: ({declaration, evidence}) =>
			declaration.declaredAt === undefined
				? []
				: evidence.items.flatMap(item => {
						const lacks = custodyLacks(item);
						return lacks.length === 0
							? []
							: [
									{
										severity: 'warn' as const,
										subject: item.ref,
										text: `${item.ref} has no ${lacks.join(' and no ')} on record: ${item.text}`,
										basis: lacks.join(' '),
										offers: [
											...(item.custodian === undefined
												? [{label: 'name the custodian', line: `custody ${item.ref} @`}]
												: []),
											...(item.takenBy === undefined ? [{label: 'name who took it', line: `taker ${item.ref} @`}] : []),
										],
									},
								];
					}),
	},
];
