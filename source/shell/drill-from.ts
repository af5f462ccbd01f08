import {readFile} from 'node:fs/promises';
import type {Story} from '../drills/from/story.ts';
import type {WrittenScenario} from '../drills/write.ts';
import type {Entry} from '../entry.ts';
import type {Library} from '../library.ts';
import {own} from '../own.ts';
import {deliver} from './deliver.ts';
import {drillFromMsel} from './drill-msel.ts';
import {textOf} from './drill-file.ts';
import {libraryOf} from './library.ts';
import {type ExitCode, openToRead, type Shell, UsageError} from './shell.ts';

const mend =
	'Name an incident (INC-2026-0001), its log in JSON Lines, an exercise or a timeline in JSON, or a list in CSV.';

const entriesOf = async (shell: Shell, named: string): Promise<readonly Entry[]> => {
	const ledger = await openToRead(shell);
	try {
		const reference = (await ledger.incidents()).find(one => one.toLowerCase() === named.toLowerCase());
		if (reference === undefined) {
			throw new UsageError(`There is no incident ${named}.`, 'loggist incidents lists them.');
		}

		return await ledger.read(reference);
	} finally {
		await ledger.close();
	}
};

/** What ships with the program as lines of the language, played to its end: a real incident, or an exercise. */
const entriesShipped = async (name: string): Promise<readonly Entry[] | undefined> => {
	const {fixtures, linesOf} = await import('../replay/fixtures.ts');
	const found = fixtures().find(one => one.name === name.toLowerCase());
	if (found === undefined) {
		return undefined;
	}

	const [{play}, {settableClock}, {openDesk}, {openMemoryLedger}] = await Promise.all([
		import('../replay/play.ts'),
		import('../clock.ts'),
		import('../desk.ts'),
		import('../ledger/memory.ts'),
	]);
	const lines = linesOf(found);
	const clock = settableClock(new Date(lines[0]?.time ?? 0).toISOString());
	const desk = await openDesk({ledger: openMemoryLedger(), clock: clock.clock, login: 'drill', home: 'UTC'});
	await play(lines, {desk, clock, speed: Number.POSITIVE_INFINITY});
	return desk.entries();
};

/** Whether a file is a log in JSON Lines, by what its first line holds. */
const isLog = (text: string): boolean => {
	try {
		const first: unknown = JSON.parse(text.trimStart().split('\n', 1)[0] ?? '');
		return (
			typeof first === 'object' && first !== null && ('format' in first || 'previousHash' in first || 'hash' in first)
		);
	} catch {
		return false;
	}
};

/** The scenario of a story, under its doctrine where that is at hand here. */
const ofStory = async (shell: Shell, story: Story, {profiles}: Library): Promise<WrittenScenario> => {
	const {fromStory} = await import('../drills/from/story.ts');
	const {profile: name = 'moj', ...rest} = story;
	const isKnown = own(profiles, name) !== undefined;
	if (!isKnown) {
		shell.notice(`The doctrine ${name} is not at hand here: the scenario is played under moj.`);
	}

	const profile = isKnown ? name : 'moj';
	return fromStory({...rest, profile}, rule => own(profiles, profile)?.off.includes(rule) !== true);
};

const ofLog = async (shell: Shell, entries: readonly Entry[], named: string, library: Library) => {
	const {storyOfLog} = await import('../drills/from/incident.ts');
	const story = storyOfLog(entries, shell.flags.names);
	if (story === undefined) {
		throw new UsageError(`${named} tells of no incident: nothing was declared.`, mend);
	}

	return ofStory(shell, story, library);
};

const ofJson = async (shell: Shell, text: string, named: string, library: Library): Promise<WrittenScenario> => {
	const {readJson} = await import('../drills/from/json.ts');
	const read = readJson(text);
	if ('wrong' in read) {
		throw new UsageError(`${named} ${read.wrong}.`, mend);
	}

	if ('exercise' in read) {
		return (await import('../drills/from/exercise.ts')).fromExercise(read.exercise);
	}

	const {storyOfTimeline} = await import('../drills/from/timeline.ts');
	return ofStory(shell, storyOfTimeline(read.timeline, shell.flags.names), library);
};

const converted = async (shell: Shell, named: string, library: Library): Promise<WrittenScenario> => {
	if (/^(?:INC|DRILL)-\d/iu.test(named) && !/\.\w+$/u.test(named)) {
		return ofLog(shell, await entriesOf(shell, named), named, library);
	}

	const shipped = await entriesShipped(named);
	if (shipped !== undefined) {
		return ofLog(shell, shipped, named, library);
	}

	const text = await textOf(named);
	if (isLog(text)) {
		const {entriesOfLog} = await import('../drills/from/log.ts');
		const entries = entriesOfLog(await readFile(named));
		if ('wrong' in entries) {
			throw new UsageError(`${named} cannot be used. ${entries.wrong}`, mend);
		}

		return ofLog(shell, entries, named, library);
	}

	return ofJson(shell, text, named, library);
};

/** An incident, its log, an exercise, a timeline or a list of events as a scenario, which passes the check. */
export const drillFrom = async (shell: Shell, named: string, base?: string): Promise<ExitCode> => {
	if (/\.csv$/iu.test(named)) {
		return drillFromMsel(shell, named, base);
	}

	if (base !== undefined) {
		throw new UsageError(
			'A scenario is named beside a list in CSV only.',
			'loggist drill from list.csv SCENARIO -o FILE',
		);
	}

	const library = await libraryOf(shell);
	const scenario = await converted(shell, named, library);
	const [{scenarioYaml}, {readScenario}, {troubleText}] = await Promise.all([
		import('../drills/write.ts'),
		import('../drills/read.ts'),
		import('../files/yaml.ts'),
	]);
	const text = scenarioYaml(scenario);
	const read = readScenario(text, library);
	if ('troubles' in read) {
		// What another program wrote may be wrong in itself: two injects of one number. It is given out to be mended.
		for (const trouble of read.troubles) {
			shell.notice(troubleText('the scenario', trouble));
		}
	}

	await deliver(shell, text);
	shell.notice('Read it before it is played: title and texts are as they were, and may tell how it ended.');
	return 'troubles' in read ? 1 : 0;
};
