import {describe, expect, it} from 'vitest';
import {readProfile} from '../../source/files/profile-file.ts';
import {troubleText} from '../../source/files/yaml.ts';
import {profiles} from '../../source/profiles/index.ts';

const read = (text: string) => readProfile(text, profiles);

const trouble = (text: string): string => {
	const found = read(text);
	return 'trouble' in found ? troubleText('acme.yaml', found.trouble) : 'no trouble';
};

const head = 'name: acme\ntitle: Acme on call\n';

describe('a doctrine of one’s own', () => {
	it('is the base with what it says laid over it', () => {
		expect(read(`${head}span:\n  limit: 6\nminutes:\n  silence: 20\noff: [R12]\n`)).toEqual({
			value: {
				...profiles['moj'],
				name: 'acme',
				title: 'Acme on call',
				span: {...profiles['moj']?.span, limit: 6},
				minutes: {...profiles['moj']?.minutes, silence: 20},
				off: ['R12'],
			},
		});
	});

	it('may extend another doctrine, add cadences, abbreviations and duties to notify', () => {
		const found = read(
			`${head}extends: pagerduty
cadences:
  - {audience: customers, minutes: 15, source: our contract}
glossary: {SOCT: security operations team}
regimes:
  - id: contract
    title: Supplier contract
    recipient: the customer
    anchor: aware
    count: 24
    unit: hours
    content: what happened
    source: contract § 4
    checkedOn: 2026-05-31
`,
		);
		expect(found).toMatchObject({
			value: {
				titles: {im: 'Incident Commander'},
				cadences: [{audience: 'customers'}],
				glossary: {SOCT: 'security operations team'},
				regimes: [{id: 'contract', unit: 'hours'}],
			},
		});
	});

	it.each([
		[`${head}extends: moon\n`, 'line 3: extends must name a doctrine there is: moj, pagerduty, ics, imag.'],
		[
			`${head}span:\n  limits: 7\n`,
			'line 4: span.limits is no field of a doctrine; there are guide, limit, hardLimit, least.',
		],
		[`${head}span:\n  limit: seven\n`, 'line 4: span.limit must be a number, not "seven".'],
		[`${head}minutes:\n  silence: -1\n`, 'line 4: minutes.silence must not be negative.'],
		[`${head}span:\n  limit: 9\n`, 'line 3: span must rise: guide, limit, hardLimit.'],
		[`${head}off:\n  - R1\n  - Z9\n`, 'line 5: off[1] names a rule that doctrine does not have.'],
		[`${head}repeat:\n  Z9: 3\n`, 'line 4: repeat.Z9 names a rule that doctrine does not have.'],
		['title: Acme\n', 'line 1: name is missing'],
		['name: Acme Inc\ntitle: x\n', 'line 1: name must be one word of lower-case letters, as acme.'],
		[`${head}regimes:\n  - id: x\n    unit: weeks\n`, 'acme.yaml, line 4: regimes[0].'],
		['- a\n', 'line 1: must be a list of fields'],
		[`${head}span: {\n`, 'is not YAML'],
	])('that is wrong is named by line, field and what was expected: %j', (text, expected) => {
		expect(trouble(text)).toContain(expected);
	});
});

describe('every doctrine that comes with the program', () => {
	it.each(Object.entries(profiles))('%s has its own name, and what it says can be read back', (name, profile) => {
		expect(profile.name).toBe(name);
		expect(read(JSON.stringify({...profile, extends: 'moj'}))).toEqual({value: profile});
	});
});
