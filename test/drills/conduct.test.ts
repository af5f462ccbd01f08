import {describe, expect, it} from 'vitest';
import {drill} from '../../source/drills/engine.ts';
import {stateWords} from '../../source/drills/words.ts';
import {conduct, type Timer} from '../../source/drills/conduct.ts';
import {courseDeedOf} from '../../source/drills/facilitate.ts';
import {beginLive, takeUp} from '../../source/drills/live.ts';
import {runUnattended} from '../../source/drills/run.ts';
import {type DeskSetting, openDesk} from '../../source/desk.ts';
import type {Ledger} from '../../source/ledger/ledger.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {isRefusal, type Refusal} from '../../source/refusal.ts';
import {elapsed, hour, type Instant, instantOf, later, minute, second} from '../../source/time.ts';
import * as fc from '../support/fast-check.ts';
import {linesFor, phish, scenarioOf} from './phish.ts';

const scenario = scenarioOf(phish);
const phished = {scenario, source: phish};
const today = '2026-11-23T09:00:00.000Z';

/** What must not be a refusal. */
const done = <One extends object>(answer: One | Refusal): One => {
	if (isRefusal(answer)) {
		throw new Error(`${answer.refused} ${answer.mend}`);
	}

	return answer;
};

const settle = async () => {
	// Everything that was begun is over when nothing is left to do: the ledger is memory.
	for (let turn = 0; turn < 200; turn++) {
		await Promise.resolve();
	}
};

/** A wall clock that is moved by hand; what sleeps wakes at its time, and is let do what it does. */
const wallAt = (begin: Instant) => {
	let now = Date.parse(begin);
	const sleepers = new Set<{readonly at: number; readonly callback: () => void}>();
	const timer: Timer = (callback, milliseconds) => {
		const sleeper = {at: now + milliseconds, callback};
		sleepers.add(sleeper);
		return () => sleepers.delete(sleeper);
	};
	return {
		wall: () => instantOf(now),
		timer,
		settle,
		set: (at: Instant) => {
			now = Date.parse(at);
		},
		async pass(milliseconds: number) {
			const end = now + milliseconds;
			await settle();
			for (;;) {
				const [next] = [...sleepers].filter(one => one.at <= end).toSorted((one, other) => one.at - other.at);
				if (next === undefined) {
					break;
				}

				sleepers.delete(next);
				now = Math.max(now, next.at);
				next.callback();
				await settle();
			}

			now = end;
		},
	};
};

type Wall = ReturnType<typeof wallAt>;

const troubles: string[] = [];

const settingOn = (ledger: Ledger, {wall}: Wall): DeskSetting => ({
	ledger,
	clock: wall,
	login: 'ops',
	as: 'Facilitator',
	home: 'UTC',
});

const begun = async (wall: Wall, {staged = phished, speed = 1, ledger = openMemoryLedger()} = {}) => {
	const {reference} = done(await beginLive(staged, {login: 'ops', wall: wall.wall, speed}, ledger));
	return {ledger, reference};
};

const conducting = async (wall: Wall, ledger: Ledger, reference: string, staged = phished) => {
	const drillDesk = done(await takeUp(settingOn(ledger, wall), staged, reference));
	const conductor = conduct(drillDesk, staged, {timer: wall.timer, trouble: text => troubles.push(text)});
	const say = async (line: string) => {
		const found = courseDeedOf(line);
		return found === undefined ? drillDesk.say(line) : found.deed.run(drillDesk, staged, found.rest);
	};
	return {...drillDesk, conductor, say};
};

const injectsOf = async (ledger: Ledger, reference: string) =>
	(await ledger.read(reference)).flatMap(({event, recordedAt}) =>
		event.kind === 'inject-delivered' ? [{number: event.number, at: recordedAt}] : [],
	);

