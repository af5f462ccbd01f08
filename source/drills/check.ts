import {profiles} from '../profiles/index.ts';
import {commands, rules} from '../duties/index.ts';
import {roleKeys} from '../duties/staffing/events.ts';
import {type FileTrouble, fieldName, type Path, type Sheet, checkAll} from '../files/yaml.ts';
import {commandNamed} from '../language/verbs.ts';
import {isRefusal} from '../refusal.ts';
import {scriptLine} from '../script.ts';
import {type Expectation, readExpectation} from './expectation.ts';
import {readLimit, readOffset, readSpan, spanWords} from './offset.ts';
import {type Inject, type Scenario, type ScenarioFile, scenarioSchema, type When} from './scenario.ts';

/** A scenario, or everything that is wrong with it, in the order of the file. */
export type CheckedScenario = {readonly scenario: Scenario} | {readonly troubles: readonly FileTrouble[]};

type Tell = (path: Path, expected: string) => void;

const toSomebody: readonly string[] = [...roleKeys, 'team'];

const whenOf = (at: string, path: Path, tell: Tell): When => {
	if (at === 'by hand') {
		return {type: 'hand'};
	}

	if (at === 'if missed') {
		return {type: 'missed'};
	}

	const after = readOffset(at);
	if (after === undefined) {
		tell(path, `must be an offset as +5m or +1h30m, by hand, or if missed; not ${at}`);
	}

	return {type: 'offset', after: after ?? 0};
};

const expectationOf = (line: string, path: Path, tell: Tell): readonly Expectation[] => {
	const found = readExpectation(line);
	if ('wrong' in found) {
		tell(path, found.wrong);
		return [];
	}

	return [found];
};

/** An inject with its times and expectations read. */
const injectOf = (
	{at, by, expected, ...given}: ScenarioFile['injects'][number],
	index: number,
	{duration, tell}: {readonly duration: number; readonly tell: Tell},
): Inject => {
	const here: Path = ['injects', index];
	const when = whenOf(at, [...here, 'at'], tell);
	if (when.type === 'offset' && when.after > duration) {
		tell([...here, 'at'], `is after the end: the drill takes ${spanWords(duration)}`);
	}

	const limit = by === undefined ? undefined : readLimit(by);
	if (by !== undefined && limit === undefined) {
		tell([...here, 'by'], `must be an offset as +20m, or a span after the inject as 15m; not ${by}`);
	}

	if (given.to !== undefined && !toSomebody.includes(given.to)) {
		tell([...here, 'to'], `must be a role or team, not ${given.to}; there is ${toSomebody.join(', ')}`);
	}

	const lines = expected.flatMap((line, place) => expectationOf(line, [...here, 'expected', place], tell));
	return {...given, when, limit, expected: lines};
};

const checkObjectives = ({objectives, injects}: ScenarioFile, tell: Tell): void => {
	const ids = objectives.map(one => one.id);
	for (const [index, one] of objectives.entries()) {
		if (ids.indexOf(one.id) !== index) {
			tell(['objectives', index, 'id'], `is another's already: ${one.id}`);
		}

		for (const [place, rule] of one.rules.entries()) {
			if (!rules.some(({id}) => id === rule)) {
				tell(['objectives', index, 'rules', place], `names the rule ${rule}, which does not exist`);
			}
		}
	}

	for (const [index, {objective}] of injects.entries()) {
		if (objective !== undefined && !ids.includes(objective)) {
			tell(['injects', index, 'objective'], `names ${objective}, which is no objective; there is ${ids.join(', ')}`);
		}
	}
};

const checkContingencies = ({injects}: ScenarioFile, tell: Tell): void => {
	const places = new Map<number, number>();
	for (const [index, {number}] of injects.entries()) {
		if (places.has(number)) {
			tell(['injects', index, 'number'], `is another's already: two injects have the number ${number}`);
		} else {
			places.set(number, index);
		}
	}

	const rescues = new Set(injects.map(one => one.contingency));
	const told = new Set<number>();
	for (const [index, one] of injects.entries()) {
		if (one.at === 'if missed' && !rescues.has(one.number)) {
			tell(['injects', index, 'at'], 'is if missed, but no inject names it as its contingency');
		}

		if (one.contingency === undefined) {
			continue;
		}

		const here: Path = ['injects', index, 'contingency'];
		const rescue = injects[places.get(one.contingency) ?? -1];
		if (rescue === undefined) {
			tell(here, `names the inject ${one.contingency}, which does not exist`);
		} else if (rescue.at !== 'if missed') {
			tell(here, `names the inject ${one.contingency}, which is not delivered if missed but ${rescue.at}`);
		}

		const way: number[] = [];
		for (
			let next: number | undefined = one.number;
			next !== undefined && !told.has(next);
			next = injects[places.get(next) ?? -1]?.contingency
		) {
			if (way.includes(next)) {
				tell(here, `runs in a circle: ${[...way.slice(way.indexOf(next)), next].join(' → ')}`);
				break;
			}

			way.push(next);
		}

		for (const number of way) {
			told.add(number);
		}
	}
};

const checkState = ({state, profile}: ScenarioFile, tell: Tell): void => {
	if (profiles[profile] === undefined) {
		tell(['profile'], `names ${profile}, which is no doctrine; there is ${Object.keys(profiles).join(', ')}`);
	}

	for (const [index, text] of state.entries()) {
		const line = scriptLine(text)?.line ?? '';
		const verb = line.replace(/^\//u, '').split(/\s/u, 1)[0] ?? '';
		const found = commandNamed(commands, verb);
		if (isRefusal(found) || found.verb === 'declare') {
			tell(
				['state', index],
				isRefusal(found)
					? `names the verb ${verb}, which does not exist`
					: 'must not declare: the drill declares its own incident',
			);
		}
	}
};

/** A scenario out of data that a file gave; `lineOf` says where each part stands in it. */
export const checkScenario = ({data, lineOf}: Sheet): CheckedScenario => {
	const shaped = checkAll(scenarioSchema, data, {lineOf});
	if ('troubles' in shaped) {
		return shaped;
	}

	const file = shaped.value;
	const troubles: FileTrouble[] = [];
	const tell: Tell = (path, expected) => troubles.push({line: lineOf(path), field: fieldName(path), expected});
	const span = readSpan(file.duration);
	if (span === undefined || span === 0) {
		tell(['duration'], `must be a span as 90m or 4h, not ${file.duration}`);
	}

	const duration = span ?? Number.POSITIVE_INFINITY;
	checkState(file, tell);
	checkObjectives(file, tell);
	checkContingencies(file, tell);
	const injects = file.injects.map((one, index) => injectOf(one, index, {duration, tell}));
	const end = file.end === undefined ? undefined : expectationOf(file.end, ['end'], tell)[0];
	return troubles.length === 0
		? {scenario: {...file, duration, injects, end}}
		: {troubles: troubles.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))};
};
