import type {Redaction} from '../board.ts';

const withheldWords = (count: number): string =>
	count === 0 ? 'no entry is withheld' : count === 1 ? '1 entry is withheld' : `${count} entries are withheld`;

/** What was taken out, in words; of entries that are withheld only how many there are. */
export const redactionSaid = ({
	people,
	withheld,
}: {
	readonly people: boolean;
	readonly withheld: number | undefined;
}): string =>
	`REDACTED: ${[
		...(people ? ['people have other names'] : []),
		...(withheld === undefined ? [] : [withheldWords(withheld)]),
	].join('; ')}.`;

/** What whatever is made of a redacted log says of itself. */
export const redactionWords = ({people, withheld}: Redaction): string =>
	`${redactionSaid({people, withheld: withheld?.size})} ` +
	'The hash in its integrity line is that of the full log: it says which log this is a copy of, and no word of the copy can be checked by it.';
