import {describe, expect, it} from 'vitest';
import {settableClock} from '../../source/clock.ts';
import {openDesk} from '../../source/desk.ts';
import {evaluate} from '../../source/drills/evaluate.ts';
import {fromExercise} from '../../source/drills/from/exercise.ts';
import {storyOfLog} from '../../source/drills/from/incident.ts';
import {readJson} from '../../source/drills/from/json.ts';
import {isOffice, mayBePerson, personsAmong} from '../../source/drills/from/names.ts';
import {fromStory} from '../../source/drills/from/story.ts';
import {storyOfTimeline} from '../../source/drills/from/timeline.ts';
import {readScenario} from '../../source/drills/read.ts';
import {runUnattended} from '../../source/drills/run.ts';
import {scenarioYaml, type WrittenScenario} from '../../source/drills/write.ts';
import type {Entry} from '../../source/entry.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {isRefusal} from '../../source/refusal.ts';
import {type Fixture, fixtures, linesOf} from '../../source/replay/fixtures.ts';
import {play} from '../../source/replay/play.ts';
import * as fc from '../support/fast-check.ts';
import {hostileStrings} from '../support/hostile.ts';
import {type Line, playLines} from '../support/incident.ts';
import {linesFor, scenarioOf} from './phish.ts';

const everyRule = () => true;

/** The log of a fixture that was played to its end. */
const logOf = async (fixture: Fixture): Promise<readonly Entry[]> => {
	const lines = linesOf(fixture);
	const clock = settableClock(new Date(lines[0]?.time ?? 0).toISOString());
	const desk = await openDesk({ledger: openMemoryLedger(), clock: clock.clock, login: 'drill', home: 'UTC'});
	await play(lines, {desk, clock, speed: Number.POSITIVE_INFINITY});
	return desk.entries();
};

/** What the team said then, as lines of the players; what they were told then they are told again. */
const playersOf = (fixture: Fixture): string =>
	linesOf(fixture)
		.filter(({line}) => !/^(?:declare|know|suspect|unknown|note)\s/u.test(line))
		.map(({time, by, line}) => `[${time}${by === undefined ? '' : ` @${by}`}] ${line}`)
		.join('\n');

const judged = async (source: string, script: string) => {
	const scenario = scenarioOf(source);
	const played = await runUnattended({scenario, source, lines: linesFor(script, scenario)}, openMemoryLedger());
	if (isRefusal(played)) {
		throw new Error(`${played.refused} ${played.mend}`);
	}

	const {reference, entries} = played;
	const now = entries.at(-1)?.recordedAt ?? scenario.start;
	const board = foldAll(emptyBoard(reference), entries);
	return {entries, board, evaluation: evaluate(scenario, {entries, board, now})};
};

const scenarioOfLog = (entries: readonly Entry[], areNamesKept = false): WrittenScenario => {
	const story = storyOfLog(entries, areNamesKept);
	if (story === undefined) {
		throw new Error('nothing was declared');
	}

	return fromStory(story, everyRule);
};

describe.each(fixtures().map(one => [one.name, one] as const))('%s', (_, fixture) => {
	// The report on such a run is made of its evaluation alone, and has its own tests.
	it('becomes a scenario that is right, and is met from start to end by those who do what was done then', async () => {
		const source = scenarioYaml(scenarioOfLog(await logOf(fixture)));
		const {evaluation, entries, board} = await judged(source, playersOf(fixture));
		expect(board.declaration.exercise).toBe(true);
		expect(evaluation.standing.ended).toBeDefined();
		expect(entries.filter(one => one.event.kind === 'inject-delivered').length).toBeGreaterThan(5);
		expect(evaluation.standing.expectations.length).toBeGreaterThan(5);
		expect(evaluation.standing.expectations.filter(({state}) => state !== 'met')).toEqual([]);
		expect(evaluation.objectives.length).toBeGreaterThan(0);
		expect(evaluation.objectives.map(one => one.rating)).toEqual(evaluation.objectives.map(() => 'P'));
		expect(evaluation.objectives.filter(one => one.evidence.length === 0)).toEqual([]);
	}, 60_000);

	it('is missed by those who do nothing', async () => {
		const source = scenarioYaml(scenarioOfLog(await logOf(fixture)));
		const {evaluation} = await judged(source, '');
		expect(evaluation.objectives.filter(one => one.rating !== 'U')).toEqual([]);
	}, 60_000);

	it('names nobody who had a handle then, unless that is asked for', async () => {
		const entries = await logOf(fixture);
		const {staffing, incident} = foldAll(emptyBoard(entries[0]?.incident ?? ''), entries);
		// Those who are called by their office are called so in the drill as well.
		const names = staffing.people.map(({name}) => name).filter(name => !isOffice(name));
		const hidden = scenarioYaml(scenarioOfLog(entries));
		expect(names.filter(name => hidden.includes(name))).toEqual([]);
		expect(hidden).toContain(incident);
		const open = scenarioYaml(scenarioOfLog(entries, true));
		expect(names.filter(name => !open.includes(name))).toEqual([]);
	}, 60_000);
});

