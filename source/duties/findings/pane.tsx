import type {Board} from '../../board.ts';
import type {PaneRow} from '../../looks/list-pane.tsx';
import {type Cell, refCell} from '../../looks/cell.ts';
import {fewLines, type Item} from '../../looks/list.ts';
import {drawListPane, type PaneDrawing, type PaneState} from '../../looks/pane.ts';
import {inside} from '../../looks/size.ts';
import type {Tone} from '../../looks/theme.ts';
import {byDisproof, type Finding, type Hypothesis, ofCertainty, weightWords} from './state.ts';

const tones: Readonly<Record<Finding['certainty'], Tone>> = {
	known: 'good',
	suspected: 'warn',
	unknown: 'advise',
	refuted: 'struck',
};

const statusTones: Readonly<Record<Hypothesis['status'], Tone>> = {
	open: 'advise',
	confirmed: 'good',
	eliminated: 'struck',
};

const certaintyWidth = 10;

/** Findings in the order in which they ask for work: suspected, unknown, known, refuted. */
export const findingRows = ({findings}: Board): readonly Finding[] =>
	(['suspected', 'unknown', 'known', 'refuted'] as const).flatMap(certainty =>
		ofCertainty(findings, certainty).toReversed(),
	);

const lead = (ref: string, word: string, tone: Tone): readonly Cell[] => [
	refCell(ref, 'strong'),
	{text: `${word} `, tone, width: Math.max(certaintyWidth, word.length + 1)},
];

const findingRow = ({ref, certainty, text}: Finding): PaneRow => ({
	key: ref,
	lead: lead(ref, certainty, tones[certainty]),
	text,
	tone: certainty === 'refuted' ? 'struck' : 'plain',
	title: `${ref} ${certainty}`,
	offers: [
		...(certainty === 'suspected' || certainty === 'unknown' ? [{label: 'confirmed', line: `confirm ${ref} `}] : []),
		...(certainty === 'refuted' ? [] : [{label: 'refuted', line: `refute ${ref} because `}]),
		...(certainty === 'suspected' ? [{label: 'have it tested', line: `action test ${ref} tests:${ref} @`}] : []),
	],
});

/** The hypothesis with what speaks for and against it, and the finding to be weighed next, the newest not yet weighed. */
const hypothesisRow = (hypothesis: Hypothesis, {findings}: Board): PaneRow => {
	const {ref, status, text, marks} = hypothesis;
	const next = findings.findings.findLast(
		one => one.certainty !== 'refuted' && marks.every(mark => mark.finding !== one.ref),
	);
	const verdicts = [
		{label: 'eliminated', line: `settle ${ref} eliminated because `},
		{label: 'confirmed', line: `settle ${ref} confirmed because `},
	];
	return {
		key: ref,
		lead: lead(ref, status, statusTones[status]),
		text: `${text} · ${weightWords(findings, hypothesis)}`,
		tone: status === 'eliminated' ? 'struck' : 'plain',
		title: `${ref} ${status}`,
		offers: [
			...(next === undefined
				? []
				: [
						{label: `${next.ref} is consistent with it`, line: `weigh ${ref} ${next.ref} consistent because `},
						{label: `${next.ref} is inconsistent with it`, line: `weigh ${ref} ${next.ref} inconsistent because `},
						{label: `${next.ref} does not apply`, line: `weigh ${ref} ${next.ref} na`},
					]),
			...verdicts.filter(one => one.label !== status),
		],
	};
};

/** Hypotheses in the order in which they ask for work: open, confirmed, eliminated; within these the least disproved first. */
const hypothesisRows = ({findings}: Board): readonly Hypothesis[] => {
	const sorted = byDisproof(findings);
	return (['open', 'confirmed', 'eliminated'] as const).flatMap(status => sorted.filter(one => one.status === status));
};

/** Every row of the pane, with what may be done with it: the findings, and after them the hypotheses. */
export const findingPaneRows = (board: Board): readonly PaneRow[] => [
	...findingRows(board).map(one => findingRow(one)),
	...hypothesisRows(board).map(one => hypothesisRow(one, board)),
];

/** What is suspected, unknown and known, and how it is explained. */
export const drawFindings = (board: Board, state: PaneState): PaneDrawing => {
	const rows = findingPaneRows(board);
	const inner = inside(state.size);
	const lines = inner.height < 6 ? 1 : 2;
	const itemAt = (index: number): Item => {
		const row = rows[index];
		if (row === undefined) {
			return {key: String(index), rows: []};
		}

		const tone = row.tone ?? 'plain';
		const indent = row.lead.reduce((sum, cell) => sum + (cell.width ?? 0), 0);
		const [first = '', ...others] = fewLines(row.text, inner.width - indent, lines);
		return {
			key: row.key,
			rows: [
				[...row.lead, {text: first, tone}],
				...others.map((text): readonly Cell[] => [
					{text: '', width: indent},
					{text, tone},
				]),
			],
		};
	};

	const count = (certainty: Finding['certainty']) => ofCertainty(board.findings, certainty).length;
	const {hypotheses} = board.findings;
	const title = [
		`Known ${count('known')} · suspected ${count('suspected')} · unknown ${count('unknown')}`,
		...(hypotheses.length === 0 ? [] : [`hypotheses ${hypotheses.length}`]),
	].join(' · ');
	return drawListPane({title, empty: 'Nothing yet: /know … /suspect … /unknown …', count: rows.length, itemAt}, state);
};
