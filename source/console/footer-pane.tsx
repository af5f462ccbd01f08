import type {ReactElement} from 'react';
import {FooterRow} from './composer.tsx';
import {type Binding, type KeyState, likelyAmong} from './keymap.ts';
import {placesOf} from './session.ts';
import {useSelected} from './store.ts';
import type {Stores} from './stores.ts';

const isSame = (one: readonly Binding[], other: readonly Binding[]): boolean =>
	one.length === other.length && one.every((binding, index) => binding === other[index]);

/** The likeliest keys of those that can act now; drawn again only when these are others. */
export const FooterPane = ({
	stores,
	keys,
	state,
	width,
}: {
	readonly stores: Stores;
	readonly keys: readonly Binding[];
	readonly state: () => KeyState;
	readonly width: number;
}): ReactElement => {
	// How much doctrine asks is not in the session: the foot has to hear of it too.
	useSelected(stores.listed, ({prompts}) => prompts.length);
	const isPast = useSelected(stores.past, past => past !== undefined);
	const bindings = useSelected(
		stores.session,
		session => likelyAmong(placesOf(session, isPast), keys, state()),
		isSame,
	);
	return <FooterRow bindings={bindings} width={width} />;
};
