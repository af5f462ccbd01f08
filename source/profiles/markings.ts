import {type Refusal, refuse} from '../refusal.ts';

/** A classification marking that the program knows, and what it allows where its scheme says that in a few words. */
export type Marking = {readonly label: string; readonly says?: string};

/** The labels of the Traffic Light Protocol 2.0, and the UK government's classifications. */
export const markings: readonly Marking[] = [
	{label: 'TLP:CLEAR', says: 'may be shared with everybody'},
	{label: 'TLP:GREEN', says: 'may be shared within the community, not in public'},
	{label: 'TLP:AMBER', says: 'may be shared within the organisation and with its clients, as far as they need it'},
	{label: 'TLP:AMBER+STRICT', says: 'may be shared within the organisation only, as far as people need it'},
	{label: 'TLP:RED', says: 'for those only to whom it was given'},
	{label: 'OFFICIAL'},
	{label: 'OFFICIAL-SENSITIVE'},
	{label: 'SECRET'},
	{label: 'TOP SECRET'},
];

const isProtocol = /^tlp\b/iu;

/** One spelling for all: `tlp amber + strict` is `TLP:AMBER+STRICT`. */
const spelled = (typed: string): string =>
	typed
		.trim()
		.toUpperCase()
		.replace(/^TLP[\s:_-]*/u, 'TLP:')
		.replaceAll(/\s*\+\s*/gu, '+')
		.replaceAll(/\s+/gu, ' ');

/** What a marking allows, in a few words; undefined where that is not known. */
export const markingWords = (marking: string): string | undefined => markings.find(one => one.label === marking)?.says;

/** The marking that was meant. One of the user's own is taken to the letter; a TLP label must be one of TLP 2.0. */
export const markingTyped = (typed: string): string | Refusal => {
	const label = spelled(typed);
	const known = markings.find(one => one.label === label);
	if (known !== undefined) {
		return known.label;
	}

	if (!isProtocol.test(typed.trim())) {
		return typed.trim() === '' ? refuse('The marking is empty.', 'For example TLP:AMBER, or OFFICIAL.') : typed.trim();
	}

	const labels = markings.flatMap(one => (one.label.startsWith('TLP:') ? [one.label] : [])).join(', ');
	return refuse(
		`${typed.trim().slice(0, 40)} is no label of TLP 2.0.`,
		label === 'TLP:WHITE' ? `WHITE is called CLEAR since TLP 2.0: ${labels}.` : `There are ${labels}.`,
	);
};
