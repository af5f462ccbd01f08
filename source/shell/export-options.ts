import {readFile} from 'node:fs/promises';
import type {Entry} from '../entry.ts';
import type {Board} from '../board.ts';
import {type Format, formats} from '../documents/index.ts';
import type {DocumentOptions} from '../documents/options.ts';
import {operationalPeriod, type Period, periodWords} from '../documents/period.ts';
import type {Template} from '../documents/template.ts';
import {roleKeys} from '../duties/staffing/events.ts';
import {isRefusal} from '../refusal.ts';
import type {Instant} from '../time.ts';
import {type Flags, flagName} from './flags.ts';
import {type ExitCode, type Shell, timeOf, UsageError, utf8} from './shell.ts';

type Standing = {readonly board: Board; readonly entries: readonly Entry[]; readonly now: Instant};

/** A file may be a form of some pages; what is larger is no form. */
const largestTemplate = 1024 * 1024;

/** What the flags ask for that the format does not heed: to pass it over in silence would look as if it had been done. */
const refuseUnheeded = (flags: Flags, {name, heeds = []}: Format): void => {
	for (const option of ['template', 'role', 'period'] as const) {
		if (flags[option] !== undefined && !heeds.includes(option)) {
			const able = formats.filter(one => one.heeds?.includes(option)).map(one => one.name);
			throw new UsageError(
				`${name} takes no ${flagName(option)}.`,
				`${able.join(', ')} ${able.length === 1 ? 'does' : 'do'}.`,
			);
		}
	}
};

/** A form by its name, or a file of one's own. */
const templateOf = async (typed: string): Promise<Template> => {
	const [{formNamed}, {readTemplate}, {forms}] = await Promise.all([
		import('../documents/review.ts'),
		import('../documents/template.ts'),
		import('../documents/templates/index.ts'),
	]);
	const form = formNamed(typed.toLowerCase());
	if (form !== undefined) {
		return form;
	}

	const names = forms.map(one => one.name).join(', ');
	let bytes: Uint8Array;
	try {
		bytes = await readFile(typed);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown trouble';
		throw new UsageError(
			code === 'ENOENT' ? `There is no form ${typed}, and no file of that name.` : `${typed} cannot be read (${code}).`,
			`The forms are ${names}; a file of your own is named by its path.`,
		);
	}

	if (bytes.length > largestTemplate) {
		throw new UsageError(`${typed} is larger than a template may be (1 MB).`, 'Name a Markdown file of some pages.');
	}

	const read = readTemplate(utf8(bytes, typed));
	if (isRefusal(read)) {
		throw new UsageError(`${typed}: ${read.refused}`, read.mend);
	}

	return read;
};

const roleOf = (typed: string, {board}: Standing): string => {
	const asked = typed.toLowerCase();
	const teams = [...new Set(board.staffing.teams.map(one => `#${one.name}`))];
	const known: readonly string[] = [...roleKeys, ...teams];
	if (!known.includes(asked)) {
		throw new UsageError(`${typed} is no role, and no sub-team of this incident.`, `There are ${known.join(', ')}.`);
	}

	return asked;
};

const isTimeOfDay = (typed: string): boolean => /^\d{1,2}[:.h]?\d{2}$/u.test(typed.trim());

const example = 'Write --period 09:00..21:00, --period 09:00.. (up to now) or the number of an operational period.';

/** `09:00..21:00`, `09:00..`, `..12:00`, or the number of an operational period. What has only its end begins with the incident. */
const periodAsked = (typed: string, {board, entries, now}: Standing): Period => {
	const {zone, declaredAt, closedAt} = board.declaration;
	if (/^\d{1,4}$/u.test(typed.trim())) {
		const period = operationalPeriod(board, Number(typed));
		if (period === undefined) {
			const {length} = board.rhythm.periods;
			throw new UsageError(
				`There is no operational period ${typed.trim()}.`,
				length === 0 ? `None was started. ${example}` : `There are 1 to ${length}.`,
			);
		}

		return period;
	}

	const [, first, last] = /^(.*?)\.\.(.*)$/su.exec(typed) ?? [];
	if (first === undefined || last === undefined || (first.trim() === '' && last.trim() === '')) {
		throw new UsageError(`--period: ${typed} is no period.`, example);
	}

	// A time of day is one of the incident's: weeks after it nobody means yesterday.
	const until = closedAt ?? now;
	const from =
		first.trim() === ''
			? (declaredAt ?? now)
			: timeOf(first, '--period', {now: isTimeOfDay(first) ? until : now, zone});
	// The end is the next such time after the beginning: a period may end tomorrow.
	const to = last.trim() === '' ? until : timeOf(last, '--period', {now: from, zone}, 'either');
	if (to < from) {
		throw new UsageError(`--period: ${typed} ends before it begins.`, example);
	}

	const whole: Period = {
		from: entries.reduce((least, {occurredAt}) => (occurredAt < least ? occurredAt : least), declaredAt ?? now),
		to: until,
	};
	if (to < whole.from || from > whole.to) {
		throw new UsageError(
			`--period: ${typed} is ${periodWords({from, to}, zone)}. The incident was at another time: ${periodWords(whole, zone)}.`,
			'Write the day as well: --period "2026-06-02 09:00..2026-06-02 21:00".',
		);
	}

	return {from, to};
};

/** What the flags ask for, as far as the format heeds it. Throws a UsageError for what it does not. */
export const optionsOf = async ({flags}: Shell, format: Format, standing: Standing): Promise<DocumentOptions> => {
	refuseUnheeded(flags, format);
	return {
		pictures: flags.pictures,
		...(flags.template === undefined ? {} : {template: await templateOf(flags.template)}),
		...(flags.role === undefined ? {} : {role: roleOf(flags.role, standing)}),
		...(flags.period === undefined ? {} : {period: periodAsked(flags.period, standing)}),
	};
};

/** Prints the forms, and every name that a template may use. */
export const listTemplates = async ({world}: Shell): Promise<ExitCode> => {
	const [{templatesPage}, {plainText}] = await Promise.all([
		import('../documents/templates-page.ts'),
		import('../documents/plain.ts'),
	]);
	world.print(plainText(templatesPage(), world.columns));
	return 0;
};
