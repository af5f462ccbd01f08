/** A list of lines as far as they are text, each with its place in the list. */
export type Lines = readonly {readonly place: number; readonly text: string}[];

/** What of an inject can be read, whatever else is wrong with it. */
export type DraftInject = {
	readonly number: number | undefined;
	readonly at: string | undefined;
	readonly by: string | undefined;
	readonly objective: string | undefined;
	readonly contingency: number | undefined;
	readonly weight: string | undefined;
	readonly expected: Lines;
};

/** What of an objective can be read. */
export type DraftObjective = {readonly id: string | undefined; readonly rules: Lines};

/**
 * What of a scenario file can be read, whatever else is wrong with it: so that everything that is wrong is told at
 * once, and not only the first layer of it.
 */
export type Draft = {
	readonly profile: string;
	readonly marking: string | undefined;
	readonly duration: string | undefined;
	readonly end: string | undefined;
	readonly state: Lines;
	readonly objectives: readonly DraftObjective[];
	readonly injects: readonly DraftInject[];
};

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? {...value} : {};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

const linesOf = (value: unknown): Lines =>
	listOf(value).flatMap((one, place) => {
		const text = textOf(one);
		return text === undefined ? [] : [{place, text}];
	});

/** Reads what can be read of a scenario's data. */
export const draftOf = (data: unknown): Draft => {
	const file = fieldsOf(data);
	return {
		profile: textOf(file['profile']) ?? 'moj',
		marking: textOf(file['marking']),
		duration: textOf(file['duration']),
		end: textOf(file['end']),
		state: linesOf(file['state']),
		objectives: listOf(file['objectives'])
			.map(fieldsOf)
			.map(one => ({id: textOf(one['id']), rules: linesOf(one['rules'])})),
		injects: listOf(file['injects'])
			.map(fieldsOf)
			.map(one => ({
				number: numberOf(one['number']),
				at: textOf(one['at']),
				by: textOf(one['by']),
				objective: textOf(one['objective']),
				contingency: numberOf(one['contingency']),
				weight: textOf(one['weight']),
				expected: linesOf(one['expected']),
			})),
	};
};
