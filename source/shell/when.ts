import {readTime} from '../language/when/index.ts';
import {clockTime, dayAndTime, elapsed, inBrief} from '../time.ts';
import {LedgerTrouble} from '../ledger/ledger.ts';
import {boardOf, type ExitCode, incidentOf, openToRead, type Shell, UsageError, zoneAsked} from './shell.ts';

/** The zone of the current incident, in which its lines are read; undefined when there is none to be had. */
const incidentZone = async (shell: Shell): Promise<string | undefined> => {
	try {
		const ledger = await openToRead({...shell, world: {...shell.world, complain: () => undefined}});
		try {
			const incident = await incidentOf(shell, ledger);
			return incident === undefined ? undefined : (await boardOf(ledger, incident)).declaration.zone;
		} finally {
			await ledger.close();
		}
	} catch (error) {
		if (error instanceof LedgerTrouble) {
			// A time can be read without a ledger.
			return undefined;
		}

		throw error;
	}
};

/** Shows how a typed time is read: as due, or with `at` before it as a time that has been. */
export const when = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const typed = args.join(' ').trim();
	const [, word, rest] = /^(?:(by|until|at)\s+)?(.*)$/isu.exec(typed) ?? [];
	if (rest === undefined || rest === '') {
		throw new UsageError('when needs a time.', 'For example: loggist when "tomorrow 09:00".');
	}

	const now = shell.clock();
	const reading = readTime(rest, {
		now,
		zone: zoneAsked(shell) ?? (await incidentZone(shell)) ?? shell.world.zone,
		direction: word?.toLowerCase() === 'at' ? 'occurred' : 'due',
	});
	if ('refused' in reading) {
		throw new UsageError(reading.refused, reading.mend);
	}

	const {at, zone} = reading;
	if (shell.flags.json) {
		shell.printJson({at, local: clockTime(at, zone), zone}, true);
	} else {
		const distance = elapsed(now, at);
		shell.say(`${dayAndTime(at, zone)}, ${distance < 0 ? `${inBrief(distance)} ago` : `in ${inBrief(distance)}`}`);
	}

	return 0;
};
