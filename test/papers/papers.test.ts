import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {consoleVerbs} from '../../source/console/console-verbs.ts';
import {commands, rules} from '../../source/duties/index.ts';
import {offeredVerbs} from '../../source/shell/help.ts';
import {drillTables, scenarioJsonSchemaText, withDrillTables} from './drills.ts';
import {guidancePage} from './guidance.ts';
import {jsonSchemaText, responsibilityFields, withFields} from './responsibilities.ts';
import {doctrinePage, regimesPage, tables, templatesPaper, withTables} from './tables.ts';

const root = path.join(import.meta.dirname, '..', '..');
const paper = (name: string) => readFileSync(path.join(root, name), 'utf8');

describe('the papers', () => {
	it('say of verbs, calls, flags and keys what the code says (npm run papers writes them)', () => {
		const readme = paper('README.md');
		expect(withTables(readme)).toBe(readme);
		for (const name of Object.keys(tables)) {
			expect(readme).toContain(`<!-- ${name} -->`);
		}
	});

	it('list every verb of the console beside those of the language', () => {
		const [, verbs = ''] = /<!-- verbs -->([^]*)<!-- \/verbs -->/u.exec(paper('README.md')) ?? [];
		for (const {verb} of [...offeredVerbs(), ...consoleVerbs]) {
			expect(verbs).toContain(`| \`${verb}\` |`);
		}
	});

	it('list every rule with its why and its source', () => {
		const page = paper('docs/doctrine.md');
		expect(page).toBe(doctrinePage());
		for (const rule of rules) {
			expect(page).toContain(`| ${rule.id} |`);
		}
	});

	it('say what serves each duty, and which duties to notify there are', () => {
		expect(paper('docs/guidance.md')).toBe(guidancePage());
		expect(paper('docs/regimes.md')).toBe(regimesPage());
	});

	it('list every form and every name of a template', () => {
		expect(paper('docs/templates.md')).toBe(templatesPaper());
	});

	it('say of a responsibilities file what its schema says', () => {
		const page = paper('docs/files.md');
		expect(withFields(page)).toBe(page);
		expect(page).toContain(responsibilityFields());
		expect(paper('fixtures/responsibilities/responsibilities.schema.json')).toBe(jsonSchemaText());
	});

	it('say of a scenario file what its schema says, and of expectations and lists what the tables say', () => {
		const page = paper('docs/drills.md');
		expect(withDrillTables(page)).toBe(page);
		for (const name of Object.keys(drillTables)) {
			expect(page).toContain(`<!-- ${name} -->\n\n|`);
		}

		expect(paper('fixtures/drills/scenario.schema.json')).toBe(scenarioJsonSchemaText());
	});

	it('give for every verb an example of that verb', () => {
		for (const command of commands) {
			expect(command.example.split(' ')[0]).toBe(command.verb);
		}
	});

	it('name only files that are there', () => {
		for (const name of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md']) {
			const links = [...paper(name).matchAll(/\]\((?!https?:)(?<target>[^)#]+)\)/gu)].map(
				match => match.groups?.['target'] ?? '',
			);
			for (const link of links) {
				expect(() => paper(link), `${name} → ${link}`).not.toThrow();
			}
		}
	});
});
