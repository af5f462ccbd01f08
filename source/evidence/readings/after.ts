import {custodyLacks} from '../../duties/evidence/state.ts';
import {isOngoing} from '../../duties/actions/state.ts';
import {answer, finding, gapWhen} from '../answer.ts';
import {at, isFalseAlarm, labelOf, lookedAt, who} from '../view.ts';
import {ofSample} from './of-sample.ts';

const refs = (found: readonly {readonly ref: string}[]): string => found.map(one => one.ref).join(', ');

/** What was learnt, and whether the work that follows from it was done. */
export const lessonsActioned = ofSample((file, view) => {
	const {review, declaration, incident} = file.board;
	const {lessons, followUps, steps} = review;
	const loose = lessons.filter(({ref}) => !followUps.some(one => one.lesson === ref));
	const open = followUps.filter(one => one.doneAt === undefined);
	const late = open.filter(({due}) => due !== undefined && due < lookedAt(view));
	// A false alarm may teach nothing: it is asked for no lesson.
	const isReviewed = declaration.closedAt !== undefined && !isFalseAlarm(file);
	return answer({
		found: [
			finding(
				'Lessons',
				['Incident', 'Lesson', 'What', 'At', 'By', 'Followed by'],
				lessons.map(({ref, text, at: when, by}) => [
					labelOf(file),
					ref,
					text,
					at(view, when),
					who(file, by),
					refs(followUps.filter(one => one.lesson === ref)) || 'nothing',
				]),
			),
			finding(
				'Follow-ups',
				['Incident', 'Follow-up', 'What', 'Owner', 'Due', 'Done'],
				followUps.map(({ref, text, owner, due, doneAt}) => [
					labelOf(file),
					ref,
					text,
					owner === undefined ? 'nobody' : who(file, owner),
					due === undefined ? 'not recorded' : at(view, due),
					doneAt === undefined ? 'open' : at(view, doneAt),
				]),
			),
		],
		gaps: [
			...gapWhen(
				isReviewed && steps.held === undefined,
				`That the post-incident review of ${incident} was held is not in its log.`,
				'held …, in its log',
			),
			...gapWhen(isReviewed && lessons.length === 0, `No lesson of ${incident} is recorded.`, 'lesson …, in its log'),
			...gapWhen(
				loose.length > 0,
				`Nothing follows from these lessons of ${incident}: ${refs(loose)}.`,
				'followup … from:L…, in its log',
			),
			...gapWhen(
				open.length > late.length,
				`These follow-ups of ${incident} are open: ${refs(open.filter(one => !late.includes(one)))}.`,
				'followed U…, in its log, when they are done',
			),
			...gapWhen(
				late.length > 0,
				`These follow-ups of ${incident} are overdue: ${refs(late)}.`,
				'followed U…, in its log, when they are done',
			),
			...gapWhen(
				declaration.closedAt === undefined && lessons.length === 0,
				`${incident} is open: no lesson is recorded yet.`,
				'lesson …, in its log',
			),
		],
	});
});

/** Every exhibit with who took it, who keeps it, and each time it changed hands. */
export const exhibits = ofSample((file, view) => {
	const {evidence, incident} = file.board;
	const lacking = evidence.items.flatMap(item => {
		const lacks = [...custodyLacks(item), ...(item.hash === undefined ? ['digest'] : [])];
		return lacks.length === 0 ? [] : [`${item.ref} (${lacks.join(', ')})`];
	});
	return answer({
		found: [
			finding(
				'Exhibits',
				['Incident', 'Exhibit', 'What', 'Taken', 'By', 'Kept by', 'Digest', 'Changed hands'],
				evidence.items.map(({ref, text, takenAt, takenBy, custodian, hash, custody}) => [
					labelOf(file),
					ref,
					text,
					at(view, takenAt),
					takenBy === undefined ? 'not recorded' : who(file, takenBy),
					custodian === undefined ? 'not recorded' : who(file, custodian),
					hash ?? 'not recorded',
					custody
						.map(
							({at: when, from, to, text: why}) =>
								`${at(view, when)} ${from === undefined ? '' : `${who(file, from)} `}to ${who(file, to)}${why === undefined ? '' : `: ${why}`}`,
						)
						.join('; '),
				]),
			),
		],
		gaps: [
			...gapWhen(
				evidence.items.length === 0 && !isFalseAlarm(file),
				`No exhibit is recorded in ${incident}; whether evidence was kept elsewhere, its log cannot say.`,
				'exhibit …, in its log; or the register in which it was kept',
			),
			...gapWhen(
				lacking.length > 0,
				`The chain of custody of ${incident} lacks: ${lacking.join(', ')}.`,
				'custody X… and the digest of the exhibit, in its log',
			),
		],
	});
});

/** Every action with who did it, when, and how it ended. */
export const actionsRecorded = ofSample((file, view) => {
	const {actions, incident} = file.board;
	const unended = actions.filter(isOngoing);
	const unsaid = actions.filter(one => one.status === 'done' && one.result === undefined);
	const unowned = actions.filter(one => one.owner === undefined);
	return answer({
		found: [
			finding(
				'Actions',
				['Incident', 'Action', 'What', 'Owner', 'Given by', 'Given', 'Ended', 'Result'],
				actions.map(({ref, text, owner, team, givenBy, givenAt, endedAt, status, result, outcome}) => [
					labelOf(file),
					ref,
					text,
					owner === undefined ? (team === undefined ? 'nobody' : `#${team}`) : who(file, owner),
					who(file, givenBy),
					at(view, givenAt),
					endedAt === undefined ? 'not yet' : at(view, endedAt),
					[status === 'cancelled' ? 'cancelled' : result, outcome].filter(one => one !== undefined).join(': ') ||
						'not recorded',
				]),
			),
		],
		gaps: [
			...gapWhen(
				actions.length === 0 && !isFalseAlarm(file),
				`No action is recorded in ${incident}.`,
				'action …, in its log',
			),
			...gapWhen(
				unowned.length > 0,
				`Nobody owns these actions of ${incident}: ${refs(unowned)}.`,
				'reassign A… @who, in its log',
			),
			...gapWhen(
				unsaid.length > 0,
				`Of these actions of ${incident} it is not recorded whether they succeeded: ${refs(unsaid)}.`,
				'done A… result:success, or result:failure, in its log',
			),
			...gapWhen(
				unended.length > 0,
				`These actions of ${incident} have not ended: ${refs(unended)}.`,
				'done A…, in its log',
			),
		],
	});
});
