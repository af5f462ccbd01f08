import type {Path} from '../files/yaml.ts';
import type {Profile} from '../profile.ts';
import type {Tell} from './check-references.ts';
import type {DraftInject} from './draft.ts';
import {type Expectation, readExpectation} from './expectation.ts';
import {type Limit, readLimit, readOffset, spanWords} from './offset.ts';
import type {Inject, When} from './scenario.ts';

const whenOf = (at: string, path: Path, tell: Tell): When => {
	if (at === 'by hand') {
		return {type: 'hand'};
	}

	if (at === 'if missed') {
		return {type: 'missed'};
	}

	const after = readOffset(at);
	if (after === undefined) {
		tell(path, `must be an offset as +5m or +1h30m, by hand, or if missed; not ${at}`);
	}

	return {type: 'offset', after: after ?? 0};
};

/** One expectation, or none where it cannot be read. */
export const expectationOf = (
	line: string,
	path: Path,
	{profile, tell}: {readonly profile: Profile | undefined; readonly tell: Tell},
): readonly Expectation[] => {
	const found = readExpectation(line);
	if ('wrong' in found) {
		tell(path, found.wrong);
		return [];
	}

	const {query} = found;
	if (query.type === 'answer' && profile?.off.includes(query.rule) === true) {
		tell(path, `names the rule ${query.rule}, which the doctrine ${profile.name} does not hold`);
	}

	return [found];
};

/** A limit that nobody can keep: after the end of the drill, or before its inject. */
const limitTrouble = ({since, after}: Limit, when: When | undefined, duration: number): string | undefined => {
	const delivered = when?.type === 'offset' ? when.after : 0;
	const due = since === 'start' ? after : delivered + after;
	if (due > duration) {
		return `is due at +${spanWords(due)}, after the end: the drill takes ${spanWords(duration)}`;
	}

	return due < delivered ? `is due at +${spanWords(due)}, before its inject at +${spanWords(delivered)}` : undefined;
};

/** The parts of an inject that are more than text: its time, its limit and what is expected. */
export type ReadInject = Pick<Inject, 'when' | 'limit' | 'expected'>;

/** Reads them; what cannot be is told. `duration` is the drill's, infinite where it cannot be read. */
export const readInject = (
	{at, by, expected}: DraftInject,
	index: number,
	{duration, profile, tell}: {readonly duration: number; readonly profile: Profile | undefined; readonly tell: Tell},
): ReadInject => {
	const here: Path = ['injects', index];
	const when: When = at === undefined ? {type: 'hand'} : whenOf(at, [...here, 'at'], tell);
	const isInTime = when.type !== 'offset' || when.after <= duration;
	if (!isInTime) {
		tell([...here, 'at'], `is after the end: the drill takes ${spanWords(duration)}`);
	}

	const limit = by === undefined ? undefined : readLimit(by);
	if (by !== undefined && limit === undefined) {
		tell([...here, 'by'], `must be an offset as +20m, or a span after the inject as 15m; not ${by}`);
	}

	/** Where the inject itself is too late, its limits are as well: that is said once. */
	const judge = (found: Limit | undefined, path: Path) => {
		const trouble = found === undefined || !isInTime ? undefined : limitTrouble(found, when, duration);
		if (trouble !== undefined) {
			tell(path, trouble);
		}
	};

	judge(limit, [...here, 'by']);
	const read = expected.flatMap(({place, text}) => {
		const path: Path = [...here, 'expected', place];
		const found = expectationOf(text, path, {profile, tell});
		judge(found[0]?.limit, path);
		return found;
	});
	return {when, limit, expected: read};
};
