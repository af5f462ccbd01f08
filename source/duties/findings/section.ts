import type {SectionView} from '../../duty.ts';
import {type Block, heading, paragraph, table, tableOr} from '../../section.ts';
import {dayAndTime} from '../../time.ts';
import {nameOf} from '../staffing/state.ts';
import type {Consistency} from './events.ts';
import {byDisproof, type Finding, type Hypothesis, ofCertainty} from './state.ts';

const groups: readonly (readonly [Finding['certainty'], string])[] = [
	['known', 'Known'],
	['suspected', 'Suspected'],
	['unknown', 'Unknown'],
	['refuted', 'Refuted'],
];

/** The findings that are marked so against a hypothesis, with the reasons that were given. */
const marked = ({marks}: Hypothesis, consistency: Consistency): string =>
	marks
		.filter(one => one.consistency === consistency)
		.map(({finding, reason}) => (reason === undefined ? finding : `${finding} (${reason})`))
		.join(', ');

/** Findings by certainty, a refuted one is knowledge too; then the hypotheses, those with the least against them first. */
export const findingsSection = ({board}: SectionView): readonly Block[] => {
	const {findings, staffing, declaration} = board;
	const rows = (found: readonly Finding[]) =>
		found.map(one => [
			one.ref,
			one.text,
			nameOf(staffing, one.by),
			dayAndTime(one.since, declaration.zone),
			[
				...(one.settledBy === undefined ? [] : [nameOf(staffing, one.settledBy)]),
				...(one.remark === undefined ? [] : [one.remark]),
			].join(': '),
		]);
	return [
		heading('Findings'),
		...(findings.findings.length === 0
			? [paragraph('Nothing was recorded as known, suspected or unknown.')]
			: groups.flatMap(([certainty, title]) => [
					heading(title, 3),
					tableOr('None.', ['Finding', 'What', 'From', 'Since', 'Settled by'], rows(ofCertainty(findings, certainty))),
				])),
		...(findings.hypotheses.length === 0
			? []
			: [
					heading('Hypotheses', 3),
					table(
						['Hypothesis', 'What', 'From', 'Entry', 'Status', 'Consistent', 'Inconsistent', 'Settled by'],
						byDisproof(findings).map(one => [
							one.ref,
							one.text,
							nameOf(staffing, one.by),
							String(one.entry),
							one.status,
							marked(one, 'consistent'),
							marked(one, 'inconsistent'),
							[
								...(one.settledBy === undefined ? [] : [nameOf(staffing, one.settledBy)]),
								...(one.settledAt === undefined ? [] : [dayAndTime(one.settledAt, declaration.zone)]),
								...(one.reason === undefined ? [] : [`because ${one.reason}`]),
							].join(', '),
						]),
					),
				]),
	];
};
