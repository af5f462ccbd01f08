import type {Board} from '../../board.ts';
import {glyphs} from '../../looks/glyphs.ts';
import {refCell} from '../../looks/cell.ts';
import type {ListPane, PaneRow} from '../../looks/list-pane.tsx';
import {clockTimeFrom, type Instant, timeLeft} from '../../time.ts';
import {nameOf} from '../staffing/state.ts';
import {byDue, type ClosingStep, closingSteps, type FollowUp, openFollowUps} from './state.ts';

const tickWidth = 2;
const leftWidth = 11;

const stepRow = ({key, title, done, text, line}: ClosingStep, board: Board, now: Instant): PaneRow => ({
	key,
	lead: [
		done === undefined
			? {text: glyphs.dot, width: tickWidth, tone: 'quiet'}
			: {text: glyphs.tick, width: tickWidth, tone: 'good'},
	],
	text: `${title}${text === undefined ? '' : `: ${text}`}`,
	...(done === undefined ? {} : {tone: 'quiet' as const}),
	title:
		done === undefined
			? title
			: `${title}, ${clockTimeFrom(now, done.at, board.declaration.zone)}, entry ${done.entry}`,
	offers: done === undefined ? [{label: 'record it', line}] : [],
});

const isDue = ({due}: FollowUp, now: Instant): boolean => due !== undefined && due <= now;

const followUpRow = (one: FollowUp, {staffing}: Board, now: Instant): PaneRow => {
	const owner = one.owner === undefined ? 'no owner' : nameOf(staffing, one.owner);
	const isOpen = one.doneAt === undefined;
	const left = one.due === undefined ? 'no date' : timeLeft(one.due, now);
	return {
		key: one.ref,
		lead: [
			refCell(one.ref, 'title', 5),
			{
				text: isOpen ? left : 'done',
				width: leftWidth,
				tone: isOpen ? (isDue(one, now) || one.due === undefined ? 'warn' : 'advise') : 'quiet',
			},
		],
		text: `${one.text} · ${owner}`,
		...(isOpen ? {} : {tone: 'quiet' as const}),
		title: `${one.ref} ${one.text}`,
		offers: isOpen
			? [
					{label: 'done', line: `followed ${one.ref} `},
					{label: 'owner', line: `amend ${one.ref} @`},
					{label: 'date', line: `amend ${one.ref} by `},
				]
			: [],
	};
};

/** Recovery, documents, lessons and follow-ups. */
export const reviewPane: ListPane = {
	title({review}) {
		const steps = closingSteps(review);
		const open = openFollowUps(review).length;
		return [
			`Review · ${steps.filter(one => one.done !== undefined).length} of ${steps.length} done`,
			...(open === 0 ? [] : [`${open} to follow up`]),
		].join(' · ');
	},
	empty: 'Nothing has been declared.',
	// What is overdue comes first, then what is still to be confirmed, and at the end what is done.
	rows(board, now) {
		const {review, declaration} = board;
		if (declaration.declaredAt === undefined) {
			return [];
		}

		const steps = closingSteps(review);
		const open = byDue(openFollowUps(review));
		const followUpRows = (all: readonly FollowUp[]) => all.map(one => followUpRow(one, board, now));
		const stepRows = (all: readonly ClosingStep[]) => all.map(one => stepRow(one, board, now));
		return [
			...followUpRows(open.filter(one => isDue(one, now))),
			...stepRows(steps.filter(one => one.done === undefined)),
			...followUpRows(open.filter(one => !isDue(one, now))),
			...stepRows(steps.filter(one => one.done !== undefined)),
			...followUpRows(review.followUps.filter(one => one.doneAt !== undefined)),
			...review.lessons.map(
				({ref, text}): PaneRow => ({
					key: ref,
					lead: [refCell(ref, 'title', 5)],
					text,
					title: `${ref} ${text}`,
					offers: [{label: 'follow it up', line: `followup  from:${ref}`}],
				}),
			),
		];
	},
};
