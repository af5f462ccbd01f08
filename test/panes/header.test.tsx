import {describe, expect, test} from 'vitest';
import {aheadOf} from '../../source/console/ahead.ts';
import {drawHeader} from '../../source/duties/declaration/pane.tsx';
import {pressingOf} from '../../source/console/pressing.ts';
import {emptyBoard} from '../../source/fold.ts';
import {columns} from '../../source/text.ts';
import {instant, type Play, playLines} from '../support/incident.ts';
import {picture} from '../support/picture.ts';

const incident = async (extra = ''): Promise<Play> => {
	const play = await playLines([
		[
			'09:00',
			'sam',
			`declare Payments database exposed severity:S2 kind:security data:personal zone:Europe/London ${extra}`,
		],
	]);
	return play.at('11:14:07');
};

const shown = (play: Play, width: number): string =>
	picture(drawHeader(play.board(), play.now(), {width, height: 1}), width).slice(1, -1);

const clocked = async (extra = ''): Promise<Play> => {
	const play = await incident(extra);
	await play.at('09:10').say('clock gdpr since 08:50');
	await play.say('clock nis2-early since 09:05');
	await play.say('action isolate host 17 @"Chen Wei" by 10:30');
	await play.say('action ring the bank @chen by 10:40');
	return play.at('11:14:07');
};

const pressed = (play: Play, width: number): string => {
	const [board, now] = [play.board(), play.now()];
	return picture(drawHeader(board, now, {width, height: 1}, {pressing: pressingOf(board, now)}), width).slice(1, -1);
};

