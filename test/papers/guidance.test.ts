import {describe, expect, it} from 'vitest';
import {paneNames} from '../../source/console/layout.ts';
import {pages} from '../../source/documents/pages.ts';
import {commands, rules} from '../../source/duties/index.ts';
import {conditions, guidance} from './guidance.ts';

const verbs = new Set(commands.map(one => one.verb));
const ruleIds = new Set(rules.map(one => one.id));
const panes = new Set<string>(paneNames);
const pageNames = new Set(pages.map(one => one.name));

const count = (role: string): number => guidance.filter(one => one.role === role).length;

describe('the guidance on roles', () => {
	it('has 21 duties, role by role, and three conditions', () => {
		expect(['Incident Manager', 'Deputy', 'Secretariat', 'Subject matter expert'].map(count)).toEqual([7, 3, 5, 2]);
		expect(['Communications Lead', 'Liaison'].map(count)).toEqual([2, 2]);
		expect([guidance.length, conditions.length]).toEqual([21, 3]);
	});

	it.each([...guidance, ...conditions].map(one => [one.duty, one] as const))('%s', (_, served) => {
		expect(served.verbs.filter(verb => !verbs.has(verb))).toEqual([]);
		expect(served.rules.filter(rule => !ruleIds.has(rule))).toEqual([]);
		expect(served.panes.filter(pane => !panes.has(pane))).toEqual([]);
		expect((served.pages ?? []).filter(page => !pageNames.has(page))).toEqual([]);
		expect(served.verbs.length).toBeGreaterThan(0);
		expect(served.rules.length).toBeGreaterThan(0);
		expect(served.panes.length).toBeGreaterThan(0);
	});
});
