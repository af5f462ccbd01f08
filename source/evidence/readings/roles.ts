import {called, hasLeft, holdersOn, isToBeNamed, memberNamed, personCalled} from '../../responsibilities/names.ts';
import {unheld, unrecorded} from '../../responsibilities/page.ts';
import type {Coverage, Holder, Responsibilities, Role} from '../../responsibilities/shape.ts';
import {answer, finding, type Gap, gapWhen, ofMatrix} from '../answer.ts';
import {dayOf} from '../view.ts';

type Held = {readonly role: Role; readonly holder: Holder; readonly name: string};

const heldRoles = (matrix: Responsibilities, day: string): readonly Held[] =>
	matrix.roles.flatMap(role =>
		holdersOn(role, day).map(holder => ({role, holder, name: personCalled(matrix, holder.person)})),
	);

/** One gap for each who lacks it: `When Priya Shah was appointed as Security manager is not recorded.` */
const missing = (
	held: readonly Held[],
	lacks: (one: Held) => boolean,
	say: (one: Held) => string,
	fill: string,
): readonly Gap[] => held.filter(lacks).map(one => ({lacks: say(one), fill}));

/** A named person for each role, with post and contact; whoever has left is said to have left. */
export const whoHolds = ofMatrix((matrix, view) => {
	const day = dayOf(view);
	return answer({
		found: [
			finding(
				'Roles and who holds them',
				['Role', 'Held by', 'Post', 'Contact of record'],
				matrix.roles.flatMap(role => {
					const holders = holdersOn(role, day);
					return holders.length === 0
						? [[role.title, unheld(role), '', '']]
						: holders.map(({person}) => {
								const known = memberNamed(matrix, person);
								return [
									role.title,
									`${personCalled(matrix, person)}${hasLeft(matrix, person, day) ? ' (has left)' : ''}`,
									known?.post ?? unrecorded,
									known?.contact ?? unrecorded,
								];
							});
				}),
			),
		],
		gaps: [
			...matrix.roles
				.filter(role => isToBeNamed(role) && holdersOn(role, day).length === 0)
				.map(({title}) => ({
					lacks: `Nobody is named for the role ${title}.`,
					fill: 'holders, under the role in the responsibilities file',
				})),
			...heldRoles(matrix, day)
				.filter(({holder}) => hasLeft(matrix, holder.person, day))
				.map(({role, name}) => ({
					lacks: `${name}, who holds ${role.title}, has left the organisation.`,
					fill: 'a new holder for the role',
				})),
			...heldRoles(matrix, day)
				.filter(({holder}) => memberNamed(matrix, holder.person)?.contact === undefined)
				.map(({role, name}) => ({
					lacks: `The contact of record of ${name} (${role.title}) is not recorded.`,
					fill: 'contact, under people in the responsibilities file',
				})),
		],
	});
});

/** Whether somebody answers for what a standard asks for by name: a gap where no task takes care of it. */
export const covers = (coverage: Coverage, words: string) =>
	ofMatrix((matrix, view) => {
		const day = dayOf(view);
		const tasks = matrix.tasks.filter(one => one.covers.includes(coverage));
		const holdersOfRole = (word: string): string => {
			const role = matrix.roles.find(one => one.title === called(matrix, word));
			return role === undefined
				? called(matrix, word)
				: holdersOn(role, day)
						.map(({person}) => personCalled(matrix, person))
						.join(', ') || unheld(role);
		};
		return answer({
			found: [
				finding(
					`Assigned: ${words}`,
					['Task', 'Responsible', 'Accountable', 'Held by'],
					tasks.map(({task, responsible, accountable}) => [
						task,
						responsible.map(word => called(matrix, word)).join(', ') || 'nobody',
						accountable.map(word => called(matrix, word)).join(', ') || 'nobody',
						accountable.map(word => holdersOfRole(word)).join(', '),
					]),
				),
			],
			gaps: [
				...gapWhen(
					tasks.length === 0,
					`No task takes care of ${words}.`,
					`a task with covers: [${coverage}] in the responsibilities file`,
				),
				...tasks.flatMap(({task, responsible, accountable}) => [
					...gapWhen(responsible.length === 0, `Nobody is responsible for “${task}”.`, 'responsible, under the task'),
					...gapWhen(accountable.length === 0, `Nobody is accountable for “${task}”.`, 'accountable, under the task'),
				]),
			],
		});
	});

const heldBy = ({role, name}: Held): string => `${name} (${role.title})`;

const fill = (field: string): string => `${field}, under holders of the role in the responsibilities file`;

/** When each holder was appointed, by whom, and when they accepted. */
export const whenAppointed = ofMatrix((matrix, view) => {
	const held = heldRoles(matrix, dayOf(view));
	return answer({
		found: [
			finding(
				'Appointments',
				['Role', 'Person', 'Appointed on', 'Appointed by', 'Accepted on', 'Until'],
				matrix.roles.flatMap(role =>
					role.holders.map(({person, appointed, appointedBy, accepted, until}) => [
						role.title,
						personCalled(matrix, person),
						appointed ?? unrecorded,
						appointedBy === undefined ? unrecorded : called(matrix, appointedBy),
						accepted ?? unrecorded,
						until ?? 'in role',
					]),
				),
			),
		],
		gaps: [
			...gapWhen(held.length === 0, 'No appointment to a role is recorded.', fill('appointed')),
			...missing(
				held,
				({holder}) => holder.appointed === undefined,
				one => `When ${heldBy(one)} was appointed is not recorded.`,
				fill('appointed'),
			),
			...missing(
				held,
				({holder}) => holder.appointedBy === undefined,
				one => `Who appointed ${heldBy(one)} is not recorded.`,
				fill('appointedBy'),
			),
			...missing(
				held,
				({holder}) => holder.accepted === undefined,
				one => `When ${heldBy(one)} accepted is not recorded.`,
				fill('accepted'),
			),
		],
	});
});

