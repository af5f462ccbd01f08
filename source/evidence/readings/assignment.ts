import {own} from '../../own.ts';
import {checkMatrix, unasked} from '../../responsibilities/check.ts';
import {columnsOf, columnTitle, lettersOf} from '../../responsibilities/matrix.ts';
import {everybody, holdersOn, memberNamed, nextReview, personCalled, roleNamed} from '../../responsibilities/names.ts';
import {
	authorityRows,
	changeRows,
	consentRows,
	controlRows,
	delegationHead,
	delegationRows,
	legend,
	reviewRows,
	sharedRows,
	unrecorded,
} from '../../responsibilities/page.ts';
import type {Responsibilities} from '../../responsibilities/shape.ts';
import {type Answer, answer, finding, gapWhen, ofMatrix} from '../answer.ts';
import {dayOf, type EvidenceView, isFalseAlarm, sample, standing, yearBefore} from '../view.ts';
import {citations} from './citations.ts';
import {drillsOf} from './exercises.ts';

/** Whose matrix it is. */
export const header = ofMatrix(matrix => {
	const rows = controlRows(matrix);
	const wanted: Readonly<Record<string, string>> = {
		Organisation: 'organisation',
		Project: 'project',
		'Senior responsible owner': 'sro',
		Classification: 'marking',
		'Completed by': 'author',
		Version: 'version',
		'Last updated': 'updated',
	};
	return answer({
		found: [finding('The matrix', ['Field', 'Value'], rows)],
		gaps: rows
			.filter(([name, value]) => own(wanted, name) !== undefined && (value === unrecorded || value === 'not marked'))
			.map(([name, value]) => ({
				lacks: `${name}: ${value}.`,
				fill: `${wanted[name] ?? ''}, at the top of the responsibilities file`,
			})),
	});
});

/** Tasks against roles, and what an audit would stop at. */
export const matrixAnswer = ofMatrix((matrix, view) => {
	const columns = columnsOf(matrix);
	return answer({
		said: [legend],
		found: [
			finding(
				matrix.title,
				['Task', ...columns.map(column => columnTitle(matrix, column))],
				matrix.tasks.map(task => [task.task, ...columns.map(column => lettersOf(matrix, task, column))]),
			),
		],
		gaps: [
			...gapWhen(matrix.tasks.length === 0, 'The matrix has no tasks.', 'tasks, in the responsibilities file'),
			...checkMatrix(matrix, dayOf(view))
				.filter(one => one.severity === 'error')
				.map(({text}) => ({lacks: text, fill: 'responsible and accountable, under the task'})),
		],
	});
});

/** What each role may decide. */
export const authority = ofMatrix(matrix =>
	answer({
		found: [finding('Authorisation levels', ['Role', 'May decide', 'Up to'], authorityRows(matrix).map(texts))],
		gaps: matrix.roles
			.filter(one => one.authority.length === 0)
			.map(({title}) => ({
				lacks: `What ${title} may decide is not recorded.`,
				fill: 'authority (may, limit), under the role in the responsibilities file',
			})),
	}),
);

const texts = (cells: ReturnType<typeof authorityRows>[number]): readonly string[] =>
	cells.map(cell => (typeof cell === 'string' ? cell : cell.text));

/** What was delegated before the incident; whoever delegates stays accountable. */
export const delegations = ofMatrix((matrix, view) => {
	const day = dayOf(view);
	return answer({
		said: matrix.delegations.length === 0 ? ['The file names no delegation.'] : [],
		found: [finding('Delegations', delegationHead, delegationRows(matrix).map(texts))],
		gaps: matrix.delegations.flatMap(({what, from, until}) => [
			...gapWhen(
				from === undefined,
				`Since when “${what}” is delegated is not recorded.`,
				'from, under the delegation',
			),
			...gapWhen(
				until === undefined,
				`Until when “${what}” is delegated is not recorded.`,
				'until, under the delegation',
			),
			...gapWhen(
				until !== undefined && until < day,
				`The delegation “${what}” ended on ${until ?? ''} and was not renewed.`,
				'a new end, or the task back with whoever delegated it',
			),
		]),
	});
});

/** What shows that each person is competent, and when it was last shown. */
export const competence = ofMatrix((matrix, view) => {
	const names = everybody(matrix, dayOf(view)).filter(name => memberNamed(matrix, name) !== undefined);
	const since = yearBefore(dayOf(view));
	const rows = names.map(name => {
		const trained = memberNamed(matrix, name)?.training ?? [];
		const shown = [
			...trained.map(({what, on, record}) => ({on, text: `${what}${record === undefined ? '' : ` (${record})`}`})),
			...drillsOf(view, name),
		].toSorted((a, b) => a.on.localeCompare(b.on));
		return {name, shown};
	});
	return answer({
		found: [
			finding(
				'Competence',
				['Person', 'Last shown on', 'By what'],
				rows.map(({name, shown}) => [
					name,
					shown.at(-1)?.on ?? unrecorded,
					shown.map(({on, text}) => `${on} ${text}`).join('; ') || unrecorded,
				]),
			),
		],
		gaps: [
			...gapWhen(
				rows.length === 0,
				'No person is named whose competence could be shown.',
				'people, and holders under the roles, in the responsibilities file',
			),
			...rows.flatMap(({name, shown}) => {
				const last = shown.at(-1)?.on;
				return [
					...gapWhen(
						last === undefined,
						`No training and no drill of ${name} is recorded.`,
						'training, under people in the responsibilities file; or an exercise in the ledger',
					),
					...gapWhen(
						last !== undefined && last < since,
						`${name} was last trained or drilled on ${last ?? ''}, more than 12 months before.`,
						'a training or a drill since then',
					),
				];
			}),
		],
	});
});

