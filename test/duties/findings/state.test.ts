import {describe, expect, it} from 'vitest';
import {findingPaneRows} from '../../../source/duties/findings/pane.tsx';
import {findingsSection} from '../../../source/duties/findings/section.ts';
import {byDisproof, weightWords} from '../../../source/duties/findings/state.ts';
import {refKinds} from '../../../source/duties/index.ts';
import {staffed, type Story} from '../../support/spec.ts';

/** F1 and F2 are known; F2 speaks against H1, both speak for H2. */
const weighed = staffed.and(
	'know the address is a supplier’s',
	'hypothesis an insider took the keys',
	'hypothesis the supplier was broken into',
	'weigh H1 F1 consistent',
	'weigh H1 F2 inconsistent because he does not know it',
	'weigh H2 F1 consistent',
	'weigh H2 F2 consistent',
);

const weights = ({board}: Story) => board.findings.hypotheses.map(one => weightWords(board.findings, one));

describe('hypotheses', () => {
	it('stand in the order of what speaks against them, then of their refs', () => {
		expect(byDisproof(weighed.board.findings).map(one => one.ref)).toEqual(['H2', 'H1']);
		expect(byDisproof(weighed.and('weigh H2 F1 i').board.findings).map(one => one.ref)).toEqual(['H1', 'H2']);
	});

	it('are told with what speaks for and against them', () => {
		expect(weights(weighed)).toEqual(['1C 1I', '2C']);
		expect(weights(weighed.and('weigh H1 F1 na', 'hypothesis x'))).toEqual(['1I 1NA', '2C', 'not weighed']);
	});

	it('are not weighed by what is refuted or struck', () => {
		expect(weights(weighed.and('refute F2'))).toEqual(['1C', '1C']);
		const struck = weighed.entries.find(one => one.event.kind === 'finding-recorded' && one.event.ref === 'F1');
		expect(weights(weighed.and(`strike ${struck?.number ?? 0} because hearsay`))).toEqual(['1I', '1C']);
	});

	it('may be named while they are not eliminated', () => {
		const standing = refKinds.get('H')?.standing(weighed.and('settle H1 eliminated').board);
		expect(standing).toEqual([{ref: 'H2', text: 'open: the supplier was broken into'}]);
	});
});

const offers = (story: Story, key: string) =>
	findingPaneRows(story.board)
		.find(one => one.key === key)
		?.offers.map(one => one.line);

describe('the rows of the pane', () => {
	it('are the findings, then the hypotheses: open, confirmed, eliminated', () => {
		const story = weighed.and('hypothesis x', 'settle H2 confirmed', 'settle H1 eliminated');
		expect(findingPaneRows(story.board).map(one => `${one.title} ${one.text}`)).toEqual([
			'F2 known the address is a supplier’s',
			'F1 known host 17 sends card data to an unknown address',
			'H3 open x · not weighed',
			'H2 confirmed the supplier was broken into · 2C',
			'H1 eliminated an insider took the keys · 1C 1I',
		]);
	});

	it('offer what comes next of a hypothesis: the newest finding not yet weighed, and the verdict', () => {
		expect(offers(weighed, 'H1')).toEqual(['settle H1 eliminated because ', 'settle H1 confirmed because ']);
		expect(offers(weighed.and('suspect a storm', 'settle H1 confirmed'), 'H1')).toEqual([
			'weigh H1 F3 consistent because ',
			'weigh H1 F3 inconsistent because ',
			'weigh H1 F3 na',
			'settle H1 eliminated because ',
		]);
		expect(offers(weighed.and('unknown who'), 'F3')).toEqual(['confirm F3 ', 'refute F3 because ']);
		expect(offers(weighed.and('refute F2'), 'F2')).toEqual([]);
	});
});

const section = ({board, now}: Story) => JSON.stringify(findingsSection({board, now}));

describe('the section', () => {
	it('lists hypotheses where there are any', () => {
		expect(section(staffed)).not.toContain('Hypothes');
		const text = section(weighed.and('[10:30 @chen] settle H1 eliminated because he was away'));
		expect(text).toContain(
			'"eliminated","F1","F2 (he does not know it)","Chen Wei, 2026-06-02 10:30 UTC, because he was away"',
		);
		expect(text).toContain('"open","F1, F2","",""');
	});
});
