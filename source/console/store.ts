/** A value that panes look at, and hear of when it is another. */
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
