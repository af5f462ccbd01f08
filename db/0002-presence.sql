-- Presence: which consoles have the ledger open now. No part of the log: rows come and go, and no entry is made of them.

CREATE TABLE stations (
	id         TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
	incident   TEXT    NOT NULL, -- empty: at the start screen
	name       TEXT    NOT NULL,
	login      TEXT    NOT NULL,
	host       TEXT    NOT NULL,
	here_since TEXT    NOT NULL CHECK (here_since GLOB '????-??-??T??:??:??.???Z'),
	here_until TEXT    NOT NULL CHECK (here_until GLOB '????-??-??T??:??:??.???Z'), -- unless the station says so again
	only_reads INTEGER NOT NULL CHECK (only_reads IN (0, 1))
) STRICT, WITHOUT ROWID;
