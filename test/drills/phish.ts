import {readScenario} from '../../source/drills/read.ts';
import type {Scenario} from '../../source/drills/scenario.ts';
import {readPlayerLines} from '../../source/drills/script.ts';

/** A small scenario with something of everything. */
export const phish = `title: Phish at a branch
audience: incident managers
objectives:
  - id: command
    text: Somebody commands at once
    rules: [R1]
  - id: words
    text: Those affected are told in time
    rules: [C1]
start: 2026-05-12T13:00:00.000Z
duration: 60m
state:
  - checkin @"Priya Shah"
  - checkin @"Chen Wei"
injects:
  - number: 1
    at: +0m
    from: Billing clerk
    to: analyst
    means: phone
    text: I typed my password into a page that looked odd.
    expected:
      - role im by +5m
      - action says disable account by 10m
      - observed they asked when it was
    objective: command
  - number: 2
    at: +20m
    from: Daily Courier
    text: Are customers affected?
    expected:
      - message sent audience:press by 15m
    objective: words
    contingency: 3
  - number: 3
    at: if missed
    from: Managing director
    text: Why do I read of this in the paper?
    expected:
      - message sent by 10m
    objective: words
    weight: optional
  - number: 4
    at: by hand
    text: The lights go out.
truth: The clerk never typed it.
`;

export const scenarioOf = (text: string): Scenario => {
	const found = readScenario(text);
	if ('troubles' in found) {
		throw new Error(JSON.stringify(found.troubles));
	}

	return found.scenario;
};

export const linesFor = (text: string, {start}: Scenario) => {
	const read = readPlayerLines(text, start);
	if ('wrong' in read) {
		throw new Error(read.wrong);
	}

	return read.lines;
};
