import {describe, expect, test} from 'vitest';
import {drawPrompts} from '../../source/console/prompts-pane.ts';
import {instant, type Line, type Play, playLines} from '../support/incident.ts';
import {picture} from '../support/picture.ts';

const opening: readonly Line[] = [
	['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security data:personal'],
	['09:01', 'sam', 'assign im @"Priya Shah"'],
	...['Ana', 'Ben', 'Chen', 'Dan', 'Eva', 'Finn', 'Gus', 'Ida', 'Kai'].map(
		(name): Line => ['09:02', 'sam', `assign sme @"${name} Berg"`],
	),
	['09:03', 'priya', 'action find the keys'],
];

const shown = (play: Play, width: number, height: number, selected?: number): string =>
	picture(
		drawPrompts(
			play.desk.prompts(),
			{now: play.now(), zone: 'UTC'},
			{
				size: {width, height},
				selected: selected ?? 0,
				isFocused: selected !== undefined,
			},
		),
		width,
	);

describe('the prompts', () => {
	test('come most urgent first, marked besides their colour, with their answers where they fit', async () => {
		expect(shown(await playLines(opening), 118, 6)).toMatchInlineSnapshot(`
			"
			 ! R4  Security incident: a security analyst must be included.                                         do · put to IM
			 ! R5  Personal data: a data privacy member must be included.                                          do · put to IM
			 ! S3  9 people report to Priya Shah: escalate, release people, or split off a sub-team now.
			 ! E5  The SIRO is to be told at once: personal data.                                                  do · put to IM
			 ! L1  Personal data may be involved: when did we become aware? Record it and start the clock.         do · put to IM
			 * T2  The triage record lacks: source, category, working hypothesis.                             do · later  +7 more
			"
		`);
	});

	test('take a row each where more are asked than can be in sight, and the one that is looked at is whole', async () => {
		expect(shown(await playLines(opening), 80, 4)).toMatchInlineSnapshot(`
			"
			 ! R4  Security incident: a security analyst must be included.   do · put to IM
			 ! R5  Personal data: a data privacy member must be included.    do · put to IM
			 ! S3  9 people report to Priya Shah: escalate, release people, or split off a…
			 ! E5  The SIRO is to be told at once: personal data.   do · put to IM  +9 more
			"
		`);
	});

	test('show the selected one whole among them', async () => {
		expect(shown(await playLines(opening), 80, 4, 2)).toMatchInlineSnapshot(`
			"
			 ! R5  Personal data: a data privacy member must be included.    do · put to IM
			 ! S3  9 people report to Priya Shah: escalate, release people, or split off a
			       sub-team now.
			 ! E5  The SIRO is to be told at once: personal data.  do · put to IM  +10 more
			"
		`);
	});

	test('are whole where there is room for all', async () => {
		expect(shown(await playLines(opening), 80, 40)).toContain('split off a\n       sub-team now.');
	});

	test('are there in two rows of 40 columns', async () => {
		expect(shown(await playLines(opening), 40, 2)).toMatchInlineSnapshot(`
			"
			 ! R4  Security incident: a security
			       analyst must be inclu…  +12 more
			"
		`);
	});

	test('say when they have been put to the Incident Manager', async () => {
		const play = await playLines([...opening, ['09:05', 'sam', 'answer S3 priya put']]);
		expect(shown(play, 80, 30)).toContain('(put to the Incident Manager');
	});

	test('are rested when doctrine asks nothing', () => {
		const element = drawPrompts(
			[],
			{now: instant('09:00'), zone: 'UTC'},
			{size: {width: 40, height: 2}, selected: 0, isFocused: false},
		);
		expect(picture(element, 40)).toMatchInlineSnapshot(`
			"
			 Doctrine asks nothing now.
			"
		`);
	});
});
