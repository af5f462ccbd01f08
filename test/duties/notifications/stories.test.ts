import {describe, expect, it} from 'vitest';
import {notificationRules} from '../../../source/duties/notifications/doctrine.ts';
import {notificationsPane} from '../../../source/duties/notifications/pane.tsx';
import {notificationsSection} from '../../../source/duties/notifications/section.ts';
import {admit} from '../../../source/ledger/shape.ts';
import {moj} from '../../../source/profiles/moj.ts';
import {regimes} from '../../../source/profiles/regimes.ts';
import {isRefusal} from '../../../source/refusal.ts';
import {later} from '../../../source/time.ts';
import {tell} from '../../../source/timeline.ts';
import {createWatch} from '../../../source/watch.ts';
import * as fc from '../../support/fast-check.ts';
import {incident, type Story, staffed} from '../../support/spec.ts';

const ids = fc.constantFrom(...regimes.map(one => one.id), 'dora-initial', 'nis2', 'gsa');
const refs = fc.constantFrom('C1', 'C2', 'C3', 'C4');
const since = fc.constantFrom('', ' since 09:50', ' since 09:40', ' since yesterday 23:30');
const reasons = fc.constantFrom('', ' because it was so');
const people = fc.constantFrom('', ' @ana', ' @kim');

const lines: fc.Arbitrary<string> = fc.oneof(
	fc.tuple(ids, since, fc.constantFrom('', ' Berlin')).map(([id, when, text]) => `clock ${id}${when}${text}`),
	fc.tuple(refs, since, reasons).map(([ref, when, why]) => `anchor ${ref}${when}${why}`),
	fc
		.tuple(refs, fc.constantFrom('', ' phase:initial', ' phase:followup', ' phase:final', ' next 1h'), reasons)
		.map(([ref, part, why]) => `notify ${ref}${part}${why}`),
	refs.map(ref => `further ${ref} by 2h`),
	fc.tuple(refs, people, reasons).map(([ref, who, why]) => `waive ${ref}${who}${why}`),
	fc.integer({min: 8, max: 30}).map(number => `strike ${number} because it was not so`),
	fc.constantFrom('data yes', 'data maybe', 'close', 'reopen because more', 'relieve privacy @kim'),
);

/** Stories of clocks; what is refused is left out. */
const stories: fc.Arbitrary<Story> = fc
	.array(fc.tuple(lines, fc.constantFrom(0, 1, 60_000, 1_800_000)), {maxLength: 25, size: 'max'})
	.map(steps => {
		let story = staffed.and('assign privacy @"Kim Lee"');
		let now = Date.parse(story.now);
		for (const [line, wait] of steps) {
			now += wait;
			const said = `[${new Date(now).toISOString().slice(11, -1)}] ${line}`;
			story = isRefusal(story.when(said)) ? story : story.and(said);
		}

		return story;
	});

const spans = [0, 1, 3_600_000, 20 * 3_600_000, 80 * 3_600_000, 90 * 86_400_000];

describe('whatever becomes of the clocks', () => {
	it('is asked about once by each rule, and offers only what can be done', () => {
		fc.assert(
			fc.property(stories, ({board, now, when}) => {
				for (const span of spans) {
					for (const rule of notificationRules) {
						const asked = rule.consult(board, createWatch(later(now, span)).watch, moj);
						expect(new Set(asked.map(one => one.subject)).size).toBe(asked.length);
						const whole = asked.flatMap(one => one.offers ?? []).filter(one => !/[\s@]$/u.test(one.line));
						expect(whole.filter(one => isRefusal(when(one.line)))).toEqual([]);
					}
				}
			}),
			{numRuns: 60},
		);
	});

	it('is asked about when the watch says so, and not in between', () => {
		fc.assert(
			fc.property(stories, ({board, now}) => {
				for (const rule of notificationRules) {
					const {watch, next} = createWatch(now);
					const asked = rule.consult(board, watch, moj);
					const until = next();
					const moments = until === undefined ? spans.map(span => later(now, span)) : [later(until, -1)];
					for (const moment of moments) {
						expect(rule.consult(board, createWatch(moment).watch, moj)).toEqual(asked);
					}
				}
			}),
			{numRuns: 60},
		);
	});

	it('is in the log once each, can be kept and told, and stands in pane and document', () => {
		fc.assert(
			fc.property(stories, ({board, entries, now}) => {
				admit(
					incident,
					entries.map(({event, occurredAt, recordedAt, by, recordedBy}) => ({
						event,
						occurredAt,
						recordedAt,
						by,
						recordedBy,
					})),
				);
				const told = entries.map(entry => tell(entry, board));
				const {clocks} = board.notifications;
				expect(new Set(clocks.map(one => one.ref)).size).toBe(clocks.length);
				expect(notificationsPane.rows(board, now)).toHaveLength(clocks.length);
				const shown = JSON.stringify([told, notificationsPane.rows(board, now), notificationsSection({board, now})]);
				expect(shown).not.toMatch(/undefined|NaN|Invalid/u);
			}),
			{numRuns: 60},
		);
	});

	it('has a due time wherever the law gives one and it is known from when', () => {
		fc.assert(
			fc.property(stories, ({board}) => {
				for (const {due, anchorAt, regime, status} of board.notifications.clocks) {
					expect(due !== undefined).toBe(anchorAt !== undefined && regime.unit !== 'at-once');
					expect(due === undefined || anchorAt === undefined || due > anchorAt).toBe(true);
					expect(status === 'waiting' && anchorAt !== undefined).toBe(false);
				}
			}),
			{numRuns: 60},
		);
	});
});
