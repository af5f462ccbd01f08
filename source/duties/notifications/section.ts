import type {SectionView} from '../../duty.ts';
import {type Block, heading, paragraph, table} from '../../section.ts';
import {dayAndTime, inBrief, elapsed, type Instant} from '../../time.ts';
import {nameOf} from '../staffing/state.ts';
import {type Clock, isInPhases, isLate, nameOfClock, reckoning, wordsOfClock} from './state.ts';

const notAdvice = 'Not legal advice: data with the day it was checked on.';

type When = (at: Instant | undefined) => string;

const tableOrNone = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly Block[] =>
	rows.length === 0 ? [] : [heading(title, 3), table(head, rows)];

const dueWords = ({status, due}: Clock, when: When): string =>
	due === undefined ? (status === 'waiting' ? 'unknown' : 'without undue delay') : when(due);

/** How it stands; a late one says by how much and why. */
const standing = (clock: Clock, now: Instant): string => {
	const {status, due, metAt, notices} = clock;
	switch (status) {
		case 'waiting': {
			return 'no anchor';
		}

		case 'running': {
			return due !== undefined && due <= now ? 'overdue, not notified' : 'running';
		}

		case 'met': {
			const part = isInPhases(clock) ? 'notified in part' : 'notified';
			return isLate(clock) && due !== undefined && metAt !== undefined
				? `${part}, late by ${inBrief(elapsed(due, metAt))}: ${notices[0]?.reason ?? 'reasons not recorded'}`
				: part;
		}

		case 'not-notifying': {
			return 'not notified, by decision';
		}
	}
};

/** Statutory and scheme clocks, and what met them. */
export const notificationsSection = ({board, now}: SectionView): readonly Block[] => {
	const {declaration, staffing, notifications} = board;
	const {clocks} = notifications;
	if (clocks.length === 0) {
		return [];
	}

	const when: When = at => (at === undefined ? '' : dayAndTime(at, declaration.zone));
	return [
		heading('Notifications'),
		table(
			['Clock', 'Duty', 'Counts from', 'Due', 'Notified', 'Standing', 'Entry'],
			clocks.map(one => [
				nameOfClock(one),
				wordsOfClock(one),
				`${one.regime.anchor}: ${one.anchorAt === undefined ? 'not recorded' : when(one.anchorAt)}`,
				dueWords(one, when),
				when(one.metAt),
				standing(one, now),
				String(one.entry),
			]),
		),
		...tableOrNone(
			'What was sent',
			['Clock', 'When', 'Part', 'What', 'By', 'Why late', 'More by', 'Entry'],
			clocks.flatMap(one =>
				one.notices.map((notice, index) => [
					nameOfClock(one),
					when(notice.at),
					notice.phase ?? 'whole',
					notice.text ?? '',
					nameOf(staffing, notice.by),
					notice.reason ?? '',
					index === one.notices.length - 1 ? when(one.restDue) : '',
					String(notice.entry),
				]),
			),
		),
		...tableOrNone(
			'Not notified',
			['Clock', 'Decided', 'By', 'Because', 'Entry'],
			clocks.flatMap(one =>
				one.waiver === undefined
					? []
					: [
							[
								nameOfClock(one),
								when(one.waiver.at),
								one.waiver.decidedBy === undefined ? 'not recorded' : nameOf(staffing, one.waiver.decidedBy),
								one.waiver.reason ?? 'not recorded',
								String(one.waiver.entry),
							],
						],
			),
		),
		...tableOrNone(
			'Anchors that were changed',
			['Clock', 'From', 'To', 'By', 'Because', 'Entry'],
			clocks.flatMap(one =>
				one.anchorings
					.filter(({was}) => was !== undefined)
					.map(({was, at, by, reason, entry}) => [
						nameOfClock(one),
						when(was),
						when(at),
						nameOf(staffing, by),
						reason ?? 'not recorded',
						String(entry),
					]),
			),
		),
		...tableOrNone(
			'The duties',
			['Regime', 'Time', 'What it holds', 'Source', 'Checked on', 'Note'],
			[...new Map(clocks.map(one => [one.regime.id, one.regime])).values()].map(one => [
				one.id,
				reckoning(one),
				one.content,
				one.source,
				one.checkedOn,
				one.note ?? '',
			]),
		),
		paragraph(notAdvice),
	];
};
