import {type Board, nextRef} from '../../board.ts';
import {type Command, command, exhibitRef, key, optional, person, text} from '../../command.ts';
import {type Refusal, refuse} from '../../refusal.ts';
import {nameOf, personNamed} from '../staffing/state.ts';
import {actionNamed} from '../actions/state.ts';
import type {BoardEvent} from '../../entry.ts';
import {type Attachment, type Evidence, type EvidenceItem, exhibitNamed} from './state.ts';

const exhibit = command({
	verb: 'exhibit',
	label: 'EXHIBIT',
	summary: 'Record an item of evidence: who keeps it, and who took it where that was not the speaker',
	example: 'exhibit disk image of host 17 @"Chen Wei" hash:sha256:9f86d081',
	afterClosing: true,
	fields: {
		text: text('what it is'),
		custodian: optional(person('custodian')),
		takenBy: optional(person('who took it')),
		hash: optional(key('hash')('digest')),
	},
	decide(board, input, {by}) {
		// Whoever speaks took it, if that is a person who can be asked about it.
		const takenBy = input.takenBy ?? (personNamed(board.staffing, by) === undefined ? undefined : by);
		return [
			{
				kind: 'exhibit-taken',
				ref: nextRef(board, 'X'),
				text: input.text,
				...(input.custodian === undefined ? {} : {custodian: input.custodian}),
				...(takenBy === undefined ? {} : {takenBy}),
				...(input.hash === undefined ? {} : {hash: input.hash}),
			},
		];
	},
});

/** The item, or why it cannot be named. */
const itemNamed = (evidence: Evidence, ref: string): EvidenceItem | Refusal =>
	exhibitNamed(evidence, ref) ?? refuse(`There is no item ${ref} now.`, 'It may have been struck; the log tells.');

const isItem = (found: EvidenceItem | Refusal): found is EvidenceItem => 'ref' in found;

const taker = command({
	verb: 'taker',
	label: 'TAKEN BY',
	summary: 'Name the person who took an item of evidence',
	example: 'taker X1 @"Ana Reis"',
	afterClosing: true,
	fields: {ref: exhibitRef('item'), person: person('who took it')},
	decide({evidence, staffing}, input) {
		const found = itemNamed(evidence, input.ref);
		if (!isItem(found)) {
			return found;
		}

		return found.takenBy === input.person
			? refuse(`${nameOf(staffing, input.person)} took ${input.ref} already.`, 'Name somebody else.')
			: [{kind: 'taker-named', ref: input.ref, person: input.person}];
	},
});

const custody = command({
	verb: 'custody',
	label: 'CUSTODY',
	summary: 'Record that an item of evidence passes to another custodian',
	example: 'custody X1 @"Tom Achebe" sealed bag 12',
	afterClosing: true,
	fields: {ref: exhibitRef('item'), to: person('custodian'), text: optional(text('why, in which state'))},
	decide({evidence, staffing}, input) {
		const found = itemNamed(evidence, input.ref);
		if (!isItem(found)) {
			return found;
		}

		return found.custodian === input.to
			? refuse(`${nameOf(staffing, input.to)} keeps ${input.ref} already.`, 'Name the one who takes it over.')
			: [
					{
						kind: 'custody-passed',
						ref: input.ref,
						to: input.to,
						...(found.custodian === undefined ? {} : {from: found.custodian}),
						...(input.text === undefined ? {} : {text: input.text}),
					},
				];
	},
});

/**
 * Bytes become an item of evidence. No line says this: a call brings the bytes. Whoever attaches them took them and
 * keeps them, until custody passes on.
 */
export const attach = (
	board: Board,
	{
		text: name,
		action,
		content,
	}: {readonly text: string; readonly action: string | undefined; readonly content: Attachment},
	by: string,
): readonly BoardEvent[] | Refusal => {
	if (action !== undefined && actionNamed(board.actions, action) === undefined) {
		return refuse(`There is no action ${action}.`, 'Name one of the board (A3), or leave --action out.');
	}

	const isHere = personNamed(board.staffing, by) !== undefined;
	return [
		{
			kind: 'exhibit-taken',
			ref: nextRef(board, 'X'),
			text: name,
			...(isHere ? {custodian: by, takenBy: by} : {}),
			...(action === undefined ? {} : {action}),
			content,
		},
	];
};

export const evidenceCommands: readonly Command[] = [exhibit, taker, custody];
