import process from 'node:process';
import {createInterface} from 'node:readline';
import type {Desk} from '../desk.ts';
import {peoplePage} from '../documents/people.ts';
import {plainText} from '../documents/plain.ts';
import type {Entry} from '../entry.ts';
import {isRefusal} from '../refusal.ts';
import {type Ledger, LedgerTrouble} from '../ledger/ledger.ts';
import type {Announced} from '../ledger/presence.ts';
import type {Shell} from '../shell/shell.ts';
import {second} from '../time.ts';
import {timelineLine} from '../timeline.ts';
import {attend} from './attendance.ts';
import {type Company, stationAt} from './company.ts';
import {type Moment, sentence, spokenChanges, spokenOpening} from './linear.ts';
import {spoken} from './saying.ts';
import {printedLines} from './spoken-lines.ts';
import {createStore} from './store.ts';

/** Says sentences, a line each. */
export type Say = (lines: readonly string[]) => void;

/** What is said of an entry that was written here. */
export const receiptSentence = (entry: Entry, desk: Desk): string => {
	const {number, clock, text} = timelineLine(entry, desk.board(), entry.recordedAt);
	return sentence(`Entry ${number}, ${clock}: ${text}`);
};

/** Says them where the shell prints. */
export const sayIn =
	({world}: Shell): Say =>
	lines => {
		for (const line of printedLines(lines, world)) {
			world.print(`${line}\n`);
		}
	};

/** What a room has beside the board: a drill has its course. */
export type RoomExtras = {
	/** Does what a line says that is none of the language, and says what came of it; undefined: it is one of the language. */
	readonly own?: (text: string, heard: (entries: readonly Entry[]) => void) => Promise<readonly string[] | undefined>;
	/** How often, in milliseconds, it is looked whether time alone has changed anything. */
	readonly tick?: number;
};

/**
 * One board as plain lines, for whoever listens to the screen: the state once, then only what others change, a sentence
 * each, and a receipt for each line of one's own. `/quit` or the end of the input leaves, `/who` says who else is there.
 */
export const attendRoom = async (
	{world}: Shell,
	{
		desk,
		ledger,
		company,
		say,
	}: {
		readonly desk: Desk;
		readonly ledger: Ledger;
		readonly company: Company;
		readonly say: Say;
	},
	{own: ownDeed, tick = 5 * second}: RoomExtras = {},
): Promise<void> => {
	const there = createStore<readonly Announced[]>([]);
	const own = new Set<number>();
	const momentNow = (): Moment => ({
		board: desk.board(),
		entries: desk.entries(),
		prompts: desk.prompts(),
		now: desk.situation().now,
	});
	const attendance = attend({...company, station: () => stationAt(desk, company), there});
	let last = momentNow();
	say(spokenOpening(last));

	const refresh = () => {
		const next = momentNow();
		say(spokenChanges(last, next, ({number}) => own.has(number)));
		last = next;
	};

	const catchUp = async () => {
		try {
			await desk.catchUp();
			await attendance.look();
			refresh();
		} catch (error) {
			if (!(error instanceof LedgerTrouble)) {
				throw error;
			}

			say([`Not up to date. ${error.message} ${error.mend}`]);
		}
	};

	const heard = (entries: readonly Entry[]) => {
		for (const entry of entries) {
			own.add(entry.number);
			say([receiptSentence(entry, desk)]);
		}
	};

	const write = async (text: string) => {
		const {line, literal} = spoken(text);
		const answer = await desk.write(line, literal);
		if (isRefusal(answer)) {
			say([`Not written. ${answer.refused} ${answer.mend}`]);
		} else {
			heard(answer);
		}
	};

	const stop = ledger.watch(() => {
		void catchUp();
	});
	const timer = setInterval(refresh, tick);
	try {
		for await (const typed of createInterface({input: process.stdin, terminal: false})) {
			const text = typed.trim();
			if (text === '/quit') {
				break;
			}

			if (text === '/who') {
				const {zone} = desk.situation();
				const page = peoplePage(there.get(), {now: company.clock(), zone, own: company.own.id});
				say(plainText(page, world.columns).split('\n'));
			} else if (text !== '') {
				const said = await ownDeed?.(text, heard);
				if (said === undefined) {
					await write(typed);
				} else {
					say(said);
				}

				refresh();
			}
		}
	} finally {
		clearInterval(timer);
		stop();
		// A pipe that nobody has closed would keep the program from ending.
		process.stdin.destroy();
		await attendance.leave();
	}
};
