import type {GenericSchema, InferOutput} from 'valibot';

/** The kinds of one duty: each kind's name and the shape of what it carries. */
export type Schemas = Readonly<Record<string, GenericSchema>>;

/** The union of events that a duty's schemas describe: `{kind, …data}`. */
export type EventOf<S extends Schemas> = {
	[Kind in keyof S & string]: {readonly kind: Kind} & Readonly<InferOutput<S[Kind]>>;
}[keyof S & string];
