import {readFileSync} from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {describe, expect, it} from 'vitest';
import {markdown} from '../../source/documents/markdown.ts';
import {commands} from '../../source/duties/index.ts';
import {type Answer, statusOf} from '../../source/evidence/answer.ts';
import {evidenceDocument, evidenceJson, markingWords} from '../../source/evidence/document.ts';
import {evidencePages} from '../../source/evidence/index.ts';
import type {Wanted} from '../../source/evidence/scope.ts';
import type {EvidenceView} from '../../source/evidence/view.ts';
import {readMarkdown, rowsUnder, textOf} from '../documents/reading.ts';
import {type Line, playLines} from '../support/incident.ts';
import {storyFile} from '../responsibilities/story-file.ts';
import {goldens, storyLines, viewOf} from './story.ts';

const told = async (wanted: Partial<Wanted> = {}, text = storyFile): Promise<EvidenceView> =>
	viewOf(await playLines(storyLines), wanted, text);

const answers = (page: string, view: EvidenceView): readonly Answer[] =>
	evidencePages.find(one => one.name === page)?.questions.map(one => one.read(view)) ?? [];

const gapsOf = (page: string, number: number, view: EvidenceView): readonly string[] =>
	answers(page, view)[number - 1]?.gaps.map(one => one.lacks) ?? ['no such question'];

const rowsOf = (page: string, number: number, caption: string, view: EvidenceView): readonly (readonly string[])[] =>
	answers(page, view)[number - 1]?.found.find(one => one.caption === caption)?.rows ?? [];

const written = (page: string, view: EvidenceView): string => {
	const found = evidencePages.find(one => one.name === page);
	return found === undefined ? '' : markdown(evidenceDocument(found, view));
};

const names = evidencePages.map(one => one.name);

