const escape = '\u001B';
const csi = `${escape}[`;

const named: Readonly<Record<string, string>> = {
	Enter: '\r',
	Esc: escape,
	Tab: '\t',
	'S-Tab': `${csi}Z`,
	Backspace: '\u007F',
	BS: '\u007F',
	Space: ' ',
	lt: '<',
	Up: `${csi}A`,
	Down: `${csi}B`,
	Right: `${csi}C`,
	Left: `${csi}D`,
	'S-Left': `${csi}1;2D`,
	'S-Right': `${csi}1;2C`,
	'M-Left': `${csi}1;3D`,
	'M-Right': `${csi}1;3C`,
	'S-Up': `${csi}1;2A`,
	'S-Down': `${csi}1;2B`,
	Home: `${csi}H`,
	End: `${csi}F`,
	Insert: `${csi}2~`,
	Delete: `${csi}3~`,
	Del: `${csi}3~`,
	PageUp: `${csi}5~`,
	PageDown: `${csi}6~`,
	F1: `${escape}OP`,
	F2: `${escape}OQ`,
	F3: `${escape}OR`,
	F4: `${escape}OS`,
	F5: `${csi}15~`,
	F6: `${csi}17~`,
	F7: `${csi}18~`,
	F8: `${csi}19~`,
	F9: `${csi}20~`,
	F10: `${csi}21~`,
	F11: `${csi}23~`,
	F12: `${csi}24~`,
};

const pastePrefix = 'Paste:';

const expand = (name: string, isApplicationMode: boolean): string => {
	const bytes = named[name];
	if (bytes !== undefined) {
		return isApplicationMode && /^[A-DFH]$/u.test(bytes.slice(2)) ? `${escape}O${bytes.slice(2)}` : bytes;
	}

	if (name.startsWith(pastePrefix)) {
		// A terminal sends the ends of pasted lines as Enter does.
		return `${csi}200~${name.slice(pastePrefix.length).replaceAll('\n', '\r')}${csi}201~`;
	}

	const [, modifier, character = ''] = /^([CM])-(.)$/u.exec(name) ?? [];
	if (modifier === 'M') {
		return escape + character;
	}

	if (modifier === 'C') {
		return String.fromCodePoint((character.toUpperCase().codePointAt(0) ?? 0) & 0x1f);
	}

	throw new Error(`no key is called <${name}>`);
};

/**
 * What a terminal sends for keys: characters stand for themselves, `<Enter>`, `<C-x>`, `<M-x>`, `<S-Tab>`,
 * `<F1>` for keys, `<lt>` for `<`, `<Paste:two words>` for a bracketed paste.
 */
export const bytesOf = (notation: string, isApplicationMode = false): string =>
	notation.replaceAll(/<([^<>]+)>/gu, (_, name: string) => expand(name, isApplicationMode));
