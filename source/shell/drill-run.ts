import {fixedClock} from '../clock.ts';
import {openDesk} from '../desk.ts';
import {plainText} from '../documents/plain.ts';
import {entryJson} from '../documents/log-json.ts';
import type {Evaluation} from '../drills/evaluate.ts';
import type {Played} from '../drills/set-up.ts';
import type {Scenario} from '../drills/scenario.ts';
import {ratingWord} from '../drills/words.ts';
import {isOpen} from '../duties/declaration/state.ts';
import type {Entry} from '../entry.ts';
import {emptyBoard, foldAll} from '../fold.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {isRefusal} from '../refusal.ts';
import {type Block, heading, paragraph, table} from '../section.ts';
import {inBrief} from '../time.ts';
import {linesFor, scenarioIn, textOf} from './drill-file.ts';
import {libraryOf} from './library.ts';
import {deskSettingOf, type ExitCode, openLedger, type Shell, UsageError} from './shell.ts';

const brief = (span: number | undefined): string => (span === undefined ? 'never' : inBrief(span));

const told = (reference: string, scenario: Scenario, evaluation: Evaluation): readonly Block[] => [
	heading(`EXERCISE ${reference}: ${scenario.title}`),
	paragraph(
		`To an Incident Manager: ${brief(evaluation.timeToManager)}. To the first message: ${brief(evaluation.timeToMessage)}. Overdue actions: ${evaluation.overdue.count} of ${evaluation.overdue.of}. Late entries: ${evaluation.lateEntries.length}. Prompts unanswered: ${evaluation.unanswered.length}.`,
	),
	...(evaluation.objectives.length === 0
		? []
		: [
				table(
					['Objective', 'Rating', 'Evidence', 'What'],
					evaluation.objectives.map(one => [one.id, ratingWord(one), one.evidence.join(' '), one.text]),
				),
			]),
	table(
		['Expectation', 'State', 'Entry', 'What'],
		evaluation.standing.expectations.map(one => [
			one.id,
			one.state === 'unseen' ? 'to be observed' : one.state,
			one.hit === undefined ? '' : String(one.hit.entry),
			one.expectation.line,
		]),
	),
];

/** The signature of a drill whose players closed it, on the drill's clock. */
const signedDrill = async (shell: Shell, ledger: Ledger, {reference, entries}: Played): Promise<readonly Entry[]> => {
	const last = entries.at(-1);
	if (shell.settings.sign !== true || last === undefined) {
		return [];
	}

	const desk = await openDesk(deskSettingOf(shell, ledger, fixedClock(last.recordedAt)), reference, entries);
	return isOpen(desk.board().declaration) ? [] : (await import('./sign.ts')).signClosed(desk, shell);
};

/**
 * A drill: played by people on a terminal; at full speed unattended, players’ lines and injects each at its time. Lines
 * that are not named are those beside the scenario.
 */
export const runDrill = async (shell: Shell, file: string): Promise<ExitCode> => {
	const {flags} = shell;
	if (flags.script === undefined && flags.speed !== 'max') {
		return (await import('./drill-floor.ts')).openFloor(shell, file, false);
	}

	if (flags.speed !== undefined && flags.speed !== 'max') {
		throw new UsageError(
			'With the lines of its players a drill is played unattended, at full speed.',
			'loggist drill run FILE --script LINES --speed max',
		);
	}

	if (flags.incident !== undefined) {
		throw new UsageError(
			`A drill is never written into ${flags.incident}: it opens an exercise of its own.`,
			'Leave --incident out.',
		);
	}

	const opened = await scenarioIn(shell, file);
	if (opened === undefined) {
		return 2;
	}

	const [{readPlayerLines}, {runUnattended}, {evaluate, evaluationJson}] = await Promise.all([
		import('../drills/script.ts'),
		import('../drills/run.ts'),
		import('../drills/evaluate.ts'),
	]);
	const {scenario, source} = opened;
	const script = await linesFor(file, flags.script);
	const read = readPlayerLines(await textOf(script), scenario.start);
	if ('wrong' in read) {
		shell.trouble(`${script}, ${read.wrong}`, read.mend);
		return 2;
	}

	if (flags.readonly) {
		throw new UsageError('A drill writes its log, and the ledger is open for reading only.', 'Leave --readonly out.');
	}

	const ledger = await openLedger(shell);
	try {
		const played = await runUnattended({scenario, source, lines: read.lines}, ledger, async () => libraryOf(shell));
		if (isRefusal(played)) {
			shell.trouble(played.refused, played.mend);
			return 1;
		}

		const {reference} = played;
		const entries = [...played.entries, ...(await signedDrill(shell, ledger, played))];
		const board = foldAll(emptyBoard(reference), entries);
		const evaluation = evaluate(scenario, {entries, board, now: entries.at(-1)?.recordedAt ?? scenario.start});
		if (flags.jsonl) {
			for (const entry of entries) {
				shell.printJson(entryJson(entry, board), true);
			}
		} else if (flags.json) {
			shell.printJson({reference, exercise: true, title: scenario.title, evaluation: evaluationJson(evaluation)});
		} else {
			shell.world.print(plainText(told(reference, scenario, evaluation), shell.world.columns));
		}

		return 0;
	} finally {
		await ledger.close();
	}
};
