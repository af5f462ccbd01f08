import {describe, expect, it} from 'vitest';
import {readRoster} from '../../source/files/roster-file.ts';
import {troubleText} from '../../source/files/yaml.ts';

const trouble = (text: string, file = 'roster.yaml'): string => {
	const read = readRoster(text, file);
	return 'trouble' in read ? troubleText(file, read.trouble) : 'no trouble';
};

const yaml = `people:
  - name: Priya Shah
    roles: [im, deputy]
    lastDrill: 2026-05-01
    contact: +44 20 7946 0001
  - name: Sam Ó Briain
    handle: sam
    roles: [secretariat]
    available: on call to 18:00
  - name: Chen Wei
    available: false
`;

const csv = `Name,Handle,Roles,Last drill,Available,Contact
Priya Shah,,im;deputy,2026-05-01,,+44 20 7946 0001
"Ó Briain, Sam",sam,secretariat,,away until Monday,
`;

describe('a roster in YAML', () => {
	it('gives people with handles, roles they are trained for, and how they are reached', () => {
		expect(readRoster(yaml, 'roster.yaml')).toEqual({
			value: {
				source: 'roster.yaml',
				people: [
					{
						handle: 'priya',
						name: 'Priya Shah',
						trained: ['im', 'deputy'],
						lastDrill: '2026-05-01',
						isAvailable: true,
						contact: '+44 20 7946 0001',
					},
					{
						handle: 'sam',
						name: 'Sam Ó Briain',
						trained: ['secretariat'],
						isAvailable: true,
						availability: 'on call to 18:00',
					},
					{handle: 'chen', name: 'Chen Wei', trained: [], isAvailable: false},
				],
			},
		});
	});

	it('may be a bare list', () => {
		expect(readRoster('- name: Ana Reis\n', 'r.yaml')).toMatchObject({value: {people: [{handle: 'ana'}]}});
	});

	it.each([
		['people:\n  - name: A\n    roles: [boss]\n', 'line 3: people[0].roles[0] must be one of im, deputy'],
		['people:\n  - name: A\n  - nmae: B\n', 'line 3: people[1].'],
		['people:\n  - name: A\n    lastDrill: May\n', 'line 3: people[0].lastDrill must be a day, as 2026-05-01.'],
		[
			'people:\n  - name: A\n    handle: a\n  - name: B\n    handle: a\n',
			"line 4: people[1].handle must be somebody's own",
		],
		['people: none\n', 'line 1: people must be a list, not "none".'],
		['people: [\n', 'line 2: is not YAML.'],
		['- name: A\n- name: "!"\n', 'line 2: people[1].name must be a name.'],
	])('that is wrong is named by line, field and what was expected: %j', (text, expected) => {
		expect(trouble(text)).toContain(`roster.yaml, ${expected}`);
	});
});

describe('a roster in CSV', () => {
	it('gives the same, with quoted names and empty cells', () => {
		expect(readRoster(csv, 'roster.csv')).toEqual({
			value: {
				source: 'roster.csv',
				people: [
					{
						handle: 'priya',
						name: 'Priya Shah',
						trained: ['im', 'deputy'],
						lastDrill: '2026-05-01',
						isAvailable: true,
						contact: '+44 20 7946 0001',
					},
					{
						handle: 'sam',
						name: 'Ó Briain, Sam',
						trained: ['secretariat'],
						isAvailable: false,
						availability: 'away until Monday',
					},
				],
			},
		});
	});

	it.each([
		['name,roles\nA,im\nB,boss\n', 'line 3: people[1].roles[0] must be one of'],
		['name,pager\nA,1\n', 'line 1: pager is no column of a roster; there are name, handle'],
		['handle\na\n', 'line 1: name is missing; there are name'],
		['name,handle\nA,a,b\n', 'line 2: is not CSV'],
		['name\n"A\n', 'is not CSV'],
	])('that is wrong is named by line, field and what was expected: %j', (text, expected) => {
		expect(trouble(text, 'r.csv')).toContain(expected);
	});
});
