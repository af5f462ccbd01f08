import {readYaml} from '../files/yaml.ts';
import type {Library} from '../library.ts';
import {type CheckedScenario, checkScenario} from './check.ts';

/**
 * Reads a scenario file and checks it whole: several troubles are told at once, and nothing is started. It may name
 * the doctrines of `library`; default: those that come with the program.
 */
export const readScenario = (text: string, library?: Library): CheckedScenario => {
	const sheet = readYaml(text);
	return 'trouble' in sheet
		? {
				troubles: [
					{
						...sheet.trouble,
						expected: 'is not YAML; put a text with : or # in it between quotes, and indent with blanks',
					},
				],
			}
		: checkScenario(sheet.value, library);
};
