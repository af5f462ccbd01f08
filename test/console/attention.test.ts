import {describe, expect, it} from 'vitest';
import {type AttentionSetting, attentionOf, type Known} from '../../source/console/attention.ts';
import {
	bell,
	keepTitle,
	notificationSequence,
	restoreTitle,
	titleSequence,
} from '../../source/console/screen/signals.ts';
import {profileOf} from '../../source/duties/declaration/state.ts';
import {at, declared, experts, nothing, staffed, type Story} from '../support/spec.ts';
import {hostileStrings} from '../support/hostile.ts';

const knownOf = (story: Story, clock?: string): Known => ({board: story.board, prompts: story.prompts(clock)});

const settingOf = (story: Story, clock?: string): AttentionSetting => ({
	now: clock === undefined ? story.now : at(clock),
	profile: profileOf(story.board.declaration),
	isExercise: story.board.declaration.exercise,
	isMuted: false,
});

type Moment = readonly [story: Story, clock?: string];

/** What the terminal does when one moment follows another. */
const between = (before: Moment | undefined, after: Moment, setting: Partial<AttentionSetting> = {}) =>
	attentionOf(before && knownOf(...before), knownOf(...after), {...settingOf(...after), ...setting});

/** Nothing urgent is asked. */
const calm = staffed.and('told security-team by phone', 'told senior-management by phone');
const uncommanded = calm.and('relieve im');
/** Nine people report to one: the span is far exceeded, which doctrine asks again until it is answered. */
const crowded = calm.and(...experts(5));
const put = crowded.and('[10:01] answer S3 put');
const exercise = nothing.and('declare Drill severity:S2 kind:operational exercise:yes', 'assign im @"Priya Shah"');

describe('the title of the window', () => {
	it('says which incident it is and how severe', () => {
		expect(between(undefined, [calm]).title).toBe('INC-2026-0001 S2');
	});

	it('counts what is overdue and what is urgent', () => {
		const late = calm.and('action isolate host 17 @ana by 10:30', 'action find the keys @ana by 11:00', 'relieve im');
		expect(between([late], [late, '10:29']).title).toBe('INC-2026-0001 S2 · 1 urgent');
		expect(between([late], [late, '10:30']).title).toBe('INC-2026-0001 S2 · 1 overdue · 1 urgent');
		expect(between([late], [late, '11:00']).title).toMatch(/^INC-2026-0001 S2 · 2 overdue · /u);
	});

	it('does not count as urgent what the Incident Manager was asked', () => {
		expect(between(undefined, [crowded]).title).toContain('1 urgent');
		expect(between(undefined, [put]).title).toBe('INC-2026-0001 S2');
	});

	it('says EXERCISE first', () => {
		expect(between(undefined, [exercise]).title).toBe('EXERCISE INC-2026-0001 S2');
	});

	it('is the name of the program before anything is declared', () => {
		expect(between(undefined, [nothing]).title).toBe('Loggist');
	});
});

