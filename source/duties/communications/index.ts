import type {Board} from '../../board.ts';
import {duty, type Telling} from '../../duty.ts';
import {clockTimeFrom, inBrief, minute} from '../../time.ts';
import {because} from '../../words.ts';
import {nameOf} from '../staffing/state.ts';
import {communicationCommands} from './commands.ts';
import {communicationRules} from './doctrine.ts';
import {type CommunicationEvent, communicationSchemas} from './events.ts';
import {communicationsSection} from './section.ts';
import {communicationsEvolution, noCommunications, partyName, waitingMessages} from './state.ts';

const by = (words: string, {staffing}: Board, person: string | undefined): string =>
	person === undefined ? '' : `, ${words} ${nameOf(staffing, person)}`;

const via = (channel: string | undefined): string => (channel === undefined ? '' : ` by ${channel}`);

const colon = (text: string | undefined): string => (text === undefined ? '' : `: ${text}`);

const cadenceWords = (minutes: number | undefined): string => {
	if (minutes === undefined) {
		return '';
	}

	return minutes > 0 ? `, an update every ${inBrief(minutes * minute)}` : ', no regular updates any more';
};

const telling: Telling<CommunicationEvent> = {
	'message-drafted': ({ref, text, audience, channel, action}) =>
		`${ref} drafted for ${partyName(audience)}${via(channel)}${action === undefined ? '' : `, tells of ${action}`}: ${text}`,
	'message-redrafted': ({ref, text}) => `${ref} has a new text: ${text}`,
	'message-agreed': ({ref, person, isReread}, {staffing}) =>
		isReread === true
			? `${ref} read again to ${nameOf(staffing, person)}, who agrees`
			: `${ref} agreed by ${nameOf(staffing, person)}`,
	'message-sent': ({ref, channel}) => `${ref} sent${via(channel)}`,
	'message-withdrawn': ({ref, reason}) => `${ref} withdrawn${because(reason)}`,
	'channel-opened': ({channel, means, isPrivate, purpose}) =>
		`channel ${channel} is open${means === undefined ? '' : `, ${means}`}${isPrivate ? ', private' : ''}${colon(purpose)}`,
	'channel-closed': ({channel, reason}) => `channel ${channel} is closed${because(reason)}`,
	'audience-set': ({audience, minutes, briefer}, board) =>
		`audience ${partyName(audience)}${cadenceWords(minutes)}${by('briefed by', board, briefer)}`,
	'audience-updated': ({audience, text, next}, {declaration}, at) =>
		`${partyName(audience)} updated: ${text}${next === undefined ? '' : `; next at ${clockTimeFrom(at, next, declaration.zone)}`}`,
	'party-told': ({party, text, briefer}, board) => `${partyName(party)} told${by('by', board, briefer)}${colon(text)}`,
	'disclosure-cleared': ({person, reason}, {staffing}) =>
		`wider disclosure cleared by ${nameOf(staffing, person)}${because(reason)}`,
};

export const communications = duty<'communications', CommunicationEvent>({
	name: 'communications',
	title: 'Communications',
	schemas: communicationSchemas,
	initial: noCommunications,
	evolution: communicationsEvolution,
	telling,
	refs: [
		{
			letter: 'M',
			noun: 'message',
			standing: board =>
				waitingMessages(board.communications).map(({ref, audience, text}) => ({
					ref,
					text: `${partyName(audience)}: ${text}`,
				})),
		},
	],
	commands: communicationCommands,
	rules: communicationRules,
	section: communicationsSection,
});
