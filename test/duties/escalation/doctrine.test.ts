import {describe, expect, it} from 'vitest';
import {consult} from '../../../source/consult.ts';
import {profileNamed} from '../../../source/profiles/index.ts';
import {at, declared, given, staffed, type Story} from '../../support/spec.ts';

/** The story in which a party has been told. */
const toldTo = (party: string, story: Story): Story => story.and(`told ${party} by phone`);

/** What is asked about silver command after one more line. */
const silverAsked = (line: string) => staffed.and(line).asks('E4');

/** What is asked about senior management at any moment, of an incident that was declared at ten. */
const managementAsked = (severity: string, now: string) =>
	consult(given(`declare Site is slow severity:${severity}`).board, now, profileNamed('moj')).filter(
		one => one.rule === 'E8',
	);

const severe = staffed.and('severity S1');
const operational = given('declare Site is slow severity:S2');

describe('T5: the security team is told within the hour', () => {
	it('warns three quarters of an hour after the declaration, not before', () => {
		expect(declared.asks('T5', '10:44:59.999')).toEqual([]);
		expect(declared.asks('T5', '10:45')).toMatchObject([
			{severity: 'warn', subject: '', text: 'The security team is to be told by 11:00 UTC.'},
		]);
		expect(declared.asks('T5', '10:59:59.999')).toMatchObject([{severity: 'warn'}]);
	});

	it('is urgent and overdue when the hour is over', () => {
		expect(declared.asks('T5', '11:00')).toMatchObject([
			{severity: 'urgent', subject: '', text: expect.stringMatching(/^Overdue: .* by 11:00 UTC\./u)},
		]);
	});

	it('asks again at the second stage what was overridden at the first', () => {
		const overridden = staffed.and('[10:45] answer T5 override because they sit beside us');
		expect(overridden.asks('T5', '10:59:59.999')).toEqual([]);
		expect(overridden.asks('T5', '11:00')).toMatchObject([{severity: 'urgent'}]);
	});

	it('is silent in an incident of another kind, once they are told, and when the incident is closed', () => {
		const quiet = [
			operational,
			given('declare Letters sent kind:privacy'),
			toldTo('security-team', declared),
			declared.and('close'),
		];
		expect(quiet.flatMap(one => one.asks('T5', '12:00'))).toEqual([]);
		expect(toldTo('siro', declared).asks('T5', '12:00')).toHaveLength(1);
	});

	it('speaks in any phase of an open incident', () => {
		expect(declared.and('phase warm').asks('T5', '12:00')).toHaveLength(1);
		expect(declared.and('phase pre-incident').asks('T5', '12:00')).toHaveLength(1);
	});
});

describe('E4: silver command is considered', () => {
	it('urges at the top severity, for another department, and for a linked incident that may be related', () => {
		expect(silverAsked('severity S1')).toMatchObject([
			{severity: 'urgent', subject: '', text: 'Silver command? Speaking for it: the severity is S1.', basis: 'S1'},
		]);
		expect(silverAsked('flag department')).toMatchObject([{basis: 'department'}]);
		expect(silverAsked('link INC-2026-0002 related')).toMatchObject([{basis: 'INC-2026-0002'}]);
		expect(given('declare Site is down severity:S1').asks('E4')).toHaveLength(1);
	});

	it('names every ground at once', () => {
		const [asked] = severe.and('flag department', 'link INC-2026-0002').asks('E4');
		expect(asked).toMatchObject({
			text: 'Silver command? Speaking for it: the severity is S1; another department is affected; INC-2026-0002 may be related.',
			basis: 'S1 department INC-2026-0002',
		});
	});

	it('is silent without a ground, above bronze, and when the team does not stand', () => {
		const quiet = [
			staffed,
			staffed.and('flag visible', 'flag press', 'link INC-2026-0002 same'),
			severe.and('escalate silver'),
			severe.and('escalate gold'),
			severe.and('severity S2'),
			staffed.and('flag department', 'unflag department'),
			staffed.and('link INC-2026-0002', 'unlink INC-2026-0002'),
			severe.and('phase cold'),
			severe.and('close'),
		];
		expect(quiet.flatMap(one => one.asks('E4'))).toEqual([]);
		expect(severe.and('phase warm').asks('E4')).toHaveLength(1);
	});

	it('is settled by the Incident Manager’s ruling, until another ground is said', () => {
		const ruled = [
			severe.and('decline silver because the team can hold it'),
			severe.and('decide no silver rule:E4 because the team can hold it'),
			severe.and('escalate silver', 'standdown silver because the team can hold it'),
			severe.and('answer E4 put', 'decide no silver rule:E4 because the team can hold it'),
		];
		expect(ruled.flatMap(one => one.asks('E4', '12:00'))).toEqual([]);
		expect(ruled.map(one => one.and('flag department').asks('E4').length)).toEqual([1, 1, 1, 1]);
		expect(severe.and('decline gold').asks('E4')).toHaveLength(1);
		expect(severe.and('decide wait because it is early').asks('E4')).toHaveLength(1);
	});

	it('is asked again at a severity that was lowered and raised', () => {
		const ruled = severe.and('decline silver', 'severity S2', 'severity S1');
		expect(ruled.asks('E4')).toHaveLength(1);
	});

	it('offers the ruling, to be completed', () => {
		expect(severe.asks('E4')[0]?.offers.map(one => one.line)).toEqual([
			'escalate silver because ',
			'decline silver because ',
		]);
	});
});

