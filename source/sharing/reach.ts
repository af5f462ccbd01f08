/*
How somebody is reached, in a free text: an address or a number leads to a person as surely as a name. What only looks
like one goes too.
*/

const address = /[^\s@<>()[\]{}"',;:|]+@[^\s@<>()[\]{}"',;:|]+\.\p{L}{2,}/gu;

const border = String.raw`[\p{L}\p{N}]`;
/** `+44 7700 900123`, `0044 …`, `07700 900 123`, `(020) 7946 0018`, `555-867-5309`. */
const telephone = new RegExp(
	String.raw`(?<!${border}|[.:])(?:\+|00)\d(?:[ .()/-]{0,2}\d){6,13}(?!${border})` +
		String.raw`|(?<!${border}|[.:+-])\(?0\d{2,4}\)?(?:[ /-]?\d){6,9}(?!${border})` +
		String.raw`|(?<!${border}|[.:+-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!${border})`,
	'gu',
);

/** The text without addresses and numbers by which somebody is reached; what `known` has another name for gets that. */
export const withoutReach = (text: string, known: (address: string) => string | undefined): string =>
	text.replaceAll(address, found => known(found) ?? '(an address)').replaceAll(telephone, '(a telephone number)');
