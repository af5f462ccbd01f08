import {describe, expect, test} from 'vitest';
import {keymap} from '../../source/console/keymap.ts';
import {keyOfIn, tourRows} from '../../source/console/tour-pane.ts';
import {beginTour, exported, guidanceOf, skipStep, stepNow, steps} from '../../source/console/tour.ts';
import {drills, fixtures, linesOf} from '../../source/replay/fixtures.ts';
import {columns} from '../../source/text.ts';
import {playLines} from '../support/incident.ts';

const opening = ['09:00', 'sam', 'declare A drill severity:S2 kind:security exercise:yes'] as const;

/** A line that does each step, but the last. */
const deeds: Readonly<Record<string, string>> = {
	'a note': 'note insurer rings back at noon',
	'an action': 'action freeze the new account @"Bill Berg" by 15m',
	'a prompt': 'answer R3 deputy override because we are few',
	'a decision': 'decide stop all payments because the account is not ours',
};

const keyOf = keyOfIn(keymap);

describe('the tour', () => {
	test('teaches note, action, prompt, decision and export, in this order, as they are done', async () => {
		const play = await playLines([opening]);
		let tour = beginTour(play.entries().length);
		for (const step of steps) {
			expect(stepNow(tour, play.entries())).toBe(step);
			const line = deeds[step.name];
			if (line === undefined) {
				tour = exported(tour);
			} else {
				await play.say(line);
			}
		}

		expect(stepNow(tour, play.entries())).toBeUndefined();
	});

	test('counts nothing that happened before it', async () => {
		const play = await playLines([opening, ['09:01', 'sam', 'note hello'], ['09:02', 'sam', 'decide go because now']]);
		const tour = beginTour(play.entries().length);
		expect(stepNow(tour, play.entries())?.name).toBe('a note');
	});

	test('does not ask again for what was done out of turn', async () => {
		const play = await playLines([opening]);
		const tour = beginTour(play.entries().length);
		await play.say(deeds['an action'] ?? '');
		expect(stepNow(tour, play.entries())?.name).toBe('a note');
		await play.say(deeds['a note'] ?? '');
		expect(stepNow(tour, play.entries())?.name).toBe('a prompt');
	});

	test('may be passed over step by step, and says how many were', async () => {
		const play = await playLines([opening]);
		let tour = beginTour(play.entries().length);
		for (const step of steps) {
			expect(stepNow(tour, play.entries())).toBe(step);
			tour = skipStep(tour, play.entries());
		}

		expect(skipStep(tour, play.entries())).toBe(tour);
		expect(guidanceOf(tour, play.entries(), keyOf).head).toBe('Tour: that was all, 5 passed over');
	});

	test('says each step in lines that a screen of 80 columns shows whole', () => {
		for (const [index] of steps.entries()) {
			let tour = beginTour(0);
			for (let at = 0; at < index; at++) {
				tour = skipStep(tour, []);
			}

			const {head, todo, why} = guidanceOf(tour, [], keyOf);
			expect(Math.max(columns(todo), columns(why)), todo).toBeLessThanOrEqual(78);
			expect(columns(head), head).toBeLessThanOrEqual(74);
		}
	});

	test('names keys as they have been remapped', () => {
		const remapped = keymap.map(one => (one.deed === 'skip-step' ? {...one, keys: ['f12']} : one));
		expect(guidanceOf(beginTour(0), [], keyOfIn(remapped)).head).toContain('f12 next');
	});

	test.each([
		[80, 24, 3],
		[40, 12, 3],
		[40, 24, 5],
		[200, 60, 3],
	])('takes of %i×%i %i rows', (width, rows, taken) => {
		expect(tourRows(width, rows)).toBe(taken);
	});
});

describe('what can be played', () => {
	test('has a title, and begins with its declaration', () => {
		for (const {name, title} of drills()) {
			const fixture = fixtures().find(one => one.name === name);
			expect(fixture === undefined ? '' : linesOf(fixture)[0]?.line).toContain(title);
			expect(title).not.toBe('');
			expect(title).not.toMatch(/severity:|zone:/u);
		}
	});

	test('lists exercises before what really happened', () => {
		const marks = drills().map(({isExercise}) => isExercise);
		expect(marks[0]).toBe(true);
		expect(marks).toEqual(marks.toSorted((one, other) => Number(other) - Number(one)));
	});
});
