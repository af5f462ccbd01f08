import {type Block, heading, paragraph, table} from '../section.ts';
import {sections, values} from './names.ts';
import {forms} from './templates/index.ts';

const named = (name: string): string => `{{${name}}}`;

/** The forms that come with the program, and every name that a template of one's own may use. */
export const templatesPage = (): readonly Block[] => [
	heading('Forms and templates', 1),
	paragraph(
		'loggist export review --template NAME takes a form that comes with the program, --template FILE.md a Markdown file of your own, ' +
			'in which names stand between {{ and }}. What is put in their place is escaped: it stays text. A backslash before {{ keeps it as it is.',
	),
	heading('Forms'),
	table(
		['Name', 'What it is'],
		forms.map(one => [one.name, one.summary]),
	),
	heading('Words'),
	paragraph('Anywhere in the text, in headings and in tables; in front matter as all of a field.'),
	table(
		['Name', 'What it says'],
		values.map(one => [named(one.name), one.says]),
	),
	heading('Parts'),
	paragraph(
		'On a line of their own. The heading is yours: a part comes without its own, and what is below it stands at the third level.',
	),
	table(
		['Name', 'What it holds'],
		sections.map(one => [named(one.name), one.says]),
	),
];
