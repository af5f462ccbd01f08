import type {Asking, Rule} from '../../rule.ts';
import {type Actions, isOngoing} from '../actions/state.ts';
import {isHot, isRunning} from '../declaration/state.ts';
import {certainties} from './events.ts';
import {ofCertainty} from './state.ts';

/** The action by which each suspicion is tested: one that goes on, or the last that was done; a withdrawn one tests nothing. */
const testing = (actions: Actions): ReadonlyMap<string, {readonly ref: string; readonly isOngoing: boolean}> => {
	const tests = new Map<string, {readonly ref: string; readonly isOngoing: boolean}>();
	for (const action of actions) {
		const {ref, tests: finding, status} = action;
		if (finding !== undefined && status !== 'cancelled' && tests.get(finding)?.isOngoing !== true) {
			tests.set(finding, {ref, isOngoing: isOngoing(action)});
		}
	}

	return tests;
};

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

			if (findings.findings.length === 0) {
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

			const tests = testing(actions);
			return ofCertainty(findings, 'suspected').flatMap((one): readonly Asking[] => {
				const last = tests.get(one.ref);
				const another = {label: 'have it tested', line: `action test ${one.ref} tests:${one.ref} @`};
				if (last === undefined) {
					return [
						{
							severity: 'advise',
							subject: one.ref,
							text: `Who confirms or refutes ${one.ref}, ${one.text}?`,
							basis: 'untested',
							offers: [another],
						},
					];
				}

				return last.isOngoing
					? []
					: [
							{
								severity: 'advise',
								subject: one.ref,
								text: `${last.ref} is done: is ${one.ref} confirmed or refuted, ${one.text}?`,
								basis: `${last.ref} done`,
								// Which of them it was is not for the program to choose: neither line is whole.
								offers: [
									{label: 'confirmed', line: `confirm ${one.ref} `},
									{label: 'refuted', line: `refute ${one.ref} because `},
									another,
								],
							},
						];
			});
		},
	},
	{
		id: 'S6',
		name: 'Two causes are two incidents',
		why: 'What has a cause of its own is worked on by a team of its own, under one top-level Incident Manager.',
		source: 'Counteractive',
		answers: ['put'],
		consult({declaration, findings}) {
			const confirmed = isRunning(declaration)
				? findings.hypotheses.filter(one => one.status === 'confirmed').map(one => one.ref)
				: [];
			return confirmed.length < 2
				? []
				: [
						{
							severity: 'advise',
							subject: '',
							text: `${confirmed.length === 2 ? 'Two' : confirmed.length} distinct causes are confirmed (${confirmed.join(', ')}): open a second incident file, keep one Incident Manager above both?`,
							basis: confirmed.join(' '),
						},
					];
		},
	},
];
