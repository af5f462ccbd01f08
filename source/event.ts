import {check, type GenericSchema, type InferOutput, pipe, string} from 'valibot';
import {isInstant, isZone} from './time.ts';

/** The kinds of one duty: each kind's name and the shape of what it carries. */
export type Schemas = Readonly<Record<string, GenericSchema>>;

/** The union of events that a duty's schemas describe: `{kind, …data}`. */
export type EventOf<S extends Schemas> = {
	[Kind in keyof S & string]: {readonly kind: Kind} & Readonly<InferOutput<S[Kind]>>;
}[keyof S & string];

/** A moment in an event. One that cannot be read would stop whoever shows it. */
export const instant = pipe(string(), check(isInstant, 'is not a moment'));

/** A time zone in an event, by its IANA name. */
export const zone = pipe(string(), check(isZone, 'is not a time zone'));
