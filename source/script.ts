/** One line of a file of lines: what it says, and the stamp before it if there is one. */
export type ScriptLine = {
	readonly line: string;
	/** As typed, not yet read: `2026-06-02T09:20:00Z`, `09:20`. */
	readonly time: string | undefined;
	/** Who speaks. */
	readonly by: string | undefined;
};

const stamped = /^\[(?<time>[^\]@]*?)\s*(?:@(?<by>[^\]]+))?\]\s*(?<line>.*)$/su;

/**
 * Reads `[TIME @who] line`; the stamp and each of its parts may be left out. Undefined for an empty line and for a
 * remark, which begins with `# `.
 */
export const scriptLine = (text: string): ScriptLine | undefined => {
	const trimmed = text.trim();
	if (trimmed === '' || /^#(?:\s|$)/u.test(trimmed)) {
		return undefined;
	}

	const {groups} = stamped.exec(trimmed) ?? {};
	return groups === undefined
		? {line: trimmed, time: undefined, by: undefined}
		: {
				line: groups['line'] ?? '',
				time: groups['time']?.trim() || undefined,
				by: groups['by']?.trim().replace(/^"(.*)"$/u, '$1') || undefined,
			};
};
