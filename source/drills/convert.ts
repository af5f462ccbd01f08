import * as v from 'valibot';
import {stringify} from 'yaml';
import {incidentKinds} from '../duties/declaration/events.ts';
import type {Entry} from '../entry.ts';
import {elapsed} from '../time.ts';
import {spanWords} from './offset.ts';

const header = '# A drill: loggist drill check FILE, then loggist drill run FILE.\n';

/** A scenario file. */
export const scenarioYaml = (scenario: object): string => header + stringify(scenario, {lineWidth: 110});

const free = v.string();

/** The shape of an exercise in JSON, as far as it is read. Keys that are not known are passed over. */
const exerciseSchema = v.object({
	title: free,
	kind: v.optional(v.picklist(incidentKinds)),
	personalData: v.optional(v.boolean()),
	zone: v.optional(free),
	start: free,
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
			text: free,
			questions: v.optional(v.array(free)),
			expected: v.optional(v.array(free)),
		}),
	),
	notes: v.optional(free),
});

export type ExerciseJson = Readonly<v.InferOutput<typeof exerciseSchema>>;

/** Reads an exercise; else what is wrong with it, after the file's name. */
export const readExercise = (json: string): {readonly exercise: ExerciseJson} | {readonly wrong: string} => {
	let data: unknown;
	try {
		data = JSON.parse(json);
	} catch {
		return {wrong: 'is not JSON'};
	}

	const result = v.safeParse(exerciseSchema, data);
	if (!result.success) {
		return {wrong: `is no exercise: ${v.getDotPath(result.issues[0]) ?? 'its shape'} is not as expected`};
	}

	return Number.isNaN(Date.parse(result.output.start))
		? {wrong: 'is no exercise: start is not a moment'}
		: {exercise: result.output};
};

const minutes = (count: number): string => spanWords(count * 60_000);

const quotable = (name: string): string => name.replaceAll(/["\n]/gu, '');

/** An exercise as a scenario. What it expects in free words becomes what an evaluator confirms by hand. */
export const fromExercise = (exercise: ExerciseJson): object => {
	const {title, kind, personalData, zone, start, durationMinutes, scenario, objectives = [], roles = []} = exercise;
	const last = Math.max(durationMinutes, ...exercise.injects.map(one => one.offsetMinutes));
	return {
		title,
		...(scenario === undefined ? {} : {purpose: scenario}),
		...(roles.length === 0 ? {} : {audience: roles.map(one => one.role).join(', ')}),
		objectives: objectives.map((text, index) => ({id: `o${index + 1}`, text})),
		...(kind === undefined ? {} : {kind}),
		data: personalData === true ? 'maybe' : 'no',
		...(zone === undefined ? {} : {zone}),
		start: new Date(start).toISOString(),
		duration: minutes(last),
		state: roles.map(({role}) => `checkin @"${quotable(role)}"`),
		injects: exercise.injects.map(one => ({
			number: one.n,
			at: `+${minutes(one.offsetMinutes)}`,
			...(one.from === undefined ? {} : {from: one.from}),
			to: 'team',
			text: [one.text, ...(one.questions ?? [])].join(' '),
			...(one.expected === undefined ? {} : {expected: one.expected.map(text => `observed ${text}`)}),
			...(one.dueOffsetMinutes === undefined ? {} : {by: `+${minutes(one.dueOffsetMinutes)}`}),
		})),
		...(exercise.notes === undefined ? {} : {truth: exercise.notes}),
	};
};

/** The longest words of a text, by which a deed is recognised. */
const telling = (text: string): string => {
	const words = text.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
	return words
		.filter(word => word.toLowerCase() !== 'says')
		.toSorted((one, other) => other.length - one.length)
		.slice(0, 2)
		.join(' ');
};

const saying = (head: string, text: string): string => {
	const words = telling(text);
	return words === '' ? head : `${head} says ${words}`;
};

/** What the team did, as an expectation of whoever plays it again; undefined for what is none. */
const deedIn = ({event}: Entry): string | undefined => {
	switch (event.kind) {
		case 'role-assigned': {
			return `role ${event.role}`;
		}

		case 'action-opened': {
			return saying('action', event.text);
		}

		case 'decision-made': {
			return saying('decision', event.text);
		}

		case 'severity-set': {
			return `severity ${event.severity}`;
		}

		case 'message-sent': {
			return 'message sent';
		}

		case 'tier-escalated': {
			return `verb escalate tier:${event.tier}`;
		}

		default: {
			return undefined;
		}
	}
};

type Draft = {readonly number: number; readonly at: number; readonly text: string; readonly expected: string[]};

/**
 * An incident as a scenario: what was found and noted as injects, what the team did as the expectations, each as late
 * as the team did it. Undefined where nothing was declared.
 */
export const fromIncident = (entries: readonly Entry[]): object | undefined => {
	const [first] = entries;
	if (first?.event.kind !== 'incident-declared') {
		return undefined;
	}

	const start = entries.reduce((one, {occurredAt}) => (occurredAt < one ? occurredAt : one), first.occurredAt);
	const offset = ({occurredAt}: Entry) => elapsed(start, occurredAt);
	const told = entries.toSorted((one, other) => (one.occurredAt < other.occurredAt ? -1 : 1));
	const {title, incidentKind, severity, personalData, zone, profile} = first.event;
	const injects: Draft[] = [{number: 1, at: 0, text: title, expected: []}];
	for (const entry of told) {
		const {event} = entry;
		if (event.kind === 'finding-recorded' || event.kind === 'note-made' || event.kind === 'inject-delivered') {
			injects.push({number: injects.length + 1, at: offset(entry), text: event.text, expected: []});
			continue;
		}

		const deed = deedIn(entry);
		// The clock of a deed is told in whole minutes, never earlier than it was done.
		const by = minutes(Math.ceil(offset(entry) / 60_000));
		injects.at(-1)?.expected.push(...(deed === undefined ? [] : [`${deed} by +${by}`]));
	}

	const end = Math.max(...told.map(offset)) + 60_000;
	return {
		title,
		purpose: `What the team of ${first.incident} met, to be met again`,
		objectives: [{id: 'as-then', text: 'What was done then is done, as soon as then'}],
		profile,
		kind: incidentKind,
		severity,
		data: personalData,
		zone,
		start,
		duration: minutes(Math.ceil(end / 60_000)),
		injects: injects.map(({number, at, text, expected}) => ({
			number,
			at: `+${spanWords(at)}`,
			text,
			...(expected.length === 0 ? {} : {expected, objective: 'as-then'}),
		})),
	};
};
