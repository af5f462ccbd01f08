import {roleNamed} from '../responsibilities/names.ts';
import type {Citation, Responsibilities} from '../responsibilities/shape.ts';
import type {Mention, Pseudonyms} from './people.ts';

/** A responsibilities file and where it was read. */
export type Cited = {readonly matrix: Responsibilities; readonly citation: Citation};

/** Everybody whom a responsibilities file names: its people first, then who is named without being among them. */
export const mentionsInMatrix = function* (matrix: Responsibilities): Generator<Mention> {
	for (const {handle, name} of matrix.people) {
		yield {handle, name};
	}

	const words = [
		matrix.sro,
		matrix.owner,
		matrix.author,
		matrix.approver,
		...matrix.roles.flatMap(({holders}) =>
			holders.flatMap(one => [
				one.person,
				one.appointedBy,
				...one.acknowledged.map(({who}) => who),
				...(one.madeKnown?.to ?? []),
			]),
		),
		...matrix.tasks.flatMap(one => [...one.responsible, ...one.accountable, ...one.consulted, ...one.informed]),
		...matrix.delegations.flatMap(({by, to}) => [by, to]),
		...[...matrix.consulted, ...matrix.agreed].map(({who}) => who),
		...matrix.shared.flatMap(one => one.with),
		...matrix.reviewed.map(({by}) => by),
	];
	for (const word of words) {
		// A role is nobody in particular.
		if (word !== undefined && roleNamed(matrix, word) === undefined) {
			yield {handle: word};
		}
	}
};

/** Fields that the file's shape gives a meaning of its own. */
const fixed: ReadonlySet<string> = new Set(['covers', 'marking']);

const rewrite = (value: unknown, field: string, names: Pseudonyms): unknown => {
	if (typeof value === 'string') {
		return fixed.has(field) ? value : names.of(value);
	}

	if (Array.isArray(value)) {
		return value.map(one => rewrite(one, field, names));
	}

	return typeof value === 'object' && value !== null
		? Object.fromEntries(
				Object.entries(value)
					.filter(([key]) => key !== 'contact')
					.map(([key, one]) => [key, rewrite(one, key, names)]),
			)
		: value;
};

/** A responsibilities file in which people have other names, and cannot be reached. */
export const matrixWithoutPeople = ({matrix, citation}: Cited, names: Pseudonyms): Cited => ({
	// Only texts were changed, each for another text; a contact may be left out.
	matrix: rewrite(matrix, '', names) as Responsibilities,
	// With the hash and all of the file but a name, the name could be found by trying.
	citation: {...citation, sha256: '', source: names.within(citation.source), title: names.within(citation.title)},
});
