import {describe, expect, test} from 'vitest';
import {isRefusal} from '../../source/refusal.ts';
import {slipIn} from '../../source/language/slip.ts';
import {playLines} from '../support/incident.ts';

const slip = async (line: string): Promise<string> => {
	const play = await playLines([
		['09:00', 'sam', 'declare Payments database exposed severity:S2'],
		['09:01', 'sam', 'assign im @"Priya Shah"'],
		['09:02', 'sam', 'note the supplier rang'],
	]);
	const proposal = play.desk.propose(line, {});
	if (isRefusal(proposal)) {
		throw new Error(`${proposal.refused} ${proposal.mend}`);
	}

	const found = slipIn(proposal.reading);
	return found === undefined ? '' : `${found.typed} ${found.meant}`;
};

describe('a word that joins the parts of a line, misspelt', () => {
	test.each([
		['decide restore from backup becase we must', 'becase because'],
		['decide restore from backup becuase we must', 'becuase because'],
		['decide restore from backup Becasue we must', 'Becasue because'],
		['decide restore from backup beccausse we must', 'beccausse because'],
		['action isolate host 17 @priya bu 14:30', 'bu by'],
		['action isolate host 17 @priya yb 20m', 'yb by'],
		['message we look into it audiance:customers', 'audiance: audience:'],
	])('is noticed: %s', async (line, found) => {
		expect(await slip(line)).toBe(found);
	});

	test.each([
		'decide restore from backup because it became slow',
		'decide what became of host 17 is for the review',
		'decide the cause is found',
		'decide becase',
		'action call my 3 colleagues @priya',
		'action order 20 pies @priya',
		'note the time was by 14:30 or so',
		'message we are back, becase of them audience:customers',
		'decide look at http://example.org',
	])('and nothing else is taken for one: %s', async line => {
		expect(await slip(line)).toBe('');
	});
});
