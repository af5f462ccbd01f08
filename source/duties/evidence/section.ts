import type {SectionView} from '../../duty.ts';
import {type Block, heading, table} from '../../section.ts';
import {dayAndTime} from '../../time.ts';
import {nameOf} from '../staffing/state.ts';

/** Exhibits and the chain of their custody. */
export const evidenceSection = ({board}: SectionView): readonly Block[] => {
	const {evidence, staffing, declaration} = board;
	const name = (handle: string | undefined) => (handle === undefined ? 'not recorded' : nameOf(staffing, handle));
	const passed = evidence.items.flatMap(({ref, custody}) =>
		custody.map(one => [
			ref,
			name(one.from),
			nameOf(staffing, one.to),
			dayAndTime(one.at, declaration.zone),
			one.text ?? '',
			String(one.entry),
		]),
	);
	const attached = evidence.items.flatMap(({ref, text, action, content}) =>
		content === undefined
			? []
			: [
					[
						ref,
						text,
						String(content.size),
						content.host,
						content.command ?? '',
						content.exitCode === undefined ? '' : String(content.exitCode),
						action ?? '',
					],
				],
	);
	return evidence.items.length === 0
		? []
		: [
				heading('Evidence items'),
				table(
					['Item', 'What', 'Taken', 'Taken by', 'Custodian', 'Digest', 'Entry'],
					evidence.items.map(one => [
						one.ref,
						one.text,
						dayAndTime(one.takenAt, declaration.zone),
						name(one.takenBy),
						name(one.custodian),
						one.hash ?? '',
						String(one.entry),
					]),
				),
				...(attached.length === 0
					? []
					: [
							heading('Attachments'),
							table(['Item', 'Name', 'Bytes', 'Attached on', 'Command', 'Exit code', 'For'], attached),
						]),
				...(passed.length === 0
					? []
					: [heading('Chain of custody'), table(['Item', 'From', 'To', 'At', 'Remark', 'Entry'], passed)]),
			];
};
