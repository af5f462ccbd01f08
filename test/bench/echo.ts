// The floor of every key: a program of Node that reads a raw key and writes it back. Enter begins a new line.
import process from 'node:process';

process.stdin.setRawMode(true);
process.stdout.write('ready\r\n');
process.stdin.on('data', (key: Buffer) => {
	process.stdout.write(key.includes('\r') ? '\r\n' : key);
});
