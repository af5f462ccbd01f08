import type {Board} from '../board.ts';
import {actionNamed, isOngoing} from '../duties/actions/state.ts';
import {findingNamed} from '../duties/findings/state.ts';
import {nameOf, personNamed, standingTeams} from '../duties/staffing/state.ts';
import type {Offer} from '../rule.ts';
import type {PaneName} from './layout.ts';
import type {Menu} from './session.ts';

/** A deed for those of the subjects that it can be done to; nothing where that is none of them. */
const offer = (
	label: string,
	subjects: readonly string[],
	canBe: (subject: string) => boolean,
	line: (named: string) => string,
): readonly Offer[] => {
	const meant = subjects.filter(canBe);
	return meant.length === 0
		? []
		: [
				{
					// What is left out is said before the line is read.
					label: meant.length === subjects.length ? label : `${label} (${meant.length} of ${subjects.length})`,
					line: line(meant.join(' ')),
				},
			];
};

const actionOffers = (refs: readonly string[], {actions}: Board): readonly Offer[] => {
	const isOpen = (ref: string) => actionNamed(actions, ref)?.status === 'open';
	const goesOn = (ref: string) => {
		const found = actionNamed(actions, ref);
		return found !== undefined && isOngoing(found);
	};
	const lacksResult = (ref: string) => {
		const found = actionNamed(actions, ref);
		return goesOn(ref) || (found?.status === 'done' && found.result === undefined);
	};

	return [
		...offer('understood', refs, isOpen, named => `ack ${named}`),
		...offer('done, they succeeded', refs, lacksResult, named => `done ${named} result:success `),
		...offer('done, they failed', refs, lacksResult, named => `done ${named} result:failure `),
		...offer('more time', refs, goesOn, named => `extend ${named} by `),
		...offer('another owner', refs, goesOn, named => `reassign ${named} @`),
		...offer('cancel', refs, goesOn, named => `cancel ${named} because `),
	];
};

const findingOffers = (refs: readonly string[], {findings}: Board): readonly Offer[] => {
	const certaintyOf = (ref: string) => findingNamed(findings, ref)?.certainty;
	const isOpen = (ref: string) => ['suspected', 'unknown'].includes(certaintyOf(ref) ?? '');
	return [
		...offer('confirmed', refs, isOpen, named => `confirm ${named} `),
		...offer(
			'refuted',
			refs,
			ref => isOpen(ref) || certaintyOf(ref) === 'known',
			named => `refute ${named} because `,
		),
	];
};

const peopleOffers = (handles: readonly string[], {staffing}: Board): readonly Offer[] => {
	const isHere = (handle: string) => {
		const found = personNamed(staffing, handle.slice(1));
		return found !== undefined && found.releasedAt === undefined;
	};

	return [
		...standingTeams(staffing).flatMap(({name}) =>
			offer(`move into #${name}`, handles, isHere, named => `join ${name} ${named}`),
		),
		...offer('split off a sub-team, the first leads', handles, isHere, named => `split ${named} `),
		...offer('release', handles, isHere, named => `release ${named}`),
	];
};

/** What a row says besides its name. */
const wordsOf = (subject: string, {actions, findings, staffing}: Board): string =>
	subject.startsWith('@')
		? nameOf(staffing, subject.slice(1))
		: `${subject} ${(actionNamed(actions, subject) ?? findingNamed(findings, subject))?.text ?? ''}`;

const offersOf: Partial<Readonly<Record<PaneName, (subjects: readonly string[], board: Board) => readonly Offer[]>>> = {
	actions: actionOffers,
	'own actions': actionOffers,
	'to complete': actionOffers,
	findings: findingOffers,
	untested: findingOffers,
	roles: peopleOffers,
};

/** What may be done with all of the marked rows at once, or with as many of them as it says. */
export const batchMenu = (pane: PaneName, subjects: readonly string[], board: Board): Menu => ({
	title: `${subjects.length} marked`,
	text: subjects.map(subject => wordsOf(subject, board)).join(' · '),
	offers: offersOf[pane]?.(subjects, board) ?? [],
	selected: 0,
});
