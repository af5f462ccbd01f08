import {describe, expect, it} from 'vitest';
import {answer, finding} from '../../source/evidence/answer.ts';

describe('an answer', () => {
	it('says once what two readings miss', () => {
		const gap = {lacks: 'No responsibilities file was given.', fill: 'a responsibilities file'};
		expect(answer({gaps: [gap, {...gap}, {...gap, fill: 'another'}]}).gaps).toEqual([gap, {...gap, fill: 'another'}]);
	});

	it('leaves out tables without rows', () => {
		const full = finding('Roles', ['Role'], [['Incident Manager']]);
		expect(answer({found: [finding('Roles', ['Role'], []), full]}).found).toEqual([full]);
	});
});
