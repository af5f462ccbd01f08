import {isNewest, type Length, type Site} from './site.ts';

/** Milliseconds of one round of starts. */
export type StartRound = {
	/** `node -e 0` */
	readonly floor: number;
	/** From the start of the program to the first whole frame of the console. */
	readonly paint: Readonly<Record<Length, number>>;
	/** A note written from the shell, to its end. */
	readonly note: Readonly<Record<'small' | 'large', number>>;
};

const paint = async (site: Site, file: string, length: Length): Promise<number> => {
	const probe = site.open(file, [120, 40]);
	try {
		const arrival = await probe.shown(
			'header, newest entry and line',
			() =>
				probe.beforeCursor().startsWith('›') &&
				probe.lines()[0]?.includes('INC-') === true &&
				probe.lines().some(line => isNewest(line, length)),
		);
		return arrival - probe.startedAt;
	} finally {
		await probe.close();
	}
};

/** So many rounds of starts; one more before them warms the machine and is not counted. */
export const startRounds = async (site: Site, rounds: number): Promise<readonly StartRound[]> => {
	const files = {small: site.ledger('small'), thousand: site.ledger('thousand'), large: site.ledger('large')};
	const written = {small: site.ledger('small'), large: site.ledger('large')};
	const all: StartRound[] = [];
	for (let round = 0; round <= rounds; round++) {
		all.push({
			floor: (await site.run('-e', '0')).took,
			paint: {
				small: await paint(site, files.small, 'small'),
				thousand: await paint(site, files.thousand, 'thousand'),
				large: await paint(site, files.large, 'large'),
			},
			note: {
				small: (await site.call(written.small, 'note', 'the supplier rings back')).took,
				large: (await site.call(written.large, 'note', 'the supplier rings back')).took,
			},
		});
	}

	return all.slice(1);
};
