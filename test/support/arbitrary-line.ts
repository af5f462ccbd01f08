import type {Command, Field} from '../../source/command.ts';
import {commands} from '../../source/duties/index.ts';
import {answerKinds} from '../../source/duties/record/events.ts';
import {roleKeys} from '../../source/duties/staffing/events.ts';
import {isRefusal} from '../../source/refusal.ts';
import * as fc from './fast-check.ts';
import {declared, experts, type Story, staffed} from './spec.ts';

const words = fc
	.constantFrom('isolate', 'host 17', 'the keys', 'Ó Briain', 'by phone', '@home', '#1', '"quoted"', 'ד')
	.chain(first => fc.constantFrom(first, `${first} again`));
const people = fc.constantFrom(
	'@"Priya Shah"',
	'@"Tom Achebe"',
	'@"Sam Ó Briain"',
	'@"Chen Wei"',
	'@"Ana Reis"',
	'@pri',
	'@to',
	'@a',
);
const handles = fc.constantFrom('@mia', '@ola', '@uri', '@eva', '@leo', '@zoe', '@max', '@ida', '@kai');
const teams = fc.constantFrom('#alpha', '#bravo');
const numbers = fc.integer({min: 0, max: 40}).map(String);
const times = fc.constantFrom('10:45', '11:30', '20m', '1h', 'tomorrow at 9', 'noon');
const refs = (letter: string) => fc.integer({min: 1, max: 3}).map(number => `${letter}${number}`);

const keyValue = (field: Field & {readonly type: 'key'}): fc.Arbitrary<string> => {
	const {value} = field;
	switch (value.of) {
		case 'choice': {
			return fc.constantFrom(...Object.keys(value.choices));
		}

		case 'ref': {
			return refs(value.letter);
		}

		case 'entry': {
			return numbers;
		}

		case 'zone': {
			return fc.constantFrom('Europe/London', 'Asia/Kathmandu', 'UTC');
		}

		case 'any': {
			return fc.constantFrom('S2', 'A7', 'moj');
		}
	}
};

const written = (field: Field): fc.Arbitrary<string> => {
	switch (field.type) {
		case 'text': {
			return words;
		}

		case 'ref': {
			return refs(field.letter);
		}

		case 'refs': {
			return fc
				.tuple(fc.array(refs(field.letter), {minLength: 1, maxLength: 3}), fc.constantFrom(' ', ', ', ','))
				.map(([all, between]) => all.join(between));
		}

		case 'entry': {
			return numbers;
		}

		case 'role': {
			return fc.constantFrom(...roleKeys);
		}

		case 'word': {
			return fc.constantFrom(
				...(field.choices ?? [
					'S2',
					'R3',
					'deputy',
					'A1',
					'gdpr',
					'dora-initial',
					'INC-2026-0002',
					'customers',
					'siro',
				]),
			);
		}

		case 'person': {
			return field.welcomes === true ? fc.oneof(people, handles) : people;
		}

		case 'people': {
			return fc.array(fc.oneof(people, handles), {minLength: 1, maxLength: 4}).map(all => all.join(' '));
		}

		case 'team': {
			return teams;
		}

		case 'key': {
			return keyValue(field).map(value => `${field.key}:${value}`);
		}

		case 'time': {
			return times.map(time => `${field.word} ${time}`);
		}

		case 'reason': {
			return words.map(text => `because ${text}`);
		}

		case 'line': {
			return fc.constantFrom('note it is done', 'assign deputy @a', '');
		}
	}
};

/** A line of one verb as somebody might type it: what it needs, and some of what it may have. */
export const arbitraryLineOf = (command: Command): fc.Arbitrary<string> =>
	fc
		.tuple(
			...Object.values(command.fields).map(field =>
				field.optional ? fc.option(written(field), {nil: '', freq: 1}) : written(field),
			),
		)
		.map(parts => [command.verb, ...parts].filter(part => part !== '').join(' '));

const tails: Readonly<Record<(typeof answerKinds)[number], string>> = {
	do: 'do',
	put: 'put',
	defer: 'defer until 20m',
	override: 'override because it is short',
	na: 'na because it is not so',
};

/** One thing said, some time after the one before: a line, or an answer to whatever doctrine asks by then. */
export type Step = {readonly after: number; readonly by: string; readonly say: (story: Story) => string};

// What ends the incident or its hot phase is rare, or there is little left to see.
const rare: ReadonlySet<string> = new Set(['declare', 'close', 'phase', 'edit', 'delete', 'release']);

const lines = fc.oneof(
	...commands.map(command => ({weight: rare.has(command.verb) ? 1 : 6, arbitrary: arbitraryLineOf(command)})),
);

/** Steps over every verb; many are refused, as life is. */
export const arbitraryStep: fc.Arbitrary<Step> = fc.record({
	after: fc.constantFrom(0, 1, 30_000, 120_000, 600_000, 1_200_000),
	by: fc.constantFrom('sam', 'priya', 'chen', 'the pager'),
	say: fc.oneof(
		{
			weight: 4,
			arbitrary: fc.tuple(lines, fc.constantFrom('', '', '', ' at 10:01')).map(
				([line, when]) =>
					() =>
						line.includes(' because ') ? line : line + when,
			),
		},
		{
			weight: 1,
			arbitrary: fc.tuple(fc.nat(20), fc.constantFrom(...answerKinds)).map(([nth, kind]) => (story: Story) => {
				const asked = story.prompts();
				const prompt = asked[nth % Math.max(1, asked.length)];
				return prompt === undefined
					? 'note nothing is asked'
					: `answer ${prompt.rule} ${prompt.subject} ${tails[kind]}`;
			}),
		},
		// Many people, or no span is ever exceeded.
		{weight: 2, arbitrary: handles.map(handle => () => `checkin ${handle} sme`)},
	),
});

/** Says the steps one after the other; what is refused is left out. */
export const play = (steps: readonly Step[], from: Story = declared): Story => {
	let story = from;
	let milliseconds = Date.parse(from.now);
	for (const {after, by, say} of steps) {
		milliseconds += after;
		const clock = new Date(milliseconds).toISOString().slice(11, -1);
		const line = `[${clock} @${by.replaceAll(' ', '')}] ${say(story)}`;
		if (!isRefusal(story.when(line))) {
			story = story.and(line);
		}
	}

	return story;
};

/** Where stories begin: with nobody there yet, or in the middle of the work. */
export const arbitraryBeginning: fc.Arbitrary<Story> = fc.constantFrom(
	declared,
	staffed.and(
		'action isolate host 17 @chen by 10:20',
		'action keep the log @sam',
		'suspect token reuse',
		'decide wait',
		'split alpha @ana',
		'action find the keys #alpha by 10:40',
	),
	staffed.and(...experts(4), 'phase warm'),
	staffed.and(...experts(7), 'assign sme @priya', 'assign im @tom'),
);

/** Stories that nobody has planned. */
export const arbitraryStory: fc.Arbitrary<Story> = fc
	.tuple(arbitraryBeginning, fc.array(arbitraryStep, {maxLength: 50, size: 'max'}))
	.map(([beginning, steps]) => play(steps, beginning));
