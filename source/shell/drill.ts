import {readFile, writeFile} from 'node:fs/promises';
import {emptyBoard, foldAll} from '../fold.ts';
import {plainText} from '../documents/plain.ts';
import {isRefusal} from '../refusal.ts';
import {heading, paragraph, table, type Block} from '../section.ts';
import {inBrief} from '../time.ts';
import type {Evaluation} from '../drills/evaluate.ts';
import type {Scenario} from '../drills/scenario.ts';
import {entryJson} from '../documents/log-json.ts';
import {libraryOf} from './library.ts';
import {type ExitCode, openLedger, openToRead, type Shell, UsageError, utf8} from './shell.ts';

const textOf = async (file: string): Promise<string> => {
	try {
		return utf8(await readFile(file), file);
	} catch (error) {
		if (error instanceof UsageError) {
			throw error;
		}

		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown trouble';
		throw new UsageError(
			code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${code}).`,
			'Name a scenario file, or one that loggist drill list names.',
		);
	}
};

/** A file, or the name of a scenario that ships with the program. */
const fileNamed = async (named: string): Promise<string> =>
	/[./\\]/u.test(named)
		? named
		: ((await import('../drills/library.ts')).offered().find(one => one.name === named)?.file ?? named);

type Opened = {readonly scenario: Scenario; readonly source: string};

/** A scenario that is right; else every trouble is said, and undefined. */
const scenarioIn = async (shell: Shell, named: string): Promise<Opened | undefined> => {
	const file = await fileNamed(named);
	const source = await textOf(file);
	const [{readScenario}, {troubleText}] = await Promise.all([import('../drills/read.ts'), import('../files/yaml.ts')]);
	const read = readScenario(source);
	if ('troubles' in read) {
		for (const trouble of read.troubles) {
			shell.trouble(troubleText(file, trouble), '');
		}

		shell.notice('Nothing was started. fixtures/drills holds scenarios that show the form.');
		return undefined;
	}

	return {scenario: read.scenario, source};
};

const list = async (shell: Shell): Promise<ExitCode> => {
	const rows = (await import('../drills/library.ts')).offered();
	if (shell.flags.json) {
		shell.printJson(rows);
	} else {
		const block = table(
			['Name', 'Takes', 'For', 'Teaches', 'What'],
			rows.map(one => [one.name, one.duration, one.audience, one.teaches.join(' '), one.title]),
		);
		shell.world.print(plainText([block], shell.world.columns));
	}

	return 0;
};

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
					evaluation.objectives.map(one => [one.id, one.rating ?? 'to be observed', one.evidence.join(' '), one.text]),
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

const run = async (shell: Shell, file: string): Promise<ExitCode> => {
	const {flags} = shell;
	if (flags.script === undefined || (flags.speed !== undefined && flags.speed !== 'max')) {
		throw new UsageError(
			'A drill is played unattended here: with the lines of its players, at full speed.',
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
	const read = readPlayerLines(await textOf(flags.script), scenario.start);
	if ('wrong' in read) {
		shell.trouble(`${flags.script}, ${read.wrong}`, read.mend);
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

		const {reference, entries} = played;
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

const check = async (shell: Shell, file: string): Promise<ExitCode> => {
	const opened = await scenarioIn(shell, file);
	if (opened === undefined) {
		return 2;
	}

	const {injects, objectives} = opened.scenario;
	const expected = injects.reduce((sum, one) => sum + one.expected.length, 0);
	shell.notice(
		`Nothing is wrong: ${injects.length} injects, ${expected} expectations, ${objectives.length} objectives.`,
	);
	return 0;
};

/** An incident of the ledger, or an exercise in a file, as a scenario. */
const converted = async (shell: Shell, from: string): Promise<object> => {
	const {fromExercise, fromIncident, readExercise} = await import('../drills/convert.ts');
	if (/^(?:INC|DRILL)-/iu.test(from)) {
		const ledger = await openToRead(shell);
		try {
			const reference = (await ledger.incidents()).find(one => one.toLowerCase() === from.toLowerCase());
			const made = reference === undefined ? undefined : fromIncident(await ledger.read(reference));
			if (made === undefined) {
				throw new UsageError(`There is no incident ${from}.`, 'loggist incidents lists them.');
			}

			return made;
		} finally {
			await ledger.close();
		}
	}

	const read = readExercise(await textOf(from));
	if ('wrong' in read) {
		throw new UsageError(`${from} ${read.wrong}.`, 'Name an exercise in JSON, or an incident: INC-2026-0001.');
	}

	return fromExercise(read.exercise);
};

const from = async (shell: Shell, named: string): Promise<ExitCode> => {
	const {scenarioYaml} = await import('../drills/convert.ts');
	const text = scenarioYaml(await converted(shell, named));
	const {output, force} = shell.flags;
	if (output === undefined || output === '-') {
		shell.world.print(text);
		return 0;
	}

	try {
		await writeFile(output, text, {flag: force ? 'w' : 'wx'});
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown trouble';
		throw new UsageError(
			code === 'EEXIST' ? `${output} is there already.` : `${output} cannot be written (${code}).`,
			code === 'EEXIST' ? 'Name another file, or write over it with --force.' : 'Name a file that can be written.',
		);
	}

	return 0;
};

/** Drills: which there are, whether a scenario is right, a drill played unattended, a scenario out of something else. */
export const drill = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const [what, file, ...more] = args;
	const deeds = {run, check, from};
	if (what === 'list' && file === undefined) {
		return list(shell);
	}

	if ((what !== 'run' && what !== 'check' && what !== 'from') || file === undefined || more.length > 0) {
		throw new UsageError(
			'drill takes list, or run, check or from and one file.',
			'loggist drill list · check FILE · run FILE --script LINES · from FILE|INC-… -o SCENARIO',
		);
	}

	return deeds[what](shell, file);
};
