/** Who and what is meant by the ids in a message. */
export type Names = {
	readonly user: (id: string) => string;
	readonly channel: (id: string) => string | undefined;
};

/** Slack escapes these three and no others. The ampersand comes last, so that nothing is decoded twice. */
const decoded = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** A link with its words, where they say more than the address does. */
const link = (address: string, words: string | undefined): string => {
	const bare = address.replace(/^(?:mailto|tel):/u, '');
	return words === undefined || words === '' || words === address || words === bare ? bare : `${words} (${address})`;
};

/** What stands between `<` and `>`. */
const entity = (inner: string, names: Names): string => {
	const bar = inner.indexOf('|');
	const target = bar === -1 ? inner : inner.slice(0, bar);
	const label = bar === -1 ? undefined : inner.slice(bar + 1);
	const id = target.slice(1);
	switch (target[0]) {
		case '@': {
			return `@${names.user(id)}`;
		}

		case '#': {
			return `#${label || (names.channel(id) ?? id)}`;
		}

		case '!': {
			// `!here`, `!subteam^S1|@team`, `!date^…|fallback`
			return label ?? `@${id.split('^', 1)[0] ?? ''}`;
		}

		default: {
			return link(target, label);
		}
	}
};

/** A message as people read it: names for ids, addresses beside the words of a link. */
export const slackText = (text: string, names: Names): string => {
	const parts: string[] = [];
	let end = 0;
	for (const match of text.matchAll(/<(?<inner>[^<>]+)>/gu)) {
		// What a name or a link holds is decoded with what stands around it, once.
		parts.push(decoded(text.slice(end, match.index)), decoded(entity(match.groups?.['inner'] ?? '', names)));
		end = match.index + match[0].length;
	}

	parts.push(decoded(text.slice(end)));
	return parts.join('');
};
