import {declares, type Desk} from '../desk.ts';
import type {DrillDesk} from '../drills/desk.ts';
import type {Guide} from './role-lists/plan.ts';
import {courseDeedOf, courseDeeds} from '../drills/facilitate.ts';
import {createFollower} from '../drills/engine.ts';
import type {Staged} from '../drills/set-up.ts';
import type {Candidate} from '../language/complete.ts';
import {isRefusal, refuse} from '../refusal.ts';
import {type Instant, timeFrom} from '../time.ts';
import type {Board} from '../board.ts';
import type {ConsoleDeed} from './deeds.ts';
import {drillNews} from './drill-news.ts';
import {receiptOf} from './receipt.ts';

/** What a console holds that runs a drill: the scenario, and the way to write into that drill and nothing else. */
export type Floor = {
	readonly drillDesk: DrillDesk;
	readonly staged: Staged;
	/** What was named to open it: said where it is to be opened again. */
	readonly named: string;
	/** Whether it shows what players must not see: what is to come, what is expected. */
	readonly isFacilitating: boolean;
};

const elsewhere = () => refuse('A drill declares no other incident.', 'What is real is declared outside: /open start');

/** A drill's desk for the composer: what is real must not be declared in the middle of it. */
export const forDrill = (desk: Desk): Desk => ({
	...desk,
	propose: (line, literal) => (declares(line) ? elsewhere() : desk.propose(line, literal)),
	write: async (line, options) => (declares(line) ? elsewhere() : desk.write(line, options)),
});

/** What only whoever facilitates may see of a drill; undefined on a player's console. */
export const guideOf = ({staged: {scenario}, drillDesk: {desk}, isFacilitating}: Floor): Guide | undefined => {
	if (!isFacilitating) {
		return undefined;
	}

	const follower = createFollower(scenario);
	return {
		scenario,
		standing(now) {
			follower.follow(desk.entries());
			return follower.at(now);
		},
	};
};

/** The injects that the players were given, newest first, each with all that is known of it. */
export const injectLines = ({exercise, declaration}: Board, now: Instant): readonly string[] =>
	exercise.injects.toReversed().flatMap(({number, at, from, to, means, text, entry}) => [
		`${number === undefined ? 'Free inject' : `Inject ${number}`} at ${timeFrom(now, at, declaration.zone)}, entry ${entry}`,
		...[
			['from', from],
			['to', to],
			['by', means],
		].flatMap(([word = '', value]) => (value === undefined ? [] : [`  ${word.padEnd(5)}${value}`])),
		`  ${text}`,
		'',
	]);

const injectsWord: Candidate = {text: 'injects', hint: 'lists what the players were told'};

/** What `/drill` may be followed by in a drill: what is done to its course only where that is run from here. */
export const floorWords = ({exercise}: Board, floor: Floor | undefined): readonly Candidate[] | undefined =>
	exercise.drill === undefined
		? undefined
		: [
				injectsWord,
				...(floor === undefined || exercise.ended !== undefined
					? []
					: courseDeeds.map(({word, summary}) => ({text: word, hint: summary}))),
			];

/** `/drill …` in a drill: what is done to its course, and its injects as a page. Anything else is for `otherwise`. */
export const floorDeed =
	(
		{board, situation}: Pick<Desk, 'board' | 'situation'>,
		floor: Floor | undefined,
		otherwise: ConsoleDeed,
	): ConsoleDeed =>
	async (rest, tools) => {
		const {exercise, incident} = board();
		const found = courseDeedOf(rest);
		if (rest.toLowerCase() === 'injects' && exercise.injects.length > 0) {
			tools.spend();
			const {fewLines} = await import('../looks/list.ts');
			const width = tools.columns() - 2;
			tools.showPage(
				`EXERCISE ${incident} injects`,
				injectLines(board(), situation().now).flatMap(line => (line === '' ? [''] : fewLines(line, width, 40))),
			);
		} else if (rest.toLowerCase() === 'injects') {
			tools.say('The players were told nothing yet.', 'quiet');
		} else if (found === undefined && floor !== undefined && exercise.ended === undefined) {
			const words = courseDeeds.map(({usage}) => usage).join(', ');
			const panes = floor.isFacilitating ? ' What is to come and what is expected stand on the board.' : '';
			tools.say(`In a drill that runs, /drill takes injects, ${words}.${panes}`, 'warn');
		} else if (found === undefined || (floor === undefined && exercise.drill === undefined)) {
			await otherwise(rest, tools);
		} else if (floor === undefined) {
			tools.say(`${incident} is not run from here: loggist drill facilitate FILE --incident ${incident}`, 'warn');
		} else {
			const before = board();
			const answer = await found.deed.run(floor.drillDesk, floor.staged, found.rest);
			if (isRefusal(answer)) {
				tools.say(`${answer.refused} ${answer.mend}`, 'warn');
			} else {
				tools.spend();
				// What it has set off is what must be noticed.
				const news = floor.isFacilitating ? undefined : drillNews(before, board());
				tools.say(news ?? receiptOf(answer, board()) ?? 'Done.', news === undefined ? 'quiet' : 'exercise');
			}
		}
	};
