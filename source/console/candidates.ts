import type {Candidate} from '../language/complete.ts';
import {type Drawing, drawRow} from '../looks/drawing.ts';
import {glyphs} from '../looks/glyphs.ts';
import {windowOf} from '../looks/list.ts';
import type {Size} from '../looks/size.ts';
import {columns, forTerminal} from '../text.ts';

/** What may stand at the cursor; Tab takes the first, and then the next. `at` is the one in the line; -1 for none yet. */
export const drawCandidates = (candidates: readonly Candidate[], at: number, {width, height}: Size): Drawing => {
	const {first, last} = windowOf(candidates.length, Math.max(0, at), height - 1);
	const widest = Math.min(24, Math.max(...candidates.map(one => columns(forTerminal(one.text)))) + 2);
	const hidden = candidates.length - (last - first);
	const lead = glyphs.across.repeat(2);
	const rule = hidden > 0 ? `${lead} tab takes the next, ${hidden} more ` : `${lead} tab takes one `;
	return [
		drawRow([{text: rule.padEnd(width, glyphs.across), tone: 'quiet'}], width),
		...candidates.slice(first, last).map((candidate, index) =>
			drawRow(
				[
					{text: '  ', width: 2},
					{text: candidate.text, tone: 'strong', width: widest},
					{text: candidate.hint, tone: 'quiet'},
				],
				width,
				first + index === at,
			),
		),
	];
};