describe('a drill that people play', () => {
	it('stands in the ledger whole, with its clock running from the start of the scenario', async () => {
		const wall = wallAt(today);
		const {ledger, reference} = await begun(wall, {speed: 10});
		const desk = await openDesk(settingOn(ledger, wall), reference);
		expect(reference).toBe('DRILL-2026-0001');
		expect(desk.situation().now).toBe('2026-05-12T13:00:00.000Z');
		await wall.pass(minute);
		expect(desk.situation().now).toBe('2026-05-12T13:10:00.000Z');
		expect(desk.wall()).toBe('2026-11-23T09:01:00.000Z');
	});

	it('delivers each inject at its time, the contingency when it is missed, and ends when the time is up', async () => {
		const wall = wallAt(today);
		const {ledger, reference} = await begun(wall);
		const {desk} = await conducting(wall, ledger, reference);
		await wall.pass(2 * hour);
		expect(await injectsOf(ledger, reference)).toEqual([
			{number: 1, at: '2026-05-12T13:00:00.000Z'},
			{number: 2, at: '2026-05-12T13:20:00.000Z'},
			{number: 3, at: '2026-05-12T13:35:00.000Z'},
		]);
		expect(desk.board().exercise.ended).toMatchObject({at: '2026-05-12T14:00:00.000Z', reason: 'the time is up'});
	});

	it('delivers every inject of an hour within 200 ms of its time', async () => {
		const many = Array.from(
			{length: 120},
			(_, index) => `  - number: ${index + 1}\n    at: +${index * 30}s\n    text: inject ${index + 1}\n`,
		).join('');
		const source = `title: Many\nobjectives: []\nstart: 2026-05-12T13:00:00.000Z\nduration: 1h\ninjects:\n${many}`;
		const staged = {scenario: scenarioOf(source), source};
		const wall = wallAt(today);
		const {ledger, reference} = await begun(wall, {staged});
		await conducting(wall, ledger, reference, staged);
		await wall.pass(hour);
		const late = (await injectsOf(ledger, reference)).map(({at}, index) =>
			elapsed(later(scenario.start, index * 30 * second), at),
		);
		expect(late).toHaveLength(120);
		expect(Math.max(...late)).toBeLessThan(200);
		expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
	});

	it('asks what doctrine asks by its own clock, and stands still when it has ended', async () => {
		const wall = wallAt(today);
		const {ledger, reference} = await begun(wall);
		const {say, desk} = await conducting(wall, ledger, reference);
		done(await say('action disable the account @chen by 10m'));
		await wall.pass(9 * minute);
		expect(desk.prompts().some(one => one.rule === 'A6')).toBe(false);
		await wall.pass(2 * minute);
		expect(desk.prompts().some(one => one.rule === 'A6')).toBe(true);
		done(await say('end'));
		const before = desk.prompts();
		await wall.pass(100 * hour);
		expect(desk.prompts()).toEqual(before);
		expect(desk.situation().now).toBe('2026-05-12T13:11:00.000Z');
		expect(done(await say('hotwash we were quick'))).toMatchObject([{recordedAt: '2026-05-12T13:11:00.000Z'}]);
	});

	it('has missed nothing that was not due yet when somebody ended it', async () => {
		const wall = wallAt(today);
		const {ledger, reference} = await begun(wall);
		const {say, desk} = await conducting(wall, ledger, reference);
		await wall.pass(6 * minute);
		done(await say('end'));
		const {expectations} = drill(scenario, desk.entries(), desk.situation().now);
		const first = expectations.filter(one => one.inject.number === 1);
		// `role im by +5m` was due, `action … by 10m` was not.
		expect(first.map(one => one.state)).toEqual(['missed', 'to come', 'unseen']);
		expect(first.map(one => stateWords(one))[1]).toBe('not due when the drill ended');
		expect(desk.board().exercise.ended?.best).toEqual({command: 'M'});
	});

	it('is followed up by the calendar on the wall, where tomorrow is not the day after the scenario', async () => {
		const wall = wallAt(today);
		const {ledger, reference} = await begun(wall);
		const {say, desk} = await conducting(wall, ledger, reference);
		const due = (ref: string) => desk.board().review.followUps.find(one => one.ref === ref)?.due;
		await wall.pass(9 * minute);
		done(await say('followup call the bank @chen by tomorrow at 12:00'));
		expect(due('U1')).toMatch(/^2026-05-13/u);
		done(await say('end'));
		done(await say('followup put the rota into the roster @chen by tomorrow at 12:00'));
		expect(due('U2')).toMatch(/^2026-11-24/u);
		expect(isRefusal(await say('followup look again @chen by 2026-05-14'))).toBe(true);
	});

	it('is paused, goes on as fast as before, runs faster, moves on to the next inject', async () => {
		const wall = wallAt(today);
		const {ledger, reference} = await begun(wall, {speed: 10});
		const {say, desk} = await conducting(wall, ledger, reference);
		await wall.pass(minute);
		done(await say('pause'));
		await wall.pass(hour);
		expect(desk.situation().now).toBe('2026-05-12T13:10:00.000Z');
		done(await say('go'));
		await wall.pass(6 * second);
		expect(desk.situation().now).toBe('2026-05-12T13:11:00.000Z');
		done(await say('speed ×60'));
		await wall.pass(second);
		expect(desk.situation().now).toBe('2026-05-12T13:12:00.000Z');
		done(await say('skip'));
		await wall.settle();
		expect(desk.situation().now).toBe('2026-05-12T13:20:00.000Z');
		expect((await injectsOf(ledger, reference)).map(one => one.number)).toEqual([1, 2]);
	});

	it('has an inject released by hand, once', async () => {
		const wall = wallAt(today);
		const {ledger, reference} = await begun(wall);
		const {say} = await conducting(wall, ledger, reference);
		await wall.settle();
		expect(done(await say('release 4'))).toMatchObject([{event: {text: 'The lights go out.'}}]);
		expect(await say('release 4')).toMatchObject({refused: 'release 4: inject 4 was delivered at 13:00.'});
		expect(await say('release 9')).toMatchObject({refused: 'release 9: there is no inject 9.'});
		done(await say('release 2'));
		await wall.pass(10 * minute);
		expect((await injectsOf(ledger, reference)).map(one => one.number)).toEqual([1, 4, 2]);
	});

	it.each([
		['pause', 'pause', 'paused already'],
		['speed 2', 'go', 'runs at ×2'],
		['speed 2', 'speed 2', 'already'],
		['pause', 'speed 5', 'is paused: a speed would let it go on'],
		['pause', 'speed soon', 'soon is no speed'],
		['end', 'pause', 'The drill is over'],
		['end', 'end', 'The drill is over'],
		['end', 'release 4', 'The drill is over'],
		['end', 'inject something', 'The drill is over'],
	])('after %s refuses %s: %s', async (first, second_, why) => {
		const wall = wallAt(today);
		const {ledger, reference} = await begun(wall);
		const {say} = await conducting(wall, ledger, reference);
		done(await say(first));
		expect(await say(second_)).toMatchObject({refused: expect.stringContaining(why) as string});
	});

	it('never goes back in time, though the wall’s clock is set back', async () => {
		const wall = wallAt(today);
		const {ledger, reference} = await begun(wall);
		const {desk} = await conducting(wall, ledger, reference);
		await wall.pass(5 * minute);
		const before = desk.situation().now;
		wall.set('2026-11-22T00:00:00.000Z');
		expect(desk.situation().now).toBe(before);
		const other = await openDesk(settingOn(ledger, wall), reference);
		expect(other.situation().now >= (other.board().head?.recordedAt ?? '')).toBe(true);
	});
});

