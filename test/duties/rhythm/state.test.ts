import {describe, expect, it} from 'vitest';
import {rhythmPane} from '../../../source/duties/rhythm/pane.tsx';
import {rhythmSection} from '../../../source/duties/rhythm/section.ts';
import {
	announcementOn,
	currentObjectives,
	latestCanReports,
	nextObjectives,
	runningCall,
} from '../../../source/duties/rhythm/state.ts';
import {isRefusal} from '../../../source/refusal.ts';
import {at, declared, staffed, type Story} from '../../support/spec.ts';

const whole = staffed.and(
	'[10:05] call channel:bridge-1',
	'[10:06] announce',
	'[10:08] can @chen host 17 still sends || a second analyst',
	'[10:09] can @ana quiet',
	'[10:10] heartbeat data left host 17 | | host 17 is off next 10:40',
	'[10:11] reconfirm',
	'[10:12] period until 12:00',
	'[10:13] objective contain the leak',
	'[10:14] objective rebuild host 17 period:next',
);

describe('the rhythm of an incident', () => {
	it('knows the call that runs, and what was announced on it', () => {
		const call = runningCall(whole.board.rhythm);
		expect(call).toMatchObject({channel: 'bridge-1'});
		expect(call && announcementOn(whole.board.rhythm, call)).toMatchObject({at: at('10:06')});
		expect(runningCall(whole.and('endcall').board.rhythm)).toBeUndefined();
	});

	it('takes the newest call where the end of an earlier one is struck', () => {
		const ended = staffed.and('[10:05] call channel:one', '[10:10] endcall');
		const two = ended.and('[10:20] call channel:two', `strike ${ended.entries.length} because it went on`);
		expect(runningCall(two.board.rhythm)).toMatchObject({channel: 'two'});
	});

	it('keeps what was announced after a call apart from it', () => {
		const after = staffed.and('[10:05] call', '[10:10] endcall', '[10:11] announce');
		const [call] = after.board.rhythm.calls;
		expect(call && announcementOn(after.board.rhythm, call)).toBeUndefined();
	});

	it('has objectives for this period and for the next', () => {
		const {rhythm} = whole.board;
		expect(currentObjectives(rhythm).map(one => one.text)).toEqual(['contain the leak']);
		expect(nextObjectives(rhythm).map(one => one.text)).toEqual(['rebuild host 17']);
		const {rhythm: later} = whole.and('[11:00] period until 14:00').board;
		expect(currentObjectives(later).map(one => one.text)).toEqual(['rebuild host 17']);
		expect(nextObjectives(later)).toEqual([]);
	});

	it('takes objectives from before any period as those of the first', () => {
		const {rhythm} = staffed.and('objective one', 'objective two period:next').board;
		expect(currentObjectives(rhythm).map(one => one.text)).toEqual(['one', 'two']);
		expect(nextObjectives(rhythm)).toEqual([]);
	});

	it('holds the newest report of each person, newest first', () => {
		const {rhythm} = whole.and('[10:20] can @chen it is quiet').board;
		expect(latestCanReports(rhythm).map(one => [one.person, one.conditions])).toEqual([
			['chen', 'it is quiet'],
			['ana', 'quiet'],
		]);
	});

	it('stays the same where nothing of it happens', () => {
		expect(whole.and('note x', 'phase warm').board.rhythm).toBe(whole.board.rhythm);
	});
});

describe('how each kind reads on the timeline', () => {
	it.each([
		['call', 'a call has started'],
		['call channel:bridge-1 regular call', 'a call has started on bridge-1: regular call'],
		['announce', 'roles are announced: Incident Manager Priya Shah, deputy Tom Achebe, secretariat Sam Ó Briain'],
		['heartbeat a | | c next 11:00', 'heartbeat: what happened: a; what we have done: c; next at 11:00 UTC'],
		['heartbeat next 11:00', 'heartbeat: next at 11:00 UTC'],
		['heartbeat | b | | d', 'heartbeat: what it means: b; what we do next: d'],
		['reconfirm because it is so', 'severity S2 and kind security confirmed, because it is so'],
		['objective contain', 'objective: contain'],
		['objective rebuild period:next', 'objective of the next period: rebuild'],
		['period until 12:00 contain', 'operational period until 12:00 UTC: contain'],
		['can @chen a | b | c', 'Chen Wei reports conditions: a; actions: b; needs: c'],
	])('%s', (line, text) => {
		expect(staffed.and(`[10:05] ${line}`).told()).toBe(text);
	});

	it('tells that a call is over, and of a role that nobody holds', () => {
		expect(staffed.and('call', 'endcall').told()).toBe('the call has ended');
		expect(staffed.and('relieve deputy', 'announce').told()).toContain('no deputy');
	});
});

/** The tables of the section by their headings. */
const tables = ({board}: Pick<Story, 'board'>) => {
	const blocks = rhythmSection({board, now: at('12:00')});
	return Object.fromEntries(
		blocks.flatMap((block, index) => {
			const table = blocks[index + 1];
			return block.type === 'heading' && table?.type === 'table' ? [[block.text, table.rows]] : [];
		}),
	);
};

