import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {afterAll, describe, expect, it} from 'vitest';
import {afterAction} from '../../../source/documents/after-action/index.ts';
import {afterActionJson} from '../../../source/documents/after-action/json.ts';
import type {AfterActionView} from '../../../source/documents/after-action/view.ts';
import {markdown} from '../../../source/documents/markdown.ts';
import {afterActionPage} from '../../../source/documents/page.ts';
import {evaluationWithout, scenarioWithout} from '../../../source/drills/sharing.ts';
import {openMemoryLedger} from '../../../source/ledger/memory.ts';
import {pseudonymsOf} from '../../../source/sharing/people.ts';
import {redacted} from '../../../source/sharing/redact.ts';
import * as fc from '../../support/fast-check.ts';
import {arbitraryMarkup, hostileStrings} from '../../support/hostile.ts';
import {hasBrowser, openBrowser} from '../browser.ts';
import {readMarkdown, rowsUnder, textOf} from '../reading.ts';
import {afterActionGoldens, goldenFile, structureOf} from './golden.ts';
import {laptop} from './laptop.ts';
import {late, played, playDrill, playedLedger, reportViewOf, sayAfterwards} from './played.ts';

const ledger = await playedLedger(laptop);
const view = await reportViewOf(ledger, played.late);
const report = markdown(afterAction(view));
const html = (of: AfterActionView): string => [...afterActionPage(of)].join('');

const rows = (title: string, text = report): readonly (readonly string[])[] =>
	rowsUnder(readMarkdown(text), title).map(row => row.map(cell => textOf(cell)));

