import type {Prompt} from '../rule.ts';
import {clockTimeWithZone} from '../time.ts';
import {deskOn, type ExitCode, openToRead, type Shell} from './shell.ts';

/** A prompt as JSON: a contract with the outside. */
export const promptJson = ({rule, severity, subject, text, source, why, answers, offers, put}: Prompt) => ({
	rule,
	severity,
	subject,
	text,
	why,
	source,
	answers,
	offers,
	putAt: put ?? null,
});

/** What doctrine asks now, most urgent first; with --check exit 1 when it asks anything that is more than a hint. */
export const prompts = async (shell: Shell): Promise<ExitCode> => {
	const {flags, world} = shell;
	const ledger = await openToRead(shell);
	try {
		const desk = await deskOn(shell, ledger);
		const asked = desk.prompts();
		if (flags.json) {
			shell.printJson(asked.map(promptJson));
		} else {
			for (const prompt of asked) {
				const subject = prompt.subject === '' ? '' : ` ${prompt.subject}`;
				const answers = prompt.answers.length === 0 ? '' : ` Answers: ${prompt.answers.join(', ')}.`;
				const put =
					prompt.put === undefined
						? ''
						: ` Put to the Incident Manager at ${clockTimeWithZone(prompt.put, desk.board().declaration.zone)}.`;
				shell.say(
					`${prompt.severity.padEnd(6)} ${prompt.rule}${subject}: ${prompt.text}${put}${answers} (${prompt.source})`,
				);
			}

			if (asked.length === 0 && world.isTerminal) {
				world.complain('Doctrine asks nothing now.\n');
			}
		}

		return flags.check && asked.some(prompt => prompt.severity !== 'info') ? 1 : 0;
	} finally {
		await ledger.close();
	}
};
