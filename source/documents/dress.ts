import type {Board} from '../board.ts';
import {markingWords} from '../profiles/markings.ts';
import {redactionWords} from '../sharing/words.ts';
import {type Block, heading, paragraph} from '../section.ts';
import {integrityLine} from './integrity.ts';

/** What every page of an exercise says. */
export const exerciseBanner = 'EXERCISE EXERCISE EXERCISE';

/** What stands at the top and at the bottom of every document, above all else: its marking, and that it is no real one. */
export const bannersOf = ({
	declaration: {marking, exercise},
	redaction,
}: Pick<Board, 'declaration' | 'redaction'>): readonly string[] => [
	...(marking === undefined ? [] : [marking]),
	...(exercise ? [exerciseBanner] : []),
	...(redaction === undefined ? [] : [redactionWords(redaction)]),
];

/** The blocks with EXERCISE before every heading of a page or a part. */
export const asExercise = (blocks: readonly Block[]): readonly Block[] =>
	blocks.map(block =>
		block.type === 'heading' && block.level < 3 ? {...block, text: `EXERCISE: ${block.text}`} : block,
	);

/** `INC-2026-0001 Payments database exposed`. */
export const nameOfIncident = ({incident, declaration}: Pick<Board, 'incident' | 'declaration'>): string =>
	declaration.title === '' ? incident : `${incident} ${declaration.title}`;

/** What the marking is, and in a few words what it allows where the program knows that. */
export const markingLine = ({declaration: {marking}}: Pick<Board, 'declaration'>): string => {
	const words = marking === undefined ? undefined : markingWords(marking);
	return `${marking ?? 'not marked'}${words === undefined ? '' : `: ${words}`}`;
};

const inExercise = (board: Pick<Board, 'declaration'>, blocks: readonly Block[]): readonly Block[] =>
	board.declaration.exercise ? asExercise(blocks) : blocks;

/** What a document must be told of to be dressed. */
export type Dressing = Pick<Board, 'declaration' | 'redaction' | 'head' | 'incident' | 'irregularities' | 'record'>;

/**
 * A whole document under its title: marked at its top and at its bottom, as an exercise where it is one, and with the
 * line by which it is checked as its last.
 */
export const dressed = (board: Dressing, title: string, blocks: readonly Block[]): readonly Block[] => {
	const banners = bannersOf(board).map(paragraph);
	return inExercise(board, [...banners, heading(title, 1), ...blocks, integrityLine(board), ...banners]);
};

/** The same of a document in parts, each made when it is asked for. */
export const dressedParts = function* (
	board: Dressing,
	title: string,
	parts: Iterable<readonly Block[]>,
): Generator<readonly Block[]> {
	const banners = bannersOf(board).map(paragraph);
	yield inExercise(board, [...banners, heading(title, 1)]);
	for (const part of parts) {
		yield inExercise(board, part);
	}

	yield [integrityLine(board), ...banners];
};
