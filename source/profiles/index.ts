import {own} from '../own.ts';
import type {Profile} from '../profile.ts';
import {ics} from './ics.ts';
import {imag} from './imag.ts';
import {moj} from './moj.ts';
import {pagerduty} from './pagerduty.ts';

/** The doctrines that the program brings along; `moj` is the base. */
export const profiles: Readonly<Record<string, Profile>> = {moj, pagerduty, ics, imag};

/** The profile of that name; the base profile when a ledger names one that this version does not know. */
export const profileNamed = (name: string): Profile => own(profiles, name) ?? moj;
