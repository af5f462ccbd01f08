import {describe, expect, it} from 'vitest';
import {rules} from '../../../source/duties/index.ts';
import type {Draft} from '../../../source/entry.ts';
import {fold} from '../../../source/fold.ts';
import {createWatch} from '../../../source/watch.ts';
import {profileNamed} from '../../../source/profiles/index.ts';
import {promptsOf} from '../../../source/propose.ts';
import {at, declared, entriesAfter, nothing, refused, staffed} from '../../support/spec.ts';

describe('G1: what is written stays written', () => {
	it('is met by refusal, so it never asks', () => {
		const rule = rules.find(one => one.id === 'G1');
		expect(rule?.consult(declared.board, createWatch(declared.now).watch, profileNamed('moj'))).toEqual([]);
		expect(rule?.answers).toEqual([]);
	});

	it('refuses to edit and to delete, whoever speaks', () => {
		expect(declared.when('[ @priya] edit 1 another title')).toMatchObject(refused('G1', 'strike 1'));
		expect(declared.when('delete 1')).toMatchObject(refused('G1', 'strike 1'));
	});
});

describe('G2: the log runs without a break', () => {
	const draft: Draft = {
		event: {kind: 'note-made', text: 'x'},
		occurredAt: at('10:05'),
		recordedAt: at('10:05'),
		by: 'sam',
		recordedBy: 'sam',
	};
	const [next, afterNext] = entriesAfter(staffed.board, [draft, draft]);
	const [early] = entriesAfter(staffed.board, [{...draft, recordedAt: at('09:59')}]);
	const asked = (entry: typeof next) =>
		entry === undefined
			? []
			: promptsOf({board: fold(staffed.board, entry), now: at('10:05')}).filter(one => one.rule === 'G2');

	it('is silent while it does', () => {
		expect(asked(next)).toEqual([]);
	});

	it('is urgent about a missing entry, once, though neither its number nor its link fits', () => {
		expect(asked(afterNext)).toMatchObject([
			{
				severity: 'urgent',
				subject: String(afterNext?.number),
				text: expect.stringMatching(/the numbers do not run on\. .*does not join the entry before it/u),
			},
		]);
	});

	it('is urgent about a broken link, and a clock that went back', () => {
		expect(asked(next && {...next, previousHash: 'f'.repeat(64)})).toMatchObject([
			{text: expect.stringContaining('tampered')},
		]);
		expect(asked(early)).toMatchObject([{text: expect.stringContaining('recorded earlier')}]);
	});
});

describe('G3: a late entry says why', () => {
	it('advises more than three minutes after the event, not at three', () => {
		expect(staffed.and('[10:10] note it rang at 10:07').asks('G3')).toEqual([]);
		expect(staffed.and('[10:10:00.001] note it rang at 10:07').asks('G3')).toMatchObject([
			{severity: 'advise', subject: String(staffed.entries.length + 1)},
		]);
	});

	it('is silent where the entry says why, whenever it says so, and when it is struck', () => {
		const late = staffed.and('[10:30] note it rang at 10:10');
		const number = late.entries.length;
		expect(late.asks('G3')).toMatchObject([{text: expect.stringContaining('20m after its event')}]);
		const quiet = [
			staffed.and('[10:30] note it rang at 10:10 because of lunch'),
			late.and(`explain ${number} because of lunch`),
			late.and(`strike ${number} because it did not ring`),
			late.and('close'),
			late.and('answer G3 na because it was taken from the phone’s log'),
			late.and(`answer G3 do explain ${number} because of lunch`),
		];
		expect(quiet.flatMap(one => one.asks('G3'))).toEqual([]);
	});
});

describe('G4: the log starts with the team', () => {
	const assembled = declared.and('[10:02] assign im @"Priya Shah"', '[10:03] assign deputy @"Tom Achebe"');

	it('is urgent five minutes after the first role was taken, not before', () => {
		expect(assembled.asks('G4', '10:06:59.999')).toEqual([]);
		expect(assembled.asks('G4', '10:07')).toMatchObject([{severity: 'urgent', subject: ''}]);
	});

	it('is silent once anything is logged, while there is no team, and when it is not hot', () => {
		const quiet = [
			assembled.and('note we begin'),
			assembled.and('know it leaks'),
			declared,
			assembled.and('phase warm'),
		];
		expect(quiet.flatMap(one => one.asks('G4', '11:00'))).toEqual([]);
	});

	it('is met by a note', () => {
		const asked = assembled.and('[10:08] answer G4 do note we begin');
		expect(asked.asks('G4', '11:00')).toEqual([]);
	});
});

