import type * as v from 'valibot';
import {distance} from '../language/verbs.ts';

/** What of a schema leads to its fields: those of a map, what a list holds, what is wrapped or one of several. */
type Shape = {
	readonly entries?: Readonly<Record<string, Shape>>;
	readonly item?: Shape;
	readonly value?: Shape;
	readonly wrapped?: Shape;
	readonly options?: readonly Shape[];
	readonly pipe?: readonly Shape[];
};

/** The schemas that a schema is made of where it stands. */
const made = (shape: Shape): readonly Shape[] => [
	shape,
	...[shape.wrapped, shape.pipe?.[0], ...(Array.isArray(shape.options) ? shape.options : [])].flatMap(one =>
		typeof one === 'object' ? made(one) : [],
	),
];

/** The fields that a schema knows at a place: `['people', 1]` for those of one of the people. */
export const fieldsAt = (schema: v.GenericSchema, place: readonly (string | number)[]): readonly string[] => {
	const reached = place.reduce<readonly Shape[]>(
		(shapes, part) =>
			shapes.flatMap(one =>
				[typeof part === 'number' ? one.item : (one.entries?.[part] ?? one.value)].flatMap(inner =>
					typeof inner === 'object' ? made(inner) : [],
				),
			),
		made(schema as Shape),
	);
	return [...new Set(reached.flatMap(({entries}) => Object.keys(entries ?? {})))];
};

/** The field that is nearest to what was typed, at most two letters away; undefined where none is, or it is a short word. */
export const fieldMeant = (typed: string, fields: readonly string[]): string | undefined => {
	const limit = typed.length < 3 ? 0 : typed.length < 5 ? 1 : 2;
	const far = (field: string): number => distance(field, typed.slice(0, 40), limit);
	return fields.filter(field => far(field) <= limit).toSorted((one, other) => far(one) - far(other))[0];
};
