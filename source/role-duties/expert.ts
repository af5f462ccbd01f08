import type {Board} from '../board.ts';
import {type Action, openActions, withoutResult} from '../duties/actions/state.ts';
import {isOpen} from '../duties/declaration/state.ts';
import {hasBeenExpert, holders, incidentManager} from '../duties/staffing/state.ts';
import {type RoleDuty, acknowledgementOwed, reportOwed, standing} from './duty.ts';

const instructionOwed = ({actions, staffing}: Board): string | undefined => {
	const staff = new Set(
		(['im', 'deputy', 'secretariat'] as const).flatMap(role => holders(staffing, role)).map(one => one.person),
	);
	const alone = openActions(actions).find(
		({owner, givenBy, on}) => on === undefined && owner !== undefined && owner === givenBy && !staff.has(owner),
	);
	return alone && (incidentManager(staffing) === undefined ? `cancel ${alone.ref} because ` : `instruct ${alone.ref}`);
};

/** What every expert has to do, and what the log says of it. */
export const expertDuties: readonly RoleDuty[] = [
	{
		key: 'investigate',
		role: 'sme',
		duty: 'Investigates and remedies as instructed',
		brief: 'Investigate as instructed',
		stand(view) {
			const {actions, staffing, declaration} = view.board;
			const isTheirs = ({owner}: Action): boolean => owner !== undefined && hasBeenExpert(staffing, owner);
			const ended = withoutResult(actions).find(isTheirs);
			return standing({
				owed:
					reportOwed(view, isTheirs) ?? acknowledgementOwed(view, isTheirs) ?? (ended && `done ${ended.ref} result:`),
				isAsked: isOpen(declaration),
				isShown: actions.some(one => isTheirs(one) && (one.acknowledgedAt !== undefined || one.status === 'done')),
			});
		},
	},
	{
		key: 'recommend',
		role: 'sme',
		duty: 'Recommends to the group before doing anything',
		brief: 'Recommend before doing',
		stand: ({board}) =>
			standing({
				owed: instructionOwed(board),
				isAsked: isOpen(board.declaration),
				isShown: board.decisions.recommendations.length > 0 || board.actions.some(one => one.on !== undefined),
			}),
	},
];
