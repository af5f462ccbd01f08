import {type Block, paragraph} from '../section.ts';

/** What marks a place that people must fill in: nothing else in a document is written so. */
const gapMark = 'TO FILL IN';

/** A place for what the log cannot know, and what belongs there. */
export const gapWords = (what: string): string => `${gapMark}: ${what}`;

export const gap = (what: string): Block => paragraph(gapWords(what));
