/** The report of a run, as far as it tells which tests were left out. */
export type Report = {
	readonly testResults?: readonly {
		readonly assertionResults?: readonly {readonly status: string; readonly fullName: string}[];
	}[];
};

/**
 * Why tests were left out, a line for each reason: a test that needs a program which is not there says `(SKIPPED: …)` in
 * its name. Whoever reads the last lines of a run must not take silence for a pass.
 */
export const skippedLines = ({testResults = []}: Report): readonly string[] => {
	const counts = new Map<string, number>();
	for (const {status, fullName} of testResults.flatMap(one => one.assertionResults ?? [])) {
		const reason = /\(SKIPPED: ([^)]+)\)/u.exec(fullName)?.[1];
		if (reason !== undefined && status !== 'passed' && status !== 'failed') {
			counts.set(reason, (counts.get(reason) ?? 0) + 1);
		}
	}

	return [...counts].map(([reason, count]) => `SKIPPED, ${count} ${count === 1 ? 'test' : 'tests'}: ${reason}`);
};
