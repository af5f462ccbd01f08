import {responsibilitiesSchema} from '../../source/responsibilities/shape.ts';
import {fieldTable, jsonSchemaOf, jsonText} from './schema.ts';

/** The JSON Schema of a responsibilities file. */
export const jsonSchema = () => jsonSchemaOf(responsibilitiesSchema, 'Responsibilities of a team, for Loggist');

export const jsonSchemaText = (): string => jsonText(jsonSchema());

/** Every field of a responsibilities file, as a table. */
export const responsibilityFields = (): string => fieldTable(responsibilitiesSchema);

/** The page on files with the table of the fields written anew. */
export const withFields = (text: string): string =>
	text.replace(
		/(<!-- responsibilities -->\n)[\s\S]*?(<!-- \/responsibilities -->)/u,
		(_, open: string, close: string) => `${open}\n${responsibilityFields()}\n\n${close}`,
	);
