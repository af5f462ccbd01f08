import type {SectionView} from '../../duty.ts';
import {type Block, heading, paragraph, tableOr} from '../../section.ts';
import {dayAndTime} from '../../time.ts';
import {nameOf} from '../staffing/state.ts';
import {type Finding, ofCertainty} from './state.ts';

const groups: readonly (readonly [Finding['certainty'], string])[] = [
	['known', 'Known'],
	['suspected', 'Suspected'],
	['unknown', 'Unknown'],
	['refuted', 'Refuted'],
];

/** Findings by certainty; a refuted one is knowledge too. */
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
		...(findings.length === 0
			? [paragraph('Nothing was recorded as known, suspected or unknown.')]
			: groups.flatMap(([certainty, title]) => [
					heading(title, 3),
					tableOr('None.', ['Finding', 'What', 'From', 'Since', 'Settled by'], rows(ofCertainty(findings, certainty))),
				])),
	];
};
