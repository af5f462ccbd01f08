import type {Board} from '../board.ts';
import {type Post, structureOf, nameOf, titleOf} from '../duties/staffing/state.ts';
import {type Block, heading, table} from '../section.ts';
import {dressed, nameOfIncident} from './dress.ts';
import {formHead, preparedBy} from './ics-parts.ts';
import type {DocumentView} from './incident-log.ts';
import {leftWords, mermaidText} from './mermaid.ts';
import {periodOf} from './period.ts';
import {drawn, type Picture} from './pictures.ts';
import {structure} from './structure.ts';

/** More boxes find no room on a page. */
const mostPosts = 60;
const labelWidth = 60;

const label = ({declaration, staffing}: Board, {position, person}: Post): string => {
	const name = person === undefined ? 'VACANT' : nameOf(staffing, person);
	switch (position.type) {
		case 'role': {
			return `${titleOf(declaration, position.role)}: ${name}`;
		}

		case 'team': {
			return `#${position.team}: ${name}`;
		}

		case 'member': {
			return name;
		}

		case 'present': {
			return `no role: ${name}`;
		}
	}
};

/** Every post with the number of the one above it, top first, level by level. */
const boxesOf = (top: Post): readonly {readonly post: Post; readonly above: number | undefined}[] => {
	const boxes: {readonly post: Post; readonly above: number | undefined}[] = [{post: top, above: undefined}];
	for (let index = 0; index < boxes.length; index++) {
		for (const post of boxes[index]?.post.below ?? []) {
			boxes.push({post, above: index});
		}
	}

	return boxes;
};

/** Who reports to whom in Mermaid's language. */
const chart = (board: Board): Picture => {
	const boxes = boxesOf(structureOf(board.staffing));
	const shown = boxes.slice(0, mostPosts);
	return {
		lines: [
			'flowchart TD',
			...shown.map(({post}, index) => `    p${index}["${mermaidText(label(board, post), labelWidth)}"]`),
			...shown.flatMap(({above}, index) => (above === undefined ? [] : [`    p${above} --> p${index}`])),
		],
		left:
			boxes.length > shown.length
				? `${leftWords(boxes.length - shown.length, boxes.length, 'positions')} of the chart, those farthest from command; the tree has them all.`
				: undefined,
	};
};

/** ICS 207: the organisation as a chart, as it stands when the document is made. */
export const ics207 = (view: DocumentView): readonly Block[] => {
	const {board} = view;
	const period = periodOf(view, view.options?.period);
	return dressed(board, `ICS 207 Incident organization chart: ${nameOfIncident(board)}`, [
		table(['Box', 'Value'], formHead(view, period)),
		heading('3. Organization chart'),
		...structure(view).filter(block => block.type !== 'heading'),
		...(view.options?.pictures === true ? drawn(chart(board)) : []),
		preparedBy(view, 4, period),
	]);
};
