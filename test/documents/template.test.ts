import {describe, expect, test} from 'vitest';
import {fillTemplate} from '../../source/documents/fill.ts';
import {sections, values} from '../../source/documents/names.ts';
import {readTemplate, type Template} from '../../source/documents/template.ts';
import {forms} from '../../source/documents/templates/index.ts';
import {isRefusal} from '../../source/refusal.ts';
import {withoutLineEnds} from '../../source/section.ts';
import {visible} from '../../source/text.ts';
import {arbitraryText} from '../support/arbitrary-event.ts';
import * as fc from '../support/fast-check.ts';
import {arbitraryMarkup, hostileStrings} from '../support/hostile.ts';
import {boardFrom, entriesFrom, instant} from '../support/incident.ts';
import {full, given, refused, type Story} from '../support/spec.ts';
import {headingsOf, readMarkdown, textOf} from './reading.ts';

const viewOf = ({board, entries, now}: Story, pictures = false) => ({
	board,
	entries,
	now,
	prompts: [],
	version: '1.2.3',
	options: {pictures},
});

const read = (text: string): Template => {
	const template = readTemplate(text);
	if (isRefusal(template)) {
		throw new Error(`${template.refused} ${template.mend}`);
	}

	return template;
};

/** The line that every document ends with; integrity.test.ts looks at it. */
const ending = /\nMade from the log of .*\n/u;

const filled = (text: string, story: Story = full): string =>
	fillTemplate(read(text), viewOf(story)).replace(ending, '');

