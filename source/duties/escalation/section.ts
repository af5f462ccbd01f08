import type {SectionView} from '../../duty.ts';
import {type Block, heading, table} from '../../section.ts';
import {dayAndTime, type Instant} from '../../time.ts';
import {nameOf, type Staffing} from '../staffing/state.ts';
import {relationWords, type Ruling, type Suggestion, tierWords} from './state.ts';

const named = (staffing: Staffing, handle: string | undefined): string =>
	handle === undefined ? '' : nameOf(staffing, handle);

/** Who ruled, when and why, and the entry of it. */
const rulingWords = (
	{staffing}: SectionView['board'],
	{at, decider, reason, entry}: Ruling,
	when: (at: Instant) => string,
) =>
	[
		when(at),
		...(decider === undefined ? [] : [nameOf(staffing, decider)]),
		...(reason === undefined ? [] : [reason]),
		`entry ${entry}`,
	].join('; ');

const answerWords = ({answer}: Suggestion): string => {
	if (answer === undefined) {
		return 'not answered';
	}

	return answer.isYes ? 'yes' : 'no';
};

/** A table under a heading of its own, where there is anything to list. */
const part = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly Block[] =>
	rows.length === 0 ? [] : [heading(title, 3), table(head, rows)];

/** Tiers of command that stood, suggestions with their answers, and linked incidents; nothing where none of it was. */
export const escalationSection = ({board}: SectionView): readonly Block[] => {
	const {staffing, declaration, escalation} = board;
	const when = (at: Instant) => dayAndTime(at, declaration.zone);
	const parts = [
		...part(
			'Tiers of command',
			['Tier', 'Commander', 'From', 'Until', 'Decided by', 'Reason', 'Entry', 'Stood down'],
			escalation.tiers.map(one => [
				`${one.tier} (${tierWords[one.tier]})`,
				named(staffing, one.commander),
				when(one.since),
				one.until === undefined ? 'standing' : when(one.until),
				named(staffing, one.decider),
				one.reason ?? 'not recorded',
				String(one.entry),
				one.stoodDown === undefined
					? one.until === undefined
						? ''
						: 'another commander took over'
					: rulingWords(board, one.stoodDown, when),
			]),
		),
		...part(
			'Suggestions to escalate',
			['Entry', 'Tier', 'Suggested by', 'At', 'Reason', 'Answer', 'Answered'],
			escalation.suggestions.map(one => [
				String(one.entry),
				one.tier,
				nameOf(staffing, one.by),
				when(one.at),
				one.reason ?? 'not recorded',
				answerWords(one),
				one.answer === undefined ? '' : rulingWords(board, one.answer, when),
			]),
		),
		...part(
			'Tiers declined',
			['Entry', 'Tier', 'At', 'Decided by', 'Reason'],
			escalation.declined.map(one => [
				String(one.entry),
				one.tier,
				when(one.at),
				named(staffing, one.decider),
				one.reason ?? 'not recorded',
			]),
		),
		...part(
			'Linked incidents',
			['Incident', 'Relation', 'From', 'Until', 'Reason', 'Entry'],
			escalation.links.map(one => [
				one.reference,
				relationWords[one.relation],
				when(one.since),
				one.until === undefined
					? 'linked'
					: `${when(one.until)}${one.endReason === undefined ? '' : `; ${one.endReason}`}`,
				one.reason ?? '',
				String(one.entry),
			]),
		),
	];
	return parts.length === 0 ? [] : [heading('Escalation'), ...parts];
};