describe('a drill that was left alone', () => {
	it('goes on from the moment at which nobody delivered', async () => {
		const wall = wallAt(today);
		const {ledger, reference} = await begun(wall);
		const first = await conducting(wall, ledger, reference);
		await wall.pass(minute);
		done(await first.say('note somebody is here'));
		await first.conductor.stop();
		await wall.pass(3 * hour);
		const again = await conducting(wall, ledger, reference);
		await wall.settle();
		expect(again.desk.situation().now).toBe('2026-05-12T13:20:00.000Z');
		expect((await injectsOf(ledger, reference)).map(one => one.number)).toEqual([1, 2]);
		const moments = again.desk.entries().map(one => one.recordedAt);
		expect(moments).toEqual(moments.toSorted());
	});

	it('is taken up once, however late somebody wrote into it when nobody was there and its time was long up', async () => {
		const wall = wallAt(today);
		const {ledger, reference} = await begun(wall, {speed: 100});
		const left = await openDesk(settingOn(ledger, wall), reference);
		await wall.pass(2 * minute);
		done(await left.write('note is anybody there?'));
		await wall.pass(minute);
		const before = (await ledger.read(reference)).length;
		const {desk} = await conducting(wall, ledger, reference);
		await wall.settle();
		const written = desk.entries().slice(before);
		expect(written.filter(one => one.event.kind === 'drill-paced')).toHaveLength(1);
		expect(written.length).toBeLessThan(8);
		expect(desk.board().exercise.ended).toMatchObject({reason: 'the time is up'});
	});

	it('is not taken up with another scenario, and a live incident never', async () => {
		const wall = wallAt(today);
		const {ledger, reference} = await begun(wall);
		const source = phish.replace('The lights go out', 'The lights stay on');
		const other = {scenario: scenarioOf(source), source};
		expect(await takeUp(settingOn(ledger, wall), other, reference)).toMatchObject({
			refused: expect.stringContaining('another scenario') as string,
		});
		const live = await openDesk(settingOn(ledger, wall));
		done(await live.write('declare Payments database exposed severity:S2 kind:security'));
		const declared = live.incident() ?? '';
		expect(await takeUp(settingOn(ledger, wall), phished, declared)).toMatchObject({
			refused: `${declared} is a live incident, not a drill.`,
		});
		done(await live.write('declare A talk at the table kind:security exercise:yes'));
		expect(await takeUp(settingOn(ledger, wall), phished, live.incident() ?? '')).toMatchObject({
			refused: expect.stringContaining('an exercise without a scenario') as string,
		});
		expect((await ledger.read(declared)).map(one => one.event.kind)).toEqual(['incident-declared']);
	});

	it('has no clock of its own where it was played unattended', async () => {
		const ledger = openMemoryLedger();
		const {entries} = done(await runUnattended({...phished, lines: linesFor('', scenario)}, ledger));
		expect(entries.some(one => one.event.kind === 'drill-paced')).toBe(false);
	});
});

