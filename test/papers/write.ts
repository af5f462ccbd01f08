// Writes the tables of the papers anew: npm run papers.
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {writeAfterActionGoldens} from '../documents/after-action/golden.ts';
import {writeGolden} from '../documents/golden.ts';
import {scenarioJsonSchemaText, withDrillTables} from './drills.ts';
import {guidancePage} from './guidance.ts';
import {jsonSchemaText, withFields} from './responsibilities.ts';
import {goldens} from '../evidence/story.ts';
import {doctrinePage, regimesPage, templatesPaper, withTables} from './tables.ts';

const root = path.join(import.meta.dirname, '..', '..');
const readme = path.join(root, 'README.md');
writeFileSync(readme, withTables(readFileSync(readme, 'utf8')));
writeFileSync(path.join(root, 'docs', 'doctrine.md'), doctrinePage());
writeFileSync(path.join(root, 'docs', 'guidance.md'), guidancePage());
writeFileSync(path.join(root, 'docs', 'regimes.md'), regimesPage());
writeFileSync(path.join(root, 'docs', 'templates.md'), templatesPaper());
await writeGolden();
await writeAfterActionGoldens();
const files = path.join(root, 'docs', 'files.md');
writeFileSync(files, withFields(readFileSync(files, 'utf8')));
writeFileSync(path.join(root, 'fixtures', 'responsibilities', 'responsibilities.schema.json'), jsonSchemaText());
const drills = path.join(root, 'docs', 'drills.md');
writeFileSync(drills, withDrillTables(readFileSync(drills, 'utf8')));
writeFileSync(path.join(root, 'fixtures', 'drills', 'scenario.schema.json'), scenarioJsonSchemaText());
for (const [name, page] of Object.entries(await goldens())) {
	writeFileSync(path.join(root, 'test', 'evidence', 'golden', name), page);
}
