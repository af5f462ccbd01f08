import path from 'node:path';
import * as v from 'valibot';
import type {WrittenScenario} from '../drills/write.ts';
import {deliver} from './deliver.ts';
import {scenarioIn, textOf} from './drill-file.ts';
import {libraryOf} from './library.ts';
import type {ExitCode, Shell} from './shell.ts';

/** A scenario's injects as a table, for whoever plans in a spreadsheet. */
export const drillMsel = async (shell: Shell, named: string): Promise<ExitCode> => {
	const opened = await scenarioIn(shell, named);
	if (opened === undefined) {
		return 2;
	}

	const {beyondMsel, mselOf} = await import('../drills/msel.ts');
	const {scenario} = opened;
	await deliver(shell, mselOf(scenario));
	shell.notice(
		`Not in the table: ${beyondMsel(scenario).join('; ')}. loggist drill from FILE.csv ${named} brings both together again.`,
	);
	return 0;
};

/** The scenario that a list is laid into: as written, so that it stays as it is but for the injects. */
const baseOf = async (shell: Shell, named: string | undefined): Promise<WrittenScenario | 'wrong' | undefined> => {
	const opened = named === undefined ? undefined : await scenarioIn(shell, named);
	if (named === undefined || opened === undefined) {
		return named === undefined ? undefined : 'wrong';
	}

	const [{readYaml}, {scenarioSchema}] = await Promise.all([
		import('../files/yaml.ts'),
		import('../drills/scenario.ts'),
	]);
	const sheet = readYaml(opened.source);
	return 'value' in sheet && v.is(scenarioSchema, sheet.value.data) ? sheet.value.data : 'wrong';
};

/** A table of injects as a scenario: within `base`, or with a plain beginning of its own. */
export const drillFromMsel = async (shell: Shell, named: string, base: string | undefined): Promise<ExitCode> => {
	const text = await textOf(named);
	const laidInto = await baseOf(shell, base);
	if (laidInto === 'wrong') {
		return 2;
	}

	const [{fromMsel}, {scenarioYaml}, {troubleText}] = await Promise.all([
		import('../drills/from/msel.ts'),
		import('../drills/write.ts'),
		import('../files/yaml.ts'),
	]);
	const made = fromMsel(text, {
		base: laidInto,
		title: path.basename(named).replace(/\.csv$/iu, ''),
		start: `${shell.clock().slice(0, 10)}T09:00:00.000Z`,
		library: await libraryOf(shell),
	});
	if ('troubles' in made) {
		for (const trouble of made.troubles) {
			shell.trouble(troubleText(named, trouble), '');
		}

		shell.notice('No scenario was made. The columns, and what may stand in them: docs/drills.md.');
		return 2;
	}

	await deliver(shell, scenarioYaml(made.scenario));
	if (made.unknown.length > 0) {
		shell.notice(`A scenario has no place for these columns: ${made.unknown.join(', ')}.`);
	}

	if (laidInto === undefined) {
		shell.notice('The list holds no title, start, roster or doctrine: look these over in the file.');
	}

	return 0;
};