describe('two who conduct one drill', () => {
	const course = ['pause', 'go', 'speed 30', 'skip', 'release 4', 'release 2', 'end'];

	it('never deliver an inject twice, nor end it twice, however they interleave', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.record({
						who: fc.nat(1),
						wait: fc.integer({min: 0, max: 20 * minute}),
						line: fc.option(fc.constantFrom(...course, 'note something'), {nil: undefined}),
						looks: fc.boolean(),
					}),
					{maxLength: 12},
				),
				async steps => {
					const wall = wallAt(today);
					const {ledger, reference} = await begun(wall);
					const both = [await conducting(wall, ledger, reference), await conducting(wall, ledger, reference)];
					for (const {who, wait, line, looks} of steps) {
						const one = both[who];
						if (looks) {
							await one?.desk.catchUp();
						}

						// Both at once: neither knows what the other writes.
						await Promise.all([wall.pass(wait), ...(line === undefined ? [] : [one?.say(line)])]);
					}

					await wall.pass(2 * hour);
					const entries = await ledger.read(reference);
					const numbers = (await injectsOf(ledger, reference)).map(({number}) => number);
					expect(new Set(numbers).size).toBe(numbers.length);
					expect(entries.filter(one => one.event.kind === 'drill-ended').length).toBeLessThanOrEqual(1);
					const moments = entries.map(one => one.recordedAt);
					expect(moments).toEqual(moments.toSorted());
					expect(troubles).toEqual([]);
				},
			),
			{numRuns: 60},
		);
	});
});
