import type {SectionView} from '../../duty.ts';
import {type Block, heading, tableOr} from '../../section.ts';
import {dayAndTime} from '../../time.ts';
import {nameOf} from '../staffing/state.ts';

/** Decisions with their reasons, and what the experts recommended. */
export const decisionsSection = ({board}: SectionView): readonly Block[] => {
	const {decisions, staffing, declaration} = board;
	const at = (instant: string) => dayAndTime(instant, declaration.zone);
	return [
		heading('Decisions'),
		tableOr(
			'No decisions were recorded.',
			['Decision', 'What', 'Because', 'Decided by', 'At', 'Entry'],
			decisions.decisions.map(one => [
				one.ref,
				one.text,
				one.reason ?? 'no reason recorded',
				one.decider === undefined ? 'nobody in command' : nameOf(staffing, one.decider),
				at(one.at),
				String(one.entry),
			]),
		),
		...(decisions.recommendations.length === 0
			? []
			: [
					heading('Recommendations', 3),
					tableOr(
						'',
						['Entry', 'What', 'Because', 'From', 'At', 'Answered by'],
						decisions.recommendations.map(one => [
							String(one.entry),
							one.text,
							one.reason ?? '',
							nameOf(staffing, one.by),
							at(one.at),
							one.answeredBy ?? 'not answered',
						]),
					),
				]),
	];
};
