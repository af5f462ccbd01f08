import {own} from '../own.ts';
import {type Binding, type Deed, keyLabel, type Where} from './keymap.ts';

/** Keys for deeds, as a configuration names them: `zoom: [f12, alt-w]`. */
export type GivenKeys = Readonly<Record<string, readonly string[]>>;

export type Remapped = {
	readonly keymap: readonly Binding[];
	/** What of it could not be done, a sentence each. */
	readonly troubles: readonly string[];
};

/** Out of every trap there must be the way that everybody knows. */
const fixed: ReadonlySet<Deed> = new Set<Deed>(['leave', 'step-back', 'to-line', 'close-layer', 'choose-numbered']);

const named =
	/^(?:up|down|left|right|home|end|pageup|pagedown|insert|delete|backspace|enter|tab|backtab|escape|f(?:[1-9]|1[0-2]))$/u;

/** Terminals send the same for these as for the key named. */
const twins: Readonly<Record<string, string>> = {
	'ctrl-i': 'tab',
	'ctrl-m': 'enter',
	'ctrl-j': 'enter',
	'ctrl-h': 'backspace',
	'ctrl-[': 'escape',
};

/** Why there can be no such key; undefined when there can. */
const keyTrouble = (key: string): string | undefined => {
	const twin = own(twins, key);
	if (twin !== undefined) {
		return `a terminal sends the same for ${key} as for ${twin}`;
	}

	const [, modifiers = '', name = ''] = /^((?:ctrl-)?(?:alt-)?(?:shift-)?)(.+)$/u.exec(key) ?? [];
	if (named.test(name)) {
		return undefined;
	}

	if (name === 'space' || /^.$/u.test(name)) {
		return /^(?:ctrl-|alt-)/u.test(modifiers) ? undefined : `${key} is typed into the line`;
	}

	return `no key is called ${key}`;
};

const isCharacter = (key: string): boolean => key.length === 1 || key === '1-9';

/** A row with the keys it is to have, and whether these were asked for. */
type Wish = {readonly binding: Binding; readonly keys: readonly string[]; readonly isGiven: boolean};

const slots = (where: readonly Where[], key: string): readonly string[] => where.map(place => `${place} ${key}`);

/**
 * The table with other keys for some deeds. What cannot be had is said and left as it was: a key that nobody asked
 * to change keeps its deed.
 */
export const remapped = (keymap: readonly Binding[], given: GivenKeys): Remapped => {
	const troubles: string[] = [];
	const wanted = new Map<string, readonly string[]>();
	for (const [deed, keys] of Object.entries(given)) {
		const binding = keymap.find(one => one.deed === deed);
		if (binding === undefined) {
			troubles.push(
				`keys: there is no deed ${deed}. They are ${[...new Set(keymap.map(one => one.deed))].join(', ')}.`,
			);
		} else if (fixed.has(binding.deed)) {
			troubles.push(`keys: ${deed} keeps its keys (${binding.keys.join(', ')}).`);
		} else {
			const wrong = keys.flatMap(key => keyTrouble(key) ?? []);
			troubles.push(...wrong.map(why => `keys: ${deed}: ${why}.`));
			const usable = [...new Set(keys.filter(key => keyTrouble(key) === undefined))];
			if (usable.length > 0) {
				wanted.set(deed, usable);
			} else if (wrong.length === 0) {
				troubles.push(`keys: ${deed} is given no key, and keeps ${binding.keys.join(', ')}.`);
			}
		}
	}

	const wishes = keymap.map((binding): Wish => {
		const keys = wanted.get(binding.deed);
		return keys === undefined || binding.keys.every(isCharacter)
			? {binding, keys: binding.keys, isGiven: false}
			: {binding, keys, isGiven: true};
	});

	const taken = new Map<string, Deed>();
	const take = ({binding}: Wish, key: string) => {
		for (const slot of slots(binding.where, key)) {
			taken.set(slot, binding.deed);
		}
	};

	// Those that nobody asked to change come first: what everybody knows keeps its key.
	for (const wish of wishes.filter(one => !one.isGiven)) {
		for (const key of wish.keys) {
			take(wish, key);
		}
	}

	const result = new Map<Binding, readonly string[]>();
	for (const wish of wishes.filter(one => one.isGiven)) {
		const {binding} = wish;
		const ownerOf = (key: string): Deed | undefined =>
			slots(binding.where, key)
				.map(slot => taken.get(slot))
				.find(deed => deed !== undefined);
		const free = wish.keys.filter(key => {
			const owner = ownerOf(key);
			if (owner !== undefined) {
				troubles.push(`keys: ${binding.deed} cannot have ${keyLabel(key)}: it is the key of ${owner}.`);
			}

			return owner === undefined;
		});
		// Where nothing that was asked for is free it stays as it was, as far as nobody else was given its keys.
		const keys = free.length > 0 ? free : binding.keys.filter(key => ownerOf(key) === undefined);
		if (keys.length === 0) {
			troubles.push(`keys: ${binding.deed} is left without a key.`);
		}

		for (const key of keys) {
			take(wish, key);
		}

		result.set(binding, keys);
	}

	return {
		keymap: wishes.map(({binding}) => {
			const keys = result.get(binding);
			return keys === undefined ? binding : {...binding, keys};
		}),
		troubles,
	};
};
