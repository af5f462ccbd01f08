/** How many colours a terminal can show: none, the sixteen of its own palette, 256 fixed ones, or any. */
export const depths = ['none', '16', '256', 'truecolour'] as const;

export type Depth = (typeof depths)[number];

type Environment = Readonly<Record<string, string | undefined>>;

/** The lesser of two depths. */
export const atMost = (most: Depth, depth: Depth): Depth =>
	depths.indexOf(depth) > depths.indexOf(most) ? most : depth;

const claimed = (env: Environment): Depth => {
	const term = env['TERM'] ?? '';
	const program = env['TERM_PROGRAM'];
	const isAny =
		/^(?:truecolor|24bit)$/iu.test(env['COLORTERM'] ?? '') ||
		/-direct$|kitty|ghostty|wezterm|alacritty/iu.test(term) ||
		(program === 'iTerm.app' && Number.parseInt(env['TERM_PROGRAM_VERSION'] ?? '', 10) >= 3);
	if (isAny) {
		return 'truecolour';
	}

	return /256/u.test(term) || program === 'Apple_Terminal' || program === 'iTerm.app' ? '256' : '16';
};

/**
 * What the terminal says it can. `NO_COLOR`, when it is not empty, is a person's word and counts for more; a dumb
 * terminal has no colours. GNU screen hands on the `COLORTERM` of the terminal around it, and reads the numbers of a
 * true colour as blinking and underlines: it gets no more than 256. Within tmux, which names itself so too, they hold.
 */
export const depthOf = (env: Environment): Depth => {
	const term = env['TERM'] ?? '';
	if ((env['NO_COLOR'] ?? '') !== '' || term === 'dumb') {
		return 'none';
	}

	return term.startsWith('screen') && (env['TMUX'] ?? '') === '' ? (/256/u.test(term) ? '256' : '16') : claimed(env);
};

/**
 * The ground the terminal paints on, where it says so: `COLORFGBG` ends in the number of that colour, as Konsole and
 * rxvt set it. Undefined: nobody knows.
 */
export const groundOf = ({COLORFGBG: said}: Environment): 'dark' | 'light' | undefined => {
	const ground = /;(\d{1,2})$/u.exec(said ?? '')?.[1];
	if (ground === undefined) {
		return undefined;
	}

	return Number(ground) === 7 || Number(ground) > 8 ? 'light' : 'dark';
};
