import {type Responsibilities, responsibilitiesSchema} from '../responsibilities/shape.ts';
import {type Checked, checkSheet, fieldName, type Path, readYaml, type Sheet} from './yaml.ts';

/** A responsibilities file as read, and the line on which each part of it stands. */
export type ResponsibilitiesFile = {readonly matrix: Responsibilities; readonly lineOf: Sheet['lineOf']};

/** The first that asks for a name which another has: tasks could not tell them apart. */
const taken = (names: readonly string[]): number =>
	names.findIndex((name, index) => names.findIndex(one => one.toLowerCase() === name.toLowerCase()) < index);

const doubled = ({roles, people}: Responsibilities): {readonly path: Path; readonly name: string} | undefined => {
	const role = taken(roles.map(one => one.key));
	const person = taken(people.map(one => one.handle));
	const shared = people.findIndex(({handle}) => roles.some(({key}) => key.toLowerCase() === handle.toLowerCase()));
	if (role !== -1) {
		return {path: ['roles', role, 'key'], name: roles[role]?.key ?? ''};
	}

	const at = person === -1 ? shared : person;
	return at === -1 ? undefined : {path: ['people', at, 'handle'], name: people[at]?.handle ?? ''};
};

/** A responsibilities file in YAML. Trouble names the line, the field and what was expected. */
export const readResponsibilities = (text: string): Checked<ResponsibilitiesFile> => {
	const sheet = readYaml(text);
	if ('trouble' in sheet) {
		return sheet;
	}

	const {data, lineOf} = sheet.value;
	const checked = checkSheet(responsibilitiesSchema, data, sheet.value);
	if ('trouble' in checked) {
		return checked;
	}

	const twice = doubled(checked.value);
	return twice === undefined
		? {value: {matrix: checked.value, lineOf}}
		: {
				trouble: {
					line: lineOf(twice.path),
					field: fieldName(twice.path),
					expected: `must be a name of its own: ${twice.name} is taken already`,
				},
			};
};
