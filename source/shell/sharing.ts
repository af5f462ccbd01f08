import type {Desk} from '../desk.ts';
import type {Format} from '../documents/index.ts';
import {type RedactionName, redacted, redactions} from '../sharing/redact.ts';
import {type Shell, standingAt, UsageError} from './shell.ts';

/** What --redact names. */
const redactionsAsked = (typed: string | undefined): ReadonlySet<RedactionName> =>
	new Set(
		(typed?.split(',') ?? []).map(one => {
			const found = redactions.find(name => name === one.trim().toLowerCase());
			if (found === undefined) {
				throw new UsageError(
					`--redact: ${one.trim() === '' ? 'nothing is named' : `there is no ${one.trim()} to take out`}.`,
					`Name ${redactions.join(', or ')}.`,
				);
			}

			return found;
		}),
	);

/** The incident as it stood when --as-of says, without what --redact takes out. Throws a UsageError where it cannot be. */
export const sharedStanding = (shell: Shell, {name}: Format, desk: Desk): ReturnType<typeof standingAt> => {
	const asked = redactionsAsked(shell.flags.redact);
	if (asked.size > 0 && name === 'jsonl') {
		throw new UsageError(
			'export jsonl takes no --redact: it is the log without loss, to be imported and verified.',
			'Share a document, or export csv.',
		);
	}

	const standing = standingAt(shell, desk);
	return {...standing, ...redacted(standing, desk.entries(), asked)};
};
