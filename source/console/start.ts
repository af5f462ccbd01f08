import type {Board} from '../board.ts';
import {isOpen} from '../duties/declaration/state.ts';
import type {Offered} from '../drills/library.ts';
import type {Drill} from '../replay/fixtures.ts';
import {dayAndTime} from '../time.ts';

/** Something that may be begun: a row of the start screen, and of the list that `/open` alone shows. */
export type StartOffer = {
	/** The line that does it, without its `/`; it tells the row from every other. */
	readonly line: string;
	/** What it is about, in brief: a reference, a name. */
	readonly name: string;
	readonly text: string;
	/** Of an incident: severity, and how it stands. */
	readonly marks: readonly string[];
	/** Of an incident: since when. */
	readonly since?: string;
	readonly isOpen?: boolean;
};

/** What is known when something is to be begun. */
export type Known = {
	/** Every incident of the ledger, oldest first. */
	readonly boards: readonly Board[];
	/** Scenarios that ship with the program. */
	readonly scenarios?: readonly Pick<Offered, 'name' | 'title' | 'duration'>[];
	/** Recorded incidents. */
	readonly drills: readonly Drill[];
	/** Whether the ledger is only read: then nothing can be begun, only looked at. */
	readonly isReadonly: boolean;
	/** Whether one looks from a ledger that is thrown away: what is real is declared elsewhere. */
	readonly isOutside?: boolean;
};

const incidentOffer = ({incident, declaration}: Board): StartOffer => ({
	line: `open ${incident}`,
	name: incident,
	text: `${declaration.exercise ? 'EXERCISE ' : ''}${declaration.title}`,
	marks: [declaration.severity, isOpen(declaration) ? declaration.phase.toUpperCase() : 'closed'],
	...(declaration.declaredAt === undefined ? {} : {since: dayAndTime(declaration.declaredAt, declaration.zone)}),
	isOpen: isOpen(declaration),
});

/** Open incidents before closed ones, the newest first. */
const incidentOffers = ({boards}: Known): readonly StartOffer[] => {
	const newest = boards.toReversed();
	return [
		...newest.filter(({declaration}) => isOpen(declaration)),
		...newest.filter(({declaration}) => !isOpen(declaration)),
	].map(incidentOffer);
};

/** Each kind of thing that may be begun, in the order of the list. */
const kinds: readonly ((known: Known) => readonly StartOffer[])[] = [
	({isReadonly, isOutside}) =>
		isReadonly
			? []
			: isOutside
				? [{line: 'open start', name: 'your own', text: 'the start screen, to declare what is real', marks: []}]
				: [{line: 'declare ', name: 'an incident', text: 'say what has happened', marks: []}],
	incidentOffers,
	// One row, for the newest: the verb takes any other, and nothing is begun by it.
	({boards}) =>
		boards
			.filter(({declaration}) => !isOpen(declaration))
			.slice(-1)
			.map(({incident}) => ({
				line: `replay ${incident}`,
				name: incident,
				text: 'watch it again from its log',
				marks: [],
			})),
	({isReadonly}) =>
		isReadonly ? [] : [{line: 'tour', name: 'five steps', text: 'learn it by doing it, on an exercise', marks: []}],
	({scenarios = [], isReadonly}) =>
		isReadonly
			? []
			: scenarios.map(({name, title, duration}) => ({
					line: `drill ${name}`,
					name,
					text: `${duration}: ${title}`,
					marks: [],
				})),
	({drills, isReadonly}) =>
		isReadonly
			? []
			: drills.map(({name, title, isExercise}) => ({
					line: `demo ${name}`,
					name,
					text: `${title}${isExercise ? '' : ' (as it happened)'}`,
					marks: [],
				})),
];

/** Everything that may be begun. */
export const startOffers = (known: Known): readonly StartOffer[] => kinds.flatMap(kind => kind(known));

/** What stands above the list: why one is at the start. */
export const startSaying = (offers: readonly StartOffer[]): string => {
	const incidents = offers.filter(one => one.isOpen !== undefined);
	return incidents.length === 0
		? 'Nothing has been declared in this ledger.'
		: incidents.some(one => one.isOpen)
			? 'Where to?'
			: 'No incident is open in this ledger.';
};

/** The place of a row in the list; the first where it is not listed any more. */
export const placeOfStart = (offers: readonly StartOffer[], line: string): number =>
	Math.max(
		0,
		offers.findIndex(one => one.line === line),
	);
