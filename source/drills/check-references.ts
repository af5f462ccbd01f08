import {rules} from '../duties/index.ts';
import type {Path} from '../files/yaml.ts';
import type {Draft} from './draft.ts';

/** Takes down what is wrong, and with which part of the file. */
export type Tell = (path: Path, expected: string) => void;

/** Objectives have ids of their own, teach rules that there are, and are named where an inject belongs to one. */
export const checkObjectives = ({objectives, injects}: Draft, tell: Tell): void => {
	const ids = objectives.map(one => one.id);
	for (const [index, {id, rules: taught}] of objectives.entries()) {
		if (id !== undefined && ids.indexOf(id) !== index) {
			tell(['objectives', index, 'id'], `is another's already: ${id}`);
		}

		for (const {place, text} of taught) {
			if (!rules.some(rule => rule.id === text)) {
				tell(
					['objectives', index, 'rules', place],
					`names the rule ${text}, which does not exist; loggist doctrine lists them`,
				);
			}
		}
	}

	// An objective whose id cannot be read may be the one that is meant.
	if (ids.includes(undefined)) {
		return;
	}

	for (const [index, {objective}] of injects.entries()) {
		if (objective !== undefined && !ids.includes(objective)) {
			const known = ids.length === 0 ? 'there is none' : `there is ${ids.join(', ')}`;
			tell(['injects', index, 'objective'], `names ${objective}, which is no objective; ${known}`);
		}
	}
};

/** Where each number stands; a number that two injects have is told. */
const placesOf = ({injects}: Draft, tell: Tell): ReadonlyMap<number, number> => {
	const places = new Map<number, number>();
	for (const [index, {number}] of injects.entries()) {
		if (number !== undefined && places.has(number)) {
			tell(['injects', index, 'number'], `is another's already: two injects have the number ${number}`);
		} else if (number !== undefined) {
			places.set(number, index);
		}
	}

	return places;
};

const checkCircles = ({injects}: Draft, places: ReadonlyMap<number, number>, tell: Tell): void => {
	const told = new Set<number>();
	for (const one of injects) {
		const way: number[] = [];
		for (
			let next = one.contingency === undefined ? undefined : one.number;
			next !== undefined && !told.has(next);
			next = injects[places.get(next) ?? -1]?.contingency
		) {
			if (way.includes(next)) {
				const circle = [...way.slice(way.indexOf(next)), next].join(' → ');
				tell(['injects', places.get(next) ?? 0, 'contingency'], `runs in a circle: ${circle}`);
				break;
			}

			way.push(next);
		}

		for (const number of way) {
			told.add(number);
		}
	}
};

/** Numbers are told apart; contingencies are there, come if missed, and can be missed; they run in no circle. */
export const checkNumbers = (draft: Draft, tell: Tell): void => {
	const {injects} = draft;
	const places = placesOf(draft, tell);
	const rescues = new Set(injects.map(one => one.contingency));
	for (const [index, one] of injects.entries()) {
		if (one.at === 'if missed' && one.number !== undefined && !rescues.has(one.number)) {
			tell(['injects', index, 'at'], 'is if missed, but no inject names it as its contingency');
		}

		if (one.contingency === undefined) {
			continue;
		}

		const here: Path = ['injects', index, 'contingency'];
		const rescue = injects[places.get(one.contingency) ?? -1];
		if (rescue === undefined) {
			// One whose number cannot be read may be the one that is meant.
			if (injects.every(({number}) => number !== undefined)) {
				tell(here, `names the inject ${one.contingency}, which does not exist`);
			}
		} else if (rescue.at !== undefined && rescue.at !== 'if missed') {
			tell(here, `names the inject ${one.contingency}, which is not delivered if missed but ${rescue.at}`);
		}

		if (one.weight === 'optional') {
			tell(here, 'never comes: this inject is optional, and only a key one is rescued');
		} else if (one.expected.length === 0) {
			tell(here, 'never comes: this inject expects nothing that could be missed');
		}
	}

	checkCircles(draft, places, tell);
};
