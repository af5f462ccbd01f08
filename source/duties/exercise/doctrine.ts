import type {Rule} from '../../rule.ts';

/** A drill is judged by the rules of the duties that it rehearses; it has none of its own. */
export const exerciseRules: readonly Rule[] = [];
