import {evidencePages} from '../../source/evidence/index.ts';
import {evidenceDocument} from '../../source/evidence/document.ts';
import {type LedgerFile, scoped, type Wanted} from '../../source/evidence/scope.ts';
import type {EvidenceView} from '../../source/evidence/view.ts';
import {markdown} from '../../source/documents/markdown.ts';
import type {Ledger} from '../../source/ledger/ledger.ts';
import {responsibilitiesOf, storyFile} from '../responsibilities/story-file.ts';
import {type Line, type Play, playLines} from '../support/incident.ts';

const winter = (clock: string): string => `2026-03-10T${clock}:00.000Z`;
const later = (clock: string): string => `2026-07-01T${clock}:00.000Z`;

/** A drill in March, an incident in June that leaves something open, and a false alarm in July. */
export const storyLines: readonly Line[] = [
	[winter('09:00'), 'sam', 'declare Phishing table-top severity:S3 kind:security zone:Europe/London exercise:yes'],
	[winter('09:01'), 'sam', 'assign im @"Priya Shah"'],
	[winter('09:02'), 'priya', 'accept im'],
	[winter('09:20'), 'sam', 'lesson nobody knew who may take mail offline'],
	[winter('09:30'), 'priya', 'close because the hour is over'],
	[
		'09:00',
		'sam',
		'declare Payments database exposed severity:S2 kind:security data:personal zone:Europe/London marking:OFFICIAL',
	],
	['09:01', 'sam', 'assign im @"Priya Shah"'],
	['09:01', 'sam', 'assign secretariat @"Sam Ó Briain"'],
	['09:02', 'priya', 'accept im'],
	['09:03', 'sam', 'assign analyst @"Chen Wei"'],
	['09:04', 'sam', 'announce'],
	['09:05', 'sam', 'triage the supplier token was reused source:alert category:leak'],
	['09:10', 'priya', 'action isolate host 17 @chen by 30m'],
	['09:11', 'priya', 'action call the supplier'],
	['09:20', 'chen', 'done A1 host 17 is off the network result:success'],
	['09:21', 'sam', 'note wrong host'],
	['09:22', 'sam', 'strike 14 because it was another'],
	['09:23', 'sam', 'answer R3 override because Tom is on the train'],
	['09:30', 'priya', 'contained because the host is off'],
	['09:31', 'chen', 'exhibit disk image of host 17 @chen hash:sha256:9f86d081'],
	['10:00', 'sam', 'lesson tokens of suppliers live too long'],
	['10:01', 'sam', 'followup shorten their life @chen by tomorrow at 12:00 from:L1'],
	['10:10', 'priya', 'close because everything is mended'],
	[later('09:00'), 'sam', 'declare Alert on the mail gateway severity:S4 kind:security zone:Europe/London'],
	[later('09:01'), 'sam', 'assign im @"Tom Achebe"'],
	[later('09:02'), 'sam', 'triage a scanner of our own source:alert category:scan'],
	[later('09:10'), 'tom', 'close outcome:false-alarm because it was our own scanner'],
];

/** Every incident of a ledger, checked. */
export const filesOf = async (ledger: Ledger): Promise<readonly LedgerFile[]> => {
	const files: LedgerFile[] = [];
	for (const incident of await ledger.incidents()) {
		const {trouble} = await ledger.verify(incident);
		files.push({incident, entries: await ledger.read(incident), trouble: trouble?.text});
	}

	return files;
};

export const everything: Wanted = {named: undefined, since: undefined, until: undefined};

/** What a page is made from when the story is over; an empty text stands for no file. */
export const viewOf = async (
	{ledger}: Pick<Play, 'ledger'>,
	wanted: Partial<Wanted> = {},
	text = storyFile,
): Promise<EvidenceView> => ({
	...scoped(await filesOf(ledger), {...everything, ...wanted}),
	responsibilities: text === '' ? undefined : responsibilitiesOf(text),
	now: later('12:00'),
	zone: 'Europe/London',
	version: '1.2.3',
	madeBy: 'sam',
});

/** Every page of the story, by the name of its golden file. */
export const goldens = async (): Promise<Readonly<Record<string, string>>> => {
	const view = await viewOf(await playLines(storyLines));
	return Object.fromEntries(
		evidencePages.map(page => [`${page.name}.md`, markdown(evidenceDocument(page, view))] as const),
	);
};
