import {type Library, ownLibrary} from '../library.ts';
import {own} from '../own.ts';
import type {Scenario} from './scenario.ts';

const list = (numbers: readonly number[]): string =>
	`${numbers.length === 1 ? 'Inject' : 'Injects'} ${numbers.join(', ')}`;

/**
 * What is right in a scenario, and yet may not be meant so: a sentence each. `profiles` are the doctrines there are: a
 * rule that the drill's own does not hold is never asked about.
 */
export const adviceOn = (
	{objectives, injects, state, profile}: Scenario,
	{profiles}: Pick<Library, 'profiles'> = ownLibrary,
): readonly string[] => {
	const off = own(profiles, profile)?.off ?? [];
	const loose = injects.filter(one => one.expected.length > 0 && one.objective === undefined);
	const idle = objectives.filter(
		({id}) => !injects.some(one => one.objective === id && one.expected.length > 0 && one.weight === 'key'),
	);
	const ignored = injects.filter(one => one.expected.length === 0 && one.objective !== undefined);
	const isEmpty = !state.some(line => /\bcheckin\s/u.test(line));
	return [
		...(loose.length === 0
			? []
			: [`${list(loose.map(one => one.number))}: what is expected there is rated for no objective.`]),
		...idle.map(({id}) => `Nothing that must be met is expected for the objective ${id}.`),
		...objectives.flatMap(({id, rules}) =>
			rules
				.filter(rule => off.includes(rule))
				.map(
					rule => `The objective ${id} teaches ${rule}, which the doctrine ${profile} does not hold: it never asks.`,
				),
		),
		...(ignored.length === 0
			? []
			: [`${list(ignored.map(one => one.number))}: named for an objective, and nothing is expected there.`]),
		...(isEmpty ? ['Nobody is checked in at the start: players are known once a line names them.'] : []),
	];
};
