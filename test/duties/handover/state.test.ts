import {describe, expect, it} from 'vitest';
import {handover} from '../../../source/duties/handover/index.ts';
import {handoverPane} from '../../../source/duties/handover/pane.tsx';
import {gaps, lastSign, onDuty, uncovered, vacancies} from '../../../source/duties/handover/state.ts';
import type {Block} from '../../../source/section.ts';
import {at, declared, full, staffed, type Story} from '../../support/spec.ts';

const deputyOf = (story: Story, from: string, until: string) =>
	uncovered(story.board.staffing, 'deputy', at(from), at(until));

describe('uncovered', () => {
	const left = staffed.and('[10:30] relieve deputy');

	it('is nothing while somebody holds the role, also when it passes at once', () => {
		expect(deputyOf(staffed, '10:00', '12:00')).toBe(0);
		expect(deputyOf(staffed.and('[10:30] handover deputy @ana', 'accept deputy'), '10:00', '12:00')).toBe(0);
	});

	it('counts the minutes until the end, or until somebody takes it', () => {
		expect(deputyOf(left, '10:00', '10:30')).toBe(0);
		expect(deputyOf(left, '10:00', '10:42')).toBe(12);
		expect(deputyOf(left.and('[10:40] assign deputy @ana'), '10:00', '12:00')).toBe(10);
	});

	it('counts parts of a minute, and several stretches together', () => {
		const twice = left.and('[10:30:30] assign deputy @ana', '[11:00] relieve deputy', '[11:05] assign deputy @tom');
		expect(deputyOf(twice, '10:00', '12:00')).toBe(5.5);
		expect(vacancies(twice.board.staffing, 'deputy', at('10:00'), at('12:00'))).toEqual([
			{from: at('10:30'), until: at('10:30:30')},
			{from: at('11:00'), until: at('11:05')},
		]);
	});

	it('sees no gap where two held the role and one of them left', () => {
		const two = staffed.and('[10:10] assign deputy @ana', '[10:20] relieve deputy @tom', '[10:50] relieve deputy @ana');
		expect(deputyOf(two, '10:00', '11:00')).toBe(10);
	});

	it('looks at nothing outside its two moments', () => {
		expect(deputyOf(left, '10:35', '10:40')).toBe(5);
		expect(deputyOf(left.and('[11:00] assign deputy @ana'), '10:00', '10:40')).toBe(10);
		expect(deputyOf(declared.and('[10:20] assign deputy @"Tom Achebe"'), '10:00', '10:30')).toBe(20);
	});
});

describe('gaps', () => {
	it('count from the first holder; a role that nobody has held has none', () => {
		const late = declared.and('[10:20] assign deputy @"Tom Achebe"');
		expect(gaps(late.board.staffing, at('12:00'))).toEqual([]);
		expect(gaps(late.and('[10:30] relieve deputy').board.staffing, at('12:00'))).toEqual([
			{role: 'deputy', since: at('10:20'), stretches: [{from: at('10:30'), until: at('12:00')}]},
		]);
	});
});

