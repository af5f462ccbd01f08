import {useRef, useSyncExternalStore} from 'react';

/** A value outside of React that panes may look at. */
export type Store<Value> = {
	readonly get: () => Value;
	readonly set: (value: Value) => void;
	readonly subscribe: (listener: () => void) => () => void;
};

export const createStore = <Value>(initial: Value): Store<Value> => {
	let value = initial;
	const listeners = new Set<() => void>();
	return {
		get: () => value,
		set(next) {
			if (!Object.is(next, value)) {
				value = next;
				for (const listener of listeners) {
					listener();
				}
			}
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
};

/**
 * What a component needs of a store. It is drawn again only when that has changed: a selection that makes objects
 * anew is compared by `isEqual`.
 */
export const useSelected = <Value, Selection>(
	store: Store<Value>,
	select: (value: Value) => Selection,
	isEqual: (one: Selection, other: Selection) => boolean = Object.is,
): Selection => {
	const kept = useRef<{readonly selection: Selection} | undefined>(undefined);
	return useSyncExternalStore(store.subscribe, () => {
		const selection = select(store.get());
		if (kept.current === undefined || !isEqual(kept.current.selection, selection)) {
			kept.current = {selection};
		}

		return kept.current.selection;
	});
};
