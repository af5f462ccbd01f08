import {createRequire} from 'node:module';
import {describe, expect, it} from 'vitest';
import {type MetricsView, openMetrics} from '../../source/data/openmetrics.ts';
import {at, declared, given, type Story, staffed} from '../support/spec.ts';
import {openSession} from '../support/shell.ts';

const viewOf = (story: Story, clock: string): MetricsView => ({
	board: story.board,
	entries: story.entries,
	prompts: story.prompts(clock),
	now: at(clock),
});

/** The parser has no types of its own. */
type Family = {
	readonly name: string;
	readonly type: string;
	readonly help: string;
	readonly metrics: readonly {readonly value: string; readonly labels?: Readonly<Record<string, string>>}[];
};

const parser: unknown = createRequire(import.meta.url)('parse-prometheus-text-format');

const familiesIn = (text: string): readonly Family[] => {
	if (typeof parser !== 'function') {
		throw new TypeError('The parser is no function.');
	}

	const found: readonly Family[] = parser(text);
	return found;
};

const valuesOf = (text: string, name: string, wanted: Readonly<Record<string, string>> = {}): readonly number[] =>
	(familiesIn(text).find(family => family.name === name)?.metrics ?? [])
		.filter(({labels = {}}) => Object.entries(wanted).every(([label, value]) => labels[label] === value))
		.map(({value}) => Number(value));

const ended = given('[10:00] declare Fire severity:S2')
	.and('[10:05] assign im @"Priya Shah"', '[10:10] message we look into it audience:customers')
	.and(
		'[10:12] agree M1',
		'[10:15] send M1',
		'[10:40] contained because the host is off',
		'[11:00] close because it is over',
	);

describe('metrics of an incident', () => {
	it('count seconds from one milestone to another, and leave out what was not reached', () => {
		const text = openMetrics([viewOf(ended, '12:00')]);
		const between = (from: string, to: string) => valuesOf(text, 'loggist_incident_milestone_seconds', {from, to});
		expect(between('declared', 'manager')).toEqual([300]);
		expect(between('declared', 'first-message')).toEqual([900]);
		expect(between('declared', 'contained')).toEqual([2400]);
		expect(between('declared', 'closed')).toEqual([3600]);
		expect(between('started', 'detected')).toEqual([]);
		expect(valuesOf(text, 'loggist_incident_open')).toEqual([0]);
	});

	it('take for detected when somebody became aware, as a duty to notify says', () => {
		const aware = declared.and('[10:10] clock gdpr since 09:30');
		const text = openMetrics([viewOf(aware, '10:20')]);
		expect(valuesOf(text, 'loggist_incident_milestone_seconds', {from: 'detected', to: 'declared'})).toEqual([1800]);
	});

	it('leave out what came before that from which it is measured', () => {
		const text = openMetrics([
			viewOf(given('[10:00] declare Fire', '[10:20] assign im @"Priya Shah" at 09:30'), '11:00'),
		]);
		expect(valuesOf(text, 'loggist_incident_milestone_seconds', {from: 'declared', to: 'manager'})).toEqual([]);
		expect(valuesOf(text, 'loggist_incident_milestone_seconds', {from: 'started', to: 'declared'})).toEqual([1800]);
	});

	it('count what is open, overdue and asked', () => {
		const busy = staffed.and('action a @ana by 10:30', 'action b @chen by 15:00', 'action c @ana');
		const text = openMetrics([viewOf(busy, '11:00')]);
		expect(valuesOf(text, 'loggist_actions_open')).toEqual([3]);
		expect(valuesOf(text, 'loggist_actions_overdue')).toEqual([1]);
		const asked = busy.prompts('11:00');
		for (const severity of ['info', 'advise', 'warn', 'urgent']) {
			expect(valuesOf(text, 'loggist_prompts', {severity})).toEqual([
				asked.filter(one => one.severity === severity).length,
			]);
		}
	});

	it('keep the rules of the format: each family once, typed before it is used, lines ended, the end marked', () => {
		const text = openMetrics([viewOf(ended, '12:00'), viewOf(staffed, '12:00')]);
		expect(text.endsWith('\n# EOF\n')).toBe(true);
		expect(text).not.toMatch(/\r|\n\n/u);
		const names: string[] = [];
		for (const line of text.split('\n').slice(0, -2)) {
			const [, word, name] = /^# (TYPE|UNIT|HELP) (\S+) \S/u.exec(line) ?? [];
			if (word === 'TYPE' && name !== undefined) {
				names.push(name);
			} else if (word === undefined) {
				expect(line).toMatch(/^[a-z_]+\{(?:[a-z_]+="(?:[^"\\\n]|\\["\\n])*",?)*\} -?\d+(?:\.\d+)?$/u);
				expect(line.startsWith(`${names.at(-1)}{`)).toBe(true);
			} else {
				expect(name).toBe(names.at(-1));
			}

			if (word === 'UNIT') {
				expect(name).toMatch(/_seconds$/u);
			}
		}

		expect(new Set(names).size).toBe(names.length);
		expect(familiesIn(text).map(({name}) => name)).toEqual(names);
	});

	it('say nothing that anybody typed', () => {
		const text = openMetrics([viewOf(given('declare "} 1 evil severity:S2', 'note =1+1'), '12:00')]);
		expect(text).not.toMatch(/evil|1\+1/u);
	});

	it('are printed of every incident, or of the one named', async () => {
		const session = openSession();
		await session.loggist('declare One');
		await session.loggist('declare Two');
		expect(valuesOf((await session.loggist('metrics')).stdout, 'loggist_incident_open')).toEqual([1, 1]);
		const {stdout} = await session.loggist('metrics --incident INC-2026-0001');
		expect(valuesOf(stdout, 'loggist_entries')).toHaveLength(1);
	});
});
