// A process that appends: `writer.ts FILE COUNT [TEXT-LENGTH]`. Prints the number of each entry once it is acknowledged,
// `trouble: …` when the ledger refuses.
import process from 'node:process';
import {openSqliteLedger} from '../../source/ledger/sqlite.ts';
import {LedgerTrouble} from '../../source/ledger/ledger.ts';
import {incident, note} from './drafts.ts';

/** Says a line, and waits until it is on its way: the pipe of a reader who is slow may be full for a while. */
const say = async (line: string): Promise<void> =>
	new Promise(resolve => {
		process.stdout.write(`${line}\n`, () => {
			resolve();
		});
	});

const [file = '', count = '0', length = '40'] = process.argv.slice(2);

try {
	const ledger = await openSqliteLedger(file);
	for (let index = 0; index < Number(count); index++) {
		const [entry] = await ledger.append(incident, [note(`${process.pid} ${'x'.repeat(Number(length))}`)], 'any');
		await say(`${entry?.number}`);
	}

	await ledger.close();
} catch (error) {
	await say(error instanceof LedgerTrouble ? `trouble: ${error.message}` : String(error));
	process.exitCode = 1;
}