describe('a log as a scenario', () => {
	const lines: readonly Line[] = [
		['09:00', 'sam', 'declare Payments exposed severity:S3 kind:security'],
		['09:01', 'sam', 'assign im @"Priya Shah"'],
		['09:02', 'sam', 'assign analyst @"Chen Wei"'],
		['09:03', 'chen', 'know Chen saw a dump, and told Priya of it'],
		['09:04', 'Internet provider', 'know no maintenance is planned'],
		['09:05', 'priya', 'severity S2 because it is public'],
		['09:06', 'priya', 'severity S3 because it is not'],
		['09:07', 'priya', 'action close the bucket @chen by 10m'],
		['09:08', 'priya', 'know wrong host'],
		['09:09', 'priya', 'message We look into it audience:customers'],
		['09:10', 'priya', 'agree M1'],
		['09:11', 'priya', 'send M1'],
		['09:12', 'priya', 'know the supplier is called Contoso'],
	];

	const played = async (...more: readonly Line[]) => (await playLines([...lines, ...more])).entries();

	it('tells what was found by the role of who found it, and expects what was done', async () => {
		const {injects, objectives, state} = scenarioOfLog(await played());
		expect(state).toEqual(['checkin @"Incident Manager"', 'checkin @"Security analyst"']);
		expect(injects.map(one => [one.at, one.from, one.text, one.objective])).toEqual([
			['+0m', undefined, 'Payments exposed', 'command'],
			['+3m', 'Security analyst', 'Person 2 saw a dump, and told Person 1 of it', undefined],
			['+4m', 'Internet provider', 'no maintenance is planned', 'work'],
			['+8m', undefined, 'wrong host', 'tell'],
			['+12m', undefined, 'the supplier is called Contoso', undefined],
		]);
		expect(injects.map(one => one.expected ?? [])).toEqual([
			['role im by +5m', 'role analyst by +5m'],
			[],
			['severity S2 by +9m', 'action says bucket by +9m'],
			['message sent audience:customers by +13m'],
			[],
		]);
		expect(objectives.map(one => one.id)).toEqual(['command', 'tell', 'work']);
	});

	it('keeps the names where that is asked for', async () => {
		const {injects, state} = scenarioOfLog(await played(), true);
		expect(state).toEqual(['checkin @"Priya Shah"', 'checkin @"Chen Wei"']);
		expect(injects[1]?.text).toBe('Chen saw a dump, and told Priya of it');
	});

	it('tells nothing of what was struck or withheld', async () => {
		const numbers = (await played()).flatMap(({event, number}) => (event.kind === 'finding-recorded' ? [number] : []));
		const entries = await played(
			['09:13', 'priya', `strike ${numbers[2]} because it was another`],
			['09:14', 'priya', `withhold ${numbers[3]} because it is confidential`],
		);
		const told = scenarioYaml(scenarioOfLog(entries));
		expect(told).not.toContain('wrong host');
		expect(told).not.toContain('Contoso');
		expect(told).toContain('dump');
	});

	it('teaches no rule that its doctrine does not hold', async () => {
		const story = storyOfLog(await played(), false);
		expect(story === undefined ? [] : fromStory(story, rule => rule !== 'R3').objectives[0]?.rules).toEqual(['R1']);
	});
});

