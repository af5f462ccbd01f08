import {describe, expect, it, onTestFinished} from 'vitest';
import {copyFileSync} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import {migrate, stepsFolder} from '../../source/ledger/migrate.ts';
import {type Announced, openMemoryPresence, type Presence} from '../../source/ledger/presence.ts';
import {openSqlitePresence} from '../../source/ledger/sqlite-presence.ts';
import {openSqliteLedger} from '../../source/ledger/sqlite.ts';
import {later, second} from '../../source/time.ts';
import {incident, notes} from './drafts.ts';
import {asOrdinaryUser, freshFile, freshFolder, rights} from './folder.ts';

const now = '2026-06-02T09:00:00.000Z';

const station = (id: string, change: Partial<Announced> = {}): Announced => ({
	id,
	incident,
	name: 'Priya Shah',
	login: 'priya',
	host: 'desk-1',
	since: now,
	isReadonly: false,
	until: later(now, 30 * second),
	...change,
});

/** A ledger's file, and a way to its presence. */
const ledgerFile = async (): Promise<string> => {
	const file = freshFile();
	const ledger = await openSqliteLedger(file);
	await ledger.append(incident, notes(2), 0);
	onTestFinished(() => ledger.close());
	return file;
};

const opened = (file: string): Presence => {
	const presence = openSqlitePresence(file);
	onTestFinished(() => presence.close());
	return presence;
};

describe.each([
	['in memory', async () => openMemoryPresence()],
	['in a file', async () => opened(await ledgerFile())],
] as const)('presence %s', (_, open) => {
	it('lists nobody before anybody has come', async () => {
		expect(await (await open()).list(now)).toEqual([]);
	});

	it('lists everybody who was announced, the longest there first, as they were announced', async () => {
		const presence = await open();
		const one = station('b', {since: '2026-06-02T08:00:00.000Z', isReadonly: true});
		const others = [station('a', {incident: undefined}), station('c', {name: 'Chen \u001B[2J Wei'})];
		for (const each of [...others, one]) {
			expect(await presence.announce(each, now)).toBe(true);
		}

		expect(await presence.list(now)).toEqual([one, ...others]);
	});

	it('lists one until the moment it named, and longer when it says so again', async () => {
		const presence = await open();
		await presence.announce(station('a'), now);
		expect(await presence.list(later(now, 30 * second - 1))).toHaveLength(1);
		expect(await presence.list(later(now, 30 * second))).toEqual([]);
		await presence.announce(station('a', {until: later(now, 60 * second), incident: 'INC-2'}), now);
		expect(await presence.list(later(now, 45 * second))).toMatchObject([{id: 'a', incident: 'INC-2'}]);
	});

	it('takes away one that withdraws, and nobody else', async () => {
		const presence = await open();
		await presence.announce(station('a'), now);
		await presence.announce(station('b'), now);
		await presence.withdraw('a');
		await presence.withdraw('nobody');
		expect((await presence.list(now)).map(({id}) => id)).toEqual(['b']);
	});
});

describe('presence in a file', () => {
	it('is seen by others, and by those who watch the log', async () => {
		const file = await ledgerFile();
		const ledger = await openSqliteLedger(file);
		onTestFinished(() => ledger.close());
		const {promise: heard, resolve} = Promise.withResolvers<boolean>();
		onTestFinished(ledger.watch(() => resolve(true)));
		const [one, other] = [opened(file), opened(file)];
		await one.announce(station('a'), now);
		expect(await other.list(now)).toMatchObject([{id: 'a'}]);
		expect(await heard).toBe(true);
	});

	it('is no part of the log: entries and verdict stay as they were', async () => {
		const file = await ledgerFile();
		const ledger = await openSqliteLedger(file);
		onTestFinished(() => ledger.close());
		const before = [await ledger.read(incident), await ledger.verify(incident)];
		const presence = opened(file);
		await presence.announce(station('a'), now);
		await presence.withdraw('a');
		expect([await ledger.read(incident), await ledger.verify(incident)]).toEqual(before);
	});

	it('forgets those who ran out when somebody else is announced', async () => {
		const file = await ledgerFile();
		const presence = opened(file);
		await presence.announce(station('a'), now);
		const after = later(now, 31 * second);
		await presence.announce(station('b', {until: later(after, 30 * second)}), after);
		const db = new Database(file, {readonly: true});
		onTestFinished(() => void db.close());
		expect(db.prepare('SELECT id FROM stations').pluck().all()).toEqual(['b']);
	});

	it('gives up at once where another holds the lock, and says so', async () => {
		const file = await ledgerFile();
		const presence = opened(file);
		await presence.list(now);
		const holder = new Database(file);
		onTestFinished(() => void holder.close());
		holder.exec('BEGIN IMMEDIATE');
		expect(await presence.announce(station('a'), now)).toBe(false);
		holder.exec('ROLLBACK');
		expect(await presence.announce(station('a'), now)).toBe(true);
	});

	it('is silent where the file may not be written', async () => {
		const file = await ledgerFile();
		await asOrdinaryUser(async () => {
			const presence = opened(file);
			expect(await presence.announce(station('a'), now)).toBe(false);
			expect(await presence.list(now)).toEqual([]);
		});
	});

	it('is silent where there is no ledger, and makes none', async () => {
		const file = freshFile();
		const presence = opened(file);
		expect(await presence.announce(station('a'), now)).toBe(false);
		await presence.withdraw('a');
		expect(await presence.list(now)).toEqual([]);
		await expect(openSqliteLedger(file, {readonly: true})).rejects.toThrow('There is no ledger');
	});
});

/** A ledger of the first version, with one entry of its own. */
const oldFile = (): string => {
	const steps = freshFolder();
	copyFileSync(path.join(stepsFolder(), '0001-ledger.sql'), path.join(steps, '0001-ledger.sql'));
	const file = freshFile();
	const db = new Database(file);
	db.pragma('journal_mode = WAL');
	migrate(db, steps);
	db.close();
	return file;
};

describe('a ledger from before there was presence', () => {
	it('is read as it is, and nobody is announced in it', async () => {
		const file = oldFile();
		const ledger = await openSqliteLedger(file, {readonly: true});
		onTestFinished(() => ledger.close());
		expect(await ledger.incidents()).toEqual([]);
		expect(await opened(file).announce(station('a'), now)).toBe(false);
	});

	it('is read where it may not be written', async () => {
		const file = oldFile();
		rights(file, 0o444);
		rights(path.dirname(file), 0o555);
		await asOrdinaryUser(async () => {
			const ledger = await openSqliteLedger(file, {readonly: true});
			expect(await ledger.incidents()).toEqual([]);
			await ledger.close();
		});
	});

	it('takes presence once it is opened to write', async () => {
		const file = oldFile();
		const ledger = await openSqliteLedger(file);
		onTestFinished(() => ledger.close());
		expect(await opened(file).announce(station('a'), now)).toBe(true);
	});
});
