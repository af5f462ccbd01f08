import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {openSqliteLedger} from '../../source/ledger/sqlite.ts';
import {elapsed, later, second} from '../../source/time.ts';
import {openProbe} from './probe.ts';

/*
How late injects arrive in a drill on the real clock, at ×1: the built program in a terminal of its own plays a scenario
of so many minutes with 24 injects, and the ledger tells afterwards when each was written.
`node test/bench/injects.ts [--minutes N]`, after a build.
*/

const {values} = parseArgs({options: {minutes: {type: 'string', default: '2'}}});
const minutes = Number(values.minutes);
if (!(minutes >= 1)) {
	throw new Error('--minutes takes a number of 1 or more.');
}

const count = 24;
const start = '2026-05-12T13:00:00.000Z';
/** Offsets are whole seconds. */
const offsets = Array.from({length: count}, (_, index) => Math.floor(((index + 1) * minutes * 60) / (count + 1)));
const scenario = `title: Injects on time
objectives: []
start: ${start}
duration: ${minutes}m
injects:
${offsets.map((offset, index) => `  - number: ${index + 1}\n    at: +${offset}s\n    text: inject ${index + 1}`).join('\n')}
`;

const folder = mkdtempSync(path.join(tmpdir(), 'loggist-injects-'));
const file = path.join(folder, 'scenario.yaml');
const database = path.join(folder, 'ledger.db');
writeFileSync(file, scenario);
const program = path.join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
const probe = openProbe(process.execPath, [program, 'drill', 'run', file, '--db', database], [120, 40], {
	PATH: process.env['PATH'],
	HOME: folder,
	TZ: 'UTC',
	LANG: 'C.UTF-8',
	XDG_STATE_HOME: path.join(folder, 'state'),
});
try {
	await probe.shown('the line', () => probe.beforeCursor().startsWith('›'));
	await new Promise(resolve => {
		setTimeout(resolve, minutes * 60 * second + 5 * second);
	});
	const ledger = await openSqliteLedger(database, {readonly: true});
	const entries = await ledger.read('DRILL-2026-0001');
	await ledger.close();
	const late = entries
		.flatMap(({event, recordedAt}) =>
			event.kind === 'inject-delivered' && event.number !== undefined
				? [elapsed(later(start, (offsets[event.number - 1] ?? 0) * second), recordedAt)]
				: [],
		)
		.toSorted((one, other) => one - other);
	const isEnded = entries.some(one => one.event.kind === 'drill-ended');
	process.stdout.write(
		`${late.length} of ${count} injects in ${minutes} min, ${isEnded ? 'ended in time' : 'NOT ENDED'}: median ${late[Math.floor(late.length / 2)] ?? '–'} ms late, at most ${late.at(-1) ?? '–'} ms\n`,
	);
} finally {
	await probe.close();
	rmSync(folder, {recursive: true, force: true});
}
