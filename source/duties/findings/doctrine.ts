import type {Asking, Rule} from '../../rule.ts';
import {isHot} from '../declaration/state.ts';
import {certainties} from './events.ts';
import {ofCertainty} from './state.ts';

export const findingRules: readonly Rule[] = [
	{
		id: 'T4',
		name: 'Known, unknown and suspected are sorted, and suspicions are tested',
		why: 'The Incident Manager says what is known, unknown and suspected, and has somebody confirm or refute each suspicion.',
		source: 'MoJ roles',
		answers: ['do', 'put'],
		consult({declaration, findings, actions}) {
			if (!isHot(declaration)) {
				return [];
			}

			if (findings.length === 0) {
				const asking: Asking = {
					severity: 'advise',
					subject: '',
					text: 'What is known, what is unknown, what is suspected? Nothing is on record.',
					basis: 'empty',
					offers: certainties.map((certainty, index) => ({
						label: certainty,
						line: `${['know', 'suspect', 'unknown'][index]} `,
					})),
				};
				return [asking];
			}

			// An action that was withdrawn tests nothing.
			const tested = new Set(actions.filter(one => one.status !== 'cancelled').map(one => one.tests));
			return ofCertainty(findings, 'suspected')
				.filter(one => !tested.has(one.ref))
				.map(one => ({
					severity: 'advise',
					subject: one.ref,
					text: `Who confirms or refutes ${one.ref}, ${one.text}?`,
					basis: 'untested',
					offers: [{label: 'have it tested', line: `action test ${one.ref} tests:${one.ref} @`}],
				}));
		},
	},
];
