import type {SectionView} from '../../duty.ts';
import {type Block, heading, list, paragraph, table} from '../../section.ts';
import {dayAndTime} from '../../time.ts';

/** What the players were told in a drill; nothing in a live incident. */
export const exerciseSection = ({board}: SectionView): readonly Block[] => {
	const {exercise, declaration} = board;
	const {drill, injects, hotWash, ended} = exercise;
	if (drill === undefined && injects.length === 0 && hotWash.length === 0) {
		return [];
	}

	return [
		heading('Exercise'),
		...(drill === undefined
			? []
			: [
					paragraph(
						`Scenario: ${drill.title}. Begun ${dayAndTime(drill.start, declaration.zone)}${ended === undefined ? ', not ended' : `, ended ${dayAndTime(ended.at, declaration.zone)}`}.`,
					),
				]),
		...(injects.length === 0
			? []
			: [
					table(
						['Inject', 'At', 'From', 'To', 'Means', 'What', 'Entry'],
						injects.map(one => [
							one.number === undefined ? 'free' : String(one.number),
							dayAndTime(one.at, declaration.zone),
							one.from ?? '',
							one.to ?? '',
							one.means ?? '',
							one.text,
							String(one.entry),
						]),
					),
				]),
		...(hotWash.length === 0 ? [] : [heading('Hot wash', 3), list(hotWash.map(one => one.text))]),
	];
};
