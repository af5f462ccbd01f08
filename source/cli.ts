#!/usr/bin/env node
// The door. Nothing of the program is imported before the version has been checked: on an old Node the database would crash.
import module from 'node:module';
import {homedir} from 'node:os';
import path from 'node:path';
import process from 'node:process';

const least = [22, 14] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < least[0] || (major === least[0] && minor < least[1])) {
	process.stderr.write(
		`loggist: Node.js ${least.join('.')} or newer is needed, and this is ${process.versions.node}. Install a current Node.js, or in a clone run it with npm start.\n`,
	);
	process.exitCode = 2;
} else {
	// Compiling the program takes a sixth of its start: Node keeps what it compiled, in the user's own folder, as code that
	// runs must not lie where others can write. Where it cannot be kept it is compiled again.
	module.enableCompileCache(
		path.join(process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'loggist', 'compiled'),
	);
	const {enter} = await import('./world.ts');
	await enter();
}
