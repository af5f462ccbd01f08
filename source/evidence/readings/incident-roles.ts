import {titleOf} from '../../duties/staffing/state.ts';
import type {Instant} from '../../time.ts';
import {answer, finding, gapWhen} from '../answer.ts';
import {at, type IncidentFile, labelOf, lookedAt, who} from '../view.ts';
import {ofSample} from './of-sample.ts';

/** Who held which role in each incident, from when to when, and the entry that made it known. */
export const incidentRoles = ofSample((file, view) => {
	const {staffing, declaration, incident} = file.board;
	const unaccepted = staffing.assignments.filter(one => one.acceptedAt === undefined);
	return answer({
		found: [
			finding(
				'Roles in the incidents',
				['Incident', 'Role', 'Person', 'From', 'Until', 'Given by', 'Accepted', 'Entry'],
				staffing.assignments.map(({role, person, since, until, assignedBy, acceptedAt, entry}) => [
					labelOf(file),
					titleOf(declaration, role),
					who(file, person),
					at(view, since),
					until === undefined
						? declaration.closedAt === undefined
							? 'in role'
							: 'in role at the close'
						: at(view, until),
					who(file, assignedBy),
					acceptedAt === undefined ? 'not recorded' : at(view, acceptedAt),
					String(entry),
				]),
			),
		],
		gaps: [
			...gapWhen(staffing.assignments.length === 0, `Nobody held a role in ${incident}.`, 'assign …, in its log'),
			...gapWhen(
				unaccepted.length > 0,
				`Acceptance is not in the log of ${incident} for ${unaccepted.length} of ${staffing.assignments.length} roles: ` +
					`${unaccepted.map(({role, person}) => `${titleOf(declaration, role)} (${who(file, person)})`).join(', ')}.`,
				'accept ROLE, in its log, at the time when it was accepted',
			),
		],
	});
});

/** Where it was said to everybody who is Incident Manager, Deputy and Secretariat. */
export const announcements = ofSample((file, view) => {
	const {rhythm, incident, declaration} = file.board;
	const name = (handle: string | undefined): string => (handle === undefined ? 'not said' : who(file, handle));
	return answer({
		found: [
			finding(
				'Roles announced in the incidents',
				[
					'Incident',
					'Entry',
					'At',
					'By',
					titleOf(declaration, 'im'),
					titleOf(declaration, 'deputy'),
					titleOf(declaration, 'secretariat'),
				],
				rhythm.announcements.map(one => [
					labelOf(file),
					String(one.entry),
					at(view, one.at),
					who(file, one.by),
					name(one.im),
					name(one.deputy),
					name(one.secretariat),
				]),
			),
		],
		gaps: gapWhen(
			rhythm.announcements.length === 0,
			`That the roles were announced in ${incident} is not in its log.`,
			'announce, in its log, at the time when it was said',
		),
	});
});

/** The spans between two moments in which nobody was in command. */
const uncovered = (
	file: IncidentFile,
	from: Instant,
	to: Instant,
): readonly {readonly from: Instant; readonly to: Instant}[] => {
	const commands = file.board.staffing.assignments
		.filter(one => one.role === 'im')
		.toSorted((a, b) => a.since.localeCompare(b.since));
	const spans: {readonly from: Instant; readonly to: Instant}[] = [];
	let covered = from;
	for (const {since, until} of commands) {
		if (since > covered) {
			spans.push({from: covered, to: since > to ? to : since});
		}

		const end = until ?? to;
		covered = end > covered ? end : covered;
	}

	return covered < to ? [...spans, {from: covered, to}] : spans;
};

/** Who led each incident, without a gap from its declaration to its close. */
export const incidentLead = ofSample((file, view) => {
	const {staffing, declaration, incident} = file.board;
	const {declaredAt, closedAt} = declaration;
	const end = closedAt ?? lookedAt(view);
	const commands = staffing.assignments.filter(one => one.role === 'im');
	const open = declaredAt === undefined || declaration.phase === 'pre-incident' ? [] : uncovered(file, declaredAt, end);
	return answer({
		found: [
			finding(
				'In command',
				['Incident', 'Person', 'From', 'Until', 'Accepted', 'Entry'],
				commands.map(({person, since, until, acceptedAt, entry}) => [
					labelOf(file),
					who(file, person),
					at(view, since),
					until === undefined ? (closedAt === undefined ? 'in command' : 'in command at the close') : at(view, until),
					acceptedAt === undefined ? 'not recorded' : at(view, acceptedAt),
					String(entry),
				]),
			),
		],
		gaps: [
			...gapWhen(commands.length === 0, `Nobody was in command of ${incident}.`, 'assign im @who, in its log'),
			...(commands.length === 0
				? []
				: open.map(({from, to}) => ({
						lacks: `Nobody was in command of ${incident} from ${at(view, from)} to ${at(view, to)}.`,
						fill: 'a late entry that says who was, with its reason; else it stays so',
					}))),
		],
	});
});

/** Every delegated action with the one who stayed accountable: whoever was in command when it was given. */
export const delegatedActions = ofSample((file, view) => {
	const {actions, staffing, incident} = file.board;
	const commander = (when: Instant): string | undefined =>
		staffing.assignments.findLast(
			one => one.role === 'im' && one.since <= when && (one.until === undefined || one.until > when),
		)?.person;
	const rows = actions.map(action => ({action, accountable: commander(action.givenAt)}));
	const refs = (found: typeof rows): string => found.map(({action}) => action.ref).join(', ');
	const unowned = rows.filter(({action}) => action.owner === undefined);
	const unled = rows.filter(({accountable}) => accountable === undefined);
	return answer({
		found: [
			finding(
				'Actions delegated in the incidents',
				['Incident', 'Action', 'What', 'Delegated to', 'Given by', 'At', 'Accountable'],
				rows.map(({action: {ref, text, owner, team, givenBy, givenAt}, accountable}) => [
					labelOf(file),
					ref,
					text,
					owner === undefined ? (team === undefined ? 'nobody' : `#${team}`) : who(file, owner),
					who(file, givenBy),
					at(view, givenAt),
					accountable === undefined ? 'nobody was in command' : who(file, accountable),
				]),
			),
		],
		gaps: [
			...gapWhen(
				unowned.length > 0,
				`No one person has these actions of ${incident}: ${refs(unowned)}.`,
				'reassign A… @who, in its log',
			),
			...gapWhen(
				unled.length > 0,
				`Nobody was in command of ${incident} when these actions were given: ${refs(unled)}.`,
				'a late entry that says who was, with its reason; else it stays so',
			),
		],
	});
});
