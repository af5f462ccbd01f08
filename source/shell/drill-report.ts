import path from 'node:path';
import type {AfterActionView} from '../documents/after-action/view.ts';
import type {JudgedDrill} from '../drills/runs.ts';
import type {Entry} from '../entry.ts';
import {safeJson} from '../text.ts';
import {isDrillReference as isDrill} from '../drills/references.ts';
import {deliver} from './deliver.ts';
import {markingFor, redactionsAsked, soundOrNot} from './sharing.ts';
import {type ExitCode, openToRead, type Shell, UsageError} from './shell.ts';

const formats = ['markdown', 'html', 'json'] as const;

type ReportFormat = (typeof formats)[number];

/** What was asked for, else what the file's ending says, else Markdown. */
const formatOf = ({flags}: Shell): ReportFormat => {
	if (flags.json) {
		return 'json';
	}

	if (flags.format !== undefined) {
		const found = formats.find(one => one === flags.format?.toLowerCase());
		if (found === undefined) {
			throw new UsageError(`drill report has no format ${flags.format}.`, 'Name markdown or html; or --json.');
		}

		return found;
	}

	const ending = path.extname(flags.output ?? '').toLowerCase();
	return ending === '.html' || ending === '.htm' ? 'html' : ending === '.json' ? 'json' : 'markdown';
};

/** The drill that is meant: the one named, else the newest. */
const meant = ({flags, world}: Shell, references: readonly string[], named: string | undefined): string => {
	const surrounding = world.env['LOGGIST_INCIDENT'];
	const asked =
		named ?? flags.incident ?? (surrounding !== undefined && isDrill(surrounding) ? surrounding : undefined);
	if (asked === undefined) {
		const newest = references.findLast(isDrill);
		if (newest === undefined) {
			throw new UsageError('There is no drill in this ledger.', 'Run one: loggist drill run FILE.');
		}

		return newest;
	}

	const found = references.find(one => one.toLowerCase() === asked.toLowerCase());
	if (found === undefined) {
		throw new UsageError(`There is no drill ${asked}.`, 'loggist incidents lists them.');
	}

	return found;
};

/** The marking that was asked for, and what the drill bears itself. */
const remarked = (shell: Shell, {declaration, incident}: JudgedDrill['board']) => {
	const marking = markingFor(shell, declaration.marking, incident);
	const ownMarking = marking === declaration.marking ? undefined : (declaration.marking ?? 'none');
	return {declaration: {...declaration, marking}, ownMarking};
};

/** What is shown: everything, or people under other names. */
const shared = async (shell: Shell, judged: JudgedDrill, entries: readonly Entry[]) => {
	const asked = redactionsAsked(shell);
	if (asked.has('marked')) {
		throw new UsageError(
			'drill report takes no --redact marked: what is withheld would still show in how the drill was judged.',
			'--redact people gives people other names.',
		);
	}

	if (!asked.has('people')) {
		const {board, scenario, run} = judged;
		return {board, entries, scenario, run, madeBy: shell.world.login};
	}

	const [{pseudonymsOf}, {redacted}, {evaluationWithout, scenarioWithout}] = await Promise.all([
		import('../sharing/people.ts'),
		import('../sharing/redact.ts'),
		import('../drills/sharing.ts'),
	]);
	const names = pseudonymsOf(entries);
	const {scenario, run} = judged;
	return {
		...redacted({board: judged.board, entries}, entries, asked),
		scenario: scenarioWithout(scenario, names),
		run: {...run, evaluation: evaluationWithout(run.evaluation, names)},
		madeBy: undefined,
	};
};

const written = async (view: AfterActionView, format: ReportFormat): Promise<string> => {
	switch (format) {
		case 'html': {
			return [...(await import('../documents/page.ts')).afterActionPage(view)].join('');
		}

		case 'json': {
			return `${safeJson((await import('../documents/after-action/json.ts')).afterActionJson(view), '\t')}\n`;
		}

		case 'markdown': {
			const [{markdown}, {afterAction}] = await Promise.all([
				import('../documents/markdown.ts'),
				import('../documents/after-action/index.ts'),
			]);
			return markdown(afterAction(view));
		}
	}
};

/** What would lead to a report where there can be none. */
const mendFor = (why: string, references: readonly string[], reference: string): string =>
	why === 'it has not ended'
		? `What was expected is hidden until then: end it first${references.filter(isDrill).length > 1 ? ', or name another drill' : ''}.`
		: `loggist export review --incident ${reference} writes what its log holds.`;

/** Writes the after-action report of a drill that has ended. */
export const reportDrill = async (shell: Shell, named: string | undefined): Promise<ExitCode> => {
	const {flags, world} = shell;
	const format = formatOf(shell);
	const ledger = await openToRead(shell);
	try {
		const references = await ledger.incidents();
		const reference = meant(shell, references, named);
		const entries = await ledger.read(reference);
		const {earlierRuns, judge} = await import('../drills/runs.ts');
		const judged = judge(reference, entries);
		if ('why' in judged) {
			shell.trouble(`There is no report of ${reference}: ${judged.why}.`, mendFor(judged.why, references, reference));
			return 1;
		}

		const {board: read, ...rest} = await shared(shell, judged, entries);
		const board = soundOrNot(shell, await ledger.verify(reference), read);
		const {declaration, ownMarking} = remarked(shell, board);
		const text = await written(
			{
				...rest,
				...(await earlierRuns(ledger, judged.board)),
				board: {...board, declaration},
				ownMarking,
				isScenarioWhole: judged.isScenarioWhole,
				now: shell.clock(),
				prompts: [],
				version: world.version,
				options: {pictures: flags.pictures},
			},
			format,
		);
		await deliver(shell, text);
		return board === read ? 0 : 1;
	} finally {
		await ledger.close();
	}
};
