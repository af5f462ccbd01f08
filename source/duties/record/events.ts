import * as v from 'valibot';
import {type EventOf, instant} from '../../event.ts';

/** The five answers to a prompt: fixed now, put to the Incident Manager, later, accepted as is, does not apply. */
export const answerKinds = ['do', 'put', 'defer', 'override', 'na'] as const;

export type AnswerKind = (typeof answerKinds)[number];

export const recordSchemas = {
	'note-made': v.object({text: v.string(), reason: v.optional(v.string())}),
	'entry-struck': v.object({entry: v.number(), reason: v.string()}),
	'late-entry-explained': v.object({entry: v.number(), reason: v.string()}),
	/** Not for sharing: its text is left out where that is asked for. */
	'entry-withheld': v.object({entry: v.number(), reason: v.string()}),
	'entry-disclosed': v.object({entry: v.number(), reason: v.optional(v.string())}),
	/** The log up to an entry was signed (Ed25519): key and signature in base64, the key as SPKI in DER. */
	'head-signed': v.object({number: v.number(), hash: v.string(), publicKey: v.string(), signature: v.string()}),
	/** What an abbreviation stands for. */
	'term-defined': v.object({term: v.string(), text: v.string()}),
	'prompt-answered': v.object({
		rule: v.string(),
		/** What the prompt was about: a ref, a role, a person, a team; empty for the incident as a whole. */
		subject: v.string(),
		answer: v.picklist(answerKinds),
		/** The prompt's own words at that moment. */
		asked: v.string(),
		/** The situation that was answered; when it is another, doctrine asks anew. */
		basis: v.string(),
		until: v.optional(instant),
		reason: v.optional(v.string()),
		/** Who authorised it: a handle. */
		authorisedBy: v.optional(v.string()),
	}),
	/** The entries after this one, written with it in one go, come from a file. */
	'entries-imported': v.object({
		/** The format: `jsonl`, `csv`, `slack`. */
		source: v.string(),
		/** The file's name, without its folder. */
		name: v.string(),
		/** SHA-256 in hex of what was read. */
		sha256: v.string(),
		/** The first and the last of them, by their numbers in this log. */
		from: v.number(),
		to: v.number(),
		/** Why they were not written when it happened. */
		reason: v.string(),
		/** What each is called where it comes from, in their order, so that it is not imported twice. */
		ids: v.optional(v.array(v.string())),
		/** Refs and handles that were given here already, and what they are in this log: texts may still name the old. */
		renamed: v.optional(v.array(v.object({was: v.string(), is: v.string()}))),
	}),
};

export type RecordEvent = EventOf<typeof recordSchemas>;
