import type {SectionView} from '../../duty.ts';
import {type Block, heading, paragraph, table} from '../../section.ts';
import {dayAndTime, inBrief, type Instant, minute} from '../../time.ts';
import {because} from '../../words.ts';
import {nameOf} from '../staffing/state.ts';
import {type Message, nextUpdate, partyName} from './state.ts';

/** A table under its heading; nothing where there is nothing to list. */
const part = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly Block[] =>
	rows.length === 0 ? [] : [heading(title, 3), table(head, rows)];

/** Messages with their agreement, audiences with their updates, channels, and who was told. */
export const communicationsSection = ({board}: SectionView): readonly Block[] => {
	const {communications, staffing, declaration} = board;
	const {messages, audiences, channels, told, cleared} = communications;
	const at = (instant: Instant | undefined) => (instant === undefined ? '' : dayAndTime(instant, declaration.zone));
	const name = (handle: string | undefined) => (handle === undefined ? '' : nameOf(staffing, handle));

	const agreement = ({agreedBy, agreedAt, rereadAt, sentAt}: Message): string =>
		agreedBy === undefined || agreedAt === undefined
			? 'no agreement recorded'
			: [
					`${name(agreedBy)}, ${at(agreedAt)}`,
					...(rereadAt === undefined ? [] : [`read again ${at(rereadAt)}`]),
					...(sentAt !== undefined && sentAt < agreedAt ? ['after it was sent'] : []),
				].join('; ');
	const sending = (one: Message): string => {
		if (one.status === 'withdrawn') {
			return `withdrawn${because(one.reason)}`;
		}

		return one.sendings.length === 0
			? `not sent, ${one.status}`
			: one.sendings
					.map(
						({at: when, channel, entry}) =>
							`${at(when)}${channel === undefined ? '' : ` by ${channel}`} (entry ${entry})`,
					)
					.join('; ');
	};

	const blocks = [
		...(cleared === undefined
			? []
			: [
					paragraph(`Wider disclosure was cleared by ${name(cleared.by)}, ${at(cleared.at)} (entry ${cleared.entry}).`),
				]),
		...part(
			'Messages',
			['Message', 'For', 'Text', 'Drafted by', 'Text of', 'Agreed by', 'Sent', 'Entry'],
			messages.map(one => [
				one.ref,
				`${partyName(one.audience)}${one.action === undefined ? '' : `, tells of ${one.action}`}`,
				one.text,
				name(one.draftedBy),
				at(one.draftedAt),
				agreement(one),
				sending(one),
				String(one.entry),
			]),
		),
		...part(
			'Audiences',
			['Audience', 'Update every', 'Set', 'Briefed by', 'Next update'],
			audiences.map(one => [
				partyName(one.name),
				one.minutes === undefined ? 'no cadence' : inBrief(one.minutes * minute),
				at(one.since),
				name(one.briefer),
				declaration.closedAt === undefined ? at(nextUpdate(one)) : '',
			]),
		),
		...part(
			'Updates',
			['Entry', 'At', 'Audience', 'What they were told', 'From', 'Next promised for'],
			audiences
				.flatMap(one => one.updates.map(update => ({...update, audience: one.name})))
				.toSorted((a, b) => a.entry - b.entry)
				.map(one => [
					String(one.entry),
					at(one.at),
					partyName(one.audience),
					one.message === undefined ? one.text : `message ${one.message}`,
					name(one.by),
					at(one.next),
				]),
		),
		...part(
			'Told',
			['Entry', 'At', 'Who', 'What, by what means', 'By'],
			told.map(one => [String(one.entry), at(one.at), partyName(one.party), one.text ?? '', name(one.by)]),
		),
		...part(
			'Channels',
			['Channel', 'Means', 'Private', 'For', 'Opened', 'Closed', 'Entry'],
			channels.map(one => [
				one.name,
				one.means ?? '',
				one.isPrivate ? 'yes' : 'no',
				one.purpose ?? '',
				at(one.openedAt),
				one.closedAt === undefined ? 'open' : at(one.closedAt),
				String(one.entry),
			]),
		),
	];
	return blocks.length === 0 ? [] : [heading('Communications'), ...blocks];
};
