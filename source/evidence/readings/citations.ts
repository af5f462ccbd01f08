import {answer, finding} from '../answer.ts';
import {at, type EvidenceView, labelOf, standing, who} from '../view.ts';

/** What the logs say of the responsibilities file: consulted, agreed, shared, reviewed, changed. */
export const citations = (view: EvidenceView) => {
	const rows = view.incidents.flatMap(file =>
		standing(file).flatMap(({event, number, occurredAt, by}) =>
			event.kind === 'responsibilities-cited'
				? [
						[
							labelOf(file),
							String(number),
							at(view, occurredAt),
							who(file, by),
							event.deed,
							event.text ?? '',
							`${event.title}${event.version === undefined ? '' : `, version ${event.version}`}`,
							event.sha256,
						],
					]
				: [],
		),
	);
	return answer({
		found: [
			finding(
				'What the logs say of the responsibilities',
				['Incident', 'Entry', 'At', 'By', 'Done', 'What', 'Matrix', 'SHA-256 of the file'],
				rows,
			),
		],
	});
};