describe('E5: the SIRO is told at once', () => {
	it('urges at the top severity, and wherever personal data may be', () => {
		expect(severe.asks('E5')).toMatchObject([
			{severity: 'urgent', subject: '', text: 'The SIRO is to be told at once: severity S1.'},
		]);
		expect(staffed.and('data maybe').asks('E5')).toMatchObject([{basis: 'maybe personal data'}]);
		expect(severe.and('data personal').asks('E5')).toMatchObject([{basis: 'severity S1, personal data'}]);
	});

	it('is silent otherwise, once they are told, and when the incident is closed', () => {
		const quiet = [
			staffed,
			toldTo('siro', severe),
			toldTo('SIRO', severe),
			severe.and('update siro it is S1 now'),
			severe.and('close'),
		];
		expect(quiet.flatMap(one => one.asks('E5'))).toEqual([]);
		expect(toldTo('senior-management', severe).asks('E5')).toHaveLength(1);
	});

	it('waits when it was put, and is asked anew when more is at stake', () => {
		const put = severe.and('answer E5 put');
		expect(put.asks('E5')).toMatchObject([{put: at('10:00')}]);
		expect(put.and('data personal').asks('E5')).toMatchObject([{put: undefined}]);
	});
});

describe('E6: those who answer for the data and the asset are told', () => {
	const both = staffed.and('data personal', 'flag asset');

	it('warns of each by itself', () => {
		expect(both.asks('E6')).toMatchObject([
			{severity: 'warn', subject: 'data-access-unit', text: expect.stringContaining('Personal data')},
			{severity: 'warn', subject: 'asset-owner', text: expect.stringContaining('its owner')},
		]);
		expect(toldTo('data-access-unit', both).asks('E6')).toMatchObject([{subject: 'asset-owner'}]);
		expect(toldTo('asset-owner', both).asks('E6')).toMatchObject([{subject: 'data-access-unit'}]);
	});

	it('is silent where personal data are only possible, without an asset, and when the incident is closed', () => {
		const quiet = [staffed.and('data maybe'), staffed.and('flag visible'), both.and('close')];
		expect(quiet.flatMap(one => one.asks('E6'))).toEqual([]);
	});

	it('may not apply to one of the two', () => {
		const na = both.and('answer E6 asset-owner na because it has none');
		expect(na.asks('E6')).toMatchObject([{subject: 'data-access-unit'}]);
	});
});

describe('E7: escalation beyond the SIRO is considered', () => {
	it.each([
		'national-security',
		'press',
		'harm',
		'reputation',
		'central-report',
		'significant-loss',
		'organised-crime',
	])('urges for %s', flag => {
		expect(staffed.and(`flag ${flag}`).asks('E7')).toMatchObject([{severity: 'urgent', subject: '', basis: flag}]);
	});

	it('is silent for other flags, at gold, and when the incident is closed', () => {
		const press = staffed.and('flag press');
		const quiet = [
			staffed.and('flag visible', 'flag department', 'flag asset'),
			press.and('escalate gold'),
			press.and('unflag press'),
			press.and('close'),
		];
		expect(quiet.flatMap(one => one.asks('E7'))).toEqual([]);
		expect(press.and('escalate silver').asks('E7')).toHaveLength(1);
	});

	it('is settled by a ruling, until another of them is said', () => {
		const press = staffed.and('flag press');
		const ruled = [
			press.and('decline gold because it is one local paper'),
			press.and('decide no gold rule:E7 because it is one local paper'),
			press.and('escalate gold', 'standdown gold'),
		];
		expect(ruled.flatMap(one => one.asks('E7', '12:00'))).toEqual([]);
		expect(ruled.flatMap(one => one.and('flag visible').asks('E7'))).toEqual([]);
		expect(ruled.map(one => one.and('flag harm').asks('E7')[0]?.basis)).toEqual([
			'press harm',
			'press harm',
			'press harm',
		]);
		expect(press.and('decline silver').asks('E7')).toHaveLength(1);
	});

	it('is asked again when the ruling is struck', () => {
		const ruled = staffed.and('flag press', 'decline gold');
		expect(ruled.and(`strike ${ruled.entries.length} because not said`).asks('E7')).toHaveLength(1);
	});

	it('does not take a decision from before for a ruling, though the event is said to be older', () => {
		const decided = staffed.and('[10:30] decide no gold rule:E7 because it is quiet');
		expect(decided.and('[10:40] flag press at 10:20').asks('E7')).toHaveLength(1);
	});
});

