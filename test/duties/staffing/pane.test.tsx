import {describe, expect, it} from 'vitest';
import {roleRows, drawStaffing} from '../../../source/duties/staffing/pane.tsx';
import {picture} from '../../support/picture.ts';
import {experts, staffed} from '../../support/spec.ts';

const teams = staffed.and(
	...experts(6),
	'split alpha @mia @ola find the keys by 11:00 channel:bridge-2',
	'split charlie @zoe by 11:00',
	'split bravo @eva @leo rebuild by 12:00 under:alpha',
);

const shown = (width: number): readonly string[] =>
	picture(drawStaffing(teams.board, teams.now, 7, {size: {width, height: 40}, selected: 0, isFocused: false}), width)
		.split('\n')
		.filter(line => /#|Berg/u.test(line))
		.slice(-8);

describe('the sub-teams in the pane', () => {
	it('stand below their roles, nested ones right behind the one above them', () => {
		const names = roleRows(teams.board).flatMap(row => (row.type === 'team' ? [row.team] : []));
		expect(names).toEqual(['alpha', 'bravo', 'charlie']);
	});

	it('are indented where they are nested, and say where they talk when there is room', () => {
		expect(`\n${shown(40).join('\n')}\n`).toBe(`
│ ▸ #alpha find the keys · bridge-2  2 │
│    Mia Berg (lead)                   │
│    Ola Berg                          │
│   ▸ #bravo rebuild          1 report │
│      Eva Berg (lead)                 │
│      Leo Berg                        │
│ ▸ #charlie                           │
│    Zoe Berg (lead)                   │
`);
	});

	it('leave the channel out where there is none', () => {
		expect(shown(34)[0]).toBe('│ ▸ #alpha find the keys       2 │');
	});
});
