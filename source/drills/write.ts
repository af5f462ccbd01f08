import {stringify} from 'yaml';
import type * as v from 'valibot';
import type {scenarioSchema} from './scenario.ts';

/** A scenario file as it is written: what has a default may be left out. */
export type WrittenScenario = v.InferInput<typeof scenarioSchema>;

/** The line by which editors find the schema: beside the file, where `drill schema -o` puts it. */
export const schemaHint = '# yaml-language-server: $schema=scenario.schema.json\n';

const header = `${schemaHint}# A drill: loggist drill check FILE, then loggist drill run FILE. A word on every field: loggist drill new.\n`;

/** A scenario file as text. */
export const scenarioYaml = (scenario: WrittenScenario): string => header + stringify(scenario, {lineWidth: 110});
