import type {Board} from '../../board.ts';
import type {SectionView} from '../../duty.ts';
import {type Block, heading, table} from '../../section.ts';
import {dayAndTime, type Instant, inBrief, minute} from '../../time.ts';
import {nameOf, titleOf} from '../staffing/state.ts';
import {gaps, uncovered} from './state.ts';

const unsaid = 'not recorded';

const at = ({declaration}: Board, instant: Instant | undefined, otherwise = unsaid): string =>
	instant === undefined ? otherwise : dayAndTime(instant, declaration.zone);

/** The heading and the table, or nothing where nothing happened. */
const part = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly Block[] =>
	rows.length === 0 ? [] : [heading(title), table(head, rows)];

const transfers = (board: Board): readonly Block[] =>
	part(
		'Handovers',
		['Role', 'From', 'To', 'Offered', 'Briefed', 'Accepted', 'Effective', 'Announced', 'Outcome', 'Remark', 'Entry'],
		board.handover.transfers.map(one => [
			titleOf(board.declaration, one.role),
			nameOf(board.staffing, one.from),
			nameOf(board.staffing, one.to),
			at(board, one.offeredAt),
			at(board, one.briefedAt),
			at(board, one.acceptedAt),
			at(board, one.passed?.at ?? one.effectiveAt),
			at(board, one.announcedAt),
			one.withdrawn === undefined
				? one.passed === undefined
					? 'open'
					: 'passed'
				: `withdrawn${one.withdrawn.reason === undefined ? '' : `, because ${one.withdrawn.reason}`}`,
			[one.text, one.briefing].filter(said => said !== undefined).join('; '),
			String(one.entry),
		]),
	);

/** `under a minute`, `12m`, `2h14`. */
export const gapWords = (minutes: number): string => (minutes < 1 ? 'under a minute' : inBrief(minutes * minute));

/** Roles that nobody held for a while after somebody had, each with its stretches and their sum. */
export const uncoveredRows = (board: Board, now: Instant): readonly (readonly string[])[] => {
	const until = board.declaration.closedAt ?? now;
	return gaps(board.staffing, until).map(({role, since, stretches}) => [
		titleOf(board.declaration, role),
		at(board, since),
		stretches
			.map(one => `${at(board, one.from)} to ${one.until === until ? 'the end' : at(board, one.until)}`)
			.join('; '),
		gapWords(uncovered(board.staffing, role, since, until)),
	]);
};

/** The heads of the columns of `uncoveredRows`. */
export const uncoveredHead: readonly string[] = ['Role', 'First held', 'Held by nobody', 'Not covered for'];

/** Transfers, roles left vacant, loggists who signed on and off, challenges to command. Silent where there were none. */
export const handoverSection = ({board, now}: SectionView): readonly Block[] => {
	const {staffing, handover} = board;
	return [
		...transfers(board),
		...part('Roles not covered', uncoveredHead, uncoveredRows(board, now)),
		...part(
			'Loggists',
			['Loggist', 'Signed', 'At', 'Entry'],
			handover.signs.map(one => [nameOf(staffing, one.handle), one.is, at(board, one.at), String(one.entry)]),
		),
		...part(
			'Orders against command',
			['Who', 'At', 'Ordered', 'Took command', 'Because', 'Entry'],
			handover.challenges.map(one => [
				nameOf(staffing, one.person),
				at(board, one.at),
				one.text ?? unsaid,
				one.answer === undefined ? 'not answered' : `${one.answer.took ? 'yes' : 'no'}, ${at(board, one.answer.at)}`,
				one.answer?.reason ?? '',
				String(one.entry),
			]),
		),
		...part(
			'Going offline',
			['Who', 'From', 'Entry'],
			handover.offline.map(one => [nameOf(staffing, one.person), at(board, one.from), String(one.entry)]),
		),
	];
};
