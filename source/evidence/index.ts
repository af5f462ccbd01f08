import type {EvidencePage} from './answer.ts';
import {csf} from './csf.ts';
import {iso524} from './iso-5-24.ts';
import {iso52} from './iso-5-2.ts';
import {iso53} from './iso-5-3.ts';
import {secureByDesign} from './secure-by-design.ts';
import {soc2} from './soc2.ts';

/** Every page of `loggist evidence PAGE`. */
export const evidencePages: readonly EvidencePage[] = [iso52, iso53, iso524, soc2, secureByDesign, csf];
