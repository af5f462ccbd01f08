import ICAL from 'ical.js';
import {describe, expect, it} from 'vitest';
import {calendarLines, folded} from '../../source/data/calendar.ts';
import {dueTimes} from '../../source/data/due-times.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import {visible} from '../../source/text.ts';
import {arbitraryText} from '../support/arbitrary-event.ts';
import {arbitraryStory} from '../support/arbitrary-line.ts';
import * as fc from '../support/fast-check.ts';
import {hostileStrings} from '../support/hostile.ts';
import {entriesFrom} from '../support/incident.ts';
import {given, staffed, type Story} from '../support/spec.ts';

type Log = Pick<Story, 'board' | 'entries'>;

const calendarOf = ({board, entries}: Log): string => [...calendarLines({board, entries, version: '1.0'})].join('');

const eventsIn = (text: string) =>
	new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(one => ({
		uid: String(one.getFirstPropertyValue('uid')),
		at: String(one.getFirstPropertyValue('dtstart')),
		stamp: String(one.getFirstPropertyValue('dtstamp')),
		sequence: Number(one.getFirstPropertyValue('sequence')),
		status: String(one.getFirstPropertyValue('status')),
		summary: String(one.getFirstPropertyValue('summary')),
		alarms: one.getAllSubcomponents('valarm').map(alarm => String(alarm.getFirstPropertyValue('trigger'))),
	}));

const eventOf = (log: Log, words: string) => eventsIn(calendarOf(log)).find(({summary}) => summary.includes(words));

const started = staffed.and('[10:00] action isolate host 17 @ana by 11:00');

describe('an action with a report time', () => {
	it('is an event at that time, with an alarm before it', () => {
		expect(eventOf(started, 'A1')).toMatchObject({
			at: '2026-06-02T11:00:00Z',
			stamp: '2026-06-02T10:00:00Z',
			sequence: 0,
			status: 'CONFIRMED',
			summary: 'INC-2026-0001 A1 report: isolate host 17 (Ana Reis)',
			alarms: ['-PT5M'],
		});
	});

	it('that is moved is the same event with a higher sequence, stamped by the log', () => {
		const before = eventOf(started, 'A1');
		const moved = eventOf(started.and('[10:30] report A1 half of it by 12:00'), 'A1');
		expect(moved).toMatchObject({
			uid: before?.uid,
			at: '2026-06-02T12:00:00Z',
			sequence: 1,
			stamp: '2026-06-02T10:30:00Z',
		});
		const noted = eventOf(started.and('[10:40] note x', '[10:41] report A1 half of it'), 'A1');
		expect(noted).toEqual(before);
	});

	it.each([
		['done', '[10:30] done A1 result:success'],
		['cancelled', '[10:30] cancel A1 because it is off already'],
		['struck', `[10:30] strike ${started.entries.length} because not said`],
	])('that is %s is called off, and rings no more', (_, line) => {
		expect(eventOf(started.and(line), 'A1')).toMatchObject({sequence: 1, status: 'CANCELLED', alarms: []});
	});

	it('that is restored rings again', () => {
		const struck = started.and(`[10:30] strike ${started.entries.length} because not said`);
		const restored = struck.and(`[10:31] strike ${struck.entries.length} because it was said`);
		expect(eventOf(restored, 'A1')).toMatchObject({sequence: 2, status: 'CONFIRMED', alarms: ['-PT5M']});
	});
});

describe('everything that is due', () => {
	it('is in the calendar', () => {
		const all = staffed.and(
			'split alpha @chen @ana find the keys by 11:30',
			'heartbeat it goes on next 11:00',
			'audience customers every:30m',
			'decide payments stay offline next 12:00 because data leaks',
			'handover im @tom by 15:00',
			'clock gdpr since 09:50',
			'arrange @tom by tomorrow at 10:00',
			'period until 22:00 contain the leak',
			'followup shorten the life of tokens @ana by tomorrow at 12:00',
		);
		const summaries = eventsIn(calendarOf(all)).map(({summary}) => summary);
		for (const words of [
			'#alpha reports: find the keys',
			'Heartbeat',
			'Update for customers',
			'D1 next decision point',
			'Handover of Incident Manager from Priya Shah to Tom Achebe',
			'C1 notify',
			'Post-incident review (Tom Achebe)',
			'Operational period 1 ends',
			'U1 follow-up: shorten the life of tokens (Ana Reis)',
		]) {
			expect(summaries).toContainEqual(expect.stringContaining(words));
		}
	});

	it('ends with the incident where nobody waits for it any more', () => {
		const closed = staffed
			.and('heartbeat it goes on next 11:00', 'action tidy up @ana by 15:00')
			.and('close because it is over');
		expect(eventOf(closed, 'Heartbeat')).toMatchObject({status: 'CANCELLED'});
		expect(eventOf(closed, 'A1')).toMatchObject({status: 'CONFIRMED'});
	});

	it('of an exercise says so', () => {
		const drill = given('declare Drill exercise:yes', 'action x @"Ana Reis" by 11:00');
		expect(eventsIn(calendarOf(drill))[0]?.summary).toMatch(/^EXERCISE /u);
	});
});

describe('the file', () => {
	it('has lines of at most 75 octets, never broken within a character, and reads back as it was', () => {
		const texts = fc.oneof(
			arbitraryText,
			fc.constantFrom(...hostileStrings),
			fc.string({unit: 'grapheme', maxLength: 120}),
		);
		fc.assert(
			fc.property(texts, text => {
				const entries = entriesFrom([{kind: 'action-opened', ref: 'A1', text, due: '2026-06-02T11:00:00.000Z'}]);
				const file = calendarOf({entries, board: foldAll(emptyBoard('INC-2026-0001'), entries)});
				for (const line of file.split('\r\n')) {
					expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
					expect(line.isWellFormed()).toBe(true);
					expect(line).not.toContain('\n');
				}

				expect(eventsIn(file)[0]?.summary).toBe(`INC-2026-0001 A1 report: ${visible(text)}`);
			}),
			{numRuns: 200},
		);
	});

	it('folds between characters of several octets', () => {
		const lines = folded('é'.repeat(100)).trimEnd().split('\r\n ');
		expect(lines.map(line => Buffer.byteLength(line))).toEqual([74, 74, 52]);
		expect(lines.join('')).toBe('é'.repeat(100));
	});

	it('tells of each thing once, and never of a lower sequence as the log goes on', () => {
		fc.assert(
			fc.property(arbitraryStory, ({entries}) => {
				let before = new Map<string, number>();
				for (let length = 0; length <= entries.length; length += 4) {
					const found = dueTimes(entries.slice(0, length));
					const keys = found.map(({key}) => key);
					expect(new Set(keys).size).toBe(keys.length);
					const after = new Map(found.map(({key, sequence}) => [key, sequence]));
					for (const [key, sequence] of before) {
						expect(after.get(key)).toBeGreaterThanOrEqual(sequence);
					}

					before = after;
				}
			}),
			{numRuns: 40},
		);
	});
});
