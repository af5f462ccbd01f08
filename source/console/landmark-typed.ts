import {type LandmarkKind, landmarkKinds} from '../replay/landmarks.ts';

/** Which landmark a line means: `decision` the next one, `-decision` the one before; undefined: none. */
export const landmarkTyped = (text: string): {readonly kind: LandmarkKind; readonly by: 1 | -1} | undefined => {
	const {way, named} = /^(?<way>-|previous\s+|next\s+)?(?<named>[a-z]+)$/iu.exec(text.trim())?.groups ?? {};
	const kind = landmarkKinds.find(one => one === named?.toLowerCase());
	return kind === undefined ? undefined : {kind, by: way === undefined || /^next/iu.test(way) ? 1 : -1};
};
