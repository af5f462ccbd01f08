import process from 'node:process';
import * as fc from 'fast-check';

/*
The laws of the whole check are tried on the same values every time: whoever changes nothing sees the same result. To look
for what no value has shown yet, EXPLORE=20 tries them on other values, and on twenty times as many; what fails names its
seed.
*/

const {EXPLORE: times} = process.env;
const usualRuns = 100;

fc.configureGlobal(times === undefined ? {seed: 20_260_602} : {});

export * from 'fast-check';

/** Tries a law, as often as it says; more often where that was asked for. */
export const assert: typeof fc.assert = ((
	property: fc.IRawProperty<unknown>,
	parameters: fc.Parameters<unknown> = {},
) =>
	fc.assert(property, {
		...parameters,
		numRuns: (parameters.numRuns ?? usualRuns) * Number(times ?? 1),
	})) as typeof fc.assert;
