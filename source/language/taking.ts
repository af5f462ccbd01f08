import type {Field} from '../command.ts';
import {standingTeams} from '../duties/staffing/state.ts';
import {isRefusal, type Refusal, refuse, unreadable} from '../refusal.ts';
import {elapsed, hour, type Instant, isZone} from '../time.ts';
import type {Moment} from './moment.ts';
import {handleFor, isCalled, peopleMeant, personMeant, rosterMeant} from './people.ts';
import {type Read, readEntryNumber, readRef, readTeamName} from './positions.ts';
import {freeField, place, type State, type Taken} from './state.ts';
import {unquoted, type Word} from './tokens.ts';
import {readTimePrefix} from './when/index.ts';

const isName = (typed: string): boolean => /[\p{L}\p{N}]/u.test(typed);

/** Somebody who joins by this line; a handle of theirs on the roster is kept where nobody has it. */
const welcome = (state: State, name: string, wanted: string | undefined): string => {
	const {people, roster} = state.moment.board.staffing;
	const known = state.newcomers.find(one => isCalled(one, name));
	if (known !== undefined) {
		return known.handle;
	}

	const taken = new Set([...people, ...state.newcomers].map(one => one.handle));
	const handle =
		wanted !== undefined && !taken.has(wanted)
			? wanted
			: // A handle of the roster stays free for whom it belongs to.
				handleFor(name, new Set([...taken, ...roster.map(one => one.handle)]));
	state.newcomers.push({handle, name});
	return handle;
};

/** Who is meant by `@typed`: somebody here, somebody on the roster, or somebody new where the line may add people. */
const handleMeant = (state: State, word: Word, typed: string, welcomes: boolean): string | Refusal => {
	const {staffing} = state.moment.board;
	const {people} = staffing;
	const addedBefore = state.newcomers.find(one => isCalled(one, typed));
	if (addedBefore !== undefined) {
		return addedBefore.handle;
	}

	const isQuoted = word.text.startsWith('@"');
	// A full name that only begins like somebody here is somebody else; one that two people have is refused.
	const isAbsent = isQuoted ? !people.some(one => isCalled(one, typed)) : peopleMeant(people, typed).length === 0;
	const called = isAbsent ? rosterMeant(staffing, typed, isQuoted) : [];
	const [only] = called;
	if (only !== undefined && called.length === 1) {
		return 'joinedAt' in only ? only.handle : welcome(state, only.name, only.handle);
	}

	if (only !== undefined) {
		return refuse(
			`@${typed} may be ${called.map(one => one.name).join(' or ')}.`,
			`Write ${called.map(one => `@${one.handle}`).join(' or ')}.`,
			place(word),
		);
	}

	if (!isAbsent || !(isQuoted || welcomes)) {
		const meant = personMeant(staffing, typed);
		return isRefusal(meant) ? {...meant, where: place(word)} : meant.handle;
	}

	return isName(typed)
		? welcome(state, typed, undefined)
		: refuse(`${typed} is no name.`, 'A name has a letter or a digit in it.', place(word));
};

/** What is said of `@tom/close`: no name has a stroke in it, and a verb behind one is the beginning of another line. */
const refuseJoined = ({commands}: Moment, word: Word, typed: string): Refusal => {
	const [name = '', following = ''] = typed.split('/');
	return commands.some(({verb}) => verb === following.toLowerCase())
		? refuse(
				`${typed}: two lines may have run together.`,
				`/${following.toLowerCase()} begins a line of its own.`,
				place(word),
			)
		: refuse(`${typed} is no name: there is a / in it.`, name === '' ? 'Take it out.' : `Write @${name}.`, place(word));
};

const takePerson = (state: State, word: Word): Taken | Refusal | undefined => {
	const single = freeField(state, field => field.type === 'person');
	const name = single ?? [...state.fields].find(([, field]) => field.type === 'people')?.[0];
	const typed = word.text.startsWith('@') ? unquoted(word.text.slice(1).replace(/[,.;:!?]+$/u, '')) : '';
	if (name === undefined || typed === '') {
		return undefined;
	}

	if (typed.startsWith('"')) {
		return unreadable('The name has no end.', 'Close it with a quote, as @"Sam Ó Briain".', place(word));
	}

	if (!word.text.startsWith('@"') && typed.includes('/')) {
		return refuseJoined(state.moment, word, typed);
	}

	const field = state.fields.get(name);
	const handle = handleMeant(state, word, typed, field?.type === 'person' && field.welcomes === true);
	if (typeof handle !== 'string') {
		return handle;
	}

	if (name === single) {
		state.input.set(name, handle);
	} else {
		const before = (state.input.get(name) ?? []) as readonly string[];
		state.input.set(name, [...new Set([...before, handle])]);
	}

	return {used: 1};
};

const takeTeam = (state: State, word: Word): Taken | undefined => {
	const name = /^#[\p{L}\p{N}]/u.test(word.text) ? freeField(state, field => field.type === 'team') : undefined;
	const read = name === undefined ? undefined : readTeamName(word);
	if (name === undefined || read === undefined || isRefusal(read)) {
		return undefined;
	}

	// A number is a ticket's, unless a sub-team is called so.
	const isTicket =
		/^#\d+$/u.test(word.text) && !standingTeams(state.moment.board.staffing).some(one => one.name === read.value);
	if (isTicket) {
		return undefined;
	}

	state.input.set(name, read.value);
	return {used: 1};
};

