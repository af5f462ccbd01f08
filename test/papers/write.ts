// Writes the tables of the papers anew: npm run papers.
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {doctrinePage, withTables} from './tables.ts';

const root = path.join(import.meta.dirname, '..', '..');
const readme = path.join(root, 'README.md');
writeFileSync(readme, withTables(readFileSync(readme, 'utf8')));
writeFileSync(path.join(root, 'docs', 'doctrine.md'), doctrinePage());
