import type {Duty} from '../duty.ts';
import {actions} from './actions/index.ts';
import {decisions} from './decisions/index.ts';
import {declaration} from './declaration/index.ts';
import {findings} from './findings/index.ts';
import {record} from './record/index.ts';
import {staffing} from './staffing/index.ts';

/** The muster: every duty, in board order. */
export const duties: readonly Duty[] = [declaration, staffing, actions, findings, decisions, record];

/** Every verb, in the order of the muster. */
export const commands = duties.flatMap(duty => duty.commands);

/** Every rule of doctrine, in the order of the muster. */
export const rules = duties.flatMap(duty => duty.rules);

/** The duty that owns a kind of event. */
export const dutyOf: ReadonlyMap<string, Duty> = new Map(
	duties.flatMap(duty => duty.kinds.map(kind => [kind, duty] as const)),
);
