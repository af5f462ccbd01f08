#!/usr/bin/env node
// The door. Nothing is imported before the version has been checked: on an old Node the database would crash.
import process from 'node:process';

const least = [22, 14] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < least[0] || (major === least[0] && minor < least[1])) {
	process.stderr.write(
		`loggist: Node.js ${least.join('.')} or newer is needed, and this is ${process.versions.node}. Install a current Node.js, or in a clone run it with npm start.\n`,
	);
	process.exitCode = 2;
} else {
	const {enter} = await import('./world.ts');
	await enter();
}