describe('the bell', () => {
	it('rings once when something urgent is newly asked, and the desktop is told what', () => {
		expect(between([calm], [uncommanded])).toEqual({
			title: 'INC-2026-0001 S2 · 1 urgent',
			bell: true,
			notification: {title: 'INC-2026-0001 S2', body: 'No Incident Manager. Who takes command?'},
		});
	});

	it('rings once for several', () => {
		const several = between([calm], [uncommanded.and('flag press', 'data maybe')]);
		expect(several.bell).toBe(true);
		expect(several.notification?.body).toMatch(/ \(and 4 more\)$/u);
	});

	it('rings when time alone makes something urgent', () => {
		const quiet = staffed.and('told senior-management by phone');
		expect(between([quiet, '10:59'], [quiet, '11:00'])).toMatchObject({
			bell: true,
			notification: {body: expect.stringContaining('security team')},
		});
	});

	it.each<readonly [when: string, before: Moment | undefined, after: Moment]>([
		['the console has just opened', undefined, [uncommanded]],
		['the incident has just been declared', [nothing], [declared]],
		['nothing has changed', [uncommanded], [uncommanded]],
		['something urgent is asked no more', [uncommanded], [calm]],
		['what is newly asked is not urgent', [calm], [calm.and('suspect the supplier token')]],
		['the words of a question change', [crowded], [crowded.and('assign sme @"Zed Berg"')]],
		['it was put to the Incident Manager', [crowded], [put]],
		['what was put is asked in other words before its time', [put], [put.and('[10:05] assign sme @"Zed Berg"')]],
		[
			'what was put comes back before its time, having gone',
			[put.and('[10:05] release @mia')],
			[put.and('[10:05] release @mia', '[10:06] assign sme @"Zed Berg"')],
		],
	])('is silent when %s', (_, before, after) => {
		expect(between(before, after)).not.toHaveProperty('notification');
		expect(between(before, after).bell).toBe(false);
	});

	it('rings again when what was put comes back after its time', () => {
		expect(between([put, '10:15:59'], [put, '10:16']).bell).toBe(true);
		const patient = {...profileOf(put.board.declaration), repeat: {S3: 30}};
		expect(between([put, '10:15:59'], [put, '10:16'], {profile: patient}).bell).toBe(false);
	});

	it('is silent in an exercise where that was asked, and only there', () => {
		const relieved = exercise.and('relieve im');
		expect(between([exercise], [relieved]).bell).toBe(true);
		expect(between([exercise], [relieved], {isMuted: true})).toEqual({
			title: 'EXERCISE INC-2026-0001 S2 · 1 urgent',
			bell: false,
		});
		expect(between([calm], [uncommanded], {isMuted: true}).bell).toBe(true);
	});

	it('tells an exercise from the real thing', () => {
		expect(between([exercise], [exercise.and('relieve im')]).notification?.title).toBe('EXERCISE INC-2026-0001 S2');
	});

	it('tells the desktop nothing but safe text, and not much of it', () => {
		const prompt = uncommanded.prompts().find(one => one.severity === 'urgent');
		for (const text of hostileStrings) {
			const after = {...knownOf(uncommanded), prompts: prompt === undefined ? [] : [{...prompt, text}]};
			const {notification} = attentionOf(knownOf(calm), after, settingOf(uncommanded));
			expect(notification?.body).not.toMatch(/\p{Cc}|\u202E/u);
			expect(notification?.body.length).toBeLessThan(2000);
		}
	});
});

describe('the sequences', () => {
	it('name the window, and give its name back', () => {
		expect(titleSequence('INC-2026-0001 S2')).toBe('\u001B]2;INC-2026-0001 S2\u001B\\');
		expect([keepTitle, restoreTitle]).toEqual(['\u001B[22;2t', '\u001B[23;2t']);
	});

	it('ring', () => {
		expect(bell).toBe('\u0007');
	});

	it('notify in two ways', () => {
		expect(notificationSequence('osc9', 'INC S2', 'Who commands?')).toBe('\u001B]9;INC S2: Who commands?\u001B\\');
		expect(notificationSequence('osc777', 'INC S2', 'Who commands?')).toBe(
			'\u001B]777;notify;INC S2;Who commands?\u001B\\',
		);
	});

	it('do not let a text add fields, or become a command of the terminal', () => {
		expect(notificationSequence('osc777', 'a;b', 'c;d')).toBe('\u001B]777;notify;a,b;c,d\u001B\\');
		expect(notificationSequence('osc9', '', '4;1;50')).toBe('\u001B]9;· 4,1,50\u001B\\');
		expect(notificationSequence('osc9', '4;1;50', '')).toBe('\u001B]9;· 4,1,50: \u001B\\');
	});

	it.each(['\u0007', '\u001B\\', '\u009C', '\u0018', '\u001A', '\u001B]0;', '\u009D2;', '\n', '\u202E'])(
		'are not ended by %j in a text',
		breaking => {
			const text = `a${breaking}b`;
			for (const sequence of [
				titleSequence(text),
				notificationSequence('osc9', text, text),
				notificationSequence('osc777', text, text),
			]) {
				expect(sequence.startsWith('\u001B]')).toBe(true);
				expect(sequence.endsWith('\u001B\\')).toBe(true);
				expect(sequence.slice(2, -2)).not.toMatch(/\p{Cc}|\u202E/u);
			}
		},
	);

	it('stay short, whatever the text', () => {
		expect(titleSequence('x'.repeat(100_000)).length).toBeLessThan(300);
		expect(notificationSequence('osc777', 'x'.repeat(100_000), 'y'.repeat(100_000)).length).toBeLessThan(600);
	});
});
