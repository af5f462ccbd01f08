import {describe as group, expect, test} from 'vitest';
import {describe} from '../../source/language/describe.ts';
import {isRefusal} from '../../source/refusal.ts';
import {playLines} from '../support/incident.ts';

/** How a line is read at 13:08 London time, in phrases. */
const told = async (line: string): Promise<readonly string[]> => {
	const play = await playLines([
		['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security zone:Europe/London'],
		['09:01', 'sam', 'assign im @"Priya Shah"'],
		['09:02', 'sam', 'assign sme @"Chen Wei"'],
		['09:03', 'priya', 'action isolate host 17 @chen by 11:00'],
		['09:04', 'sam', 'suspect the token was used again'],
	]);
	const {desk} = play.at('12:08');
	const proposal = desk.propose(line);
	if (isRefusal(proposal)) {
		throw new Error(`${proposal.refused} ${proposal.mend}`);
	}

	return describe(proposal.reading, desk.board(), play.now());
};

group('a reading is told', () => {
	test.each([
		['note host 17 answers', ['NOTE host 17 answers']],
		['action find the keys @priya by 14:30', ['ACTION find the keys', 'Priya Shah', 'report by 14:30 BST, in 1h22']],
		['action find the keys by 20m', ['ACTION find the keys', 'report by 13:28 BST, in 20m']],
		['ack A1', ['UNDERSTOOD A1']],
		['report A1 half done by 14:00', ['REPORT A1', 'half done', 'next report by 14:00 BST, in 52m']],
		['assign deputy @chen', ['ROLE Deputy', 'Chen Wei']],
		['split alpha @chen', ['SPLIT #alpha', 'Chen Wei']],
		['decide payments offline because card data leak', ['DECISION payments offline', 'because card data leak']],
		['strike 3 because wrong', ['STRIKE entry 3', 'because wrong']],
		['severity S1', ['SEVERITY S1']],
		['note they rang at 12:50', ['NOTE they rang', 'happened 12:50 BST, 18m ago']],
		['action ring @"Mia Berg"', ['ACTION ring', 'Mia Berg', 'new: Mia Berg @mia']],
		['done A1 result:success', ['DONE A1', 'result success']],
	])('%s', async (line, phrases) => {
		expect(await told(line)).toEqual(phrases);
	});
});
