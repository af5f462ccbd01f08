import process from 'node:process';
import {createInterface} from 'node:readline';
import {isRefusal} from '../refusal.ts';
import type {Log} from '../shell/replay-log.ts';
import type {ExitCode, Shell} from '../shell/shell.ts';
import {clockTimeFrom, type Instant} from '../time.ts';
import {landmarkTyped} from './landmark-typed.ts';
import {type Moment, sentence, spokenChanges, spokenOpening} from './linear.ts';
import type {Player} from './player.ts';
import type {Outcome} from './player-deeds.ts';
import {playerOf} from './replay.ts';
import {printedLines} from './spoken-lines.ts';

const help =
	'Enter or next goes to the next entry, back to the one before, goto and a time, an entry number, decision, inject or prompt goes there, where says where that is, board how it stands, quit leaves.';

/** What a line of the listener does; undefined: there is no such line. */
const moveOf = (typed: string, player: Player): (() => Outcome) | undefined => {
	const [, word = '', rest = ''] = /^\/?(\S*)\s*(.*)$/su.exec(typed.trim()) ?? [];
	switch (word.toLowerCase()) {
		case '':
		case 'next': {
			return () => player.step(1);
		}

		case 'back': {
			return () => player.step(-1);
		}

		case 'goto': {
			return () => {
				const landmark = landmarkTyped(rest);
				return landmark === undefined ? player.goToTyped(rest) : player.toLandmark(landmark.kind, landmark.by);
			};
		}

		default: {
			return undefined;
		}
	}
};

/**
 * A replay as plain lines, for whoever listens to the screen: the state once, then at each step what it brings, a
 * sentence each. Nothing runs by itself.
 */
export const openLinearReplay = async (shell: Shell, log: Log, from?: Instant): Promise<ExitCode> => {
	const player = await playerOf(shell, log, {from, isPaused: true});
	const {desk, transport} = player;
	const say = (lines: readonly string[]) => {
		for (const line of printedLines(lines, shell.world)) {
			shell.world.print(`${line}\n`);
		}
	};

	const momentNow = (): Moment => ({
		board: desk.board(),
		entries: desk.entries(),
		prompts: desk.prompts(),
		now: desk.situation().now,
	});
	const place = (): string => {
		const {at = '', first = at, shown = 0, total = 0} = transport.get() ?? {};
		return sentence(`${clockTimeFrom(first, at, desk.board().declaration.zone)}, entry ${shown} of ${total}`);
	};

	let last = momentNow();
	say(['A replay: it is only looked at.', ...spokenOpening(last), place(), sentence(help)]);
	for await (const typed of createInterface({input: process.stdin, terminal: false})) {
		const word = typed.trim().replace(/^\//u, '').toLowerCase();
		if (word === 'quit') {
			break;
		}

		const move = moveOf(typed, player);
		if (word === 'where') {
			say([place()]);
		} else if (word === 'board') {
			say(spokenOpening(momentNow()));
		} else if (move === undefined) {
			say(['A replay is only looked at: nothing can be recorded in it.', sentence(help)]);
		} else {
			const outcome = move();
			if (typeof outcome === 'object' && isRefusal(outcome)) {
				say([sentence(`${outcome.refused} ${outcome.mend}`)]);
				continue;
			}

			const next = momentNow();
			const isBack = next.now < last.now;
			say([place(), ...(isBack ? spokenOpening(next) : spokenChanges(last, next, () => false))]);
			last = next;
		}
	}

	return 0;
};
