import {describe, expect, it} from 'vitest';
import {escalationPane} from '../../../source/duties/escalation/pane.tsx';
import {noEscalation, partiesWanted} from '../../../source/duties/escalation/state.ts';
import {fold} from '../../../source/fold.ts';
import {entriesAfter, given, nothing, staffed, type Story} from '../../support/spec.ts';

const limits = {S1: 60, S2: 240};
const rows = ({board, now}: Story) => escalationPane.rows(board, now).map(one => [one.key, one.text]);
const wanted = ({board}: Story) => partiesWanted(board.declaration, limits);

describe('who is told above the team', () => {
	it('follows from severity, personal data, kind and flags', () => {
		expect(wanted(given('declare Site is slow severity:S3'))).toEqual([]);
		expect(wanted(given('declare Site is slow severity:S2'))).toEqual(['senior-management']);
		expect(wanted(given('declare Site is slow severity:S1'))).toEqual(['siro', 'senior-management']);
		expect(wanted(given('declare Site is slow severity:S3 kind:security'))).toEqual(['security-team']);
		expect(wanted(given('declare Site is slow severity:S3 data:maybe'))).toEqual(['siro']);
		expect(wanted(given('declare Site is slow severity:S3 data:personal', 'flag asset'))).toEqual([
			'siro',
			'data-access-unit',
			'asset-owner',
		]);
	});
});

describe('what nobody escalated', () => {
	it('is bronze', () => {
		expect(nothing.board.escalation).toBe(noEscalation);
		expect(staffed.board.escalation).toMatchObject({tier: 'bronze', tierSince: undefined, linked: []});
	});

	it('is not unlinked from what was never linked', () => {
		const {board} = staffed;
		const linked = staffed.and('link INC-2026-0002');
		const struck = linked.and('unlink INC-2026-0002', `strike ${linked.entries.length} because of a slip`);
		expect(struck.board.escalation).toEqual(board.escalation);
		const event = {kind: 'incident-unlinked', reference: 'INC-2026-0002'} as const;
		const [entry] = entriesAfter(board, [
			{event, occurredAt: staffed.now, recordedAt: staffed.now, by: 'sam', recordedBy: 'sam'},
		]);
		expect(entry && fold(board, entry).escalation).toBe(board.escalation);
	});

	it('keeps its slice where nothing of it changes', () => {
		const warm = staffed.and('phase warm', 'note x', 'know y', 'data maybe');
		expect(warm.board.escalation).toBe(staffed.board.escalation);
	});
});

describe('the pane', () => {
	it('invites where nothing is to be told and nothing stands', () => {
		const {board, now} = given('declare Site is slow severity:S4');
		expect(escalationPane.rows(board, now)).toEqual([]);
		expect(escalationPane.title(board, now)).toBe('Escalation · bronze');
		expect(escalationPane.empty).toContain('/suggest silver');
	});

	it('lists what waits first: suggestions, who was not told, then what stands', () => {
		const story = staffed.and(
			'[10:10] escalate silver @ana because two departments',
			'[10:15] told security-team by phone',
			'[10:20 @tom] suggest gold because of the press',
			'link INC-2026-0002 same',
		);
		expect(rows(story)).toEqual([
			['15', 'gold command, by Tom Achebe, since 10:20 UTC, because of the press'],
			['senior-management', 'senior management'],
			['silver', 'tactical, Ana Reis, since 10:10 UTC, because two departments'],
			['INC-2026-0002', 'INC-2026-0002 is the same incident'],
			['security-team', 'security team, 10:15 UTC, by Sam Ó Briain'],
		]);
		expect(escalationPane.title(story.board, story.now)).toBe('Escalation · silver, 1 to answer');
	});

	it('no longer asks who was told when the incident is closed', () => {
		expect(rows(staffed.and('close'))).toEqual([]);
	});

	it('offers lines that begin with a verb', () => {
		const {board, now} = staffed.and('escalate silver', 'suggest gold', 'link INC-2026-0002');
		const lines = escalationPane.rows(board, now).flatMap(one => one.offers.map(({line}) => line));
		expect(lines).toEqual([
			'escalate gold because ',
			'decline gold because ',
			'told security-team ',
			'told senior-management ',
			'standdown silver because ',
			'escalate silver @',
			'unlink INC-2026-0002 because ',
		]);
	});
});
