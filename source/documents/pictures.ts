import {type Block, diagram, heading, paragraph} from '../section.ts';
import {gantt} from './gantt.ts';
import type {DocumentView} from './incident-log.ts';
import {mermaidTimeline} from './mermaid-timeline.ts';

/** A picture, and what is not in it: both undefined where there is nothing to draw. */
export type Picture = {readonly lines: readonly string[]; readonly left: string | undefined};

/** The picture in a document, with what was left out of it before it. */
export const drawn = (picture: Picture | undefined): readonly Block[] =>
	picture === undefined
		? []
		: [...(picture.left === undefined ? [] : [paragraph(picture.left)]), diagram(picture.lines)];

/** The milestones over time and the actions as bars, for readers that draw Mermaid's language. */
export const pictures = (view: DocumentView): readonly Block[] => {
	const blocks = [...drawn(mermaidTimeline(view)), ...drawn(gantt(view))];
	return blocks.length === 0 ? [] : [heading('Pictures'), ...blocks];
};
