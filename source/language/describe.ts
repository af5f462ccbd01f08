import type {Board} from '../board.ts';
import type {Field} from '../command.ts';
import {type RoleKey, roleKeys} from '../duties/staffing/events.ts';
import {nameOf, titleOf} from '../duties/staffing/state.ts';
import {clockTimeFrom, elapsed, inBrief, type Instant} from '../time.ts';
import type {Reading} from './read.ts';

const inWords = (at: Instant, now: Instant): string => {
	const distance = elapsed(now, at);
	return distance < 0 ? `${inBrief(distance)} ago` : `in ${inBrief(distance)}`;
};

const isRole = (value: unknown): value is RoleKey => roleKeys.some(role => role === value);

const phrase = (field: Field, value: unknown, {newcomers}: Reading, board: Board, now: Instant): string => {
	const called = (handle: unknown) =>
		newcomers.find(one => one.handle === handle)?.name ?? nameOf(board.staffing, String(handle));
	switch (field.type) {
		case 'person': {
			return called(value);
		}

		case 'people': {
			return Array.isArray(value) ? value.map(called).join(', ') : '';
		}

		case 'refs': {
			return Array.isArray(value) ? value.join(', ') : '';
		}

		case 'team': {
			return `#${String(value)}`;
		}

		case 'role': {
			return isRole(value) ? titleOf(board.declaration, value) : String(value);
		}

		case 'entry': {
			return `entry ${String(value)}`;
		}

		case 'time': {
			const at = String(value);
			const lead = field.word === 'by' ? `${field.hint.replace(/ time$/u, '')} by` : field.word;
			return `${lead} ${clockTimeFrom(now, at, board.declaration.zone)}, ${inWords(at, now)}`;
		}

		case 'reason': {
			return `because ${String(value)}`;
		}

		case 'key': {
			return `${field.key} ${String(value)}`;
		}

		case 'text':
		case 'ref':
		case 'word':
		case 'line': {
			return String(value);
		}
	}
};

/** How a line is read, in phrases: `ACTION isolate host 17`, `Priya Shah`, `report by 14:30 BST, in 22m`. */
export const describe = (reading: Reading, board: Board, now: Instant): readonly string[] => {
	const {command, input, newcomers, occurredAt} = reading;
	const phrases = Object.entries(command.fields)
		.filter(([name]) => input[name] !== undefined)
		.map(([name, field]) => phrase(field, input[name], reading, board, now));
	const [first = '', ...others] = phrases;
	return [
		`${command.label} ${first}`.trim(),
		...others,
		...(occurredAt === undefined
			? []
			: [`happened ${clockTimeFrom(now, occurredAt, board.declaration.zone)}, ${inWords(occurredAt, now)}`]),
		...newcomers.map(one => `new: ${one.name} @${one.handle}`),
	];
};
