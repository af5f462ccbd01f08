import type {Profile} from '../profile.ts';
import {moj} from './moj.ts';

export const profiles: Readonly<Record<string, Profile>> = {moj};

/** The profile of that name; the base profile when a ledger names one that this version does not know. */
export const profileNamed = (name: string): Profile => profiles[name] ?? moj;
