// Another writer: ten entries a second into a ledger, from `go` to `rest`. Its caller speaks to it: writer.ts FILE.
import process from 'node:process';
import {instantOf} from '../../source/time.ts';
import {openSqliteLedger} from '../../source/ledger/sqlite.ts';

const [file = ''] = process.argv.slice(2);
const ledger = await openSqliteLedger(file);
const incident = (await ledger.incidents()).at(-1) ?? '';
let count = 0;
let timer: NodeJS.Timeout | undefined;

const append = async (): Promise<void> => {
	const now = instantOf(Date.now());
	const event = {kind: 'note-made', text: `call ${++count} from the other console`} as const;
	await ledger.append(incident, [{event, occurredAt: now, recordedAt: now, by: 'p1', recordedBy: 'other'}], 'any');
};

process.on('message', message => {
	clearInterval(timer);
	if (message === 'go') {
		timer = setInterval(() => {
			void append();
		}, 100);
	}
});
process.on('disconnect', () => {
	process.exit();
});
process.send?.('ready');
