import process from 'node:process';
import {createInterface} from 'node:readline';
import {peoplePage} from '../documents/people.ts';
import {plainText} from '../documents/plain.ts';
import {isRefusal} from '../refusal.ts';
import {LedgerTrouble} from '../ledger/ledger.ts';
import type {Announced} from '../ledger/presence.ts';
import {openSqlitePresence} from '../ledger/sqlite-presence.ts';
import {databaseOf, deskOn, type ExitCode, openLedger, type Shell} from '../shell/shell.ts';
import {second} from '../time.ts';
import {timelineLine} from '../timeline.ts';
import {attend, type Attendance} from './attendance.ts';
import {companyFor, stationAt} from './company.ts';
import {type Moment, sentence, spokenChanges, spokenOpening} from './linear.ts';
import {spoken} from './saying.ts';
import {printedLines} from './spoken-lines.ts';
import {createStore} from './store.ts';

/**
 * The console as plain lines, for whoever listens to the screen: the state once, then only what others change, a
 * sentence each, and a receipt for each line of one's own. `/quit` or the end of the input leaves,
 * `/who` says who else is on the board.
 */
export const openLinearConsole = async (shell: Shell): Promise<ExitCode> => {
	const ledger = await openLedger(shell);
	const {world} = shell;
	const presence = openSqlitePresence(databaseOf(shell));
	const company = companyFor(shell, presence);
	const there = createStore<readonly Announced[]>([]);
	let attendance: Attendance | undefined;
	const say = (lines: readonly string[]) => {
		for (const line of printedLines(lines, world)) {
			world.print(`${line}\n`);
		}
	};

	try {
		const desk = await deskOn(
			{...shell, notice: text => say([text]), trouble: (what, mend) => say([`${what} ${mend}`])},
			ledger,
		);
		const own = new Set<number>();
		const momentNow = (): Moment => ({
			board: desk.board(),
			entries: desk.entries(),
			prompts: desk.prompts(),
			now: desk.situation().now,
		});
		attendance = attend({...company, station: () => stationAt(desk, company), there});
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
				await attendance?.look();
				refresh();
			} catch (error) {
				if (!(error instanceof LedgerTrouble)) {
					throw error;
				}

				say([`Not up to date. ${error.message} ${error.mend}`]);
			}
		};

		const stop = ledger.watch(() => {
			void catchUp();
		});
		const timer = setInterval(refresh, 5 * second);
		for await (const text of createInterface({input: process.stdin, terminal: false})) {
			if (text.trim() === '/quit') {
				break;
			}

			if (text.trim() === '/who') {
				const {zone} = desk.situation();
				const page = peoplePage(there.get(), {now: company.clock(), zone, own: company.own.id});
				say(plainText(page, world.columns).split('\n'));
			} else if (text.trim() !== '') {
				const {line, literal} = spoken(text);
				const answer = await desk.write(line, literal);
				if (isRefusal(answer)) {
					say([`Not written. ${answer.refused} ${answer.mend}`]);
				} else {
					for (const entry of answer) {
						own.add(entry.number);
						const {number, clock, text: told} = timelineLine(entry, desk.board(), entry.recordedAt);
						say([sentence(`Entry ${number}, ${clock}: ${told}`)]);
					}
				}

				refresh();
			}
		}

		clearInterval(timer);
		stop();
		return 0;
	} finally {
		await attendance?.leave();
		presence.close();
		await ledger.close();
	}
};
