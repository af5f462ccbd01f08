import {describe, expect, it} from 'vitest';
import {notificationsSection} from '../../../source/duties/notifications/section.ts';
import type {Block} from '../../../source/section.ts';
import {at, type Story, staffed} from '../../support/spec.ts';
import {moved, running} from './situations.ts';

/** The rows of the table under a heading; of the room's first table without one. */
const rowsUnder = (blocks: readonly Block[], title: string): readonly (readonly unknown[])[] => {
	const place = blocks.findIndex(block => block.type === 'heading' && block.text === title);
	const block = blocks[place + 1];
	return place !== -1 && block?.type === 'table' ? block.rows : [];
};

const sectionOf = ({board}: Story, clock: string) => notificationsSection({board, now: at(clock)});

const clocksOf = (story: Story, clock: string) => rowsUnder(sectionOf(story, clock), 'Notifications');

/** Anchor, due, notified and standing of each clock. */
const standings = (story: Story, clock: string) => clocksOf(story, clock).map(row => row.slice(2, 6));

describe('the section', () => {
	it('is silent where no clock was ever started', () => {
		expect(sectionOf(staffed, '12:00')).toEqual([]);
	});

	it('tells of each clock what it counts from, when it is due and how it stands', () => {
		expect(standings(running, '13:29')).toEqual([
			['incident classified as major: 2026-06-02 09:30 UTC', '2026-06-02 13:30 UTC', '', 'running'],
		]);
		expect(standings(running, '13:30')[0]?.[3]).toBe('overdue, not notified');
		expect(standings(staffed.and('clock gdpr'), '12:00')).toEqual([
			['controller aware, with reasonable certainty: not recorded', 'unknown', '', 'no anchor'],
		]);
		expect(standings(staffed.and('clock gdpr-people since 09:30'), '12:00')[0]?.[1]).toBe('without undue delay');
		expect(standings(running.and('waive C1'), '12:00')[0]?.[3]).toBe('not notified, by decision');
	});

	it('says how late a notification was, and why', () => {
		expect(clocksOf(running.and('[13:30] notify C1'), '18:00')[0]?.[5]).toBe('notified');
		expect(clocksOf(running.and('[14:00] notify C1 because the portal was down'), '18:00')[0]?.[5]).toBe(
			'notified, late by 30m: the portal was down',
		);
		expect(clocksOf(running.and('[14:00] notify C1 phase:initial'), '18:00')[0]?.[5]).toBe(
			'notified in part, late by 30m: reasons not recorded',
		);
	});

	it('lists what was sent, what was waived and why, and each changed anchor', () => {
		const story = staffed.and(
			'clock gdpr since 09:50',
			'clock pecr since 09:50',
			'[10:30] notify C1 the form phase:initial next 12:00',
			'[10:40] waive C2 @ana because we are no telecom',
			'[10:50] anchor C1 since 09:40 because the alert was read then',
		);
		const last = story.entries.length;
		const blocks = sectionOf(story, '11:00');
		expect(rowsUnder(blocks, 'What was sent')).toEqual([
			[
				'C1 gdpr',
				'2026-06-02 10:30 UTC',
				'initial',
				'the form',
				'Sam Ó Briain',
				'',
				'2026-06-02 12:00 UTC',
				String(last - 2),
			],
		]);
		expect(rowsUnder(blocks, 'Not notified')).toEqual([
			['C2 pecr', '2026-06-02 10:40 UTC', 'Ana Reis', 'we are no telecom', String(last - 1)],
		]);
		expect(rowsUnder(blocks, 'Anchors that were changed')).toEqual([
			[
				'C1 gdpr',
				'2026-06-02 09:50 UTC',
				'2026-06-02 09:40 UTC',
				'Sam Ó Briain',
				'the alert was read then',
				String(last),
			],
		]);
		expect(rowsUnder(sectionOf(moved, '11:00'), 'Anchors that were changed')[0]?.slice(3, 5)).toEqual([
			'the old system',
			'not recorded',
		]);
	});

	it('says of each regime once where it comes from and when that was checked, and that it is no advice', () => {
		const blocks = sectionOf(staffed.and('clock gdpr since 09:50', 'clock gdpr since 09:55 Berlin'), '11:00');
		expect(rowsUnder(blocks, 'The duties')).toEqual([
			[
				'gdpr',
				'72 hours from controller aware, with reasonable certainty',
				expect.stringContaining('nature of the breach'),
				expect.stringContaining('art. 33(1)'),
				'2026-05-31',
				expect.stringContaining('Every breach is recorded'),
			],
		]);
		expect(blocks.at(-1)).toEqual({
			type: 'paragraph',
			text: 'Not legal advice: data with the day it was checked on.',
		});
	});
});
