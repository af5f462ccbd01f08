import {type Block, paragraph} from '../section.ts';
import {visible} from '../text.ts';
import {bannersOf} from './dress.ts';
import type {DocumentView} from './incident-log.ts';
import {integrityLine} from './integrity.ts';
import {inlineMarkdown, markdown} from './markdown.ts';
import type {Piece, Template} from './template.ts';

/** The blocks of a part below the template's own heading: without theirs, and what is left one level down. */
const below = (blocks: readonly Block[]): readonly Block[] => {
	const [first, ...others] = blocks;
	const rest = first?.type === 'heading' ? others : blocks;
	return rest.map(one => (one.type === 'heading' ? {...one, level: 3} : one));
};

const filled = (piece: Piece, view: DocumentView): string => {
	switch (piece.type) {
		case 'text': {
			return piece.text;
		}

		case 'value': {
			return inlineMarkdown(piece.of.value(view));
		}

		case 'quoted': {
			// Every text in JSON is one in YAML.
			return JSON.stringify(visible(piece.of.value(view)).replaceAll('\n', ' '));
		}

		case 'section': {
			// A bullet of its own keeps its lists apart from those of the template.
			return markdown(below(piece.of.blocks(view)), {bullet: '+'});
		}

		case 'heading': {
			return view.board.declaration.exercise ? 'EXERCISE: ' : '';
		}
	}
};

/** The pieces in a row; a part stands apart, with one empty line before and after it. */
const joined = (pieces: readonly Piece[], view: DocumentView): string => {
	let text = '';
	let isAfterPart = false;
	for (const piece of pieces) {
		const next = filled(piece, view);
		if (piece.type === 'section') {
			text = `${text.replace(/\n+$/u, '')}\n\n${next}`;
		} else {
			text = isAfterPart ? `${text.replace(/\n+$/u, '')}\n\n${next.replace(/^\n+/u, '')}` : text + next;
		}

		isAfterPart = piece.type === 'section';
	}

	return text;
};

/** The text without empty lines at its ends. */
const tidy = (text: string): string => `${text.replaceAll(/^\n+|\n+$/gu, '')}\n`;

/**
 * The document that a template makes: as the template has it, with the marking at its top and its bottom,
 * and the line by which it is checked as its last.
 */
export const fillTemplate = (template: Template, view: DocumentView): string => {
	const banners = bannersOf(view.board);
	const banner = banners.length === 0 ? '' : markdown(banners.map(one => paragraph(one)));
	const body = `${tidy(joined(template.body, view))}\n${markdown([integrityLine(view.board)])}`;
	return `${joined(template.front, view)}${banner === '' ? body : `${banner}\n${body}\n${banner}`}`;
};
