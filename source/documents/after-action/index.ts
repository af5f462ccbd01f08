import type {Block} from '../../section.ts';
import {dressed} from '../dress.ts';
import {comparison} from './comparison.ts';
import {improvementPlan, improvements, strengths} from './improvement.ts';
import {objectiveSections} from './objectives.ts';
import {hotWash, injects, overview, participants, truth} from './overview.ts';
import {drillPicture} from './picture.ts';
import {summary} from './summary.ts';
import type {AfterActionView} from './view.ts';
import {prompts, worth} from './worth.ts';

/** `After-action report: DRILL-2026-0001 A laptop is lost`. */
export const afterActionTitle = ({board, scenario}: AfterActionView): string =>
	`After-action report: ${board.incident} ${scenario.title}`;

/** What is read first; a picture comes after it. */
export const afterActionFront = (view: AfterActionView): readonly Block[] => summary(view);

/** What the first page rests on. */
export const afterActionBody = (view: AfterActionView): readonly Block[] => [
	...overview(view),
	...strengths(view),
	...improvements(view),
	...improvementPlan(view),
	...objectiveSections(view),
	...hotWash(view),
	...comparison(view),
	...truth(view),
	...injects(view),
	...prompts(view),
	...participants(view),
	...worth(view),
];

/** The after-action report with its improvement plan, made from the log of a drill. */
export const afterAction = (view: AfterActionView): readonly Block[] =>
	dressed(view.board, afterActionTitle(view), [
		...afterActionFront(view),
		...(view.options?.pictures === true ? drillPicture(view) : []),
		...afterActionBody(view),
	]);
