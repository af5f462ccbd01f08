import type {Roster} from './duties/staffing/events.ts';
import type {Profile} from './profile.ts';
import {profiles} from './profiles/index.ts';
import type {Citation} from './responsibilities/shape.ts';

/** What files beside the program say. It is taken into the log where it is used, so that the log needs no file. */
export type Library = {
	/** Every doctrine there is, by its name. */
	readonly profiles: Readonly<Record<string, Profile>>;
	/** The doctrine of a new incident, unless another is named. */
	readonly preferred: string | undefined;
	/** The people who may be called, where a roster was given. */
	readonly roster: Roster | undefined;
	/** The responsibilities file, where one was given: a log cites it, and does not repeat it. */
	readonly responsibilities: Citation | undefined;
	/**
	 * Files that cannot be used, each by what it would have given (a doctrine's name, `roster`, `responsibilities`), with what is wrong:
	 * `roster.yaml, line 3: people[1].roles must be a list.`
	 */
	readonly troubles: Readonly<Record<string, string>>;
};

/** What the program brings along itself. */
export const ownLibrary: Library = {
	profiles,
	preferred: undefined,
	roster: undefined,
	responsibilities: undefined,
	troubles: {},
};
