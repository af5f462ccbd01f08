import type {SectionView} from '../../duty.ts';
import {type Block, heading, tableOr} from '../../section.ts';
import {clockTimeWithZone, dayAndTime} from '../../time.ts';
import {nameOf, spans, titleOf} from './state.ts';

/** Roles held, each with from and until; sub-teams; spans of control. */
export const staffingSection = ({board}: SectionView): readonly Block[] => {
	const {staffing, declaration} = board;
	const {zone} = declaration;
	const at = (instant: string | undefined) => (instant === undefined ? '' : dayAndTime(instant, zone));
	return [
		heading('Roles'),
		tableOr(
			'Nobody has held a role.',
			['Role', 'Person', 'From', 'Until', 'Assigned by', 'Accepted', 'Made known in entry'],
			staffing.assignments.map(one => [
				titleOf(declaration, one.role),
				nameOf(staffing, one.person),
				at(one.since),
				one.until === undefined
					? declaration.closedAt === undefined
						? 'in role'
						: 'in role at the close'
					: at(one.until),
				nameOf(staffing, one.assignedBy),
				one.acceptedAt === undefined ? 'not recorded' : clockTimeWithZone(one.acceptedAt, zone),
				String(one.entry),
			]),
		),
		...(staffing.teams.length === 0
			? []
			: [
					heading('Sub-teams'),
					tableOr(
						'',
						['Sub-team', 'Under', 'Lead', 'Members', 'Task', 'Channel', 'Reports', 'From', 'Until'],
						staffing.teams.map(one => [
							one.name,
							one.under === undefined ? '' : `#${one.under}`,
							one.lead === undefined ? '' : nameOf(staffing, one.lead),
							one.members.map(member => nameOf(staffing, member)).join(', '),
							one.task ?? '',
							one.channel ?? '',
							at(one.due),
							at(one.since),
							one.mergedAt === undefined ? 'standing' : at(one.mergedAt),
						]),
					),
				]),
		heading('Span of control'),
		tableOr(
			'Nobody supervises anybody.',
			['Supervisor', 'Direct reports', 'Who'],
			spans(staffing).map(one => [
				nameOf(staffing, one.supervisor),
				String(one.reports.length),
				one.reports.map(person => nameOf(staffing, person)).join(', '),
			]),
		),
	];
};
