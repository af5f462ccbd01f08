import type {Field} from '../command.ts';
import type {Instant} from '../time.ts';
import type {Moment} from './moment.ts';
import type {Newcomer} from './people.ts';
import type {Word} from './tokens.ts';

/** What has been read of a line so far. */
export type State = {
	readonly moment: Moment;
	readonly fields: ReadonlyMap<string, Field>;
	readonly input: Map<string, unknown>;
	readonly newcomers: Newcomer[];
	/** Whether `at TIME` is a part of the text. */
	readonly isVerbatim: boolean;
	occurredAt: Instant | undefined;
	/** Several refs with nothing but blanks between them, where a text may follow. */
	looseRefs: readonly string[] | undefined;
};

/** A token's value was taken: how many words it used. */
export type Taken = {readonly used: number};

/** From where to where words stand in the line. */
export const place = (first: Word, last: Word = first): readonly [number, number] => [first.start, last.end];

/** The name of the first field that fits and has not been given yet. */
export const freeField = (state: State, fits: (field: Field) => boolean): string | undefined => {
	for (const [name, field] of state.fields) {
		if (fits(field) && !state.input.has(name)) {
			return name;
		}
	}

	return undefined;
};
