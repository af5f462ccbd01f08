import type {Rule} from '../../rule.ts';

/** The rules of triage and closing watch other duties; what this duty itself must meet is that it was declared. */
export const declarationRules: readonly Rule[] = [];
