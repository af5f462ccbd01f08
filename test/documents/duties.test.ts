import {describe, expect, it} from 'vitest';
import {dutiesPage} from '../../source/documents/duties.ts';
import {checklists, roleDuties} from '../../source/role-duties/checklist.ts';
import {type DutyKey, dutyRoles, type DutyView, type Standing} from '../../source/role-duties/duty.ts';
import {markdown} from '../../source/documents/markdown.ts';
import {plainText} from '../../source/documents/plain.ts';
import {isRefusal} from '../../source/refusal.ts';
import {at, declared, experts, full, given, nothing, staffed, type Story} from '../support/spec.ts';

/** What the duties are read from at a time of the day, or when the last line was said. */
const viewOf = (story: Story, clock?: string): DutyView => ({
	board: story.board,
	now: clock === undefined ? story.now : at(clock),
	prompts: story.prompts(clock),
});

const standingOf = (key: DutyKey, story: Story, clock?: string): Standing | undefined =>
	roleDuties.find(one => one.key === key)?.stand(viewOf(story, clock));

type Case = {
	/** Stories after which the log shows the duty done. */
	readonly done: Readonly<Record<string, Story>>;
	/** Stories after which something is owed, and the line that would do it; a clock where time alone makes it due. */
	readonly due: Readonly<Record<string, readonly [story: Story, line: string, clock?: string]>>;
	/** Stories that have not called for it. */
	readonly notYet: Readonly<Record<string, Story>>;
};

const called = staffed.and('[10:05] call');
const acting = staffed.and('[10:05] action isolate host 17 @ana by 11:00', '[10:06 @ana] ack A1');
const suspecting = staffed.and('suspect the supplier token');
const silver = declared.and('severity S1', 'assign im @"Priya Shah"');
const offering = staffed.and('[10:20] handover im @tom', '[10:21] offline @priya by 10:40');
const over = staffed.and(
	'[11:00] contained',
	'[11:01] phase warm because it is contained',
	'[11:02] clean @chen',
	'[11:03] bau',
);
const cold = over.and('[11:10] phase cold because it is over');
const reviewed = cold.and(
	'[11:11] arrange @priya by 12:00',
	'[12:00] held everybody came',
	'[12:10] lesson tokens live too long',
);
const accepted = staffed.and('[10:01 @tom] accept deputy');
const noted = staffed.and('[10:05] note the supplier calls');
const talked = staffed.and('[10:05] channel bridge call private:yes', '[10:06] call');
const beaten = staffed.and('[10:10] heartbeat | happened | means | done | next', '[10:11] reconfirm');
const draftText = 'Some card payments fail. Next update by 11:30.';
const drafted = staffed.and(`[10:05] message ${draftText} audience:customers`);
const captured = cold.and(
	...['log', 'decisions', 'actions', 'messages', 'evidence', 'report', 'chat', 'calls'].map(one => `capture ${one}`),
);

