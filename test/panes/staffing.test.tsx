import {describe, expect, test} from 'vitest';
import {drawStaffing} from '../../source/duties/staffing/pane.tsx';
import {type Line, type Play, playLines} from '../support/incident.ts';
import {picture} from '../support/picture.ts';

const opening: readonly Line[] = [
	['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security'],
	['09:01', 'sam', 'assign im @"Priya Shah"'],
	['09:02', 'priya', 'accept im'],
	['09:03', 'sam', 'assign secretariat @"Sam Ó Briain"'],
	['09:10', 'sam', 'assign sme @"Chen Wei"'],
	['09:10', 'sam', 'assign sme @"障害 対応"'],
	['09:11', 'priya', 'action isolate host 17 @chen by 11:30'],
];

const shown = (play: Play, width: number, height: number, selected?: number): string =>
	picture(
		drawStaffing(play.board(), play.now(), 7, {
			size: {width, height},
			selected: selected ?? 0,
			isFocused: selected !== undefined,
		}),
		width,
	);

describe('the roles', () => {
	test('show who holds them, since when, accepted or not, open actions, or VACANT', async () => {
		const play = (await playLines(opening)).at('11:15');
		expect(shown(play, 28, 15)).toMatchInlineSnapshot(`
			"
			╭ Roles ───────────────────╮
			│ Incident Manager       3 │
			│  Priya Shah    2h14 ✓    │
			│ Deputy            VACANT │
			│ Secretariat              │
			│  Sam Ó Briain  2h12 ✓    │
			│ Security analyst  VACANT │
			│ Data privacy      VACANT │
			│ Subject matter expert    │
			│  Chen Wei      2h05 ? 1▪ │
			│  障害 対応     2h05 ?    │
			│ Communications    VACANT │
			│ Liaison           VACANT │
			│                          │
			╰──────────────────────────╯
			"
		`);
	});

	test('show sub-teams, and how many report, with the limit where it is exceeded', async () => {
		const names = ['Ana', 'Ben', 'Dan', 'Eva', 'Finn', 'Gus', 'Ida', 'Kai'];
		const play = await playLines([
			...opening,
			...names.map((name): Line => ['09:12', 'sam', `assign sme @"${name} Berg"`]),
			['09:20', 'priya', 'split alpha @ana @ben find the keys by 10:00'],
		]);
		const lines = shown(play.at('09:30'), 34, 40).split('\n');
		expect(lines[2]).toBe('│ Incident Manager         10 ▲7 │');
		const at = lines.findIndex(line => line.includes('▸ #alpha'));
		expect(`\n${lines.slice(at, at + 3).join('\n')}\n`).toMatchInlineSnapshot(`
			"
			│ ▸ #alpha find the keys       1 │
			│    Ana Berg (lead)             │
			│    Ben Berg                    │
			"
		`);
	});

	test('say how many more there are than fit, and show the selected one', async () => {
		const play = (await playLines(opening)).at('11:15');
		expect(shown(play, 28, 6, 11)).toMatchInlineSnapshot(`
			"
			╭ ▸Roles · 8 more ─────────╮
			│  Chen Wei      2h05 ? 1▪ │
			│  障害 対応     2h05 ?    │
			│ Communications    VACANT │
			│ Liaison           VACANT │
			╰──────────────────────────╯
			"
		`);
	});
});
