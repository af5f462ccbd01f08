import type {Rule} from '../../rule.ts';
import {elapsed, inBrief, minute} from '../../time.ts';
import {isHot, isOpen} from '../declaration/state.ts';
import {lateEntries} from './state.ts';

export const recordRules: readonly Rule[] = [
	{
		id: 'G1',
		name: 'What is written stays written',
		why: 'A log that can be edited carries no weight. A wrong entry is struck, with a reason, and stays readable.',
		source: 'JESIP decision logging; CWC log books; NIST CSF RS.AN-06',
		answers: [],
		// Met by refusal, not by asking: the verbs `edit` and `delete` and the ledger itself refuse.
		consult: () => [],
	},
	{
		id: 'G2',
		name: 'The log runs without a break',
		why: 'A gap in the numbers, a time before the entry ahead of it or a broken link must be seen, and is never repaired in silence.',
		source: 'CWC log books',
		answers: ['put', 'override'],
		consult({declaration, irregularities}) {
			if (!isOpen(declaration)) {
				return [];
			}

			// One entry may be wrong in several ways; it is asked about once, so that it can be answered.
			const numbers = new Set(irregularities.map(one => one.entry));
			return [...numbers].map(entry => ({
				severity: 'urgent',
				subject: String(entry),
				text: irregularities
					.filter(one => one.entry === entry)
					.map(one => one.text)
					.join(' '),
			}));
		},
	},
	{
		id: 'G3',
		name: 'A late entry says why',
		why: 'What is written more than a few minutes after it happened is marked late, keeps both times and gives a short reason.',
		source: 'JESIP decision logging ("more than a few minutes")',
		defaults: 'late: more than 3 min',
		answers: ['do', 'na'],
		consult: ({declaration, record}, _now, {minutes}) =>
			isOpen(declaration)
				? lateEntries(record, minutes.lateEntry)
						.filter(one => one.reason === undefined)
						.map(one => ({
							severity: 'advise',
							subject: String(one.entry),
							text: `Entry ${one.entry} was written ${inBrief(one.lag)} after its event: why?`,
							basis: 'late',
							offers: [{label: 'say why', line: `explain ${one.entry} because `}],
						}))
				: [],
	},
	{
		id: 'G4',
		name: 'The log starts with the team',
		why: 'The secretariat starts the log as soon as the team has assembled.',
		source: 'MoJ during a security incident',
		defaults: 'asked 5 min after the first role was taken',
		answers: ['do'],
		consult: ({declaration, record}, now, {minutes}) =>
			isHot(declaration) &&
			record.assembledAt !== undefined &&
			record.firstLoggedAt === undefined &&
			elapsed(record.assembledAt, now) >= minutes.startLog * minute
				? [
						{
							severity: 'urgent',
							subject: '',
							text: 'The team has assembled and nothing is in the log. Start it.',
							basis: 'empty',
							offers: [{label: 'write a note', line: 'note '}],
						},
					]
				: [],
	},
	{
		id: 'G5',
		name: 'The log goes on',
		why: 'A log that stops cannot show what was known when. "Nothing to report" is an entry.',
		source: '7 July 2005 Review Committee (a log that stops)',
		defaults: 'asked after 10 min of silence while hot',
		answers: ['do', 'defer'],
		consult: ({declaration, record}, now, {minutes}) =>
			isHot(declaration) &&
			record.firstLoggedAt !== undefined &&
			record.lastLoggedAt !== undefined &&
			elapsed(record.lastLoggedAt, now) >= minutes.silence * minute
				? [
						{
							severity: 'warn',
							subject: '',
							text: `Still logging? Nothing was written for ${inBrief(elapsed(record.lastLoggedAt, now))}.`,
							// Any entry ends the silence, the answer too: what was deferred stays so until its time.
							basis: 'silence',
							offers: [{label: 'nothing to report', line: 'note nothing to report'}],
						},
					]
				: [],
	},
];
