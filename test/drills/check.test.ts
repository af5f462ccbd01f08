import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {adviceOn} from '../../source/drills/advice.ts';
import {beginning, offered} from '../../source/drills/library.ts';
import {readScenario} from '../../source/drills/read.ts';
import {troubleText} from '../../source/files/yaml.ts';
import {type Library, ownLibrary} from '../../source/library.ts';
import {moj} from '../../source/profiles/moj.ts';
import {phish, scenarioOf} from './phish.ts';

const troublesOf = (text: string, library?: Library): readonly string[] => {
	const found = readScenario(text, library);
	return 'troubles' in found ? found.troubles.map(one => troubleText('s.yaml', one)) : [];
};

/** The file with one thing in it that is wrong, and the line on which that stands. */
const broken = (right: string, wrong: string): {readonly text: string; readonly line: number} => {
	expect(phish.split(right), `${right} once`).toHaveLength(2);
	return {text: phish.replace(right, wrong), line: phish.slice(0, phish.indexOf(right)).split('\n').length};
};

describe('what is wrong with a scenario', () => {
	it.each([
		['a wrong offset', 'at: +20m', 'at: at noon', 'injects[1].at must be an offset as +5m'],
		['an offset without its plus', 'at: +20m', 'at: 20m', 'injects[1].at must be an offset as +5m'],
		['an inject after the end', 'at: +20m', 'at: +2h', 'injects[1].at is after the end: the drill takes 1h.'],
		['an unknown role', 'to: analyst', 'to: janitor', 'injects[0].to must be a role or team, not janitor'],
		['a role in an expectation', 'role im by', 'role boss by', 'injects[0].expected[0] names the role boss'],
		['an unknown rule', 'rules: [C1]', 'rules: [Z9]', 'objectives[1].rules[0] names the rule Z9'],
		['a rule in an expectation', '- role im by +5m', '- answer Z9', 'injects[0].expected[0] names the rule Z9'],
		['an unknown objective', 'objective: command', 'objective: comand', 'injects[0].objective names comand'],
		['two objectives of one name', 'id: words', 'id: command', "objectives[1].id is another's already: command"],
		['a contingency that is not there', 'contingency: 3', 'contingency: 9', 'names the inject 9, which does not exist'],
		['a contingency by the clock', 'contingency: 3', 'contingency: 1', 'names the inject 1, which is not delivered if'],
		['two injects of one number', 'number: 4', 'number: 2', 'injects[3].number is another'],
		['a limit after the end', 'press by 15m', 'press by 45m', 'injects[1].expected[0] is due at +1h5m, after the end'],
		['a limit before the inject', 'press by 15m', 'press by +15m', 'is due at +15m, before its inject at +20m'],
		['a limit of an inject after the end', 'to: analyst', 'by: 61m', 'injects[0].by is due at +1h1m, after the end'],
		['a limit that is no time', 'to: analyst', 'by: soon', 'injects[0].by must be an offset as +20m'],
		['a number for a text', 'text: Are customers affected?', 'text: 42', 'text must be text: put it between quotes'],
		['a map for a line', '- checkin @"Chen Wei"', '- know: who it was', 'state[1] must be text: put it between quotes'],
		['an unknown field', 'truth:', 'thruth:', 'thruth is no field that is known here; truth may be meant'],
		[
			'a field of an inject that is unknown',
			'means: phone',
			'meens: phone',
			'injects[0].meens is no field that is known here; means may be meant',
		],
		['a verb of the start state', '- checkin @"Chen', '- chekcin @"Chen', 'state[1] names the verb chekcin'],
		['a line that is refused', '- checkin @"Chen Wei"', '- done A7', 'state[1] is refused: '],
		['a second incident', '- checkin @"Chen Wei"', '- declare Another', 'state[1] must not declare'],
		['a wrong duration', 'duration: 60m', 'duration: long', 'duration must be a span as 90m or 4h, not long'],
		['no duration at all', 'duration: 60m', 'duration: 0m', 'duration must be a span as 90m or 4h, not 0m'],
		['a wrong start', 'start: 2026-05-12T13:00:00.000Z', 'start: tomorrow', 'start must be a moment'],
		['an unknown doctrine', 'audience: i', 'profile: mojo\naudience: i', 'profile names mojo, which is no doctrine'],
		['an unknown zone', 'audience: i', 'zone: Moon/Base\naudience: i', 'zone must be a time zone'],
		[
			'a marking of no scheme',
			'audience: i',
			'marking: TLP:PINK\naudience: i',
			'marking is wrong: TLP:PINK is no label',
		],
		['a speed of nothing', 'audience: i', 'speed: 0\naudience: i', 'speed must be more than 0'],
		['an end that no log shows', 'truth:', 'end: observed calm\ntruth:', 'end must be something that the log shows'],
		['an end that cannot be read', 'truth:', 'end: when done\ntruth:', 'end begins with when'],
		[
			'a colon in plain text',
			'text: Are customers',
			'text: So: are: customers',
			'put a text with : or # in it between',
		],
	])('%s is named by its line and field', (_, right, wrong, said) => {
		const {text, line} = broken(right, wrong);
		expect(troublesOf(text).filter(one => one.startsWith(`s.yaml, line ${line}: `))).toEqual([
			expect.stringContaining(said),
		]);
	});

	it('is what is missing, by the part that it is missing from', () => {
		expect(troublesOf(phish.replace('title: Phish at a branch\n', ''))).toEqual(['s.yaml, line 1: title is missing.']);
		expect(troublesOf(phish.replace('    text: The lights go out.\n', ''))).toEqual([
			's.yaml, line 43: injects[3].text is missing.',
		]);
	});

	it('is a contingency that no inject names', () => {
		expect(troublesOf(phish.replace('    contingency: 3\n', ''))).toEqual([
			expect.stringContaining('injects[2].at is if missed, but no inject names it'),
		]);
	});

	it('is a contingency that would never come', () => {
		expect(troublesOf(phish.replace('contingency: 3', 'contingency: 3\n    weight: optional'))).toEqual([
			expect.stringContaining('injects[1].contingency never comes: this inject is optional'),
		]);
		const idle = phish.replace('    expected:\n      - message sent audience:press by 15m\n', '');
		expect(troublesOf(idle)).toEqual([expect.stringContaining('never comes: this inject expects nothing')]);
	});

	it('is a circle of contingencies, named once', () => {
		const ring = phish
			.replace('    weight: optional', '    contingency: 5')
			.replace(
				'  - number: 4\n',
				'  - {number: 5, at: if missed, text: Again, expected: [message sent], contingency: 3}\n  - number: 4\n',
			);
		expect(troublesOf(ring)).toEqual([
			expect.stringMatching(/line 42: injects\[2\]\.contingency runs in a circle: 3 → 5 → 3/u),
		]);
	});

	it('is an answer to a rule that the doctrine of the drill does not hold', () => {
		const text = phish.replace('audience:', 'profile: imag\naudience:').replace('- role im by +5m', '- answer R3');
		expect(troublesOf(text)).toEqual([expect.stringContaining('the rule R3, which the doctrine imag does not hold')]);
	});

	it('is all told at once, in the order of the file, whatever kinds of trouble there are', () => {
		const text = phish
			.replace('audience: incident', 'audienz: incident')
			.replace('rules: [R1]', 'rules: [Q1]')
			.replace('start: 2026-05-12T13:00:00.000Z', 'start: tomorrow')
			.replace('number: 1', 'number: one')
			.replace('- action says', '- act says')
			.replace('at: +20m', 'at: soon')
			.replace('contingency: 3', 'contingency: 8')
			.replace('objective: command', 'objective: c');
		const fields = troublesOf(text).map(one => one.replace(/^s\.yaml, (line \d+): (\S+) .*$/u, '$1 $2'));
		expect(fields).toEqual([
			'line 2 audienz',
			'line 6 objectives[0].rules[0]',
			'line 10 start',
			'line 16 injects[0].number',
			'line 24 injects[0].expected[1]',
			'line 26 injects[0].objective',
			'line 28 injects[1].at',
			// Nobody names it any more.
			'line 36 injects[2].at',
		]);
	});
});