const cases: Readonly<Record<DutyKey, Case>> = {
	announce: {
		done: {
			'on the call that goes on': called.and('[10:06] announce'),
			'on the last call': called.and('[10:06] announce', '[10:20] endcall'),
		},
		due: {
			'a call goes on': [called, 'announce'],
			'only an earlier call heard it': [called.and('[10:06] announce', '[10:20] endcall', '[10:30] call'), 'announce'],
			'nobody could be named': [declared.and('call'), 'assign im @'],
		},
		notYet: {'no call was held': staffed, 'a call ended without it': called.and('[10:20] endcall')},
	},
	sort: {
		done: {
			'something is known': staffed,
			'every suspicion is being tested': suspecting.and('action test the token @ana by 11:00 tests:F2'),
			'every suspicion is settled': suspecting.and('refute F2 because it had expired'),
		},
		due: {
			'nothing is on record': [declared, 'know '],
			'a suspicion is not tested': [suspecting, 'action test F2 tests:F2 @'],
			'its test was withdrawn': [
				suspecting.and('action try @ana by 11:00 tests:F2', 'cancel A1 because no'),
				'action test F2 tests:F2 @',
			],
			'its test is done': [
				suspecting.and('action try @ana by 11:00 tests:F2', 'done A1 it was used result:success'),
				'confirm F2 ',
			],
			'the Incident Manager has an action': [staffed.and('action call the bank @priya by 11:00'), 'reassign A1 @'],
		},
		notYet: {
			'nothing has been declared': nothing,
			'the work is over, a suspicion left': suspecting.and('contained', 'phase cold because it is over'),
		},
	},
	escalate: {
		done: {
			'silver command stands': silver.and('escalate silver because much is at stake'),
			'it was declined': silver.and('decline silver because it is small'),
			'a message was agreed': drafted.and('[10:06] agree M1'),
			'it was decided otherwise': silver.and('answer E4 put', 'decide wait an hour rule:E4 because it is quiet'),
		},
		due: {
			'something speaks for silver': [silver, 'escalate silver because '],
			'a suggestion waits': [
				staffed.and('[10:05 @tom] suggest gold because the press calls'),
				'escalate gold because ',
			],
			'a message waits': [drafted, 'agree M1'],
		},
		notYet: {
			'nothing speaks for it': staffed,
			'it was put to the Incident Manager and waits': silver.and('answer E4 put'),
			'something else was decided': staffed.and('decide wait because it is quiet'),
		},
	},
	brief: {
		done: {'the next one was briefed': offering.and('[10:25] briefed im')},
		due: {
			'they go offline and nobody is named': [staffed.and('[10:20] offline @priya by 10:40'), 'handover im @'],
			'who is named was not briefed': [offering, 'briefed im'],
			'the role passed without a briefing': [offering.and('[10:30 @tom] accept im'), 'briefed im'],
		},
		notYet: {
			'they stay': staffed,
			'it is hot no more when they go': staffed.and('phase warm because it is quiet', 'offline @priya by 10:40'),
			'the deputy was briefed': staffed.and('handover deputy @ana', 'briefed deputy'),
			'the offer was withdrawn': staffed.and('handover im @tom', 'keep im because Tom is called away'),
			'it was the one before who briefed': offering.and('[10:25] briefed im', '[10:30 @tom] accept im'),
		},
	},
	span: {
		done: {
			'few report to them': staffed,
			'as many as the limit': staffed.and(...experts(3)),
			'a sub-team was split off': staffed.and(...experts(4), 'split alpha @mia @ola @uri keys by 11:00'),
		},
		due: {'eight report to them': [staffed.and(...experts(4)), 'split ']},
		notYet: {'nobody is in command': declared},
	},
	close: {
		done: {'it is closed': cold.and('close because nothing leaks')},
		due: {
			'it is contained and still hot': [staffed.and('contained'), 'phase warm because '],
			'warm, and nobody says contained': [staffed.and('phase warm because it is quiet'), 'contained'],
			'warm, and no expert says clean': [staffed.and('contained', 'phase warm because it is quiet'), 'clean @'],
			'all of it is confirmed': [over, 'close because '],
		},
		notYet: {'it goes on': staffed, 'nothing has been declared': nothing},
	},
	learn: {
		done: {
			'every follow-up is done': reviewed.and(
				'followup shorten them @ana by tomorrow at 12:00',
				'followed U1 a day now',
			),
		},
		due: {
			'no review is arranged': [cold, 'arrange @'],
			'it has no date': [cold.and('arrange @priya'), 'arrange by '],
			'its time has come': [cold.and('arrange @priya by 12:00'), 'held', '12:00'],
			'nothing was learnt': [cold.and('held everybody came'), 'lesson '],
			'nothing follows from it': [reviewed, 'followup '],
			'a follow-up has no owner': [reviewed.and('followup shorten them by 14:00'), 'amend U1 @'],
			'a follow-up has no date': [reviewed.and('followup shorten them @ana'), 'amend U1 by '],
			'a follow-up is late': [reviewed.and('followup shorten them @ana by 14:00'), 'followed U1 ', '14:00'],
		},
		notYet: {
			'it goes on': staffed,
			'the review is still to come': cold.and('arrange @priya by 12:00'),
			'a follow-up is still to come': reviewed.and('followup shorten them @ana by 14:00'),
			'one of two is': reviewed.and(
				'followup shorten them @ana by 14:00',
				'followup list them @ana by 14:00',
				'followed U1 a day now',
			),
		},
	},
	'stand-by': {
		done: {'they accepted': accepted},
		due: {
			'nobody is deputy': [declared, 'assign deputy @'],
			'they are in command as well': [accepted.and('relieve im', 'assign im @tom'), 'assign deputy @'],
			'they have not accepted': [staffed, 'accept deputy @tom'],
			'they go offline': [accepted.and('offline @tom by 11:00'), 'handover deputy @'],
		},
		notYet: {'nothing has been declared': nothing, 'nobody was, and it is over': declared.and('phase cold because no')},
	},
	watch: {
		done: {
			'the severity was looked at': staffed.and('[10:05] reconfirm'),
			'silver was suggested': silver.and('[10:01] suggest silver because much is at stake'),
		},
		due: {
			'something speaks for silver': [silver, 'suggest silver because '],
			'something speaks for gold': [staffed.and('flag press'), 'suggest gold because '],
			'a mark has passed since': [staffed.and('[10:05] reconfirm'), 'reconfirm', '10:10'],
		},
		notYet: {'no mark has come': staffed},
	},
	time: {
		done: {'nothing is late': acting},
		due: {
			'a report is due': [acting, 'report A1 ', '11:00'],
			'two are, one for longer': [acting.and('action look @ana by 10:50'), 'report A2 ', '11:00'],
			'an owner has not understood': [staffed.and('action isolate @ana by 11:00'), 'ack A1', '10:02'],
		},
		notYet: {'there are no actions': staffed},
	},
	log: {
		done: {'something was just written': noted},
		due: {
			'nothing was written': [declared.and('assign im @"Priya Shah"'), 'note '],
			'the first of several says not why': [staffed.and('decide wait', 'decide stay'), 'justify D1 because '],
			'it was silent for too long': [noted, 'note nothing to report', '10:15'],
			'a late entry says not why': [staffed.and('[10:20] note a call at 10:05'), 'explain 13 because '],
			'a decision says not why': [staffed.and('decide wait'), 'justify D1 because '],
			'it changed hands': [staffed.and('relieve secretariat', 'assign secretariat @ana'), 'signoff @sam'],
		},
		notYet: {'nothing has been declared': nothing},
	},
	picture: {
		done: {'a heartbeat was held and the severity confirmed': beaten},
		due: {
			'no heartbeat was held for an hour': [staffed, 'heartbeat ', '11:00'],
			'the next one was promised': [
				staffed.and('[10:10] heartbeat | happened | means | done | next next 10:30', '[10:11] reconfirm'),
				'heartbeat ',
				'10:30',
			],
			'the severity was not confirmed': [staffed.and('[10:10] heartbeat | happened'), 'reconfirm'],
		},
		notYet: {'it has just begun': staffed},
	},
	channel: {
		done: {
			'there are both': talked,
			'there were both, and it is over': talked.and(
				'contained',
				'phase cold because it is over',
				'channelclose bridge',
			),
		},
		due: {
			'there is none': [staffed, 'channel private:yes '],
			'it is open to others': [staffed.and('channel bridge call'), 'channel private:yes '],
			'it was closed': [talked.and('channelclose bridge'), 'channel private:yes '],
			'no call was held': [staffed.and('channel bridge call private:yes'), 'call'],
		},
		notYet: {'nothing has been declared': nothing},
	},
	owners: {
		done: {'each has both': acting},
		due: {
			'nobody owns two': [acting.and('action find the keys by 11:00', 'action call by 11:00'), 'reassign A2 @'],
			'nobody owns one': [acting.and('action find the keys by 11:00'), 'reassign A2 @'],
			'one has no time': [acting.and('action find the keys @chen'), 'extend A2 by '],
			'an owner may not know': [staffed.and('action isolate @ana by 11:00'), 'ack A1', '10:02'],
		},
		notYet: {'there are no actions': staffed},
	},
	capture: {
		done: {'all of them are': captured},
		due: {'none is': [cold, 'capture log'], 'one is': [cold.and('capture log'), 'capture decisions']},
		notYet: {'it goes on': staffed},
	},
	investigate: {
		done: {
			'they are at it': acting,
			'they are done': acting.and('done A1 off the network result:success'),
		},
		due: {
			'a report is due': [acting, 'report A1 ', '11:00'],
			'they have not understood': [staffed.and('action isolate @ana by 11:00'), 'ack A1', '10:02'],
			'it is not said how it ended': [acting.and('done A1 off the network'), 'done A1 result:'],
		},
		notYet: {
			'they have no action': staffed,
			'it is not theirs': staffed.and('action call the bank @tom by 11:00', '[10:01 @tom] ack A1'),
		},
	},
	recommend: {
		done: {
			'they recommended': staffed.and('[10:05 @ana] recommend take the host offline because keys are on it'),
			'they were instructed': staffed.and('[10:05 @ana] action isolate host 17 @ana by 11:00', '[10:06] instruct A1'),
		},
		due: {
			'they act alone': [staffed.and('[10:05 @ana] action isolate host 17 @ana by 11:00'), 'instruct A1'],
			'they act alone and nobody commands': [
				staffed.and('relieve im', '[10:05 @ana] action isolate host 17 @ana by 11:00'),
				'cancel A1 because ',
			],
		},
		notYet: {'they were told what to do': acting},
	},
	'pass-on': {
		done: {'a message went out': drafted.and('[10:06] agree M1', '[10:07] send M1', 'audience customers every:30m')},
		due: {
			'no cadence is set': [staffed, 'audience team every:60m'],
			'an agreed message waits': [drafted.and('[10:06] agree M1'), 'send M1'],
			'an update is due': [staffed.and('audience customers every:30m'), 'update customers ', '10:30'],
		},
		notYet: {'only the team is kept informed': staffed.and('audience team every:60m'), 'nothing is declared': nothing},
	},
	agree: {
		done: {
			'the text was agreed': drafted.and('[10:06] agree M1'),
			'it was sent as agreed': drafted.and('[10:06] agree M1', '[10:07] send M1'),
		},
		due: {
			'a draft waits': [drafted, 'agree M1'],
			'nobody can agree': [drafted.and('relieve im'), 'agree M1 @'],
			'it says too little': [staffed.and('message Look. audience:customers'), 'redraft M1 '],
			'it was sent without': [drafted.and('[10:07] send M1'), 'agree M1'],
			'it was old when it was agreed': [drafted.and('[10:40] agree M1'), 'agree M1'],
		},
		notYet: {'there is no message': staffed},
	},
	'bring-in': {
		done: {'the analyst is there': staffed},
		due: {
			'a security incident has no analyst': [declared, 'assign analyst @'],
			'personal data, and nobody of data privacy': [staffed.and('data maybe'), 'assign privacy @'],
			'somebody works here without a place': [staffed.and('action look @"Pat Fox" by 11:00'), 'checkin @pat '],
			'nobody is released in the end': [cold, 'release @priya'],
		},
		notYet: {'nothing has been declared': nothing},
	},
	stakeholders: {
		done: {
			'all of them are told': staffed.and('told security-team by phone', 'told senior-management by phone'),
		},
		due: {
			'none is told': [staffed, 'told security-team '],
			'one is told': [staffed.and('told security-team by phone'), 'told senior-management '],
			'the SIRO must know of personal data': [
				staffed.and('told security-team by phone', 'told senior-management by phone', 'data maybe'),
				'told siro ',
			],
		},
		notYet: {
			'nothing has been declared': nothing,
			'nobody need be told': given('declare Printer severity:S4 kind:operational'),
		},
	},
};

