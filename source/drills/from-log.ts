import type {Board} from '../board.ts';
import {readYaml} from '../files/yaml.ts';
import {checkScenario} from './check.ts';
import type {Scenario} from './scenario.ts';

/** The scenario that a drill left in its log, with its text; or why there is none, as the end of a sentence. */
export type LoggedScenario = {readonly scenario: Scenario; readonly source: string} | {readonly why: string};

/** Reads the scenario that stands in the log of a drill since it has ended. */
export const scenarioInLog = ({exercise}: Pick<Board, 'exercise'>): LoggedScenario => {
	if (exercise.ended === undefined) {
		return {why: 'it has not ended'};
	}

	const source = exercise.ended.scenario;
	if (source === undefined) {
		return {why: 'its log does not hold the scenario'};
	}

	const sheet = readYaml(source);
	if ('trouble' in sheet) {
		return {why: 'the scenario in its log is not YAML'};
	}

	const {data, lineOf} = sheet.value;
	// By which doctrine it was played, and how it stood at the start, is in the log; files it used then may be gone.
	const judged = typeof data === 'object' && data !== null ? {...data, profile: 'moj', state: []} : data;
	const checked = checkScenario({data: judged, lineOf});
	if ('troubles' in checked) {
		const [first] = checked.troubles;
		return {why: `this version cannot read the scenario in its log: ${first?.field ?? ''} ${first?.expected ?? ''}`};
	}

	return {scenario: checked.scenario, source};
};
