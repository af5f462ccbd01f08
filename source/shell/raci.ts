import {responsibilityDeeds} from '../duties/staffing/events.ts';
import {schemaText, templates, templateText} from '../files/responsibility-templates.ts';
import {plainText} from '../documents/plain.ts';
import {checkMatrix, type MatrixFinding} from '../responsibilities/check.ts';
import {matrixCsv} from '../data/responsibilities.ts';
import {bannersOfMatrix, responsibilitiesBody, responsibilitiesPage} from '../responsibilities/page.ts';
import {pseudonymsOf} from '../sharing/people.ts';
import {matrixWithoutPeople, mentionsInMatrix} from '../sharing/responsibilities.ts';
import {redactionSaid} from '../sharing/words.ts';
import {safeJson} from '../text.ts';
import {inZone} from '../time.ts';
import {deliver} from './deliver.ts';
import {
	type FoundResponsibilities,
	ownResponsibilities,
	responsibilitiesFile,
	responsibilitiesFrom,
} from './library.ts';
import {markingFor, redactionsAsked} from './sharing.ts';
import {type ExitCode, type Shell, UsageError, zoneAsked} from './shell.ts';
import {writeVerb} from './write.ts';

const beginning = 'A file to begin with: loggist raci --template moj > responsibilities.yaml.';

/**
 * The responsibilities of the file that is named, else of the usual one; undefined where none is named and none there.
 * @throws UsageError for a file that cannot be used.
 */
export const responsibilitiesMeant = async (
	shell: Shell,
	named: string | undefined,
): Promise<FoundResponsibilities | undefined> => {
	const read = named === undefined ? await ownResponsibilities(shell) : await responsibilitiesFrom(named);
	if (read !== undefined && 'trouble' in read) {
		throw new UsageError(read.trouble, 'Mend the file; docs/files.md names its fields.');
	}

	return read?.found;
};

/** The day that it is where the program runs, or in the zone asked for. */
export const todayOf = (shell: Shell): string =>
	inZone(shell.clock(), zoneAsked(shell) ?? shell.world.zone, 'yyyy-MM-dd');

const placed = ({file, lineOf}: FoundResponsibilities, {path, text}: MatrixFinding): string => {
	const line = lineOf(path);
	return `${file}${line === undefined ? '' : `, line ${line}`}: ${text}`;
};

const findingJson = ({lineOf}: FoundResponsibilities, {severity, path, text}: MatrixFinding) => ({
	severity,
	line: lineOf(path) ?? null,
	text,
});

/** Says what an audit would stop at, a line each; 1 where a task has nobody responsible or nobody accountable. */
const check = (shell: Shell, found: FoundResponsibilities): ExitCode => {
	const findings = checkMatrix(found.matrix, todayOf(shell));
	const isHeld = findings.every(one => one.severity !== 'error');
	if (shell.flags.json) {
		shell.printJson({ok: isHeld, findings: findings.map(one => findingJson(found, one))});
	} else {
		for (const one of findings) {
			shell.say(`${one.severity === 'error' ? 'error  ' : 'warning'} ${placed(found, one)}`);
		}

		if (findings.length === 0) {
			shell.say(`${found.file}: every task has somebody responsible and somebody accountable; nothing else was found.`);
		}
	}

	return isHeld ? 0 : 1;
};

/** A file as it is shared: what was taken out of it, in words. */
type SharedFile = FoundResponsibilities & {readonly redaction: string | undefined};

/** The file with the marking of --marking and without what --redact takes out, and what is said of that. */
const sharedFile = (shell: Shell, found: FoundResponsibilities): SharedFile => {
	const asked = redactionsAsked(shell);
	if (asked.has('marked')) {
		shell.notice('Entries are marked in a log; in a responsibilities file there are none.');
	}

	const {matrix, citation} = asked.has('people')
		? matrixWithoutPeople(found, pseudonymsOf([], mentionsInMatrix(found.matrix)))
		: found;
	const marking = markingFor(shell, matrix.marking, found.citation.source);
	return {
		...found,
		matrix: {...matrix, marking},
		citation,
		redaction: asked.has('people') ? redactionSaid({people: true, withheld: undefined}) : undefined,
	};
};

const written = async (shell: Shell, found: SharedFile): Promise<string> => {
	const {flags, world} = shell;
	const {matrix, citation, redaction} = found;
	const view = {matrix, today: todayOf(shell), citation, redaction};
	if (flags.json) {
		const findings = checkMatrix(matrix, view.today).map(one => findingJson(found, one));
		return `${safeJson({...citation, version: citation.version ?? null, responsibilities: matrix, redacted: redaction ?? null, findings}, '\t')}\n`;
	}

	switch (flags.format) {
		case undefined: {
			return plainText(responsibilitiesPage({...view, width: world.columns}), world.columns);
		}

		case 'markdown': {
			return (await import('../documents/markdown.ts')).markdown(responsibilitiesPage(view));
		}

		case 'html': {
			const {documentPage} = await import('../documents/page.ts');
			return documentPage(matrix.title, bannersOfMatrix(view), responsibilitiesBody(view));
		}

		case 'csv': {
			return matrixCsv(matrix, {marking: flags.marking === undefined ? undefined : matrix.marking, redaction});
		}

		default: {
			throw new UsageError(`There is no format ${flags.format}.`, 'raci writes markdown, csv or html.');
		}
	}
};

const template = async (shell: Shell, name: string): Promise<ExitCode> => {
	if (templates.every(one => one.name !== name)) {
		throw new UsageError(`There is no template ${name}.`, `There are ${templates.map(one => one.name).join(', ')}.`);
	}

	await deliver(shell, templateText(name));
	return 0;
};

const listTemplates = (shell: Shell): ExitCode => {
	if (shell.flags.json) {
		shell.printJson(templates);
	} else {
		for (const {name, summary} of templates) {
			shell.say(`${name.padEnd(17)} ${summary}`);
		}
	}

	return 0;
};

/** Shows the responsibilities of a file, checks or exports them; with a deed records in the incident that they were used. */
export const raci = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const {flags} = shell;
	const [first, ...rest] = args;
	if (responsibilityDeeds.some(deed => deed === first?.toLowerCase())) {
		return writeVerb(shell, ['raci', ...args]);
	}

	if (rest.length > 0) {
		throw new UsageError(
			`raci does not know what to do with “${args.join(' ').slice(0, 60)}”.`,
			`Name one file, or say what was done with it: ${responsibilityDeeds.join(', ')}.`,
		);
	}

	if (flags.template !== undefined) {
		return template(shell, flags.template);
	}

	if (first === 'templates') {
		return listTemplates(shell);
	}

	if (first === 'schema') {
		await deliver(shell, schemaText());
		return 0;
	}

	const found = await responsibilitiesMeant(shell, first);
	if (found === undefined) {
		throw new UsageError(`There is no responsibilities file at ${responsibilitiesFile(shell)}.`, beginning);
	}

	const shared = sharedFile(shell, found);
	if (flags.check) {
		return check(shell, shared);
	}

	await deliver(shell, await written(shell, shared));
	return 0;
};
