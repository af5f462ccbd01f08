import {describe, expect, it} from 'vitest';
import {consult} from '../source/consult.ts';
import {rules} from '../source/duties/index.ts';
import {answerKinds, type AnswerKind} from '../source/duties/record/events.ts';
import {profileNamed} from '../source/profiles/index.ts';
import {isRefusal} from '../source/refusal.ts';
import {situations} from './duties/situations.ts';
import type {Situation} from './support/situation.ts';
import {at, declared, experts, refused} from './support/spec.ts';

const overspan = declared.and('assign im @"Priya Shah"', ...experts(8));
const faraway = declared.and('assign im @"Priya Shah"', ...experts(9));

describe('the order', () => {
	it('is most urgent first, and the muster’s within a severity', () => {
		expect(
			declared
				.and('action x @"Uri Berg"')
				.prompts('10:03')
				.map(one => `${one.severity} ${one.rule}`)
				.filter(one => /[RA]\d$/u.test(one)),
		).toEqual(['urgent R1', 'urgent R4', 'warn R3', 'warn R3', 'warn R7', 'warn A2', 'advise A4']);
	});

	it('puts last what was put to the Incident Manager and waits', () => {
		const put = overspan.and('answer R4 put', 'answer S2 put');
		expect(
			put
				.prompts()
				.map(one => one.rule)
				.slice(-2),
		).toEqual(['R4', 'S2']);
		expect(put.prompts().filter(one => one.put !== undefined)).toHaveLength(2);
	});
});

describe('a prompt', () => {
	it('carries the rule’s why and source, and what it takes', () => {
		expect(overspan.asks('S2')).toMatchObject([
			{
				rule: 'S2',
				why: expect.stringContaining('overwhelm'),
				source: expect.stringContaining('MoJ'),
				answers: ['do', 'put', 'override'],
				put: undefined,
			},
		]);
	});

	it('is not asked where the profile does not hold the rule', () => {
		const profile = {...profileNamed('moj'), off: ['R4']};
		const asked = consult(declared.board, declared.now, profile).map(one => one.rule);
		expect(asked).not.toContain('R4');
		expect(asked).toContain('R1');
	});

	it('follows the numbers of the profile', () => {
		const moj = profileNamed('moj');
		const wide = {...moj, span: {guide: 8, limit: 10, hardLimit: 12, least: 3}};
		expect(consult(overspan.board, overspan.now, wide).filter(one => one.rule.startsWith('S'))).toEqual([]);
	});
});

describe('deferred', () => {
	const deferred = declared.and('[10:05] answer R3 deputy defer until 10:30');
	const asked = (clock: string) => deferred.asks('R3', clock).map(one => one.subject);

	it('returns at its time, not a millisecond before', () => {
		expect(asked('10:29:59.999')).toEqual(['secretariat']);
		expect(asked('10:30')).toEqual(['deputy', 'secretariat']);
	});

	it('may be deferred again', () => {
		const again = deferred.and('[10:30] answer R3 deputy defer until 11:00');
		expect(again.asks('R3', '10:59').map(one => one.subject)).toEqual(['secretariat']);
	});

	it('returns when its answer is struck', () => {
		expect(deferred.and(`strike ${deferred.entries.length} because it was R4`).asks('R3', '10:10')).toHaveLength(2);
	});
});

describe('put to the Incident Manager', () => {
	const put = overspan.and('[10:05] answer S2 put');

	it('waits, and comes back after a quarter of an hour, not a millisecond before', () => {
		expect(put.asks('S2', '10:05')).toMatchObject([{put: at('10:05')}]);
		expect(put.asks('S2', '10:19:59.999')).toMatchObject([{put: at('10:05')}]);
		expect(put.asks('S2', '10:20')).toMatchObject([{put: undefined}]);
	});

	it('is settled by a decision that names the rule, and by no other', () => {
		expect(put.and('decide bear with it rule:S2 because it is short').asks('S2', '11:00')).toEqual([]);
		expect(put.and('decide bear with it because it is short').asks('S2', '11:00')).toHaveLength(1);
		expect(put.and('decide bear with it rule:R4 because it is short').asks('S2', '11:00')).toHaveLength(1);
	});

	it('is not settled by a decision from before', () => {
		const before = overspan.and('decide bear with it rule:S2 because it is short', '[10:05] answer S2 put');
		expect(before.asks('S2', '10:20')).toHaveLength(1);
	});

	it('is asked again when the decision is struck', () => {
		const decided = put.and('decide bear with it rule:S2 because it is short');
		expect(decided.and(`strike ${decided.entries.length} because not said`).asks('S2', '11:00')).toHaveLength(1);
	});

	it('may be put again', () => {
		expect(put.and('[10:20] answer S2 put').asks('S2', '10:34')).toMatchObject([{put: at('10:20')}]);
	});

	it('is asked every quarter of an hour when it is far exceeded, until it is answered', () => {
		const asked = faraway.and('[10:05] answer S3 put', '[10:20] answer S3 put');
		expect(asked.asks('S3', '10:34:59.999')).toMatchObject([{put: at('10:20')}]);
		expect(asked.asks('S3', '10:35')).toMatchObject([{put: undefined}]);
		expect(asked.and('answer S3 override because Priya has run ten before').asks('S3', '12:00')).toEqual([]);
	});
});

