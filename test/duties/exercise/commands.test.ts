import {describe, expect, it} from 'vitest';
import {exercise} from '../../../source/duties/exercise/index.ts';
import {exercisePane} from '../../../source/duties/exercise/pane.tsx';
import {noExercise} from '../../../source/duties/exercise/state.ts';
import {at, refused} from '../../support/spec.ts';
import {drilled, live, over} from './situations.ts';

describe('what belongs to a drill', () => {
	it.each(['inject something', 'observe 1.1 met', 'hotwash it went well', 'rate command S'])(
		'is never written into a live incident: %s',
		line => {
			expect(live.when(line)).toMatchObject(refused('a live incident', 'loggist drill run'));
		},
	);

	it('leaves nothing on the board of a live incident', () => {
		expect(live.board.exercise).toEqual(noExercise);
		expect(exercise.section({board: live.board, now: live.now})).toEqual([]);
	});
});

describe('an inject', () => {
	it('says who is played, whom it reaches and how it comes', () => {
		const told = drilled.and('[10:05 @facilitator] inject the press calls from:"Daily Courier" to:comms means:phone');
		expect(told.board.exercise.injects).toMatchObject([
			{text: 'the press calls', from: 'Daily Courier', to: 'comms', means: 'phone', at: at('10:05'), number: undefined},
		]);
		expect(told.told()).toBe('EXERCISE inject from Daily Courier to comms by phone: the press calls');
		expect(exercisePane.rows(told.board, told.now)).toMatchObject([
			{text: 'Daily Courier: the press calls · by phone · to comms'},
		]);
	});
});

describe('what an evaluator saw', () => {
	it('is named by inject and place, and the newest counts', () => {
		const seen = drilled.and('observe 3.2 met', 'observe 3.2 missed they guessed');
		expect(seen.board.exercise.observed).toMatchObject([{expectation: '3.2', isMet: false, text: 'they guessed'}]);
		expect(seen.told()).toBe('evaluator: expectation 3.2 missed: they guessed');
		expect(drilled.when('observe third met')).toMatchObject(refused('no expectation', 'observe 3.2 met'));
	});
});

describe('what was judged and learnt', () => {
	it('stands in the documents of the exercise', () => {
		const told = over.and(
			'observe 3.2 missed they guessed',
			'[10:30 @eva] rate command U because nobody led',
			'hotwash the list was not to be found',
		);
		const said = JSON.stringify(exercise.section({board: told.board, now: told.now}));
		for (const words of [
			'they guessed',
			'U, unable to be performed',
			'nobody led',
			'was not to be found',
			'time is up',
		]) {
			expect(said).toContain(words);
		}
	});

	it('is followed up: doctrine asks about it once the drill has ended, though its incident is hot', () => {
		const line = '[10:31] followup name a deputy @priya by 10:40';
		expect(over.and(line).asks('P8', '10:39')).toEqual([]);
		expect(over.and(line).asks('P8', '10:41')).toMatchObject([{subject: 'U1'}]);
		expect(drilled.and(line).asks('P8', '10:41')).toEqual([]);
	});

	it('is tied to an objective in an exercise, and in no live incident', () => {
		expect(drilled.when('lesson nobody led area:command')).toEqual([
			{kind: 'lesson-learnt', ref: 'L1', text: 'nobody led', area: 'command'},
		]);
		expect(live.when('lesson nobody led area:command')).toMatchObject(refused('a live incident', 'Leave area: out'));
	});
});

describe('a rating', () => {
	it('may confirm or lower what the evidence allows, never raise it', () => {
		expect(over.when('rate command S')).toEqual([{kind: 'objective-rated', objective: 'command', rating: 'S'}]);
		expect(over.when('rate command U because nobody led')).toMatchObject([{rating: 'U', reason: 'nobody led'}]);
		expect(over.when('rate command P')).toMatchObject(refused('does not allow P', 'S or lower'));
	});

	it('is given when the drill is over, to an objective that it has', () => {
		expect(drilled.when('rate command S')).toMatchObject(refused('not over', 'has ended'));
		expect(over.when('rate speed S')).toMatchObject(refused('no objective speed', 'command'));
	});
});
