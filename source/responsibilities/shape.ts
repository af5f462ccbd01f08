import * as v from 'valibot';
import {trouble} from '../text.ts';
import {isInstant} from '../time.ts';

/*
What a responsibilities file holds. Everything that somebody may not know yet may be left out: what is missing is shown
as a gap, never guessed. Each field's description is also its line in the papers and in the schema for editors.
*/

/** True for a day that is in the calendar, as `2026-05-01`. */
export const isDay = (text: string): boolean =>
	isInstant(`${text}T00:00:00.000Z`) && new Date(`${text}T00:00:00.000Z`).toISOString().startsWith(text);

const isSaid = (text: string): boolean => text.trim() !== '' && trouble(text) === undefined;

const unsaid = 'must be text, and not empty';

const said = (description: string) => v.pipe(v.string(), v.check(isSaid, unsaid), v.description(description));

const notADay = 'must be a day, as 2026-05-01';

const day = (description: string) =>
	v.pipe(v.string(notADay), v.check(isDay, notADay), v.description(`${description} (a day)`));

/** One name, or a list of them. */
const names = (description: string) =>
	v.optional(
		v.pipe(
			v.union([v.string(), v.array(v.string())], 'must be a name, or a list of names'),
			v.transform(given => (typeof given === 'string' ? [given] : given)),
			v.check(given => given.every(isSaid), 'must be a name, or a list of names, none of them empty'),
			v.description(description),
		),
		[],
	);

const many = <Item extends v.GenericSchema>(item: Item, description: string) =>
	v.optional(v.pipe(v.array(item), v.description(description)), []);

/** What a task takes care of, where an audit asks for that by name. */
export const coverages = ['assets', 'processes', 'risk', 'personnel', 'conformity', 'reporting', 'incidents'] as const;

export type Coverage = (typeof coverages)[number];

const key = (description: string, expected: string) =>
	v.pipe(v.string(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u, expected), v.description(description));

const holder = v.strictObject({
	person: said('who holds the role: a handle, or a name'),
	appointed: v.optional(day('when they were appointed')),
	appointedBy: v.optional(said('who appointed them')),
	accepted: v.optional(day('when they accepted')),
	madeKnown: v.optional(
		v.pipe(
			v.strictObject({
				on: v.optional(day('when it was made known')),
				how: v.optional(said('by what means: a page, a mail to everybody')),
				to: names('to whom'),
			}),
			v.description('how others came to know of it'),
		),
	),
	acknowledged: many(
		v.strictObject({who: said('who said that they know'), on: v.optional(day('when they said so'))}),
		'who said that they know of it',
	),
	until: v.optional(day('the last day in the role')),
});

const role = v.strictObject({
	key: key('how tasks name it: one word', 'must be one word of letters, digits, dots and dashes, as incident-manager'),
	title: said('what the role is called'),
	group: v.optional(said('who they all are, where many hold the role and nobody in particular: all employees')),
	perIncident: v.optional(
		v.pipe(
			v.boolean(),
			v.description('true where the role is given when an incident begins: the log of the incident says to whom'),
		),
		false,
	),
	responsibilities: many(said('one duty of the role'), 'what the role is responsible for, in writing'),
	authority: many(
		v.strictObject({
			may: said('what the role may decide'),
			limit: v.optional(said('up to which limit')),
		}),
		'authorisation: what the role may decide, and up to which limit',
	),
	jobDescription: v.optional(
		v.pipe(
			v.strictObject({
				reference: said('which document'),
				reportsPerformance: v.optional(
					v.pipe(
						v.boolean(),
						v.description('whether it covers reporting the performance of information security to top management'),
					),
				),
			}),
			v.description('the job description that carries the role'),
		),
	),
	holders: many(holder, 'who holds the role, and held it'),
});

const person = v.strictObject({
	handle: key('how the file names them: one word', 'must be one word of letters, digits, dots and dashes, as priya'),
	name: said('their name'),
	post: v.optional(said('their post in the organisation')),
	contact: v.optional(said('the contact of record')),
	training: many(
		v.strictObject({
			what: said('the training, the shadowing, the drill'),
			on: day('when it was'),
			record: v.optional(said('where that is recorded')),
		}),
		'what they have done to be competent',
	),
	left: v.optional(day('when they left the organisation')),
});

