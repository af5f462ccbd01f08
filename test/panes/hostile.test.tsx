import {describe, expect, test} from 'vitest';
import {composer} from '../support/composer.ts';
import {likely} from '../../source/console/keymap.ts';
import {lineOf} from '../../source/console/line.ts';
import {drawCandidates} from '../../source/console/candidates.ts';
import {menuHeight} from '../../source/console/overlay.ts';
import {MenuOverlay} from '../../source/console/overlays.tsx';
import {drawPrompts} from '../../source/console/prompts-pane.ts';
import {drawActions} from '../../source/duties/actions/pane.tsx';
import {drawHeader} from '../../source/duties/declaration/pane.tsx';
import {drawDecisions} from '../../source/duties/decisions/pane.tsx';
import {drawFindings} from '../../source/duties/findings/pane.tsx';
import {drawRecord} from '../../source/duties/record/pane.tsx';
import {drawStaffing} from '../../source/duties/staffing/pane.tsx';
import type {Board} from '../../source/board.ts';
import type {Prompt} from '../../source/rule.ts';
import {hostileStrings} from '../support/hostile.ts';
import {boardFrom, instant} from '../support/incident.ts';
import {type Shown, troublesOf} from '../support/picture.ts';

const now = instant('09:30');
const fullSize = {width: 46, height: 12};

/** A board that holds the text wherever somebody may have typed it. */
const boardOf = (text: string): Board =>
	boardFrom(
		[
			{
				kind: 'incident-declared',
				title: text,
				severity: 'S2',
				incidentKind: 'security',
				personalData: 'no',
				phase: 'hot',
				profile: 'moj',
				zone: 'UTC',
				exercise: false,
				marking: text,
			},
			{kind: 'person-joined', handle: 'x', name: text},
			{kind: 'role-assigned', role: 'im', person: 'x'},
			{kind: 'team-split', team: 'alpha', lead: 'x', members: [], task: text},
			{kind: 'action-opened', ref: 'A1', text, owner: 'x', due: now},
			{kind: 'action-opened', ref: 'A2', text},
			{kind: 'finding-recorded', ref: 'F1', certainty: 'suspected', text},
			{kind: 'recommendation-made', text, reason: text},
			{kind: 'decision-made', ref: 'D1', text, reason: text, decider: 'x'},
		],
		'x',
	);

const prompt = (text: string): Prompt => ({
	rule: 'S3',
	severity: 'urgent',
	subject: 'x',
	text,
	why: text,
	source: text,
	basis: '',
	answers: ['do', 'put'],
	offers: [],
	put: undefined,
});

type Size = {readonly width: number; readonly height: number};

const panes: Readonly<Record<string, (text: string, board: Board, size: Size) => Shown>> = {
	roles: (_, board, size) => drawStaffing(board, now, 7, {size, selected: 1, isFocused: true}),
	actions: (_, board, size) => drawActions(board, now, {size, selected: 1, isFocused: true}),
	findings: (_, board, size) => drawFindings(board, {size, selected: 0, isFocused: true}),
	decisions: (_, board, size) => drawDecisions(board, undefined, {size, selected: 0, isFocused: true}),
	log: (text, _, size) =>
		drawRecord(
			{
				count: 9,
				lineAt: index => ({
					number: index + 1,
					times: ['09:00'],
					who: text,
					whoInBrief: text,
					text,
					struck: index % 2 === 0 ? text : undefined,
					isLate: true,
				}),
				selected: 3,
			},
			{size, isFocused: true},
		),
	menu: (text, _, size) => (
		<MenuOverlay
			menu={{title: text, text, source: text, offers: [{label: text, line: text}], selected: 0}}
			size={size}
		/>
	),
};

const unframed: Readonly<Record<string, (text: string, board: Board, size: Size) => Shown>> = {
	header: (_, board, {width}) => drawHeader(board, now, {width, height: 1}),
	prompts: (text, _, size) =>
		drawPrompts(
			Array.from({length: 5}, (__, index) => ({...prompt(text), subject: String(index)})),
			{now, zone: 'UTC'},
			{size, selected: 2, isFocused: true},
		),
	candidates: (text, _, size) => drawCandidates([{text: `@${text}`, hint: text}], 0, size),
	composer: (text, _, {width}) =>
		composer({
			line: lineOf(text),
			saying: {text, tone: 'good'},
			bindings: likely('line'),
			invitation: text,
			width,
		}),
};

const sizes: readonly Size[] = [fullSize, {width: 28, height: 6}, {width: 90, height: 20}];

describe('a hostile text', () => {
	test.each(Object.keys(panes))('leaves the frame of %s whole', name => {
		for (const text of hostileStrings) {
			const board = boardOf(text);
			for (const size of sizes) {
				const element = panes[name]?.(text, board, size);
				expect(element === undefined ? ['no pane'] : troublesOf(element, size), JSON.stringify(text)).toEqual([]);
			}
		}
	});

	test.each(Object.keys(unframed))('stays in the rows and columns of the %s', name => {
		for (const text of hostileStrings) {
			const board = boardOf(text);
			for (const size of sizes) {
				const element = unframed[name]?.(text, board, size);
				expect(element === undefined ? ['no pane'] : troublesOf(element, size, false), JSON.stringify(text)).toEqual(
					[],
				);
			}
		}
	});

	test('asks of a menu no more rows than the body has', () => {
		for (const text of hostileStrings) {
			const menu = {title: text, text: text.repeat(40), source: text, offers: [{label: text, line: text}], selected: 0};
			for (const size of sizes) {
				expect(menuHeight(menu, size)).toBeLessThanOrEqual(size.height);
			}
		}
	});
});
