import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Slices} from '../source/board.ts';
import {consult} from '../source/consult.ts';
import {commands, duties, dutyOf, rules} from '../source/duties/index.ts';
import {answerKinds} from '../source/duties/record/events.ts';
import {spans} from '../source/duties/staffing/state.ts';
import {emptyBoard, foldAll} from '../source/fold.ts';
import {read} from '../source/language/read.ts';
import {usageOf} from '../source/language/verbs.ts';
import {admit} from '../source/ledger/shape.ts';
import {profiles} from '../source/profiles/index.ts';
import {propose} from '../source/propose.ts';
import {isRefusal} from '../source/refusal.ts';
import {promptSeverities} from '../source/rule.ts';
import {later} from '../source/time.ts';
import {tell} from '../source/timeline.ts';
import {arbitraryBeginning, arbitraryStep, arbitraryStory, play} from './support/arbitrary-line.ts';
import {createWatch} from '../source/watch.ts';
import {stageOf} from './duties/situations.ts';
import * as fc from './support/fast-check.ts';
import {incident, nothing, type Story} from './support/spec.ts';

const repeats = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

const profile = profiles['moj'];

describe('every rule', () => {
	it('has an id of its own, known as doctrine knows it', () => {
		expect(repeats(rules.map(one => one.id))).toEqual([]);
		for (const {id} of rules) {
			expect(id).toMatch(/^[A-Z]\d{1,2}$/u);
		}
	});

	it.each(rules.map(rule => [rule.id, rule] as const))('%s says its name, why, and who says so', (_, rule) => {
		expect(rule.name.length).toBeGreaterThan(5);
		expect(rule.why.length).toBeGreaterThan(20);
		expect(rule.source).not.toBe('');
		expect(rule.why).toMatch(/[.?]$/u);
	});

	it.each(rules.map(rule => [rule.id, rule] as const))('%s takes answers out of the five, each once', (_, rule) => {
		expect(answerKinds).toEqual(expect.arrayContaining([...rule.answers]));
		expect(repeats(rule.answers)).toEqual([]);
	});

	it('is switched off only by a profile that knows it', () => {
		const ids = new Set(rules.map(one => one.id));
		for (const {off} of Object.values(profiles)) {
			expect(off.filter(id => !ids.has(id))).toEqual([]);
		}
	});
});

describe('every verb', () => {
	it('is one word of its own', () => {
		expect(repeats(commands.map(one => one.verb))).toEqual([]);
		for (const {verb} of commands) {
			expect(verb).toMatch(/^[a-z]+$/u);
		}
	});

	it.each(commands.map(command => [command.verb, command] as const))(
		'%s has a label, a summary and a usage',
		(_, command) => {
			expect(command.label).toBe(command.label.toUpperCase());
			expect(command.summary).toMatch(/^[A-Z].*[^.]$/u);
			expect(usageOf(command)).toContain(command.verb);
			expect(usageOf(command)).not.toContain('undefined');
		},
	);

	it.each(commands.map(command => [command.verb, command] as const))('%s reads its own example', (verb, {example}) => {
		const {board, now} = stageOf(verb);
		const reading = read(example, {board, now, zone: 'UTC', commands});
		expect(reading).toMatchObject({command: {verb}});
	});

	it('carries out its own example, but for the two that only refuse', () => {
		const refusals = commands.flatMap(({verb, example}) => {
			const answer = stageOf(verb).when(example);
			return isRefusal(answer) ? [`${verb}: ${answer.refused}`] : [];
		});
		expect(refusals).toEqual(
			['edit', 'delete'].map(verb => `${verb}: An entry is never changed and never deleted (G1).`),
		);
	});
});