/** When, how and to whom each appointment was made known, and who said that they know. */
export const howMadeKnown = ofMatrix((matrix, view) => {
	const held = heldRoles(matrix, dayOf(view));
	const where = 'madeKnown (on, how, to) and acknowledged, under holders of the role in the responsibilities file';
	return answer({
		found: [
			finding(
				'Made known',
				['Role', 'Person', 'On', 'How', 'To', 'Acknowledged by'],
				held
					.filter(({holder}) => holder.madeKnown !== undefined || holder.acknowledged.length > 0)
					.map(({role, name, holder: {madeKnown, acknowledged}}) => [
						role.title,
						name,
						madeKnown?.on ?? unrecorded,
						madeKnown?.how ?? unrecorded,
						madeKnown?.to.map(word => called(matrix, word)).join(', ') || unrecorded,
						acknowledged.map(({who, on}) => `${called(matrix, who)} (${on ?? 'the day is not recorded'})`).join(', ') ||
							unrecorded,
					]),
			),
		],
		gaps: [
			...gapWhen(held.length === 0, 'Nobody is named whose role could be made known.', where),
			...held.flatMap(({role, name, holder: {madeKnown, acknowledged}}) => {
				const parts = [
					...(madeKnown?.on === undefined ? ['when'] : []),
					...(madeKnown?.how === undefined ? ['how'] : []),
					...(madeKnown === undefined || madeKnown.to.length === 0 ? ['to whom'] : []),
				];
				return [
					...gapWhen(
						parts.length > 0,
						`It is not recorded ${parts.join(', ')} it was made known that ${name} is ${role.title}.`,
						where,
					),
					...gapWhen(
						acknowledged.length === 0,
						`Nobody is recorded who acknowledged that ${name} is ${role.title}.`,
						where,
					),
				];
			}),
		],
	});
});

/** What the file says of the job descriptions: it cannot be proved here. */
export const jobDescriptions = ofMatrix(matrix => {
	const reporting = matrix.tasks.filter(one => one.covers.includes('reporting')).flatMap(one => one.accountable);
	const roles = matrix.roles.filter(
		role => role.jobDescription !== undefined || reporting.some(word => called(matrix, word) === role.title),
	);
	const isCovered = roles.some(({jobDescription}) => jobDescription?.reportsPerformance === true);
	const where = 'jobDescription (reference, reportsPerformance), under the role in the responsibilities file';
	return answer({
		said: ['This is what the file says; the job description itself must be looked at.'],
		found: [
			finding(
				'Job descriptions',
				['Role', 'Covers reporting to top management', 'Document'],
				roles
					.filter(({jobDescription}) => jobDescription !== undefined)
					.map(({title, jobDescription}) => [
						title,
						jobDescription?.reportsPerformance === undefined
							? unrecorded
							: jobDescription.reportsPerformance
								? 'yes'
								: 'no',
						jobDescription?.reference ?? unrecorded,
					]),
			),
		],
		gaps: [
			...gapWhen(
				!isCovered,
				'No job description is named that covers reporting the performance of the management system to top management.',
				where,
			),
		],
	});
});

/** Who wrote the text of the roles, who approved it, and how old it is: templates that nobody owns are distrusted. */
export const whoWroteIt = ofMatrix(matrix => {
	const fields = [
		['Written by', matrix.author, 'author'],
		['Owner', matrix.owner, 'owner'],
		['Approved by', matrix.approver, 'approver'],
		['Approved on', matrix.approved, 'approved'],
		['Version', matrix.version, 'version'],
		['Last updated', matrix.updated, 'updated'],
	] as const;
	return answer({
		found: [
			finding(
				'The text',
				['Field', 'Value'],
				fields.map(([name, value]) => [name, value === undefined ? unrecorded : called(matrix, value)]),
			),
		],
		gaps: fields
			.filter(([, value]) => value === undefined)
			.map(([name, , field]) => ({
				lacks: `${name}: not recorded.`,
				fill: `${field}, at the top of the responsibilities file`,
			})),
	});
});

/** What each role is responsible for, in writing. */
export const writtenResponsibilities = ofMatrix((matrix, view) => {
	const day = dayOf(view);
	return answer({
		found: [
			finding(
				'Roles and their responsibilities',
				['Role', 'Held by', 'Responsibilities'],
				matrix.roles.map(role => [
					role.title,
					holdersOn(role, day)
						.map(({person}) => personCalled(matrix, person))
						.join(', ') || unheld(role),
					role.responsibilities.join('; ') || unrecorded,
				]),
			),
		],
		gaps: [
			...gapWhen(matrix.roles.length === 0, 'The file names no roles.', 'roles, in the responsibilities file'),
			...matrix.roles
				.filter(({responsibilities}) => responsibilities.length === 0)
				.map(({title}) => ({
					lacks: `What ${title} is responsible for is not written down.`,
					fill: 'responsibilities, under the role',
				})),
		],
	});
});