const dueIn = (story: Story): readonly DutyKey[] =>
	roleDuties.filter(one => one.stand(viewOf(story)).state === 'due').map(one => one.key);

const keys = roleDuties.map(one => one.key);

describe.each(keys)('the duty %s', key => {
	const {done, due, notYet} = cases[key];

	it.each(Object.entries(done))('is ticked: %s', (_, story) => {
		expect(standingOf(key, story)).toEqual({state: 'done'});
	});

	it.each(Object.entries(due))('is due: %s', (_, [story, line, clock]) => {
		expect(standingOf(key, story, clock)).toEqual({state: 'due', line});
		// A whole line can be said as it stands.
		if (/[^ @:]$/u.test(line)) {
			expect(isRefusal(story.when(clock === undefined ? line : `[${clock}] ${line}`))).toBe(false);
		}
	});

	it.each(Object.entries(notYet))('is not yet called for: %s', (_, story) => {
		expect(standingOf(key, story)).toEqual({state: 'not yet'});
	});
});

describe('the duties', () => {
	it('are 21, each under a key of its own', () => {
		expect(new Set(keys).size).toBe(21);
	});

	it('are told in brief as well, so that a row of a narrow pane holds them', () => {
		const briefs = roleDuties.map(one => one.brief);
		expect(new Set(briefs).size).toBe(21);
		expect(briefs.filter(one => one.length > 30)).toEqual([]);
	});

	it('are all to come before anything is declared', () => {
		const states = checklists(viewOf(nothing), dutyRoles).flatMap(one => one.duties.map(duty => duty.standing.state));
		expect(states).toHaveLength(21);
		expect(new Set(states)).toEqual(new Set(['not yet']));
	});

	it('owe nothing of an incident that is closed but what comes after it', () => {
		const closed = full.and('[11:00] phase cold because it is over', '[11:05] close because nothing leaks');
		expect(dueIn(closed)).toEqual(['learn', 'capture', 'bring-in']);
	});

	it('owe nothing at work that is over, whatever was left undone', () => {
		const left = staffed.and(
			...experts(6),
			'[10:05] call',
			'[10:06] action isolate host 17 @priya',
			'[10:06 @chen] action look alone @chen by 10:20',
			'[10:07] action find the keys by 10:30',
			'[10:08] suspect the supplier token',
			`[10:09] message ${draftText} audience:customers`,
			'[10:10] heartbeat | happened',
			'[10:11 @tom] suggest silver because much is at stake',
			'[10:12] handover im @ana',
		);
		const work = ['announce', 'sort', 'escalate', 'brief', 'span', 'stand-by', 'time', 'picture', 'channel', 'owners'];
		expect(dueIn(left.and('[11:00] note it goes on'))).toEqual(expect.arrayContaining(work));
		expect(dueIn(left.and('[11:00] close because nothing leaks'))).toEqual(['learn', 'capture', 'bring-in']);
	});

	it('come back when what was done is so no longer', () => {
		expect(standingOf('log', noted, '10:14')).toEqual({state: 'done'});
		expect(standingOf('log', noted, '10:15')).toMatchObject({state: 'due'});
		expect(standingOf('log', noted.and('[10:16] note nothing to report'))).toEqual({state: 'done'});
		// Silence is asked about while it is hot only.
		expect(standingOf('log', noted.and('phase warm because it is quiet'), '12:00')).toEqual({state: 'done'});
	});

	it('are those of the roles that somebody holds, an expert being one of the experts', () => {
		const lists = checklists(viewOf(staffed));
		expect(lists.map(one => [one.role, one.people])).toEqual([
			['im', ['priya']],
			['deputy', ['tom']],
			['secretariat', ['sam']],
			['sme', ['chen', 'ana']],
		]);
	});

	it('are those of the roles given, held or not', () => {
		const lists = checklists(viewOf(staffed), ['analyst', 'liaison']);
		expect(lists.map(one => [one.role, one.people.length, one.duties.length])).toEqual([
			['sme', 2, 2],
			['liaison', 0, 2],
		]);
	});
});

