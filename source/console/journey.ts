import {createHash} from 'node:crypto';
import path from 'node:path';
import type {Desk} from '../desk.ts';
import {isOpen} from '../duties/declaration/state.ts';
import type {Ledger} from '../ledger/ledger.ts';
import type {Presence} from '../ledger/presence.ts';
import {openSqlitePresence} from '../ledger/sqlite-presence.ts';
import {drills} from '../replay/fixtures.ts';
import {draftFolder} from '../shell/paths.ts';
import {logNamed} from '../shell/replay-log.ts';
import {
	databaseOf,
	deskOn,
	type ExitCode,
	freshDesk,
	hasLedger,
	openLedger,
	openToRead,
	personAsked,
	signingDesk,
	type Shell,
} from '../shell/shell.ts';
import type {Destination} from './destination.ts';
import {fileDraft} from './draft.ts';
import {visitDemo, visitTour} from './exercise.ts';
import type {Floor} from './floor.ts';
import {drillFor, tellOfLeaving} from './floor-door.ts';
import {fileHistory} from './history.ts';
import {createIncidentReader} from './incident-reader.ts';
import {companyFor} from './company.ts';
import {dress, type Places, runConsole} from './index.ts';
import {keymap} from './keymap.ts';
import {remapped} from './remap.ts';
import {visitReplay} from './replay.ts';
import type {Said} from './session.ts';
import {type Known, startOffers} from './start.ts';
import {createStore, type Store} from './store.ts';
import {viewOf} from './views.ts';

/** Lines half typed for one ledger and one incident are nobody else's. */
const draftName = (shell: Shell, desk: Desk): string => {
	const where = createHash('sha256')
		.update(path.resolve(databaseOf(shell)))
		.digest('hex')
		.slice(0, 12);
	return `${where}-${desk.incident() ?? 'start'}`;
};

/** What ships with the program to be begun. */
const shipped = {
	drills: async () => (await import('../drills/library.ts')).offered(),
	demos: () => drills().map(({name}) => name),
};

/** Where one may go from a console on that ledger. */
const placesIn = (shell: Shell, ledger: Ledger, known: Pick<Known, 'isReadonly' | 'isOutside'>): Places => {
	const boards = createIncidentReader(ledger);
	return {
		incidents: () => ledger.incidents(),
		starts: async () =>
			startOffers({boards: await boards(), scenarios: await shipped.drills(), drills: drills(), ...known}),
		...shipped,
		log: named => logNamed(shell, named),
	};
};

/**
 * Where one may go from a ledger that is thrown away: to the person's own. That one is opened only when it is looked
 * at, and never made.
 */
const placesOutside = (shell: Shell): Places => {
	const known = {isReadonly: shell.flags.readonly, isOutside: true};
	const within = async <T>(look: (places: Places) => Promise<T>, otherwise: T): Promise<T> => {
		if (!hasLedger(databaseOf(shell))) {
			return otherwise;
		}

		const ledger = await openToRead(shell);
		try {
			return await look(placesIn(shell, ledger, known));
		} finally {
			await ledger.close();
		}
	};
	return {
		incidents: () => within(places => places.incidents(), []),
		starts: async () =>
			within(
				places => places.starts(),
				startOffers({boards: [], scenarios: await shipped.drills(), drills: drills(), ...known}),
			),
		...shipped,
		log: named => logNamed(shell, named),
	};
};

/** The incident that is meant. One that was closed long ago is not meant by a person who named none. */
const deskFor = async (shell: Shell, ledger: Ledger, isNamed: boolean): Promise<Desk> => {
	const desk = await deskOn(shell, ledger);
	return isNamed || desk.incident() === undefined || isOpen(desk.board().declaration) ? desk : freshDesk(shell, ledger);
};

/** What would be printed beside a call is shown on the board: nothing may be written under it. */
const heard = (shell: Shell, said: Store<Said | undefined>): Shell => ({
	...shell,
	notice(text) {
		said.set({text, tone: 'quiet'});
	},
	trouble(what, mend) {
		said.set({text: `${what} ${mend}`, tone: 'warn'});
	},
});

/** What a console on a ledger is opened with, beside what flags and files say. */
type Visited = {
	readonly ledger: Ledger;
	readonly desk: Desk;
	readonly presence: Presence | undefined;
	readonly places?: Pick<Places, 'isOver'>;
	readonly floor?: Floor;
	readonly said?: Store<Said | undefined>;
};

