import Database from 'better-sqlite3';
import type {Announced, Presence} from './presence.ts';
import {absolute, distrust} from './sqlite-file.ts';

type Row = {
	readonly id: string;
	readonly incident: string;
	readonly name: string;
	readonly login: string;
	readonly host: string;
	readonly since: string;
	readonly until: string;
	readonly onlyReads: number;
};

const sql = {
	announce: `INSERT INTO stations (id, incident, name, login, host, here_since, here_until, only_reads)
		VALUES (@id, @incident, @name, @login, @host, @since, @until, @onlyReads)
		ON CONFLICT (id) DO UPDATE SET incident = @incident, name = @name, here_until = @until`,
	forget: 'DELETE FROM stations WHERE here_until <= ?',
	withdraw: 'DELETE FROM stations WHERE id = ?',
	list: `SELECT id, incident, name, login, host, here_since AS since, here_until AS until, only_reads AS onlyReads
		FROM stations WHERE here_until > ? ORDER BY here_since, id`,
} as const;

const stationOf = ({incident, onlyReads, ...row}: Row): Announced => ({
	...row,
	incident: incident === '' ? undefined : incident,
	isReadonly: onlyReads === 1,
});

const rowOf = ({incident, isReadonly, ...station}: Announced): Row => ({
	...station,
	incident: incident ?? '',
	onlyReads: isReadonly ? 1 : 0,
});

/**
 * Presence in a ledger's file, which must be there. It has a connection of its own, for three reasons: it gives up at
 * once where another holds the lock, it does not wait for the disk (presence need not outlast a power cut; what is
 * appended does, through the ledger's own connection), and a console that only reads the log may still say that it is
 * there. Where the file may not be written, or knows no stations yet, nobody is announced and nothing is said.
 */
export const openSqlitePresence = (name: string): Presence => {
	let opened: Database.Database | undefined;
	/** What `use` gives; `otherwise` where the file cannot be used for this now. */
	const attempt = <T>(otherwise: T, use: (db: Database.Database) => T): T => {
		try {
			if (opened === undefined) {
				opened = new Database(absolute(name), {fileMustExist: true, timeout: 0});
				distrust(opened);
				// The disk is asked where entries are moved from the -wal file, never for a station alone.
				opened.pragma('synchronous = NORMAL');
				opened.pragma('fullfsync = ON');
			}

			return use(opened);
		} catch {
			return otherwise;
		}
	};

	return {
		announce: async (station, now) =>
			attempt(false, db => {
				const keep = db.transaction(() => {
					db.prepare<[string]>(sql.forget).run(now);
					db.prepare<[Row]>(sql.announce).run(rowOf(station));
				});
				keep.immediate();
				return true;
			}),
		withdraw: async id => {
			attempt(undefined, db => {
				db.prepare<[string]>(sql.withdraw).run(id);
			});
		},
		list: async now =>
			attempt<readonly Announced[]>([], db => db.prepare<[string], Row>(sql.list).all(now).map(stationOf)),
		close() {
			opened?.close();
		},
	};
};