describe('every kind', () => {
	const kinds = duties.flatMap(duty => duty.kinds);

	it('belongs to one duty', () => {
		expect(repeats(kinds)).toEqual([]);
		expect([...dutyOf.keys()]).toEqual(kinds);
	});

	it('follows from some verb’s example', () => {
		const events = commands.flatMap(({verb, example}) => {
			const answer = stageOf(verb).when(example);
			return isRefusal(answer) ? [] : answer;
		});
		// No line says these: they are written by calls that read a file or a key.
		const byCalls = ['entries-imported', 'drill-begun', 'drill-paced', 'drill-ended', 'head-signed'];
		expect(new Set([...events.map(one => one.kind), ...byCalls])).toEqual(new Set(kinds));
	});

	it.each(commands.map(command => [command.verb, command] as const))('is told in words: %s', (verb, {example}) => {
		const stage = stageOf(verb);
		const after = isRefusal(stage.when(example)) ? stage : stage.and(example);
		for (const entry of after.entries.slice(stage.entries.length)) {
			expect(tell(entry, after.board)).not.toBe('');
			expect(tell(entry, after.board)).not.toContain(entry.event.kind);
			expect(tell(entry, after.board)).not.toContain('undefined');
		}
	});
});

describe('every duty', () => {
	const rooms = path.join(import.meta.dirname, '..', 'source', 'duties');
	const mirror = path.join(import.meta.dirname, 'duties');

	it('is a room, and every room is a duty', () => {
		const names = readdirSync(rooms, {withFileTypes: true}).filter(one => one.isDirectory());
		expect(names.map(one => one.name).toSorted()).toEqual(duties.map(one => one.name).toSorted());
	});

	it.each(duties.map(duty => duty.name))('%s has the same files as the others', name => {
		const files = readdirSync(path.join(rooms, name)).toSorted();
		expect(files).toEqual([
			'commands.ts',
			'doctrine.ts',
			'events.ts',
			'index.ts',
			'pane.tsx',
			'section.ts',
			'state.ts',
		]);
	});

	it.each(duties.map(duty => duty.name))('%s has its mirror among the tests', name => {
		expect(existsSync(path.join(mirror, name, 'commands.test.ts'))).toBe(true);
	});

	it('has a title of its own', () => {
		expect(repeats(duties.map(one => one.title))).toEqual([]);
	});
});

/** A board without the list of the past, which is as deep as the log is long. */
const flat = ({board}: Pick<Story, 'board'>): unknown => ({...board, past: undefined});

