import path from 'node:path';
import type {Desk} from '../desk.ts';
import {type Format, formats} from '../documents/index.ts';
import {type Refusal, refuse} from '../refusal.ts';

/** A document that is to be written: in which form, and where. */
export type Wanted = {readonly format: Format; readonly file: string};

const names = (): string => formats.map(one => one.name).join(', ');

/** A path as a person types it: `~` is their home, quotes hold it together. */
const pathTyped = (typed: string, home: string): string => {
	const bare = typed.replace(/^(["'])(.*)\1$/su, '$2');
	return bare === '~' || bare.startsWith('~/') ? path.join(home, bare.slice(1)) : bare;
};

/** What a document is called where no name is given: `INC-2026-0001.md`, `INC-2026-0001-sitrep.md`. */
const usualName = ({name, extension}: Format, incident: string): string =>
	`${incident.replaceAll(/[^\w-]/gu, '_')}${name === 'markdown' ? '' : `-${name}`}.${extension}`;

/** Reads what stands after `/export`. Only what the person typed leads to another folder. */
export const wantedOf = (typed: string, incident: string, home: string): Wanted | Refusal => {
	const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/su.exec(typed.trim()) ?? [];
	const format = formats.find(one => one.name === word.toLowerCase());
	if (format === undefined) {
		return refuse(
			word === '' ? 'Export what?' : `There is no format ${word}.`,
			`/export FORMAT FILE, with FORMAT one of ${names()}.`,
		);
	}

	return {format, file: path.resolve(rest === '' ? usualName(format, incident) : pathTyped(rest, home))};
};

/**
 * Writes the incident as it stands to the file. Never over one that is there.
 * @throws UsageError when the file cannot be written, with how to mend it.
 */
export const writeExport = async ({format, file}: Wanted, desk: Desk, version: string): Promise<void> => {
	const {piecesOf, writeTo} = await import('../shell/export.ts');
	const {board, now} = desk.situation();
	const options = {pictures: true};
	const view = {board, entries: desk.entries(), now, prompts: desk.prompts(), version, options};
	await writeTo(file, piecesOf(format, view), false);
};
