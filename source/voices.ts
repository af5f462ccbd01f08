/**
 * Who speaks in a log where no person did. They are nobody: they hold no role, keep no evidence, and need no other name
 * where people get one.
 */
export const voices = {pagerduty: 'PagerDuty', slack: 'somebody in Slack'} as const;

const all: ReadonlySet<string> = new Set(Object.values(voices));

/** Whether it was a system that spoke, or somebody whom nobody could name. */
export const isVoice = (by: string): boolean => all.has(by);
