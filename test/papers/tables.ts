import {consoleVerbs} from '../../source/console/console-verbs.ts';
import {keyLabel, keymap, placeWords} from '../../source/console/keymap.ts';
import {formats} from '../../source/documents/index.ts';
import {markdown} from '../../source/documents/markdown.ts';
import {templatesPage} from '../../source/documents/templates-page.ts';
import {forms} from '../../source/documents/templates/index.ts';
import {viewNames, views} from '../../source/console/views.ts';
import {duties, rules} from '../../source/duties/index.ts';
import {periodWords} from '../../source/business-time.ts';
import {profiles} from '../../source/profiles/index.ts';
import {regimes} from '../../source/profiles/regimes.ts';
import {usageOf} from '../../source/language/verbs.ts';
import {moj} from '../../source/profiles/moj.ts';
import {flagName, flagTable, flagUsage, offName} from '../../source/shell/flags.ts';
import {roleTitles} from '../../source/duties/staffing/state.ts';
import {offeredVerbs} from '../../source/shell/help.ts';
import {subcommands} from '../../source/shell/subcommands.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const code = (text: string): string => `\`${cell(text)}\``;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
	[head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The tables of the papers, by the name of the marks they stand between. */
export const tables: Readonly<Record<string, () => string>> = {
	verbs: () =>
		table(
			['Verb', 'What it does', 'How it is written'],
			[
				...duties.flatMap(duty => {
					const offered = offeredVerbs().filter(command => duty.commands.includes(command));
					return [
						...(offered.length === 0 ? [] : [[`**${duty.title}**`, '', '']]),
						...offered.map(command => [code(command.verb), cell(command.summary), code(usageOf(command))]),
					];
				}),
				['**Of the console alone: nothing is recorded**', '', ''],
				...consoleVerbs.map(({verb, usage, summary}) => [code(verb), cell(capital(summary)), code(usage)]),
			],
		),
	calls: () =>
		table(
			['Call', 'What it does'],
			subcommands.map(({usage, summary}) => [code(usage), cell(summary)]),
		),
	flags: () =>
		table(
			['Flag', 'What it does'],
			Object.entries(flagTable).map(([name, row]) => [code(flagUsage(name, row)), cell(capital(row.help))]),
		),
	documents: () =>
		table(
			['Name', 'What it is', 'Flags'],
			formats.map(({name, summary, heeds = []}) => [
				code(name),
				cell(summary),
				heeds.map(one => code(one === 'pictures' ? offName(one) : flagName(one))).join(', '),
			]),
		),
	views: () =>
		table(
			['View', 'For', 'What stands there'],
			viewNames.map(name => {
				const {roles, summary} = views[name];
				return [code(name), roles.map(role => roleTitles[role]).join(', ') || 'everybody', cell(capital(summary))];
			}),
		),
	keys: () =>
		table(
			['Key', 'Where', 'What it does'],
			keymap.map(({keys, where, summary}) => [
				keys.map(key => code(keyLabel(key))).join(', '),
				placeWords(where),
				cell(capital(summary)),
			]),
		),
};

/** The text with every marked table written anew. */
export const withTables = (text: string): string =>
	Object.entries(tables).reduce(
		(whole, [name, make]) =>
			whole.replace(
				new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`, 'u'),
				(_, open: string, close: string) => `${open}\n${make()}\n\n${close}`,
			),
		text,
	);

/** The page that lists every rule. */
export const doctrinePage = (): string => `# Doctrine

What Loggist asks, why, and who says so. This page is made from the code by \`npm run papers\`.

Profile \`${moj.name}\`: ${moj.title}. A number in the last column is this project's default where no doctrine gives one;
it is not doctrine.

The answers: **do**, fixed now; **put**, put to the Incident Manager; **defer**, asked again at a time; **override**,
accepted as it is with a reason; **na**, does not apply, with a reason. Each is an entry in the log. An answer holds
while the situation is the one that was answered.

${table(
	['Rule', 'Name', 'Why', 'Source', 'Answers', "The project's default", 'Not held by'],
	rules.map(rule => [
		rule.id,
		cell(rule.name),
		cell(rule.why),
		cell(rule.source),
		rule.answers.join(', '),
		cell(rule.defaults ?? ''),
		Object.values(profiles)
			.filter(({off}) => off.includes(rule.id))
			.map(({name}) => name)
			.join(', '),
	]),
)}
`;

/** The page that lists every duty to notify that the program brings along. */
export const regimesPage = (): string => `# Duties to notify

Clocks that \`clock NAME since TIME\` starts. **Not legal advice**: data with the day on which its source was last read.
[S] after a source: read as quoted elsewhere, not in the primary text. Public holidays are not known to the clocks; a last
day ends at 23:59:59.999 in the incident's zone. This page is made from the code by \`npm run papers\`; duties of your own stand under \`regimes:\` in a doctrine file.

${table(
	['Name', 'Duty', 'To whom', 'Counts from', 'Within', 'What is due', 'Source', 'Checked on', 'Note'],
	regimes.map(one => [
		code(one.id),
		cell(one.title),
		cell(one.recipient),
		cell(one.after === undefined ? one.anchor : `${one.anchor} (after ${one.after})`),
		periodWords(one.count, one.unit),
		cell(one.content),
		cell(one.source),
		one.checkedOn,
		cell(one.note ?? ''),
	]),
)}
`;

/** The page that lists every form and every name that a template may use, with the forms themselves to begin from. */
export const templatesPaper = (): string => `${
	// A backslash keeps a reader from taking a dot after a w for an address; whoever copies a name does not want it.
	markdown(templatesPage()).replaceAll(/\{\{[\w.\\]+\}\}/gu, name => name.replaceAll('\\', ''))
}
This page is made from the code by \`npm run papers\`.

${forms.map(({name, text}) => `## The form \`${name}\`\n\n\`\`\`\`markdown\n${text}\`\`\`\`\n`).join('\n')}`;
