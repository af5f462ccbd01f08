// A process that appends: `writer.ts FILE COUNT [TEXT-LENGTH]`. Prints the number of each entry once it is acknowledged,
// `trouble: …` when the ledger refuses.
import {writeSync} from 'node:fs';
import process from 'node:process';
import {openSqliteLedger} from '../../source/ledger/sqlite.ts';
import {LedgerTrouble} from '../../source/ledger/ledger.ts';
import {incident, note} from './drafts.ts';

const [file = '', count = '0', length = '40'] = process.argv.slice(2);

try {
	const ledger = await openSqliteLedger(file);
	for (let index = 0; index < Number(count); index++) {
		const [entry] = await ledger.append(incident, [note(`${process.pid} ${'x'.repeat(Number(length))}`)], 'any');
		writeSync(1, `${entry?.number}\n`);
	}

	await ledger.close();
} catch (error) {
	writeSync(1, error instanceof LedgerTrouble ? `trouble: ${error.message}\n` : `${String(error)}\n`);
	process.exitCode = 1;
}
