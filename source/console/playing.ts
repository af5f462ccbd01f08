import type {Refusal} from '../refusal.ts';
import {type Binding, type Deed, deedOfCharacter, type PlayerDeed, playerDeeds} from './keymap.ts';
import type {Lookback} from './lookback.ts';
import type {Player} from './player.ts';
import {type Outcome, playerMoves} from './player-deeds.ts';
import {notify, whereOf} from './session.ts';
import {placesIn, type Stores} from './stores.ts';

/** What the keys of a replay do in a console. */
export type Playing = {
	readonly byKey: (deed: PlayerDeed) => void;
	/** A sign that is a key on an empty line of a replay; true when it was one. */
	readonly byCharacter: (text: string, table: readonly Binding[]) => boolean;
};

/** More signs than this at once are no keys that somebody presses. */
const mostAtOnce = 16;

const isPlayerDeed = (deed: Deed | undefined): deed is PlayerDeed => playerDeeds.some(one => one === deed);

/** Joins the keys of a replay to its player; where there is none they do nothing. `travel` takes an open picture along. */
export const createPlaying = (
	player: Player | undefined,
	stores: Stores,
	travel: (how: (lookback: Lookback) => Refusal | undefined) => Promise<void>,
): Playing => {
	const moves = player === undefined ? undefined : playerMoves(player);

	const act = async (deed: PlayerDeed) => {
		let outcome: Outcome;
		await travel(() => {
			outcome = moves?.[deed]();
			return typeof outcome === 'object' ? outcome : undefined;
		});
		if (typeof outcome === 'string') {
			stores.session.set(notify(stores.session.get(), outcome, 'quiet'));
		}
	};

	return {
		byKey: deed => void act(deed),
		byCharacter(text, table) {
			const session = stores.session.get();
			const [place] = placesIn(stores);
			if (player === undefined || place === undefined || session.line.text !== '' || whereOf(session) === 'menu') {
				return false;
			}

			// A key that is held down may arrive several at a time.
			const deeds = text.length > mostAtOnce ? [] : Array.from(text, one => deedOfCharacter(one, place, table));
			if (deeds.length === 0 || !deeds.every(isPlayerDeed)) {
				return false;
			}

			for (const deed of deeds) {
				void act(deed);
			}

			return true;
		},
	};
};
