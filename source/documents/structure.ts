import type {Board} from '../board.ts';
import {profileOf} from '../duties/declaration/state.ts';
import {nameOf, type Post, rolesOf, structureOf, titleOf} from '../duties/staffing/state.ts';
import type {SectionView} from '../duty.ts';
import {type Block, type Cell, figure, heading, table} from '../section.ts';
import {clip} from '../text.ts';
import {dayAndTime} from '../time.ts';

/** Longer names would push the tree off the page. */
const longestName = 40;
const longestTask = 40;

const brief = (text: string): string => clip(text, longestName);

/** How many report to a post's holder, of how many the doctrine allows: `5 of 7`. */
const spanWords = (span: number, limit: number): string => `${span} of ${limit}${span > limit ? ', too many' : ''}`;

const person = ({staffing}: Board, {person: handle}: Post): string =>
	handle === undefined ? 'VACANT' : brief(nameOf(staffing, handle));

/** The roles that somebody in a team was given, but for the common one: ` (security analyst)`. */
const roleWords = ({declaration, staffing}: Board, {person: handle}: Post): string => {
	const roles = handle === undefined ? [] : rolesOf(staffing, handle).filter(role => role !== 'sme');
	return roles.length === 0 ? '' : ` (${roles.map(role => titleOf(declaration, role)).join(', ')})`;
};

/** One line of the picture. */
const label = (board: Board, post: Post, limit: number): string => {
	const {position} = post;
	const span = post.span === undefined ? '' : `, ${spanWords(post.span, limit)}`;
	switch (position.type) {
		case 'role': {
			return `${titleOf(board.declaration, position.role)}: ${person(board, post)}${span}`;
		}

		case 'team': {
			const task = position.task === undefined ? '' : ` · ${clip(position.task, longestTask)}`;
			return `#${position.team}: ${person(board, post)}${roleWords(board, post)}${span}${task}`;
		}

		case 'member': {
			return `${person(board, post)}${roleWords(board, post)}`;
		}

		case 'present': {
			return `no role: ${person(board, post)}`;
		}
	}
};

/** The lines of what stands below a post, each behind the lines that lead to it. */
const branches = (board: Board, posts: readonly Post[], limit: number, lead: string): readonly string[] =>
	posts.flatMap((post, index) => {
		const isLast = index === posts.length - 1;
		return [
			`${lead}${isLast ? '└─ ' : '├─ '}${label(board, post, limit)}`,
			...branches(board, post.below, limit, `${lead}${isLast ? '   ' : '│  '}`),
		];
	});

/** What a position is called where it stands by itself. */
const positionWords = ({declaration}: Board, {position}: Post): string => {
	switch (position.type) {
		case 'role': {
			return titleOf(declaration, position.role);
		}

		case 'team': {
			return `Lead of #${position.team}`;
		}

		case 'member': {
			return `Member of #${position.team}`;
		}

		case 'present': {
			return 'No role';
		}
	}
};

const rows = (board: Board, post: Post): readonly (readonly Cell[])[] => [
	[
		positionWords(board, post),
		person(board, post),
		post.since === undefined ? '' : dayAndTime(post.since, board.declaration.zone),
	],
	...post.below.flatMap(one => rows(board, one)),
];

/** The command structure: who reports to whom as a tree, with the span of each supervisor, and as a list of positions. */
export const structure = ({board}: Pick<SectionView, 'board'>): readonly Block[] => {
	const top = structureOf(board.staffing);
	const {limit} = profileOf(board.declaration).span;
	return [
		heading('Command structure'),
		figure([label(board, top, limit), ...branches(board, top.below, limit, '')]),
		table(['Position', 'Name', 'Since'], rows(board, top)),
	];
};
