import type {Board} from '../board.ts';

/**
 * What the players of a drill may know of it, as a part of the board for other programs; nothing in an incident that is
 * none. Only what is in the log: what was to come stays hidden until the end, and is told by the report after it.
 */
export const drillJson = (
	{exercise}: Pick<Board, 'exercise'>,
	name: (handle: string | undefined) => string | null,
): object => {
	const {drill, injects, ratings, ended} = exercise;
	return drill === undefined
		? {}
		: {
				drill: {
					title: drill.title,
					start: drill.start,
					held: drill.held ?? null,
					ended: ended?.at ?? null,
					endedBecause: ended?.reason ?? null,
					injects: injects.map(one => ({
						inject: one.number ?? null,
						at: one.at,
						from: one.from ?? null,
						to: one.to ?? null,
						means: one.means ?? null,
						text: one.text,
						number: one.entry,
					})),
					ratings: ratings.map(one => ({
						objective: one.objective,
						rating: one.rating,
						reason: one.reason ?? null,
						by: name(one.by),
						number: one.entry,
					})),
				},
			};
};
