-- The ledger: one row per entry, added in order, never changed, never removed.

PRAGMA application_id = 1280264007; -- 'LOGG' in ASCII: tells a ledger from any other SQLite file

-- WITHOUT ROWID, so that (incident, number) is the only key a row can be replaced by: the trigger on insert guards it.
CREATE TABLE entries (
	incident      TEXT    NOT NULL CHECK (incident <> ''),
	number        INTEGER NOT NULL CHECK (number >= 1),
	occurred_at   TEXT    NOT NULL CHECK (occurred_at GLOB '????-??-??T??:??:??.???Z'),
	recorded_at   TEXT    NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??.???Z'),
	said_by       TEXT    NOT NULL,
	recorded_by   TEXT    NOT NULL,
	kind          TEXT    NOT NULL CHECK (kind <> ''),
	data          TEXT    NOT NULL CHECK (json_valid(data) AND json_type(data) = 'object'), -- canonical JSON, hashed as it stands
	previous_hash TEXT    NOT NULL CHECK (length(previous_hash) = 64 AND previous_hash NOT GLOB '*[^0-9a-f]*'),
	hash          TEXT    NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
	PRIMARY KEY (incident, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
BEGIN
	SELECT RAISE(ABORT, 'An entry is never changed: strike it with a reason.');
END;

CREATE TRIGGER entries_are_never_removed BEFORE DELETE ON entries
BEGIN
	SELECT RAISE(ABORT, 'An entry is never removed: strike it with a reason.');
END;

-- Fires before a conflict is resolved, so INSERT OR REPLACE cannot rewrite an entry either.
CREATE TRIGGER entries_follow_each_other BEFORE INSERT ON entries
BEGIN
	SELECT RAISE(ABORT, 'An entry takes the number after the last one of its incident.')
	WHERE NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM entries WHERE incident = NEW.incident);

	SELECT RAISE(ABORT, 'An entry carries the hash of the entry before it.')
	WHERE NEW.previous_hash IS NOT coalesce(
		(SELECT hash FROM entries WHERE incident = NEW.incident ORDER BY number DESC LIMIT 1),
		'0000000000000000000000000000000000000000000000000000000000000000'
	);
END;
