import {duty, type Telling} from '../../duty.ts';
import {clockTimeFrom} from '../../time.ts';
import {because} from '../../words.ts';
import {nameOf} from '../staffing/state.ts';
import {recordCommands} from './commands.ts';
import {recordRules} from './doctrine.ts';
import {type RecordEvent, recordSchemas} from './events.ts';
import {recordSection} from './section.ts';
import {answerWords, hearEvery, noRecord, recordEvolution} from './state.ts';

/** More would be a page of its own. */
const mostRenamed = 6;

/** `; A7 there is A9 here`. */
const renamedWords = (renamed: readonly {readonly was: string; readonly is: string}[] = []): string => {
	const told = renamed.slice(0, mostRenamed).map(({was, is}) => `${was} there is ${is} here`);
	const more = renamed.length - told.length;
	return told.length === 0 ? '' : `; ${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

const telling: Telling<RecordEvent> = {
	'note-made': ({text, reason}) => `${text}${reason === undefined ? '' : ` (late, because ${reason})`}`,
	'entry-struck': ({entry, reason}) => `entry ${entry} struck, because ${reason}`,
	'late-entry-explained': ({entry, reason}) => `entry ${entry} was late, because ${reason}`,
	'entry-withheld': ({entry, reason}) => `entry ${entry} is not for sharing${because(reason)}`,
	'entry-disclosed': ({entry, reason}) => `entry ${entry} may be shared${because(reason)}`,
	'head-signed': ({number, publicKey}) => `the log up to entry ${number} is signed, with the public key ${publicKey}`,
	'term-defined': ({term, text}) => `${term} stands for ${text}`,
	'entries-imported': ({source, name, from, to, reason, renamed}) =>
		`${from === to ? `entry ${from} is` : `entries ${from} to ${to} are`} imported from ${name} (${source})` +
		`${because(reason)}${renamedWords(renamed)}`,
	'prompt-answered': ({rule, subject, asked, answer, until, reason, authorisedBy}, {staffing, declaration}, at) =>
		[
			`rule ${rule}${subject === '' ? '' : ` about ${nameOf(staffing, subject)}`}: ${answerWords[answer]}`,
			...(until === undefined ? [] : [` until ${clockTimeFrom(at, until, declaration.zone)}`]),
			because(reason),
			...(authorisedBy === undefined ? [] : [`, authorised by ${nameOf(staffing, authorisedBy)}`]),
			` (asked: ${asked})`,
		].join(''),
};

export const record = duty<'record', RecordEvent>({
	name: 'record',
	title: 'Record',
	schemas: recordSchemas,
	initial: noRecord,
	evolution: recordEvolution,
	every: hearEvery,
	telling,
	commands: recordCommands,
	rules: recordRules,
	section: recordSection,
});