describe('the section', () => {
	it('is not there where nothing of it happened', () => {
		expect(rhythmSection({board: staffed.board, now: at('12:00')})).toEqual([]);
	});

	it('has calls with their announcements, heartbeats, confirmations, periods with objectives and CAN reports', () => {
		const first = staffed.entries.length;
		expect(tables(whole.and('[10:20] endcall', '[10:30] call'))).toEqual({
			Calls: [
				['2026-06-02 10:05 UTC', '2026-06-02 10:20 UTC', 'bridge-1', '', String(first + 2), String(first + 1)],
				['2026-06-02 10:30 UTC', 'end not recorded', '', '', 'not announced', String(first + 11)],
			],
			'Roles announced': [
				['2026-06-02 10:06 UTC', 'Priya Shah', 'Tom Achebe', 'Sam Ó Briain', 'Sam Ó Briain', String(first + 2)],
			],
			Heartbeats: [
				[
					'2026-06-02 10:10 UTC',
					'data left host 17',
					'not said',
					'host 17 is off',
					'not said',
					'2026-06-02 10:40 UTC',
					String(first + 5),
				],
			],
			'Severity looked at again': [
				['2026-06-02 10:11 UTC', 'S2', 'confirmed', 'security', '', 'Sam Ó Briain', String(first + 6)],
			],
			'Operational periods': [
				[
					'1',
					'2026-06-02 10:12 UTC',
					'2026-06-02 12:00 UTC',
					'',
					`contain the leak (entry ${first + 8})`,
					String(first + 7),
				],
				['2', 'not started', '', '', `rebuild host 17 (entry ${first + 9})`, ''],
			],
			'CAN reports': [
				['2026-06-02 10:08 UTC', 'Chen Wei', 'host 17 still sends', 'not said', 'a second analyst', String(first + 3)],
				['2026-06-02 10:09 UTC', 'Ana Reis', 'quiet', 'not said', 'not said', String(first + 4)],
			],
		});
	});

	it('says where the severity was set anew, and that a period had no objective', () => {
		const told = tables(staffed.and('severity S1 because it spreads', 'period until 12:00'));
		expect(told['Severity looked at again']?.[0]?.slice(1, 5)).toEqual(['S1', 'set anew', 'not said', 'it spreads']);
		expect(told['Operational periods']?.[0]?.[4]).toBe('none was set');
	});
});

/** What is seen of the pane's rows at a time of the day. */
const rowsAt = ({board}: Pick<Story, 'board'>, clock: string) =>
	rhythmPane.rows(board, at(clock)).map(({key, lead, text}) => ({
		key,
		lead: lead.map(cell => cell.text.trim()),
		text,
	}));

describe('the pane', () => {
	it('lists the call, the heartbeat with its answers and countdown, the period, its aims, and what experts said', () => {
		const first = staffed.entries.length;
		expect(rowsAt(whole, '10:30')).toEqual([
			{key: `call ${first + 1}`, lead: ['call'], text: 'since 10:05 UTC · bridge-1 · roles announced'},
			{key: 'heartbeat', lead: ['heartbeat', 'in 10m'], text: '10:10 UTC · next 10:40 UTC'},
			{key: 'heartbeat happened', lead: ['happened'], text: 'data left host 17'},
			{key: 'heartbeat means', lead: ['means'], text: 'not said'},
			{key: 'heartbeat done', lead: ['done'], text: 'host 17 is off'},
			{key: 'heartbeat next', lead: ['next'], text: 'not said'},
			{key: 'period 1', lead: ['period 1', 'in 1h30'], text: 'until 12:00 UTC'},
			{key: `objective ${first + 8}`, lead: ['objective'], text: 'contain the leak'},
			{key: `objective ${first + 9}`, lead: ['next aim'], text: 'rebuild host 17'},
			{key: 'can ana', lead: ['Ana'], text: '10:09 UTC · conditions: quiet'},
			{
				key: 'can chen',
				lead: ['Chen'],
				text: '10:08 UTC · conditions: host 17 still sends; needs: a second analyst',
			},
		]);
	});

	it('says in words and tone that the heartbeat is late, and that nobody announced the roles', () => {
		expect(rhythmPane.title(whole.board, at('10:52'))).toBe('Rhythm · heartbeat 12m late');
		expect(rhythmPane.rows(whole.board, at('10:52'))[1]?.lead[1]).toMatchObject({text: '12m late ', tone: 'urgent'});
		expect(rhythmPane.rows(staffed.and('call').board, at('10:05'))).toMatchObject([
			{text: 'since 10:00 UTC · roles not announced', tone: 'warn'},
		]);
	});

	it('has nothing to list at first', () => {
		expect(rowsAt(staffed, '10:30')).toEqual([]);
		expect(rhythmPane.title(staffed.board, at('10:30'))).toBe('Rhythm');
	});

	it('offers whole lines only where they can be said', () => {
		for (const story of [whole, declared.and('call'), staffed.and('heartbeat a', 'period until 12:00')]) {
			const lines = rhythmPane.rows(story.board, at('10:30')).flatMap(row => row.offers.map(offer => offer.line));
			for (const line of lines.filter(one => !/[\s@]$/u.test(one))) {
				expect(isRefusal(story.when(line)), line).toBe(false);
			}
		}
	});
});
