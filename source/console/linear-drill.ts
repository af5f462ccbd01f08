import {conduct} from '../drills/conduct.ts';
import {courseDeedOf} from '../drills/facilitate.ts';
import {openSqlitePresence} from '../ledger/sqlite-presence.ts';
import {isRefusal} from '../refusal.ts';
import {databaseOf, type ExitCode, openLedger, type Shell, signingDesk} from '../shell/shell.ts';
import {second} from '../time.ts';
import {companyFor} from './company.ts';
import type {Destination} from './destination.ts';
import {type Floor, forDrill, guideOf, injectLines} from './floor.ts';
import {drillFor, tellOfLeaving} from './floor-door.ts';
import {sentence} from './linear.ts';
import {attendRoom, type RoomExtras, sayIn} from './linear-room.ts';
import {wordsOfRow} from './listing.ts';
import {expectationsPane, planPane} from './role-lists/plan.ts';

/** What only whoever facilitates hears, by the word that asks for it. */
const guideLists = {plan: planPane, expected: expectationsPane} as const;

/** `/drill …`: what is done to the course of the drill, and what its players were told, in sentences. */
export const drillTalk = (floor: Floor): NonNullable<RoomExtras['own']> => {
	const {drillDesk, staged} = floor;
	const {desk} = drillDesk;
	const guide = guideOf(floor);
	return async (text, heard) => {
		const [, rest = ''] = /^\/drill(?:\s+(.*))?$/isu.exec(text) ?? [];
		if (!/^\/drill(?:\s|$)/iu.test(text)) {
			return undefined;
		}

		const word = rest.trim().toLowerCase();
		if (word === 'injects') {
			const lines = injectLines(desk.board(), desk.situation().now).filter(line => line !== '');
			return lines.length === 0 ? ['The players were told nothing yet.'] : lines.map(line => sentence(line));
		}

		if (guide !== undefined && (word === 'plan' || word === 'expected')) {
			const {board, now} = desk.situation();
			const pane = guideLists[word]({board, entries: desk.entries(), prompts: [], guide});
			return [pane.title(board, now), ...pane.rows(board, now).map(row => wordsOfRow(row))].map(line => sentence(line));
		}

		const found = courseDeedOf(rest);
		if (found === undefined) {
			const words = `injects,${guide === undefined ? '' : ' plan, expected,'} pause, go, speed 10, skip, release 3, end`;
			return [sentence(`In a drill /drill takes ${words}`)];
		}

		const answer = await found.deed.run(drillDesk, staged, found.rest);
		if (isRefusal(answer)) {
			return [`Not done. ${answer.refused} ${answer.mend}`];
		}

		heard(answer);
		return [];
	};
};

/**
 * A drill as plain lines, for players or for whoever facilitates it: it is begun or taken up, and conducted for as long
 * as somebody listens.
 */
export const openLinearDrill = async (shell: Shell, to: Extract<Destination, {type: 'drill'}>): Promise<ExitCode> => {
	const say = sayIn(shell);
	const ledger = await openLedger(shell);
	const presence = openSqlitePresence(databaseOf(shell));
	try {
		const {named, staged, isFacilitating = false} = to;
		const heardShell = {...shell, notice: (text: string) => say([text])};
		const drillDesk = await drillFor(heardShell, ledger, to);
		const floor = {drillDesk, staged, named, isFacilitating};
		const conductor = conduct(drillDesk, staged, {trouble: text => say([text])});
		try {
			await attendRoom(
				shell,
				{desk: forDrill(signingDesk(drillDesk.desk, shell)), ledger, company: companyFor(shell, presence), say},
				// Its clock may run faster than the wall's.
				{own: drillTalk(floor), tick: second},
			);
		} finally {
			await conductor.stop();
		}

		if (!isFacilitating) {
			tellOfLeaving(shell, floor);
		}

		return 0;
	} finally {
		presence.close();
		await ledger.close();
	}
};
