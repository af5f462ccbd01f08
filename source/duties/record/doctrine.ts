import type {Rule} from '../../rule.ts';
import {inBrief} from '../../time.ts';
import {clockTimeBy} from '../../watch.ts';
import {isHot, isOpen} from '../declaration/state.ts';
import {unexcused} from '../../late.ts';
import {unexplained} from './state.ts';

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
		consult: ({declaration, record}, _watch, {minutes}) =>
			isOpen(declaration)
				? unexcused(record, minutes.lateEntry).map(one => ({
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
		consult: ({declaration, record}, watch, {minutes}) =>
			isHot(declaration) &&
			record.assembledAt !== undefined &&
			record.firstLoggedAt === undefined &&
			watch.hasPassed(record.assembledAt, minutes.startLog)
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
		consult: ({declaration, record}, watch, {minutes}) =>
			isHot(declaration) &&
			record.firstLoggedAt !== undefined &&
			record.lastLoggedAt !== undefined &&
			watch.hasPassed(record.lastLoggedAt, minutes.silence)
				? [
						{
							severity: 'warn',
							subject: '',
							text: `Still logging? Nothing was written since ${clockTimeBy(watch, record.lastLoggedAt, declaration.zone)}.`,
							// Any entry ends the silence, the answer too: what was deferred stays so until its time.
							basis: 'silence',
							offers: [{label: 'nothing to report', line: 'note nothing to report'}],
						},
					]
				: [],
	},
	{
		id: 'G8',
		name: 'No draft is left behind',
		why: 'Blank space in a log is ruled off: a message that was never sent is sent, or it is on record that it was given up.',
		source: 'CWC log books',
		answers: ['do'],
		consult({declaration, handover, communications}) {
			const isEnd =
				declaration.declaredAt !== undefined &&
				(declaration.closedAt !== undefined ||
					declaration.phase === 'cold' ||
					// The loggist has put the log down and nobody has taken it up.
					handover.signs.at(-1)?.is === 'off');
			return isEnd
				? communications.messages
						.filter(({status}) => status === 'draft' || status === 'agreed')
						.map(({ref, text, status}) => ({
							severity: 'advise',
							subject: ref,
							text: `${ref} was never sent. Send it, or withdraw it: ${text}`,
							basis: status,
							offers: [
								{label: 'send it', line: `send ${ref} `},
								{label: 'withdraw it', line: `withdraw ${ref} because `},
							],
						}))
				: [];
		},
	},
	{
		id: 'G9',
		name: 'Abbreviations are explained',
		why: 'Others read the log later, and elsewhere: what an abbreviation stands for is said once.',
		source: 'CWC log books; MoJ style (avoid acronyms)',
		defaults: 'which abbreviations everybody knows: a list of common ones, and the glossary of the doctrine',
		answers: ['do'],
		consult({declaration, record}, _watch, {glossary}) {
			const terms = isOpen(declaration) ? unexplained(record, glossary).map(one => one.term) : [];
			const most = 5;
			return terms.length === 0
				? []
				: [
						{
							severity: 'info',
							subject: '',
							text: `What does ${terms.length === 1 ? 'this' : 'each of these'} stand for: ${terms.slice(0, most).join(', ')}${terms.length > most ? ` and ${terms.length - most} more` : ''}?`,
							basis: `${terms.slice(0, most).join(' ')} ${terms.length}`,
							offers: terms.slice(0, 3).map(term => ({label: `explain ${term}`, line: `define ${term} `})),
						},
					];
		},
	},
];
