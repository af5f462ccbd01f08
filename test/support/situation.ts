import type {Story} from './spec.ts';

/** Where a rule asks about one subject, and a deed that meets it. */
export type Situation = {
	readonly story: Story;
	/** When it is asked; default: when the story ends. */
	readonly clock?: string;
	readonly subject: string;
	/** A whole line that settles it; for a rule that only tells, any line. */
	readonly deed: string;
};

/** What a duty gives to the laws that hold for every duty. */
export type RoomSituations = {
	/** Boards on which a verb's example can be carried out, where that is not the common one. */
	readonly stages: Readonly<Record<string, Story>>;
	/** Where each rule of the room asks. */
	readonly situations: Readonly<Record<string, Situation>>;
};