describe('the after-action report', () => {
	it('is, for drills of the library, the one that was read and found good (npm run papers writes them anew)', async () => {
		for (const [name, text] of await afterActionGoldens()) {
			expect(`${name}\n${text}`).toBe(`${name}\n${readFileSync(goldenFile(name), 'utf8')}`);
		}
	});

	it('is the same, byte for byte, when the same drill is played again', async () => {
		const again = await reportViewOf(await playedLedger(laptop), played.late);
		expect(markdown(afterAction(again))).toBe(report);
		expect(html(again)).toBe(html(view));
	});

	it('is read by another reader of Markdown as headings, paragraphs, lists, tables and one diagram', () => {
		const {children} = unified().use(remarkParse).use(remarkGfm).parse(report);
		expect([...new Set(children.map(one => one.type))].toSorted()).toEqual([
			'code',
			'heading',
			'list',
			'paragraph',
			'table',
		]);
		for (const table of children.filter(one => one.type === 'table')) {
			expect(new Set(table.children.map(row => row.children.length)).size).toBe(1);
		}
	});

	it('says EXERCISE at its top, at its bottom and in every heading of a part', () => {
		const lines = report.trim().split('\n');
		expect([lines[0], lines.at(-1)]).toEqual(['EXERCISE EXERCISE EXERCISE', 'EXERCISE EXERCISE EXERCISE']);
		expect(report.match(/^#{1,2} (?!EXERCISE)/gmu)).toBeNull();
	});

	it('tells first how it went, then what fell short, the weightiest first', () => {
		const headings = [...report.matchAll(/^## EXERCISE: (.*)$/gmu)].map(([, title]) => title);
		expect(headings.slice(0, 2)).toEqual(['Executive summary', 'The drill over time']);
		expect(rows('Executive summary').map(row => [row[0], row[2]?.slice(0, 1), row[3]])).toEqual([
			['command', 'M', 'lowered from S by eva, entry 23'],
			['privacy', 'U', 'confirmed by eva, entry 24'],
		]);
		const short = /### Where it fell short\n\n([^]*?)\n\n/u.exec(report)?.[1]?.split('\n') ?? [];
		expect(short.map(one => one.slice(2, 5))).toEqual(['2.2', '3.2', '4.1', '1.2']);
	});

	it('names for each expectation when it was due, how it stands, and the entry that shows it', () => {
		const evidence = report.slice(report.indexOf('Objectives and their evidence'));
		expect(rows('command: Somebody commands within five minutes', evidence)).toContainEqual([
			'1.2',
			'Secretariat is in role',
			'+5m',
			'met late, by 1m',
			'+6m',
			'11',
			'',
		]);
		const found = view.entries.find(one => one.number === 11);
		expect(found?.event).toMatchObject({kind: 'role-assigned', role: 'secretariat'});
	});

	it('ties lessons to their area, and follow-ups to the lesson that they follow from', () => {
		const area = /### Area \d, objective privacy[^]*?(?=\n### )/u.exec(report)?.[0] ?? '';
		expect(area).toContain('R5 A data privacy member is in where personal data may be');
		expect(area).toContain('L1 nobody knew who calls the data protection officer (entry 19)');
		expect(area).toContain('U1 put the privacy rota into the roster file');
		expect(area).not.toContain('TO FILL IN');
		expect(rows('Improvement plan').map(row => [row[0], row[2], row[3], row[5]])).toEqual([
			['U1', 'L1, privacy', 'Sam Hale', 'open'],
			['U2', '', 'no owner', 'open'],
		]);
	});

	it('draws injects above and responses below, every line as Mermaid reads it, on one clock', async () => {
		const diagram = /```mermaid\n([^]*?)\n```/u.exec(report)?.[1]?.split('\n') ?? [];
		expect(diagram.filter(line => line.includes('section'))).toEqual(['    section Injects', '    section Responses']);
		for (const line of diagram.slice(5).filter(one => !one.includes('section '))) {
			expect(line).toMatch(
				/^ {4}[^:;]*(?:#\d+;[^:;]*)* :(?:(?:milestone|done|crit|active), )+\d{4}-\d\d-\d\d \d\d:\d\d, (?:0m|\d{4}-\d\d-\d\d \d\d:\d\d)$/u,
			);
		}

		// The clocks of London go back at two o'clock on that day, in the middle of the drill.
		const autumn = openMemoryLedger();
		const source = laptop.source.replace('start: 2026-06-02T08:00:00.000Z', 'start: 2026-10-25T00:55:00.000Z');
		const bent = await reportViewOf(autumn, await playDrill(autumn, source, late));
		expect(markdown(afterAction(bent))).toContain('times in UTC');
	});

	it('marks what nobody has said yet as a gap, and is a draft until it is said', () => {
		expect(report).toContain('TO FILL IN: why it was so (lesson … area:command)');
		expect(report).toContain('nothing follows from objective command');
	});

	it('sets the run beside earlier ones in words, and knows another version by its hash', async () => {
		expect(rows('Figures')[0]).toEqual(['Objective command', 'P', 'M', 'worse']);
		const other = await reportViewOf(ledger, played.otherVersion);
		expect(other.earlier.map(one => [one.reference, one.isSameVersion])).toEqual([
			[played.first, false],
			[played.late, false],
		]);
		expect(markdown(afterAction(other))).toContain('DRILL-2026-0003, another version');
		expect((await reportViewOf(ledger, played.supplier)).earlier).toEqual([]);
	});

	it('shows the newest four earlier runs, and says how many it leaves out', async () => {
		const many = openMemoryLedger();
		const {source, good} = laptop;
		for (let count = 0; count < 6; count++) {
			await playDrill(many, source, good);
		}

		const sixth = await reportViewOf(many, 'DRILL-2026-0006');
		expect(sixth.earlier.map(one => one.reference)).toEqual([2, 3, 4, 5].map(one => `DRILL-2026-000${one}`));
		expect(markdown(afterAction(sixth))).toContain('1 run before these is left out.');
	});

	it('tells the truth, which was hidden, and by which file it was judged', () => {
		expect(report).toContain('The laptop is in the lost property office');
		expect(report).toContain(`whose SHA-256 is that of the file with which the drill began: ${view.run.sha256}.`);
		const other = markdown(afterAction({...view, isScenarioWhole: false}));
		expect(other).toContain('is NOT the file with which the drill began');
	});

	it('says on which day people held it, and when it is to be held again; of a script neither', () => {
		expect(rows('Exercise overview')).toContainEqual(['Held on', expect.stringContaining('played from a script')]);
		const held = markdown(afterAction({...view, run: {...view.run, held: '2026-06-20T09:00:00.000Z'}}));
		expect(rows('Exercise overview', held)).toContainEqual(['Held on', '2026-06-20 10:00 BST']);
		expect(rows('Exercise overview', held)).toContainEqual(['To be held again by', '2027-06-20, 12 months after']);
	});

	it('says the same as data', () => {
		const data = afterActionJson(view);
		expect(JSON.stringify(data)).not.toContain('undefined');
		expect(data).toMatchObject({
			reference: played.late,
			exercise: true,
			evaluation: {objectives: [{rating: 'M'}, {rating: 'U'}]},
			against: {reference: played.first},
			followUps: [{ref: 'U1', lesson: 'L1'}, {ref: 'U2'}],
		});
		expect(data.figures.map(one => one.measure)).toEqual(rows('Figures').map(row => row[0]));
	});
});

describe('a rating', () => {
	it('that the evidence has fallen below since does not count, and the report says so', async () => {
		const fresh = openMemoryLedger();
		const {source, good} = laptop;
		const reference = await playDrill(fresh, source, good);
		await sayAfterwards(fresh, reference, ['@eva rate command P', '@eva strike 10 because the role was never taken']);
		const {run, ...rest} = await reportViewOf(fresh, reference);
		const [command] = run.evaluation.objectives;
		expect(command).toMatchObject({proposed: 'M', given: {rating: 'P'}, rating: 'M'});
		expect(markdown(afterAction({...rest, run}))).toContain(
			'P by eva, entry 20 is above the evidence and does not count',
		);
	});

	it('is never above the evidence, whatever was done, rated and struck afterwards', async () => {
		const {source, good} = laptop;
		const lines = good.split('\n').filter(one => one.startsWith('+'));
		await fc.assert(
			fc.asyncProperty(
				fc.subarray(lines),
				fc.array(fc.tuple(fc.constantFrom('command', 'privacy'), fc.constantFrom('P', 'S', 'M', 'U'))),
				fc.array(fc.nat(), {maxLength: 3}),
				async (script, given, strikes) => {
					const fresh = openMemoryLedger();
					const reference = await playDrill(
						fresh,
						source,
						// What says that an action is done needs the action.
						script.filter(one => !one.includes('done')).join('\n'),
					);
					for (const [objective, rating] of given) {
						await sayAfterwards(fresh, reference, [`rate ${objective} ${rating}`]).catch(() => undefined);
					}

					// Of what was played, from the first inject on; not the end itself.
					const length = (await fresh.read(reference)).findIndex(({event}) => event.kind === 'drill-ended');
					const first = 8;
					for (const one of strikes) {
						const number = first + (one % Math.max(1, length - first));
						await sayAfterwards(fresh, reference, [`strike ${number} because it was not so`]).catch(() => undefined);
					}

					const {run} = await reportViewOf(fresh, reference);
					for (const {proposed, rating} of run.evaluation.objectives) {
						const order = ['P', 'S', 'M', 'U'];
						expect(order.indexOf(rating ?? '')).toBeGreaterThanOrEqual(order.indexOf(proposed ?? ''));
					}
				},
			),
			{numRuns: 20},
		);
	}, 60_000);
});

describe('a report for people outside', () => {
	it('names nobody who is in the log, though the scenario names its players', async () => {
		const fresh = openMemoryLedger();
		const {source} = laptop;
		const named = source
			.replace('truth: "', 'truth: "Ana Reis had it all the time. ')
			.replace('- "decision says notify by 6m"', '- "observed that Tom Achebe asks Priya"')
			.replace('from: "Caseworker"', 'from: "Chen Wei"');
		const reference = await playDrill(fresh, named, late);
		const whole = await reportViewOf(fresh, reference);
		const names = pseudonymsOf(whole.entries);
		const shared: AfterActionView = {
			...whole,
			...redacted(whole, whole.entries, new Set(['people'])),
			scenario: scenarioWithout(whole.scenario, names),
			run: {...whole.run, evaluation: evaluationWithout(whole.run.evaluation, names)},
		};
		for (const text of [markdown(afterAction(shared)), html(shared), JSON.stringify(afterActionJson(shared))]) {
			expect(text.match(/priya|achebe|hale|chen|reis/giu)).toBeNull();
			expect(text).toMatch(/REDACTED|"redacted":true/u);
			expect(text).toContain('personal data');
		}

		// What is played is nobody, and its words are not taken for names.
		expect(markdown(afterAction(shared))).toContain('Head of casework');

		// It was judged before the names were taken out.
		expect(shared.run.evaluation.standing.expectations.map(one => one.state)).toEqual(
			whole.run.evaluation.standing.expectations.map(one => one.state),
		);
	});
});

/** The report with a text wherever a scenario, a player or an evaluator may write one. */
const toldWith = (text: string): AfterActionView => {
	const {board, scenario, run} = view;
	const {evaluation} = run;
	const injects = scenario.injects.map(one => ({...one, text, from: text, means: text, note: text}));
	const objectives = evaluation.objectives.map(one => ({...one, text}));
	return {
		...view,
		board: {
			...board,
			declaration: {...board.declaration, title: text, marking: text},
			staffing: {...board.staffing, people: board.staffing.people.map(one => ({...one, name: text}))},
			exercise: {...board.exercise, hotWash: board.exercise.hotWash.map(one => ({...one, text}))},
			review: {
				...board.review,
				lessons: board.review.lessons.map(one => ({...one, text})),
				followUps: board.review.followUps.map(one => ({...one, text})),
			},
		},
		scenario: {...scenario, title: text, purpose: text, audience: text, truth: text, rules: [text], injects},
		run: {...run, evaluation: {...evaluation, objectives}},
	};
};

const kinds = (node: object): readonly string[] => [
	...('type' in node && typeof node.type === 'string' ? [node.type] : []),
	...('children' in node && Array.isArray(node.children) ? node.children.flatMap((one: object) => kinds(one)) : []),
];

const forbidden = /^(?:html|link|linkReference|image|imageReference|footnote.*|definition|blockquote|yaml)$/u;

const tagsOf = (page: string): string => structureOf(page).replaceAll(/^(h[1-3]|caption|summary) .*$/gmu, '$1');

describe('whatever a scenario or a log says', () => {
	it('stays text in the report, and changes nothing of how it is built', () => {
		const plain = tagsOf(html(toldWith('plain')));
		const check = (text: string) => {
			const told = toldWith(text);
			const document = readMarkdown(markdown(afterAction(told)));
			expect(document.flatMap(kinds).filter(kind => forbidden.test(kind))).toEqual([]);
			if (!/[\r\n\u2028\u2029\u0085\v\f]/u.test(text) && text.trim() !== '') {
				expect(tagsOf(html(told))).toBe(plain);
			}
		};

		for (const text of hostileStrings) {
			check(text);
		}

		fc.assert(fc.property(arbitraryMarkup, check), {numRuns: 20});
	});
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const violations = `(async () => (await axe.run()).violations.map(one => one.id + ' ' + one.nodes.map(node => node.html.slice(0, 120)).join(' | ')))()`;

describe.skipIf(!hasBrowser)(`in a browser${hasBrowser ? '' : ' (SKIPPED: there is no /usr/bin/chromium)'}`, () => {
	const browser = openBrowser();
	afterAll(async () => browser.close());

	it.each([
		['on a desk by day', {}],
		['on a phone by night', {width: 360, height: 740, isDark: true}],
	])('%s nothing stands in the way, and nothing is asked for', async (_, look) => {
		const {page, requests, troubles} = await browser.show(html(view), look);
		expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
		await page.evaluate(axe);
		expect(await page.evaluate(violations)).toEqual([]);
		expect({requests, troubles}).toEqual({requests: [], troubles: []});
	});

	it('is whole without script: picture, words and every table', async () => {
		const {page} = await browser.show(html(view), {hasScript: false});
		expect(await page.locator('svg:visible').count()).toBe(1);
		expect(await page.locator('h2:visible').count()).toBe(structureOf(html(view)).match(/^h2 /gmu)?.length);
	});
});