describe('overridden', () => {
	const overridden = faraway.and('answer S3 override because Priya has run ten before');

	it('stays quiet while the situation is the one that was accepted', () => {
		expect(overridden.asks('S3', '23:00')).toEqual([]);
		expect(overridden.and('note x', 'know y').asks('S3')).toEqual([]);
	});

	it('is asked again when the situation is another', () => {
		expect(overridden.and('assign sme @"Amy Berg"').asks('S3')).toHaveLength(1);
		expect(overridden.and('relieve im', 'assign im @"Tom Achebe"', 'assign sme @priya').asks('S3')).toMatchObject([
			{subject: 'tom'},
		]);
	});

	it('is asked again when the answer is struck', () => {
		expect(overridden.and(`strike ${overridden.entries.length} because not said`).asks('S3')).toHaveLength(1);
	});
});

describe('a deed that changed nothing', () => {
	it('is on record, and doctrine goes on asking', () => {
		const noted = declared.and('answer R4 do note the analyst is on her way');
		expect(noted.asks('R4')).toHaveLength(1);
	});
});

const lineOf = (rule: string, kind: AnswerKind, {clock, subject, deed}: Situation): string => {
	const tail = {
		do: `do ${deed}`,
		put: 'put',
		defer: 'defer until 18:00',
		override: 'override because it is short',
		na: 'na because it is not so',
	}[kind];
	return `${clock === undefined ? '' : `[${clock}] `}answer ${rule} ${subject} ${tail}`;
};

const cases = rules
	.filter(rule => rule.id !== 'G1')
	.flatMap(rule => answerKinds.map(kind => ({rule: rule.id, kind, takes: rule.answers.includes(kind)})));

const situationOf = (rule: string): Situation => {
	const found = situations[rule];
	if (found === undefined) {
		throw new Error(`Say in which situation ${rule} asks.`);
	}

	return found;
};

describe('an answer that the rule takes', () => {
	it.each(cases.filter(one => one.takes))('$rule $kind is one entry', ({rule, kind}) => {
		const situation = situationOf(rule);
		const events = situation.story.when(lineOf(rule, kind, situation));
		if (isRefusal(events)) {
			throw new Error(`${events.refused} ${events.mend}`);
		}

		const answers = events.filter(one => one.kind === 'prompt-answered');
		expect(answers).toMatchObject([{rule, subject: situation.subject, answer: kind}]);
		expect(events.at(-1)).toBe(answers[0]);
		expect(events.length > 1).toBe(kind === 'do');
	});

	it.each(cases.filter(one => one.takes))('$rule $kind settles it for now', ({rule, kind}) => {
		const situation = situationOf(rule);
		const after = situation.story.and(lineOf(rule, kind, situation)).asks(rule);
		expect(after.filter(one => one.subject === situation.subject && one.put === undefined)).toEqual([]);
	});
});

describe('an answer that the rule does not take', () => {
	it.each(cases.filter(one => !one.takes))('$rule $kind is refused, and it says what is taken', ({rule, kind}) => {
		const situation = situationOf(rule);
		expect(situation.story.when(lineOf(rule, kind, situation))).toMatchObject(
			rules.find(one => one.id === rule)?.answers.length === 0
				? refused('only tells', 'by itself')
				: refused(`${rule} is not answered with ${kind}`, 'It takes'),
		);
	});
});
