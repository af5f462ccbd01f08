import {createHash} from 'node:crypto';
import type {Board} from '../board.ts';
import {type Block, heading} from '../section.ts';
import {afterActionBody, afterActionFront, afterActionTitle} from './after-action/index.ts';
import {drillPictureHtml} from './after-action/picture.ts';
import type {AfterActionView} from './after-action/view.ts';
import {asExercise, bannersOf, nameOfIncident} from './dress.ts';
import {escaped, htmlPieces} from './html.ts';
import {incidentLogBody, type WatchedView} from './incident-log.ts';
import {integrityLine} from './integrity.ts';
import {picturesHtml} from './page-pictures.ts';
import {pageScript} from './page-script.ts';
import {styleOf} from './page-style.ts';
import {situationBody, situationTitle} from './situation-report.ts';
import {timelineOf} from './timeline.ts';

/*
One file that needs nothing else. Its policy allows the style and the script that stand in it, by their hashes, and
nothing more: were there markup in a log that came through, it could neither run nor load anything.
*/

const hashed = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policy = (style: string): string =>
	`default-src 'none'; style-src ${hashed(style)}; script-src ${hashed(pageScript)}; base-uri 'none'; form-action 'none'`;

/** Shown by the script, which alone can use it. */
const tools = (zone: string): string => `<div class="tools" id="tools" data-zone="${escaped(zone)}" hidden>
<label for="words">Find entries with these words</label>
<input id="words" type="search" autocomplete="off" spellcheck="false">
<label for="slider">The log as of: <span id="moment"></span></label>
<input id="slider" type="range" min="0" max="0" value="0">
<p><span id="count" role="status"></span> <button type="button" id="whole">Show everything</button></p>
</div>
<p class="notice" id="notice" hidden></p>
`;

const start = (title: string, banners: readonly string[], hasLog: boolean): string => {
	const style = styleOf(banners);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped([...banners, title].join(' - '))}</title>
<style>${style}</style>
</head>
<body>
<nav aria-label="Skip"><a class="skip" href="#content">Skip to the content</a>${hasLog ? '<a class="skip" href="#log">Skip to the log</a>' : ''}</nav>
${banners.length === 0 ? '' : `<header class="marking"><p>${escaped(banners.join(' '))}</p></header>\n`}<main id="content" tabindex="-1">
`;
};

const end = (banners: readonly string[]): string => `</main>
${banners.length === 0 ? '' : `<footer class="marking"><p>${escaped(banners.join(' '))}</p></footer>\n`}<script>${pageScript}</script>
</body>
</html>
`;

/** What a page is made of, in its order. */
type Contents = {
	/** What stands between its title and its pictures. */
	readonly front?: readonly Block[];
	/** The pictures as markup; `prefix` stands before the heading of each. */
	readonly pictures: (prefix: string) => string;
	readonly parts: Iterable<readonly Block[]>;
	readonly hasLog: boolean;
};

/** A document's blocks in turn; before a log its tools. */
const pieces = function* (
	board: Board,
	title: string,
	{front = [], pictures, parts, hasLog}: Contents,
): Generator<string> {
	const {declaration} = board;
	const banners = bannersOf(board);
	const worded = (blocks: readonly Block[]) => (declaration.exercise ? asExercise(blocks) : blocks);
	yield start(title, banners, hasLog);
	yield* htmlPieces(worded([heading(title, 1), ...front]));
	yield pictures(declaration.exercise ? 'EXERCISE: ' : '');
	const blocks = function* (): Generator<Block> {
		for (const part of parts) {
			yield* worded(part);
		}

		yield integrityLine(board);
	};

	yield* htmlPieces(blocks(), '', tools(declaration.zone));
	yield end(banners);
};

/** The whole record of an incident as one HTML file, in pieces. */
export const recordPage = (view: WatchedView): Generator<string> =>
	pieces(view.board, nameOfIncident(view.board), {
		pictures: prefix => picturesHtml(timelineOf(view), prefix),
		parts: incidentLogBody({...view, options: {}}),
		hasLog: true,
	});

/** The situation report as one HTML file, in pieces. */
export const situationPage = (view: WatchedView): Generator<string> =>
	pieces(view.board, situationTitle(view.board), {
		pictures: prefix => picturesHtml(timelineOf(view), prefix),
		parts: [situationBody(view)],
		hasLog: false,
	});

/** The after-action report of a drill as one HTML file, in pieces. */
export const afterActionPage = (view: AfterActionView): Generator<string> =>
	pieces(view.board, afterActionTitle(view), {
		front: afterActionFront(view),
		pictures: prefix => drillPictureHtml(view, prefix),
		parts: [afterActionBody(view)],
		hasLog: false,
	});

/** Blocks with their title as one HTML file, marked on every sheet. */
export const documentPage = (title: string, banners: readonly string[], blocks: readonly Block[]): string =>
	[start(title, banners, false), ...htmlPieces(blocks), end(banners)].join('');
