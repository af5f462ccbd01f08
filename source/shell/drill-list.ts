import {plainText} from '../documents/plain.ts';
import {paragraph, table} from '../section.ts';
import type {ExitCode, Shell} from './shell.ts';

/** The scenarios that ship with the program. */
export const listDrills = async (shell: Shell): Promise<ExitCode> => {
	const rows = (await import('../drills/library.ts')).offered();
	if (shell.flags.json) {
		shell.printJson(rows);
	} else {
		const block = table(
			['Name', 'Takes', 'For', 'Teaches', 'What'],
			rows.map(one => [one.name, one.duration, one.audience, one.teaches.join(' '), one.title]),
		);
		const beside = paragraph(
			'Each comes with the lines of its players: loggist drill run NAME --speed max plays it unattended.',
		);
		shell.world.print(plainText([block, beside], shell.world.columns));
	}

	return 0;
};