describe('the header', () => {
	test('tells reference, title, severity, phase, how long it has run, and the time of the responders', async () => {
		const play = await incident();
		expect(shown(play, 118)).toMatchInlineSnapshot(
			`" INC-2026-0001 Payments database exposed             S2 security · personal data  HOT · BRONZE  2:14:07  12:14:07 BST"`,
		);
		expect(shown(play, 80)).toMatchInlineSnapshot(
			`" INC-2026-0001 Payments database exposed         S2  HOT  2:14:07  12:14:07 BST"`,
		);
		expect(shown(play, 40)).toMatchInlineSnapshot(`" Payments database … S2  HOT  12:14 BST"`);
	});

	test('says EXERCISE and the clock at every width from 40 on', async () => {
		const play = await incident('exercise:yes marking:"OFFICIAL SENSITIVE"');
		expect(shown(play, 118)).toMatchInlineSnapshot(
			`" EXERCISE  OFFICIAL SENSITIVE  INC-2026-0001 Payments databa… S2 security · personal data  HOT · BRONZE  12:14:07 BST"`,
		);
		for (let width = 40; width <= 200; width++) {
			expect(shown(play, width)).toContain('EXERCISE');
			expect(shown(play, width)).toMatch(/12:14(?::07)? BST$/u);
			expect(shown(play, width)).toContain('HOT');
			expect(columns(shown(play, width))).toBeLessThanOrEqual(width);
		}
	});

	test('tells what presses: the clock that runs out first, and how much is overdue', async () => {
		const play = await clocked();
		expect(pressed(play, 118)).toMatchInlineSnapshot(
			`" INC-2026-0001 Payments database … S2 security · personal data  HOT · BRONZE  C2 20h50  2 late  2:14:07  12:14:07 BST"`,
		);
		expect(pressed(play, 80)).toMatchInlineSnapshot(
			`" INC-2026-0001 Payments datab… S2  HOT  C2 20h50  2 late  2:14:07  12:14:07 BST"`,
		);
		expect(pressed(play, 40)).toMatchInlineSnapshot(`" Payments… HOT  C2 20h50  2 late  12:14"`);
		expect(pressed(await clocked('exercise:yes'), 40)).toMatchInlineSnapshot(
			`" EXERCISE  C2 20h50  2 late       12:14"`,
		);
	});

	test('keeps what presses, EXERCISE and the clock in sight at every width from 40 on', async () => {
		for (const extra of [
			'',
			'exercise:yes',
			'marking:"OFFICIAL SENSITIVE"',
			'exercise:yes marking:"OFFICIAL SENSITIVE"',
		]) {
			const play = await clocked(extra);
			for (let width = 40; width <= 200; width++) {
				const line = pressed(play, width);
				expect(line).toMatch(/C2 (?:nis2-early in )?20h50/u);
				expect(line).toMatch(/2 (?:late|overdue)/u);
				expect(line).toMatch(/12:14(?::07)?(?: BST)?$/u);
				expect(line.includes('EXERCISE')).toBe(extra.startsWith('exercise'));
				expect(columns(line)).toBeLessThanOrEqual(width);
			}
		}
	});

	test('shows the marking at every width from 40 on, whole in a drill from 46 on, whatever else has to go', async () => {
		const play = await clocked('marking:TLP:AMBER');
		const drill = await clocked('exercise:yes marking:TLP:AMBER');
		for (let width = 40; width <= 200; width++) {
			expect(pressed(play, width)).toContain('TLP:AMBER');
			expect(pressed(drill, width)).toMatch(width < 46 ? / TL.*… / : / TLP:AMBER /u);
		}
	});

	test('tells of no clock that is met, waived or not running, and of nothing overdue that is done', async () => {
		const play = await clocked();
		for (const line of [
			'notify C1',
			'waive C2 @chen because it is none of theirs',
			'done A1 result:success',
			'cancel A2',
		]) {
			await play.say(line);
		}

		expect(pressingOf(play.board(), play.now())).toEqual([]);
		await play.say('clock gdpr');
		expect(pressingOf(play.board(), play.now())).toEqual([]);
	});

	test('says when it was closed, and its watch stands', async () => {
		const play = await incident();
		await play.say('close because it is over');
		expect(shown(play.at('12:30'), 80)).toMatchInlineSnapshot(
			`" INC-2026-0001 Payments database expos… S2  CLOSED 12:14  2:14:07  13:30:00 BST"`,
		);
	});

	test('tells the time before anything is declared', () => {
		const element = drawHeader(emptyBoard(''), instant('09:00'), {width: 40, height: 1});
		expect(picture(element, 40)).toMatchInlineSnapshot(`
			"
			 Loggist                      09:00 UTC
			"
		`);
	});

	test('says what is promised for a time where the whole title leaves room, soonest first, and what is late', async () => {
		const play = await incident();
		await play.at('11:14').say('audience customers every:30m');
		const ahead = aheadOf(play.board());
		expect(ahead).toEqual([{name: 'update', at: instant('11:44')}]);
		const told = (width: number, clock: string, more: typeof ahead = ahead): string =>
			picture(drawHeader(play.board(), instant(clock), {width, height: 1}, {ahead: more}), width);
		expect(told(160, '11:20')).toContain('update in 24m');
		expect(told(160, '11:50')).toContain('update 6m late');
		expect(told(100, '11:20')).not.toContain('update');
		expect(told(100, '11:20')).toContain('Payments dat');
		for (let width = 40; width <= 200; width++) {
			const line = told(width, '11:20', [...ahead, {name: 'heartbeat', at: instant('11:30')}]).slice(1, -1);
			expect(columns(line)).toBeLessThanOrEqual(width);
			expect(line.includes('update in') && !line.includes('Payments database exposed')).toBe(false);
			expect(line).toContain('12:20');
		}
	});

	test('says of the screen that it only reads, and how many look on, where the whole title leaves room for it', async () => {
		const play = await incident();
		const extras = {badge: 'READ ONLY', company: '3 on the board'};
		const line = (width: number) =>
			picture(drawHeader(play.board(), play.now(), {width, height: 1}, extras), width).slice(1, -1);
		expect(line(160)).toMatch(/Payments database exposed +READ ONLY +3 on the board +S2/u);
		expect(line(80)).toBe(shown(play, 80));
		for (let width = 40; width <= 200; width++) {
			expect(columns(line(width))).toBeLessThanOrEqual(width);
		}

		const blank = drawHeader(emptyBoard(''), play.now(), {width: 80, height: 1}, extras);
		expect(picture(blank, 80)).toMatch(/Loggist .*READ ONLY +3 on the board/u);
	});
});
