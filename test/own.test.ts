import {describe, expect, it} from 'vitest';
import {readExpectation} from '../source/drills/expectation.ts';
import {readScenario} from '../source/drills/read.ts';
import {profileOf} from '../source/duties/declaration/state.ts';
import {commands} from '../source/duties/index.ts';
import {readProfile} from '../source/files/profile-file.ts';
import {typedMoment} from '../source/replay/typed-moment.ts';
import {profiles} from '../source/profiles/index.ts';
import {phish} from './drills/phish.ts';
import {boardFrom, day} from './support/incident.ts';
import {staffed} from './support/spec.ts';

/** What every object answers to, though nobody put it there. */
const words: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

describe.each(words)('the word %s means nothing by itself', word => {
	it('as a role', () => {
		expect(staffed.when(`assign ${word} @tom`)).toMatchObject({refused: expect.stringContaining('is not a role')});
	});

	it('as a doctrine, typed or in a log', () => {
		expect(staffed.when(`profile ${word} because`)).toMatchObject({refused: expect.any(String)});
		expect(staffed.when(`profile ${word}`)).toMatchObject({refused: `There is no doctrine ${word}.`});
		const {declaration} = boardFrom([{kind: 'profile-adopted', name: word}]);
		expect(profileOf(declaration)).toBe(profiles['moj']);
	});

	it('in the file of a doctrine', () => {
		const below = readProfile(`name: acme\ntitle: Acme\nextends: ${word}\n`, profiles);
		expect(below).toMatchObject({trouble: {field: 'extends'}});
		const stray = readProfile(`name: acme\ntitle: Acme\n"${word}": 1\n`, profiles);
		expect(stray).toMatchObject({trouble: {expected: expect.stringContaining('is no field of a doctrine')}});
	});

	it('in a scenario', () => {
		const text = phish.replace('audience:', `profile: ${word}\naudience:`);
		expect(readScenario(text)).toMatchObject({troubles: [{expected: expect.stringContaining('is no doctrine')}]});
		expect(readExpectation(`message ${word} by +5m`)).toHaveProperty('wrong');
		expect(readExpectation(`verb ${word} by +5m`)).toHaveProperty('wrong');
	});

	it('as a moment', () => {
		const at = `${day}T10:00:00.000Z`;
		expect(typedMoment(word, {at, first: at, last: at, zone: 'UTC', entries: []})).toMatchObject({
			refused: expect.any(String),
		});
	});

	it('as a value of any verb', () => {
		for (const {verb} of commands) {
			for (const line of [`${verb} ${word}`, `${verb} ${word} ${word}`, `${verb} x ${word}:${word}`]) {
				expect(() => staffed.when(line), line).not.toThrow();
			}
		}
	});
});
