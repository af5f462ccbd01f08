import type {SectionView} from '../duty.ts';
import type {Consistency} from '../duties/findings/events.ts';
import {byDisproof, type Finding, type Findings, markCount} from '../duties/findings/state.ts';
import {nameOf} from '../duties/staffing/state.ts';
import {type Block, type Cell, heading, list, paragraph, table} from '../section.ts';
import {dayAndTime} from '../time.ts';
import {because} from '../words.ts';

const letters: Readonly<Record<Consistency, string>> = {consistent: 'C', inconsistent: 'I', na: 'NA'};

/** What may be weighed, and what was: an open question is no evidence until somebody has weighed it. */
const weighable = ({findings, hypotheses}: Findings): readonly Finding[] => {
	const weighed = new Set(hypotheses.flatMap(one => one.marks.map(mark => mark.finding)));
	return findings.filter(one => one.certainty === 'known' || one.certainty === 'suspected' || weighed.has(one.ref));
};

const findingCell = ({ref, text, certainty}: Finding): Cell =>
	certainty === 'refuted'
		? {text: `${ref} ${text}`, struck: true, note: 'refuted, does not count'}
		: `${ref} ${certainty}: ${text}`;

/**
 * Analysis of competing hypotheses: each finding against each hypothesis, C consistent, I inconsistent, NA not
 * applicable, blank not weighed. The hypothesis with the fewest findings against it comes first.
 */
export const matrix = ({board}: Pick<SectionView, 'board'>): readonly Block[] => {
	const {findings, staffing, declaration} = board;
	const hypotheses = byDisproof(findings);
	if (hypotheses.length === 0) {
		return [heading('Hypotheses'), paragraph('No hypotheses were recorded.')];
	}

	const columns = hypotheses.map(hypothesis => ({
		ref: hypothesis.ref,
		letters: new Map(hypothesis.marks.map(mark => [mark.finding, letters[mark.consistency]])),
		against: markCount(findings, hypothesis, 'inconsistent'),
	}));
	return [
		heading('Hypotheses'),
		paragraph('C consistent, I inconsistent, NA not applicable, blank not weighed. Fewest inconsistencies first.'),
		table(
			['Finding', ...columns.map(one => one.ref)],
			[
				...weighable(findings).map(finding => [
					findingCell(finding),
					...columns.map((one): Cell => {
						const letter = one.letters.get(finding.ref) ?? '';
						return finding.certainty === 'refuted' && letter !== '' ? {text: letter, struck: true} : letter;
					}),
				]),
				['Inconsistencies', ...columns.map(one => String(one.against))],
			],
		),
		list(
			hypotheses.map(one => {
				const settled = [
					...(one.settledBy === undefined ? [] : [` by ${nameOf(staffing, one.settledBy)}`]),
					...(one.settledAt === undefined ? [] : [` at ${dayAndTime(one.settledAt, declaration.zone)}`]),
				];
				return `${one.ref} ${one.status}${settled.join('')}: ${one.text}${because(one.reason)}`;
			}),
		),
	];
};
