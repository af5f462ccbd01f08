import type {RoleKey} from '../duties/staffing/events.ts';
import {activeAssignments} from '../duties/staffing/state.ts';
import {commsDuties} from './comms.ts';
import {deputyDuties} from './deputy.ts';
import {type DutyRole, type DutyView, type RoleDuty, type Standing, dutyRoles} from './duty.ts';
import {expertDuties} from './expert.ts';
import {liaisonDuties} from './liaison.ts';
import {managerDuties} from './manager.ts';
import {secretariatDuties} from './secretariat.ts';

/** The duties of the Ministry of Justice guidance on roles, role by role: what each is, and what the log says of it. */
export const roleDuties: readonly RoleDuty[] = [
	...managerDuties,
	...deputyDuties,
	...secretariatDuties,
	...expertDuties,
	...commsDuties,
	...liaisonDuties,
];

/** A duty of somebody's role, and how it stands. */
export type DutyStanding = {readonly duty: RoleDuty; readonly standing: Standing};

/** The duties of one role, and who holds it. */
export type RoleChecklist = {
	readonly role: DutyRole;
	/** Handles, longest in the role first; empty when nobody holds it. */
	readonly people: readonly string[];
	readonly duties: readonly DutyStanding[];
};

const isDutyRole = (role: RoleKey): role is DutyRole => dutyRoles.some(one => one === role);

const dutyRoleOf = (role: RoleKey): DutyRole => (isDutyRole(role) ? role : 'sme');

/** The duties of those roles, or of all that somebody holds, in board order; an expert's are those of every expert. */
export const checklists = (view: DutyView, roles?: readonly RoleKey[]): readonly RoleChecklist[] => {
	const held = activeAssignments(view.board.staffing);
	const wanted = new Set((roles ?? held.map(one => one.role)).map(role => dutyRoleOf(role)));
	return dutyRoles
		.filter(role => wanted.has(role))
		.map(role => ({
			role,
			people: [...new Set(held.filter(one => dutyRoleOf(one.role) === role).map(one => one.person))],
			duties: roleDuties.filter(one => one.role === role).map(duty => ({duty, standing: duty.stand(view)})),
		}));
};

/** A line as it is shown to be typed: `…` stands for what is still to be said. */
export const lineWords = (line: string): string => (/[ @:]$/u.test(line) ? `${line}…` : line);
