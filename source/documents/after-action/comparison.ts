import {compared, figuresOf} from '../../drills/figures.ts';
import type {EarlierRun} from '../../drills/runs.ts';
import {type Block, heading, list, paragraph, table} from '../../section.ts';
import {inZone} from '../../time.ts';
import {type AfterActionView, count} from './view.ts';

const nameOf = ({reference, held, isSameVersion}: EarlierRun, zone: string): string =>
	[
		reference,
		...(held === undefined ? [] : [inZone(held, zone, 'yyyy-MM-dd')]),
		...(isSameVersion ? [] : ['another version']),
	].join(', ');

/** What the drill is measured by, beside earlier runs of the same scenario; better and worse in words. */
export const comparison = (view: AfterActionView): readonly Block[] => {
	const {run, earlier, leftOut, unjudged, board} = view;
	const {zone} = board.declaration;
	const last = earlier.at(-1);
	const others = earlier.map(one => new Map(figuresOf(one.evaluation).map(figure => [figure.name, figure])));
	return [
		heading('Figures'),
		table(
			[
				'Measure',
				...earlier.map(one => nameOf(one, zone)),
				'This run',
				...(last === undefined ? [] : [`Against ${last.reference}`]),
			],
			figuresOf(run.evaluation).map(figure => [
				figure.name,
				...others.map(one => one.get(figure.name)?.words ?? 'not asked'),
				figure.words,
				...(last === undefined ? [] : [compared(figure, others.at(-1)?.get(figure.name))]),
			]),
		),
		...(last === undefined
			? [paragraph('This ledger holds no earlier run of this scenario that could be compared.')]
			: [
					paragraph(
						'Runs are of the same scenario where its file has the same hash; one of the same title with another hash is called another version: its injects or expectations may differ.',
					),
				]),
		...(leftOut === 0
			? []
			: [paragraph(`${count(leftOut, 'run before these is', 'runs before these are')} left out.`)]),
		...(unjudged.length === 0
			? []
			: [list(unjudged.map(({reference, why}) => `${reference} is not compared: ${why}`))]),
	];
};
