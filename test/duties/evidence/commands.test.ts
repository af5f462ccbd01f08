import {describe, expect, it} from 'vitest';
import {evidence} from '../../../source/duties/evidence/index.ts';
import {evidencePane} from '../../../source/duties/evidence/pane.tsx';
import {noEvidence} from '../../../source/duties/evidence/state.ts';
import {at, declared, refused, staffed} from '../../support/spec.ts';

const taken = staffed.and('[10:05 @chen] exhibit disk image of host 17');

describe('exhibit', () => {
	it('gives a ref to the item, with custodian, taker and digest', () => {
		expect(staffed.when('exhibit disk image of host 17 @chen @ana hash:sha256:9f86')).toEqual([
			{
				kind: 'exhibit-taken',
				ref: 'X1',
				text: 'disk image of host 17',
				custodian: 'chen',
				takenBy: 'ana',
				hash: 'sha256:9f86',
			},
		]);
		expect(taken.when('exhibit another')).toMatchObject([{ref: 'X2'}]);
	});

	it('was taken by whoever speaks, if that is a person on the board', () => {
		expect(taken.board.evidence.items).toMatchObject([{takenBy: 'chen', takenAt: at('10:05'), custodian: undefined}]);
		expect(staffed.when('[10:05 @pager] exhibit disk image')).toEqual([
			{kind: 'exhibit-taken', ref: 'X1', text: 'disk image'},
		]);
	});

	it('may be taken after the close, and says what it is', () => {
		expect(staffed.and('close').when('exhibit the phone')).toMatchObject([{ref: 'X1'}]);
		expect(staffed.when('exhibit')).toMatchObject(refused('lacks its text', 'exhibit disk image'));
	});

	it.each([
		['exhibit disk image', 'evidence X1 taken by Sam Ó Briain: disk image, no custodian'],
		[
			'exhibit disk image @chen hash:9f86',
			'evidence X1 taken by Sam Ó Briain: disk image, kept by Chen Wei, digest 9f86',
		],
		['[10:05 @pager] exhibit disk image', 'evidence X1 taken: disk image, no custodian'],
	])('reads on the timeline: %s', (line, text) => {
		expect(staffed.and(line).told()).toBe(text);
	});
});

describe('taker', () => {
	it('names who took the item', () => {
		const named = taken.and('taker X1 @ana');
		expect(named.entries.at(-1)?.event).toEqual({kind: 'taker-named', ref: 'X1', person: 'ana'});
		expect(named.board.evidence.items).toMatchObject([{takenBy: 'ana'}]);
		expect(named.told()).toBe('evidence X1 was taken by Ana Reis');
	});

	it('refuses what is so already, and an item that is not there', () => {
		expect(taken.when('taker X1 @chen')).toMatchObject(refused('Chen Wei took X1 already', 'somebody else'));
		expect(taken.when('taker X2 @chen')).toMatchObject(refused('no item of evidence X2', 'X1'));
		expect(taken.and(`strike ${taken.entries.length} because no`).when('taker X1 @ana')).toMatchObject(
			refused('There is no item X1 now', 'struck'),
		);
	});
});

describe('custody', () => {
	it('passes the item on, and keeps every hand it went through', () => {
		const passed = taken.and('[10:10] custody X1 @ana sealed bag 12', '[10:20] custody X1 @tom');
		expect(passed.board.evidence.items).toMatchObject([
			{
				custodian: 'tom',
				custody: [
					{from: undefined, to: 'ana', text: 'sealed bag 12', at: at('10:10')},
					{from: 'ana', to: 'tom', text: undefined, at: at('10:20')},
				],
			},
		]);
		expect(passed.entries.at(-1)?.event).toEqual({kind: 'custody-passed', ref: 'X1', to: 'tom', from: 'ana'});
		expect(passed.told()).toBe('evidence X1 passes from Ana Reis to Tom Achebe');
		expect(taken.and('custody X1 @ana sealed').told()).toBe('evidence X1 passes to Ana Reis: sealed');
	});

	it('refuses the one who keeps it already, nobody, and an item that is not there', () => {
		expect(taken.and('custody X1 @ana').when('custody X1 @ana')).toMatchObject(
			refused('Ana Reis keeps X1 already', 'takes it over'),
		);
		expect(taken.when('custody X1')).toMatchObject(refused('not complete: custodian?', 'custody X1'));
		expect(taken.and(`strike ${taken.entries.length} because no`).when('custody X1 @ana')).toMatchObject(
			refused('There is no item X1 now', 'struck'),
		);
	});
});

const sectionOf = (story: typeof taken) => evidence.section({board: story.board, now: story.now});

describe('the section', () => {
	it('is absent where no evidence was taken', () => {
		expect(sectionOf(declared)).toEqual([]);
	});

	it('lists the items and every change of hands, with entry numbers', () => {
		const passed = taken.and('custody X1 @ana', 'exhibit phone @tom hash:9f86');
		const first = String(taken.entries.length);
		expect(sectionOf(passed)).toMatchObject([
			{type: 'heading', text: 'Evidence items'},
			{
				rows: [
					['X1', 'disk image of host 17', '2026-06-02 10:05 UTC', 'Chen Wei', 'Ana Reis', '', first],
					['X2', 'phone', '2026-06-02 10:05 UTC', 'Sam Ó Briain', 'Tom Achebe', '9f86', expect.anything()],
				],
			},
			{type: 'heading', text: 'Chain of custody'},
			{rows: [['X1', 'not recorded', 'Ana Reis', '2026-06-02 10:05 UTC', '', String(taken.entries.length + 1)]]},
		]);
		expect(sectionOf(taken)).toHaveLength(2);
	});
});

describe('the pane', () => {
	it('lists first what has a gap in its custody', () => {
		const {board, now} = taken.and('exhibit phone @tom', '[10:06 @pager] exhibit a letter');
		const rows = evidencePane.rows(board, now);
		expect(evidencePane.title(board, now)).toBe('Evidence items · 3');
		expect(rows.map(one => [one.key, one.lead[1]?.text, one.tone])).toEqual([
			['X3', 'no custodian', 'warn'],
			['X1', 'no custodian', 'warn'],
			['X2', 'Tom', undefined],
		]);
		expect(rows[0]?.offers.map(one => one.line)).toEqual(['custody X3 @', 'taker X3 @']);
		expect(rows[2]?.text).toBe('phone · taken 10:05 UTC by Sam Ó Briain');
	});

	it('is empty at first', () => {
		expect(evidencePane.rows(declared.board, declared.now)).toEqual([]);
		expect(declared.board.evidence).toBe(noEvidence);
	});
});
