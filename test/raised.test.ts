import {describe, expect, it} from 'vitest';
import {createConsultation, consult} from '../source/consult.ts';
import {profileOf} from '../source/duties/declaration/state.ts';
import {emptyBoard, fold} from '../source/fold.ts';
import {raisedPrompts, raisedUpTo} from '../source/raised.ts';
import {elapsed, later} from '../source/time.ts';
import {arbitraryStory} from './support/arbitrary-line.ts';
import * as fc from './support/fast-check.ts';
import {at, declared, incident, staffed, type Story} from './support/spec.ts';

const names = (
	all: readonly {readonly rule: string; readonly subject: string; readonly text: string}[],
): readonly string[] => all.map(({rule, subject, text}) => `${rule} ${subject} ${text}`).toSorted();

const raisedOf = ({entries, now}: Story, rule: string, clock?: string) =>
	raisedPrompts(entries, clock === undefined ? now : at(clock)).filter(one => one.rule === rule);

describe('given a log', () => {
	it('a prompt is raised when its time comes, and stands while nothing meets it', () => {
		const given = staffed.and('[10:10] action x @chen by 10:30', 'ack A1');
		expect(raisedOf(given, 'A6', '10:29')).toEqual([]);
		expect(raisedOf(given, 'A6', '10:40')).toMatchObject([
			{subject: 'A1', severity: 'warn', from: at('10:30'), to: undefined, endedBy: undefined, answers: []},
		]);
	});

	it('it ends with the entry that meets it', () => {
		const met = staffed.and('[10:10] action x @chen by 10:30', '[10:35] done A1 off result:success');
		expect(raisedOf(met, 'A6', '12:00')).toMatchObject([
			{from: at('10:30'), to: at('10:35'), endedBy: met.entries.length, answers: []},
		]);
	});

	it('it tells how it was answered', () => {
		const given = declared.and('[10:05] assign im @"Priya Shah"', '[10:06] answer R4 put', '[10:08] answer R4 put');
		expect(raisedOf(given, 'R4')).toMatchObject([
			{from: at('10:00'), to: undefined, answers: [{answer: 'put'}, {answer: 'put'}]},
		]);
	});

	it('one that was deferred is raised anew when its time has come', () => {
		const given = declared.and('[10:05] answer R3 deputy defer until 10:30');
		expect(raisedOf(given, 'R3', '10:31').filter(one => one.subject === 'deputy')).toMatchObject([
			{from: at('10:00'), to: at('10:05'), answers: [{answer: 'defer'}]},
			{from: at('10:30'), to: undefined, answers: []},
		]);
	});

	it('one that only time ends has no entry that ended it', () => {
		const given = staffed.and('[10:10] action x @chen by 10:30');
		expect(raisedOf(given, 'A5', '10:31')).toMatchObject([{from: at('10:28'), to: at('10:30'), endedBy: undefined}]);
	});

	it('what stands between entries of one moment is not asked about', () => {
		const given = declared.and('[10:05] checkin @"Ana Reis" sme');
		expect(raisedOf(given, 'R11')).toEqual([]);
	});
});

describe('a console that asks again and again', () => {
	const profile = profileOf(staffed.board.declaration);

	it('is given what it was given, until a moment has come that a rule waits for', () => {
		const asking = createConsultation();
		const waiting = staffed.and('[10:10] action x @chen by 10:30', 'ack A1');
		const first = asking(waiting.board, at('10:10'), profile);
		expect(first.until).toBe(at('10:20'));
		expect(asking(waiting.board, at('10:19:59.999'), profile)).toBe(first);
		expect(asking(waiting.board, at('10:20'), profile)).not.toBe(first);
	});

	it('has no rule asked anew that looked at nothing which has changed', () => {
		const asking = createConsultation();
		const before = asking(staffed.board, staffed.now, profile).byRule;
		const after = asking(staffed.and('note nothing new').board, staffed.now, profile).byRule;
		for (const rule of ['E2', 'R3', 'S2', 'T2', 'L1', 'H2']) {
			expect(after.get(rule)).toBe(before.get(rule));
		}
	});
});

describe('whatever was written', () => {
	it('asks the same, with a memory or without', () => {
		fc.assert(
			fc.property(arbitraryStory, ({entries, now}) => {
				const remembering = createConsultation();
				let board = emptyBoard(incident);
				for (const entry of entries) {
					board = fold(board, entry);
					const profile = profileOf(board.declaration);
					for (const moment of [entry.recordedAt, later(entry.recordedAt, 90_000)].filter(one => one <= now)) {
						expect(remembering(board, moment, profile).prompts).toEqual(consult(board, moment, profile));
					}
				}
			}),
			{numRuns: 30},
		);
	});

	it('holds until the moment that is said, and not beyond the first one at which it changes', () => {
		fc.assert(
			fc.property(arbitraryStory, fc.double({min: 0, max: 0.999, noNaN: true}), ({board, now}, share) => {
				const profile = profileOf(board.declaration);
				let moment = now;
				for (let step = 0; step < 12; step++) {
					const {prompts, until} = createConsultation()(board, moment, profile);
					const end = until ?? later(moment, 86_400_000);
					expect(end > moment).toBe(true);
					const between = later(moment, Math.floor(elapsed(moment, end) * share));
					expect(consult(board, between, profile)).toEqual(prompts);
					expect(consult(board, later(end, -1), profile)).toEqual(prompts);
					if (until === undefined) {
						return;
					}

					moment = until;
				}
			}),
			{numRuns: 40},
		);
	});

	it('what stands at the end is what doctrine asks now', () => {
		fc.assert(
			fc.property(arbitraryStory, ({board, entries, now}) => {
				const standing = raisedPrompts(entries, now).filter(one => one.to === undefined);
				const asked = consult(board, now, profileOf(board.declaration));
				expect(names(standing)).toEqual(names(asked));
			}),
			{numRuns: 40},
		);
	});
});

describe('given a log in which more is asked than may be looked at', () => {
	it('tells the prompts up to an entry, as they were then, and which entry that was', () => {
		fc.assert(
			fc.property(arbitraryStory, fc.nat({max: 200}), ({entries, now}, most) => {
				const {raised, upTo} = raisedUpTo(entries, now, {most});
				const whole = raisedPrompts(entries, now);
				if (upTo === undefined) {
					expect(raised).toEqual(whole);
				} else {
					const known = entries.slice(0, upTo.number);
					expect(raised).toEqual(raisedPrompts(known, upTo.recordedAt));
					expect(upTo.number).toBeLessThan(entries.length);
				}
			}),
			{numRuns: 60},
		);
	});

	it('tells all of them where there is no limit', () => {
		const {entries, now} = staffed;
		expect(raisedUpTo(entries, now)).toEqual({raised: raisedPrompts(entries, now), upTo: undefined});
		expect(raisedUpTo(entries, now, {most: 1}).upTo?.number).toBeLessThan(entries.length);
	});
});
