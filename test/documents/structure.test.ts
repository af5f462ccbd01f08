import {describe, expect, it} from 'vitest';
import {markdown} from '../../source/documents/markdown.ts';
import {plainText} from '../../source/documents/plain.ts';
import {structure} from '../../source/documents/structure.ts';
import {declared, experts, nothing, type Story, staffed} from '../support/spec.ts';

/** The picture as one text, with an empty line before it and after it. */
const picture = (story: Story): string => {
	const lines = structure(story).flatMap(block => (block.type === 'figure' ? block.lines : []));
	return `\n${lines.join('\n')}\n`;
};

const rowsOf = (story: Story) => structure(story).flatMap(block => (block.type === 'table' ? block.rows : []));

const teams = staffed.and(
	...experts(6),
	'[10:05] split alpha @mia @ola @uri find the leaked keys by 11:00',
	'[10:06] split bravo @eva @leo rebuild the host by 12:00 under:alpha',
	'checkin @"Pat Fox"',
);

describe('the command structure', () => {
	it('is a tree of the Incident Manager, the command staff, experts, and two teams, one nested', () => {
		expect(picture(teams)).toBe(`
Incident Manager: Priya Shah, 6 of 7
├─ Deputy: Tom Achebe
├─ Secretariat: Sam Ó Briain
├─ Communications: VACANT
├─ Liaison: VACANT
├─ Security analyst: Chen Wei
├─ Data privacy: VACANT
├─ Subject matter expert: Ana Reis
├─ Subject matter expert: Zoe Berg
├─ #alpha: Mia Berg, 3 of 7 · find the leaked keys
│  ├─ Ola Berg
│  ├─ Uri Berg
│  └─ #bravo: Eva Berg, 1 of 7 · rebuild the host
│     └─ Leo Berg
└─ no role: Pat Fox
`);
	});

	it('is a list of positions with names and since when, as ICS 203 has it', () => {
		const rows = rowsOf(teams);
		expect(rows.slice(0, 3)).toEqual([
			['Incident Manager', 'Priya Shah', '2026-06-02 10:00 UTC'],
			['Deputy', 'Tom Achebe', '2026-06-02 10:00 UTC'],
			['Secretariat', 'Sam Ó Briain', '2026-06-02 10:00 UTC'],
		]);
		expect(rows).toContainEqual(['Liaison', 'VACANT', '']);
		expect(rows.slice(-6)).toEqual([
			['Lead of #alpha', 'Mia Berg', '2026-06-02 10:05 UTC'],
			['Member of #alpha', 'Ola Berg', '2026-06-02 10:05 UTC'],
			['Member of #alpha', 'Uri Berg', '2026-06-02 10:05 UTC'],
			['Lead of #bravo', 'Eva Berg', '2026-06-02 10:06 UTC'],
			['Member of #bravo', 'Leo Berg', '2026-06-02 10:06 UTC'],
			['No role', 'Pat Fox', '2026-06-02 10:06 UTC'],
		]);
	});

	it('shows who is missing: nobody in command, a team without a lead', () => {
		expect(picture(declared.and('assign sme @"Ana Reis"', 'split alpha', 'join alpha @ana'))).toBe(`
Incident Manager: VACANT
├─ Deputy: VACANT
├─ Secretariat: VACANT
├─ Communications: VACANT
├─ Liaison: VACANT
├─ Security analyst: VACANT
├─ Data privacy: VACANT
└─ #alpha: VACANT
   └─ Ana Reis
`);
		expect(picture(nothing)).toContain('Incident Manager: VACANT\n├─ Deputy: VACANT');
	});

	it('shows both who command, and a span that is too wide', () => {
		const shown = picture(staffed.and(...experts(4), 'assign im @tom'));
		expect(shown).toContain(
			'Incident Manager: Priya Shah, 8 of 7, too many\n├─ Incident Manager: Tom Achebe\n├─ Deputy: Tom',
		);
	});

	it('shows an expert of a team only there, and one of the command staff in both places', () => {
		const shown = picture(staffed.and('split alpha @chen @sam'));
		expect(shown).not.toContain('Security analyst:');
		expect(shown).toContain('Chen Wei (Security analyst)');
		expect(shown.match(/Chen Wei/gu)).toHaveLength(1);
		expect(shown.match(/Sam Ó Briain/gu)).toHaveLength(2);
	});

	it('clips long names and tasks', () => {
		const long = staffed.and(`split alpha @"${'Ox '.repeat(30)}End" ${'dig '.repeat(40)}`);
		for (const line of picture(long).split('\n')) {
			expect(line.length).toBeLessThan(110);
		}

		expect(picture(long)).toContain('…, 0 of 7 · dig dig');
	});

	it('leaves hostile names to the writers, who keep one line each', () => {
		const hostile = staffed.and('assign comms @"A | b ``` <img> \u202Egnp"');
		const written = markdown(structure(hostile));
		expect(written).not.toContain('\u202E');
		expect(written).toContain('├─ Communications: A | b ``` <img>');
		const plain = plainText(structure(hostile), 60).split('\n');
		expect(plain.every(line => line.length <= 60)).toBe(true);
	});
});