/** Who was consulted and who agreed. */
export const consent = ofMatrix((matrix, view) => {
	const day = dayOf(view);
	const missing = unasked(matrix, day);
	return answer({
		found: [finding('Consulted and agreed', ['Who', 'Consulted on', 'Agreed on'], consentRows(matrix, day).map(texts))],
		gaps: [
			...gapWhen(
				everybody(matrix, day).length === 0,
				'Nobody is named who could be asked.',
				'holders, under the roles',
			),
			...missing.consulted.map(name => ({
				lacks: `That ${name} was consulted is not recorded.`,
				fill: 'consulted (who, on), in the responsibilities file',
			})),
			...missing.agreed.map(name => ({
				lacks: `That ${name} agreed is not recorded.`,
				fill: 'agreed (who, on), in the responsibilities file',
			})),
		],
	});
});

/** That the matrix was shared with those whom it names; words like *everybody* cannot be held against a list of names. */
export const shared = ofMatrix((matrix, view) => {
	const day = dayOf(view);
	const words = matrix.shared.flatMap(one => one.with);
	const reached = new Set(
		words.flatMap(word => {
			const role = roleNamed(matrix, word);
			return role === undefined
				? [personCalled(matrix, word)]
				: holdersOn(role, day).map(({person}) => personCalled(matrix, person));
		}),
	);
	const loose = words.filter(word => roleNamed(matrix, word) === undefined && memberNamed(matrix, word) === undefined);
	const missed = loose.length > 0 ? [] : everybody(matrix, day).filter(name => !reached.has(name));
	const fill = 'shared (on, with, how), in the responsibilities file';
	return answer({
		said:
			loose.length === 0
				? []
				: [`Whom “${loose.join('”, “')}” takes in, the file does not say: it was not held against the names.`],
		found: [finding('Shared', ['On', 'With', 'How'], sharedRows(matrix).map(texts))],
		gaps: [
			...gapWhen(matrix.shared.length === 0, 'That the matrix was shared is not recorded.', fill),
			...(matrix.shared.length === 0
				? []
				: missed.map(name => ({lacks: `That the matrix was shared with ${name} is not recorded.`, fill}))),
		],
	});
});

/** That the matrix is looked at again. */
export const reviewed = ofMatrix((matrix, view) => {
	const next = nextReview(matrix);
	const fill = 'reviewed (on, by, next), in the responsibilities file';
	return answer({
		found: [finding('Reviewed', ['On', 'By', 'Found', 'Next'], reviewRows(matrix).map(texts))],
		gaps: [
			...gapWhen(matrix.reviewed.length === 0, 'No review of the matrix is recorded.', fill),
			...gapWhen(
				matrix.reviewed.length > 0 && next === undefined,
				'When the matrix is reviewed next is not recorded.',
				fill,
			),
			...gapWhen(
				next !== undefined && next < dayOf(view),
				`The review that was due on ${next ?? ''} is not recorded.`,
				fill,
			),
		],
	});
});

const isNamed = (reference: string, {changes}: Responsibilities): boolean =>
	changes.some(({because}) => because?.toLowerCase().includes(reference.toLowerCase()) === true);

/** That security issues led back to the matrix: changes with what caused them, and what the logs say of it. */
const revisitedMatrix = ofMatrix((matrix, view): Answer => {
	const known = new Set([...view.incidents, ...view.exercises].map(one => one.board.incident.toLowerCase()));
	const issues = sample(view).filter(
		file => file.board.declaration.incidentKind !== 'operational' && !isFalseAlarm(file),
	);
	const unvisited = issues.filter(
		file =>
			!isNamed(file.board.incident, matrix) &&
			!standing(file).some(
				({event}) => event.kind === 'responsibilities-cited' && ['reviewed', 'changed'].includes(event.deed),
			),
	);
	return answer({
		found: [finding('Changes and what caused them', ['On', 'What', 'Because of'], changeRows(matrix).map(texts))],
		gaps: [
			...unvisited.map(({board}) => ({
				lacks: `That the responsibilities were looked at again after ${board.incident} is not recorded.`,
				fill: 'changes (on, what, because) in the responsibilities file, or in the log: raci reviewed …',
			})),
			...matrix.changes
				.filter(
					({because}) =>
						because !== undefined && /^(?:INC|DRILL)-/iu.test(because) && !known.has(because.toLowerCase()),
				)
				.map(({on, because}) => ({
					lacks: `The change of ${on} names ${because ?? ''}, which is not among the incidents and exercises read for this page.`,
					fill: 'the ledger or the period that holds that incident',
				})),
		],
	});
});

/** The same, with what the logs of the incidents say of the responsibilities. */
export const revisited = (view: EvidenceView): Answer => {
	const read = revisitedMatrix(view);
	const cited = citations(view);
	return answer({...read, found: [...read.found, ...cited.found], gaps: [...read.gaps, ...cited.gaps]});
};

/** Roles with an impact on security that are held by a group, or by nobody who is named. */
export const namedPersons = ofMatrix((matrix, view) => {
	const findings = checkMatrix(matrix, dayOf(view)).filter(one => one.about === 'holder');
	return answer({
		said: findings.length === 0 ? ['Every role that must have a named person has one.'] : [],
		gaps: findings.map(({text}) => ({lacks: text, fill: 'a named person: holders, under the role'})),
	});
});