describe('G5: the log goes on', () => {
	const logged = staffed.and('[10:10] note the supplier called');

	it('warns after ten minutes of silence, not before', () => {
		expect(logged.asks('G5', '10:19:59.999')).toEqual([]);
		expect(logged.asks('G5', '10:20')).toMatchObject([{severity: 'warn', subject: ''}]);
	});

	it('is silent before the log has begun, when it is not hot, and after any entry', () => {
		expect([...declared.asks('G5', '12:00'), ...nothing.asks('G5', '12:00')]).toEqual([]);
		expect(logged.and('phase warm').asks('G5', '12:00')).toEqual([]);
		expect(logged.and('[10:19] note nothing to report').asks('G5', '10:20')).toEqual([]);
	});

	it('counts from when an entry was written, not from when its event was', () => {
		expect(logged.and('[10:19] note it rang at 10:11').asks('G5', '10:28')).toEqual([]);
	});

	it('is met there and then: nothing to report is an entry', () => {
		const met = logged.and('[10:20] answer G5 do');
		expect(met.entries.at(-2)?.event).toEqual({kind: 'note-made', text: 'nothing to report'});
		expect(met.asks('G5', '10:29')).toEqual([]);
		expect(met.asks('G5', '10:30')).toHaveLength(1);
	});

	it('stays away until the time it was deferred to, though the answer itself ended the silence', () => {
		const deferred = logged.and('[10:20] answer G5 defer until 11:00');
		expect(deferred.asks('G5', '10:45')).toEqual([]);
		expect(deferred.asks('G5', '11:00')).toHaveLength(1);
	});
});

describe('G8: no draft is left behind', () => {
	const drafted = staffed.and('message we look into it audience:customers');

	it('advises about what was never sent, at the end of the work', () => {
		for (const story of [drafted.and('phase cold'), drafted.and('close'), drafted.and('signoff @sam')]) {
			expect(story.asks('G8')).toMatchObject([
				{
					severity: 'advise',
					subject: 'M1',
					text: 'M1 was never sent. Send it, or withdraw it: we look into it',
					offers: [{line: 'send M1 '}, {line: 'withdraw M1 because '}],
				},
			]);
		}

		expect(drafted.and('agree M1', 'phase cold').asks('G8')).toHaveLength(1);
	});

	it('is silent while the work goes on, when it was sent or withdrawn, and when the next loggist has signed on', () => {
		const quiet = [
			nothing,
			drafted,
			drafted.and('phase warm'),
			drafted.and('agree M1', 'send M1', 'phase cold'),
			drafted.and('withdraw M1 because it is over', 'phase cold'),
			drafted.and('signoff @sam', 'signon @sam'),
		];
		expect(quiet.flatMap(one => one.asks('G8'))).toEqual([]);
	});
});

/** What G9 asks after these lines. */
const askedAfter = (...lines: readonly string[]) =>
	staffed
		.and(...lines)
		.asks('G9')
		.map(one => one.text);

describe('G9: abbreviations are explained', () => {
	it('asks for what abbreviations stand for, in one question', () => {
		expect(staffed.and('note the PSP called').asks('G9')).toMatchObject([
			{severity: 'info', subject: '', text: 'What does this stand for: PSP?', offers: [{line: 'define PSP '}]},
		]);
		expect(askedAfter('note the PSP called', 'note the PSP and the ATM')).toEqual([
			'What does each of these stand for: PSP, ATM?',
		]);
		expect(askedAfter('note we asked ABA, ABB, ABC, ABD, ABE, ABF, ABG')).toEqual([
			'What does each of these stand for: ABA, ABB, ABC, ABD, ABE and 2 more?',
		]);
	});

	it.each(['suspect the PSP', 'decide to call the PSP', 'action call the PSP', 'message the PSP looks into it'])(
		'reads %s',
		line => {
			expect(askedAfter(line)).toEqual(['What does this stand for: PSP?']);
		},
	);

	it('is silent about what is explained, here or by the doctrine, and about what everybody knows', () => {
		expect(askedAfter('note the PSP called', 'define psp payment service provider')).toEqual([]);
		expect(
			askedAfter('define PSP the one of ACME', 'note the IM told the SIRO that DNS and VPN are up, 10:00 UTC'),
		).toEqual([]);
		const {board, now} = staffed.and('note the PSP called');
		const rule = rules.find(one => one.id === 'G9');
		const moj = profileNamed('moj');
		const {watch} = createWatch(now);
		expect(rule?.consult(board, watch, moj)).toHaveLength(1);
		expect(rule?.consult(board, watch, {...moj, glossary: {PSP: 'payment service provider'}})).toEqual([]);
		expect([nothing, declared].flatMap(one => one.asks('G9'))).toEqual([]);
	});

	it('is silent when the entry is struck, and after the close', () => {
		const noted = staffed.and('note the PSP called');
		expect(noted.and(`strike ${noted.entries.length} because it was the bank`).asks('G9')).toEqual([]);
		expect(noted.and('close').asks('G9')).toEqual([]);
	});
});
