import {parse} from 'csv-parse/sync';
import {describe, expect, it} from 'vitest';
import {fromMsel} from '../../source/drills/from/msel.ts';
import {beyondMsel, mselColumns, mselOf} from '../../source/drills/msel.ts';
import {readScenario} from '../../source/drills/read.ts';
import type {Scenario} from '../../source/drills/scenario.ts';
import {scenarioYaml, type WrittenScenario} from '../../source/drills/write.ts';
import {troubleText} from '../../source/files/yaml.ts';
import {ownLibrary} from '../../source/library.ts';
import * as fc from '../support/fast-check.ts';
import {scenarios} from './arbitrary-scenario.ts';
import {phish, scenarioOf} from './phish.ts';

const setting = {base: undefined, title: 'list', start: '2026-06-02T09:00:00.000Z', library: ownLibrary};

const made = (csv: string, base?: WrittenScenario) => {
	const found = fromMsel(csv, {...setting, base});
	if ('troubles' in found) {
		throw new Error(found.troubles.map(one => troubleText('list.csv', one)).join('\n'));
	}

	return found;
};

const troublesOf = (csv: string): readonly string[] => {
	const found = fromMsel(csv, setting);
	return 'troubles' in found ? found.troubles.map(one => troubleText('list.csv', one)) : [];
};

/** What the engine makes of an inject: a limit of the inject and one of the line are the same to it. */
const played = ({injects}: Scenario) =>
	injects.map(({limit, expected, ...rest}) => ({
		...rest,
		expected: expected.map(one => ({query: one.query, limit: one.limit ?? limit})),
	}));

const checked = (scenario: WrittenScenario): Scenario => scenarioOf(scenarioYaml(scenario));

describe('a list of events', () => {
	it('comes back as it was, laid into the scenario that it was made of', () => {
		fc.assert(
			fc.property(scenarios, written => {
				// What asks for something too soon is refused by the check, and never becomes a list.
				const read = readScenario(scenarioYaml(written));
				fc.pre('scenario' in read);
				const scenario = checked(written);
				const again = checked(made(mselOf(scenario), written).scenario);
				expect(played(again)).toEqual(played(scenario));
				expect({...again, injects: []}).toEqual({...scenario, injects: []});
			}),
		);
	});

	it('comes back with its contingencies', () => {
		const scenario = scenarioOf(phish);
		const again = checked(made(mselOf(scenario)).scenario);
		expect(played(again)).toEqual(played(scenario));
	});

	it('has the columns that are told, is RFC 4180, and holds nothing that a spreadsheet would calculate', () => {
		fc.assert(
			fc.property(scenarios, written => {
				const read = readScenario(scenarioYaml(written));
				fc.pre('scenario' in read);
				const [header, ...rows] = parse(mselOf(checked(written)), {record_delimiter: '\r\n'});
				expect(header).toEqual(mselColumns.map(({name}) => name));
				expect(rows).toHaveLength(written.injects.length);
				expect(rows.flat().filter(cell => /^\s*[=+\-@]/u.test(cell))).toEqual([]);
			}),
		);
	});

	it('says what it cannot hold', () => {
		expect(beyondMsel(scenarioOf(phish))).toEqual([
			'title, start, duration, doctrine, severity and the like',
			'the texts and rules of the objectives',
			'audience',
			'the start state',
			'the truth',
		]);
	});
});

describe('a list of somebody else’s', () => {
	const list = [
		'Time;Event Description;Recipient;Expected action;Objective;Type;Controller',
		'0m;A clerk calls;Security analyst;Ask when it was;Take command at once;Inject;Smith',
		'15m;"The press asks;\nand waits";All;"role comms by 5m\n- Say nothing false";Tell people;Contextual;Smith',
	].join('\n');

	it('is read by the names that are common, numbered as it stands, with objectives of its own', () => {
		const {scenario, unknown} = made(list);
		expect(scenario).toMatchObject({
			title: 'list',
			duration: '30m',
			objectives: [
				{id: 'take-command-at-once', text: 'Take command at once'},
				{id: 'tell-people', text: 'Tell people'},
			],
			injects: [
				{
					number: 1,
					at: '+0m',
					to: 'analyst',
					expected: ['observed Ask when it was'],
					objective: 'take-command-at-once',
				},
				{
					number: 2,
					at: '+15m',
					to: 'team',
					text: 'The press asks;\nand waits',
					expected: ['role comms by 5m', 'observed Say nothing false'],
					weight: 'optional',
				},
			],
		});
		expect(unknown).toEqual(['Controller']);
	});

	const head = 'seq,at,type,method,from,to,text,expected,objective\n';

	it.each([
		['an offset', '1,noon,key,,,team,Hello,,', 'line 2: at must be an offset as +5m'],
		['a role', '1,5m,key,,,janitor,Hello,,', 'line 2: to must be a role or team, not janitor'],
		['a number', 'one,5m,key,,,team,Hello,,', 'line 2: seq must be'],
		['a type', '1,5m,heavy,,,team,Hello,,', 'line 2: type must be key or optional'],
		['a contingency', '1,5m,contingency of 9,,,team,Hello,,', 'line 2: type names the inject 9, which no row has'],
		['an empty text', '1,5m,key,,,team,,,', 'line 2: text must not be empty'],
		['an expectation', '1,5m,key,,,team,Hello,"role im\nrole boss",', 'line 2: expected names the role boss'],
		['a field too many', '1,5m,key,,,team,Hello, world,,x', 'line 2: has 10 fields where the header has 9'],
		['a quote', '1,5m,key,,,team,"Hello,,', 'is not CSV: put text with commas'],
	])('is refused for %s, by line and column', (_, row, said) => {
		expect(troublesOf(head + row)).toEqual([expect.stringContaining(said)]);
	});

	it('is told everything that is wrong at once, by the line on which each row begins', () => {
		const rows = '1,5m,key,,,team,"Two\nlines",,\n1,later,key,,,boss,Hello,,\n';
		const places = troublesOf(head + rows).map(one => one.replace(/^list\.csv, (line \d+: \w+) .*$/u, '$1'));
		expect(places.toSorted()).toEqual(['line 4: at', 'line 4: seq', 'line 4: to']);
	});

	it('needs a header with a time and a text', () => {
		expect(troublesOf('seq,expected\n1,role im\n')).toEqual([
			expect.stringContaining('line 1: at is missing in the header'),
			expect.stringContaining('line 1: text is missing in the header'),
		]);
	});
});
