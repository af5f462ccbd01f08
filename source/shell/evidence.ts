import {evidencePages} from '../evidence/index.ts';
import {evidenceDocument, evidenceJson, markingWords} from '../evidence/document.ts';
import {type LedgerFile, scoped, type Wanted} from '../evidence/scope.ts';
import type {EvidenceView} from '../evidence/view.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {safeJson} from '../text.ts';
import type {Instant} from '../time.ts';
import {deliver} from './deliver.ts';
import {redactedEvidence} from '../sharing/evidence.ts';
import {responsibilitiesMeant} from './raci.ts';
import {markingAsked, markingFor, redactionsAsked} from './sharing.ts';
import {type ExitCode, incidentOf, openToRead, type Shell, timeOf, UsageError, zoneAsked} from './shell.ts';

const pageNamed = (name: string | undefined) => {
	const page = evidencePages.find(one => one.name === name?.toLowerCase());
	if (page === undefined) {
		throw new UsageError(
			name === undefined ? 'evidence needs the name of a page.' : `There is no evidence page ${name}.`,
			`The pages are ${evidencePages.map(one => one.name).join(', ')}.`,
		);
	}

	return page;
};

const isDayAlone = (typed: string): boolean => /^\d{4}-\d\d-\d\d$/u.test(typed);

/** A day alone begins with its first minute, and ends with its last millisecond. */
const edge = (
	typed: string | undefined,
	flag: '--since' | '--until',
	situation: {readonly now: Instant; readonly zone: string},
): Instant | undefined => {
	if (typed === undefined) {
		return undefined;
	}

	if (!isDayAlone(typed)) {
		return timeOf(typed, flag, situation, 'either');
	}

	return flag === '--since'
		? timeOf(`${typed} 00:00`, flag, situation, 'either')
		: `${timeOf(`${typed} 23:59`, flag, situation, 'either').slice(0, 16)}:59.999Z`;
};

const periodOf = (shell: Shell, zone: string): Pick<Wanted, 'since' | 'until'> => {
	const {flags} = shell;
	const situation = {now: shell.clock(), zone};
	const since = edge(flags.since, '--since', situation);
	const until = edge(flags.until, '--until', situation);
	if (since !== undefined && until !== undefined && since > until) {
		throw new UsageError('The period ends before it begins.', 'Give --since the earlier time, --until the later one.');
	}

	return {since, until};
};

const filesOf = async (ledger: Ledger): Promise<readonly LedgerFile[]> => {
	const files: LedgerFile[] = [];
	for (const incident of await ledger.incidents()) {
		const {trouble} = await ledger.verify(incident);
		files.push({
			incident,
			entries: await ledger.read(incident),
			trouble: trouble === undefined ? undefined : `entry ${trouble.entry}: ${trouble.text}`,
		});
	}

	return files;
};

/** The zone of the incidents where they have one in common, else UTC. */
const commonZone = ({incidents}: Pick<EvidenceView, 'incidents'>): string => {
	const zones = new Set(incidents.map(({board}) => board.declaration.zone));
	const [zone] = zones;
	return zones.size === 1 && zone !== undefined ? zone : 'UTC';
};

/** What the page rests on, with the marking of --marking and without what --redact takes out. */
const sharedEvidence = (shell: Shell, view: EvidenceView, files: readonly LedgerFile[]): EvidenceView => {
	const asked = redactionsAsked(shell);
	const marking = markingAsked(shell);
	const marked: EvidenceView =
		marking === undefined ? view : {...view, marking: markingFor(shell, markingWords(view), 'what the page rests on')};
	if (asked.size === 0) {
		return marked;
	}

	const {named} = view.scope;
	// People of the incident that was asked for have the numbers of its own documents.
	const ledger = [...files.filter(one => one.incident === named), ...files.filter(one => one.incident !== named)];
	const {view: redactedView, withheld} = redactedEvidence(marked, ledger, asked);
	return {
		...redactedView,
		redaction: {people: asked.has('people'), withheld: asked.has('marked') ? withheld : undefined},
	};
};

/** Writes a page of evidence about the incidents of a period, or about the one that --incident names. */
export const evidence = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const {flags, world} = shell;
	const [name, file, ...rest] = args;
	const page = pageNamed(name);
	if (rest.length > 0) {
		throw new UsageError(
			`evidence does not know what to do with “${rest.join(' ').slice(0, 60)}”.`,
			'It is written: loggist evidence PAGE [FILE].',
		);
	}

	const responsibilities = await responsibilitiesMeant(shell, file);
	const ledger = await openToRead(shell);
	try {
		const files = await filesOf(ledger);
		const named = flags.incident === undefined ? undefined : await incidentOf(shell, ledger);
		// Typed times are read in the zone that the page will show, which the incidents give.
		const zone = zoneAsked(shell) ?? commonZone(scoped(files, {named, since: undefined, until: undefined}));
		const view: EvidenceView = {
			...scoped(files, {named, ...periodOf(shell, zone)}),
			responsibilities,
			now: shell.clock(),
			zone,
			version: world.version,
			madeBy: world.login,
		};
		const shared = sharedEvidence(shell, view, files);
		const text = flags.json
			? `${safeJson(evidenceJson(page, shared), '\t')}\n`
			: (await import('../documents/markdown.ts')).markdown(evidenceDocument(page, shared));
		await deliver(shell, text);
		return 0;
	} finally {
		await ledger.close();
	}
};