describe('the slice', () => {
	it('stays itself where nothing changes', () => {
		const {board} = staffed;
		for (const line of ['announce', 'note x', 'assign comms @ana', 'heartbeat x']) {
			expect(staffed.and(line).board.handover).toBe(board.handover);
		}
	});

	it('announces what has been accepted, and not what has only been offered', () => {
		const {transfers} = staffed.and(
			'handover im @tom',
			'accept im',
			'handover secretariat @ana',
			'[10:20] announce',
			'[10:30] announce',
		).board.handover;
		expect(transfers.map(one => one.announcedAt)).toEqual([at('10:20'), undefined]);
	});

	it('takes an accepted role that is assigned by hand as passed', () => {
		const {transfers} = staffed.and('handover im @tom by 11:00', 'accept im', '[10:30] assign im @tom').board.handover;
		expect(transfers).toMatchObject([{passed: {at: at('10:30')}}]);
	});

	it('takes a role that was assigned by hand before it was accepted as passed with the acceptance', () => {
		const {transfers} = staffed.and('handover im @tom', 'assign im @tom', '[10:30] accept im').board.handover;
		expect(transfers).toMatchObject([{passed: {at: at('10:30')}}]);
	});

	it('is as it was when the acceptance is struck', () => {
		const accepted = staffed.and('handover im @tom', 'accept im');
		const struck = accepted.and(`strike ${accepted.entries.length - 3} because it was said of another`);
		expect(struck.board.handover.transfers).toMatchObject([{acceptedAt: undefined, passed: undefined}]);
	});

	it('knows the newest sign of a loggist', () => {
		const signed = staffed.and('signon', '[10:30] signoff');
		expect(lastSign(signed.board.handover, 'sam')).toMatchObject({is: 'off', at: at('10:30')});
		expect(lastSign(signed.board.handover, 'ana')).toBeUndefined();
	});

	it('knows who has been at work longest', () => {
		const {board} = staffed.and('[10:20] release @ana', '[10:40] assign sme @ana', 'checkin @"Mia Berg"');
		expect(
			onDuty(board.staffing, board.handover)
				.map(one => [one.person.handle, one.since, one.before])
				.slice(-2),
		).toEqual([
			['ana', at('10:40'), at('10:20')],
			['mia', at('10:40'), undefined],
		]);
	});
});

const section = (story: Story, clock = '12:00'): readonly Block[] =>
	handover.section({board: story.board, now: at(clock)});

const headings = (blocks: readonly Block[]) => blocks.flatMap(one => (one.type === 'heading' ? [one.text] : []));

const rowsUnder = (blocks: readonly Block[], title: string) => {
	const found = blocks[blocks.findIndex(one => one.type === 'heading' && one.text === title) + 1];
	return found?.type === 'table' ? found.rows : [];
};

describe('the section', () => {
	it('is silent when nothing was handed over and every role was covered', () => {
		expect(section(staffed)).toEqual([]);
	});

	it('lists every transfer with its times', () => {
		const story = staffed.and(
			'handover im @tom a long morning',
			'[10:05] briefed im the objectives',
			'[10:10] accept im',
			'[10:15] announce',
			'handover deputy @ana',
			'keep deputy because Ana is needed',
		);
		expect(rowsUnder(section(story), 'Handovers')).toEqual([
			[
				'Incident Manager',
				'Priya Shah',
				'Tom Achebe',
				...['10:00', '10:05', '10:10', '10:10', '10:15'].map(clock => `2026-06-02 ${clock} UTC`),
				'passed',
				'a long morning; the objectives',
				'13',
			],
			[
				'Deputy',
				'Tom Achebe',
				'Ana Reis',
				'2026-06-02 10:15 UTC',
				...Array.from({length: 4}, () => 'not recorded'),
				'withdrawn, because Ana is needed',
				'',
				'20',
			],
		]);
	});

	it('flags the roles that nobody held, until now or until the close', () => {
		const left = staffed.and('[10:30] relieve deputy');
		expect(rowsUnder(section(left, '10:42'), 'Roles not covered')).toEqual([
			['Deputy', '2026-06-02 10:00 UTC', '2026-06-02 10:30 UTC to the end', '12m'],
		]);
		expect(rowsUnder(section(left.and('[10:30:30] assign deputy @ana')), 'Roles not covered')).toMatchObject([
			['Deputy', expect.anything(), '2026-06-02 10:30 UTC to 2026-06-02 10:30 UTC', 'under a minute'],
		]);
		expect(rowsUnder(section(left.and('[11:00] close because done'), '15:00'), 'Roles not covered')).toMatchObject([
			{3: '30m'},
		]);
	});

	it('lists who signed, who challenged command and who goes offline', () => {
		const story = staffed.and(
			'signoff',
			'challenge @ana hosts back on',
			'challenge @chen',
			'uphold @ana because no',
			'offline @tom',
		);
		expect(headings(section(story))).toEqual(['Loggists', 'Orders against command', 'Going offline']);
		expect(rowsUnder(section(story), 'Loggists')).toMatchObject([
			['Sam Ó Briain', 'off', '2026-06-02 10:00 UTC', '13'],
		]);
		expect(rowsUnder(section(story), 'Orders against command')).toMatchObject([
			['Ana Reis', expect.anything(), 'hosts back on', 'no, 2026-06-02 10:00 UTC', 'no', '14'],
			['Chen Wei', expect.anything(), 'not recorded', 'not answered', '', '15'],
		]);
	});
});

