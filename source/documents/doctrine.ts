import {rules} from '../duties/index.ts';
import type {Profile} from '../profile.ts';
import {type Block, heading, list, paragraph, table} from '../section.ts';

/** What doctrines disagree about, as a person would ask. */
const topics: Readonly<Record<keyof Profile['stances'], string>> = {
	severityTalk: 'Is severity talked about on the call?',
	outgoingManager: 'When does the outgoing Incident Manager leave?',
	managerRoles: 'May the Incident Manager hold another role?',
	combinedStaff: 'May deputy, secretariat and liaison be one person?',
	whatToLog: 'What is logged?',
	editing: 'May an entry be changed?',
	externalMessages: 'When is somebody outside told of a security incident?',
};

const minuteWords: Readonly<Record<keyof Profile['minutes'], readonly [what: string, isDefault: boolean]>> = {
	acknowledge: ['An owner acknowledges an action within', true],
	comingDue: ['A report is announced before it is due', true],
	stuck: ['An action is stuck when it is late by more than', true],
	lateEntry: ['An entry is late after more than', true],
	startLog: ['The log starts after the team has assembled within', true],
	silence: ['The log may be silent for', true],
	askAgain: ['A prompt that was put to the Incident Manager comes back after', true],
	declare: ['An event that is not solved is declared after', false],
	securityTeam: ['The security team is told within', false],
	securityTeamSoon: ['… and is asked about after', true],
	idleExpert: ['An expert without an action may be released after', true],
	suggestion: ['A suggestion to escalate is answered within', true],
	mark: ['The deputy calls the time every', false],
	command: ['A handover of command is encouraged after', false],
	roleLimit: ['A handover of any role is due after', false],
	work: ['A pause is due after', false],
	rest: ['Rest after work lasts at least', false],
	longRunning: ['Shifts are planned after', false],
	period: ['An operational period lasts', false],
	planAhead: ['The next period is planned ahead by', true],
	draft: ['A draft is read again after', true],
	reachLeads: ['Leads are tried before a disruptive action for', false],
};

const inWords = (minutes: number): string =>
	minutes >= 60 && minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;

/** Which doctrine speaks: what it holds where doctrines disagree, its numbers, and the rules that it does not hold. */
export const doctrineBlocks = (profile: Profile): readonly Block[] => {
	const {stances, minutes, span, off, cadences} = profile;
	const named = new Map(rules.map(rule => [rule.id, rule.name] as const));
	return [
		heading(`Doctrine: ${profile.title}`, 1),
		paragraph(`Profile ${profile.name}. A number marked “default” is the project's own; no doctrine gives it.`),
		heading('Where doctrines disagree'),
		table(
			['Question', 'This doctrine', 'Who says so'],
			(Object.keys(topics) as (keyof typeof topics)[]).map(topic => [
				topics[topic],
				stances[topic].says,
				stances[topic].source,
			]),
		),
		heading('Numbers'),
		table(
			['What', 'How much', ''],
			[
				['Direct reports: the guide', String(span.guide), ''],
				['Direct reports: the limit', String(span.limit), ''],
				['Direct reports: urgent above', String(span.hardLimit), ''],
				['A sub-team smaller than this may be merged', String(span.least), ''],
				...(Object.keys(minuteWords) as (keyof typeof minuteWords)[]).map(name => [
					minuteWords[name][0],
					inWords(minutes[name]),
					minuteWords[name][1] ? 'default' : '',
				]),
			],
		),
		heading('How often each audience is told'),
		table(
			['Audience', 'Every', 'Source'],
			cadences.map(one => [one.audience, inWords(one.minutes), one.source]),
		),
		heading('Rules that it does not hold'),
		off.length === 0
			? paragraph('It holds every rule.')
			: list(off.map(id => `${id} ${named.get(id) ?? 'which this version does not know'}`)),
	];
};
