import type {Recommendation} from '../duties/decisions/state.ts';
import {type Action, isOngoing} from '../duties/actions/state.ts';
import type {Offer} from '../rule.ts';

/** What may be done with an action, as its state allows. */
export const offersOfAction = (action: Action): readonly Offer[] => {
	const {ref} = action;
	return isOngoing(action)
		? [
				...(action.status === 'open' ? [{label: 'understood', line: `ack ${ref}`}] : []),
				{label: 'report', line: `report ${ref} `},
				{label: 'done, it succeeded', line: `done ${ref} result:success `},
				{label: 'done, it failed', line: `done ${ref} result:failure `},
				{label: 'more time', line: `extend ${ref} by `},
				{label: 'another owner', line: `reassign ${ref} @`},
				{label: 'cancel', line: `cancel ${ref} because `},
			]
		: action.result === undefined && action.status === 'done'
			? [
					{label: 'it succeeded', line: `done ${ref} result:success`},
					{label: 'it failed', line: `done ${ref} result:failure`},
				]
			: [];
};

/** What may become of a recommendation that waits. */
export const offersOfRecommendation = ({entry}: Recommendation): readonly Offer[] => [
	{label: 'record the decision', line: `decide on:${entry} `},
	{label: 'give it as an action', line: `action on:${entry} `},
];
