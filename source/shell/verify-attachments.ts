import {type Attaching, attachmentsIn} from '../duties/evidence/state.ts';
import type {Condition} from '../ledger/attachments.ts';
import type {Ledger} from '../ledger/ledger.ts';
import type {Shell} from './shell.ts';

/** An entry that tells of bytes, and how they were found. */
export type Found = Attaching & {readonly condition: Condition};

/** How all bytes are found that an incident tells of, those of struck entries too. */
export const attachmentsFound = async (ledger: Ledger, incident: string): Promise<readonly Found[]> => {
	const found: Found[] = [];
	for (const one of attachmentsIn(await ledger.read(incident))) {
		// One after another: each may be long.
		found.push({...one, condition: await ledger.attachments.check(one.content)});
	}

	return found;
};

export const foundJson = ({entry, ref, text, content, condition}: Found): object => ({
	entry,
	ref,
	name: text,
	sha256: content.sha256,
	size: content.size,
	condition,
});

const counted = (count: number): string => `${count} ${count === 1 ? 'attachment' : 'attachments'}`;

/** Says of the bytes of one incident which are not as they were kept. */
export const sayFound = (shell: Shell, incident: string, found: readonly Found[]): void => {
	const whole = found.filter(one => one.condition === 'whole');
	if (whole.length > 0) {
		shell.say(`${incident}: ${counted(whole.length)}, the bytes are here and as they were kept`);
	}

	for (const {entry, ref, text, content, condition} of found) {
		if (condition !== 'whole') {
			shell.trouble(
				`${incident}: entry ${entry}: The bytes of ${ref} (${text}, sha256:${content.sha256}) are ${condition === 'missing' ? 'not in this ledger' : 'not as they were kept'}.`,
				condition === 'missing'
					? `Where they are: loggist attach ${ref} -o FILE; then here: loggist attach ${ref} FILE.`
					: 'Do not repair the file: keep it, and record who found this and when.',
			);
		}
	}
};