const openOn = (
	shell: Shell,
	{ledger, desk, presence, places = {}, floor, said}: Visited,
): Promise<Destination | undefined> => {
	const isReadonly = shell.flags.readonly;
	const isFacilitating = floor?.isFacilitating === true;
	// What the facilitator has half typed is not for players.
	const name = () => `${draftName(shell, desk)}${isFacilitating ? '-facilitator' : ''}`;
	return runConsole({
		desk,
		ledger,
		draft: fileDraft(draftFolder(shell), name),
		history: fileHistory(draftFolder(shell), name),
		editor: {folder: draftFolder(shell), env: shell.world.env},
		isReadonly,
		keys: remapped(keymap, shell.settings.keys ?? {}),
		places: {...placesIn(shell, ledger, {isReadonly}), ...places},
		company: presence === undefined ? undefined : companyFor(shell, presence),
		home: shell.world.home,
		version: shell.world.version,
		notification: shell.settings.notify,
		isMuted: shell.settings.quietExercise === true || isFacilitating,
		// The view is that of the person who was named, and of nobody by chance of a login.
		view: isFacilitating
			? 'facilitator'
			: personAsked(shell) === undefined
				? 'board'
				: viewOf(desk.board().staffing, desk.situation().by),
		isMouse: shell.flags.mouse || shell.settings.mouse === true,
		floor,
		...(said === undefined ? {} : {said}),
	});
};

const visitLedger = async (
	given: Shell,
	to: Extract<Destination, {type: 'current' | 'start' | 'incident'}>,
): Promise<Destination | undefined> => {
	const shell = to.type === 'incident' ? {...given, flags: {...given.flags, incident: to.reference}} : given;
	const isNamed = shell.flags.incident !== undefined || Boolean(shell.world.env['LOGGIST_INCIDENT']);
	const isReadonly = shell.flags.readonly;
	const database = databaseOf(shell);
	const isMissing = isReadonly && !hasLedger(database);
	const ledger = await openLedger(shell);
	const said = createStore<Said | undefined>(undefined);
	const presence = isMissing ? undefined : openSqlitePresence(database);
	try {
		const desk =
			to.type === 'start'
				? await freshDesk(heard(shell, said), ledger)
				: await deskFor(heard(shell, said), ledger, isNamed);
		return await openOn(shell, {
			ledger,
			desk,
			presence,
			said,
			places: isMissing ? {isOver: () => hasLedger(database)} : {},
		});
	} finally {
		presence?.close();
		await ledger.close();
	}
};

/** A drill in the person's own ledger, begun or taken up. */
const visitFloor = async (
	shell: Shell,
	to: Extract<Destination, {type: 'drill'}>,
): Promise<Destination | undefined> => {
	const {isFacilitating = false, named, staged} = to;
	const ledger = await openLedger(shell);
	const presence = openSqlitePresence(databaseOf(shell));
	try {
		const drillDesk = await drillFor(shell, ledger, to);
		const desk = signingDesk(drillDesk.desk, shell);
		const floor = {drillDesk, staged, named, isFacilitating};
		const next = await openOn(shell, {ledger, desk, presence, floor});
		if (next === undefined && !isFacilitating) {
			tellOfLeaving(shell, floor);
		}

		return next;
	} finally {
		presence.close();
		await ledger.close();
	}
};

const visit = (shell: Shell, to: Destination): Promise<Destination | undefined> => {
	switch (to.type) {
		case 'current':
		case 'start':
		case 'incident': {
			return visitLedger(shell, to);
		}

		case 'demo': {
			return visitDemo(shell, {...to, places: placesOutside(shell)});
		}

		case 'drill': {
			return visitFloor(shell, to);
		}

		case 'replay': {
			return visitReplay(shell, to, placesOutside(shell));
		}

		case 'tour': {
			return visitTour(shell, placesOutside(shell));
		}
	}
};

/** The console: from one place to the next, until it is left. */
export const openConsole = async (shell: Shell, first: Destination = {type: 'current'}): Promise<ExitCode> => {
	dress(shell);
	let next: Destination | undefined = first;
	while (next !== undefined) {
		next = await visit(shell, next);
	}

	return 0;
};