const task = v.strictObject({
	task: said('what is to be done'),
	covers: many(
		v.pipe(v.picklist(coverages), v.description('one of what an audit asks for')),
		`what the task takes care of, where an audit asks for it: ${coverages.join(', ')}`,
	),
	responsible: names('R: who does it; roles, or people'),
	accountable: names('A: who answers for it; one, unless that is shared on purpose'),
	consulted: names('C: who is asked before'),
	informed: names('I: who is told after'),
	note: v.optional(said('what else is to be known')),
});

const delegation = v.strictObject({
	what: said('what is delegated'),
	by: said('who delegates, and stays accountable'),
	to: said('to whom'),
	limit: v.optional(said('what they may decide, up to which limit')),
	from: v.optional(day('from when')),
	until: v.optional(day('until when')),
});

const asked = v.strictObject({
	who: said('who: a handle, a name, or a role'),
	on: v.optional(day('when')),
});

/** A matrix of tasks against roles, who holds the roles, and how it came about. */
export const responsibilitiesSchema = v.strictObject({
	title: said('what the matrix is called'),
	version: v.optional(
		v.pipe(
			v.string('must be text in quotes, as "1.2"'),
			v.check(isSaid, unsaid),
			v.description('its version, in quotes'),
		),
	),
	updated: v.optional(day('when its text was last changed')),
	organisation: v.optional(said('whose it is')),
	project: v.optional(said('the project or service that it is for')),
	sro: v.optional(said('the senior responsible owner')),
	marking: v.optional(said('its classification marking')),
	scope: v.optional(said('what it applies to')),
	owner: v.optional(said('who keeps it')),
	author: v.optional(said('who wrote the text')),
	approver: v.optional(said('who approved the text')),
	approved: v.optional(day('when it was approved')),
	plan: v.optional(
		v.pipe(
			v.strictObject({
				title: said('what the incident management plan is called'),
				version: v.optional(said('its version')),
				updated: v.optional(day('when it was last changed')),
			}),
			v.description('the incident management plan that the matrix belongs to'),
		),
	),
	roles: v.pipe(v.array(role), v.description('the roles')),
	people: many(person, 'the people'),
	tasks: v.pipe(v.array(task), v.description('the tasks')),
	delegations: many(delegation, 'what was delegated, by whom to whom, until when'),
	consulted: many(asked, 'who was consulted about the matrix'),
	agreed: many(asked, 'who agreed to what the matrix asks of them'),
	shared: many(
		v.strictObject({
			on: v.optional(day('when')),
			with: names('with whom'),
			how: v.optional(said('by what means')),
		}),
		'when the matrix was shared',
	),
	reviewed: many(
		v.strictObject({
			on: day('when'),
			by: v.optional(said('by whom')),
			next: v.optional(day('when it is reviewed again')),
			outcome: v.optional(said('what the review found')),
		}),
		'when the matrix was reviewed',
	),
	changes: many(
		v.strictObject({
			on: day('when'),
			what: said('what was changed'),
			because: v.optional(said('the incident or drill that caused it, by its reference')),
		}),
		'what was changed, and why',
	),
});

export type Responsibilities = Readonly<v.InferOutput<typeof responsibilitiesSchema>>;

export type Role = Responsibilities['roles'][number];

export type Holder = Role['holders'][number];

export type Member = Responsibilities['people'][number];

export type Task = Responsibilities['tasks'][number];

/** The letters of a matrix, in the order in which they are written. */
export const letters = {R: 'responsible', A: 'accountable', C: 'consulted', I: 'informed'} as const;

export type Letter = keyof typeof letters;

/** A file of responsibilities as an entry of a log cites it: enough to find the very text again. */
export type Citation = {
	/** The file's name, without its folder. */
	readonly source: string;
	readonly title: string;
	readonly version: string | undefined;
	/** SHA-256 over the bytes of the file, in hex. */
	readonly sha256: string;
};
