import {expect, it, onTestFinished} from 'vitest';
import {openTerminal, type TestTerminal} from './terminal.ts';

const runs = (script: string): TestTerminal => {
	const terminal = openTerminal({command: 'sh', arguments: ['-c', script]});
	onTestFinished(async () => terminal.close());
	return terminal;
};

it('asks nothing of half a frame', async () => {
	const terminal = runs(String.raw`printf '\033[?2026hhalf'; read _; printf ' and half\033[?2026l'; read _`);
	let seen = '';
	const wholeAtLast = terminal.until('something is there', () => {
		seen = terminal.screen().trim();
		return seen !== '';
	});
	while (!terminal.raw().includes('half')) {
		await new Promise(resolve => {
			setTimeout(resolve, 5);
		});
	}

	expect(seen).toBe('');
	terminal.type('\r');
	await wholeAtLast;
	expect(seen).toContain('and half');
});
