import type {SectionView} from '../../duty.ts';
import {type Block, heading, table} from '../../section.ts';
import {dayAndTime} from '../../time.ts';
import {nameOf} from '../staffing/state.ts';
import {announcementOn, type Confirmation, objectivesOf, type Rhythm} from './state.ts';

/** A heading and its table; nothing at all where there is nothing to list. */
const part = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly Block[] =>
	rows.length === 0 ? [] : [heading(title), table(head, rows)];

/** Each period with its aims; aims that no period has been started for come last. */
const periodRows = (rhythm: Rhythm, at: (instant: string) => string): readonly (readonly string[])[] => {
	const {periods, objectives} = rhythm;
	const aims = (number: number) =>
		objectivesOf(rhythm, number)
			.map(one => `${one.text} (entry ${one.entry})`)
			.join('; ');
	const next = periods.length + 1;
	return [
		...periods.map(one => [
			String(one.number),
			at(one.startedAt),
			at(one.until),
			one.text ?? '',
			aims(one.number) || 'none was set',
			String(one.entry),
		]),
		...(objectives.some(one => one.period === next) ? [[String(next), 'not started', '', '', aims(next), '']] : []),
	];
};

const categoryWords = ({incidentKind, category}: Confirmation): string =>
	incidentKind === undefined ? 'not said' : category === undefined ? incidentKind : `${incidentKind}, ${category}`;

/** Calls with the roles announced on them, heartbeats, confirmations, periods with their objectives, CAN reports. */
export const rhythmSection = ({board}: SectionView): readonly Block[] => {
	const {rhythm, staffing, declaration} = board;
	const at = (instant: string | undefined) => (instant === undefined ? '' : dayAndTime(instant, declaration.zone));
	const name = (handle: string | undefined) => (handle === undefined ? 'nobody' : nameOf(staffing, handle));
	return [
		...part(
			'Calls',
			['Started', 'Ended', 'Where', 'About', 'Roles announced in entry', 'Entry'],
			rhythm.calls.map(one => [
				at(one.startedAt),
				one.endedAt === undefined ? 'end not recorded' : at(one.endedAt),
				one.channel ?? '',
				one.text ?? '',
				announcementOn(rhythm, one)?.entry.toString() ?? 'not announced',
				String(one.entry),
			]),
		),
		...part(
			'Roles announced',
			['At', 'Incident Manager', 'Deputy', 'Secretariat', 'Recorded by', 'Entry'],
			rhythm.announcements.map(one => [
				at(one.at),
				name(one.im),
				name(one.deputy),
				name(one.secretariat),
				name(one.by),
				String(one.entry),
			]),
		),
		...part(
			'Heartbeats',
			['At', 'What happened', 'What it means', 'What was done', 'What comes next', 'Next heartbeat', 'Entry'],
			rhythm.heartbeats.map(one => [
				at(one.at),
				one.happened ?? 'not said',
				one.means ?? 'not said',
				one.done ?? 'not said',
				one.next ?? 'not said',
				one.nextAt === undefined ? 'not said' : at(one.nextAt),
				String(one.entry),
			]),
		),
		...part(
			'Severity looked at again',
			['At', 'Severity', 'Outcome', 'Kind, category', 'Because', 'Recorded by', 'Entry'],
			rhythm.confirmations.map(one => [
				at(one.at),
				one.severity,
				one.incidentKind === undefined ? 'set anew' : 'confirmed',
				categoryWords(one),
				one.reason ?? '',
				name(one.by),
				String(one.entry),
			]),
		),
		...part('Operational periods', ['Period', 'From', 'Until', 'About', 'Objectives', 'Entry'], periodRows(rhythm, at)),
		...part(
			'CAN reports',
			['At', 'From', 'Conditions', 'Actions', 'Needs', 'Entry'],
			rhythm.canReports.map(one => [
				at(one.at),
				name(one.person),
				one.conditions ?? 'not said',
				one.actions ?? 'not said',
				one.needs ?? 'not said',
				String(one.entry),
			]),
		),
	];
};
