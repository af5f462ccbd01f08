import {type Answer, answer, together} from '../answer.ts';
import {type EvidenceView, type IncidentFile, sample} from '../view.ts';

/** Reads each incident that answers for what was done, and puts the answers together; without any the question is a gap. */
export const ofSample =
	(
		read: (file: IncidentFile, view: EvidenceView) => Answer,
		join: (...answers: readonly Answer[]) => Answer = joined,
	) =>
	(view: EvidenceView): Answer => {
		const files = sample(view);
		return files.length === 0
			? answer({
					gaps: [
						{
							lacks: 'No incident is in scope.',
							fill: 'an incident in the period; an exercise is read where it is named with --incident',
						},
					],
				})
			: join(...files.map(file => read(file, view)));
	};

/** Tables of one caption become one table, with the rows of each incident after the other. */
const joined = (...answers: readonly Answer[]): Answer => {
	const whole = together(...answers);
	const captions = [...new Set(whole.found.map(one => one.caption))];
	return answer({
		...whole,
		found: captions.flatMap(caption => {
			const same = whole.found.filter(one => one.caption === caption);
			const [first] = same;
			return first === undefined ? [] : [{...first, rows: same.flatMap(one => one.rows)}];
		}),
	});
};