describe('every page', () => {
	it('is asked for by the names that were promised', () => {
		expect(names.toSorted()).toEqual(
			['csf', 'iso-5.2', 'iso-5.24-5.28', 'iso-5.3', 'secure-by-design', 'soc2'].toSorted(),
		);
	});

	it('is, for the story, the one that a person has read and found good (npm run papers writes them)', async () => {
		for (const [name, page] of Object.entries(await goldens())) {
			expect(page, name).toBe(readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8'));
		}
	});

	it.each(names)(
		'%s is read by another reader of Markdown as headings, paragraphs, tables and lists only',
		async name => {
			const {children} = unified()
				.use(remarkParse)
				.use(remarkGfm)
				.parse(written(name, await told()));
			expect([...new Set(children.map(one => one.type))].toSorted()).toEqual(['heading', 'list', 'paragraph', 'table']);
			for (const table of children.filter(one => one.type === 'table')) {
				expect(new Set(table.children.map(row => row.children.length)).size).toBe(1);
			}
		},
	);

	it.each(names)('%s says the same as data', async name => {
		const view = await told();
		const page = evidencePages.find(one => one.name === name);
		const data = page && evidenceJson(page, view);
		expect(data?.questions.map(one => one.status)).toEqual(answers(name, view).map(statusOf));
		expect(data?.questions.map(one => one.found.map(({rows}) => rows.length))).toEqual(
			answers(name, view).map(one => one.found.map(({rows}) => rows.length)),
		);
		expect(JSON.stringify(data)).not.toContain('undefined');
	});

	it.each(names)('%s has as many cells in each row as its head has', async name => {
		for (const {found} of answers(name, await told())) {
			for (const {head, rows} of found) {
				expect(rows.filter(row => row.length !== head.length)).toEqual([]);
			}
		}
	});

	it('names, for what is missing in a log, verbs that there are', async () => {
		const verbs = new Set(commands.map(one => one.verb));
		const fills = [await told(), await told({}, '')].flatMap(view =>
			names.flatMap(name => answers(name, view).flatMap(one => one.gaps.map(({fill}) => fill))),
		);
		const said = fills.filter(fill => /, in (?:its|the) log/u.test(fill)).map(fill => fill.split(/[ ,]/u, 1)[0] ?? '');
		expect(said.length).toBeGreaterThan(5);
		expect(said.filter(word => !verbs.has(word))).toEqual([]);
	});

	it.each(names)('%s shows nothing but gaps where there is nothing: an empty ledger and no file', async name => {
		const view = await viewOf(await playLines([]), {}, '');
		const asked = answers(name, view);
		// The SOC 2 page's list of criteria is known without any of them.
		const known = name === 'soc2' ? 1 : 0;
		expect(asked.slice(known).map(statusOf)).toEqual(asked.slice(known).map(() => 'gap'));
		expect(written(name, view)).toContain('No incident of the ledger was left out.');
	});
});

describe('a gap', () => {
	it('is never filled in: what the file leaves out stays not recorded', async () => {
		const view = await told();
		expect(rowsOf('iso-5.3', 2, 'Appointments', view)).toContainEqual([
			'Board',
			'Ana Reis',
			'2025-05-01',
			'not recorded',
			'not recorded',
			'in role',
		]);
		expect(gapsOf('iso-5.3', 2, view)).toContain('When Ana Reis (Board) accepted is not recorded.');
	});

	it('closes when the file says it', async () => {
		const filled = storyFile.replace(
			'holders: [{person: ana, appointed: 2025-05-01}]',
			'holders: [{person: ana, appointed: 2025-05-01, appointedBy: tom, accepted: 2025-05-02}]',
		);
		expect(gapsOf('iso-5.3', 2, await told({}, filled)).filter(one => one.includes('Ana Reis'))).toEqual([]);
	});

	it('opens when the holder has left, and when no job description covers the report', async () => {
		const left = storyFile.replace('post: Director', 'post: Director, left: 2026-05-31');
		expect(gapsOf('iso-5.3', 1, await told({}, left))).toContain(
			'Ana Reis, who holds Board, has left the organisation.',
		);
		const silent = storyFile.replace(', reportsPerformance: true', '');
		expect(gapsOf('iso-5.3', 4, await told({}, silent))).toHaveLength(1);
	});

	it('is each area of A.5.2 that no task takes care of', async () => {
		expect(gapsOf('iso-5.2', 1, await told())).toContain(
			'No task takes care of risk, and the acceptance of what remains.',
		);
	});

	it('is a delegated action while nobody was in command', async () => {
		const view = await viewOf(
			await playLines([
				['09:00', 'sam', 'declare Fire kind:security'],
				['09:01', 'sam', 'action call the landlord @"Ana Reis"'],
				['09:02', 'sam', 'assign im @"Priya Shah"'],
				['09:03', 'sam', 'action call the neighbours @ana'],
				['09:04', 'sam', 'relieve im'],
				['09:05', 'sam', 'action call the press @ana'],
			]),
		);
		const rows = rowsOf('iso-5.2', 3, 'Actions delegated in the incidents', view);
		expect(rows.map(row => row.at(-1))).toEqual(['nobody was in command', 'Priya Shah', 'nobody was in command']);
		expect(gapsOf('iso-5.2', 3, view)).toContain(
			'Nobody was in command of INC-2026-0001 when these actions were given: A1, A3.',
		);
	});

	it('is the time in which nobody was in command, to the minute', async () => {
		const view = await viewOf(
			await playLines([
				['09:00', 'sam', 'declare Fire kind:security zone:UTC'],
				['09:00', 'sam', 'assign im @"Priya Shah"'],
				['09:10', 'sam', 'relieve im'],
				['09:15', 'sam', 'assign im @"Tom Achebe"'],
				['09:20', 'sam', 'close because it is out'],
			]),
		);
		expect(gapsOf('csf', 3, view)).toEqual([
			'Nobody was in command of INC-2026-0001 from 2026-06-02 10:10 BST to 2026-06-02 10:15 BST.',
		]);
	});
});

const drill = (day: string): readonly Line[] => [
	[`${day}T10:00:00.000Z`, 'sam', 'declare Table-top exercise:yes zone:UTC'],
	[`${day}T10:01:00.000Z`, 'sam', 'assign im @"Priya Shah"'],
	[`${day}T10:30:00.000Z`, 'sam', 'lesson nobody knew'],
];

describe('tested within 12 months', () => {
	it.each([
		['2025-07-01', []],
		['2025-06-30', ['No exercise was held within 12 months; last tested on 2025-06-30, by EXERCISE INC-2025-0001.']],
	])('a drill on %s, looked at on 2026-07-01', async (day, gaps) => {
		expect(gapsOf('iso-5.24-5.28', 2, await viewOf(await playLines(drill(day))))).toEqual(gaps);
	});

	it('is a gap without any drill; a real incident is none', async () => {
		const view = await viewOf(await playLines([['09:00', 'sam', 'declare Fire kind:security']]));
		expect(gapsOf('iso-5.24-5.28', 2, view)).toEqual(['No exercise is in the ledger.']);
	});

	it('looks at the whole ledger, also where the period is short or one incident is asked for', async () => {
		for (const wanted of [{since: '2026-05-01T00:00:00.000Z'}, {named: 'INC-2026-0002'}]) {
			expect(rowsOf('iso-5.24-5.28', 2, 'Exercises within 12 months', await told(wanted))).toHaveLength(1);
		}
	});

	it('says so where a drill has no findings and no people', async () => {
		const view = await viewOf(await playLines([['09:00', 'sam', 'declare Table-top exercise:yes']]));
		expect(gapsOf('iso-5.24-5.28', 2, view)).toEqual([
			'What EXERCISE INC-2026-0001 found is not recorded.',
			'Who took part in EXERCISE INC-2026-0001 is not recorded.',
		]);
	});
});

const incidents = (view: EvidenceView) => view.incidents.map(one => one.board.incident);

describe('the scope of a page', () => {
	it('is every incident of which any entry falls into the period, and says what was left out and why', async () => {
		const view = await told({since: '2026-06-01T00:00:00.000Z', until: '2026-06-30T22:59:59.999Z'});
		expect(incidents(view)).toEqual(['INC-2026-0002']);
		expect(view.scope.leftOut).toEqual([
			{incident: 'INC-2026-0001', why: 'it ended before the period began'},
			{incident: 'INC-2026-0003', why: 'nothing was recorded of it by the end of the period'},
		]);
		const left = rowsUnder(readMarkdown(written('csf', view)), 'Completeness').map(row => row.map(textOf));
		expect(left.map(([incident]) => incident)).toEqual(['INC-2026-0001', 'INC-2026-0003']);
	});

	it('ends with its period: what was recorded later is left out, and counted', async () => {
		const view = await told({until: '2026-06-02T09:25:00.000Z'});
		expect(view.scope.laterEntries).toBe(5);
		expect(rowsOf('soc2', 5, 'The course of the incidents', view).find(row => row[1] === 'Contained')?.[2]).toBe(
			'not recorded',
		);
		expect(written('soc2', view)).toContain('5 entries were recorded after the period, and left out');
	});

	it('leaves struck entries out of every answer, and keeps them readable', async () => {
		const view = await viewOf(
			await playLines([
				['09:00', 'sam', 'declare Fire kind:security'],
				['09:01', 'sam', 'triage it smells source:nose category:fire'],
				['09:02', 'sam', 'strike 2 because it was the neighbours'],
			]),
		);
		expect(gapsOf('soc2', 5, view)).toContain('Detected: not in the log of INC-2026-0001, which is open.');
		expect(rowsOf('csf', 2, 'Struck entries, which stay readable', view)).toHaveLength(1);
	});

	it('takes exercises for no incidents, and says EXERCISE wherever one stands', async () => {
		const view = await told();
		expect(rowsOf('soc2', 5, 'The course of the incidents', view).map(row => row[0])).not.toContain(
			'EXERCISE INC-2026-0001',
		);
		const mentions = written('iso-5.24-5.28', view).match(/(?<!EXERCISE )INC-2026-0001/gu);
		expect(mentions).toBeNull();
	});

	it('of an exercise asked for by its name says EXERCISE at the top, at the bottom and in every heading', async () => {
		const page = written('csf', await told({named: 'INC-2026-0001'}));
		expect(page.split('\n')[0]).toContain('OFFICIAL');
		expect(page.match(/^EXERCISE EXERCISE EXERCISE$/gmu)).toHaveLength(2);
		expect(page.match(/^#{1,2} (?!EXERCISE)/gmu)).toBeNull();
		expect(page).toContain('| EXERCISE INC-2026-0001 | Priya Shah |');
	});

	it('asks of a false alarm only what an event must have', async () => {
		const steps = rowsOf('soc2', 5, 'The course of the incidents', await told()).filter(
			row => row[0] === 'INC-2026-0003',
		);
		expect(steps.map(row => row[1])).toEqual(['Detected', 'Evaluated', 'Assigned', 'Closed']);
	});
});

describe('the markings of a page', () => {
	it('are those of its sources; where they differ it names all of them', async () => {
		expect(markingWords(await told())).toBe('OFFICIAL');
		const mixed = await told({}, storyFile.replace('marking: OFFICIAL', 'marking: TLP:AMBER'));
		expect(markingWords(mixed)).toBe(
			'Handle as the strictest of: OFFICIAL (INC-2026-0002); TLP:AMBER (responsibilities.yaml)',
		);
		expect(written('csf', mixed).match(/^Handle as the strictest/gmu)).toHaveLength(2);
		expect(markingWords({...(await told({named: 'INC-2026-0003'}, '')), exercises: []})).toBe(undefined);
	});
});

describe('what an auditor would trip over', () => {
	it('CC4.3 does not exist, and the SOC 2 page says so', async () => {
		const page = written('soc2', await told());
		expect(page).toContain('cites CC4.3, which does not exist');
		expect(rowsOf('soc2', 1, 'Criteria cited', await told()).map(row => row[0])).toEqual([
			'CC1.2',
			'CC1.3',
			'CC1.5',
			'CC2.2',
			'CC4.3',
		]);
	});

	it('a role that a group holds and that answers for something', async () => {
		const group = storyFile.replace('accountable: [security-manager, tom]', 'accountable: operations');
		expect(gapsOf('soc2', 3, await told({}, group))).toContain(
			'Operations is accountable for “Run the service securely”: a group, so nobody in particular.',
		);
	});

	it('overrides stand among the exceptions, with who authorised them', async () => {
		const [row] = rowsUnder(readMarkdown(written('iso-5.3', await told())), 'Exceptions');
		expect(row?.map(textOf)).toEqual([
			'INC-2026-0002',
			'16',
			'R3',
			'deputy',
			'No deputy. Appoint one.',
			'overridden',
			'Tom is on the train',
			'Priya Shah',
			'2026-06-02 10:23 BST',
		]);
	});

	it('a chain that is broken is said in the answer and in the integrity line', async () => {
		const view = await told();
		const broken = {
			...view,
			incidents: view.incidents.map(one => ({...one, trouble: 'entry 3: it does not join the entry before it'})),
		};
		expect(gapsOf('csf', 2, broken)[0]).toContain('The chain of INC-2026-0002 is broken: entry 3');
		expect(written('csf', broken).match(/entry 3: it does not join/gu)?.length).toBeGreaterThan(3);
	});

	it('the responsibilities were looked at again after an incident: by the file, or by its log', async () => {
		const unvisited = 'That the responsibilities were looked at again after INC-2026-0002 is not recorded.';
		expect(gapsOf('secure-by-design', 5, await told())).toContain(unvisited);
		const changed = storyFile.replace('because: INC-2026-0001}', 'because: INC-2026-0002}');
		expect(gapsOf('secure-by-design', 5, await told({}, changed))).not.toContain(unvisited);
		const play = await playLines(storyLines.slice(0, -4));
		await play.at('11:00').happens({
			kind: 'responsibilities-cited',
			deed: 'reviewed',
			source: 'r.yaml',
			title: 'Who answers for what',
			sha256: 'a'.repeat(64),
		});
		const view = await viewOf(play);
		expect(gapsOf('secure-by-design', 5, view)).not.toContain(unvisited);
		expect(rowsOf('secure-by-design', 5, 'What the logs say of the responsibilities', view)).toHaveLength(1);
	});

	it('entries that were imported are told from those written here', async () => {
		const play = await playLines([['09:00', 'sam', 'declare Fire kind:security']]);
		await play.at('09:30').happens({
			kind: 'entries-imported',
			source: 'lines',
			name: 'paper.txt',
			sha256: 'a'.repeat(64),
			from: 3,
			to: 3,
			reason: 'the log was on paper',
		});
		await play.happens({kind: 'note-made', text: 'it smells'});
		const view = await viewOf(play);
		expect(rowsOf('csf', 4, 'Entries that were imported', view)).toEqual([
			['INC-2026-0001', '3 to 3', 'lines', 'paper.txt', 'the log was on paper', '2'],
		]);
		expect(written('csf', view)).toContain('1 entry was imported from files');
	});

	it('a matrix was shared with some of those it names', async () => {
		const some = storyFile.replace('with: [everybody named]', 'with: [security-manager, tom]');
		expect(gapsOf('secure-by-design', 4, await told({}, some))).toEqual([
			'That the matrix was shared with Ana Reis is not recorded.',
		]);
		expect(answers('secure-by-design', await told())[3]?.said).toEqual([
			'Whom “everybody named” takes in, the file does not say: it was not held against the names.',
		]);
	});
});
