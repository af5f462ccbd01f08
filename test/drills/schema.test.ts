import {readFileSync} from 'node:fs';
import {Ajv} from 'ajv';
import {describe, expect, it} from 'vitest';
import {beginning, offered, schemaText} from '../../source/drills/library.ts';
import {readScenario} from '../../source/drills/read.ts';
import {scenarioYaml, schemaHint} from '../../source/drills/write.ts';
import {readYaml} from '../../source/files/yaml.ts';
import * as fc from '../support/fast-check.ts';
import {scenarios} from './arbitrary-scenario.ts';
import {phish} from './phish.ts';

const ajv = new Ajv({allErrors: true, formats: {'date-time': (text: string) => !Number.isNaN(Date.parse(text))}});
const validate = ajv.compile(JSON.parse(schemaText()) as object);

/** What an editor would mark, each by the path of its field. */
const marked = (text: string): readonly string[] => {
	const sheet = readYaml(text);
	const isRight = validate('value' in sheet ? sheet.value.data : undefined);
	return isRight ? [] : (validate.errors ?? []).map(one => one.instancePath);
};

const shipped = [
	...offered().map(({name, file}) => [name, readFileSync(file, 'utf8')] as const),
	['the one to begin with', beginning()] as const,
	['a small one', phish] as const,
];

describe('the schema for editors', () => {
	it.each(shipped)('passes %s, as the check does', (_, text) => {
		expect(marked(text)).toEqual([]);
		expect(readScenario(text)).toHaveProperty('scenario');
	});

	it.each(shipped.slice(0, -1))('is named in the first line of %s', (_, text) => {
		expect(text.startsWith(schemaHint)).toBe(true);
	});

	it('marks nothing that the check passes', () => {
		fc.assert(
			fc.property(scenarios, written => {
				const text = scenarioYaml(written);
				fc.pre('scenario' in readScenario(text));
				expect(marked(text)).toEqual([]);
			}),
		);
	});

	it.each([
		['a field that is not known', 'truth:', 'thruth:', ''],
		['a wrong offset', 'at: +20m', 'at: soon', '/injects/1/at'],
		['an offset without its plus', 'at: +20m', 'at: 20m', '/injects/1/at'],
		['an unknown role', 'to: analyst', 'to: janitor', '/injects/0/to'],
		['an unknown rule', 'rules: [C1]', 'rules: [Z9]', '/objectives/1/rules/0'],
		['an expectation of no form', '- role im by', '- somebody leads by', '/injects/0/expected/0'],
		['a wrong duration', 'duration: 60m', 'duration: long', '/duration'],
		['a number that is none', 'number: 4', 'number: four', '/injects/3/number'],
		['a start that is no moment', 'start: 2026-05-12T13:00:00.000Z', 'start: tomorrow', '/start'],
		['a weight of no kind', 'weight: optional', 'weight: heavy', '/injects/2/weight'],
		['a text that is missing', '    text: The lights go out.\n', '', '/injects/3'],
	])('marks %s, as the check does', (_, right, wrong, path) => {
		expect(phish.split(right)).toHaveLength(2);
		const text = phish.replace(right, wrong);
		expect(marked(text)).toContain(path);
		expect(readScenario(text)).toHaveProperty('troubles');
	});
});
