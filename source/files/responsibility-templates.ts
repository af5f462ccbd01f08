import {readFileSync} from 'node:fs';
import path from 'node:path';
import {packageRoot} from '../package-root.ts';

/** A responsibilities file to begin with, as it ships with the program. */
export type Template = {readonly name: string; readonly summary: string};

export const templates: readonly Template[] = [
	{name: 'moj', summary: 'roles of an incident team, after the UK Ministry of Justice guidance'},
	{name: 'secure-by-design', summary: 'security roles of a project that builds a service, after Secure by Design'},
	{
		name: 'iso-5.2',
		summary: 'information security responsibilities with authorisation and delegation (ISO 27001 A.5.2)',
	},
	{name: 'iso-5.3', summary: 'the security manager and who reports to top management (ISO 27001 clause 5.3)'},
	{name: 'soc2', summary: 'a table of roles with an impact on security (SOC 2)'},
];

const folder = (): string => path.join(packageRoot(), 'fixtures', 'responsibilities');

/** The text of a template: placeholders where people are to be named, and never anybody's name. */
export const templateText = (name: string): string => readFileSync(path.join(folder(), `${name}.yaml`), 'utf8');

/** The JSON Schema of a responsibilities file, for editors that check and complete by one. */
export const schemaText = (): string => readFileSync(path.join(folder(), 'responsibilities.schema.json'), 'utf8');
