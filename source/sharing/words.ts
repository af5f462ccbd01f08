import type {Redaction} from '../board.ts';

const withheldWords = (count: number): string =>
	count === 0 ? 'no entry is withheld' : count === 1 ? '1 entry is withheld' : `${count} entries are withheld`;

/** What whatever is made of a redacted log says of itself. */
export const redactionWords = ({people, withheld}: Redaction): string => {
	const done = [
		...(people ? ['people have other names'] : []),
		...(withheld === undefined ? [] : [withheldWords(withheld.size)]),
	];
	return (
		`REDACTED: ${done.join('; ')}. ` +
		'The hash in its integrity line is that of the full log; this copy cannot be checked against it.'
	);
};
