/** What a document says of the log that it was made from: up to which entry, and the hash of that one. */
export type Claim = {
	readonly incident: string;
	readonly number: number;
	readonly hash: string;
	/** The fingerprint of the key by which it says that the log is signed. */
	readonly fingerprint: string | undefined;
};

/* As `integrityLine` and the integrity table of an evidence page write them, in Markdown, plain text and HTML. */
const line =
	/Made from the log of (?<incident>\S+) up to entry (?<number>\d+), whose hash \(SHA-256\) is (?<hash>[\da-f]{64})\.(?<rest>.*)/u;
const row =
	/^\| (?:EXERCISE )?(?<incident>\S+) \| \d+ to (?<number>\d+) \|[^|]*\|[^|]*\| (?<hash>[\da-f]{64}) \|(?<rest>.*)/u;
const signed = /Signed \(Ed25519\).*?fingerprint \(SHA-256\) (?<fingerprint>[\da-f]{64})/u;

const claimIn = (text: string, pattern: RegExp): Claim | undefined => {
	const {incident, number, hash, rest = ''} = pattern.exec(text)?.groups ?? {};
	return incident === undefined || hash === undefined
		? undefined
		: {incident, number: Number(number), hash, fingerprint: signed.exec(rest)?.groups?.['fingerprint']};
};

/**
 * Finds what a document claims, line by line. The line that a document ends with counts, whatever its texts cite before;
 * a page of evidence has a row for each log instead.
 */
export const createClaimReading = () => {
	let last: Claim | undefined;
	const rows = new Map<string, Claim>();
	return {
		see(text: string): void {
			last = claimIn(text, line) ?? last;
			const found = claimIn(text, row);
			if (found !== undefined) {
				rows.set(found.incident, found);
			}
		},
		claims: (): readonly Claim[] => (last === undefined ? [...rows.values()] : [last]),
	};
};
