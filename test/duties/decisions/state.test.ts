import {describe, expect, it} from 'vitest';
import {decisionsSection} from '../../../source/duties/decisions/section.ts';
import {lastDecided} from '../../../source/duties/decisions/state.ts';
import type {Block} from '../../../source/section.ts';
import {at, declared, staffed, type Story} from '../../support/spec.ts';

const blocks = ({board, now}: Story): readonly Block[] => decisionsSection({board, now});

const rowsUnder = (story: Story, first: string, column: string): readonly unknown[] =>
	blocks(story).flatMap(one =>
		one.type === 'table' && one.head[0] === first && one.head.includes(column)
			? one.rows.map(row => row[one.head.indexOf(column)])
			: [],
	);

describe('the last decision', () => {
	it('is the one that happened last, in whatever order they were written', () => {
		expect(lastDecided(staffed.board.decisions)).toBeUndefined();
		const story = staffed.and('[10:30] decide x', '[10:40] decide y at 10:20');
		expect(lastDecided(story.board.decisions)).toBe(at('10:30'));
	});
});

const known = (story: Story) => rowsUnder(story, 'Decision', 'Known then');

describe('the section', () => {
	it('says what was known when each was decided, and not what came after', () => {
		const story = declared.and(
			'decide a',
			'know x',
			'suspect y',
			'suspect z',
			'decide b',
			'confirm F2',
			'refute F3',
			'know w',
			'decide c',
		);
		expect(known(story)).toEqual(['nothing on record', 'known F1; suspected F2, F3', 'known F1, F2, F4']);
	});

	it('says it also of what was struck later, and not of what had been struck before', () => {
		const story = declared.and('know x', 'decide a', 'strike 2 because hearsay', 'decide b');
		expect(known(story)).toEqual(['known F1 x (struck later by entry 4, because hearsay)', 'nothing on record']);
	});

	it('knows what stood struck then, though the strike was struck later, and what stood again', () => {
		const struck = declared.and('know x', 'strike 2 because hearsay', 'decide a', 'strike 3 because it was so');
		expect(known(struck.and('decide b'))).toEqual(['nothing on record', 'known F1']);
	});

	it('tells a decision that was written down late nothing that came between', () => {
		const story = declared.and(
			'[10:20] know x',
			'[10:30] know y',
			'[10:40] strike 2 because it was another host',
			'[10:41] decide a at 10:25',
			'[10:42] decide b at 10:30',
		);
		const struck = 'F1 x (struck later by entry 4, because it was another host)';
		expect(known(story)).toEqual([`known ${struck}`, `known ${struck}, F2`]);
	});

	it('shows options, objections and the next point, where there are any', () => {
		expect(JSON.stringify(blocks(staffed.and('decide x')))).not.toMatch(/Options|objections/u);
		const story = staffed.and(
			'option wait because keys leak',
			'decide x next 15:30',
			'object D1 @chen because evidence is lost',
			'option only mail',
		);
		expect(rowsUnder(story, 'Decision', 'Next point')).toEqual(['2026-06-02 15:30 UTC']);
		expect(rowsUnder(story, 'Decision', 'Option')).toEqual(['wait', 'only mail']);
		expect(rowsUnder(story, 'Decision', 'Why not')).toEqual(['keys leak', 'no reason recorded']);
		expect(blocks(story).find(one => one.type === 'table' && one.head.includes('Who'))).toMatchObject({
			rows: [['D1', 'Chen Wei', 'evidence is lost', expect.anything(), String(story.entries.length - 1)]],
		});
	});

	it('shows which actions followed a recommendation', () => {
		const recommended = staffed.and('recommend x');
		const on = `on:${recommended.entries.length}`;
		expect(rowsUnder(recommended, 'Entry', 'Followed by')).toEqual(['']);
		expect(rowsUnder(recommended.and(`action x @ana ${on}`, `action y ${on}`), 'Entry', 'Followed by')).toEqual([
			'A1, A2',
		]);
	});
});