describe('a name', () => {
	it.each(['Priya Shah', 'Maria de Souza', 'Sam Ó Briain', 'jdoe', 'Grant', '王芳'])('%s may be a person’s', name => {
		expect(mayBePerson(name)).toBe(true);
	});

	it.each(['Internet provider', 'Technical lead', 'team-member-1', 'Matrix.org', 'Sign-in logs', 'Mailbox review'])(
		'%s is an office or a party',
		name => {
			expect(mayBePerson(name)).toBe(false);
		},
	);
});

describe('a speaker', () => {
	it('is no person where the title names them', () => {
		expect(personsAmong(['GitLab', 'Grant', 'Grant', ''], 'GitLab.com: the wrong directory')).toEqual(['Grant']);
	});
});

describe('a timeline in JSON', () => {
	const timeline = {
		title: 'Contoso: the wrong directory',
		kind: 'operational',
		personalData: false,
		zone: 'UTC',
		source: 'a page',
		timeline: [
			{at: '2024-12-15T04:01:00Z', actor: 'External monitoring', text: 'The site is gone.', kind: 'fact'},
			{at: '2024-12-15T04:06:00Z', actor: 'Grant', text: 'It is the provider.', kind: 'fact'},
			{at: '2024-12-15T04:10:00Z', actor: 'Operations team', text: 'Restart the routers.', kind: 'action'},
			{at: '2024-12-15T04:20:00Z', actor: 'Contoso status', text: 'Announces maintenance.', kind: 'comms'},
			{at: '2024-12-15T04:30:00Z', actor: 'Grant Slater', text: 'Grant asks Operations team to wait.', kind: 'comms'},
			{
				at: '2024-12-15T04:40:00Z',
				actor: 'Operations team',
				text: 'Postpone the failover.',
				kind: 'decision',
				precision: 'hour',
			},
		],
		notes: 'none',
	};

	const made = (areNamesKept: boolean) => {
		const read = readJson(JSON.stringify(timeline));
		if (!('timeline' in read)) {
			throw new Error('no timeline');
		}

		return fromStory(storyOfTimeline(read.timeline, areNamesKept), everyRule);
	};

	it('tells what came from outside, and expects what the team did', async () => {
		const scenario = made(false);
		expect(scenario.injects.map(one => [one.at, one.from, one.text])).toEqual([
			['+0m', 'External monitoring', 'The site is gone.'],
			['+5m', 'Person 1', 'It is the provider.'],
			['+29m', 'Person 1', 'Person 1 asks Operations team to wait.'],
		]);
		expect(scenario.injects.flatMap(one => one.expected ?? [])).toEqual([
			'action says Restart by +10m',
			'message says maintenance by +19m',
			'decision says Postpone by +39m',
		]);
		const {evaluation} = await judged(scenarioYaml(scenario), '');
		expect(evaluation.standing.ended).toBeDefined();
	});

	it('names people where that is asked for', () => {
		expect(made(true).injects.map(one => one.from)).toEqual(['External monitoring', 'Grant', 'Grant Slater']);
	});

	it.each([
		['{"title": "x", "timeline": []}', 'is no incident: timeline must hold something'],
		['{"title": "x", "timeline": [{"at": "noon", "actor": "a", "text": "b"}]}', 'timeline.0.at must be a moment'],
		['{"title": "x"}', 'is no exercise: start is missing'],
		['[', 'is not JSON'],
	])('%s is refused, with what is wrong', (json, said) => {
		expect(readJson(json)).toMatchObject({wrong: expect.stringContaining(said) as string});
	});
});

