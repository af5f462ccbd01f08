import {createHash} from 'node:crypto';
import {readResponsibilities} from '../../source/files/responsibilities-file.ts';
import type {Citation, Responsibilities} from '../../source/responsibilities/shape.ts';

/** A file that says much and not everything: what it leaves out must show as a gap. */
export const storyFile = `title: Who answers for what
version: "1.2"
updated: 2026-03-12
organisation: Example Department
project: Payments
sro: ana
marking: OFFICIAL
owner: priya
author: priya
approver: ana
approved: 2026-03-14
plan: {title: Incident management plan, version: "3", updated: 2026-01-20}
roles:
  - key: security-manager
    title: Security manager
    responsibilities: [keeps the management system, reports to the board]
    authority: [{may: take a service offline, limit: four hours}]
    jobDescription: {reference: HR-12, reportsPerformance: true}
    holders:
      - person: priya
        appointed: 2026-01-12
        appointedBy: ana
        accepted: 2026-01-13
        madeKnown: {on: 2026-01-14, how: mail and the intranet page, to: everybody}
        acknowledged: [{who: tom, on: 2026-01-15}]
  - key: board
    title: Board
    responsibilities: [takes the report]
    holders: [{person: ana, appointed: 2025-05-01}]
  - key: operations
    title: Operations
    group: everybody who runs the service
people:
  - {handle: priya, name: Priya Shah, post: CISO, contact: +44 20 7946 0001}
  - {handle: ana, name: Ana Reis, post: Director}
  - handle: tom
    name: Tom Achebe
    contact: +44 20 7946 0002
    training: [{what: Incident Manager course, on: 2025-02-03, record: HR-114}]
tasks:
  - {task: Keep the management system, covers: [conformity, processes], responsible: security-manager, accountable: security-manager, consulted: board, informed: operations}
  - {task: Report to the board, covers: [reporting], responsible: security-manager, accountable: security-manager, informed: board}
  - {task: Run the service securely, covers: [assets, personnel], responsible: operations, accountable: [security-manager, tom]}
  - {task: Respond to incidents, covers: [incidents], responsible: [security-manager, operations], accountable: security-manager, consulted: tom}
delegations:
  - {what: leading awareness sessions, by: security-manager, to: tom, limit: the agreed material, from: 2026-01-12, until: 2026-06-30}
consulted: [{who: priya, on: 2026-01-05}, {who: tom, on: 2026-01-05}]
agreed: [{who: priya, on: 2026-01-09}]
shared: [{on: 2026-03-15, with: [everybody named], how: mail}]
reviewed: [{on: 2026-03-12, by: priya, next: 2026-09-12, outcome: mail may be taken offline by the security manager}]
changes: [{on: 2026-03-12, what: the security manager may take a service offline, because: INC-2026-0001}]
`;

/** A responsibilities file as the shell would hand it over. */
export const responsibilitiesOf = (text: string): {readonly matrix: Responsibilities; readonly citation: Citation} => {
	const read = readResponsibilities(text);
	if ('trouble' in read) {
		throw new Error(`The file is refused: ${JSON.stringify(read.trouble)}`);
	}

	const {matrix} = read.value;
	const sha256 = createHash('sha256').update(text).digest('hex');
	return {matrix, citation: {source: 'responsibilities.yaml', title: matrix.title, version: matrix.version, sha256}};
};
