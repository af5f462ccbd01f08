import * as v from 'valibot';
import {rules} from '../duties/index.ts';
import {incidentKinds, personalDataAnswers, severities} from '../duties/declaration/events.ts';
import {roleKeys} from '../duties/staffing/events.ts';
import {isZone} from '../time.ts';
import {type Expectation, expectationForms} from './expectation.ts';
import {type Limit, spanPattern} from './offset.ts';

/*
What a scenario file holds. Each field's description is also its line in the facilitator's guide and in the schema for
editors; a pattern or the values beside it tell an editor more than the type does, and never decide here.
*/

/** What an editor is told of a field beside its type. */
export type Hint = {readonly pattern?: string; readonly values?: readonly string[]; readonly isTime?: true};

const said = (description: string) =>
	v.pipe(v.string('must be text: put it between quotes'), v.nonEmpty('must not be empty'), v.description(description));

/** Text with a hint for editors. */
const hinted = (description: string, hint: Hint) => v.pipe(said(description), v.metadata(hint));

const lines = (description: string, hint: Hint = {}) =>
	v.optional(v.pipe(v.array(hinted('', hint)), v.description(description)), []);

const isMoment = (text: string): boolean =>
	/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/u.test(text) && !Number.isNaN(Date.parse(text));

const moment = v.pipe(
	v.string(),
	v.check(isMoment, 'must be a moment, as 2026-06-02T09:00:00Z'),
	v.description('when it begins, in the world of the scenario: `2026-06-02T09:00:00Z`'),
	v.metadata({isTime: true} satisfies Hint),
);

const objective = v.strictObject({
	id: v.pipe(
		said('one word of small letters, by which injects name it'),
		v.regex(/^[\p{Ll}\p{N}-]+$/u, 'must be one word of small letters, as command'),
	),
	text: said('what the players are to show'),
	rules: lines('rules of doctrine that it teaches', {values: rules.map(({id}) => id)}),
});

/** Whom an inject may reach. */
export const recipients = [...roleKeys, 'team'] as const;

const heads = expectationForms.map(([form]) => form.split(' ', 1)[0]).join('|');

const inject = v.strictObject({
	number: v.pipe(
		v.number(),
		v.integer('must be a whole number'),
		v.minValue(1, 'must be 1 or more'),
		v.description('its number, which no other has'),
	),
	at: hinted('when it comes: `+5m` after the start, `by hand`, or `if missed`: only as the contingency of another', {
		pattern: `^(?:by hand|if missed|\\+${spanPattern})$`,
	}),
	from: v.optional(said('who is played')),
	to: v.optional(
		v.pipe(
			v.picklist(
				recipients,
				({received}) =>
					`must be a role or team, not ${received.replaceAll('"', '')}; there is ${recipients.join(', ')}`,
			),
			v.description('whom it reaches'),
		),
	),
	means: v.optional(said('how it comes: phone, email, chat, alert')),
	text: said('what the players are told'),
	expected: lines('what they should do, one line each, as below', {pattern: `^(?:${heads})(?:\\s|$)`}),
	by: v.optional(
		hinted('until when, unless a line says it itself: `+20m` from the start, `20m` from the inject', {
			pattern: `^\\+?${spanPattern}$`,
		}),
	),
	objective: v.optional(said('the id of the objective that its expectations are judged for')),
	contingency: v.optional(
		v.pipe(v.number(), v.description('the number of the inject that rescues the play where this one is missed')),
	),
	weight: v.optional(
		v.pipe(
			v.picklist(['key', 'optional']),
			v.description('whether what it expects must be met, or only had better be'),
		),
		'key',
	),
	note: v.optional(said('for facilitator and evaluator only')),
});

/** A scenario file, as written. */
export const scenarioSchema = v.strictObject({
	title: said('what it is called; everything that is printed of it says EXERCISE as well'),
	purpose: v.optional(said('what it is played for')),
	audience: v.optional(said('for whom it is')),
	objectives: v.pipe(v.array(objective), v.description('what is judged in the end')),
	profile: v.optional(said('the doctrine: moj, pagerduty, ics, imag, or one of your own files'), 'moj'),
	kind: v.optional(v.pipe(v.picklist(incidentKinds), v.description('the kind of incident')), 'security'),
	severity: v.optional(v.pipe(v.picklist(severities), v.description('the severity at the start')), 'S3'),
	data: v.optional(
		v.pipe(v.picklist(personalDataAnswers), v.description('whether personal data are involved, as far as is known')),
		'no',
	),
	zone: v.optional(
		v.pipe(
			v.string(),
			v.check(isZone, 'must be a time zone, as Europe/London'),
			v.description('the time zone in which bare times are read and shown'),
		),
		'UTC',
	),
	marking: v.optional(said('the marking of all that is printed: TLP:AMBER, OFFICIAL, or your own')),
	start: moment,
	duration: hinted('how long it takes: `90m`, `4h`; then it ends', {pattern: `^${spanPattern}$`}),
	speed: v.optional(
		v.pipe(
			v.number(),
			v.minValue(0.01, 'must be more than 0'),
			v.description("how many times as fast as the wall's clock it runs, unless the facilitator says otherwise"),
		),
		1,
	),
	state: lines('lines of the language that are true at the start: who is there, what is known'),
	injects: v.pipe(v.array(inject), v.description('what the players are told, and what they should do')),
	end: v.optional(hinted('an expectation that ends the drill when it is met', {pattern: `^(?:${heads})(?:\\s|$)`})),
	truth: v.optional(said('what really happened; hidden from the players until the end')),
	rules: lines('rules of play, for the facilitator to read out'),
});

export type ScenarioFile = v.InferOutput<typeof scenarioSchema>;

/** When an inject is delivered: milliseconds after the start, when somebody says so, or when another was missed. */
export type When =
	| {readonly type: 'offset'; readonly after: number}
	| {readonly type: 'hand'}
	| {readonly type: 'missed'};

export type Inject = Omit<ScenarioFile['injects'][number], 'at' | 'by' | 'expected' | 'to'> & {
	/** A role or the team, by its key; where people are taken out of a drill, by another name. */
	readonly to?: string | undefined;
	readonly when: When;
	readonly limit: Limit | undefined;
	readonly expected: readonly Expectation[];
};

/** A scenario that has been checked, ready to be played. */
export type Scenario = Omit<ScenarioFile, 'injects' | 'duration' | 'end'> & {
	/** Milliseconds. */
	readonly duration: number;
	readonly injects: readonly Inject[];
	readonly end: Expectation | undefined;
};
