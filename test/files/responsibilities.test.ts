import {readdirSync} from 'node:fs';
import path from 'node:path';
import {Ajv} from 'ajv';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {readResponsibilities} from '../../source/files/responsibilities-file.ts';
import {schemaText, templates, templateText} from '../../source/files/responsibility-templates.ts';
import {troubleText} from '../../source/files/yaml.ts';
import {checkMatrix} from '../../source/responsibilities/check.ts';
import {isDay} from '../../source/responsibilities/shape.ts';
import {storyFile} from '../responsibilities/story-file.ts';

const trouble = (text: string): string => {
	const read = readResponsibilities(text);
	return 'trouble' in read ? troubleText('r.yaml', read.trouble) : 'no trouble';
};

const small = 'title: Small\nroles: []\ntasks: []\n';

const editor: unknown = JSON.parse(schemaText());
const accepts = new Ajv({strict: false}).compile(editor as object);

describe('a responsibilities file', () => {
	it('needs a title, roles and tasks; one name stands for a list of one', () => {
		const read = readResponsibilities(small.replace('tasks: []', 'tasks: [{task: Watch, responsible: im}]'));
		expect(read).toMatchObject({
			value: {matrix: {title: 'Small', tasks: [{task: 'Watch', responsible: ['im'], accountable: []}], people: []}},
		});
	});

	it.each([
		['', 'r.yaml: must be a map of fields, not null.'],
		['- a\n', 'line 1: must be a map of fields, not a list.'],
		['title: x\nroles: []\n', 'tasks'],
		[`${small}version: 1.10\n`, 'line 4: version must be text in quotes, as "1.2".'],
		[`${small}updated: 2026-02-30\n`, 'line 4: updated must be a day, as 2026-05-01.'],
		[`${small}approved: May\n`, 'line 4: approved must be a day, as 2026-05-01.'],
		[`${small}onwer: priya\n`, 'line 4: onwer is no field that is known here; owner may be meant.'],
		[`${small}owner: " "\n`, 'line 4: owner must be text, and not empty.'],
		['title: x\nroles: []\ntasks:\n  - task: a\n    accountable: [1]\n', 'line 5: tasks[0].accountable must be a name'],
		[
			'title: x\nroles: []\ntasks:\n  - task: a\n    responsible: [""]\n',
			'line 5: tasks[0].responsible must be a name',
		],
		['title: x\nroles: []\ntasks:\n  - task: a\n    covers: [luck]\n', 'covers[0] must be one of assets, processes'],
		['title: x\ntasks: []\nroles:\n  - key: the im\n    title: A\n', 'line 4: roles[0].key must be one word'],
		[
			'title: x\ntasks: []\nroles:\n  - {key: im, title: A}\n  - {key: IM, title: B}\n',
			'line 5: roles[1].key must be a name of its own: IM is taken already.',
		],
		[
			'title: x\ntasks: []\nroles: [{key: im, title: A}]\npeople:\n  - {handle: im, name: B}\n',
			'line 5: people[0].handle must be a name of its own',
		],
		['title: "\\0"\nroles: []\ntasks: []\n', 'line 1: title must be text'],
		['title: [\n', 'is not YAML.'],
	])('that is wrong is named by line, field and what was expected: %j', (text, expected) => {
		expect(trouble(text)).toContain(expected);
	});

	it('takes days of the calendar only', () => {
		expect(['2024-02-29', '2026-12-31'].map(isDay)).toEqual([true, true]);
		expect(['2026-02-29', '2026-13-01', '2026-1-1', 'today', '2026-02-30'].map(isDay)).toEqual(Array(5).fill(false));
	});
});

const covered = (name: string) => {
	const read = readResponsibilities(templateText(name));
	return new Set('value' in read ? read.value.matrix.tasks.flatMap(one => one.covers) : []);
};

describe('the files to begin with', () => {
	it.each(templates.map(one => one.name))('%s is read, has somebody for each task, and names nobody', name => {
		const read = readResponsibilities(templateText(name));
		const matrix = 'value' in read ? read.value.matrix : undefined;
		expect(matrix?.tasks.length).toBeGreaterThan(5);
		expect(matrix && checkMatrix(matrix, '2026-06-02').filter(one => one.severity === 'error')).toEqual([]);
		expect(matrix && checkMatrix(matrix, '2026-06-02').filter(one => one.about === 'name')).toEqual([]);
		expect(matrix?.people).toEqual([]);
		expect(matrix?.roles.flatMap(role => role.holders)).toEqual([]);
		expect(matrix?.roles.filter(role => role.responsibilities.length === 0)).toEqual([]);
	});

	it('are all there is in their folder', () => {
		const folder = path.join(import.meta.dirname, '..', '..', 'fixtures', 'responsibilities');
		expect(
			readdirSync(folder)
				.filter(name => name.endsWith('.yaml'))
				.toSorted((a, b) => a.localeCompare(b)),
		).toEqual(templates.map(({name}) => `${name}.yaml`).toSorted((a, b) => a.localeCompare(b)));
	});

	it('allow in Secure by Design what its example allows, and keep one who answers elsewhere', () => {
		const shared = templates.flatMap(({name}) => {
			const read = readResponsibilities(templateText(name));
			const matrix = 'value' in read ? read.value.matrix : undefined;
			return matrix?.tasks.some(one => one.accountable.length > 1) === true ? [name] : [];
		});
		expect(shared).toEqual(['secure-by-design']);
	});

	it('cover in iso-5.2 the four things of the control, and in iso-5.3 the two of the clause', () => {
		expect([...covered('iso-5.2')]).toEqual(expect.arrayContaining(['assets', 'processes', 'risk', 'personnel']));
		expect([...covered('iso-5.3')]).toEqual(expect.arrayContaining(['conformity', 'reporting']));
	});
});

describe('the schema for editors', () => {
	it.each([...templates.map(one => templateText(one.name)), storyFile])('accepts what the program reads', text => {
		expect(accepts(parse(text)), JSON.stringify(accepts.errors)).toBe(true);
	});

	it.each([
		'title: x\n',
		`${small}version: 1.2\n`,
		`${small}updated: May\n`,
		`${small}onwer: priya\n`,
		'title: x\nroles: []\ntasks: [{task: a, covers: [luck]}]\n',
		'title: x\nroles: []\ntasks: [{task: a, responsible: 1}]\n',
		'title: x\nroles: [{key: the im, title: A}]\ntasks: []\n',
	])('refuses what the program refuses: %j', text => {
		expect(trouble(text)).not.toBe('no trouble');
		expect(accepts(parse(text))).toBe(false);
	});
});
