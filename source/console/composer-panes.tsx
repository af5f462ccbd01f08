import type {ReactElement} from 'react';
import type {Board} from '../board.ts';
import {LineRow, type Saying, SayingRow} from './composer.tsx';
import {type Store, useSelected} from './store.ts';
import type {Stores} from './stores.ts';

/*
Each row of the composer is an Ink root of its own: a key lays out one line. What is said of the line follows a moment
later, so that the character stands on the screen before anybody has thought about it.
*/

const invitationOf = ({declaration}: Board, isReadonly: boolean): string => {
	if (isReadonly) {
		return 'open for reading only';
	}

	if (declaration.declaredAt === undefined) {
		return '/declare what has happened';
	}

	return declaration.closedAt === undefined ? 'write what happens, or / for a verb' : 'closed; /reopen because …';
};

export const LinePane = ({
	stores,
	isReadonly,
	width,
}: {
	readonly stores: Stores;
	readonly isReadonly: boolean;
	readonly width: number;
}): ReactElement => {
	const line = useSelected(stores.session, session => session.line);
	const isPast = useSelected(stores.past, past => past !== undefined);
	const offered = useSelected(stores.listed, ({board}) => invitationOf(board, isReadonly));
	const invitation = isPast ? 'the board is past: esc goes back to now' : offered;
	return <LineRow line={line} invitation={invitation} width={width} />;
};

export const SayingPane = ({said, width}: {readonly said: Store<Saying>; readonly width: number}): ReactElement => (
	<SayingRow saying={useSelected(said, saying => saying)} width={width} />
);
