import {rules} from '../duties/index.ts';
import {own} from '../own.ts';
import {type Profile, profileSchema} from '../profile.ts';
import {type Checked, checkSheet, fieldName, type FileTrouble, type Path, readYaml, type Sheet} from './yaml.ts';

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parts whose keys are the writer's own. */
const openParts: ReadonlySet<string> = new Set(['repeat', 'glossary', 'seniorManagement']);

/** The base with what the file says laid over it: maps part by part, everything else as a whole. */
const laidOver = (base: unknown, over: unknown): unknown =>
	isRecord(base) && isRecord(over)
		? Object.fromEntries(
				[...new Set([...Object.keys(base), ...Object.keys(over)])].map(key => [
					key,
					Object.hasOwn(over, key) ? laidOver(own(base, key), over[key]) : base[key],
				]),
			)
		: over;

/** The first field of the file that no doctrine has. */
const unknownField = (
	base: Fields,
	given: Fields,
	path: Path = [],
): {readonly path: Path; readonly known: readonly string[]} | undefined => {
	for (const [key, value] of Object.entries(given)) {
		const here = [...path, key];
		if (!Object.hasOwn(base, key)) {
			return {path: here, known: Object.keys(base)};
		}

		const below = base[key];
		if (isRecord(below) && isRecord(value) && !openParts.has(key)) {
			const found = unknownField(below, value, here);
			if (found !== undefined) {
				return found;
			}
		}
	}

	return undefined;
};

/** Rules that the file names and doctrine does not have. */
const unknownRule = ({off, repeat}: Profile): Path | undefined => {
	const known = new Set(rules.map(rule => rule.id));
	const at = off.findIndex(id => !known.has(id));
	if (at !== -1) {
		return ['off', at];
	}

	const repeated = Object.keys(repeat).find(id => !known.has(id));
	return repeated === undefined ? undefined : ['repeat', repeated];
};

const inOrder = ({span, clockStages}: Profile): {readonly path: Path; readonly expected: string} | undefined => {
	if (span.guide > span.limit || span.limit > span.hardLimit) {
		return {path: ['span'], expected: 'must rise: guide, limit, hardLimit'};
	}

	return clockStages.advise > clockStages.warn || clockStages.warn > clockStages.urgent
		? {path: ['clockStages'], expected: 'must rise: advise, warn, urgent'}
		: undefined;
};

const checkedWhole = (merged: unknown, sheet: Sheet): Checked<Profile> => {
	const checked = checkSheet(profileSchema, merged, sheet);
	if ('trouble' in checked) {
		return checked;
	}

	const rule = unknownRule(checked.value);
	const order = inOrder(checked.value);
	const trouble: FileTrouble | undefined =
		rule === undefined
			? order === undefined
				? undefined
				: {line: sheet.lineOf(order.path), field: fieldName(order.path), expected: order.expected}
			: {line: sheet.lineOf(rule), field: fieldName(rule), expected: 'names a rule that doctrine does not have'};
	return trouble === undefined ? checked : {trouble};
};

/**
 * A doctrine of one's own: `extends` names the one it is built on (default: moj), everything else lies over that.
 * `known` are the doctrines that may be extended.
 */
export const readProfile = (text: string, known: Readonly<Record<string, Profile>>): Checked<Profile> => {
	const sheet = readYaml(text);
	if ('trouble' in sheet) {
		return sheet;
	}

	const {data, lineOf} = sheet.value;
	if (!isRecord(data)) {
		return {trouble: {line: 1, field: '', expected: 'must be a list of fields: name, title, extends, span …'}};
	}

	const {extends: extended = 'moj', ...given} = data;
	const base = own(known, String(extended));
	if (base === undefined) {
		return {
			trouble: {
				line: lineOf(['extends']),
				field: 'extends',
				expected: `must name a doctrine there is: ${Object.keys(known).join(', ')}`,
			},
		};
	}

	const stray = unknownField(base, given);
	if (stray !== undefined) {
		return {
			trouble: {
				line: lineOf(stray.path),
				field: fieldName(stray.path),
				expected: `is no field of a doctrine; there are ${stray.known.join(', ')}`,
			},
		};
	}

	for (const name of ['name', 'title'] as const) {
		if (given[name] === undefined) {
			return {trouble: {line: 1, field: name, expected: 'is missing: a doctrine of your own has a name and a title'}};
		}
	}

	return checkedWhole(laidOver(base, given), {data, lineOf});
};