describe('E8: senior management is told in time', () => {
	it.each([
		['S1', '10:59:59.999', '11:00'],
		['S2', '13:59:59.999', '14:00'],
	])('urges when the time of %s is over, not before', (severity, before, due) => {
		const story = given(`declare Site is slow severity:${severity}`);
		expect(story.asks('E8', before)).toEqual([]);
		expect(story.asks('E8', due)).toMatchObject([
			{
				severity: 'urgent',
				subject: '',
				text: `Senior management was to be told of an ${severity} by ${due} UTC: call them now.`,
			},
		]);
	});

	it('gives S3 a day, says which, and gives S4 all the time there is', () => {
		expect(managementAsked('S3', '2026-06-03T09:59:59.999Z')).toEqual([]);
		expect(managementAsked('S3', '2026-06-03T10:00:00.000Z')).toMatchObject([
			{text: expect.stringContaining('by 10:00 UTC')},
		]);
		expect(managementAsked('S3', '2026-06-04T00:00:00.000Z')).toMatchObject([
			{text: expect.stringContaining('by 3 Jun 10:00 UTC')},
		]);
		expect(managementAsked('S4', '2026-07-02T10:00:00.000Z')).toEqual([]);
	});

	it('counts a higher severity from when it was set, a lower one from when it was first looked at', () => {
		const raised = operational.and('[10:30] severity S1');
		expect(raised.asks('E8', '11:29:59.999')).toEqual([]);
		expect(raised.asks('E8', '11:30')).toHaveLength(1);
		const lowered = given('declare Site is slow severity:S1', '[10:30] severity S2');
		expect(lowered.asks('E8', '13:59:59.999')).toEqual([]);
		expect(lowered.asks('E8', '14:00')).toHaveLength(1);
	});

	it('counts from the triage, not from when it was only watched', () => {
		const watched = given('declare Site is slow severity:S1', '[10:10] phase pre-incident');
		expect(watched.asks('E8', '12:00')).toEqual([]);
		expect(watched.and('[10:50] severity S2', '[10:55] severity S1').asks('E8', '12:00')).toEqual([]);
		const hot = watched.and('[11:00] phase hot');
		expect(hot.asks('E8', '11:59:59.999')).toEqual([]);
		expect(hot.asks('E8', '12:00')).toHaveLength(1);
		expect(hot.and('[11:30] phase warm').asks('E8', '12:00')).toHaveLength(1);
	});

	it('is silent once they are told, and when the incident is closed', () => {
		expect([toldTo('senior-management', severe), severe.and('close')].flatMap(one => one.asks('E8', '15:00'))).toEqual(
			[],
		);
		expect(toldTo('siro', severe).asks('E8', '15:00')).toHaveLength(1);
	});
});

describe('E10: a suggestion to escalate is answered', () => {
	const suggested = staffed.and('[10:10 @tom] suggest silver because two departments');
	const entry = String(suggested.entries.length);

	it('warns ten minutes after it was made, not before', () => {
		expect(suggested.asks('E10', '10:19:59.999')).toEqual([]);
		expect(suggested.asks('E10', '10:20')).toMatchObject([
			{
				severity: 'warn',
				subject: entry,
				text: 'Tom Achebe suggested silver command at 10:10 UTC, because two departments: yes or no?',
				offers: [{line: 'escalate silver because '}, {line: 'decline silver because '}],
			},
		]);
	});

	it('is silent when it was answered either way, and when the incident is closed', () => {
		const quiet = ['escalate silver', 'decline silver', 'close'].map(line => suggested.and(line));
		expect(quiet.flatMap(one => one.asks('E10', '12:00'))).toEqual([]);
		expect(suggested.and('escalate gold').asks('E10', '12:00')).toHaveLength(1);
		expect(suggested.and('decline gold').asks('E10', '12:00')).toHaveLength(1);
	});

	it('asks of each by itself', () => {
		const two = suggested.and('[10:15 @chen] suggest gold');
		expect(two.asks('E10', '10:25').map(one => one.subject)).toEqual([entry, String(two.entries.length)]);
	});
});

describe('G7: one log for one incident', () => {
	it('warns while another log is said to hold the same incident', () => {
		expect(staffed.and('link INC-2026-0002 same').asks('G7')).toMatchObject([
			{severity: 'warn', subject: 'INC-2026-0002', text: expect.stringContaining('which of the two logs goes on?')},
		]);
	});

	it('is silent where it may only be related, when the link is taken back, and when this log is closed', () => {
		const same = staffed.and('link INC-2026-0002 same');
		const quiet = [
			staffed.and('link INC-2026-0002 related'),
			same.and('unlink INC-2026-0002'),
			same.and('link INC-2026-0002 related'),
			same.and('close'),
		];
		expect(quiet.flatMap(one => one.asks('G7'))).toEqual([]);
	});

	it('is put or overridden for each incident by itself', () => {
		const two = staffed.and('link INC-2026-0002 same', 'link INC-2026-0003 same');
		const answered = two.and('answer G7 inc-2026-0002 override because that log is a copy');
		expect(answered.asks('G7')).toMatchObject([{subject: 'INC-2026-0003'}]);
	});

	it('offers what can be done as it stands', () => {
		const same = staffed.and('link INC-2026-0002 same');
		for (const {line} of same.asks('G7')[0]?.offers ?? []) {
			expect(same.and(line).asks('G7')).toEqual([]);
		}
	});
});