describe('the page of duties', () => {
	it('ticks what is done and says what to type for what is due', () => {
		const story = called.and('[10:06] note the bridge is open');
		expect(plainText(dutiesPage(viewOf(story), ['im', 'deputy']), 80)).toMatchInlineSnapshot(`
			"Duties
			======

			✓ as the log shows; · not yet, and what to type where it is due.

			Incident Manager: Priya Shah, 2 of 7 done
			-----------------------------------------
			Done  Duty                                                              To type
			----  ----------------------------------------------------------------  --------
			·     Says on every call who is in command, who is the deputy and who   announce
			      keeps the log
			✓     Sorts what is known, unknown and suspected; has it confirmed or
			      refuted; delegates actions and does none
			·     Decides with the deputy whether to escalate and what else must
			      be communicated
			·     Briefs the next Incident Manager before going offline while it
			      is hot
			✓     Keeps the span of control: escalates, and splits off sub-teams
			·     Decides when it is resolved, and closes it
			·     Sees to it that lessons are learned afterwards and prevention is
			      carried out

			Deputy: Tom Achebe, 0 of 3 done
			-------------------------------
			Done  Duty                                                    To type
			----  ------------------------------------------------------  ------------------
			·     Supports the Incident Manager and can take over at any  accept deputy @tom
			      time
			·     Watches how the incident stands and suggests
			      escalation
			·     Keeps track of time and of replies that are owed

			Made from the log of INC-2026-0001 up to entry 14, whose hash (SHA-256) is
			11c9c93159599cdc529faa158c1375fb0e81a1ba8d1642ab2310cdb4409eb5f8. Not signed.
			This document is a copy; the ledger is the record.
			"
		`);
	});

	it('says who is missing, and that nobody is there', () => {
		expect(plainText(dutiesPage(viewOf(declared), ['liaison']), 80)).toContain('Liaison: VACANT, 0 of 2 done');
		expect(plainText(dutiesPage(viewOf(declared)), 80)).toContain('Nobody holds a role yet.');
	});

	it('says EXERCISE', () => {
		const exercise = nothing.and('declare Drill severity:S2 exercise:yes', 'assign im @"Priya Shah"');
		const written = markdown(dutiesPage(viewOf(exercise)));
		expect(written).toContain('EXERCISE EXERCISE EXERCISE');
		expect(written).toContain('## EXERCISE: Incident Manager: Priya Shah');
	});

	it('fits a narrow terminal, whatever the people are called', () => {
		const hostile = staffed.and('assign comms @"A \u202Egnp <img> | b"');
		for (const width of [24, 40, 80]) {
			const lines = plainText(dutiesPage(viewOf(hostile)), width).split('\n');
			expect(lines.every(line => line.length <= width)).toBe(true);
			expect(lines.join('')).not.toContain('\u202E');
		}
	});
});
