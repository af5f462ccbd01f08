import {readYaml} from '../files/yaml.ts';
import {type CheckedScenario, checkScenario} from './check.ts';

/** Reads a scenario file and checks it whole: several troubles are told at once, and nothing is started. */
export const readScenario = (text: string): CheckedScenario => {
	const sheet = readYaml(text);
	return 'trouble' in sheet ? {troubles: [sheet.trouble]} : checkScenario(sheet.value);
};
