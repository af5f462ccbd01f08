import {titleOf} from '../../duties/staffing/state.ts';
import {inZone} from '../../time.ts';
import {type Answer, answer, finding, type Gap, gapWhen} from '../answer.ts';
import {at, dayOf, type EvidenceView, type IncidentFile, labelOf, lookedAt, who, yearBefore} from '../view.ts';

/**
 * The day on which people held an exercise, in the zone of the page: of a drill by the wall's clock, not by that of its
 * scenario; of one without a scenario its declaration. Undefined where a script played it: that tests nobody.
 */
const heldOn = ({board}: IncidentFile, {zone}: EvidenceView): string | undefined => {
	const {drill} = board.exercise;
	const held = drill === undefined ? board.declaration.declaredAt : drill.held;
	return held === undefined ? undefined : inZone(held, zone, 'yyyy-MM-dd');
};

/** The exercises of the twelve months that end with the page's day, each with its day. */
const recent = (view: EvidenceView): readonly {readonly file: IncidentFile; readonly day: string}[] => {
	const today = dayOf(view);
	const since = yearBefore(today);
	return view.exercises.flatMap(file => {
		const day = heldOn(file, view);
		return day !== undefined && day >= since && day <= today ? [{file, day}] : [];
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

/** How the objectives were rated; of one that no evaluator has rated the best that its evidence allows. */
const ratings = ({board: {exercise}}: IncidentFile): string => {
	const best = Object.entries(exercise.ended?.best ?? {});
	const given = exercise.ratings.map(({objective, rating}) => `${objective} ${rating}`);
	const open = best
		.filter(([objective]) => exercise.ratings.every(one => one.objective !== objective))
		.map(([objective, rating]) => `${objective} at best ${rating}, not confirmed`);
	return [...given, ...open].join('; ') || 'not recorded';
};

/** The exercises in which somebody of that name held a role. */
export const drillsOf = (view: EvidenceView, name: string): readonly {readonly on: string; readonly text: string}[] =>
	view.exercises.flatMap(file => {
		const on = heldOn(file, view);
		const took = file.board.staffing.assignments.some(({person}) => who(file, person) === name);
		return took && on !== undefined ? [{on, text: `exercise ${file.board.incident}`}] : [];
	});

/** What is known of the tests of the last twelve months, and where none was held. */
const noneHeld = (view: EvidenceView): readonly Gap[] => {
	const last = view.exercises
		.flatMap(file => {
			const day = heldOn(file, view);
			return day === undefined || day > dayOf(view) ? [] : [{day, file}];
		})
		.toSorted((a, b) => (a.day < b.day ? -1 : 1))
		.at(-1);
	return gapWhen(
		recent(view).length === 0,
		last === undefined
			? view.exercises.length === 0
				? 'No exercise is in the ledger.'
				: 'No exercise that people held is in the ledger.'
			: `No exercise was held within 12 months; last tested on ${last.day}, by ${labelOf(last.file)}.`,
		'a drill: loggist drill run FILE; a table-top: declare … exercise:yes; or the record of a test that was kept elsewhere',
	);
};

/** Drills that a script played are in the ledger and test nobody: a page that counted them would deceive. */
const scripted = (view: EvidenceView): readonly string[] => {
	const found = view.exercises.filter(
		({board: {exercise}}) => exercise.drill !== undefined && exercise.drill.held === undefined,
	);
	return found.length === 0
		? []
		: [`Not counted, for a script played the part of the people: ${found.map(labelOf).join(', ')}.`];
};

const incomplete = (file: IncidentFile): readonly Gap[] => {
	const {review, staffing, exercise} = file.board;
	const hasScenario = exercise.drill !== undefined;
	return [
		...gapWhen(
			review.lessons.length === 0,
			`What ${labelOf(file)} found is not recorded.`,
			'lesson …, in the log of the exercise',
		),
		...gapWhen(
			staffing.assignments.length === 0,
			`Who took part in ${labelOf(file)} is not recorded.`,
			'assign …, in the log of the exercise',
		),
		...gapWhen(
			hasScenario && exercise.ended === undefined,
			`${labelOf(file)} has not ended.`,
			'the end of the drill, in its log',
		),
		...gapWhen(
			hasScenario && exercise.ended !== undefined && Object.keys(exercise.ended.best).length === 0,
			`${labelOf(file)} was over before anything that it asks could be judged.`,
			'another exercise, played to where its objectives can be judged',
		),
		...gapWhen(
			Object.keys(exercise.ended?.best ?? {}).some(id => exercise.ratings.every(one => one.objective !== id)),
			`No evaluator has rated every objective of ${labelOf(file)}.`,
			'rate …, in the log of the exercise',
		),
	];
};

/** That the plan was tested within twelve months: by exercises of the ledger, with date, people, scenario and findings. */
export const testedWithinAYear = (view: EvidenceView): Answer => {
	const held = recent(view);
	return answer({
		said: [
			`Looked at: exercises from ${yearBefore(dayOf(view))} to ${dayOf(view)}. A live incident is no test.`,
			...scripted(view),
		],
		found: [
			finding(
				'Exercises within 12 months',
				['Exercise', 'Held on', 'Scenario', 'People and their roles', 'Ratings', 'Findings'],
				held.map(({file, day}) => [
					labelOf(file),
					day,
					file.board.exercise.drill?.title ?? file.board.declaration.title,
					people(file),
					ratings(file),
					file.board.review.lessons.map(({ref, text}) => `${ref} ${text}`).join('; ') || 'not recorded',
				]),
			),
		],
		gaps: [...noneHeld(view), ...held.flatMap(({file}) => incomplete(file))],
	});
};

/** What is to change after the exercises of the last twelve months, and how far that has come. */
export const improvements = (view: EvidenceView): Answer => {
	const held = recent(view);
	const all = held.flatMap(({file}) => file.board.review.followUps.map(one => ({file, one})));
	const open = all.filter(({one}) => one.doneAt === undefined);
	const isLate = ({due}: (typeof all)[number]['one']): boolean => due !== undefined && due < lookedAt(view);
	const gap = (found: typeof all, words: string): readonly Gap[] =>
		found.map(({file, one}) => ({
			lacks: `${one.ref} of ${labelOf(file)} is ${words}: ${one.text}`,
			fill: `followed ${one.ref}, in its log, when it is done`,
		}));
	return answer({
		found: [
			finding(
				'Follow-ups of exercises',
				['Exercise', 'Follow-up', 'What', 'Owner', 'Due', 'Done'],
				all.map(({file, one}) => [
					labelOf(file),
					one.ref,
					one.text,
					one.owner === undefined ? 'nobody' : who(file, one.owner),
					one.due === undefined ? 'not recorded' : at(view, one.due),
					one.doneAt === undefined ? 'open' : at(view, one.doneAt),
				]),
			),
		],
		gaps: [
			...held.flatMap(({file}) =>
				gapWhen(
					file.board.review.lessons.length > 0 && file.board.review.followUps.length === 0,
					`Nothing follows from ${labelOf(file)}.`,
					'followup …, in the log of the exercise',
				),
			),
			...gap(
				open.filter(({one}) => isLate(one)),
				'overdue',
			),
			...gap(
				open.filter(({one}) => !isLate(one)),
				'open',
			),
		],
	});
};

/** That the responsibilities were rehearsed: the exercises of the last twelve months, and what each changed in the file. */
export const rehearsed = (view: EvidenceView): Answer => {
	const changes = view.responsibilities?.matrix.changes ?? [];
	return answer({
		said: scripted(view),
		found: [
			finding(
				'Exercises within 12 months, and what they changed',
				['Exercise', 'Held on', 'Ratings', 'Changes of the responsibilities because of it'],
				recent(view).map(({file, day}) => [
					labelOf(file),
					day,
					ratings(file),
					changes
						.filter(({because}) => because?.toLowerCase().includes(file.board.incident.toLowerCase()) === true)
						.map(({on, what}) => `${on} ${what}`)
						.join('; ') || 'none recorded',
				]),
			),
		],
		gaps: noneHeld(view),
	});
};