const readKeyValue = (field: Field & {readonly type: 'key'}, value: Word, moment: Moment): Read => {
	const {value: wanted} = field;
	switch (wanted.of) {
		case 'choice': {
			const key = Object.keys(wanted.choices).find(one => one.toLowerCase() === value.text.toLowerCase());
			return key === undefined
				? unreadable(
						`${field.key}:${value.text} is not known.`,
						`Choose one of ${Object.keys(wanted.choices)
							.map(one => `${field.key}:${one}`)
							.join(', ')}.`,
						place(value),
					)
				: {value: wanted.choices[key]};
		}

		case 'ref': {
			return readRef(value, wanted.letter, moment);
		}

		case 'entry': {
			// A decision is named by its ref elsewhere: it stands for the entry that made it.
			const decision = moment.board.decisions.decisions.find(one => one.ref === value.text.toUpperCase());
			return decision === undefined ? readEntryNumber(value) : {value: decision.entry};
		}

		case 'zone': {
			return isZone(value.text)
				? {value: value.text}
				: unreadable(`${value.text} is not a time zone.`, 'Name it as Europe/London or UTC.', place(value));
		}

		case 'any': {
			return {value: value.text};
		}
	}
};

const takeKey = (state: State, word: Word): Taken | Refusal | undefined => {
	const [, key, value] = /^([a-z]+):(.+)$/su.exec(word.text) ?? [];
	if (key === undefined || value === undefined) {
		return undefined;
	}

	for (const [name, field] of state.fields) {
		if (field.type === 'key' && field.key === key) {
			if (state.input.has(name)) {
				return unreadable(`${key}: is said twice.`, 'Say it once.', place(word));
			}

			const read = readKeyValue(field, {...word, text: unquoted(value)}, state.moment);
			if (isRefusal(read)) {
				return {...read, where: place(word)};
			}

			state.input.set(name, read.value);
			return {used: 1};
		}
	}

	return undefined;
};

/** The words that a time may follow. */
const heralds: ReadonlySet<string> = new Set(['by', 'until', 'next', 'since', 'at']);

/** The words after `by`, `until` or `at` that may be a time: up to the first literal one. */
const timeWords = (rest: readonly Word[], from: number): readonly string[] => {
	const found: string[] = [];
	for (let index = from; index < rest.length && index < from + 8; index++) {
		const word = rest[index];
		if (word === undefined || word.isLiteral) {
			break;
		}

		found.push(word.text);
	}

	return found;
};

/** A time of day that was this long ago was rather meant as one to come. */
const farBack = 12 * hour;

/** Whether nothing but a time of day was said: no day, no zone, no "ago". */
const isBareClock = (rest: readonly Word[], index: number, used: number): boolean =>
	used === 1 && /^\d{1,2}[:.h]?\d{2}$/u.test(rest[index + 1]?.text ?? '');

/** Whether that was before the incident was declared. */
const isBefore = (at: Instant, {board}: Moment): boolean =>
	board.declaration.declaredAt !== undefined && at < board.declaration.declaredAt;

const takeTime = (state: State, rest: readonly Word[], index: number): Taken | Refusal | undefined => {
	const word = rest[index];
	const said = word?.text.toLowerCase();
	if (word === undefined || said === undefined || !heralds.has(said)) {
		return undefined;
	}

	const name = said === 'at' ? undefined : freeField(state, field => field.type === 'time' && field.word === said);
	if (said === 'at' ? state.isVerbatim || state.occurredAt !== undefined : name === undefined) {
		return undefined;
	}

	const {now, at, today = now, zone} = state.moment;
	const isPast = said === 'at' || said === 'since';
	// A time in the line itself is better known than the one beside it.
	const from = said === 'at' ? now : (at ?? (isPast ? now : today));
	const read = readTimePrefix(timeWords(rest, index + 1), {
		now: from,
		zone,
		direction: isPast ? 'occurred' : 'due',
	});
	if (read === undefined) {
		const next = rest[index + 1];
		// Nobody writes 25:99 for anything but a time.
		return next !== undefined && !next.isLiteral && /^\d{1,2}:\d{2}(?::\d{2})?$/u.test(next.text)
			? unreadable(
					`${next.text} is no time of day.`,
					`Write ${said} 14:30, or put it in quotes to keep it as text.`,
					place(word, next),
				)
			: undefined;
	}

	if ('refused' in read) {
		return {...refuse(read.refused, read.mend), where: place(word, rest[index + read.used] ?? word)};
	}

	if (isPast) {
		const isToCome = isBareClock(rest, index, read.used) && elapsed(read.at, from) > farBack;
		if (isToCome && said === 'at' && isBefore(read.at, state.moment)) {
			// "We reopen at 14:00", said at eleven: nobody means yesterday, before there was an incident.
			return undefined;
		}

		if (isToCome && said === 'since') {
			return {
				...refuse(
					`${rest[index + 1]?.text ?? ''} is still to come today.`,
					`Say the day, if it was before: since yesterday ${rest[index + 1]?.text ?? ''}.`,
				),
				where: place(word, rest[index + read.used] ?? word),
			};
		}
	}

	if (name === undefined) {
		state.occurredAt = read.at;
	} else {
		state.input.set(name, read.at);
	}

	return {used: 1 + read.used};
};

/** Takes the token that begins at a word; undefined when the word is text. */
export const takeToken = (state: State, rest: readonly Word[], index: number): Taken | Refusal | undefined => {
	const word = rest[index];
	return word === undefined || word.isLiteral
		? undefined
		: (takePerson(state, word) ?? takeTeam(state, word) ?? takeKey(state, word) ?? takeTime(state, rest, index));
};
