import {LedgerTrouble} from './ledger.ts';

type Explanation = {readonly when: RegExp; readonly what: (file: string) => string; readonly mend: string};

// By SQLite's extended code or the system's error code; the first that fits. One sentence, then what to do.
const explanations: readonly Explanation[] = [
	{
		when: /^SQLITE_NOTADB/,
		what: file => `${file} is not a ledger: it is no SQLite database, or its beginning is damaged.`,
		mend: 'Name another file with --db; or restore this one from a copy.',
	},
	{
		when: /^SQLITE_CORRUPT/,
		what: file => `${file} is damaged: SQLite finds it malformed.`,
		mend: 'Copy it with its -wal file before anything else, then restore a good copy, or recover it with: sqlite3 FILE .recover',
	},
	{
		when: /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
		what: file => `The disk is full: nothing was written to ${file}.`,
		mend: 'Make room on the disk that holds it, then record the entry again.',
	},
	{
		when: /^(SQLITE_BUSY|SQLITE_LOCKED|SQLITE_PROTOCOL)/,
		what: file => `Another program holds ${file} locked: nothing was written.`,
		mend: 'Close what holds it (a database browser, a backup), then try again.',
	},
	{
		when: /^SQLITE_READONLY_DIRECTORY/,
		what: file => `${file} lies in a folder that may not be written, so nothing can be recorded in it.`,
		mend: 'Give yourself the right to write in that folder, name another file with --db, or only read it with --readonly.',
	},
	{
		when: /^(SQLITE_READONLY|SQLITE_PERM|EROFS)/,
		what: file => `${file} may be read but not written.`,
		mend: 'Give yourself the right to write it, name another file with --db, or only read it with --readonly.',
	},
	{
		when: /^(SQLITE_AUTH|EACCES|EPERM)/,
		what: file => `${file} may not be used: the system refuses access.`,
		mend: 'Check who owns the file and its folder, or name another file with --db.',
	},
	{
		when: /^(SQLITE_CANTOPEN|ENOENT)/,
		what: file => `${file} cannot be opened: the file, its folder or the files beside it (-wal, -shm) may not be used.`,
		mend: 'Check who owns the file and its folder, or name another file with --db.',
	},
	{
		when: /^(ENAMETOOLONG|ELOOP|EINVAL)/,
		what: file => `${file} is a name that the system cannot use.`,
		mend: 'Name another file with --db.',
	},
	{
		when: /^(EEXIST|ENOTDIR)/,
		what: file => `The folder for ${file} cannot be made: a part of that path is a file.`,
		mend: 'Name another file with --db.',
	},
	{
		when: /^EISDIR/,
		what: file => `${file} is a folder, not a file.`,
		mend: 'Name a file with --db, for instance loggist.db in that folder.',
	},
	{
		when: /^(SQLITE_IOERR|EIO|EFBIG)/,
		what: file => `The disk failed while ${file} was used: what was being written was not kept.`,
		mend: 'Check the disk, its free space and your quota, then try again.',
	},
	{
		when: /^SQLITE_TOOBIG/,
		what: file => `The entry is too long for ${file}: nothing was written.`,
		mend: 'Record a shorter text and keep the long one as a file beside the log.',
	},
];

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

/** True when the file was locked by another connection: waiting may help. */
export const isBusy = (error: unknown): boolean =>
	error instanceof Error && /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

/** What SQLite or the file system said, as a `LedgerTrouble`; any other error unchanged. */
export const troubleOf = (error: unknown, file: string): unknown => {
	if (!(error instanceof Error) || codeOf(error) === '' || error instanceof LedgerTrouble) {
		return error;
	}

	const code = codeOf(error);
	const found = explanations.find(({when}) => when.test(code));
	return found === undefined
		? new LedgerTrouble(
				`${file} cannot be used: ${error.message} (${code}).`,
				'Check the ledger with: loggist verify',
				{
					cause: error,
				},
			)
		: new LedgerTrouble(found.what(file), found.mend, {cause: error});
};
