/**
 * The same answer for the same object, worked out once: for pure functions of slices, which never change and are asked
 * about by several rules and panes in turn. What is no longer used is forgotten with its object.
 */
export const once = <Key extends object, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
	const made = new WeakMap<Key, {readonly value: Value}>();
	return key => {
		let known = made.get(key);
		if (known === undefined) {
			known = {value: make(key)};
			made.set(key, known);
		}

		return known.value;
	};
};
