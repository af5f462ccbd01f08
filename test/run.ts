// The whole check of the project, in the order of its cost: types, lint, format, then every test.
// Ends with one plain line that counts what passed and what failed.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {type Report, skippedLines} from './support/skipped.ts';

const root = path.join(import.meta.dirname, '..');

type Check = {readonly title: string; readonly isGreen: boolean};

const run = (title: string, script: string, args: readonly string[] = []): Check => {
	process.stdout.write(`\n== ${title}\n`);
	const {status} = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	return {title, isGreen: status === 0};
};

const checks = [
	run('types', 'types'),
	run('lint', 'lint'),
	run('format', 'format'),
	// The real-terminal tests run the program as it is built.
	run('build', 'build'),
];

const folder = mkdtempSync(path.join(tmpdir(), 'loggist-test-'));
const report = path.join(folder, 'report.json');
const {isGreen: areTestsGreen} = run('tests', 'test:only', [
	'--reporter=default',
	'--reporter=json',
	`--outputFile.json=${report}`,
	...process.argv.slice(2),
]);

type Counts = {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
	readonly reasons: readonly string[];
};

const counts = (): Counts => {
	try {
		const read = JSON.parse(readFileSync(report, 'utf8')) as Report &
			Readonly<Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests', number>>;
		const {numPassedTests, numFailedTests, numPendingTests} = read;
		return {passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests, reasons: skippedLines(read)};
	} catch {
		return {passed: 0, failed: 1, skipped: 0, reasons: []};
	}
};

const {passed, failed, skipped, reasons} = counts();
rmSync(folder, {recursive: true, force: true});
const broken = checks.filter(({isGreen}) => !isGreen).map(({title}) => title);
// A run that broke without a failed test, or that ran no test, is no success.
const brokenRun = areTestsGreen || failed > 0 ? 0 : 1;
const allFailed = failed + broken.length + brokenRun + (passed === 0 ? 1 : 0);
process.stdout.write(broken.map(title => `\nfailed: ${title}`).join(''));
process.stdout.write(reasons.map(reason => `\n${reason}`).join(''));
process.stdout.write(
	`\n${passed + checks.length - broken.length} passed, ${allFailed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
);
process.exitCode = allFailed === 0 ? 0 : 1;