describe('the names', () => {
	test('are each one name only', () => {
		const names = [...values, ...sections].map(({name}) => name);
		expect(names).toEqual([...new Set(names)]);
		for (const name of names) {
			expect(name).toMatch(/^[a-z]+(?:[.-][a-z]+)*$/u);
		}
	});

	test.each(values.map(one => [one.name, one] as const))('%s says something of an incident in full work', (_, one) => {
		expect(one.value(viewOf(full))).toMatch(/\S/u);
		expect(one.value(viewOf(full))).not.toMatch(/undefined|NaN|\[object/u);
	});

	test.each(sections.map(one => [one.name, one] as const))(
		'%s has something to say of an incident in full work, and of one that has only been declared',
		(name, one) => {
			const fresh = given('declare X');
			expect(one.blocks(viewOf(full, true))).not.toEqual([]);
			expect(name === 'picture.gantt' || one.blocks(viewOf(fresh, true)).length > 0).toBe(true);
		},
	);
});

describe('the forms that come with the program', () => {
	test.each(forms.map(one => [one.name, one.text] as const))('%s is read, and filled for any incident', (_, text) => {
		for (const story of [given('declare X'), full]) {
			const written = filled(text, story);
			expect(written).not.toContain('{{');
			expect(written).not.toMatch(/undefined|NaN|\[object/u);
			expect(written).toContain('TO FILL IN');
			// A part leaves no hole behind.
			expect(written).not.toMatch(/\n\n\n/u);
		}
	});
});

describe('given a template of one’s own', () => {
	test('when it is filled, then words stand in sentences, headings and tables, and what is around them is as it was', () => {
		const written = filled(
			'# Report on {{incident.reference}}\n\n*Severity* **{{ incident.severity }}**, $x$ and <b>mine</b>.\n\n| a | {{incident.kind}} |\n|---|:--|\n| {{incident.phase}} | b |\n',
		);

		expect(written).toBe(
			'# Report on INC-2026-0001\n\n*Severity* **S2**, $x$ and <b>mine</b>.\n\n| a | security |\n|---|:--|\n| hot | b |\n',
		);
	});

	test('when it names a part, then that stands under the template’s own heading without one of its own', () => {
		const written = filled('# Mine\n\n## What we do\n{{actions}}\n\nThe end.\n');

		expect(headingsOf(readMarkdown(written))).toEqual(['Mine', 'What we do']);
		expect(written).toMatch(/## What we do\n\n\| Action \|[\s\S]*\|\n\nThe end\.\n$/u);
	});

	test('when a part begins with a list after a list, then the two stay apart', () => {
		const document = readMarkdown(filled('- mine\n\n{{responders}}\n\n- mine again\n'));

		expect(document.map(node => node.type)).toEqual(['list', 'list', 'list']);
	});

	test('when a name is escaped, or stands in code that shows another language, then it stays as it is', () => {
		expect(filled('\\{{incident.title}}\n\n`{{ page.title }}`\n')).toBe('\\{{incident.title}}\n\n`{{ page.title }}`\n');
	});

	test('when it has front matter, then a field is a quoted text', () => {
		const story = given('declare Leak: "keys" # 1');

		expect(filled('---\ntitle: {{incident.title}}\nlayout: post\n---\n# X\n', story)).toBe(
			'---\ntitle: "Leak: \\"keys\\" # 1"\nlayout: post\n---\n# X\n',
		);
	});

	test('when it is from another system, then a mark of byte order and carriage returns are gone', () => {
		expect(filled('\uFEFF# {{incident.reference}}\r\n\r\ntext\r\n')).toBe('# INC-2026-0001\n\ntext\n');
	});

	test('when it holds characters that act or are not seen, then they are written out', () => {
		expect(filled('a\u{1B}[31m \u202Eb\n')).toBe('a␛[31m ⟨U+202E⟩b\n');
	});
});

describe('given a template in which something is wrong', () => {
	test.each([
		['# x\n\n{{actoins}}\n', 'Line 3: there is no name actoins.', 'Did you mean {{actions}}'],
		['{{title}}\n', 'Line 1: there is no name title.', '{{incident.title}}'],
		['{{zzzzzzzzzzzz}}\n', 'Line 1: there is no name zzzzzzzzzzzz.', 'loggist export --templates'],
		['{{}}\n', 'Line 1: there is no name that is empty.', 'loggist export --templates'],
		['a\nb {{actions}}\n', 'Line 2: {{actions}} is a part of its own', 'on a line of its own'],
		['- {{actions}}\n', 'Line 1: {{actions}} is a part', 'in no list'],
		['{{actions}}\n---\n', 'Line 1: {{actions}} is a part', 'an empty line before and after it'],
		['x\n\n```\n{{incident.title}}\n```\n', 'Line 4: {{incident.title}} stands in code', 'into the text'],
		['<p>{{incident.title}}</p>\n', 'Line 1: {{incident.title}} stands in HTML', 'into the text'],
		['[x](https://a.example/{{incident.title}})\n', 'stands in a link or an image', 'into the text'],
		['see https://a.example/{{incident.title}}\n', 'stands in a link or an image', 'into the text'],
		['---\ntitle: about {{incident.title}}\n---\n', 'Line 2: in front matter a name must be all of a field', 'title:'],
		['---\nlog: {{log}}\n---\n', 'Line 2: {{log}} is a part, not a word', 'on a line of its own'],
	])('%j is refused', (text, why, mend) => {
		expect(readTemplate(text)).toMatchObject(refused(why, mend));
	});
});

describe('given an exercise with a marking', () => {
	test('when a template is filled, then its headings say EXERCISE, and it is marked at its top and bottom', () => {
		const story = given('declare X exercise:yes marking:TLP:AMBER');

		expect(filled('# {{incident.title}}\n\nTwo\n---\n\n### Three\n', story)).toBe(
			'TLP:AMBER\n\nEXERCISE EXERCISE EXERCISE\n\n# EXERCISE: X\n\nEXERCISE: Two\n---\n\n### Three\n\nTLP:AMBER\n\nEXERCISE EXERCISE EXERCISE\n',
		);
	});
});

/** Fills a template whose every kind of place holds the text as the incident's title, and reads it back. */
const expectToStayText = (title: string): void => {
	const events = [
		{
			kind: 'incident-declared' as const,
			title,
			incidentKind: 'security' as const,
			severity: 'S2' as const,
			personalData: 'no' as const,
			phase: 'hot' as const,
			profile: 'moj',
			zone: 'UTC',
			exercise: false,
		},
	];
	const view = {
		board: boardFrom(events),
		entries: entriesFrom(events),
		now: instant('09:30'),
		prompts: [],
		version: '1.2.3',
	};

	const written = fillTemplate(
		read(
			'# a{{incident.title}}b\n\n{{incident.title}}x\n\nb {{incident.title}} c\n\n- i{{incident.title}}i\n\n| h |\n| - |\n| c{{incident.title}}c |\n',
		),
		view,
	).replace(ending, '');

	const line = visible(withoutLineEnds(title));
	const document = readMarkdown(written);
	expect(document.map(node => node.type)).toEqual(['heading', 'paragraph', 'paragraph', 'list', 'table']);
	const [first, second, third, items, rows] = document;
	expect([first, second, third].map(node => (node === undefined ? '' : textOf(node)))).toEqual([
		`a${line}b`,
		`${line}x`,
		`b ${line} c`,
	]);
	expect(items?.type === 'list' ? items.children.map(item => textOf(item)) : []).toEqual([`i${line}i`]);
	const cells = rows?.type === 'table' ? rows.children.map(row => row.children.map(cell => textOf(cell))) : [];
	expect(cells).toEqual([['h'], [`c${line}c`]]);
};

describe('given a title that breaks things', () => {
	test.each(hostileStrings.filter(text => text !== '').map(text => [JSON.stringify(text).slice(0, 60), text]))(
		'when a template is filled with %s, then it stays text, and the document keeps its shape',
		(_, text) => {
			expectToStayText(text);
		},
	);

	test('when it is any text, then it stays text, and the document keeps its shape', () => {
		fc.assert(
			fc.property(fc.oneof(arbitraryText, arbitraryMarkup), text => {
				fc.pre(text !== '');
				expectToStayText(text);
			}),
			{numRuns: 200},
		);
	});
});
