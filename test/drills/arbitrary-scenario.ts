import type {WrittenScenario} from '../../source/drills/write.ts';
import * as fc from '../support/fast-check.ts';

const text = fc
	.array(
		fc.constantFrom('=1+1', '+49', '-', '@sum', "'", '"', ',', ';', '\n', 'Ü', '漢', 'host 17', 'a', 'two words'),
		{
			minLength: 1,
			maxLength: 6,
		},
	)
	.map(parts => parts.join(' ').trim())
	.filter(one => one !== '');

const expectation = fc.constantFrom(
	'role im',
	'role comms by 5m',
	'action says isolate by +40m',
	'message sent audience:press',
	'observed she was calm, and said so',
	'verb escalate tier:silver by 10m',
);

const inject = fc.record(
	{
		at: fc.constantFrom('+0m', '+5m', '+1h30m', 'by hand'),
		from: text,
		to: fc.constantFrom('im' as const, 'team' as const, 'comms' as const),
		means: text,
		text,
		expected: fc.array(expectation, {maxLength: 3}),
		by: fc.constantFrom('20m', '+2h'),
		objective: fc.constantFrom('one', 'two'),
		weight: fc.constantFrom('key' as const, 'optional' as const),
		note: text,
	},
	{requiredKeys: ['at', 'text']},
);

/** Scenarios as they may be written; what some of them expect is too soon or too late, and refused by the check. */
export const scenarios: fc.Arbitrary<WrittenScenario> = fc.array(inject, {minLength: 1, maxLength: 6}).map(
	(injects): WrittenScenario => ({
		title: 'Drawn by lot',
		objectives: [
			{id: 'one', text: 'The first'},
			{id: 'two', text: 'The second', rules: ['R1']},
		],
		start: '2026-06-02T09:00:00.000Z',
		duration: '4h',
		injects: injects.map((one, index) => ({number: index + 1, ...one})),
		truth: 'Nothing happened.',
	}),
);
