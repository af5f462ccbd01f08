import * as v from 'valibot';
import type {EventOf} from '../../event.ts';

const ref = v.string();
const optionalText = v.optional(v.string());

/** People are named by their handles. */
export const evidenceSchemas = {
	'exhibit-taken': v.object({
		ref,
		text: v.string(),
		/** Who keeps it. */
		custodian: optionalText,
		/** Who took it. */
		takenBy: optionalText,
		/** A digest of its contents, with or without the name of the method. */
		hash: optionalText,
		/** The action that it belongs to. */
		action: optionalText,
		/** The bytes that are kept beside the log; `text` is then what they are called. */
		content: v.optional(
			v.object({
				/** In hex. */
				sha256: v.string(),
				/** In bytes. */
				size: v.number(),
				/** The machine on which they were attached. */
				host: v.string(),
				/** The command that wrote them, as somebody said. */
				command: optionalText,
				/** How it ended. */
				exitCode: v.optional(v.number()),
			}),
		),
	}),
	/** Who took the item, said afterwards. */
	'taker-named': v.object({ref, person: v.string()}),
	'custody-passed': v.object({ref, to: v.string(), from: optionalText, text: optionalText}),
};

export type EvidenceEvent = EventOf<typeof evidenceSchemas>;