describe('whatever is said', () => {
	it('folds to the same board every time, at once or in two parts', () => {
		fc.assert(
			fc.property(arbitraryStory, fc.nat(), ({board, entries}, at) => {
				const cut = at % (entries.length + 1);
				const whole = foldAll(emptyBoard(incident), entries);
				const parts = foldAll(foldAll(emptyBoard(incident), entries.slice(0, cut)), entries.slice(cut));
				expect(flat({board: whole})).toEqual(flat({board}));
				expect(flat({board: parts})).toEqual(flat({board}));
			}),
			{numRuns: 60},
		);
	});

	it('tells what the entries tell that are not struck', () => {
		fc.assert(
			fc.property(arbitraryStory, ({board, entries}) => {
				for (const duty of duties) {
					const slice = entries
						.filter(entry => !board.struck.has(entry.number))
						.reduce<Slices[keyof Slices]>((before, entry) => duty.evolve(before, entry), duty.initial);
					expect(board[duty.name]).toEqual(slice);
				}
			}),
			{numRuns: 60},
		);
	});

	it('is numbered without a gap, and gives every ref once', () => {
		fc.assert(
			fc.property(arbitraryStory, ({board, entries}) => {
				expect(entries.map(one => one.number)).toEqual(entries.map((_, index) => index + 1));
				expect(board.irregularities).toEqual([]);
				const highest = new Map<string, number>();
				const givers = new Set<string>();
				const users = new Set<string>();
				for (const {event} of entries) {
					if ('ref' in event) {
						const [letter, number] = [event.ref.slice(0, 1), Number(event.ref.slice(1))];
						const next = (highest.get(letter) ?? 0) + 1;
						(number === next ? givers : users).add(event.kind);
						expect(number).toBeLessThanOrEqual(next);
						highest.set(letter, Math.max(number, next - 1));
					}
				}

				// A kind that gives refs gives a new one every time.
				expect([...givers].filter(kind => users.has(kind))).toEqual([]);
			}),
			{numRuns: 60},
		);
	});

	it('may be kept by a ledger and can be told', () => {
		fc.assert(
			fc.property(arbitraryStory, ({board, entries, now}) => {
				admit(
					incident,
					entries.map(({event, occurredAt, recordedAt, by, recordedBy}) => ({
						event,
						occurredAt,
						recordedAt,
						by,
						recordedBy,
					})),
				);
				for (const entry of entries) {
					expect(tell(entry, board)).not.toMatch(/^$|undefined/u);
				}

				for (const duty of duties) {
					expect(JSON.stringify(duty.section({board, now}))).not.toContain('undefined');
				}
			}),
			{numRuns: 40},
		);
	});

	it('lets no rule fall over, at any moment of it', () => {
		fc.assert(
			fc.property(arbitraryBeginning, fc.array(arbitraryStep, {maxLength: 30, size: 'max'}), (beginning, steps) => {
				for (let length = 0; length <= steps.length; length += 3) {
					const {board, now} = play(steps.slice(0, length), beginning);
					for (const moment of [now, later(now, 121_000), later(now, 3_600_000)]) {
						for (const rule of rules) {
							const asked = profile === undefined ? [] : rule.consult(board, createWatch(moment).watch, profile);
							// Two questions about one subject could not be told apart by an answer.
							expect(repeats(asked.map(one => one.subject))).toEqual([]);
						}
					}
				}
			}),
			{numRuns: 25},
		);
	});

	it('is asked about most urgent first, what waits for a decision last', () => {
		fc.assert(
			fc.property(arbitraryStory, story => {
				const ranks = story
					.prompts()
					.map(one => (one.put === undefined ? 4 : 0) + promptSeverities.indexOf(one.severity));
				expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
			}),
			{numRuns: 40},
		);
	});

	it('has one span of control for each supervisor, and one rule that speaks of it', () => {
		fc.assert(
			fc.property(arbitraryStory, ({board, now}) => {
				const all = spans(board.staffing);
				expect(repeats(all.map(one => one.supervisor))).toEqual([]);
				const asked = profile === undefined ? [] : consult({...board, record: nothing.board.record}, now, profile);
				const speaking = asked.filter(one => /^S[123]$/u.test(one.rule)).map(one => one.subject);
				const isRunning = ['hot', 'warm'].includes(board.declaration.phase) && board.declaration.closedAt === undefined;
				const over = isRunning ? all.filter(one => one.reports.length > 5).map(one => one.supervisor) : [];
				expect(speaking.toSorted()).toEqual(over.toSorted());
			}),
			{numRuns: 60},
		);
	});

	it('is offered only deeds that can be done', () => {
		fc.assert(
			fc.property(arbitraryStory, story => {
				for (const {offers} of story.prompts()) {
					for (const {line} of offers.filter(one => !/[\s@]$/u.test(one.line))) {
						expect(story.when(line)).not.toHaveProperty('refused');
					}
				}
			}),
			{numRuns: 40},
		);
	});

	it('is answered by one entry each time', () => {
		fc.assert(
			fc.property(arbitraryStory, fc.nat(), fc.constantFrom(...answerKinds), (story, nth, kind) => {
				const asked = story.prompts();
				const prompt = asked[nth % Math.max(1, asked.length)];
				if (prompt === undefined) {
					return;
				}

				const line = `answer ${prompt.rule} ${prompt.subject} ${kind} until 20m because x`;
				const answer = propose(line.replace(kind === 'do' ? /until .*$/u : /$^/u, ''), {
					board: story.board,
					now: story.now,
					by: 'sam',
					zone: 'UTC',
				});
				const given = isRefusal(answer) ? [] : answer.events.filter(one => one.kind === 'prompt-answered');
				expect(given.length).toBe(isRefusal(answer) ? 0 : 1);
				expect(prompt.answers.includes(kind) || isRefusal(answer)).toBe(true);
			}),
			{numRuns: 40},
		);
	});
});
