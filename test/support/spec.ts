import {expect} from 'vitest';
import type {Board} from '../../source/board.ts';
import type {Roster} from '../../source/duties/staffing/events.ts';
import type {BoardEvent, Draft, Entry} from '../../source/entry.ts';
import {emptyBoard, entriesOf, foldAll} from '../../source/fold.ts';
import {genesis, numberAndChain} from '../../source/ledger/chain.ts';
import {entryOf} from '../../source/ledger/shape.ts';
import {ownLibrary} from '../../source/library.ts';
import {promptsOf, propose} from '../../source/propose.ts';
import type {Citation} from '../../source/responsibilities/shape.ts';
import {isRefusal, type Refusal} from '../../source/refusal.ts';
import type {Prompt} from '../../source/rule.ts';
import {timelineLine} from '../../source/timeline.ts';
import type {Instant} from '../../source/time.ts';

/** The incident that every story is about. */
export const incident = 'INC-2026-0001';

/** A moment of the day on which every story happens: `10:05`, `10:05:30`, `10:05:30.001`, in UTC. */
export const at = (clock: string): Instant => {
	const [hours = '', minutes = '', seconds = '00'] = clock.split(':');
	const [whole = '00', fraction = '000'] = seconds.split('.');
	return `2026-06-02T${hours}:${minutes}:${whole}.${fraction}Z`;
};

/** What has happened so far, without a ledger: lines decided one by one, numbered, chained and folded. */
export type Story = {
	readonly board: Board;
	readonly entries: readonly Entry[];
	/** When the last line was said. */
	readonly now: Instant;
	/** The story with more lines after it. */
	readonly and: (...lines: readonly string[]) => Story;
	/** What a line would write now, or why it is refused; the story itself stays as it is. */
	readonly when: (line: string) => readonly BoardEvent[] | Refusal;
	/** What doctrine asks at a time of the day, or now. */
	readonly prompts: (clock?: string) => readonly Prompt[];
	/** The same of one rule. */
	readonly asks: (rule: string, clock?: string) => readonly Prompt[];
	/** How the newest entry reads on the timeline. */
	readonly told: () => string;
};

type Spoken = {readonly now: Instant; readonly by: string; readonly line: string};

/** Reads `[10:05 @priya] line`; without a stamp the last time goes on and the secretariat speaks. */
const spoken = (text: string, last: Instant): Spoken => {
	const [, clock, by, line] = /^\[([\d:.]*) ?(?:@(\w+))?\] (.*)$/su.exec(text) ?? [undefined, '', undefined, text];
	return {now: clock === undefined || clock === '' ? last : at(clock), by: by ?? 'sam', line: line ?? ''};
};

/** A roster as a file might give it; taken into the log only where a line asks for it. */
const roster: Roster = {
	source: 'roster.yaml',
	people: [
		{handle: 'priya', name: 'Priya Shah', trained: ['im', 'deputy'], isAvailable: true, contact: '+44 20 7946 0001'},
		{handle: 'tom', name: 'Tom Achebe', trained: ['deputy'], isAvailable: true},
		{handle: 'sam', name: 'Sam Ó Briain', trained: ['secretariat'], isAvailable: true},
		{handle: 'chen', name: 'Chen Wei', trained: ['analyst', 'sme'], isAvailable: true},
		{handle: 'uma', name: 'Uma Diaz', trained: ['privacy'], isAvailable: false, availability: 'back on Monday'},
	],
};

/** A responsibilities file as a log cites it. */
const responsibilities: Citation = {
	source: 'responsibilities.yaml',
	title: 'Incident responsibilities',
	version: '1.2',
	sha256: '5'.repeat(64),
};

const answerOf = (board: Board, {line, now, by}: Spoken) =>
	propose(line, {
		board,
		now,
		by,
		library: {
			...ownLibrary,
			roster: /^\/?roster\b/u.test(line) ? roster : undefined,
			responsibilities: /^\/?raci\b/u.test(line) ? responsibilities : undefined,
		},
		zone: board.declaration.declaredAt === undefined ? 'UTC' : board.declaration.zone,
	});

/** Drafts as the entries that a ledger would make of them after this board. */
export const entriesAfter = (board: Board, drafts: readonly Draft[]): readonly Entry[] =>
	numberAndChain(board.incident, drafts, board.head ?? genesis).map(row => entryOf(row));

/** A story that goes on from a board that no line could have made. */
export const storyOf = (board: Board, now: Instant): Story => ({
	board,
	entries: entriesOf(board),
	now,
	and(...lines) {
		let story = board;
		let last = now;
		for (const text of lines) {
			const said = spoken(text, last);
			const answer = answerOf(story, said);
			if (isRefusal(answer)) {
				throw new Error(`The story stops at “${text}”: ${answer.refused} ${answer.mend}`);
			}

			const {now: recordedAt, by} = said;
			const {events, occurredAt} = answer;
			const drafts = events.map(event => ({event, occurredAt, recordedAt, by, recordedBy: 'sam'}));
			story = foldAll(story, entriesAfter(story, drafts));
			last = said.now;
		}

		return storyOf(story, last);
	},
	when(line) {
		const answer = answerOf(board, spoken(line, now));
		return isRefusal(answer) ? answer : answer.events;
	},
	prompts: clock => promptsOf({board, now: clock === undefined ? now : at(clock)}),
	asks: (rule, clock) =>
		storyOf(board, now)
			.prompts(clock)
			.filter(one => one.rule === rule),
	told() {
		const newest = entriesOf(board).at(-1);
		return newest === undefined ? '' : timelineLine(newest, board, newest.recordedAt).text;
	},
});

/** A story from its first line, at ten o'clock: `given('declare …', '[10:05 @priya] note …')`. Throws at a refused line. */
export const given = (...lines: readonly string[]): Story => storyOf(emptyBoard(incident), at('10:00')).and(...lines);

/** Nothing has happened yet. */
export const nothing: Story = given();

/** A security incident of severity S2, hot, with nobody in it. */
export const declared: Story = given('declare Payments database exposed severity:S2 kind:security');

/** The same with Priya in command, Tom her deputy, Sam at the log, Chen the analyst and Ana an expert; something is logged. */
export const staffed: Story = declared.and(
	'assign im @"Priya Shah"',
	'assign deputy @"Tom Achebe"',
	'assign secretariat @"Sam Ó Briain"',
	'assign analyst @"Chen Wei"',
	'assign sme @"Ana Reis"',
	'know host 17 sends card data to an unknown address',
);

/** The same with a team in full work: a liaison, an action, a suspicion, a decision. */
export const full: Story = staffed.and(
	'checkin @"Mia Berg"',
	'assign liaison @mia',
	'action isolate host 17 @"Ana Reis" by 11:00',
	'suspect the supplier token',
	'decide wait',
);

const names = 'Mia Ola Uri Eva Leo Zoe Max Ida Kai Amy Ben Cleo Dan Finn Gus'.split(' ');

/** Lines by which `count` more experts, named Mia, Ola, Uri and so on, come in. */
export const experts = (count: number): readonly string[] =>
	names.slice(0, count).map(name => `assign sme @"${name} Berg"`);

/** What a refusal says and how it is mended, each in part. */
export const refused = (why: string, mend: string): object => ({
	refused: expect.stringContaining(why),
	mend: expect.stringContaining(mend),
});
