/** A key that is not text, or text typed together with ctrl or alt. */
export type Key = {
	readonly type: 'key';
	/** A `KeyName`; with ctrl or alt also the character, in lower case: `c`, `/`, `1`. */
	readonly name: string;
	readonly ctrl: boolean;
	readonly alt: boolean;
	readonly shift: boolean;
};

/** The keys that have names. */
export type KeyName =
	| 'up'
	| 'down'
	| 'left'
	| 'right'
	| 'home'
	| 'end'
	| 'pageup'
	| 'pagedown'
	| 'insert'
	| 'delete'
	| 'backspace'
	| 'enter'
	| 'tab'
	| 'backtab'
	| 'escape'
	| 'space'
	| 'f1'
	| 'f2'
	| 'f3'
	| 'f4'
	| 'f5'
	| 'f6'
	| 'f7'
	| 'f8'
	| 'f9'
	| 'f10'
	| 'f11'
	| 'f12';

/** A click of the first button, or a notch of the wheel, in columns and rows from the upper left corner. */
export type Mouse = {
	readonly type: 'mouse';
	readonly deed: 'click' | 'wheel-up' | 'wheel-down';
	readonly ctrl: boolean;
	readonly x: number;
	readonly y: number;
};

export type Input =
	| Key
	| Mouse
	/** Characters typed, as many as came at once. */
	| {readonly type: 'text'; readonly text: string}
	/** A paste, whole, its lines ended by `\n`; otherwise as it came. */
	| {readonly type: 'paste'; readonly text: string};