describe('an exercise in JSON', () => {
	const exercise = {
		title: 'Mail',
		start: '2026-05-12T13:15:00Z',
		durationMinutes: 30,
		scenario: 'A clerk was tricked.',
		objectives: ['Treat a report as an incident', 'Contain the account at once', 'Preserve evidence'],
		roles: [{role: 'Technical lead', duty: 'contains'}, {role: 'Observer'}],
		injects: [
			{n: 1, offsetMinutes: 5, to: ['Technical lead'], text: 'She followed a link.', expected: ['Start a log'], odd: 1},
			{
				n: 2,
				offsetMinutes: 15,
				to: ['All'],
				text: 'The account sends mail.',
				questions: ['Who acts?'],
				expected: ['Lock it'],
			},
			{n: 3, offsetMinutes: 50, dueOffsetMinutes: 70, text: 'It is over.', expected: ['Keep the evidence']},
		],
		notes: 'It was a drill of a drill.',
	};

	const made = () => {
		const read = readJson(JSON.stringify(exercise));
		if (!('exercise' in read)) {
			throw new Error('no exercise');
		}

		return fromExercise(read.exercise);
	};

	it('is played by its roles, each expectation for the objective that it belongs to', () => {
		const {state, duration, purpose, truth, injects} = made();
		expect({state, duration, purpose}).toEqual({
			state: ['checkin @"Technical lead"'],
			duration: '1h10m',
			purpose: undefined,
		});
		expect(truth).toBe('A clerk was tricked.\n\nIt was a drill of a drill.');
		expect(injects.map(one => [one.at, one.to, one.objective, one.expected])).toEqual([
			['+5m', 'analyst', 'o1', ['observed Start a log']],
			['+15m', 'team', 'o2', ['observed Lock it']],
			['+50m', 'team', 'o3', ['observed Keep the evidence']],
		]);
	});

	it('is confirmed by hand, and rated by that', async () => {
		const script = '+6m observe 1.1 met\n+20m observe 2.1 missed nobody did\n+55m observe 3.1 met\n';
		const {evaluation} = await judged(scenarioYaml(made()), script);
		expect(evaluation.objectives.map(one => one.rating)).toEqual(['P', 'U', 'P']);
	});
});

describe('whatever stands in a file', () => {
	const text = fc.oneof(
		fc.string({minLength: 1, maxLength: 40, unit: 'grapheme'}),
		fc.constantFrom(...hostileStrings, 'Decide by +9d', 'Call by 5m', 'by hand', '# no', ': a', '- b', '"', '\n', ' '),
	);

	it('becomes a scenario that passes the check: an exercise', () => {
		const one = fc.record({
			offsetMinutes: fc.nat(100),
			dueOffsetMinutes: fc.option(fc.integer({min: 100, max: 200}), {nil: undefined}),
			from: text,
			to: fc.array(text, {maxLength: 2}),
			text,
			expected: fc.array(text, {maxLength: 2}),
		});
		const whole = fc.record({
			title: text,
			start: fc.constant('2026-05-12T13:15:00Z'),
			durationMinutes: fc.nat(100),
			objectives: fc.array(text, {maxLength: 3}),
			injects: fc.array(one, {maxLength: 4}).map(list => list.map((inject, index) => ({...inject, n: index + 1}))),
			notes: text,
		});
		fc.assert(
			fc.property(whole, given => {
				const read = readJson(JSON.stringify(given));
				const made = 'exercise' in read ? readScenario(scenarioYaml(fromExercise(read.exercise))) : read;
				expect(made).toHaveProperty('scenario');
			}),
		);
	});

	it('becomes a scenario that passes the check: a log', async () => {
		const log = await playLines([['09:00', 'sam', 'declare Odd words severity:S2']]);
		for (const odd of hostileStrings) {
			for (const verb of ['know', 'action', 'decide', 'message']) {
				await log.desk.write(verb, {text: odd});
			}
		}

		const read = readScenario(scenarioYaml(scenarioOfLog(log.entries())));
		expect(read).toHaveProperty('scenario');
		expect('scenario' in read && read.scenario.injects.length).toBeGreaterThan(hostileStrings.length / 2);
	});

	it('becomes a scenario that passes the check: a timeline', () => {
		const one = fc.record({
			at: fc
				.date({min: new Date('2026-01-01'), max: new Date('2026-02-01'), noInvalidDate: true})
				.map(at => at.toISOString()),
			actor: text,
			text,
			kind: fc.constantFrom('fact', 'decision', 'action', 'comms', 'role', 'milestone', 'other'),
		});
		const whole = fc.record({title: text, timeline: fc.array(one, {minLength: 1, maxLength: 8})});
		fc.assert(
			fc.property(whole, given => {
				const read = readJson(JSON.stringify(given));
				const made =
					'timeline' in read
						? readScenario(scenarioYaml(fromStory(storyOfTimeline(read.timeline, false), everyRule)))
						: read;
				expect(made).toHaveProperty('scenario');
			}),
		);
	});
});
