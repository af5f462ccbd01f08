import type {Duty, RefKind} from '../duty.ts';
import {actions} from './actions/index.ts';
import {decisions} from './decisions/index.ts';
import {declaration} from './declaration/index.ts';
import {findings} from './findings/index.ts';
import {record} from './record/index.ts';
import {staffing} from './staffing/index.ts';
import {communications} from './communications/index.ts';
import {escalation} from './escalation/index.ts';
import {notifications} from './notifications/index.ts';
import {rhythm} from './rhythm/index.ts';
import {handover} from './handover/index.ts';
import {evidence} from './evidence/index.ts';
import {exercise} from './exercise/index.ts';
import {review} from './review/index.ts';

/** The muster: every duty, in board order. */
export const duties: readonly Duty[] = [
	declaration,
	staffing,
	actions,
	findings,
	decisions,
	communications,
	escalation,
	notifications,
	rhythm,
	handover,
	evidence,
	record,
	review,
	exercise,
];

/** Every verb, in the order of the muster. */
export const commands = duties.flatMap(duty => duty.commands);

/** Every rule of doctrine, in the order of the muster. */
export const rules = duties.flatMap(duty => duty.rules);

/** Everything that has a ref, by its letter. */
export const refKinds: ReadonlyMap<string, RefKind> = new Map(
	duties.flatMap(duty => duty.refs.map(kind => [kind.letter, kind] as const)),
);

/** The duty that owns a kind of event. */
export const dutyOf: ReadonlyMap<string, Duty> = new Map(
	duties.flatMap(duty => duty.kinds.map(kind => [kind, duty] as const)),
);
