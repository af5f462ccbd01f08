import type {Board} from './board.ts';
import type {RoleKey} from './duties/staffing/events.ts';
import type {BoardEvent} from './entry.ts';
import type {Library} from './library.ts';
import type {Profile} from './profile.ts';
import type {Refusal} from './refusal.ts';
import type {Prompt} from './rule.ts';
import type {Instant} from './time.ts';

/** How one field of a command is written in a line; `language/` reads it, help and completion are made from it. */
export type FieldSpec =
	/** What is left of the line when every token has been taken. */
	| {readonly type: 'text'}
	/** `A3`, `F2`, `D1`. */
	| {readonly type: 'ref'; readonly letter: string}
	/** One ref or several, side by side: `A3 A5 A7`, `A3, A5`. */
	| {readonly type: 'refs'; readonly letter: string}
	/** The bare number of a log entry. */
	| {readonly type: 'entry'}
	| {readonly type: 'role'}
	/** One word out of few, or any word when there are no choices. */
	| {readonly type: 'word'; readonly choices?: readonly string[]}
	/** The first `@handle` not yet taken; `welcomes` lets it be somebody who is not on the board yet. */
	| {readonly type: 'person'; readonly welcomes?: boolean}
	/** Every `@handle` not yet taken. */
	| {readonly type: 'people'}
	/** `#team`; where `bare` is set, the first word will do. */
	| {readonly type: 'team'; readonly bare?: boolean}
	/** `key:value`. */
	| {readonly type: 'key'; readonly key: string; readonly value: KeyValue}
	/** `by <time>`, `until <time>`, `next <time>`: to come; `since <time>`: past. */
	| {readonly type: 'time'; readonly word: 'by' | 'until' | 'next' | 'since'}
	/** `because …`, to the end of the line. */
	| {readonly type: 'reason'}
	/** Another command's line, to the end of the line, where the field before it has the value `after`. */
	| {readonly type: 'line'; readonly after: string};

/** What may stand after the colon of a `key:value` field. */
export type KeyValue =
	| {readonly of: 'choice'; readonly choices: Readonly<Record<string, string>>}
	| {readonly of: 'ref'; readonly letter: string}
	| {readonly of: 'entry'}
	| {readonly of: 'zone'}
	| {readonly of: 'any'};

export type Field<Value = unknown> = FieldSpec & {
	readonly optional: boolean;
	/** What the field is for, in one or two words: `owner`, `what to do`. */
	readonly hint: string;
	/** Never set; carries the value's type. */
	readonly value?: Value;
};

const field =
	<Value>(spec: FieldSpec) =>
	(hint: string): Field<Value> => ({...spec, optional: false, hint});

/** The field may be left out; its value is then undefined. */
export const optional = <Value>(one: Field<Value>): Field<Value | undefined> => ({...one, optional: true});

export const text = field<string>({type: 'text'});
export const actionRef = field<string>({type: 'ref', letter: 'A'});
export const actionRefs = field<readonly string[]>({type: 'refs', letter: 'A'});
export const findingRef = field<string>({type: 'ref', letter: 'F'});
export const findingRefs = field<readonly string[]>({type: 'refs', letter: 'F'});
export const decisionRef = field<string>({type: 'ref', letter: 'D'});
export const messageRef = field<string>({type: 'ref', letter: 'M'});
export const hypothesisRef = field<string>({type: 'ref', letter: 'H'});
export const clockRef = field<string>({type: 'ref', letter: 'C'});
export const exhibitRef = field<string>({type: 'ref', letter: 'X'});
export const lessonRef = field<string>({type: 'ref', letter: 'L'});
export const followUpRef = field<string>({type: 'ref', letter: 'U'});
export const entryNumber = field<number>({type: 'entry'});
export const role = field<RoleKey>({type: 'role'});
export const word = field<string>({type: 'word'});
export const person = field<string>({type: 'person'});
/** Somebody who may be new to the board, by a bare handle too. */
export const newcomer = field<string>({type: 'person', welcomes: true});
export const people = field<readonly string[]>({type: 'people'});
export const team = field<string>({type: 'team'});
/** A team's name, with or without its `#`. */
export const teamName = field<string>({type: 'team', bare: true});
export const due = field<Instant>({type: 'time', word: 'by'});
export const until = field<Instant>({type: 'time', word: 'until'});
/** When the next one is: `next 15:30`. */
export const next = field<Instant>({type: 'time', word: 'next'});
/** When it began, beside when it was said: `since 09:50`. */
export const since = field<Instant>({type: 'time', word: 'since'});
export const reason = field<string>({type: 'reason'});

/** Another command's line, where the word before it is `after`. */
export const lineAfter = (after: string) => field<string>({type: 'line', after});

/** One word out of few. */
export const choice = <const Choice extends string>(choices: readonly Choice[]) =>
	field<Choice>({type: 'word', choices});

/** `key:value` with any value. */
export const key = (name: string) => field<string>({type: 'key', key: name, value: {of: 'any'}});
/** `key:value` out of few; `choices` maps what may be typed to what is meant. */
export const keyChoice = <const Choice extends string>(name: string, choices: Readonly<Record<string, Choice>>) =>
	field<Choice>({type: 'key', key: name, value: {of: 'choice', choices}});
export const keyZone = (name: string) => field<string>({type: 'key', key: name, value: {of: 'zone'}});
export const keyRef = (name: string, letter: string) =>
	field<string>({type: 'key', key: name, value: {of: 'ref', letter}});
export const keyEntry = (name: string) => field<number>({type: 'key', key: name, value: {of: 'entry'}});

export type Fields = Readonly<Record<string, Field>>;

/** The values that a line gives to a command's fields. */
export type InputOf<F extends Fields> = {
	readonly [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never;
};

/** What a command gives: the events that follow, or why not. */
export type Outcome = readonly BoardEvent[] | Refusal;

/** Everything about the moment that a command may need. */
export type Context = {
	readonly now: Instant;
	readonly occurredAt: Instant;
	/** Who speaks: a handle, or a name that is nobody's handle. */
	readonly by: string;
	readonly profile: Profile;
	/** Doctrines and roster, as files beside the program say. */
	readonly library: Library;
	/** The zone of whoever types: a new incident's, unless another is named. */
	readonly zone: string;
	/** What doctrine asks at this moment. */
	readonly prompts: () => readonly Prompt[];
	/** What another line would give on the same board. */
	readonly decideLine: (line: string) => Outcome;
};

/** What a person may do. */
export type Command = {
	readonly verb: string;
	/** What it is called on the screen while it is typed: `ACTION`. */
	readonly label: string;
	readonly summary: string;
	readonly fields: Fields;
	readonly example: string;
	/** May be done when the incident is closed. */
	readonly afterClosing: boolean;
	/** Its text goes out as it is typed: a time in it is a part of it, and never when it happened. */
	readonly isVerbatim: boolean;
	readonly decide: (board: Board, input: Readonly<Record<string, unknown>>, context: Context) => Outcome;
};

/** A command with its input typed from its fields. */
export const command = <const F extends Fields>(spec: {
	readonly verb: string;
	readonly label: string;
	readonly summary: string;
	readonly fields: F;
	readonly example: string;
	readonly afterClosing?: boolean;
	readonly isVerbatim?: boolean;
	readonly decide: (board: Board, input: InputOf<F>, context: Context) => Outcome;
}): Command => ({
	afterClosing: false,
	isVerbatim: false,
	...spec,
	// The reader has checked every value against its field: this is where the two meet.
	decide: (board, input, context) => spec.decide(board, input as InputOf<F>, context),
});
