import type {Board} from '../../board.ts';
import type {Profile} from '../../profile.ts';
import type {Rule} from '../../rule.ts';
import type {Watch} from '../../watch.ts';
import {severities, type Severity} from './events.ts';
import {isHot, isOpen} from './state.ts';

/** Why something that was reported should be declared an incident by now. */
const reasonsToDeclare = ({declaration, staffing}: Board, watch: Watch, {minutes}: Profile): readonly string[] => [
	...(declaration.declaredAt !== undefined && watch.hasPassed(declaration.declaredAt, minutes.declare)
		? [`unsolved for ${minutes.declare} min`]
		: []),
	...(staffing.teams.length > 0 ? ['a second team is at work'] : []),
	...(declaration.flags.some(one => one.flag === 'visible') ? ['users see it'] : []),
];

/** The more severe of the two; above the one that stands where nothing else was proposed. */
const higher = (stands: Severity, other: Severity | undefined): Severity => {
	const at = severities.indexOf(stands);
	const proposed = other === undefined ? at - 1 : Math.min(at, severities.indexOf(other));
	return severities[Math.max(0, proposed)] ?? stands;
};

const partWords = {source: 'source', category: 'category', hypothesis: 'working hypothesis'} as const;

export const declarationRules: readonly Rule[] = [
	{
		id: 'T1',
		name: 'What may be an incident is declared in time',
		why: 'An hour of work without a result, a second team or effects that users see make an event an incident.',
		source: 'Google SRE (managing incidents), as quoted',
		answers: ['put', 'defer', 'na'],
		consult(board, watch, profile) {
			const {declaration} = board;
			const isReported = isOpen(declaration) && declaration.phase === 'pre-incident';
			const reasons = isReported ? reasonsToDeclare(board, watch, profile) : [];
			return reasons.length === 0
				? []
				: [
						{
							severity: 'warn',
							subject: '',
							text: `Declare it an incident: ${reasons.join('; ')}?`,
							basis: reasons.join(', '),
							offers: [{label: 'declare it: hot', line: 'phase hot'}],
						},
					];
		},
	},
	{
		id: 'T2',
		name: 'The triage record is complete',
		why: 'Who decides must know how it came to light, what kind of event it is and what is taken to have happened.',
		source: 'MoJ during a security incident; Cydea',
		answers: ['do', 'defer'],
		consult({declaration}) {
			const lacks = isHot(declaration)
				? (['source', 'category', 'hypothesis'] as const).filter(part => declaration.triage[part] === undefined)
				: [];
			return lacks.length === 0
				? []
				: [
						{
							severity: 'warn',
							subject: '',
							text: `The triage record lacks: ${lacks.map(part => partWords[part]).join(', ')}.`,
							basis: lacks.join(' '),
							offers: [{label: 'record it', line: 'triage '}],
						},
					];
		},
	},
	{
		id: 'T3',
		name: 'In doubt the higher severity is taken',
		why: 'Time spent on arguing how bad it is, is lost; the higher one is taken now and reviewed later.',
		source: 'PagerDuty',
		answers: ['do', 'override'],
		consult({declaration}) {
			const {doubt, severity} = declaration;
			if (!isOpen(declaration) || doubt === undefined) {
				return [];
			}

			const take = higher(severity, doubt.other);
			const between = doubt.other === undefined ? '' : `, ${severity} or ${doubt.other}`;
			return [
				{
					severity: 'advise',
					subject: '',
					text: `The severity is unsure${between}: take the higher, ${take}, and review it later.`,
					basis: `${severity} ${doubt.other ?? ''}`,
					offers: [{label: `take ${take}`, line: `severity ${take}`}],
				},
			];
		},
	},
];