describe('the start of a scenario', () => {
	it.each(['2026-05-12T13:00:00Z', '2026-05-12T13:00Z', '2026-05-12T14:00:00+01:00'])('may be written %s', start => {
		expect(scenarioOf(phish.replace('2026-05-12T13:00:00.000Z', start)).start).toBe('2026-05-12T13:00:00.000Z');
	});

	it.each(['2026-05-12', '2026-05-12T13:00:00', '13:00'])('is no %s: the zone would be anybody’s', start => {
		expect(troublesOf(phish.replace('2026-05-12T13:00:00.000Z', start))).toEqual([
			expect.stringContaining('start must be a moment'),
		]);
	});
});

describe('what is advised', () => {
	it('is nothing where all of it belongs together', () => {
		expect(adviceOn(scenarioOf(beginning()))).toEqual([]);
		for (const {file} of offered()) {
			expect(adviceOn(scenarioOf(readFileSync(file, 'utf8')))).toEqual([]);
		}
	});

	it('is to name an objective, to expect something for it, and to check people in', () => {
		const text = phish
			.replace('    objective: command\n', '')
			.replaceAll(/ {2}- checkin.*\n/gu, '')
			.replace('state:\n', '')
			.replace('text: The lights go out.', 'text: The lights go out.\n    objective: words');
		expect(adviceOn(scenarioOf(text))).toEqual([
			'Inject 1: what is expected there is rated for no objective.',
			'Nothing that must be met is expected for the objective command.',
			'Inject 4: named for an objective, and nothing is expected there.',
			'Nobody is checked in at the start: players are known once a line names them.',
		]);
	});
});

describe('a scenario under a doctrine of one’s own', () => {
	const acme = {...moj, name: 'acme', title: 'Acme on call', off: ['R3']};
	const library: Library = {...ownLibrary, profiles: {...ownLibrary.profiles, acme}};
	const text = phish.replace('audience:', 'profile: acme\naudience:');

	it('is right where the doctrine is there', () => {
		expect(troublesOf(text, library)).toEqual([]);
		expect(troublesOf(text)).toEqual([expect.stringContaining('profile names acme, which is no doctrine')]);
	});

	it('may be answered by no rule which that one does not hold, and had better teach none', () => {
		expect(troublesOf(text.replace('- role im by +5m', '- answer R3'), library)).toEqual([
			expect.stringContaining('the rule R3, which the doctrine acme does not hold'),
		]);
		const read = readScenario(text.replace('rules: [R1]', 'rules: [R1, R3]'), library);
		expect('scenario' in read ? adviceOn(read.scenario, library) : read).toEqual([
			'The objective command teaches R3, which the doctrine acme does not hold: it never asks.',
		]);
	});

	it('is told why a doctrine that is there cannot be used', () => {
		const troubled = {...ownLibrary, troubles: {acme: 'acme.yaml, line 3: span must rise.'}};
		expect(troublesOf(text, troubled)).toEqual([
			expect.stringContaining('names acme, a doctrine that cannot be used: acme.yaml, line 3: span must rise.'),
		]);
	});
});
