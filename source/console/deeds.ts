import type {Desk} from '../desk.ts';
import type {Offered} from '../drills/library.ts';
import type {Tone} from '../looks/theme.ts';
import {isRefusal} from '../refusal.ts';
import {UsageError} from '../shell/shell.ts';
import type {Instant} from '../time.ts';
import type {ConsoleVerbName} from './console-verbs.ts';
import type {Destination} from './destination.ts';
import {wantedOf, writeExport} from './exporting.ts';
import type {Store} from './store.ts';
import type {Stores} from './stores.ts';
import {beginTour, exported, skipStep, type Tour} from './tour.ts';

/** What the controller lends to a deed of the console. */
export type Tools = {
	/** Takes the line away: it was understood. Without this it stays, to be mended. */
	readonly spend: () => void;
	readonly say: (text: string, tone: Tone) => void;
	/** Opens a page of plain lines over the board. */
	readonly showPage: (title: string, lines: readonly string[]) => void;
	/** How many columns a page has. */
	readonly columns: () => number;
	/** Opens the list of what may be begun, at the row with that line. */
	readonly openStart: (line?: string) => Promise<void>;
};

/** What a verb of the console does with what stands after it. */
export type ConsoleDeed = (rest: string, tools: Tools) => Promise<void> | void;

/** Verbs that need more than the board; a console that cannot do one of them has none of that name. */
export type ConsoleDeeds = Partial<Record<ConsoleVerbName, ConsoleDeed>>;

const noIncident = 'There is no incident yet. Declare one: /declare TITLE severity:S2 kind:security.';

/** `/export FORMAT FILE`: writes a document of the incident. */
export const exportDeed =
	(
		desk: Desk,
		{home, version, tour}: {readonly home: string; readonly version: string; readonly tour: Store<Tour | undefined>},
	): ConsoleDeed =>
	async (rest, {spend, say}) => {
		const incident = desk.incident();
		if (incident === undefined) {
			say(noIncident, 'warn');
			return;
		}

		const wanted = wantedOf(rest, incident, home);
		if (isRefusal(wanted)) {
			say(`${wanted.refused} ${wanted.mend}`, 'warn');
			return;
		}

		try {
			await writeExport(wanted, desk, version);
		} catch (error) {
			if (!(error instanceof UsageError)) {
				throw error;
			}

			say(`NOT WRITTEN. ${error.message} Name another file: /export ${wanted.format.name} FILE`, 'warn');
			return;
		}

		spend();
		say(`${wanted.file} is written.`, 'good');
		const before = tour.get();
		if (before !== undefined) {
			tour.set(exported(before));
		}
	};

/** `/who`: who has the ledger open. */
export const whoDeed =
	(stores: Stores, own: string | undefined, wall: () => Instant, zone: () => string): ConsoleDeed =>
	async (_, {spend, showPage, columns}) => {
		const [{peoplePage}, {plainText}] = await Promise.all([
			import('../documents/people.ts'),
			import('../documents/plain.ts'),
		]);
		const page = peoplePage(stores.there.get(), {now: wall(), zone: zone(), own});
		spend();
		showPage('who is on the board', plainText(page, columns()).split('\n'));
	};

/** `/tour`: begins the tour, or where one is under way passes over a step or ends it. */
export const tourDeed =
	(stores: Stores, go: (to: Destination) => void): ConsoleDeed =>
	(rest, {spend, say}) => {
		const {tour} = stores;
		const before = tour.get();
		const {entries} = stores.listed.get();
		const word = rest.toLowerCase();
		if (word === '' && before === undefined) {
			spend();
			go({type: 'tour'});
		} else if (word === 'on' && before === undefined) {
			spend();
			tour.set(beginTour(entries.length));
		} else if (word === 'off') {
			spend();
			tour.set(undefined);
		} else if (word === 'next' && before !== undefined) {
			spend();
			tour.set(skipStep(before, entries));
		} else {
			say(
				before === undefined
					? 'No tour is under way. /tour begins one on an exercise.'
					: 'The tour is under way: /tour next passes over a step, /tour off ends it.',
				'warn',
			);
		}
	};

/** The name that is meant: as it is, or the first that begins so. */
const named = (names: readonly string[], typed: string): string | undefined =>
	names.find(one => one === typed) ?? names.find(one => typed !== '' && one.startsWith(typed.toLowerCase()));

/** `/drill NAME`: begins a drill in the person's own ledger; alone it lists the scenarios. */
export const drillDeed =
	(offers: () => Promise<readonly Offered[]>, go: (to: Destination) => void): ConsoleDeed =>
	async (rest, {spend, say, openStart}) => {
		const known = await offers();
		const name = named(
			known.map(one => one.name),
			rest,
		);
		if (name !== undefined) {
			const {stagedOf} = await import('../drills/library.ts');
			const staged = stagedOf(name);
			spend();
			go({type: 'drill', named: name, staged});
		} else if (rest === '') {
			spend();
			await openStart(`drill ${known[0]?.name ?? ''}`);
		} else {
			say(
				`There is no drill ${rest}. There is ${known.map(one => one.name).join(', ')}. One of your own: loggist drill run FILE`,
				'warn',
			);
		}
	};

/** `/demo NAME`: plays a recorded incident into a ledger that is thrown away; alone it lists them. */
export const demoDeed =
	(names: () => readonly string[], go: (to: Destination) => void): ConsoleDeed =>
	async (rest, {spend, say, openStart}) => {
		const known = names();
		const name = named(known, rest);
		if (name !== undefined) {
			spend();
			go({type: 'demo', name});
		} else if (rest === '') {
			spend();
			await openStart(`demo ${known[0] ?? ''}`);
		} else {
			say(`There is no incident ${rest} to play. There is ${known.join(', ')}.`, 'warn');
		}
	};
