import {type FileTrouble, fieldName, type Sheet, checkAll} from '../files/yaml.ts';
import {type Library, ownLibrary} from '../library.ts';
import {own} from '../own.ts';
import {checkNumbers, checkObjectives, type Tell} from './check-references.ts';
import {checkStart, rehearseState} from './check-state.ts';
import {expectationOf, readInject} from './check-times.ts';
import {draftOf} from './draft.ts';
import {readSpan} from './offset.ts';
import {instantOf} from '../time.ts';
import {type Scenario, scenarioSchema} from './scenario.ts';

/** A scenario, or everything that is wrong with it, in the order of the file. */
export type CheckedScenario = {readonly scenario: Scenario} | {readonly troubles: readonly FileTrouble[]};

const inOrder = (troubles: readonly FileTrouble[]): readonly FileTrouble[] =>
	troubles.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));

/**
 * A scenario out of data that a file gave; `lineOf` says where each part stands in it. The doctrines it may name are
 * the library's. What it says is judged even where its shape is wrong elsewhere, so that all of it is told at once.
 */
export const checkScenario = ({data, lineOf}: Sheet, library: Library = ownLibrary): CheckedScenario => {
	const shaped = checkAll(scenarioSchema, data, {lineOf});
	const troubles: FileTrouble[] = 'troubles' in shaped ? [...shaped.troubles] : [];
	const misshapen = new Set(troubles.map(one => one.field));
	const tell: Tell = (path, expected) => {
		const field = fieldName(path);
		if (!misshapen.has(field)) {
			troubles.push({line: lineOf(path), field, expected});
		}
	};

	const draft = draftOf(data);
	const profile = own(library.profiles, draft.profile);
	const span = (draft.duration === undefined ? undefined : readSpan(draft.duration)) || undefined;
	if (draft.duration !== undefined && span === undefined) {
		tell(['duration'], `must be a span as 90m or 4h, not ${draft.duration}`);
	}

	const duration = span ?? Number.POSITIVE_INFINITY;
	checkStart(draft, library, tell);
	checkObjectives(draft, tell);
	checkNumbers(draft, tell);
	const read = draft.injects.map((one, index) => readInject(one, index, {duration, profile, tell}));
	const end = draft.end === undefined ? undefined : expectationOf(draft.end, ['end'], {profile, tell})[0];
	if (end?.query.type === 'observed') {
		tell(['end'], 'must be something that the log shows: what is only observed ends nothing');
	}

	if ('value' in shaped && troubles.length === 0) {
		rehearseState(shaped.value, library, tell);
	}

	if ('troubles' in shaped || troubles.length > 0) {
		return {troubles: inOrder(troubles)};
	}

	const injects = shaped.value.injects.flatMap((given, index) => {
		const {number, from, to, means, text, objective, contingency, weight, note} = given;
		const found = read[index];
		return found === undefined ? [] : [{number, from, to, means, text, objective, contingency, weight, note, ...found}];
	});
	const start = instantOf(new Date(shaped.value.start));
	return {scenario: {...shaped.value, start, duration, injects, end}};
};
