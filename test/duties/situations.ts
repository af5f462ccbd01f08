import {actionsSituations} from './actions/situations.ts';
import {communicationsSituations} from './communications/situations.ts';
import {decisionsSituations} from './decisions/situations.ts';
import {declarationSituations} from './declaration/situations.ts';
import {escalationSituations} from './escalation/situations.ts';
import {evidenceSituations} from './evidence/situations.ts';
import {exerciseSituations} from './exercise/situations.ts';
import {findingsSituations} from './findings/situations.ts';
import {handoverSituations} from './handover/situations.ts';
import {notificationsSituations} from './notifications/situations.ts';
import {recordSituations} from './record/situations.ts';
import {reviewSituations} from './review/situations.ts';
import {rhythmSituations} from './rhythm/situations.ts';
import {staffingSituations} from './staffing/situations.ts';
import type {Situation} from '../support/situation.ts';
import {full, type Story} from '../support/spec.ts';

const rooms = [
	declarationSituations,
	staffingSituations,
	actionsSituations,
	findingsSituations,
	decisionsSituations,
	recordSituations,
	communicationsSituations,
	escalationSituations,
	notificationsSituations,
	rhythmSituations,
	handoverSituations,
	evidenceSituations,
	reviewSituations,
	exerciseSituations,
];

/** Boards on which each verb's example can be carried out; the others can on the common one. */
export const stages: Readonly<Record<string, Story>> = Object.assign({}, ...rooms.map(one => one.stages));

export const stageOf = (verb: string): Story => stages[verb] ?? full;

/** Where each rule asks about one subject. G1 never asks. */
export const situations: Readonly<Record<string, Situation>> = Object.assign({}, ...rooms.map(one => one.situations));
