import {scenarioIn} from './drill-file.ts';
import {libraryOf} from './library.ts';
import type {ExitCode, Shell} from './shell.ts';

/** Whether a scenario is right; every trouble of it is named. */
export const checkDrill = async (shell: Shell, file: string): Promise<ExitCode> => {
	const opened = await scenarioIn(shell, file);
	if (opened === undefined) {
		return 2;
	}

	const {injects, objectives} = opened.scenario;
	const expected = injects.reduce((sum, one) => sum + one.expected.length, 0);
	shell.notice(
		`Nothing is wrong: ${injects.length} injects, ${expected} expectations, ${objectives.length} objectives.`,
	);
	for (const advice of (await import('../drills/advice.ts')).adviceOn(opened.scenario, await libraryOf(shell))) {
		shell.notice(advice);
	}

	return 0;
};
