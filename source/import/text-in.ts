import {type Refusal, unreadable} from '../refusal.ts';

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
	start.every((byte, index) => bytes[index] === byte);

/** Bytes as text, without the mark that some editors put before it; or why they are none. */
export const textIn = (bytes: Uint8Array, name: string): string | Refusal => {
	if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
		return unreadable(
			`${name} is an archive or a spreadsheet, not a text.`,
			'Nothing was written. Unpack it, or save the sheet as CSV (UTF-8), and name that file.',
		);
	}

	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch {
		return unreadable(
			`${name} is not UTF-8 text.`,
			'Nothing was written. Save it as UTF-8 (in Excel: “CSV UTF-8”), then try again.',
		);
	}
};
