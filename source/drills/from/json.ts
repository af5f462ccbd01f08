import * as v from 'valibot';
import {type Exercise, exerciseSchema} from './exercise.ts';
import {type Timeline, timelineSchema} from './timeline.ts';

/** What a JSON file tells: an exercise, or an incident; else what is wrong with it, after the file's name. */
export type ReadJson = {readonly exercise: Exercise} | {readonly timeline: Timeline} | {readonly wrong: string};

const wrongIn = (what: string, issue: v.BaseIssue<unknown>): string => {
	const field = v.getDotPath(issue) ?? 'its shape';
	return issue.message.startsWith('Invalid')
		? `is no ${what}: ${field} is ${issue.received === 'undefined' ? 'missing' : 'not as expected'}`
		: `is no ${what}: ${field} ${issue.message}`;
};

/** Reads an exercise (`injects`) or an incident (`timeline`) in JSON. */
export const readJson = (json: string): ReadJson => {
	let data: unknown;
	try {
		data = JSON.parse(json);
	} catch {
		return {wrong: 'is not JSON'};
	}

	if (typeof data === 'object' && data !== null && 'timeline' in data) {
		const result = v.safeParse(timelineSchema, data);
		return result.success ? {timeline: result.output} : {wrong: wrongIn('incident', result.issues[0])};
	}

	const result = v.safeParse(exerciseSchema, data);
	return result.success ? {exercise: result.output} : {wrong: wrongIn('exercise', result.issues[0])};
};
