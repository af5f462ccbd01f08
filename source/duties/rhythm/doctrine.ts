import type {Board} from '../../board.ts';
import type {Asking, Rule} from '../../rule.ts';
import {inBrief, type Instant, later, minute} from '../../time.ts';
import {clockTimeBy, type Watch} from '../../watch.ts';
import {isHot, isOpen, isRunning} from '../declaration/state.ts';
import {isHeld} from '../staffing/state.ts';
import {announcementOn, currentPeriod, lastHeartbeat, nextObjectives, runningCall} from './state.ts';

/** `20-minute` mark, `2h10` mark: what has passed, in whole marks. */
const markWords = (minutes: number): string => (minutes < 60 ? `${minutes}-minute` : inBrief(minutes * minute));

/** Since when the incident has been hot without a break; a reopening begins anew. */
const hotSpell = ({declaration, rhythm}: Board): Instant | undefined => {
	const {phaseSince} = declaration;
	const {hotSince} = rhythm;
	return phaseSince === undefined || (hotSince !== undefined && hotSince > phaseSince) ? hotSince : phaseSince;
};

/** A moment on the incident's wall clock. */
const at = ({declaration}: Board, watch: Watch, moment: Instant): string =>
	clockTimeBy(watch, moment, declaration.zone);

const announceOffer = ({staffing}: Board): NonNullable<Asking['offers']> =>
	(['im', 'deputy', 'secretariat'] as const).some(role => isHeld(staffing, role))
		? [{label: 'announced', line: 'announce'}]
		: [{label: 'assign Incident Manager', line: 'assign im @'}];

export const rhythmRules: readonly Rule[] = [
	{
		id: 'R10',
		name: 'Roles are announced on every call',
		why: 'Whoever joins a call must know who decides, who deputises and who keeps the log.',
		source: 'MoJ roles; PagerDuty',
		answers: ['do', 'na'],
		consult(board) {
			const {declaration, rhythm} = board;
			const call = isOpen(declaration) ? runningCall(rhythm) : undefined;
			return call === undefined || announcementOn(rhythm, call) !== undefined
				? []
				: [
						{
							severity: 'advise',
							subject: '',
							text: 'Announce on this call who is Incident Manager, deputy and secretariat.',
							basis: `call ${call.entry}`,
							offers: announceOffer(board),
						},
					];
		},
	},
	{
		id: 'E9',
		name: 'Each heartbeat confirms severity and category',
		why: 'What is known changes from one heartbeat to the next; severity and category must follow it.',
		source: 'MoJ during a security incident',
		answers: ['do'],
		consult({declaration, rhythm}) {
			const heartbeat = isRunning(declaration) ? lastHeartbeat(rhythm) : undefined;
			const confirmed = rhythm.confirmations.at(-1);
			if (heartbeat === undefined || (confirmed !== undefined && confirmed.entry > heartbeat.entry)) {
				return [];
			}

			const {severity, incidentKind, triage} = declaration;
			return [
				{
					severity: 'advise',
					subject: '',
					text: `After the heartbeat: are severity ${severity} and ${triage.category === undefined ? `kind ${incidentKind}` : `category ${triage.category}`} still right?`,
					basis: `heartbeat ${heartbeat.entry}`,
					offers: [
						{label: 'still right', line: 'reconfirm'},
						{label: 'another severity', line: 'severity '},
					],
				},
			];
		},
	},
	{
		id: 'H1',
		name: 'The deputy calls the time',
		why: 'While it is hot time is felt wrongly; at each mark severity and what is said in public are looked at again.',
		source: 'PagerDuty deputy',
		answers: [],
		consult(board, watch, {minutes}) {
			const since = isHot(board.declaration) ? hotSpell(board) : undefined;
			// A doctrine without marks calls none.
			const count = since === undefined || minutes.mark <= 0 ? 0 : watch.spans(since, minutes.mark);
			if (since === undefined || count === 0) {
				return [];
			}

			const markedAt = later(since, count * minutes.mark * minute);
			const looked = board.rhythm.confirmations.at(-1);
			// Nothing is called again that has been looked at since.
			return looked !== undefined && looked.at >= markedAt
				? []
				: [
						{
							severity: 'info',
							subject: '',
							text: `Incident at the ${markWords(count * minutes.mark)} mark: is the severity right, should the public be told?`,
							basis: String(count),
						},
					];
		},
	},
	{
		id: 'H7',
		name: 'A long incident is planned as one',
		why: 'After some hours people tire: say whether work goes on around the clock or in office hours, and in which shifts.',
		source: 'cloud.gov',
		answers: ['put'],
		consult(board, watch, {minutes}) {
			const {hotSince} = board.rhythm;
			return hotSince !== undefined && isRunning(board.declaration) && watch.hasPassed(hotSince, minutes.longRunning)
				? [
						{
							severity: 'warn',
							subject: '',
							text: `Running since ${at(board, watch, hotSince)}: plan for long, around the clock or in office hours, and the shifts.`,
							basis: hotSince,
						},
					]
				: [];
		},
	},
	{
		id: 'H11',
		name: 'The next operational period has objectives',
		why: 'A period without aims of its own only goes on with what the last one left.',
		source: 'ICS',
		defaults: 'asked 60 min before the period ends',
		answers: ['do', 'na'],
		consult(board, watch, {minutes}) {
			const period = isRunning(board.declaration) ? currentPeriod(board.rhythm) : undefined;
			return period !== undefined &&
				watch.reached(later(period.until, -minutes.planAhead * minute)) &&
				nextObjectives(board.rhythm).length === 0
				? [
						{
							severity: 'advise',
							subject: '',
							text: `Operational period ${period.number} is until ${at(board, watch, period.until)}: which objectives has the next one?`,
							basis: `period ${period.entry}`,
							offers: [
								{label: 'set an objective', line: 'objective period:next '},
								{label: 'start the next period', line: 'period until '},
							],
						},
					]
				: [];
		},
	},
];
