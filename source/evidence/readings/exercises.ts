import {titleOf} from '../../duties/staffing/state.ts';
import {inZone} from '../../time.ts';
import {type Answer, answer, finding, gapWhen} from '../answer.ts';
import {at, dayOf, type EvidenceView, type IncidentFile, labelOf, who, yearBefore} from '../view.ts';

/** The day on which an exercise was held, in the zone of the page. */
const heldOn = ({board}: IncidentFile, {zone}: EvidenceView): string | undefined =>
	board.declaration.declaredAt === undefined ? undefined : inZone(board.declaration.declaredAt, zone, 'yyyy-MM-dd');

/** The exercises of the twelve months that end with the page's day. */
const recent = (view: EvidenceView): readonly IncidentFile[] => {
	const today = dayOf(view);
	const since = yearBefore(today);
	return view.exercises.filter(file => {
		const day = heldOn(file, view);
		return day !== undefined && day >= since && day <= today;
	});
};

/** Each person of an exercise once, with the roles they held. */
const people = (file: IncidentFile): string => {
	const {staffing, declaration} = file.board;
	const roles = new Map<string, Set<string>>();
	for (const {person, role} of staffing.assignments) {
		roles.set(person, (roles.get(person) ?? new Set()).add(titleOf(declaration, role)));
	}

	return [...roles].map(([person, held]) => `${who(file, person)} (${[...held].join(', ')})`).join(', ');
};

/** The exercises in which somebody of that name held a role. */
export const drillsOf = (view: EvidenceView, name: string): readonly {readonly on: string; readonly text: string}[] =>
	view.exercises.flatMap(file => {
		const on = heldOn(file, view);
		const took = file.board.staffing.assignments.some(({person}) => who(file, person) === name);
		return took && on !== undefined ? [{on, text: `exercise ${file.board.incident}`}] : [];
	});

/** That the plan was tested within twelve months: by exercises of the ledger, with date, people, scenario and findings. */
export const testedWithinAYear = (view: EvidenceView): Answer => {
	const held = recent(view);
	const last = view.exercises
		.map(file => heldOn(file, view))
		.filter(day => day !== undefined)
		.toSorted()
		.at(-1);
	return answer({
		said: [`Looked at: exercises from ${yearBefore(dayOf(view))} to ${dayOf(view)}.`],
		found: [
			finding(
				'Exercises within 12 months',
				['Exercise', 'Held on', 'Scenario', 'People and their roles', 'Findings'],
				held.map(file => {
					const {declaration, review} = file.board;
					return [
						labelOf(file),
						declaration.declaredAt === undefined ? '' : at(view, declaration.declaredAt),
						declaration.title,
						people(file),
						review.lessons.map(({ref, text}) => `${ref} ${text}`).join('; ') || 'not recorded',
					];
				}),
			),
		],
		gaps: [
			...gapWhen(
				held.length === 0,
				last === undefined
					? 'No exercise is in the ledger.'
					: `No exercise was held within 12 months; the last one in the ledger was held on ${last}.`,
				'an exercise: declare … exercise:yes; or the record of a test that was kept elsewhere',
			),
			...held
				.filter(({board}) => board.review.lessons.length === 0)
				.map(file => ({
					lacks: `What ${labelOf(file)} found is not recorded.`,
					fill: 'lesson …, in the log of the exercise',
				})),
			...held
				.filter(({board}) => board.staffing.assignments.length === 0)
				.map(file => ({
					lacks: `Who took part in ${labelOf(file)} is not recorded.`,
					fill: 'assign …, in the log of the exercise',
				})),
		],
	});
};
