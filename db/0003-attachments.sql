-- Attachments: the bytes that items of evidence tell of, by their digest. The same bytes are kept once.

CREATE TABLE attachments (
	sha256 TEXT    NOT NULL PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
	size   INTEGER NOT NULL CHECK (size >= 0)
) STRICT, WITHOUT ROWID;

-- In parts, so that nobody has to hold the whole. WITHOUT ROWID for the same reason as the entries.
CREATE TABLE attachment_parts (
	sha256 TEXT    NOT NULL REFERENCES attachments (sha256),
	part   INTEGER NOT NULL CHECK (part >= 0),
	bytes  BLOB    NOT NULL,
	PRIMARY KEY (sha256, part)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER attachments_are_never_changed BEFORE UPDATE ON attachments
BEGIN
	SELECT RAISE(ABORT, 'An attachment is never changed: attach what is right as another item.');
END;

CREATE TRIGGER attachments_are_never_removed BEFORE DELETE ON attachments
BEGIN
	SELECT RAISE(ABORT, 'An attachment is never removed: it is evidence.');
END;

CREATE TRIGGER attachments_are_kept_once BEFORE INSERT ON attachments
BEGIN
	SELECT RAISE(ABORT, 'These bytes are kept already.')
	WHERE EXISTS (SELECT 1 FROM attachments WHERE sha256 = NEW.sha256);
END;

CREATE TRIGGER attachment_parts_are_never_changed BEFORE UPDATE ON attachment_parts
BEGIN
	SELECT RAISE(ABORT, 'An attachment is never changed: attach what is right as another item.');
END;

CREATE TRIGGER attachment_parts_are_never_removed BEFORE DELETE ON attachment_parts
BEGIN
	SELECT RAISE(ABORT, 'An attachment is never removed: it is evidence.');
END;

CREATE TRIGGER attachment_parts_are_kept_once BEFORE INSERT ON attachment_parts
BEGIN
	SELECT RAISE(ABORT, 'These bytes are kept already.')
	WHERE EXISTS (SELECT 1 FROM attachment_parts WHERE sha256 = NEW.sha256 AND part = NEW.part);
END;
