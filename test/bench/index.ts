// The measured table of the console: npm run bench. `--quick` takes one round, `--write` also writes docs/speed.md.
import {writeFileSync} from 'node:fs';
import {availableParallelism, cpus, loadavg} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {measureDoctrine} from './consult.ts';
import {figuresOf} from './figures.ts';
import {idleConsole} from './idle.ts';
import {type KeyRound, keyRound} from './keys.ts';
import {createSite, type Site} from './site.ts';
import {speedPage} from './page.ts';
import {startRounds} from './start.ts';
import {tableOf} from './table.ts';
import {visibleRounds} from './visible.ts';

const {values: flags} = parseArgs({
	options: {quick: {type: 'boolean', default: false}, write: {type: 'boolean', default: false}},
});

/** How often each thing is done. */
const plan = flags.quick
	? {keyRounds: 1, lines: 2, starts: 3, visible: 5, idleSeconds: 4}
	: {keyRounds: 3, lines: 2, starts: 6, visible: 12, idleSeconds: 6};

const begun = performance.now();

/** Says on standard error what is being done: the table alone goes to standard output. */
const say = (what: string): void => {
	process.stderr.write(`${String(Math.round((performance.now() - begun) / 1000)).padStart(4)} s  ${what}\n`);
};

const measureKeys = async (site: Site): Promise<readonly KeyRound[]> => {
	const rounds: KeyRound[] = [];
	for (let round = 1; round <= plan.keyRounds; round++) {
		say(`keys, round ${round} of ${plan.keyRounds}`);
		rounds.push(await keyRound(site, round, plan.lines));
	}

	return rounds;
};

say('the program and its ledgers');
const site = await createSite();
try {
	const keys = await measureKeys(site);
	say('starts');
	const starts = await startRounds(site, plan.starts);
	say("another's entry");
	const visible = await visibleRounds(site, plan.visible);
	say('idle');
	const idle = {
		small: await idleConsole(site, 'small', plan.idleSeconds),
		large: await idleConsole(site, 'large', plan.idleSeconds),
	};
	say('doctrine');
	const table = tableOf(figuresOf({keys, starts, visible, idle, doctrine: measureDoctrine()}));
	const machine = `Node ${process.versions.node}, ${availableParallelism()} CPUs (${cpus()[0]?.model.trim() ?? 'unknown'}), ${process.platform}; rounds: keys ${plan.keyRounds}, starts ${plan.starts}, another's entry ${plan.visible}; load at the end ${loadavg()[0]?.toFixed(1) ?? '?'}.`;
	process.stdout.write(`${table}\n\n${machine}\n`);
	if (flags.write) {
		writeFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'speed.md'), speedPage(table, machine));
	}
} finally {
	site.remove();
}

say('done');
