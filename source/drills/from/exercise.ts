import * as v from 'valibot';
import {incidentKinds} from '../../duties/declaration/events.ts';
import type {RoleKey} from '../../duties/staffing/events.ts';
import {isZone} from '../../time.ts';
import {spanWords} from '../offset.ts';
import {readExpectation} from '../expectation.ts';
import type {WrittenScenario} from '../write.ts';
import {titleOf} from './title.ts';

const free = v.string();

/** The shape of an exercise in JSON, as far as it is read. Keys that are not known are passed over. */
export const exerciseSchema = v.object({
	title: free,
	source: v.optional(free),
	kind: v.optional(v.picklist(incidentKinds)),
	personalData: v.optional(v.boolean()),
	zone: v.optional(v.pipe(free, v.check(isZone, 'must be a time zone'))),
	start: v.pipe(
		free,
		v.check(start => !Number.isNaN(Date.parse(start)), 'must be a moment'),
	),
	durationMinutes: v.number(),
	scenario: v.optional(free),
	objectives: v.optional(v.array(free)),
	roles: v.optional(v.array(v.object({role: free}))),
	injects: v.array(
		v.object({
			n: v.number(),
			offsetMinutes: v.number(),
			dueOffsetMinutes: v.optional(v.number()),
			from: v.optional(free),
			to: v.optional(v.array(free)),
			text: free,
			questions: v.optional(v.array(free)),
			expected: v.optional(v.array(free)),
		}),
	),
	notes: v.optional(free),
});

export type Exercise = Readonly<v.InferOutput<typeof exerciseSchema>>;

const minutes = (count: number): string => spanWords(count * 60_000);

const quotable = (name: string): string => name.replaceAll(/["\n]/gu, '');

/** What an evaluator confirms. A time at the end of free words is theirs, and no limit. */
const observed = (text: string): string => {
	const line = `observed ${text.replaceAll(/\s+/gu, ' ').trim()}`;
	const read = readExpectation(line);
	return 'wrong' in read || read.limit !== undefined ? `${line}.` : line;
};

const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** The beginnings of the words that say something: `breached` and `breach` are one. */
const stems = (text: string): ReadonlySet<string> =>
	new Set((text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map(word => word.slice(0, 5)));

/**
 * The objective that an inject is played for: the one with which it has most words in common. Exercises put both in the
 * order in which they are played, so that the place decides where the words do not.
 */
const objectiveFor = (exercise: Exercise, index: number): string | undefined => {
	const {objectives = [], injects} = exercise;
	const inject = injects[index];
	if (inject === undefined || objectives.length === 0) {
		return undefined;
	}

	const own = stems([inject.text, ...(inject.questions ?? []), ...(inject.expected ?? [])].join(' '));
	const place = Math.floor((index * objectives.length) / injects.length);
	const scores = objectives.map(
		(text, at) => [...stems(text)].filter(stem => own.has(stem)).length + (at === place ? 1 : 0),
	);
	const best = Math.max(...scores);
	return `o${(scores[place] === best ? place : scores.indexOf(best)) + 1}`;
};

/** Roles of an exercise by the words in which they are told; the first that fits. */
const roleWords: readonly (readonly [RegExp, RoleKey])[] = [
	[/deputy/iu, 'deputy'],
	[/privacy|data protection/iu, 'privacy'],
	[/communicat|press|media/iu, 'comms'],
	[/scribe|secretar|loggist/iu, 'secretariat'],
	[/coordinat|incident (?:manager|command)|leads?\b.*response/iu, 'im'],
	[/technical|analyst|security/iu, 'analyst'],
	[/legal|liaison|authority/iu, 'liaison'],
];

/** The one role that an inject reaches; the team where it reaches several, or one that cannot be told. */
const reached = (to: readonly string[] | undefined): RoleKey | 'team' => {
	const [only, ...others] = to ?? [];
	return only === undefined || others.length > 0
		? 'team'
		: (roleWords.find(([words]) => words.test(only))?.[1] ?? 'team');
};

/** Who watches does not play. */
const watches = (role: string): boolean => /observ|evaluat|facilitat/iu.test(role);

/**
 * An exercise as a scenario: its roles are the players. What it expects in free words becomes what an evaluator confirms
 * by hand; what it tells of the plot is hidden from the players.
 */
export const fromExercise = (exercise: Exercise): WrittenScenario => {
	const {source, kind, personalData, zone, start, durationMinutes, objectives = [], roles = []} = exercise;
	const title = titleOf(exercise.title);
	const players = roles.map(({role}) => role).filter(role => !watches(role));
	const last = Math.max(
		1,
		durationMinutes,
		...exercise.injects.flatMap(one => [one.offsetMinutes, one.dueOffsetMinutes ?? 0]),
	);
	const truth = [exercise.scenario, exercise.notes].filter(isSaid).join('\n\n');
	return {
		title,
		...(source === undefined ? {} : {purpose: `After ${source}`}),
		...(players.length === 0 ? {} : {audience: players.join(', ')}),
		objectives: objectives.map((text, index) => ({id: `o${index + 1}`, text: isSaid(text) ? text : 'not said'})),
		...(kind === undefined ? {} : {kind}),
		data: personalData === true ? 'maybe' : 'no',
		...(zone === undefined ? {} : {zone}),
		start: new Date(start).toISOString(),
		duration: minutes(last),
		state: players.map(role => `checkin @"${quotable(role)}"`),
		injects: exercise.injects.map((one, index) => {
			const objective = objectiveFor(exercise, index);
			return {
				number: one.n,
				at: `+${minutes(one.offsetMinutes)}`,
				...(isSaid(one.from) ? {from: one.from} : {}),
				to: reached(one.to),
				text: [one.text, ...(one.questions ?? [])].filter(isSaid).join(' ') || title,
				...(one.expected === undefined ? {} : {expected: one.expected.filter(isSaid).map(observed)}),
				...(one.dueOffsetMinutes === undefined ? {} : {by: `+${minutes(one.dueOffsetMinutes)}`}),
				...(objective === undefined ? {} : {objective}),
			};
		}),
		...(truth === '' ? {} : {truth}),
	};
};
