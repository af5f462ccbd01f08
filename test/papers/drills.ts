import {expectationForms} from '../../source/drills/expectation.ts';
import {mselColumns} from '../../source/drills/msel.ts';
import {scenarioSchema} from '../../source/drills/scenario.ts';
import {fieldTable, jsonSchemaOf, jsonText} from './schema.ts';

/** The JSON Schema of a scenario file. */
export const scenarioJsonSchema = () => jsonSchemaOf(scenarioSchema, 'A drill for Loggist');

export const scenarioJsonSchemaText = (): string => jsonText(scenarioJsonSchema());

const cell = (text: string): string => text.replaceAll('|', '\\|');

const expectationTable = (): string =>
	[
		'| Form | It is met when | For example |',
		'| --- | --- | --- |',
		...expectationForms.map(
			([form, meaning, example]) => `| \`${cell(form)}\` | ${cell(meaning)} | \`${cell(example)}\` |`,
		),
	].join('\n');

const mselTable = (): string =>
	[
		'| Column | What |',
		'| --- | --- |',
		...mselColumns.map(({name, meaning}) => `| \`${name}\` | ${cell(meaning)} |`),
	].join('\n');

/** The tables of the guide, by the name of the marks they stand between. */
export const drillTables: Readonly<Record<string, () => string>> = {
	scenario: () => fieldTable(scenarioSchema),
	expectations: expectationTable,
	msel: mselTable,
};

/** The facilitator's guide with its tables written anew. */
export const withDrillTables = (text: string): string =>
	Object.entries(drillTables).reduce(
		(whole, [name, make]) =>
			whole.replace(
				new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`, 'u'),
				(_, open: string, close: string) => `${open}\n${make()}\n\n${close}`,
			),
		text,
	);
