import {type ExitCode, type Shell, UsageError} from './shell.ts';

/** Opens the console on an exercise, with five steps to be done in it. */
export const tour = async (shell: Shell): Promise<ExitCode> => {
	if (!shell.world.isTerminal) {
		throw new UsageError('The tour needs a terminal.', 'What an exercise looks like is printed by: loggist demo');
	}

	return (await import('../console/journey.ts')).openConsole(shell, {type: 'tour'});
};
