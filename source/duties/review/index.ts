import {duty, type Telling} from '../../duty.ts';
import {clockTimeFrom, type Instant} from '../../time.ts';
import {because} from '../../words.ts';
import type {Board} from '../../board.ts';
import {nameOf} from '../staffing/state.ts';
import {reviewCommands} from './commands.ts';
import {reviewRules} from './doctrine.ts';
import {type ReviewEvent, reviewSchemas} from './events.ts';
import {reviewSection} from './section.ts';
import {documentTitles, noReview, openFollowUps, reviewEvolution} from './state.ts';

const said = (text: string | undefined): string => (text === undefined ? '' : `: ${text}`);

const ownerWords = ({staffing}: Board, owner: string | undefined): string =>
	owner === undefined ? 'no owner' : nameOf(staffing, owner);

const byWords = ({declaration}: Board, due: string | undefined, at: Instant): string =>
	due === undefined ? 'no date' : `by ${clockTimeFrom(at, due, declaration.zone)}`;

const telling: Telling<ReviewEvent> = {
	'containment-confirmed': ({reason}) => `the incident is contained${because(reason)}`,
	'clean-confirmed': ({expert, text}, {staffing}) =>
		`${nameOf(staffing, expert)} confirms the clean state${said(text)}`,
	'return-recommended': ({manager, reason}, {staffing}) =>
		`${manager === undefined ? '' : `${nameOf(staffing, manager)} recommends `}return to business as usual${manager === undefined ? ' recommended' : ''}${because(reason)}`,
	'document-captured': ({document, text}) =>
		`captured: ${documentTitles[document]}${text === undefined ? '' : `, ${text}`}`,
	'review-arranged': ({owner, at: when}, board, at) =>
		[
			'post-incident review arranged',
			...(owner === undefined ? [] : [`, ${nameOf(board.staffing, owner)} holds it`]),
			...(when === undefined ? [] : [`, ${clockTimeFrom(at, when, board.declaration.zone)}`]),
		].join(''),
	'review-held': ({text}) => `post-incident review held${said(text)}`,
	'lesson-learnt': ({ref, text}) => `lesson ${ref}: ${text}`,
	'followup-set': ({ref, text, owner, due, lesson}, board, at) =>
		`follow-up ${ref} ${text}: ${ownerWords(board, owner)}, ${byWords(board, due, at)}${lesson === undefined ? '' : `, from ${lesson}`}`,
	'followup-amended': ({ref, owner, due, wasOwner, wasDue}, board, at) =>
		[
			`follow-up ${ref} is now`,
			...(owner === undefined ? [] : [` with ${nameOf(board.staffing, owner)}, was ${ownerWords(board, wasOwner)}`]),
			...(owner === undefined || due === undefined ? [] : [';']),
			...(due === undefined ? [] : [` due ${byWords(board, due, at)}, was ${byWords(board, wasDue, at)}`]),
		].join(''),
	'followup-done': ({ref, text}) => `follow-up ${ref} done${said(text)}`,
	'thanks-given': ({text}) => `thanks given to ${text}`,
	'management-reported': ({text}) => `management has the report${said(text)}`,
};

export const review = duty<'review', ReviewEvent>({
	name: 'review',
	title: 'Review',
	schemas: reviewSchemas,
	initial: noReview,
	evolution: reviewEvolution,
	telling,
	refs: [
		{
			letter: 'L',
			noun: 'lesson',
			standing: board => board.review.lessons.map(({ref, text}) => ({ref, text})),
		},
		{
			letter: 'U',
			noun: 'follow-up',
			standing: board =>
				openFollowUps(board.review).map(({ref, text, owner}) => ({
					ref,
					text: owner === undefined ? text : `${text}, ${nameOf(board.staffing, owner)}`,
				})),
		},
	],
	commands: reviewCommands,
	rules: reviewRules,
	section: reviewSection,
});