const rows = (story: Story, clock: string) => handoverPane.rows(story.board, at(clock));

const signs = (story: Story) => rows(story, '10:00').filter(one => one.key.startsWith('sign'));

describe('the pane', () => {
	it('says how to begin where nobody is at work', () => {
		expect(rows(declared, '10:00')).toEqual([]);
		expect(handoverPane.empty).toContain('/assign');
	});

	it('shows who has been at work longest, with tones at the limits', () => {
		const story = declared.and('assign im @"Priya Shah"', '[10:30] assign deputy @"Tom Achebe"');
		const shown = (clock: string) => rows(story, clock).map(one => [one.lead[0]?.text, one.lead[0]?.tone, one.text]);
		expect(shown('10:59')).toEqual([
			['59m ', 'plain', 'Priya Shah · Incident Manager 59m'],
			['29m ', 'plain', 'Tom Achebe · Deputy 29m'],
		]);
		expect(shown('11:00')).toMatchObject([{1: 'warn'}, {1: 'plain'}]);
		expect(shown('13:00')).toMatchObject([{1: 'urgent'}, {1: 'plain'}]);
		expect(shown('13:30')).toMatchObject([{1: 'urgent'}, {1: 'urgent'}]);
		const helper = declared.and('checkin @"Mia Berg"');
		expect(rows(helper, '15:59')).toMatchObject([{lead: [{tone: 'plain'}]}]);
		expect(rows(helper, '16:00')).toMatchObject([{lead: [{tone: 'urgent'}]}]);
	});

	it('puts challenges and open handovers first, each with what it lacks and lines that can be said', () => {
		const story = full.and('handover im @tom by 11:00', 'challenge @mia', 'relieve deputy', 'offline @chen by 12:00');
		expect(handoverPane.title(story.board, at('10:50'))).toBe('Handovers · 1 open');
		const [challenge, transfer, gap] = rows(story, '10:50');
		expect(challenge).toMatchObject({text: 'Mia Berg gives orders against command'});
		expect(transfer).toMatchObject({
			lead: [{text: 'in 10m ', tone: 'urgent'}],
			text: 'Incident Manager: Priya Shah to Tom Achebe · lacks briefing, acceptance, announcement, situation report',
		});
		expect(gap).toMatchObject({lead: [{text: '50m '}], text: 'Deputy not covered, still vacant'});
		expect(rows(story, '10:50').some(one => one.text.endsWith('offline from 12:00 UTC'))).toBe(true);
		for (const {offers} of rows(story, '10:50')) {
			for (const {line} of offers.filter(one => !/[\s@]$/u.test(one.line))) {
				expect(story.when(line)).not.toHaveProperty('refused');
			}
		}
	});

	it('shows whether the loggist has signed', () => {
		const changed = staffed.and('handover secretariat @"Mia Berg"', 'accept secretariat');
		expect(signs(changed).map(one => one.text)).toEqual([
			'Sam Ó Briain has not signed off',
			'Mia Berg has not signed on',
		]);
		expect(signs(changed.and('signoff @sam', '[10:20] signon @mia')).map(one => one.text)).toEqual([
			'Mia Berg signed on at 10:20 UTC',
		]);
		expect(signs(staffed)).toEqual([]);
	});

	it('gives every row a key of its own', () => {
		const story = full.and(
			'handover im @tom',
			'handover deputy @ana',
			'accept deputy',
			'challenge @mia',
			'challenge @chen',
			'handover secretariat @ana',
			'accept secretariat',
			'relieve analyst',
		);
		const keys = rows(story, '12:00').map(one => one.key);
		expect(new Set(keys).size).toBe(keys.length);
	});
});
