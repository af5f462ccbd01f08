import type {Redaction} from '../board.ts';

/** What whatever is made of a redacted log says of itself. */
export const redactionWords = ({people}: Redaction): string =>
	[
		`REDACTED: ${people ? 'people have other names' : 'nothing'}.`,
		'The hash in its integrity line is that of the full log; this copy cannot be checked against it.',
	].join(' ');
