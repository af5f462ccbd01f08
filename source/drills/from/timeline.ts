import * as v from 'valibot';
import {incidentKinds} from '../../duties/declaration/events.ts';
import {isZone} from '../../time.ts';
import {otherNames, ownNames, personsAmong} from './names.ts';
import {titleOf} from './title.ts';
import {type Beat, playersOf, saying, type Story} from './story.ts';

const free = v.string();

/** The shape of an incident's timeline in JSON, as far as it is read. Keys that are not known are passed over. */
export const timelineSchema = v.object({
	title: free,
	kind: v.optional(v.picklist(incidentKinds)),
	personalData: v.optional(v.boolean()),
	zone: v.optional(v.pipe(free, v.check(isZone, 'must be a time zone'))),
	timeline: v.pipe(
		v.array(
			v.object({
				at: v.pipe(
					free,
					v.check(at => !Number.isNaN(Date.parse(at)), 'must be a moment'),
				),
				actor: free,
				text: free,
				/** Whatever is no deed is told. */
				kind: v.optional(free),
			}),
		),
		v.minLength(1, 'must hold something'),
	),
});

export type Timeline = Readonly<v.InferOutput<typeof timelineSchema>>;

const deeds: ReadonlySet<string | undefined> = new Set(['action', 'decision', 'role']);

/**
 * Who is of the team: whoever did more than they stated, and whoever the title names and only speaks, as the account of
 * a service does that tells its users.
 */
const teamOf = ({title, timeline}: Timeline): ReadonlySet<string> => {
	const actors = [...new Set(timeline.map(one => one.actor))];
	return new Set(
		actors.filter(actor => {
			const own = timeline.filter(one => one.actor === actor);
			const done = own.filter(one => deeds.has(one.kind)).length;
			const stated = own.filter(one => one.kind === 'fact').length;
			const isNamed = actor.split(/[\s.]+/u).some(word => word.length > 3 && title.includes(word));
			return done > stated || (isNamed && own.every(one => one.kind === 'comms'));
		}),
	);
};

const beatOf = (
	{at: typed, actor, text, kind}: Timeline['timeline'][number],
	isTeam: boolean,
	within: (text: string) => string,
): Beat => {
	const at = new Date(typed).toISOString();
	const words = within(text).trim() || 'nothing was said';
	switch (isTeam ? kind : undefined) {
		case 'action': {
			return {type: 'done', at, line: saying('action', words), strand: 'work'};
		}

		case 'decision': {
			return {type: 'done', at, line: saying('decision', words), strand: 'decide'};
		}

		case 'comms': {
			return {type: 'done', at, line: saying('message', words), strand: 'tell'};
		}

		case 'role': {
			return {type: 'done', at, line: 'role im', strand: 'command'};
		}

		default: {
			return {type: 'told', at, text: words, ...(actor.trim() === '' ? {} : {from: actor})};
		}
	}
};

/** The timeline of an incident as a story. */
export const storyOfTimeline = (timeline: Timeline, areNamesKept: boolean): Story => {
	const names = areNamesKept
		? ownNames
		: otherNames(
				[],
				personsAmong(
					timeline.timeline.map(one => one.actor),
					timeline.title,
				),
			);
	const [first] = timeline.timeline;
	const team = teamOf(timeline);
	const {title, kind = 'operational', personalData, zone = 'UTC'} = timeline;
	return {
		title: titleOf(names.within(title)),
		purpose: 'What a team met then, to be met again',
		kind,
		severity: 'S2',
		data: personalData === true ? 'maybe' : 'no',
		zone,
		// Its schema wants one moment at least.
		start: new Date(first?.at ?? 0).toISOString(),
		beats: timeline.timeline.map(one => {
			const beat = beatOf(one, team.has(one.actor), names.within);
			return beat.type === 'told' && beat.from !== undefined ? {...beat, from: names.of(beat.from)} : beat;
		}),
		players: playersOf(),
	};
};
